// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/proposal/propose.h"

#include "importers/profile/profile_writer.h"
#include "importers/trial.h"

#include <QFileInfo>
#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

SourceHead headOf(const std::string& bytes, const std::string& name)
{
    // As the list that it is, even where a format knows it.
    PlanOptions asText;
    asText.as = "canonical:events";
    MemorySource source(bytes);
    return readSourceHead(source, name, asText).value();
}

// Real exports that are kept outside of the project, beside it or where ANTECEDENT_SHARED says.
QString sharedData(const QString& name)
{
    const QString stated = qEnvironmentVariable("ANTECEDENT_SHARED");
    const QString root = stated.isEmpty() ? QStringLiteral(ANTECEDENT_SOURCE_DIR "/../shared") : stated;
    const QString path = root + QStringLiteral("/data/") + name;
    return QFileInfo::exists(path) ? path : QString();
}

SourceHead headOfFile(const QString& path)
{
    const auto bytes = FileSource::open(path.toStdString());
    return readSourceHead(**bytes, QFileInfo(path).fileName().toStdString(), {}).value();
}

std::string valueOf(const MappingProposal& proposal, std::string_view column)
{
    const TableMapping& table = proposal.profile.tables.front();
    for (const ColumnMapping& mapping : table.columns)
        if (tableSpec(table.table).columns[mapping.column].name == column)
            return templateText(mapping.value);
    return {};
}

// What the proposed mapping makes of the whole text.
Trial tried(const std::string& bytes, const std::string& name, const MappingProposal& proposal)
{
    PlanOptions options;
    options.profile = finishedProfile(proposal.profile).value();
    options.zone = "Europe/Berlin";
    const ImportPlan plan = proposePlan(headOf(bytes, name), options).value();
    const SourceOpener open = [&bytes]() -> Result<std::unique_ptr<ByteSource>> {
        return std::unique_ptr<ByteSource>(std::make_unique<MemorySource>(bytes));
    };
    return tryImport(open, plan, {}).value();
}

} // namespace

class TestPropose : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void germanWorkOrders();
    void englishStops();
    void timesInTwoColumns();
    void columnsOfTags();
    void pairsOfTimesAndTags();
    void oneSeriesWithoutATag();
    void listsWithoutAnId();
    void aTimeThatStatesItsZone();
    void epochsAreTold();
    void theTableCanBeChosen();
    void whatIsMissingIsNamed();
    void nothingIsProposedForWhatSaysNothing();
    void headingsThatCantBeWritten();
    void rowsThatSayWhichFieldTheyGive();
    void shortenedHeadingsOfNarrowLists();
    void whatIsKnownWellLeadsEvenIfSomethingIsMissing();
    void realListsWithoutTheirProfile_data();
    void realListsWithoutTheirProfile();
};

void TestPropose::germanWorkOrders()
{
    const std::string text = "Auftrag;Auftragsart;Kurztext;Priorität;Equipment;Bezeichnung;Eckstart;Iststart;Istende;"
                             "Systemstatus;Schadenscode;Gesamtkosten\n"
                             "4000042;PM02;Wartung Rührwerk;4-Niedrig;10-C120-UV;Skid;04.11.2024;04.11.2024;05.11.2024;"
                             "TABG;;752,11\n"
                             "4000043;PM01;Dichtung undicht;1-Hoch;10-R101-AGT;Skid;07.11.2024;07.11.2024;00.00.0000;"
                             "FREI;LEA;80,00\n";
    const auto proposals = proposeMappings(headOf(text, "export.csv"));
    QVERIFY(!proposals.empty());
    const MappingProposal& first = proposals.front();
    QVERIFY(first.table == TableId::WorkOrders);
    QVERIFY(first.missing.empty());
    QVERIFY(first.confidence > 60 && first.confidence <= 90);
    QVERIFY2(first.reason.find("headings are known") != std::string::npos, first.reason.english().c_str());
    QCOMPARE(valueOf(first, "work_order_id"), std::string("{Auftrag}"));
    QCOMPARE(valueOf(first, "asset_id"), std::string("{Equipment}"));
    QCOMPARE(valueOf(first, "type"), std::string("{Auftragsart}"));
    QCOMPARE(valueOf(first, "started"), std::string("{Iststart}"));
    QCOMPARE(valueOf(first, "finished"), std::string("{Istende}"));
    QCOMPARE(valueOf(first, "failure_mode"), std::string("{Schadenscode}"));
    QCOMPARE(valueOf(first, "text"), std::string("{Kurztext}"));
    QCOMPARE(valueOf(first, "status"), std::string("{Systemstatus}"));
    const Trial trial = tried(text, "export.csv", first);
    QCOMPARE(trial.read, std::uint64_t{2});
    QCOMPARE(trial.rejected, std::uint64_t{0});
    QCOMPARE(trial.diagnostics.at(DiagnosticCode::EmptyDateValue), std::uint64_t{1});
}

