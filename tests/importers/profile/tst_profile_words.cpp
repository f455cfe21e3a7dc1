// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mapping/tolerance_text.h"
#include "importers/profile/profile_writer.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using test::inZone;
using test::joined;
using test::readBytes;
using test::Reading;

// Words of profiles for what real lists have: columns that may be missing, records that another source completes,
// tolerances, entries over midnight. All texts are made for these tests.
namespace {

Reading readWith(const std::string& profile, const std::string& text, const std::string& zone = "UTC")
{
    PlanOptions options = inZone(zone);
    const auto parsed = parseProfile(profile, "test.profile");
    if (!parsed) {
        Reading out;
        out.error = errorText(parsed.error());
        return out;
    }
    options.profile = *parsed;
    return readBytes(text, options);
}

} // namespace

class TestProfileWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tolerances_data();
    void tolerances();
    void tolerancesOfSpans();
    void differencesAreExact();
    void optionalColumnsMayBeMissing();
    void partsOfARecordNeedNoMoreThanItsKey();
    void onlyTablesWithAKeyCanBeCompleted();
    void entriesOverMidnight();
    void wordsAreWrittenAsRead();
};

void TestProfileWords::tolerances_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("nominal");
    QTest::addColumn<QString>("low");
    QTest::addColumn<QString>("high");
    QTest::addColumn<QChar>("mark");
    const auto row = [](const char* name, const char* text, const char* nominal, const char* low, const char* high,
                         char mark = '.') {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(nominal) << QString::fromUtf8(low)
                            << QString::fromUtf8(high) << QChar::fromLatin1(mark);
    };
    row("both sides", "±0.5", "50", "-0.5", "0.5");
    row("in ASCII", "+/-0.5", "50", "-0.5", "0.5");
    row("short ASCII", "+-0.5", "50", "-0.5", "0.5");
    row("plain", "0.50", "", "-0.5", "0.5");
    row("with unit", "± 0.5 °C", "50", "-0.5", "0.5");
    row("uneven", "+0.5/-0.2", "", "-0.2", "0.5");
    row("low first", "-0.2/+0.5", "", "-0.2", "0.5");
    row("range", "-0.2...0.5", "", "-0.2", "0.5");
    row("range in words", "-0.2 to 0.5", "", "-0.2", "0.5");
    row("percent", "0.5 %", "100.0", "-0.5", "0.5");
    row("percent of a negative value", "±1%", "-20", "-0.2", "0.2");
    row("uneven percent", "+1%/-2%", "50", "-1", "0.5");
    row("decimal comma", "±0,05", "", "-0,05", "0,05", ',');
    row("true minus",
        "\xE2\x88\x92"
        "0.2/+0.5",
        "", "-0.2", "0.5");
    row("percent of nothing", "0.5 %", "", "0.5 %", "0.5 %");
    row("percent of words", "0.5 %", "n/a", "0.5 %", "0.5 %");
    row("words", "see certificate", "1", "see certificate", "see certificate");
    row("two of one sign", "+0.5/+0.2", "1", "+0.5/+0.2", "+0.5/+0.2");
    row("range of the reading", "0.4...0.6", "0.5", "-0.1", "0.1");
    row("range with an ellipsis", "0.4 \xE2\x80\xA6 0.6", "0.45", "-0.05", "0.15");
    row("range without reference", "0.4...0.6", "", "0.4", "0.6");
    row("range below zero", "-0.6...-0.4", "-0.5", "-0.1", "0.1");
    row("range in percent", "99 % ... 101 %", "200", "-2", "2");
    row("range with decimal comma", "0,4...0,6", "0,5", "-0,1", "0,1", ',');
    row("range elsewhere", "0.4...0.6", "9", "0.4...0.6", "0.4...0.6");
    row("range upside down", "0.6...0.4", "0.5", "0.6...0.4", "0.6...0.4");
    row("range with a dash", "0.4 - 0.6", "0.5", "0.4 - 0.6", "0.4 - 0.6");
    row("digits of a display",
        "\xC2\xB1"
        "0.1 % + 2 digits",
        "10",
        "\xC2\xB1"
        "0.1 % + 2 digits",
        "\xC2\xB1"
        "0.1 % + 2 digits");
    row("unit and digits", "0.1 mm + 2 digits", "10", "0.1 mm + 2 digits", "0.1 mm + 2 digits");
    row("unit with a digit", "0.5 m3/h", "", "-0.5", "0.5");
    row("percent of the reading", "0.5 % of reading", "100", "-0.5", "0.5");
    row("percent of the span", "0.5 % of span", "100", "0.5 % of span", "0.5 % of span");
    row("empty", "", "1", "", "");
    row("sign alone", "±", "1", "±", "±");
}

