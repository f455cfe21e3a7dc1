// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Batch journals and B2MML through the whole import: recognition, profile, records, diagnostics. The sources are made
// from the documented forms, but for the real ones that are kept outside of the project.
#include "tests/importers/format/b2mml/b2mml_text.h"
#include "tests/importers/format/read_format.h"
#include "tests/importers/support/case_folder.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using test::CaseFolder;
using test::linesOf;

namespace {

constexpr const char* kJournal =
    "GMT\tLclTime\tUniqueID\tBatchID\tRecipe\tDescript\tEvent\tPValue\tEU\tProcCell\tUnit\tPhase\tUserID\n"
    "2026.03.29 00:58:00\t2026.03.29 01:58:00\t1\tB1\t1:R\tx\tState Change\tCREATED\t\t\t\t\t\n"
    "2026.03.29 00:58:00\t2026.03.29 01:58:00\t1\tB1\t1:R\\UP_A:1\tx\tState Change\tRUNNING\t\tPC\tMIX_101\t\t\n"
    "2026.03.29 00:59:00\t2026.03.29 01:59:00\t1\tB1\t1:R\tSeal wet\tComment\tCOMMENT\t\tPC\tMIX_101\t\tCTRL\\jdoe\n"
    "2026.03.29 01:10:00\t2026.03.29 03:10:00\t1\tB1\t1:R\tTEMP\tReport\t84,7\tdegC\tPC\tMIX_101\t\t\n"
    "2026.03.29 01:20:00\t2026.03.29 03:27:00\t1\tB1\t1:R\tnever\tComment\tCOMMENT\t\tPC\tMIX_101\t\tCTRL\\jdoe\n"
    "2026.03.29 02:00:00\t2026.03.29 04:00:00\t1\tB1\t1:R\\UP_A:1\tx\tState Change\tCOMPLETE\t\tPC\tMIX_101\t\t\n"
    "nonsense\n";

ImportSummary importOne(CaseFile& file, const std::string& path)
{
    Result<ImportSummary> summary = importSources(file, {path}, {});
    return summary ? *summary : ImportSummary();
}

} // namespace

class TestBatchSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void importsAJournalWithoutQuestions();
    void importsARecord();
    void importsMaintenanceAndEquipment();
    void otherEventFilesAreNamed();
    void otherXmlIsNamed();
    void realB2mml();
};

void TestBatchSources::importsAJournalWithoutQuestions()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    const ImportSummary summary = importOne(file, folder.write("1.evt", kJournal));
    QVERIFY(test::sumsHold(summary));
    const std::string lines = linesOf(summary);
    QVERIFY2(lines.starts_with("1.evt profile:batch-journal 6=4+2+0 batches:1 events:1 parameters:1 steps:1 "),
        lines.c_str());
    // Two times that contradict each other, a line that is none, a batch without an end.
    for (const char* found : {"RequiredValueUnreadable:1", "RowNotMapped:1", "SourceRemark:1"})
        QVERIFY2(lines.find(found) != std::string::npos, lines.c_str());
}

void TestBatchSources::importsARecord()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    const std::string record = test::inRecord("<Events>" + test::stateChange("01:00:00+01:00", "Running", "L2404|Mix:1")
        + test::eventOf("01:10:00+01:00", "Operator", "Message", "<MessageText>Seal wet</MessageText>")
        + test::stateChange("03:30:00+02:00", "Complete", "L2404|Mix:1") + "</Events>");
    const ImportSummary summary = importOne(file, folder.write("record.xml", record));
    QVERIFY2(linesOf(summary).starts_with("record.xml profile:b2mml 3=3+0+0 batches:1 events:1 steps:1 "),
        linesOf(summary).c_str());
    std::string wild = record;
    wild.replace(wild.find("http://www.mesa.org/xml/B2MML"), 29, "http://www.wbf.org/xml/B2MML");
    const ImportSummary odd = importOne(file, folder.write("wild.xml", wild));
    QVERIFY2(linesOf(odd).find("SourceRemark:1") != std::string::npos, linesOf(odd).c_str());
    const ImportSummary cut = importOne(file, folder.write("cut.xml", record.substr(0, record.size() - 60)));
    QVERIFY2(linesOf(cut).find("TruncatedSource:1") != std::string::npos, linesOf(cut).c_str());
}