void TestPropose::englishStops()
{
    const std::string text = "Machine,Stopped,Resumed,Reason\n"
                             "TAB-01,2026-03-02 07:15,2026-03-02 07:40,Feeder jam\n"
                             "TAB-02,2026-03-02 08:15,2026-03-02 08:40,Feeder jam\n"
                             "TAB-01,2026-03-03 07:15,2026-03-03 07:40,Door open\n";
    const MappingProposal first = proposeMappings(headOf(text, "machine stops.csv")).front();
    QVERIFY(first.table == TableId::Events);
    QCOMPARE(valueOf(first, "time"), std::string("{Stopped}"));
    QCOMPARE(valueOf(first, "end"), std::string("{Resumed}"));
    QCOMPARE(valueOf(first, "asset_id"), std::string("{Machine}"));
    QCOMPARE(valueOf(first, "code"), std::string("{Reason}"));
    QVERIFY(!valueOf(first, "category").empty());
    QCOMPARE(first.profile.name, std::string("machine-stops"));
    QCOMPARE(tried(text, "machine stops.csv", first).rejected, std::uint64_t{0});
}

void TestPropose::timesInTwoColumns()
{
    const std::string text = "Meldung;Equipment;Störungsbeginn;Störungsbeginn Zeit;Störungsende;Störungsende Zeit\n"
                             "1;P-1;04.11.2024;07:15:00;04.11.2024;09:00:00\n2;P-2;05.11.2024;07:15:00;;\n";
    const MappingProposal first = proposeMapping(headOf(text, "m.csv"), TableId::WorkOrders);
    QCOMPARE(valueOf(first, "malfunction_start"), std::string("{Störungsbeginn} {Störungsbeginn Zeit}"));
    QCOMPARE(valueOf(first, "malfunction_end"), std::string("{Störungsende} {Störungsende Zeit}"));
    const std::string alarms =
        "Datum,Uhrzeit,Alarm,Anlage\n29.03.26,01:58:10,TEMP_HIGH,R-1\n29.03.26,02:58:10,LOW,R-1\n";
    QCOMPARE(
        valueOf(proposeMapping(headOf(alarms, "a.csv"), TableId::Events), "time"), std::string("{Datum} {Uhrzeit}"));
}

void TestPropose::columnsOfTags()
{
    std::string text = "Timestamp (UTC),TIC101.PV,AG101 Speed [1/min],TIC101.Quality,Batch\n";
    for (int i = 10; i < 30; ++i)
        text += "2026-03-02 07:" + std::to_string(i) + ":00," + std::to_string(i) + ".5,120,192,L1\n";
    const MappingProposal first = proposeMappings(headOf(text, "trend.csv")).front();
    QVERIFY(first.table == TableId::Samples);
    const TableMapping& samples = first.profile.tables.front();
    QCOMPARE(samples.each, (std::vector<std::string>{"TIC101.PV", "AG101 Speed [1/min]"}));
    QCOMPARE(valueOf(first, "tag"), std::string("{@name}"));
    QCOMPARE(first.profile.zones.byColumn.at("Timestamp (UTC)"), std::string("UTC"));
    const Trial trial = tried(text, "trend.csv", first);
    QCOMPARE(trial.rejected, std::uint64_t{0});
    QCOMPARE(trial.records.at(TableId::Samples), std::uint64_t{40});
    QCOMPARE(trial.byZone, std::uint64_t{0}); // the heading states the zone, not the import
}

void TestPropose::pairsOfTimesAndTags()
{
    const std::string text = "Time,F1.PV,Time,F2.PV\n03-Mar-25 05:00:00,1.5,03-Mar-25 05:00:00,2.5\n"
                             "03-Mar-25 06:00:00,1.6,03-Mar-25 06:30:00,2.6\n03-Mar-25 07:00:00,1.7,,\n";
    const MappingProposal first = proposeMappings(headOf(text, "pairs.csv")).front();
    QCOMPARE(first.profile.tables.size(), std::size_t{2});
    const Trial trial = tried(text, "pairs.csv", first);
    QCOMPARE(trial.rejected, std::uint64_t{0});
    QCOMPARE(trial.records.at(TableId::Samples), std::uint64_t{5});
}