void TestProfileWords::tolerances()
{
    QFETCH(QString, text);
    QFETCH(QString, nominal);
    QFETCH(QString, low);
    QFETCH(QString, high);
    QFETCH(QChar, mark);
    const std::string from = text.toStdString();
    const std::string of = nominal.toStdString();
    QCOMPARE(QString::fromStdString(toleranceEdge(from, of, false, mark.toLatin1())), low);
    QCOMPARE(QString::fromStdString(toleranceEdge(from, of, true, mark.toLatin1())), high);
}

void TestProfileWords::tolerancesOfSpans()
{
    const auto edges = [](const char* text, const char* span, char mark = '.') {
        return toleranceEdge(text, "50", false, mark, span) + " " + toleranceEdge(text, "50", true, mark, span);
    };
    const std::string kPlusMinus = "\xC2\xB1";
    QCOMPARE(edges("0.5 % of span", "200"), std::string("-1 1"));
    QCOMPARE(edges("-0.5/+0.5 % of span", "0...150"), std::string("-0.75 0.75")); // the sign stands behind both
    QCOMPARE(edges("-0.2...0.4 %", ""), std::string("-0.1 0.2"));
    QCOMPARE(edges((kPlusMinus + "0.25% FS").c_str(), "0...150 degC"), std::string("-0.375 0.375"));
    QCOMPARE(edges("+0.5 % / -0.2 % of span", "-50 to 150"), std::string("-0.4 1"));
    QCOMPARE(edges("1 % URL", "-50 to 150"), std::string("-1.5 1.5"));
    QCOMPARE(edges("0,5 % v. E.", "0 - 16 bar", ','), std::string("-0,08 0,08"));
    QCOMPARE(edges("0.5 %", "200"), std::string("-0.25 0.25")); // of the nominal value
    // Without a span, with one that is none, and with words that say something else, the text stays.
    for (const char* span : {"", "n/a", "150...0", "0...", "5 %"})
        QCOMPARE(edges("0.5 % of span", span), std::string("0.5 % of span 0.5 % of span"));
    QCOMPARE(edges("0.5 % of the moon", "200"), std::string("0.5 % of the moon 0.5 % of the moon"));
}

void TestProfileWords::differencesAreExact()
{
    QCOMPARE(differenceText("52.3", "50.0", '.'), std::string("2.3"));
    QCOMPARE(differenceText("0.1", "0.3", '.'), std::string("-0.2"));
    QCOMPARE(differenceText("50", "50.00", '.'), std::string("0"));
    QCOMPARE(differenceText("2,5", "1,25", ','), std::string("1,25"));
    QCOMPARE(differenceText("", "50", '.'), std::string());
    QCOMPARE(differenceText("52.3", "n/a", '.'), std::string());
    QCOMPARE(differenceText("9223372036854775807", "0.0000001", '.'), std::string());
}

void TestProfileWords::optionalColumnsMayBeMissing()
{
    const std::string profile = "[profile]\nname = t\ncolumns = id, eq\noptional = prio, when, by\n"
                                "[table work_orders]\nwork_order_id = {id}\nasset_id = {eq}\npriority = {prio}\n"
                                "reported = {when}\ntext = {id} by {by|default:nobody}\n"
                                "[table work_order_status]\nwhen = {when} !=\nwork_order_id = {id}\nstatus = NEW\n"
                                "time = {when}\nattributes = no\n";
    const Reading whole = readWith(profile, "id,eq,prio,when,by\nW1,R,2,2026-03-01T10:00:00Z,akr\n");
    QCOMPARE(joined(whole.records),
        std::string("work_orders: work_order_id=W1 asset_id=R priority=2 reported=2026-03-01T10:00:00Z "
                    "text=W1 by akr @1/2\n"
                    "work_order_status: work_order_id=W1 status=NEW time=2026-03-01T10:00:00Z @1/2\n"));
    const Reading part = readWith(profile, "id,eq,more\nW1,R,x\n");
    QCOMPARE(
        joined(part.records), std::string("work_orders: work_order_id=W1 asset_id=R text=W1 by nobody +more=x @1/2\n"));
    QVERIFY(part.sumsHold());
    const Reading needed = readWith(profile, "id,prio\nW1,2\n");
    QVERIFY2(needed.error.find("no column 'eq'") != std::string::npos, needed.error.c_str());
}

