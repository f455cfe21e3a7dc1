// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/source_path.h"
#include "importers/format/xlsx/number_format.h"
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
    void numbersByTheirFormat_data();
    void numbersByTheirFormat();
    void formatsOfDates_data();
    void formatsOfDates();
    void aSheetIsAList();
    void cellsOfEveryKind();
    void mergedCellsStandInEachRow();
    void hiddenSheetsAreStated();
    void sheetsAreSourcesOfTheirOwn();
    void aWorkbookWithoutRowsIsNoData();
    void otherArchivesSayWhatTheyAre();
    void damagedArchives();
    void bombsAreRefused();
    void rowsOutOfOrderEndTheSheet();
    void damageNeverCrashes();
};

void TestXlsx::numbersByTheirFormat_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("isFrom1904");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* raw, NumberKind kind, const char* text, bool isFrom1904 = false) {
        QTest::newRow(name) << QByteArray(raw) << static_cast<int>(kind) << isFrom1904 << QByteArray(text);
    };
    row("whole", "4000123", NumberKind::Number, "4000123");
    row("binary noise", "0.30000000000000004", NumberKind::Number, "0.3");
    row("with exponent", "1.5E-3", NumberKind::Number, "0.0015");
    row("large with exponent", "1.23456789012346E+17", NumberKind::Number, "123456789012346000");
    row("no number", "abc", NumberKind::Number, "abc");
    row("day", "46110", NumberKind::Date, "2026-03-29");
    row("day with time", "46110.5", NumberKind::Date, "2026-03-29 12:00:00");
    row("time of day", "0.604166666666667", NumberKind::Time, "14:30:00");
    row("date and time", "46110.082060185188", NumberKind::DateTime, "2026-03-29 01:58:10");
    row("milliseconds", "46110.082063078706", NumberKind::DateTime, "2026-03-29 01:58:10.25");
    row("duration", "1.09375", NumberKind::Duration, "26:15:00");
    row("1 March 1900", "61", NumberKind::Date, "1900-03-01");
    row("28 February 1900", "59", NumberKind::Date, "1900-02-28");
    row("the day that never was", "60", NumberKind::Date, "60");
    row("1904", "44648", NumberKind::Date, "2026-03-29", true);
    row("the first day of 1904", "0", NumberKind::Date, "1904-01-01", true);
    row("before all days", "-1", NumberKind::Date, "-1");
    row("beyond all days", "3000000", NumberKind::Date, "3000000");
}

void TestXlsx::numbersByTheirFormat()
{
    QFETCH(QByteArray, raw);
    QFETCH(int, kind);
    QFETCH(bool, isFrom1904);
    QFETCH(QByteArray, text);
    QCOMPARE(numberText(raw.toStdString(), static_cast<NumberKind>(kind), isFrom1904), text.toStdString());
}

void TestXlsx::formatsOfDates_data()
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

void TestXlsx::formatsOfDates()
{
    QFETCH(QByteArray, code);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(kindOfFormat(code.toStdString())), kind);
}

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
    QCOMPARE(flat.text, std::string("TRUE,FALSE,#N/A,\"say \"\"x\"\"\",,2026-03-29T01:00:00,36:00:00,2.50,\n,,7\n"));
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

void TestXlsx::damageNeverCrashes()
{
    const std::string stored = zipOf(workbookMembers({{"Orders", orders(), {}}}, kTexts, kStyles), false);
    const std::string packed = zipOf(workbookMembers({{"Orders", orders(), {}}}, kTexts, kStyles));
    const int count = std::max(qEnvironmentVariableIntValue("ANTECEDENT_MUTATIONS"), 400);
    Damage damage(29500);
    for (int i = 0; i < count; ++i) {
        const std::string bytes = damage.apply(i % 2 == 0 ? stored : packed);
        const Reading reading = readBytes(bytes, inZone("UTC"), 4096, 4096, TextSource::kBlockBytes, "orders.xlsx");
        QVERIFY(reading.error.empty() ? reading.sumsHold() : reading.error.size() > 10);
    }
}

QTEST_APPLESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"
