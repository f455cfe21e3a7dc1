// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/fixed_width.h"

#include "importers/text/line_cells.h"

#include <QTest>

#include <array>
#include <string>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

// The cells between bars; a bar alone: the line does not have the shape.
std::string cutText(std::string_view line, const std::vector<FixedCell>& cells)
{
    std::vector<std::string_view> found;
    if (!cutFixed(line, cells, found))
        return "|";
    std::string out;
    for (const std::string_view cell : found)
        out += (out.empty() ? "" : "|") + std::string(cell);
    return out;
}

} // namespace

class TestFixedWidth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void widthsWithABlankBetween()
    {
        const std::array<std::size_t, 3> widths{3, 2, 4};
        const std::vector<FixedCell> cells = cellsOfWidths(widths);
        QCOMPARE(cutText("abc de fghi", cells), std::string("abc|de|fghi"));
        QCOMPARE(cutText("a   d  f", cells), std::string("a  |d |f"));
        QCOMPARE(cutText("abc de", cells), std::string("abc|de|"));
        QCOMPARE(cutText("abcxde fghi", cells), std::string("|")); // text between two cells
        QCOMPARE(cutText("abc de fghij", cells), std::string("|")); // and behind the last
        QCOMPARE(cutText("abc", cells), std::string("|"));
        QCOMPARE(cutText("", cells), std::string("|"));
        // Characters count, not bytes.
        QCOMPARE(cutText("äöü ß  xyzw", cells), std::string("äöü|ß |xyzw"));
    }

    void gapsThatAllLinesShare()
    {
        const std::array<std::string_view, 3> lines{
            "TT101   too hot    ON", "P7      stopped    OFF", "LS1     x y z      ON"};
        const std::vector<FixedCell> cells = cellsOfGaps(lines, 2);
        QCOMPARE(cells, (std::vector<FixedCell>{{0, 7}, {8, 18}, {19, FixedCell::kToTheEnd}}));
        QCOMPARE(cutText("LS2     a longer   OFF for good", cells), std::string("LS2    |a longer  |OFF for good"));
        // A text that reaches up to the next cell shows that there was no gap.
        QCOMPARE(cutText("LS2     a longer textOFF", cells), std::string("|"));
        // A blank that one line alone lacks is none.
        const std::array<std::string_view, 2> joined{"aa bb", "aabbb"};
        QCOMPARE(cellsOfGaps(joined, 1).size(), std::size_t{1});
        QVERIFY(cellsOfGaps({}, 1).empty());
        const std::array<std::string_view, 1> blank{"    "};
        QVERIFY(cellsOfGaps(blank, 1).empty());
        QCOMPARE(cellsOfGaps(lines, 2, 7).front(), (FixedCell{8, 18}));
    }

    void linesAreRowsWithTheirNumbers()
    {
        MemorySource rest("\n\xE4z\nlong enough\n");
        LineCells rows("a b\r\n\r\n", rest, Encoding::Windows1252, [](std::string_view line, auto& cells) {
            cells = {line.substr(0, 1), line.substr(1)};
            return line.size() < 5;
        });
        QVERIFY(*rows.next());
        QCOMPARE(std::string(rows.cell(1)), std::string("b"));
        QCOMPARE(rows.line(), std::uint64_t{1});
        QVERIFY(rows.isSound() && rows.cell(2).empty());
        QVERIFY(*rows.next());
        QCOMPARE(rows.line(), std::uint64_t{4});
        QVERIFY(rows.isSound());
        QVERIFY(*rows.next());
        QVERIFY(!rows.isSound());
        QVERIFY(!*rows.next());
    }
};

QTEST_GUILESS_MAIN(TestFixedWidth)
#include "tst_fixed_width.moc"