void TestPropose::oneSeriesWithoutATag()
{
    const std::string text =
        "timestamp,value\n2013-12-02 21:15:00,73.9\n2013-12-02 21:20:00,74.9\n2013-12-02 21:25:00,76\n";
    const MappingProposal first = proposeMappings(headOf(text, "machine_temperature.csv.gz")).front();
    QVERIFY(first.table == TableId::Samples);
    QCOMPARE(valueOf(first, "tag"), std::string("machine-temperature"));
    QCOMPARE(first.made.size(), std::size_t{1});
}

void TestPropose::listsWithoutAnId()
{
    const std::string text =
        "BscStartDate,Asset,OriginalShorttext,PMType,Cost\n2004-07-01,A,BUCKET WON'T OPEN,PM01,183.05\n"
        "2005-03-20,A,L/H BUCKET CYL LEAKING.,PM01,407.4\n2005-03-20,A,HOSE BURST,PM01,20\n2005-05-05,B,SWAP "
        "BUCKET,PM01,0\n";
    const MappingProposal first = proposeMappings(headOf(text, "excavators.csv")).front();
    QVERIFY(first.table == TableId::WorkOrders);
    QCOMPARE(valueOf(first, "work_order_id"), std::string("{=asset_id}/{=type}/{=reported}/{=text}/{Cost}"));
    QCOMPARE(tried(text, "excavators.csv", first).rejected, std::uint64_t{0});
    // Nothing comes again without the text.
    const std::string plain = text.substr(0, text.find("2005-03-20,A,HOSE"));
    QCOMPARE(valueOf(proposeMappings(headOf(plain, "excavators.csv")).front(), "work_order_id"),
        std::string("{=asset_id}/{=type}/{=reported}"));
}

void TestPropose::aTimeThatStatesItsZone()
{
    const std::string text =
        "EventTime,EventTimeUtc,Alarm,Source\n2026-03-29 01:58:10.25,2026-03-29 00:58:10.25,HI,T1\n"
        "2026-03-29 03:00:02,2026-03-29 01:00:02,HI,T1\n";
    const MappingProposal first = proposeMapping(headOf(text, "alarms.csv"), TableId::Events);
    QCOMPARE(valueOf(first, "time"), std::string("{EventTimeUtc}"));
    QCOMPARE(first.profile.zones.byColumn.size(), std::size_t{1});
}

void TestPropose::epochsAreTold()
{
    const std::string text =
        "t_stamp,Tank/Level,Tank/Temp\n1772434800000,1.5,20\n1772434860000,1.6,21\n1772434920000,1.7,22\n";
    const MappingProposal first = proposeMappings(headOf(text, "history.csv")).front();
    QVERIFY(first.table == TableId::Samples);
    QVERIFY(first.profile.times.at("t_stamp").form == TimeForm::EpochMilliseconds);
    QCOMPARE(tried(text, "history.csv", first).records.at(TableId::Samples), std::uint64_t{6});
}

void TestPropose::theTableCanBeChosen()
{
    const std::string text = "Machine,Stopped,Reason\nTAB-01,2026-03-02 07:15,Jam\nTAB-02,2026-03-02 08:15,Jam\n";
    const MappingProposal chosen = proposeMapping(headOf(text, "a.csv"), TableId::Deviations);
    QVERIFY(chosen.table == TableId::Deviations);
    QCOMPARE(valueOf(chosen, "asset_id"), std::string("{Machine}"));
    QCOMPARE(valueOf(chosen, "occurred"), std::string("{Stopped}"));
}

void TestPropose::whatIsMissingIsNamed()
{
    const std::string text = "Bezeichnung;Seriennummer\nPumpe;4711\nMotor;4712\n";
    const MappingProposal assets = proposeMapping(headOf(text, "liste.csv"), TableId::Assets);
    QCOMPARE(assets.missing, std::vector<std::string>{"asset_id"});
    QVERIFY(assets.confidence <= 30);
    QVERIFY(assets.reason.find("asset_id") != std::string::npos);
    QVERIFY(!writeProfile(assets.profile).has_value());
}

