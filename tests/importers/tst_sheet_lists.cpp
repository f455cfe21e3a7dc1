// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/inspect.h"
#include "importers/pipeline/original_rows.h"
#include "importers/pipeline/reread.h"
#include "importers/trial.h"
#include "model/store/verify.h"
#include "tests/importers/format/sheet_cells.h"
#include "tests/importers/support/case_folder.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace antecedent;
using namespace antecedent::importers;
using namespace antecedent::importers::test;

// Lists of known systems inside of workbooks: each gives what the same list as text gives. All are made for the test
// from documented headings; none is a real export.
namespace {

struct Pair
{
    std::string text;
    SheetCells cells;
};

// Orders as a German SAP system shows them. The spreadsheet took the leading zeros, and shows a day as its number.
Pair sapOrders()
{
    return {"Auftrag;AArt;Kurztext;Equipment;Technischer Platz;Iststart;Iststart Zeit;Systemstatus;Meldungsdatum\n"
            "000004000812;PM02;Größe prüfen;000000000010001234;W1-MIX;25.03.2026;07:05:00;TABG RÜCK;24.03.2026\n"
            "000004000855;PM01;Pt100, tauschen;;W1-MIX-TT101;00.00.0000;00:00:00;FREI;29.03.2026\n"
            "000004000856;PM02;Rührer;000000000010001235;W1-MIX;;;TABG;2026\n",
        {{"Auftrag", "AArt", "Kurztext", "Equipment", "Technischer Platz", "Iststart", "Iststart Zeit", "Systemstatus",
             "Meldungsdatum"},
            {4000812.0, "PM02", "Größe prüfen", 10001234.0, "W1-MIX", {46106.0, CellStyle::Date},
                {0.295138888888889, CellStyle::Clock}, "TABG RÜCK", 46105.0},
            {4000855.0, "PM01", "Pt100, tauschen", "", "W1-MIX-TT101", "00.00.0000", "00:00:00", "FREI",
                {46110.0, CellStyle::Date}},
            {4000856.0, "PM02", "Rührer", 10001235.0, "W1-MIX", "", "", "TABG", "2026"}}};
}

Pair alarmJournal()
{
    return {"Timestamp,Tag,Condition,State,Priority,Message\n"
            "2026-03-29 10:00:10.250,TI101,HI,ACT/UNACK,1,too hot\n"
            "2026-03-29 10:05:00.000,TI101,HI,ACT/ACK,1,too hot\n"
            "2026-03-29 10:10:00.500,TI101,HI,RTN,1,too hot\n"
            "2026-03-29 10:20:00.000,PI102,LO,ACT/UNACK,2,low\n",
        {{"Timestamp", "Tag", "Condition", "State", "Priority", "Message"},
            {{46110.41678530093, CellStyle::Milliseconds}, "TI101", "HI", "ACT/UNACK", 1.0, "too hot"},
            {{46110.42013888889, CellStyle::Milliseconds}, "TI101", "HI", "ACT/ACK", 1.0, "too hot"},
            {{46110.4236168981, CellStyle::Milliseconds}, "TI101", "HI", "RTN", 1.0, "too hot"},
            {{46110.43055555555, CellStyle::Milliseconds}, "PI102", "LO", "ACT/UNACK", 2.0, "low"}}};
}

Pair wideTable()
{
    return {"Timestamp,TIC101.PV [°C],TIC101.PV.Quality,AG101.SPEED\n"
            "2026-03-29 01:00,81.4,192,120\n2026-03-29 01:10,I/O Timeout,24,120.5\n2026-03-29 01:20,84.75,192,\n",
        {{"Timestamp", "TIC101.PV [°C]", "TIC101.PV.Quality", "AG101.SPEED"},
            {{46110.0416666667, CellStyle::Minutes}, 81.4, 192.0, 120.0},
            {{46110.0486111111, CellStyle::Minutes}, "I/O Timeout", 24.0, 120.5},
            {{46110.0555555556, CellStyle::Minutes}, 84.75, 192.0, ""}}};
}

Pair calibrationPoints()
{
    return {"WONUM,POINT,INPUTVALUE,ASFOUNDINPUT,ASFOUNDOUTPUT,ASFOUNDERROR1,ASFOUNDTOL1LOWER,ASFOUNDTOL1UPPER,"
            "ASFOUNDFAIL,ASLEFTINPUT,ASLEFTOUTPUT,ASLEFTERROR1,ASLEFTFAIL,PROCESSEU\n"
            "71,1,0,0,1.9,1.9,-0.5,0.5,1,0,0.1,0.1,0,degC\n72,1,0,0,0.01,0.01,-0.5,0.5,0,0,0.01,0.01,0,degC\n"
            "71,2,50,50,47.7,-2.3,-0.5,0.5,1,50,50.2,0.2,0,degC\n",
        {{"WONUM", "POINT", "INPUTVALUE", "ASFOUNDINPUT", "ASFOUNDOUTPUT", "ASFOUNDERROR1", "ASFOUNDTOL1LOWER",
             "ASFOUNDTOL1UPPER", "ASFOUNDFAIL", "ASLEFTINPUT", "ASLEFTOUTPUT", "ASLEFTERROR1", "ASLEFTFAIL",
             "PROCESSEU"},
            {71.0, 1.0, 0.0, 0.0, 1.9, 1.9, -0.5, 0.5, 1.0, 0.0, 0.1, 0.1, 0.0, "degC"},
            {72.0, 1.0, 0.0, 0.0, 0.01, 0.01, -0.5, 0.5, 0.0, 0.0, 0.01, 0.01, 0.0, "degC"},
            {71.0, 2.0, 50.0, 50.0, 47.7, -2.3, -0.5, 0.5, 1.0, 50.0, 50.2, 0.2, 0.0, "degC"}}};
}

// As it stands below a title.
SheetCells titled(SheetCells cells)
{
    cells.insert(cells.begin(), 2, std::vector<SheetCell>());
    cells.front().emplace_back("Exported for the deviation");
    return cells;
}

Reading read(const std::string& bytes, const std::string& name, const PlanOptions& options)
{
    return readBytes(bytes, options, 4096, 4096, TextSource::kBlockBytes, name);
}

SourceOpener openerOf(const std::string& bytes)
{
    return [&bytes]() -> Result<std::unique_ptr<ByteSource>> {
        return std::unique_ptr<ByteSource>(std::make_unique<MemorySource>(bytes));
    };
}

} // namespace

