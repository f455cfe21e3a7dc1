// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xls/biff_records.h"
#include "importers/pipeline/import_sources.h"
#include "tests/fuzz/damage.h"
#include "tests/importers/format/read_format.h"
#include "tests/importers/format/sheet_cells.h"
#include "tests/importers/support/case_folder.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using namespace antecedent::importers::test;

namespace {

SheetCells orders()
{
    return {{"Export of 30.03.2026"}, {}, {"work_order_id", "asset_id", "type", "started", "text"},
        {4000123.0, "P-101", "CM", {46110.082060185188, CellStyle::Minutes}, "Größe, geprüft"}, {},
        {4000124.0, "P-101", "PM", {46111.0, CellStyle::Date}}};
}

FlatText flatOf(const std::string& bytes, std::string_view part = {})
{
    return flatten(bytes, "xls", part);
}

std::string streamOf(const std::string& records, const std::string& globals = xlsStyles(), bool isBytes = false)
{
    return xlsStream({{"S", records, 0}}, globals, isBytes);
}

Reading readAs(const std::string& bytes, const std::string& name)
{
    return readBytes(bytes, inZone("Europe/Berlin"), 999, 777, TextSource::kBlockBytes, name);
}

std::string formulaCell(std::size_t row, std::size_t column, const std::string& result)
{
    return recordOf(0x0006, placeOfCell(row, column) + result + std::string(8, '\0'));
}

} // namespace

// Workbooks made record by record; the one in the folder data was made by a spreadsheet program (see the README there).
class TestXls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSheetIsAList();
    void cellsOfEveryKind();
    void formulasGiveWhatWasSaved();
    void daysCountFrom1904Too();
    void textsOfBytes();
    void sharedTextsGoOnInOtherRecords();
    void mergedAndHiddenAreStated();
    void hiddenSheetsAreStated();
    void rowsInAnyOrder();
    void aWorkbookOfASpreadsheetProgram();
    void aPasswordIsSaid();
    void whatIsCalledAWorkbook_data();
    void whatIsCalledAWorkbook();
    void tabTextUnderTheNameIsText();
    void cutAndDamagedFiles();
    void longChainsAreFollowed();
    void damageNeverCrashes();
};

void TestXls::aSheetIsAList()
{
    const Reading reading = readAs(xlsOf(orders()), "orders.xls");
    QCOMPARE(reading.error, std::string());
    QCOMPARE(reading.plan.format, std::string("xls"));
    QCOMPARE(reading.plan.importer, std::string("canonical:work_orders"));
    QCOMPARE(joined(reading.records),
        std::string("work_orders: work_order_id=4000123 asset_id=P-101 type=CM started=2026-03-29T00:58:10Z assumed "
                    "text=Größe, geprüft @1/4\n"
                    "work_orders: work_order_id=4000124 asset_id=P-101 type=PM started=2026-03-29T22:00:00Z assumed "
                    "@2/6\n"));
    QVERIFY(reading.sumsHold());
    QVERIFY(reading.diagnostics.empty());
    // The flat table is that of the same workbook as XML.
    QCOMPARE(flatOf(xlsOf(orders())).text, flatten(xlsxOf(orders()), "xlsx").text);
}

void TestXls::cellsOfEveryKind()
{
    const std::string rk = littleEndian((25U << 2U) | 2U, 4); // 25
    const std::string rkPart = littleEndian((1234U << 2U) | 3U, 4); // 12.34
    const std::string records = recordOf(0x0205, placeOfCell(0, 0) + std::string("\x01\x00", 2))
        + recordOf(0x0205, placeOfCell(0, 1) + std::string("\x2A\x01", 2)) + recordOf(0x0201, placeOfCell(0, 2))
        + recordOf(0x027E, placeOfCell(0, 3) + rk)
        + recordOf(0x00BD,
            littleEndian(0, 2) + littleEndian(4, 2) + littleEndian(0, 2) + rk + littleEndian(0, 2) + rkPart
                + littleEndian(5, 2))
        + numberCell(0, 6, 0.30000000000000004) + numberCell(0, 7, -0.0) + numberCell(0, 8, 46110.5, 99)
        + numberCell(0, 9, 0.604166666666667, 4) + numberCell(0, 10, 46110.082063078706, 3)
        + labelCell(1, 0, "say \"x\",\nline 2");
    const FlatText flat = flatOf(xlsFile(streamOf(records)));
    QCOMPARE(flat.error, std::string());
    QCOMPARE(flat.text,
        std::string("TRUE,#N/A,,25,25,12.34,0.3,0,46110.5,14:30:00,2026-03-29 01:58:10.250\n"
                    "\"say \"\"x\"\", line 2\"\n"));
    QVERIFY(flat.notes.empty());
}

