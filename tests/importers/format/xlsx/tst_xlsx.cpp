// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/source_path.h"
#include "importers/pipeline/original_rows.h"
#include "model/store/verify.h"
#include "tests/importers/format/read_format.h"
#include "tests/importers/format/zip_bytes.h"
#include "tests/importers/support/case_folder.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using namespace antecedent::importers::test;

namespace {

const std::string kStyles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd.mm.yyyy\\ hh:mm\"/>"
                            "<numFmt numFmtId=\"165\" formatCode=\"[Red]0.00&quot; days&quot;\"/>"
                            "<numFmt numFmtId=\"166\" formatCode=\"[h]:mm\"/></numFmts>"
                            "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                            "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
                            "<xf numFmtId=\"165\"/><xf numFmtId=\"20\"/><xf numFmtId=\"166\"/></cellXfs>";
const std::string kTexts = "<si><t>work_order_id</t></si><si><t>asset_id</t></si><si><r><t>ty</t></r><r><t>pe</t></r>"
                           "<rPh sb=\"0\" eb=\"1\"><t>aid</t></rPh></si><si><t>started</t></si><si><t>text</t></si>"
                           "<si><t>P-101</t></si>";

std::string cellOf(const std::string& place, const std::string& value, const std::string& attributes = {})
{
    return "<c r=\"" + place + "\"" + (attributes.empty() ? "" : " " + attributes) + "><v>" + value + "</v></c>";
}

std::string inlineOf(const std::string& place, const std::string& text)
{
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string rowOf(int number, const std::string& cells, const std::string& attributes = {})
{
    return "<row r=\"" + std::to_string(number) + "\"" + attributes + ">" + cells + "</row>";
}

std::string dataOf(const std::string& rows)
{
    return "<sheetData>" + rows + "</sheetData>";
}

// A list of work orders below a title, with a heading that shared texts hold.
std::string orders()
{
    return dataOf(rowOf(1, inlineOf("A1", "Export of 30.03.2026"))
        + rowOf(3,
            cellOf("A3", "0", "t=\"s\"") + cellOf("B3", "1", "t=\"s\"") + cellOf("C3", "2", "t=\"s\"")
                + cellOf("D3", "3", "t=\"s\"") + cellOf("E3", "4", "t=\"s\""))
        + rowOf(4,
            cellOf("A4", "4000123") + cellOf("B4", "5", "t=\"s\"") + inlineOf("C4", "CM")
                + cellOf("D4", "46110.082060185188", "s=\"2\"") + inlineOf("E4", "seal leaks,\nreplaced"))
        + rowOf(6,
            cellOf("A6", "4000124") + cellOf("B6", "5", "t=\"s\"") + inlineOf("C6", "PM")
                + cellOf("D6", "46111", "s=\"1\"")));
}

FlatText flatOf(const Members& members, std::string_view part = {})
{
    return flatten(zipOf(members), "xlsx", part);
}

} // namespace

class TestXlsx : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSheetIsAList();
    void cellsOfEveryKind();
    void timesAreAsExactAsTheirFormat();
    void mergedCellsStandInEachRow();
    void headingsOverSeveralColumnsAndHiddenOnes();
    void manyMergedRanges();
    void repeatedTextsHaveABound();
    void longTextsAreCut();
    void hiddenSheetsAreStated();
    void sheetsAreSourcesOfTheirOwn();
    void aSheetThatCannotBeReadIsSaid();
    void aNameWithASheetIsThatOfTheFile();
    void aWorkbookWithoutRowsIsNoData();
    void otherArchivesSayWhatTheyAre();
    void damagedArchives();
    void bombsAreRefused();
    void rowsOutOfOrderEndTheSheet();
};

void TestXlsx::aSheetIsAList()
{
    const std::string bytes = zipOf(workbookMembers({{"Orders", orders(), {}}}, kTexts, kStyles));
    const Reading reading = readBytes(bytes, inZone("Europe/Berlin"), 999, 777, TextSource::kBlockBytes, "orders.xlsx");
    QCOMPARE(reading.error, std::string());
    QCOMPARE(reading.plan.format, std::string("xlsx"));
    QCOMPARE(reading.plan.importer, std::string("canonical:work_orders"));
    QCOMPARE(joined(reading.records),
        std::string("work_orders: work_order_id=4000123 asset_id=P-101 type=CM started=2026-03-29T00:58:10Z assumed "
                    "text=seal leaks, replaced @1/4\n"
                    "work_orders: work_order_id=4000124 asset_id=P-101 type=PM started=2026-03-29T22:00:00Z assumed "
                    "@2/6\n"));
    QVERIFY(reading.sumsHold());
}

