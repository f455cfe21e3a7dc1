// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xlsx/number_format.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

class TestNumberFormat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersByTheirFormat_data();
    void numbersByTheirFormat();
    void formatsOfDates_data();
    void formatsOfDates();
    void builtinFormats();
};

void TestNumberFormat::numbersByTheirFormat_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("code"); // of the format
    QTest::addColumn<bool>("isFrom1904");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* raw, const char* code, const char* text,
                         bool isFrom1904 = false) {
        QTest::newRow(name) << QByteArray(raw) << QByteArray(code) << isFrom1904 << QByteArray(text);
    };
    row("whole", "4000123", "General", "4000123");
    row("binary noise", "0.30000000000000004", "General", "0.3");
    row("with exponent", "1.5E-3", "General", "0.0015");
    row("large with exponent", "1.23456789012346E+17", "General", "123456789012346000");
    row("no number", "abc", "General", "abc");
    row("day", "46110", "dd.mm.yyyy", "2026-03-29");
    row("day with time", "46110.5", "dd.mm.yyyy", "2026-03-29 12:00");
    row("day with seconds", "46110.082060185188", "dd.mm.yyyy", "2026-03-29 01:58:10");
    row("minutes", "46110.0819444444", "dd.mm.yyyy hh:mm", "2026-03-29 01:58");
    row("minutes at midnight", "46110", "dd.mm.yyyy hh:mm", "2026-03-29 00:00");
    row("minutes that are not all", "46110.082060185188", "dd.mm.yyyy hh:mm", "2026-03-29 01:58:10");
    row("whole minutes with seconds", "46110.0819444444", "dd.mm.yyyy hh:mm:ss", "2026-03-29 01:58:00");
    row("whole seconds with milliseconds", "46110.082060185188", "yyyy-mm-dd hh:mm:ss.000", "2026-03-29 01:58:10.000");
    row("minutes of a day", "0.604166666666667", "h:mm AM/PM", "14:30");
    row("time of day", "0.604166666666667", "h:mm:ss", "14:30:00");
    row("date and time", "46110.082060185188", "yyyy-mm-dd hh:mm:ss", "2026-03-29 01:58:10");
    row("milliseconds", "46110.082063078706", "yyyy-mm-dd hh:mm:ss", "2026-03-29 01:58:10.25");
    row("duration", "1.09375", "[h]:mm", "26:15:00");
    row("1 March 1900", "61", "dd.mm.yyyy", "1900-03-01");
    row("28 February 1900", "59", "dd.mm.yyyy", "1900-02-28");
    row("the day that never was", "60", "dd.mm.yyyy", "60");
    row("1904", "44648", "dd.mm.yyyy", "2026-03-29", true);
    row("the first day of 1904", "0", "dd.mm.yyyy", "1904-01-01", true);
    row("before all days", "-1", "dd.mm.yyyy", "-1");
    row("beyond all days", "3000000", "dd.mm.yyyy", "3000000");
}

void TestNumberFormat::numbersByTheirFormat()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, code);
    QFETCH(bool, isFrom1904);
    QFETCH(QByteArray, text);
    QCOMPARE(numberText(raw.toStdString(), formOfCode(code.toStdString()), isFrom1904), text.toStdString());
}

void TestNumberFormat::formatsOfDates_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* code, NumberKind kind) {
        QTest::newRow(code) << QByteArray(code) << static_cast<int>(kind);
    };
    row("General", NumberKind::Number);
    row("0.00", NumberKind::Number);
    row("#,##0.00 \"days\"", NumberKind::Number);
    row("[Red]0.0;[Blue]-0.0", NumberKind::Number);
    row("0.00E+00", NumberKind::Number);
    row("dd.mm.yyyy", NumberKind::Date);
    row("mmm-yy", NumberKind::Date);
    row("[$-407]d. mmmm yyyy;@", NumberKind::Date);
    row("dd/mm/yyyy hh:mm", NumberKind::DateTime);
    row("yyyy\\-mm\\-dd\\Thh:mm:ss", NumberKind::DateTime);
    row("hh:mm:ss", NumberKind::Time);
    row("mm:ss.0", NumberKind::Time);
    row("[h]:mm", NumberKind::Duration);
    row("[mm]:ss", NumberKind::Duration);
}

void TestNumberFormat::formatsOfDates()
{
    QFETCH(QByteArray, code);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(formOfCode(code.toStdString()).kind), kind);
}

// Every second format of a clock that has a number of its own shows seconds.
void TestNumberFormat::builtinFormats()
{
    const auto isForm = [](unsigned id, NumberKind kind, int secondDigits) {
        return builtinForm(id).kind == kind && builtinForm(id).secondDigits == secondDigits;
    };
    QVERIFY(isForm(0, NumberKind::Number, -1));
    QVERIFY(isForm(14, NumberKind::Date, -1));
    QVERIFY(isForm(22, NumberKind::DateTime, -1));
    for (const unsigned id : {18U, 20U, 32U, 34U})
        QVERIFY(isForm(id, NumberKind::Time, -1) && isForm(id + 1, NumberKind::Time, 0));
    QVERIFY(isForm(45, NumberKind::Time, 0) && isForm(46, NumberKind::Duration, 0) && isForm(47, NumberKind::Time, 1));
}

QTEST_APPLESS_MAIN(TestNumberFormat)
#include "tst_number_format.moc"