class TestSheetLists : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSheetGivesWhatTheTextGives_data();
    void aSheetGivesWhatTheTextGives();
    void whatIsStatedOfTheRowsIsFollowed();
    void aListIsImportedAndReadAgain();
    void rejectedRowsKeepTheirPlaces();
};

void TestSheetLists::aSheetGivesWhatTheTextGives_data()
{
    QTest::addColumn<int>("list");
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("SAP orders") << 0 << QByteArray("sap");
    QTest::newRow("alarm journal") << 1 << QByteArray("alarms");
    QTest::newRow("wide historian table") << 2 << QByteArray("historian");
    QTest::newRow("calibration points") << 3 << QByteArray("calibrationpoints");
}

void TestSheetLists::aSheetGivesWhatTheTextGives()
{
    QFETCH(int, list);
    QFETCH(QByteArray, format);
    const Pair pair = list == 0 ? sapOrders()
        : list == 1             ? alarmJournal()
        : list == 2             ? wideTable()
                                : calibrationPoints();
    const PlanOptions options = inZone("Europe/Berlin");
    const Reading text = read(pair.text, "list.csv", options);
    QCOMPARE(text.error, std::string());
    QCOMPARE(text.plan.format, format.toStdString());
    QCOMPARE(text.plan.container, std::string());
    QVERIFY(!text.records.empty());
    const Inspection ofText = *inspectSource(openerOf(pair.text), "list.csv", options);
    for (const bool isOld : {false, true}) {
        for (const SheetCells& cells : {pair.cells, titled(pair.cells)}) {
            const std::string bytes = isOld ? xlsOf(cells) : xlsxOf(cells);
            const std::string name = isOld ? "list.xls" : "list.xlsx";
            const Reading sheet = read(bytes, name, options);
            QCOMPARE(sheet.error, std::string());
            QCOMPARE(sheet.plan.format, format.toStdString());
            QCOMPARE(sheet.plan.container, std::string(isOld ? "xls" : "xlsx"));
            QCOMPARE(sheet.plan.importer, text.plan.importer);
            QCOMPARE(joined(sheet.records), joined(text.records));
            QCOMPARE(joined(sheet.diagnostics), joined(text.diagnostics));
            QVERIFY(sheet.sumsHold());
            const auto seen = inspectSource(openerOf(bytes), name, options);
            QVERIFY(seen.has_value() && seen->plan.has_value());
            QCOMPARE(seen->head.formatMatch.confidence, ofText.head.formatMatch.confidence);
            QCOMPARE(seen->head.formatMatch.reason.english(), ofText.head.formatMatch.reason.english());
            QCOMPARE(seen->candidates.front().importer, ofText.candidates.front().importer);
            QCOMPARE(seen->questions, ofText.questions);
            const auto json = nlohmann::json::parse(toJson(*seen));
            QCOMPARE(json["format"]["container"].get<std::string>(), std::string(isOld ? "xls" : "xlsx"));
            const auto trial = tryImport(openerOf(bytes), *seen->plan, {});
            QVERIFY(trial.has_value());
            QCOMPARE(trial->read, text.totals.read);
            QCOMPARE(trial->rejected, text.totals.rejected);
            MemorySource source(bytes);
            const auto preview = previewRows(*readSourceHead(source, name, options), *seen->plan, 100);
            QVERIFY(preview.has_value());
            QCOMPARE(preview->read, text.totals.read);
        }
    }
}

