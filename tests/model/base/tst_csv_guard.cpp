// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/csv_guard.h"
#include "model/base/csv_table.h"

#include <QtTest>

using namespace antecedent;

class TestCsvGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guardsWhatASpreadsheetWouldRun_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        const auto row = [](const char* text, const char* cell) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(cell);
        };
        row("=1+1", "'=1+1");
        row("=HYPERLINK(\"x\",\"y\")", "'=HYPERLINK(\"x\",\"y\")");
        row("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
        row("-2+3+cmd", "'-2+3+cmd");
        row("@SUM(A1)", "'@SUM(A1)");
        row("\t=1", "'\t=1");
        row("\r=1", "'\r=1");
        row("'=1", "''=1"); // its own apostrophe is kept
        row("''=1", "'''=1");
        row("-", "'-");
        row("-5.25", "-5.25"); // numbers stay numbers
        row("+7", "+7");
        row("-1e-5", "-1e-5");
        row("'quoted' word", "'quoted' word");
        row("a=b", "a=b");
        row("'", "'");
        row("", "");
    }
    void guardsWhatASpreadsheetWouldRun()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cell);
        QCOMPARE(guardedCell(text.toStdString()), cell.toStdString());
        QCOMPARE(std::string(unguardedCell(cell.toStdString())), text.toStdString());
    }

    void comesOffWithoutLoss()
    {
        const std::string letters = "'=+-@\t\r1a.";
        std::vector<std::string> texts{""};
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::string text = texts[i];
            QCOMPARE(std::string(unguardedCell(guardedCell(text))), text);
            for (const char c : letters)
                if (text.size() < 4)
                    texts.push_back(text + c);
        }
        QCOMPARE(texts.size(), std::size_t{11'111});
    }

    void tablesAreGuardedAndReadBack()
    {
        const CsvTable table{{"name", "=x"}, {{"=1+1", "'-a"}, {"-5", "plain"}}};
        const std::string csv = toCsv(table);
        QCOMPARE(csv, std::string("name,'=x\n'=1+1,''-a\n-5,plain\n"));
        const Result<CsvTable> read = csvTableFrom(csv);
        QVERIFY(read.has_value());
        QCOMPARE(read->columns, table.columns);
        QCOMPARE(read->rows, table.rows);
    }
};

QTEST_GUILESS_MAIN(TestCsvGuard)
#include "tst_csv_guard.moc"