void TestPropose::nothingIsProposedForWhatSaysNothing()
{
    QVERIFY(proposeMappings(headOf("foo,bar\nx,y\n", "a.csv")).empty());
    QVERIFY(proposeMappings(headOf("just a text\n", "a.csv")).empty());
    QVERIFY(proposeMappings(headOf("", "a.csv")).empty());
}

void TestPropose::headingsThatCantBeWritten()
{
    const std::string text = "Zeit;Wert {a};=Formel;Zeit\n2026-03-02 07:15;1,5;2;a\n2026-03-02 07:16;1,6;3;b\n"
                             "2026-03-02 07:17;1,7;4;c\n";
    const MappingProposal first = proposeMappings(headOf(text, "a.csv")).front();
    QVERIFY(first.table == TableId::Samples);
    QCOMPARE(first.profile.tables.front().each, (std::vector<std::string>{"column 2", "column 3"}));
    const Trial trial = tried(text, "a.csv", first);
    QCOMPARE(trial.rejected, std::uint64_t{0});
    QCOMPARE(trial.records.at(TableId::Samples), std::uint64_t{6});
}

// Real lists, named as nobody named them when the synonyms were learnt, would be best; these at least were not made for
// the test. Their profiles are not asked.
void TestPropose::rowsThatSayWhichFieldTheyGive()
{
    const std::string text = "ORDER NO,CODE,ASSETNUM,KIND\n"
                             "1,LEAK,P-1,PROBLEM\n1,WEAR,P-1,CAUSE\n1,REPLACE,P-1,REMEDY\n"
                             "2,NOISE,P-2,PROBLEM\n2,AGE,P-2,CAUSE\n3,LEAK,P-1,PROBLEM\n";
    std::string more = text;
    more.replace(more.find("CODE"), 4, "FAILURECODE");
    const auto proposals = proposeMappings(headOf(more, "failure_report.csv"));
    QVERIFY(!proposals.empty());
    const MappingProposal& first = proposals.front();
    QVERIFY2(first.table == TableId::WorkOrders, std::string(tableSpec(first.table).name).c_str());
    QVERIFY2(first.missing.empty(), first.reason.english().c_str());
    QCOMPARE(first.profile.tables.size(), std::size_t{3});
    std::string said;
    for (const ColumnGuess& guess : first.guesses)
        if (guess.source == 1)
            said +=
                std::string(tableSpec(first.table).columns[guess.column].name) + ": " + guess.reason.english() + "; ";
    QCOMPARE(said,
        std::string(
            "failure_cause: in rows where KIND is CAUSE; failure_mode: in rows where KIND is PROBLEM; activity: "
            "in rows where KIND is REMEDY; "));
    const Trial trial = tried(more, "failure_report.csv", first);
    QCOMPARE(trial.read, std::uint64_t{6});
    QCOMPARE(trial.rejected, std::uint64_t{0});
    // Rows that come again with texts that name no field are an ordinary list.
    const auto ordinary = proposeMappings(
        headOf("ORDER NO,FAILURECODE,ASSETNUM,KIND\n1,LEAK,P-1,CM\n2,NOISE,P-2,PM\n3,LEAK,P-1,CM\n4,LEAK,P-1,CM\n"
               "5,LEAK,P-1,CM\n",
            "orders.csv"));
    QCOMPARE(ordinary.front().profile.tables.size(), std::size_t{1});
}

void TestPropose::shortenedHeadingsOfNarrowLists()
{
    const auto proposals = proposeMappings(headOf(
        "Equipment|Description|Order|Description|Notif.date|Completn date|Malfunct. start|Malfunct.end|Breakdown Dur.\n"
        "P-1|Feed pump|4001|Leak at the seal|02.06.2025|03.06.2025|02.06.2025|03.06.2025|2,00\n"
        "P-1|Feed pump|4002|Noise|04.06.2025|05.06.2025|04.06.2025|05.06.2025|0,00\n"
        "P-1|Feed pump|4003|Leak again|14.06.2025|15.06.2025|14.06.2025|15.06.2025|17,00\n",
        "items.txt"));
    QVERIFY(!proposals.empty());
    const MappingProposal& first = proposals.front();
    QVERIFY(first.table == TableId::WorkOrders);
    QCOMPARE(valueOf(first, "work_order_id"), std::string("{Order}"));
    QCOMPARE(valueOf(first, "reported"), std::string("{Notif.date}"));
    QCOMPARE(valueOf(first, "finished"), std::string("{Completn date}"));
    QCOMPARE(valueOf(first, "malfunction_start"), std::string("{Malfunct. start}"));
    QCOMPARE(valueOf(first, "malfunction_end"), std::string("{Malfunct.end}"));
    QCOMPARE(valueOf(first, "text"), std::string("{Description (2)}")); // what was written, not what the machine is
    QCOMPARE(valueOf(first, "breakdown"), std::string()); // a length of time
}