void TestXlsx::cellsOfEveryKind()
{
    const FlatText flat = flatOf(workbookMembers(
        {{"S",
            dataOf("<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c>"
                   "<c t=\"str\"><f>A1&amp;\"x\"</f><v>say \"x\"</v></c><c><f>A1</f></c><c "
                   "t=\"d\"><v>2026-03-29T01:00:00</v>"
                   "</c><c s=\"5\"><v>1.5</v></c><c s=\"3\"><v>2.50</v></c><c t=\"s\"><v>99</v></c></row>"
                   "<row hidden=\"1\"><c r=\"C2\"><v>7</v></c></row>"),
            {}}},
        {}, kStyles));
    QCOMPARE(flat.text, std::string("TRUE,FALSE,#N/A,\"say \"\"x\"\"\",,2026-03-29T01:00:00,36:00:00,2.50\n,,7\n"));
    QCOMPARE(flat.notes.size(), std::size_t{2});
    QVERIFY(flat.notes[0].code == DiagnosticCode::SourceRemark);
    QVERIFY(flat.notes[0].detail.starts_with("1 rows are hidden"));
    QVERIFY(flat.notes[1].detail.starts_with("1 cells have a formula whose value was not saved"));
}

void TestXlsx::mergedCellsStandInEachRow()
{
    const FlatText flat = flatOf(workbookMembers({{"S",
        dataOf(rowOf(1, inlineOf("A1", "Title over all")) + rowOf(2, inlineOf("A2", "asset") + inlineOf("B2", "alarm"))
            + rowOf(3, inlineOf("A3", "R-1") + inlineOf("B3", "a")) + rowOf(4, inlineOf("B4", "b"))
            + rowOf(5, inlineOf("B5", "c")))
            + "<mergeCells count=\"2\"><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A3:A4\"/></mergeCells>",
        {}}}));
    QCOMPARE(flat.text, std::string("Title over all\nasset,alarm\nR-1,a\nR-1,b\n,c\n"));
    QVERIFY(flat.notes.at(0).detail.starts_with("2 ranges of cells are merged"));
}

// The format of the first has minutes; of the second too, but the number says more.
void TestXlsx::timesAreAsExactAsTheirFormat()
{
    const std::string rows = rowOf(1, inlineOf("A1", "time") + inlineOf("B1", "category") + inlineOf("C1", "code"))
        + rowOf(2, cellOf("A2", "46110.0819444444", "s=\"2\"") + inlineOf("B2", "alarm") + inlineOf("C2", "A"))
        + rowOf(3, cellOf("A3", "46110.082060185188", "s=\"2\"") + inlineOf("B3", "alarm") + inlineOf("C3", "B"));
    const FlatText flat = flatOf(workbookMembers({{"S", dataOf(rows), {}}}, kTexts, kStyles));
    QCOMPARE(flat.text, std::string("time,category,code\n2026-03-29 01:58,alarm,A\n2026-03-29 01:58:10,alarm,B\n"));
}

void TestXlsx::headingsOverSeveralColumnsAndHiddenOnes()
{
    const FlatText flat = flatOf(workbookMembers({{"S",
        "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/><col min=\"3\" max=\"4\" hidden=\"true\"/></cols>"
            + dataOf(rowOf(1, inlineOf("A1", "asset") + inlineOf("B1", "actual"))
                + rowOf(2, inlineOf("B2", "start") + inlineOf("C2", "end"), " hidden=\"true\"")
                + rowOf(3, inlineOf("A3", "R-1") + cellOf("B3", "1") + cellOf("C3", "2")))
            + "<mergeCells count=\"1\"><mergeCell ref=\"B1:C1\"/></mergeCells>",
        {}}}));
    QCOMPARE(flat.text, std::string("\nasset,actual start,actual end\nR-1,1,2\n"));
    QCOMPARE(flat.notes.size(), std::size_t{3});
    QVERIFY(flat.notes[1].detail.starts_with("1 rows are hidden in the sheet"));
    QCOMPARE(flat.notes[2].detail, std::string("2 columns are hidden in the sheet (A, C); they were read"));
}

