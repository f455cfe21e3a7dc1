// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/sheet/sheet_rows.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

using Row = std::vector<std::string>;

// The rows, one below another from the first on; empty ones are not there.
std::string textOf(SheetRows& rows, const std::vector<Row>& cells)
{
    CsvWriter out;
    for (std::size_t r = 0; r < cells.size(); ++r) {
        if (cells[r].empty())
            continue;
        rows.startRow(r + 1, false);
        for (std::size_t c = 0; c < cells[r].size(); ++c)
            rows.cell(c + 1, cells[r][c]);
        if (const std::string problem = rows.endRow(out); !problem.empty())
            return "problem " + problem;
    }
    rows.finish(out);
    return out.text();
}

std::string textOf(const std::vector<CellRange>& merged, const std::vector<Row>& cells)
{
    SheetRows rows;
    for (const CellRange& range : merged)
        rows.addMerged(range);
    return textOf(rows, cells);
}

} // namespace

class TestSheetRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void headingsOfSeveralColumnsMakePairs();
    void withoutPairsTheyStandInEachColumn();
    void titlesStayTitles();
    void dataStayAsTheyAre();
    void hiddenColumnsAreNamed();
    void columnsAndRowsHaveABound();
};

void TestSheetRows::headingsOfSeveralColumnsMakePairs()
{
    const std::vector<Row> rows{{"Orders of March"}, {"Order", "Planned", "", "Actual", "", "Text"},
        {"", "Start", "End", "Start", "Actual end", ""}, {"1", "a", "b", "c", "d", "e"}};
    const std::string expected =
        "Orders of March\n\nOrder,Planned Start,Planned End,Actual Start,Actual end,Text\n1,a,b,c,d,e\n";
    QCOMPARE(textOf({{1, 1, 1, 6}, {2, 2, 2, 3}, {2, 2, 4, 5}}, rows), expected);
    // The others are merged over both rows.
    QCOMPARE(textOf({{1, 1, 1, 6}, {2, 2, 2, 3}, {2, 2, 4, 5}, {2, 3, 1, 1}, {2, 3, 6, 6}}, rows), expected);
    // Only the headings of several stand above.
    QCOMPARE(textOf({{1, 1, 3, 4}}, {{"", "", "Actual"}, {"Order", "Asset", "Start", "End"}, {"1", "2", "3", "4"}}),
        std::string("\nOrder,Asset,Actual Start,Actual End\n1,2,3,4\n"));
}

void TestSheetRows::withoutPairsTheyStandInEachColumn()
{
    QCOMPARE(textOf({{2, 2, 3, 4}},
                 {{"Title"}, {"Order", "Asset", "Started", "", "Text"}, {"1", "P", "2026-03-01", "07:00", "x"}}),
        std::string("Title\nOrder,Asset,Started,Started,Text\n1,P,2026-03-01,07:00,x\n"));
    // One heading below is missing: no pair.
    QCOMPARE(textOf({{1, 1, 2, 3}}, {{"Order", "Actual", "", "Text"}, {"No.", "Start", "", "Note"}}),
        std::string("Order,Actual,Actual,Text\nNo.,Start,,Note\n"));
    // Both rows have a heading elsewhere: whose it is is not known.
    QCOMPARE(textOf({{1, 1, 2, 3}}, {{"Order", "Actual", "", "Text"}, {"No.", "Start", "End", "Note"}}),
        std::string("Order,Actual,Actual,Text\nNo.,Start,End,Note\n"));
}

void TestSheetRows::titlesStayTitles()
{
    const std::vector<Row> alone{{"Title"}, {"a", "b", "c"}, {"1", "2", "3"}};
    QCOMPARE(textOf({{1, 1, 1, 3}}, alone), std::string("Title\na,b,c\n1,2,3\n"));
    const std::vector<Row> named{{"Plant", "", "Date: today", ""}, {"a", "b", "c", "d"}, {"1", "2", "3", "4"}};
    QCOMPARE(textOf({{1, 1, 1, 2}, {1, 1, 3, 4}}, named), std::string("Plant,,Date: today\na,b,c,d\n1,2,3,4\n"));
    const std::vector<Row> far{{"", "", "Sheet"}, {}, {"a", "b", "c", "d"}};
    QCOMPARE(textOf({{1, 1, 3, 4}}, far), std::string(",,Sheet\n\na,b,c,d\n"));
}

void TestSheetRows::dataStayAsTheyAre()
{
    QCOMPARE(textOf({{2, 2, 2, 3}}, {{"a", "b", "c", "d"}, {"x", "down", "", "y"}, {"x", "1", "2", "y"}}),
        std::string("a,b,c,d\nx,down,,y\nx,1,2,y\n"));
    QCOMPARE(
        textOf({{1, 1, 2, 3}}, {{"1", "down", "", "y"}, {"2", "u", "v", "y"}}), std::string("1,down,,y\n2,u,v,y\n"));
    // It ends with such a row.
    QCOMPARE(textOf({{1, 1, 2, 3}}, {{"a", "b", "", "c"}}), std::string("a,b,,c\n"));
}

void TestSheetRows::hiddenColumnsAreNamed()
{
    SheetRows rows;
    rows.hideColumns(2, 3);
    rows.hideColumns(28, 16'384); // beyond what is filled
    QCOMPARE(textOf(rows, {{"a", "b", "", "d"}, {"1", "2", "", "4"}}), std::string("a,b,,d\n1,2,,4\n"));
    const auto remarks = rows.remarksAfter(0);
    QCOMPARE(remarks.size(), std::size_t{1});
    QCOMPARE(remarks[0].text, std::string("1 columns are hidden in the sheet (B); they were read"));
    SheetRows wide;
    wide.hideColumns(1, 100);
    (void)textOf(wide, {Row(30, "x")});
    QVERIFY2(wide.remarksAfter(0)[0].text.starts_with("30 columns are hidden in the sheet (A, B, ")
            && wide.remarksAfter(0)[0].text.ends_with(", S, T, …); they were read"),
        wide.remarksAfter(0)[0].text.c_str());
    SheetRows none;
    none.hideColumns(0, 5);
    none.hideColumns(7, 6);
    none.hideColumns(20'000, 30'000);
    (void)textOf(none, {Row(30, "x")});
    QVERIFY(none.remarksAfter(0).empty());
}

void TestSheetRows::columnsAndRowsHaveABound()
{
    SheetRows rows;
    CsvWriter out;
    rows.startRow(1, true);
    rows.cell(0, "x");
    rows.cell(16'385, "x");
    rows.cell(2, "y");
    QCOMPARE(rows.endRow(out), std::string());
    QCOMPARE(out.text(), std::string(",y\n"));
    rows.startRow(1, false);
    QCOMPARE(rows.endRow(out), std::string("row 1 stands behind row 1"));
    rows.startRow(2'000'000, false);
    QVERIFY(!rows.endRow(out).empty());
    QCOMPARE(rows.remarksAfter(2).size(), std::size_t{2}); // hidden rows, cut texts
}

QTEST_APPLESS_MAIN(TestSheetRows)
#include "tst_sheet_rows.moc"