void TestPropose::whatIsKnownWellLeadsEvenIfSomethingIsMissing()
{
    const auto proposals = proposeMappings(headOf("WONUM,POINT,INPUTVALUE,ASFOUNDERROR1,ASFOUNDTOL1LOWER,"
                                                  "ASFOUNDTOL1UPPER,ASLEFTERROR1,PROCESSEU\n"
                                                  "71,1,0,0.1,-1,1,0,degC\n71,2,50,0.2,-1,1,0,degC\n"
                                                  "72,1,0,0.1,-1,1,0,pH\n72,2,50,0.2,-1,1,0,pH\n",
        "points.csv"));
    QVERIFY(!proposals.empty());
    const MappingProposal& first = proposals.front();
    QVERIFY2(first.table == TableId::Calibrations, std::string(tableSpec(first.table).name).c_str());
    QCOMPARE(first.missing, (std::vector<std::string>{"asset_id", "performed"}));
    QVERIFY2(
        first.reason.find("no column for asset_id, performed") != std::string::npos, first.reason.english().c_str());
}

void TestPropose::realListsWithoutTheirProfile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("table");
    const auto row = [](const char* file, TableId table) {
        QTest::newRow(file) << QString::fromLatin1(file) << static_cast<int>(table);
    };
    row("azure_pdm/PdM_errors.csv", TableId::Events);
    row("azure_pdm/PdM_failures.csv", TableId::Deviations);
    row("azure_pdm/PdM_maint.csv", TableId::WorkOrders);
    row("azure_pdm/PdM_machines.csv", TableId::Assets);
    row("azure_pdm/telemetry_daily_mean.csv.gz", TableId::Samples);
    row("assetopsbench_chillers/alert_events.csv", TableId::Events);
    row("assetopsbench_chillers/all_wo_with_code_component_events.csv", TableId::WorkOrders);
    row("mwo_sap_like/work_orders.csv", TableId::WorkOrders);
    row("nist_excavators/excavators.csv", TableId::WorkOrders);
    row("nab_machine_temperature/machine_temperature_system_failure.csv.gz", TableId::Samples);
    row("skab/valve1/1.csv.gz", TableId::Samples);
    row("pharma_tablet_compression/Process/6.csv.gz", TableId::Samples);
    row("xes_csv_event_logs/interval_event_log.csv", TableId::BatchSteps);
    row("xes_csv_event_logs/running-example.csv", TableId::BatchSteps);
    row("production_log_4tu/ProductionCase44.csv", TableId::BatchSteps);
    row("industrial_tablets/dial_control.csv", TableId::Events);
}

void TestPropose::realListsWithoutTheirProfile()
{
    QFETCH(QString, file);
    QFETCH(int, table);
    const QString path = sharedData(file);
    if (path.isEmpty())
        QSKIP("the real data are not here");
    const SourceHead head = headOfFile(path);
    const auto proposals = proposeMappings(head);
    QVERIFY(!proposals.empty());
    const MappingProposal& first = proposals.front();
    QVERIFY2(static_cast<int>(first.table) == table, std::string(tableSpec(first.table).name).c_str());
    QVERIFY2(first.missing.empty(), first.reason.english().c_str());
    PlanOptions options;
    options.profile = finishedProfile(first.profile).value();
    options.zone = "UTC";
    const ImportPlan plan = proposePlan(head, options).value();
    const SourceOpener open = [&path]() -> Result<std::unique_ptr<ByteSource>> {
        return std::unique_ptr<ByteSource>(std::move(*FileSource::open(path.toStdString())));
    };
    const Trial trial = tryImport(open, plan, {}).value();
    QVERIFY(trial.read > 0);
    QVERIFY2(trial.rejected * 50 <= trial.read, std::to_string(trial.rejected).c_str()); // at most one in fifty
}

QTEST_GUILESS_MAIN(TestPropose)
#include "tst_propose.moc"