void TestXls::formulasGiveWhatWasSaved()
{
    const auto kind = [](char type, char value) {
        return std::string{type, '\0', value, '\0', '\0', '\0', '\xFF', '\xFF'};
    };
    const std::string records = formulaCell(0, 0, littleEndian(std::bit_cast<std::uint64_t>(2.5), 8))
        + formulaCell(0, 1, kind(0, 0)) + recordOf(0x04BC, std::string(4, '\0')) + recordOf(0x0207, xlsText("a&b"))
        + formulaCell(0, 2, kind(1, 1)) + formulaCell(0, 3, kind(2, 0x07)) + formulaCell(0, 4, kind(3, 0))
        + formulaCell(0, 5, kind(0, 0)) + labelCell(1, 0, "x");
    const FlatText flat = flatOf(xlsFile(streamOf(records)));
    QCOMPARE(flat.text, std::string("2.5,a&b,TRUE,#DIV/0!\nx\n"));
    QCOMPARE(flat.notes.size(), std::size_t{1});
    QVERIFY(flat.notes[0].detail.starts_with("1 cells have a formula whose value was not saved"));
}

void TestXls::daysCountFrom1904Too()
{
    const std::string records = labelCell(0, 0, "day") + numberCell(1, 0, 44648, 1);
    QCOMPARE(flatOf(xlsFile(streamOf(records, xlsStyles() + recordOf(0x0022, littleEndian(1, 2))))).text,
        std::string("day\n2026-03-29\n"));
    QCOMPARE(flatOf(xlsFile(streamOf(records, xlsStyles() + recordOf(0x0022, littleEndian(0, 2))))).text,
        std::string("day\n2022-03-28\n"));
}

// BIFF5: the texts are bytes of a code page.
void TestXls::textsOfBytes()
{
    const std::string records = recordOf(0x0204,
                                    placeOfCell(0, 0) + littleEndian(4, 2)
                                        + "R\xFC"
                                          "ck")
        + labelCell(1, 0, "") + recordOf(0x00D6, placeOfCell(1, 0) + littleEndian(1, 2) + "x" + std::string(3, '\0'));
    const std::string western = recordOf(0x0042, littleEndian(1252, 2));
    const std::string sheet = xlsStream({{"Auftr\xE4ge", records, 0}}, western, true);
    QCOMPARE(flatOf(xlsFile(sheet, "Book"), "Aufträge").text, std::string("Rück\nx\n"));
    QVERIFY(flatOf(xlsFile(sheet, "Book")).notes.empty());
    const FlatText other =
        flatOf(xlsFile(xlsStream({{"S", records, 0}}, recordOf(0x0042, littleEndian(1251, 2)), true), "Book"));
    QVERIFY2(other.notes.at(0).detail.starts_with("its texts are in code page 1251"), other.notes[0].detail.c_str());
}

// In the middle of a text, with another width, and between its runs.
void TestXls::sharedTextsGoOnInOtherRecords()
{
    const std::string texts =
        recordOf(0x00FC, littleEndian(3, 4) + littleEndian(3, 4) + littleEndian(6, 2) + std::string(1, '\0') + "abc")
        + recordOf(0x003C,
            std::string(1, '\x01') + wideOf("dëf") + littleEndian(2, 2) + '\x08' + littleEndian(2, 2) + "gh"
                + std::string(3, '\0'))
        + recordOf(0x003C, std::string(5, '\0') + littleEndian(1, 2) + '\x04' + littleEndian(2, 4) + "i??");
    const std::string records =
        sharedCell(0, 0, 0) + sharedCell(0, 1, 1) + sharedCell(0, 2, 2) + sharedCell(1, 0, 99) + sharedCell(1, 1, 2);
    QCOMPARE(flatOf(xlsFile(streamOf(records, texts))).text, std::string("abcdëf,gh,i\n,i\n"));
}

void TestXls::mergedAndHiddenAreStated()
{
    const auto range = [](std::size_t r1, std::size_t r2, std::size_t c1, std::size_t c2) {
        return littleEndian(r1, 2) + littleEndian(r2, 2) + littleEndian(c1, 2) + littleEndian(c2, 2);
    };
    const std::string behind =
        recordOf(0x007D,
            littleEndian(1, 2) + littleEndian(1, 2) + littleEndian(0, 4) + littleEndian(1, 2) + littleEndian(0, 2))
        + recordOf(0x0208, littleEndian(3, 2) + std::string(10, '\0') + littleEndian(0x20, 4))
        + recordOf(0x00E5, littleEndian(2, 2) + range(0, 0, 1, 2) + range(2, 3, 0, 0));
    const FlatText flat = flatOf(
        xlsOf({{"Asset", "Actual", "", "Text"}, {"", "Start", "End", ""}, {"P-1", "a", "b", "c"}, {"", "d", "e", "f"}},
            behind));
    QCOMPARE(flat.text, std::string("\nAsset,Actual Start,Actual End,Text\nP-1,a,b,c\nP-1,d,e,f\n"));
    QCOMPARE(flat.notes.size(), std::size_t{3});
    QVERIFY(flat.notes[0].detail.starts_with("2 ranges of cells are merged"));
    QVERIFY(flat.notes[1].detail.starts_with("1 rows are hidden"));
    QVERIFY(flat.notes[2].detail.starts_with("1 columns are hidden in the sheet (B)"));
}