void TestXlsx::manyMergedRanges()
{
    std::string rows;
    std::string ranges;
    constexpr int kCount = 100'010;
    for (int i = 1; i <= kCount; ++i) {
        const std::string row = std::to_string(i);
        rows += "<row><c><v>" + row + "</v></c><c r=\"C" + row + "\"><v>1</v></c></row>";
        ranges += "<mergeCell ref=\"A" + row + ":A1048576\"/>";
    }
    rows += "<row><c r=\"C100011\"><v>2</v></c></row>";
    const FlatText flat = flatOf(
        workbookMembers({{"S", dataOf(rows) + "<mergeCells>" + ranges + "<mergeCell ref=\"5:7\"/></mergeCells>", {}}}));
    QVERIFY(flat.text.starts_with("1,,1\n2,,1\n"));
    QVERIFY(flat.text.ends_with("\n100010,,1\n100000,,2\n"));
    QCOMPARE(flat.notes.size(), std::size_t{2});
    QVERIFY2(flat.notes[1].detail.ends_with("stand in their first row only: 10"), flat.notes[1].detail.c_str());
}

// A cell of twenty bytes can stand for a long text.
void TestXlsx::repeatedTextsHaveABound()
{
    const std::string text = "<si><t>" + std::string(100'000, 'x') + "</t></si>";
    std::string rows;
    for (int i = 0; i < 1000; ++i)
        rows += "<row><c t=\"s\"><v>0</v></c></row>";
    rows += "<row>";
    for (int i = 0; i < 200; ++i)
        rows += "<c t=\"s\"><v>0</v></c>";
    rows += "</row>";
    const std::string bytes = zipOf(workbookMembers({{"S", dataOf(rows), {}}}, text));
    MemorySource source(bytes);
    const auto flat = FlatSource::open(source, "xlsx", {});
    QVERIFY(flat.has_value());
    std::string piece(std::size_t{64} << 20U, ' ');
    std::size_t all = 0;
    std::vector<Diagnostic> notes;
    for (;;) {
        const auto got = (*flat)->read(std::span<char>(piece.data(), piece.size()));
        for (const Diagnostic& found : (*flat)->takeNotes())
            notes.push_back(found);
        QVERIFY(got.has_value());
        if (*got == 0)
            break;
        QVERIFY2(*got < 2'000'000, std::to_string(*got).c_str()); // what was made at once
        all += *got;
    }
    QCOMPARE(all, std::size_t{100'001'000});
    QCOMPARE(notes.size(), std::size_t{1});
    QVERIFY2(
        notes[0].detail.find("row 1001 has more than 16 MB of text") != std::string::npos, notes[0].detail.c_str());
}

void TestXlsx::longTextsAreCut()
{
    const std::string text = "<si><t>" + std::string(300'000, 'x') + "</t></si><si><t>next</t></si>";
    const FlatText flat =
        flatOf(workbookMembers({{"S",
                                   dataOf(rowOf(1, inlineOf("A1", std::string(300'000, 'y')) + inlineOf("B1", "b"))
                                       + rowOf(2, cellOf("A2", "0", "t=\"s\"") + cellOf("B2", "1", "t=\"s\""))),
                                   {}}},
            text));
    const auto rows = splitRows(flat.text, true, ',', '"', 10);
    QCOMPARE(rows.size(), std::size_t{2});
    QVERIFY(rows[0][0].size() <= 131'072 && rows[1][0].size() <= 131'072);
    QCOMPARE(rows[0][1] + rows[1][1], std::string("bnext"));
    QCOMPARE(flat.notes.size(), std::size_t{1});
    QVERIFY2(flat.notes[0].detail.starts_with("2 texts are longer than a cell can be"), flat.notes[0].detail.c_str());
}

void TestXlsx::hiddenSheetsAreStated()
{
    const Members members = workbookMembers({{"Codes", orders(), "veryHidden"}, {"Orders", orders(), {}},
                                                {"Notes", dataOf(rowOf(1, inlineOf("A1", "x"))), {}}},
        kTexts, kStyles);
    const FlatText flat = flatOf(members);
    QVERIFY(flat.text.find("4000123") != std::string::npos);
    QCOMPARE(flat.notes.size(), std::size_t{1});
    QCOMPARE(flat.notes[0].detail,
        std::string("the sheet Codes is hidden and was left out; #Codes behind the file name reads it"));
    QVERIFY(flatOf(members, "Codes").text.find("4000123") != std::string::npos);
    QVERIFY(flatOf(members, "Other").error.find("no sheet Other; sheets: Codes (hidden), Orders, Notes")
        != std::string::npos);
}

void TestXlsx::sheetsAreSourcesOfTheirOwn()
{
    const std::string alarms =
        dataOf(rowOf(1, inlineOf("A1", "time") + inlineOf("B1", "category") + inlineOf("C1", "code"))
            + rowOf(2, inlineOf("A2", "2026-03-29T10:00:00Z") + inlineOf("B2", "alarm") + inlineOf("C2", "TI_HIGH")));
    const CaseFolder folder;
    CaseFile file = folder.create();
    const std::string path = folder.write(
        "plant.xlsx", zipOf(workbookMembers({{"Orders", orders(), {}}, {"Al#rms", alarms, {}}}, kTexts, kStyles)));
    ImportOptions options;
    options.plan.zone = "UTC";
    QCOMPARE(listSources(path)->size(), std::size_t{2});
    const auto summary = importSources(file, {path}, options);
    QVERIFY(summary.has_value());
    QCOMPARE(linesOf(*summary),
        std::string("plant.xlsx#Orders canonical:work_orders 2=2+0+0 work_orders:2\n"
                    "plant.xlsx#Al#rms canonical:events 1=1+0+0 events:1\n"));
    const auto again = importSources(file, {path + "#Al#rms"}, options);
    QCOMPARE(linesOf(*again), std::string("plant.xlsx#Al#rms canonical:events 1=0+0+1 DuplicateRow:1 earlier:2\n"));
    const auto sources = file.sources();
    QCOMPARE(sources->size(), std::size_t{2});
    QVERIFY(sources->at(0).info.sha256 != sources->at(1).info.sha256);
    const auto row = file.originalRow(sources->at(1).id, 1, sourceText);
    QVERIFY(row.has_value());
    QCOMPARE(*row, std::string("2026-03-29T10:00:00Z,alarm,TI_HIGH"));
    const auto report = verifyFile(file.path()); // its hash has the name of the sheet in it
    QVERIFY2(report->holds(), report->findings.empty() ? "" : report->findings[0].detail.c_str());
}

void TestXlsx::aSheetThatCannotBeReadIsSaid()
{
    Members members = workbookMembers({{"Broken", "<sheetData><row><c></row>", {}}, {"Orders", orders(), {}},
                                          {"Missing", orders(), {}}, {"More", orders(), {}}},
        kTexts, kStyles);
    std::erase_if(members, [](const auto& member) { return member.first == "xl/worksheets/sheet3.xml"; });
    const FlatText flat = flatOf(members);
    QVERIFY(flat.text.find("4000123") != std::string::npos);
    QCOMPARE(flat.notes.size(), std::size_t{2});
    QVERIFY(flat.notes[0].code == DiagnosticCode::UnreadablePart);
    QVERIFY2(flat.notes[0].detail.starts_with("the sheet Broken can't be read and was left out: line 2, column "),
        flat.notes[0].detail.c_str());
    QVERIFY2(flat.notes[1].detail.starts_with("the sheet Missing can't be read"), flat.notes[1].detail.c_str());
    QCOMPARE(flatOf(members, "More").notes.size(), std::size_t{0});
    const CaseFolder folder;
    const auto sources = listSources(folder.write("plant.xlsx", zipOf(members)));
    QCOMPARE(sources->size(), std::size_t{2});
    QVERIFY(sources->at(0).ends_with("plant.xlsx#Orders") && sources->at(1).ends_with("plant.xlsx#More"));
    const FlatText none = flatOf(workbookMembers({{"Broken", "<sheetData><row><c></row>", {}}}));
    QVERIFY2(none.error.find("the sheet Broken can't be read") != std::string::npos, none.error.c_str());
}

// What tells a workbook may stand far behind its first bytes; then its name does.
void TestXlsx::aNameWithASheetIsThatOfTheFile()
{
    Members members = workbookMembers({{"Orders", orders(), {}}, {"More", orders(), {}}}, kTexts, kStyles);
    members.insert(members.begin(), {"media/picture", std::string(1'200'000, 'x')});
    PlanOptions options = inZone("UTC");
    options.part = "More";
    const Reading reading =
        readBytes(zipOf(members, false), options, 1U << 20U, 1U << 20U, TextSource::kBlockBytes, "plant.xlsx#More");
    QCOMPARE(reading.error, std::string());
    QCOMPARE(reading.totals.read, std::uint64_t{2});
    const Reading list = readBytes("time,category,code\n2026-03-29T10:00:00Z,alarm,A\n", options, 99, 99,
        TextSource::kBlockBytes, "alarms.csv#More");
    QVERIFY2(list.error.find("alarms.csv#More") != std::string::npos
            && list.error.find("has no tables of their own; leave #More behind its name out") != std::string::npos,
        list.error.c_str());
    const Reading log = readBytes(
        "<log xmlns=\"http://www.xes-standard.org/\"/>", options, 99, 99, TextSource::kBlockBytes, "log.xes#More");
    QVERIFY2(log.error.find("leave #More behind its name out") != std::string::npos, log.error.c_str());
}

void TestXlsx::aWorkbookWithoutRowsIsNoData()
{
    const Reading reading =
        readBytes(zipOf(workbookMembers({{"Empty", dataOf(""), {}}})), {}, 99, 99, TextSource::kBlockBytes, "e.xlsx");
    QVERIFY2(reading.error.find("a workbook without a sheet that has rows; sheets: Empty") != std::string::npos,
        reading.error.c_str());
}

void TestXlsx::otherArchivesSayWhatTheyAre()
{
    const Reading zip = readBytes(zipOf({{"a.txt", "hello"}}), {}, 99, 99, TextSource::kBlockBytes, "a.zip");
    QVERIFY2(zip.error.find("a ZIP archive; formats read: ") != std::string::npos, zip.error.c_str());
    const Reading named = readBytes(zipOf({{"a.txt", "hello"}}), {}, 99, 99, TextSource::kBlockBytes, "a.xlsx");
    QVERIFY2(named.error.find("a ZIP archive that is no workbook") != std::string::npos, named.error.c_str());
}

void TestXlsx::damagedArchives()
{
    const Members members = workbookMembers({{"Orders", orders(), {}}}, kTexts, kStyles);
    const std::string whole = zipOf(members);
    QVERIFY(
        flatten(whole.substr(0, whole.size() / 2), "xlsx").error.find("its directory is missing") != std::string::npos);
    QVERIFY(flatten("PK\x03\x04", "xlsx").error.find("it is cut off") != std::string::npos);
    QVERIFY(flatten(zipOf(members, true, 1), "xlsx").error.find("is encrypted") != std::string::npos);
    QVERIFY(flatten(zipOf(members, false), "xlsx").text.find("4000123") != std::string::npos);
    Members cut = members;
    for (auto& [name, content] : cut)
        if (name == "xl/worksheets/sheet1.xml")
            content.resize(content.find("<row r=\"6\""));
    const FlatText flat = flatOf(cut);
    QVERIFY(flat.text.find("4000123") != std::string::npos);
    QVERIFY(flat.notes.at(0).code == DiagnosticCode::TruncatedSource);
}

void TestXlsx::bombsAreRefused()
{
    Members members = workbookMembers({{"S", orders(), {}}}, kTexts, kStyles);
    for (auto& [name, content] : members)
        if (name == "xl/sharedStrings.xml")
            content = "<sst><si><t>" + std::string(200'000'000, 'a') + "</t></si></sst>";
    const FlatText bomb = flatOf(members);
    QVERIFY2(bomb.error.find("grows more than 200 times") != std::string::npos, bomb.error.c_str());
    std::string rows;
    for (int i = 1; i < 40'000; ++i)
        rows += "<row><c r=\"XFD" + std::to_string(i) + "\"><v>1</v></c></row>";
    const std::string wide = zipOf(workbookMembers({{"S", dataOf(rows), {}}}));
    MemorySource source(wide);
    const auto flat = FlatSource::open(source, "xlsx", {});
    std::string piece(1U << 20U, ' ');
    std::vector<Diagnostic> notes;
    for (;;) {
        const auto got = (*flat)->read(std::span<char>(piece.data(), piece.size()));
        for (const Diagnostic& found : (*flat)->takeNotes())
            notes.push_back(found);
        if (!got || *got == 0)
            break;
    }
    QVERIFY2(notes.at(0).detail.find("too many empty cells") != std::string::npos, notes.at(0).detail.c_str());
}

void TestXlsx::rowsOutOfOrderEndTheSheet()
{
    const FlatText flat = flatOf(workbookMembers(
        {{"S", dataOf(rowOf(1, cellOf("A1", "1")) + rowOf(3, cellOf("A3", "3")) + rowOf(2, cellOf("A2", "2"))), {}}}));
    QCOMPARE(flat.text, std::string("1\n\n3\n"));
    QVERIFY(flat.notes.at(0).detail.find("row 2 stands behind row 3") != std::string::npos);
    const FlatText far = flatOf(
        workbookMembers({{"S", dataOf(rowOf(1, cellOf("A1", "1")) + rowOf(2'000'000'000, cellOf("A3", "3"))), {}}}));
    QVERIFY(far.text.size() < 10);
}

QTEST_APPLESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"
