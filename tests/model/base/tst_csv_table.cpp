// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/csv_table.h"

#include <QtTest>

using namespace antecedent;

class TestCsvTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites()
    {
        const CsvTable table{{"a", "b,c"}, {{"1", "x \"y\""}, {"", "line\nbreak"}}};
        const Result<CsvTable> read = csvTableFrom(toCsv(table));
        QVERIFY(read.has_value());
        QCOMPARE(read->columns, table.columns);
        QCOMPARE(read->rows, table.rows);
        QCOMPARE(read->column("b,c"), std::size_t{1});
        QCOMPARE(read->column("d"), std::size_t{2});
    }

    void readsWhatSpreadsheetsWrite()
    {
        const Result<CsvTable> read = csvTableFrom("\xEF\xBB\xBFname,asset_id\r\n\"TAB 420\",TAB-420\r\nMIX,M-1");
        QVERIFY(read.has_value());
        QCOMPARE(read->columns.front(), std::string("name"));
        QCOMPARE(read->rows.size(), std::size_t{2});
        QCOMPARE(read->rows[0][0], std::string("TAB 420"));
        QCOMPARE(read->rows[1][1], std::string("M-1"));
    }

    void namesTheLineThatIsWrong()
    {
        const Result<CsvTable> shorter = csvTableFrom("a,b\n1,\"2\n3\"\n4\n");
        QVERIFY(!shorter);
        QCOMPARE(shorter.error().where, std::string("line 4"));
        const Result<CsvTable> open = csvTableFrom("a,b\n1,\"2\n");
        QVERIFY(!open);
        QCOMPARE(open.error().detail, std::string("the file ends inside a quote"));
    }
};

QTEST_GUILESS_MAIN(TestCsvTable)
#include "tst_csv_table.moc"