void TestXls::hiddenSheetsAreStated()
{
    const std::string rows = labelCell(0, 0, "a") + labelCell(1, 0, "b");
    const std::string bytes = xlsFile(xlsStream({{"Codes", rows, 2}, {"Chart", rows, 0, 2}, {"Orders", rows, 0},
        {"Nötes", labelCell(0, 0, "x"), 0}, {"More", rows, 0}}));
    const FlatText flat = flatOf(bytes);
    QCOMPARE(flat.text, std::string("a\nb\n"));
    QCOMPARE(flat.notes.size(), std::size_t{1});
    QCOMPARE(flat.notes[0].detail,
        std::string("the sheet Codes is hidden and was left out; #Codes behind the file name reads it"));
    QCOMPARE(flatOf(bytes, "Codes").text, std::string("a\nb\n"));
    QVERIFY(flatOf(bytes, "Other").error.find("no sheet Other; sheets: Codes (hidden), Orders, Nötes, More")
        != std::string::npos);
    const CaseFolder folder;
    const auto sources = listSources(folder.write("plant.xls", bytes));
    QCOMPARE(sources->size(), std::size_t{2});
    QVERIFY(sources->at(0).ends_with("plant.xls#Orders") && sources->at(1).ends_with("plant.xls#More"));
}

void TestXls::rowsInAnyOrder()
{
    const std::string records =
        labelCell(2, 0, "c") + labelCell(0, 1, "b") + labelCell(0, 0, "a") + labelCell(2, 0, "d");
    QCOMPARE(flatOf(xlsFile(streamOf(records))).text, std::string("a,b\n\nd\n"));
}

void TestXls::aWorkbookOfASpreadsheetProgram()
{
    const std::string path = ANTECEDENT_SOURCE_DIR "/tests/importers/format/xls/data/orders.xls";
    const CaseFolder folder;
    CaseFile file = folder.create();
    ImportOptions options;
    options.plan.zone = "Europe/Berlin";
    const auto summary = importSources(file, {path}, options);
    QVERIFY(summary.has_value() && !summary->failed());
    const SourceSummary& read = summary->sources.front();
    QCOMPARE(read.importer, std::string("profile:sap-plant-maintenance"));
    QCOMPARE(read.rows.read, std::uint64_t{3});
    QCOMPARE(read.rows.stored, std::uint64_t{3});
    QCOMPARE(read.records.at("work_orders"), std::uint64_t{3});
    QCOMPARE(read.diagnostics.at("SourceRemark"), std::uint64_t{2}); // the hidden sheet, the hidden column
    QCOMPARE(listSources(path)->size(), std::size_t{1}); // the other one is hidden
    QFile bytes(QString::fromStdString(path));
    QVERIFY(bytes.open(QIODevice::ReadOnly));
    const FlatText flat = flatOf(bytes.readAll().toStdString());
    QCOMPARE(flat.text,
        std::string("Instandhaltungsaufträge\n\n"
                    "Auftrag,AArt,Kurztext,Equipment,Technischer Platz,Iststart,Iststart Zeit,Systemstatus\n"
                    "4000812,PM02,Größe prüfen,10001234,W1-MIX,2026-03-25,07:05:00,TABG\n"
                    "4000855,PM01,Pt100 tauschen,10004711,W1-MIX,2026-03-29,14:30:00,FREI\n"
                    "4000856,PM02,Rührer,,W1-MIX,2026-03-29 01:58,,TABG RÜCK\n"));
}

void TestXls::aPasswordIsSaid()
{
    const std::string book = xlsFile(xlsStream({{"S", {}, 0}}, recordOf(0x002F, std::string(4, '\x01'))));
    for (const std::string& bytes : {book, xlsFile("x", "EncryptedPackage")}) {
        const Reading reading = readAs(bytes, "orders.xlsx");
        QVERIFY2(reading.error.find("orders.xlsx: the workbook is protected by a password; take the password off")
                != std::string::npos,
            reading.error.c_str());
    }
}