void TestProfileWords::partsOfARecordNeedNoMoreThanItsKey()
{
    const Reading reading = readWith("[profile]\nname = t\n[table calibrations]\ncompletes = yes\n"
                                     "calibration_id = {wo}\nas_found_error = {err}\nperformed = {at}\n",
        "wo,err,at\n7,0.25,\n,0.5,\n8,bad,never\n");
    QCOMPARE(joined(reading.records),
        std::string("calibrations: calibration_id=7 as_found_error=0.25 @1/2\ncalibrations: calibration_id=8 @3/4\n"));
    QCOMPARE(joined(reading.diagnostics),
        std::string("RequiredValueMissing rejected 2/3/1 wo\n"
                    "OptionalValueUnreadable warning 3/4/2 err 'bad' not a number\n"
                    "OptionalValueUnreadable warning 3/4/3 at 'never' not a date or time in this form\n"));
    QVERIFY(reading.sumsHold());
}

void TestProfileWords::onlyTablesWithAKeyCanBeCompleted()
{
    const auto parsed = parseProfile(
        "[profile]\nname = t\n[table events]\ncompletes = yes\ntime = {a}\ncategory = b\ncode = c\n", "t.profile");
    QVERIFY(!parsed);
    QVERIFY(parsed.error().detail.find("has no key") != std::string::npos);
    QVERIFY(!parseProfile("[profile]\nname = t\n[table calibrations]\ncompletes = yes\nasset_id = {a}\n",
        "t.profile")); // without its key
}

void TestProfileWords::entriesOverMidnight()
{
    const Reading reading = readWith("[profile]\nname = t\n[times]\nDate = dmy\n[table cleanings]\novernight = yes\n"
                                     "cleaning_id = {Id}\nasset_id = R\nstart = {Date} {From}\nend = {Date} {To}\n",
        "Id,Date,From,To\n1,28.03.2026,22:10,01:35\n2,28.03.2026,08:00,09:30\n3,28.03.2026,23:00,24:00\n"
        "4,28.03.2026,10:00,\n");
    QCOMPARE(joined(reading.records),
        std::string(
            "cleanings: cleaning_id=1 asset_id=R start=2026-03-28T22:10:00Z assumed end=2026-03-29T01:35:00Z assumed "
            "@1/2\n"
            "cleanings: cleaning_id=2 asset_id=R start=2026-03-28T08:00:00Z assumed end=2026-03-28T09:30:00Z assumed "
            "@2/3\n"
            "cleanings: cleaning_id=3 asset_id=R start=2026-03-28T23:00:00Z assumed end=2026-03-29T00:00:00Z assumed "
            "@3/4\n"
            "cleanings: cleaning_id=4 asset_id=R start=2026-03-28T10:00:00Z assumed @4/5\n"));
}

void TestProfileWords::wordsAreWrittenAsRead()
{
    const std::string text = "[profile]\nname = t\ncolumns = a\noptional = b, c\n\n[table calibrations]\n"
                             "calibration_id = {a}\nasset_id = {b}\nas_found_error = {c|minus:b}\n"
                             "tolerance_low = {c|tolerance-low}\ntolerance_high = {c|tolerance-high:b}\n"
                             "completes = yes\novernight = yes\n";
    const auto parsed = parseProfile(text, "t");
    QVERIFY(parsed.has_value());
    const auto written = writeProfile(*parsed);
    QVERIFY(written.has_value());
    QCOMPARE(*written, text);
}

QTEST_GUILESS_MAIN(TestProfileWords)
#include "tst_profile_words.moc"