void TestBatchSources::importsMaintenanceAndEquipment()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    const std::string text =
        "<ShowMaintenanceInformation xmlns=\"http://www.wbf.org/xml/B2MML-V0401\"><DataArea><MaintenanceInformation>"
        "<MaintenanceRequest><ID>N1</ID><Problem>Seal "
        "leaks</Problem><SubmissionDate>2026-03-28T10:00:00Z</SubmissionDate>"
        "<MaintenanceWorkOrderID>WO-9</MaintenanceWorkOrderID><EquipmentID>P-7</EquipmentID></MaintenanceRequest>"
        "<MaintenanceResponse><ID>A1</ID><Correction>Seal replaced</Correction>"
        "<ActualStartTime>2026-03-29T01:00:00Z</ActualStartTime><MaintenanceWorkOrderID>WO-9</MaintenanceWorkOrderID>"
        "</MaintenanceResponse></MaintenanceInformation></DataArea></ShowMaintenanceInformation>";
    const ImportSummary summary = importOne(file, folder.write("maintenance.xml", text));
    QVERIFY2(
        linesOf(summary).starts_with("maintenance.xml profile:b2mml 1=1+0+0 work_orders:1"), linesOf(summary).c_str());
    // Words of sites become types that the analysis counts by; those that it does not know stay as they are.
    const auto response = [](const std::string& type) {
        return "<JobResponse xmlns=\"http://www.mesa.org/xml/B2MML\"><ID>J</ID><EndTime>2026-03-29T02:00:00Z</EndTime>"
               "<WorkType>Maintenance</WorkType><JobOrderID>"
            + type + "</JobOrderID><JobResponseData><ID>MaintenanceType</ID><Value><ValueString>" + type
            + "</ValueString></Value></JobResponseData><EquipmentActual><EquipmentID>P-7</EquipmentID></"
              "EquipmentActual>"
              "<MaterialActual><MaterialDefinitionID>SEAL</MaterialDefinitionID><MaterialLotID>L1</MaterialLotID>"
              "</MaterialActual></JobResponse>";
    };
    const test::Reading read = test::readBytes(response("Corrective"));
    QCOMPARE(test::joined(read.records),
        std::string("work_orders: work_order_id=Corrective asset_id=P-7 type=CM finished=2026-03-29T02:00:00Z "
                    "text=parts: SEAL lot L1 @2/3\n"
                    "installations: position=P-7 item=L1 part_no=SEAL lot=L1 from=2026-03-29T02:00:00Z "
                    "work_order_id=Corrective @1/2\n"));
    for (const auto& [word, type] : {std::pair("preventive", "PM"), std::pair("Calibration", "CAL"),
             std::pair("Inspection", "INSP"), std::pair("XY-1", "XY-1")})
        QVERIFY(test::joined(test::readBytes(response(word)).records).find("type=" + std::string(type) + " ")
            != std::string::npos);
    const ImportSummary equipment = importOne(file,
        folder.write("equipment.xml",
            "<Equipment xmlns=\"http://www.mesa.org/xml/B2MML\"><ID>P-7</ID><EquipmentAssetMapping>"
            "<PhysicalAssetID>SN-1</PhysicalAssetID><StartTime>2026-01-01T00:00:00Z</StartTime></EquipmentAssetMapping>"
            "</Equipment>"));
    QVERIFY2(linesOf(equipment).starts_with("equipment.xml profile:b2mml 2=2+0+0 assets:1 installations:1"),
        linesOf(equipment).c_str());
}

void TestBatchSources::otherEventFilesAreNamed()
{
    using namespace std::string_literals;
    const CaseFolder folder;
    CaseFile file = folder.create();
    folder.write(
        "in/a.evt", "0|12/03/2026|08:15:00|Login|operator|1|60|\n1|12/03/2026|08:16:00|Login|operator|1|60|\n");
    folder.write("in/b.evtx", "ElfFile\0\0\0\0\0\0"s);
    const ImportSummary summary = importOne(file, folder.path("in"));
    for (const SourceSummary& source : summary.sources)
        QVERIFY2(source.isNotData || source.error, source.path.c_str());
    QCOMPARE(summary.sources.size(), std::size_t{2});
}

void TestBatchSources::otherXmlIsNamed()
{
    const test::FlatText other = test::flatten("<Recipe xmlns=\"urn:other\"/>", "b2mml");
    QVERIFY2(other.error.find("XML with the root Recipe, and no B2MML") != std::string::npos, other.error.c_str());
    QVERIFY(!recogniseFormat("<Recipe xmlns=\"urn:other\"/>", "a.xml"));
    const auto odd = recogniseFormat("<BatchProductionRecord/>", "a.xml");
    QVERIFY(odd && odd->match.reason.find("namespace is none of B2MML") != std::string::npos);
}

void TestBatchSources::realB2mml()
{
    const QString folder = test::sharedFile("b2mml/examples");
    if (folder.isEmpty())
        QSKIP("the real data are not here");
    const CaseFolder here;
    CaseFile file = here.create();
    const ImportSummary summary = importOne(file, folder.toStdString());
    QCOMPARE(summary.sources.size(), std::size_t{4});
    // A weighing is told; a schedule and two messages about lots are refused.
    std::size_t told = 0;
    for (const SourceSummary& source : summary.sources) {
        if (source.error || source.isNotData)
            continue;
        ++told;
        QCOMPARE(source.rows.read, std::uint64_t{2});
        QCOMPARE(source.records.at("genealogy"), std::uint64_t{1});
        QCOMPARE(source.records.at("batches"), std::uint64_t{1});
    }
    QCOMPARE(told, std::size_t{1});
}

QTEST_APPLESS_MAIN(TestBatchSources)
#include "tst_batch_sources.moc"