void TestXls::whatIsCalledAWorkbook_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("what");
    const auto row = [](const char* name, const std::string& bytes, const char* what) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(what);
    };
    row("HTML", "\r\n<html><body><table><tr><td>Auftrag</td></tr></table>", "a web page (HTML) under the name");
    row("XHTML", "<?xml version=\"1.0\"?><!DOCTYPE html><html/>", "a web page (HTML) under the name");
    row("MHTML", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", "a web archive (MHTML) under");
    row("XML", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
        "an XML spreadsheet of Excel 2003 under");
    row("Excel 4", std::string("\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00", 10),
        "a workbook of Excel 4 or before; save");
    row("another document", xlsFile("text", "WordDocument"), "a document of old Office programs that is no workbook");
    row("another version", xlsFile(recordOf(0x0809, littleEndian(0x0700, 2) + littleEndian(5, 2))),
        "a workbook of an unknown version of Excel; save");
    row("no workbook", xlsFile("text"), "its stream does not begin as one");
    row("no header", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "its header is damaged or cut off");
}

void TestXls::whatIsCalledAWorkbook()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, what);
    const Reading reading = readAs(bytes.toStdString(), "IW39.XLS");
    QVERIFY2(reading.error.find(what.toStdString()) != std::string::npos, reading.error.c_str());
    QVERIFY2(reading.error.find("IW39.XLS") != std::string::npos, reading.error.c_str());
}

void TestXls::tabTextUnderTheNameIsText()
{
    const Reading reading = readAs("Auftrag\tAArt\tTechnischer Platz\tSystemstatus\tIststart\r\n"
                                   "4000812\tPM01\tW1-MIX\tTABG\t25.03.2026\r\n",
        "IW39.xls");
    QCOMPARE(reading.error, std::string());
    QCOMPARE(reading.plan.format, std::string("sap"));
    QCOMPARE(reading.plan.container, std::string());
    QCOMPARE(reading.records.size(), std::size_t{1});
}

void TestXls::cutAndDamagedFiles()
{
    const std::string stream = streamOf(
        labelCell(0, 0, "a") + labelCell(1, 0, "b") + labelCell(2, 0, std::string(5000, 'c')) + labelCell(3, 0, "d"));
    // Behind the third row the record is cut.
    const FlatText cut = flatOf(xlsFile(stream.substr(0, stream.size() - 10)));
    QVERIFY2(cut.text.starts_with("a\nb\nccc"), cut.error.c_str());
    QVERIFY(cut.notes.at(0).code == DiagnosticCode::TruncatedSource);
    const std::string whole = xlsFile(stream);
    QVERIFY(flatOf(whole.substr(0, 512)).error.find("its directory is missing") != std::string::npos);
    // A sheet that begins elsewhere.
    std::string far = xlsStream({{"Far", {}, 0}, {"S", labelCell(0, 0, "a") + labelCell(1, 0, "b"), 0}});
    const std::string name = xlsText("Far", 1);
    far.replace(far.find(name) - 6, 4, "\xFF\xFF\xFF\x7F");
    const FlatText flat = flatOf(xlsFile(far));
    QCOMPARE(flat.text, std::string("a\nb\n"));
    QVERIFY2(flat.notes.at(0).detail.starts_with("the sheet Far can't be read and was left out: "),
        flat.notes[0].detail.c_str());
}

// More sectors than one table of them holds.
void TestXls::longChainsAreFollowed()
{
    std::string records;
    for (std::size_t i = 0; i < 10'000; ++i)
        records += labelCell(i, 0, "row " + std::to_string(i));
    const FlatText flat = flatOf(xlsFile(streamOf(records)));
    QVERIFY(flat.text.starts_with("row 0\nrow 1\n") && flat.text.ends_with("\nrow 9999\n"));
    QVERIFY(flat.notes.empty());
}

void TestXls::damageNeverCrashes()
{
    const std::string whole = xlsOf(orders());
    const int count = std::max(qEnvironmentVariableIntValue("ANTECEDENT_MUTATIONS"), 400);
    fuzz::Damage damage(97);
    for (int i = 0; i < count; ++i) {
        std::string bytes = damage.apply(whole);
        if (i % 2 == 0) // of the records alone
            bytes =
                xlsFile(damage.apply(streamOf(numberCell(0, 0, 1) + labelCell(1, 1, "text") + sharedCell(2, 0, 0))));
        const Reading reading = readAs(bytes, "orders.xls");
        QVERIFY(reading.error.empty() ? reading.sumsHold() : reading.error.size() > 10);
    }
}

QTEST_APPLESS_MAIN(TestXls)
#include "tst_xls.moc"