// A person's own profile, kept or stated, and an importer for the rows as they stand win over the list's system.
void TestSheetLists::whatIsStatedOfTheRowsIsFollowed()
{
    const Pair pair = sapOrders();
    const std::string sheet = xlsxOf(pair.cells);
    const auto own = parseProfile("[profile]\nname = own\ncolumns = Auftrag, Equipment, Iststart\n[table work_orders]\n"
                                  "work_order_id = {Auftrag}\nasset_id = {Technischer Platz}\nstarted = {Iststart}\n",
        "own.profile");
    QVERIFY(own.has_value());
    PlanOptions options = inZone("UTC");
    options.more = {*own};
    const Reading kept = read(sheet, "list.xlsx", options);
    QCOMPARE(kept.error, std::string());
    QCOMPARE(kept.plan.importer, std::string("profile:own"));
    QCOMPARE(kept.plan.format + kept.plan.container, std::string("xlsx"));
    QCOMPARE(kept.totals.read, std::uint64_t{3});
    options = inZone("UTC");
    options.profile = *own;
    QCOMPARE(read(sheet, "list.xlsx", options).plan.format, std::string("xlsx"));
    options.profile->format = "xlsx";
    QCOMPARE(read(sheet, "list.xlsx", options).plan.format, std::string("xlsx"));
    options = inZone("UTC");
    options.as = "profile:sap-plant-maintenance";
    QCOMPARE(read(sheet, "list.xlsx", options).plan.container, std::string("xlsx"));
    options.as = "canonical:work_orders"; // of the sheet as it stands, whose headings are no canonical ones
    const std::string refused = read(sheet, "list.xlsx", options).error;
    QVERIFY2(refused.find("as work_orders it lacks the columns: ") != std::string::npos, refused.c_str());
}

void TestSheetLists::aListIsImportedAndReadAgain()
{
    const CaseFolder folder;
    ImportOptions options;
    options.plan.zone = "Europe/Berlin";
    const Pair pair = sapOrders();
    CaseFile text = folder.create("text.ante");
    QVERIFY(!importSources(text, {folder.write("orders.csv", pair.text)}, options)->failed());
    for (const bool isOld : {false, true}) {
        CaseFile file = folder.create(isOld ? "xls.ante" : "xlsx.ante");
        const std::string path =
            folder.write(isOld ? "orders.xls" : "orders.xlsx", isOld ? xlsOf(pair.cells) : xlsxOf(pair.cells));
        const auto summary = importSources(file, {path}, options);
        QVERIFY(summary.has_value() && !summary->failed());
        QCOMPARE(summary->sources.front().importer, std::string("profile:sap-plant-maintenance"));
        QVERIFY(sumsHold(*summary));
        QVERIFY(file.summary()->contentHash == text.summary()->contentHash);
        const StoredSource source = file.sources()->front();
        const auto plan = nlohmann::json::parse(source.plan);
        QCOMPARE(plan["format"].get<std::string>(), std::string("sap"));
        QCOMPARE(plan["container"].get<std::string>(), std::string(isOld ? "xls" : "xlsx"));
        Reading again;
        CollectingSink sink(again);
        const auto done = rereadSource(file, source, sink);
        QVERIFY2(done.has_value(), done ? "" : errorText(done.error()).c_str());
        QCOMPARE(joined(again.records), joined(read(pair.text, "orders.csv", options.plan).records));
        const auto row = originalRows(file, source, {2}, {});
        QVERIFY2(row->at(2).starts_with("2,order,4000812,PM02,"), row->at(2).c_str());
        QCOMPARE(*file.originalRow(source.id, 1, sourceText), row->at(2));
        const auto report = verifyFile(file.path());
        QVERIFY2(report->holds(), report->findings.empty() ? "" : report->findings[0].detail.c_str());
        QVERIFY(importSources(file, {path}, options)->sources.front().earlierSource.has_value());
    }
}

// A row without its order number: its line is that of the flat list, its element that of the sheet.
void TestSheetLists::rejectedRowsKeepTheirPlaces()
{
    SheetCells cells = titled(sapOrders().cells);
    cells[4][0] = "";
    const std::string bytes = xlsxOf(cells);
    const Reading sheet = read(bytes, "list.xlsx", inZone("UTC"));
    QCOMPARE(sheet.totals.rejected, std::uint64_t{1});
    QVERIFY(std::any_of(sheet.diagnostics.begin(), sheet.diagnostics.end(),
        [](const std::string& line) { return line.find(" rejected 2/3/") != std::string::npos; }));
    const auto trial = tryImport(openerOf(bytes), sheet.plan, {});
    QCOMPARE(trial->rejects.size(), std::size_t{1});
    QVERIFY2(trial->rejects[0].original.starts_with("5,order,"), trial->rejects[0].original.c_str());
    const CaseFolder folder;
    CaseFile file = folder.create();
    ImportOptions options;
    options.plan.zone = "UTC";
    QCOMPARE(importSources(file, {folder.write("list.xlsx", bytes)}, options)->rejected(), std::uint64_t{1});
    const auto rows = originalRows(file, file.sources()->front(), {3}, {});
    QVERIFY2(rows->at(3).starts_with("5,order,"), rows->at(3).c_str());
}

QTEST_APPLESS_MAIN(TestSheetLists)
#include "tst_sheet_lists.moc"
