// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/import_sources.h"
#include "importers/pipeline/original_rows.h"

#include "model/store/row_set.h"
#include "tests/importers/support/case_folder.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using test::inZone;
using test::joined;
using test::readBytes;
using test::Reading;

// Exports of plant systems from their bytes to records, by the built-in formats and profiles. All texts are made from
// documented columns; none is a real export.
namespace {

ImportOptions inBerlin()
{
    ImportOptions out;
    out.plan.zone = "Europe/Berlin";
    return out;
}

} // namespace

class TestPlantExports : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void alarmsBecomeEvents();
    void alarmsThatCameBeforeAreRejected();
    void sapListsBecomeWorkOrders();
    void itemsAndReadingsOfSap();
    void historianTablesBecomeSamplesAndTags();
    void historiansNameZonesAsWindowsDoes();
    void digitalTagsBecomeStates();
    void longTablesAreReadToTheirEnd();
    void filesOfMaximoCompleteEachOther();
    void messagesOfMaximo();
    void calibrationOrdersOfMaximo();
    void calibrationPointsWithTolerances();
    void tolerancesOfASpan();
    void calibrationPointsWithoutOrder();
    void cleaningsAndLogbooks();
    void logbooksOverMidnightWhenClocksChange();
    void aProfileOfTheUserSeesTheTextItself();
    void datesOfOneSourceAgree();
    void statedEncodingsAreTaken();
    void statedDecimalMarksAreTaken();
    void encodingsAreSettledByAllBytes();
    void datesOfJournalsAreSettledByAllRows();
};

void TestPlantExports::alarmsBecomeEvents()
{
    const Reading reading =
        readBytes("EventTime,AlarmName,AlarmState,Severity,InAlarmTime,OutOfAlarmTime,Message,Tag1\n"
                  "3/29/2026 1:58:10 AM,T1,1,900,3/29/2026 1:58:10 AM,,Hot,L1\n"
                  "3/29/2026 3:20:45 AM,T1,3,900,3/29/2026 1:58:10 AM,3/29/2026 3:20:45 AM,Hot,L1\n",
            inZone("Europe/Berlin"));
    QCOMPARE(reading.error, std::string());
    QCOMPARE(reading.plan.importer, std::string("profile:alarm-journal"));
    // The clock was put forward between the two.
    QCOMPARE(joined(reading.records),
        std::string("events: time=2026-03-29T00:58:10Z assumed category=alarm code=T1 severity=1 text=Hot "
                    "end=2026-03-29T01:20:45Z assumed +priority=900 +Tag1=L1 @1/2\n"));
    QVERIFY(reading.sumsHold());
}

void TestPlantExports::alarmsThatCameBeforeAreRejected()
{
    const Reading reading = readBytes("EventTime,EventTimeUtc,Type,Severity,Source_ProcessVariable,Alarm_Condition\n"
                                      "2026-03-29 01:00:00,2026-03-29 00:00:00,Alarm.Clear,2,T1,Hi\n"
                                      "2026-03-29 01:10:00,2026-03-29 00:10:00,Alarm.Set,2,T1,Hi\n");
    QCOMPARE(joined(reading.records),
        std::string("events: time=2026-03-29T00:10:00Z asset_id=T1 category=alarm code=Hi severity=2 "
                    "+pairing=no clear @2/3\n"));
    QVERIFY2(joined(reading.diagnostics).find("RequiredValueMissing rejected 1/2/3 onset\n") != std::string::npos,
        joined(reading.diagnostics).c_str());
    QVERIFY(reading.sumsHold());
}

void TestPlantExports::sapListsBecomeWorkOrders()
{
    const Reading reading = readBytes("Auftrag;AArt;Kurztext;Equipment;Technischer Platz;Systemstatus;Meldungsdatum;"
                                      "Meldungszeit;Iststart;Iststart Zeit;Istende;Istende Zeit\n"
                                      "4000812;PM01;Dichtung;10001234;W1;TABG;28.03.2026;16:40:00;29.03.2026;01:30:00;"
                                      "29.03.2026;24:00:00\n"
                                      "4000813;PM02;Wartung;;W1;FREI;28.03.2026;;00.00.0000;00:00:00;00.00.0000;\n",
        inZone("Europe/Berlin"));
    QCOMPARE(reading.plan.importer, std::string("profile:sap-plant-maintenance"));
    QCOMPARE(joined(reading.records),
        std::string(
            "work_orders: work_order_id=4000812 asset_id=10001234 type=CM reported=2026-03-28T15:40:00Z assumed "
            "started=2026-03-29T00:30:00Z assumed finished=2026-03-29T22:00:00Z assumed status=COMP "
            "text=Dichtung +Technischer Platz=W1 +Systemstatus=TABG @1/2\n"
            "work_orders: work_order_id=4000813 asset_id=W1 type=PM reported=2026-03-27T23:00:00Z assumed "
            "status=INPRG text=Wartung +Technischer Platz=W1 +Systemstatus=FREI @2/3\n"));
    QVERIFY(reading.sumsHold());
}

void TestPlantExports::itemsAndReadingsOfSap()
{
    const test::CaseFolder folder;
    folder.write("in/items.txt",
        "Functional Loc.\tOrder\tNotification\tDescription\tObjectPartCode\tDamage Code\tCause code\tNotif.date\n"
        "W1\t1\t10\tSeal leaks\tSEAL\tELP\tWEAR\t25.03.2026\nW1\t1\t10\tSeal leaks\tSHAFT\tVIB\tALGN\t25.03.2026\n");
    folder.write("in/readings.txt",
        "Messbeleg;Meßpunkt;Messposition;Equipment;Messdatum;Messzeit;Messwert;Einheit\n"
        "900;12;VIB;100;25.03.2026;06:00:00;4,5;mm/s\n901;13;STD;100;25.03.2026;06:00:00;1234;H\n");
    CaseFile file = folder.create();
    const auto summary = importSources(file, {folder.path("in")}, inBerlin());
    QVERIFY(summary.has_value());
    QVERIFY2(
        !summary->failed() && summary->rejected() == 0 && test::sumsHold(*summary), test::linesOf(*summary).c_str());
    const auto counts = file.summary()->counts;
    QCOMPARE(counts.at("work_orders"), std::uint64_t{1});
    QCOMPARE(counts.at("samples"), std::uint64_t{1});
    QCOMPARE(counts.at("meters"), std::uint64_t{1});
    QCOMPARE(counts.at("tags"), std::uint64_t{1});
    // The items do not contradict each other; both are there to be read.
    std::vector<ResolutionNote> notes;
    const RowSet orders = resolveRows(*readRows(file, TableId::WorkOrders), {}, notes);
    QCOMPARE(notes.size(), std::size_t{0});
    const std::string order = test::recordText(orders.batch, 0);
    QVERIFY2(order.find("failure_mode=ELP failure_cause=WEAR") != std::string::npos
            && order.find("+FURTHER_ITEM_2=10: part SHAFT, damage VIB, cause ALGN") != std::string::npos,
        order.c_str());
}

void TestPlantExports::historianTablesBecomeSamplesAndTags()
{
    const Reading reading = readBytes("Timestamp (UTC),T101.PV [degC],P101.PV\n2026-03-29 01:00:00,21.5,0.1\n"
                                      "2026-03-29 01:10:00,I/O Timeout,\n");
    QCOMPARE(reading.plan.importer, std::string("profile:historian-table"));
    QCOMPARE(joined(reading.records),
        std::string("samples: time=2026-03-29T01:00:00Z tag=T101.PV value=21.5 @2/3\n"
                    "samples: time=2026-03-29T01:00:00Z tag=P101.PV value=0.1 @3/4\n"
                    "samples: time=2026-03-29T01:10:00Z tag=T101.PV quality=I/O Timeout @4/5\n"
                    "tags: tag=T101.PV unit=degC @1/2\n"));
    QVERIFY(reading.sumsHold());
}

void TestPlantExports::digitalTagsBecomeStates()
{
    const Reading reading = readBytes("timestamp,tag,value,quality\n2026-03-29T01:00:00Z,P1.RUN,Running,Good\n"
                                      "2026-03-29T01:05:00Z,P1.RUN,Running,Good\n2026-03-29T01:10:00Z,T1,1.5,Good\n"
                                      "2026-03-29T01:10:00Z,P1.RUN,Stopped,Good\n"
                                      "2026-03-29T01:15:00Z,P1.RUN,Bad Input,\n");
    QCOMPARE(reading.plan.importer, std::string("profile:historian-table"));
    QCOMPARE(joined(reading.records),
        std::string("samples: time=2026-03-29T01:10:00Z tag=T1 value=1.5 quality=Good @3/4\n"
                    "samples: time=2026-03-29T01:15:00Z tag=P1.RUN quality=Bad Input @5/6\n"
                    "events: time=2026-03-29T01:00:00Z asset_id=P1.RUN category=state code=P1.RUN=Running @2/3\n"
                    "events: time=2026-03-29T01:10:00Z asset_id=P1.RUN category=state code=P1.RUN=Stopped @4/5\n"
                    "tags: tag=P1.RUN +interpolation=step @1/2\n"));
    QCOMPARE(joined(reading.diagnostics),
        std::string(
            "BadQualityValue warning 5/6/5 value 'Bad Input'\n"
            "SourceRemark info 0/0/0 1 value of a digital tag repeats its state and is no record of its own\n"));
    QVERIFY(reading.sumsHold());
}

void TestPlantExports::historiansNameZonesAsWindowsDoes()
{
    const Reading reading = readBytes("DateTime,TagName,Value,OPCQuality,wwTimeZone\n"
                                      "2026-07-01 12:00:00,T1,1.5,192,W. Europe Standard Time\n"
                                      "2026-01-01 12:00:00,T1,1.5,192,Eastern Standard Time\n"
                                      "2026-01-01 12:00:00,T1,1.5,192,UTC\n"
                                      "2026-01-01 12:00:00,T1,1.5,192,Plant Time\n",
        inZone("Asia/Tokyo"));
    QCOMPARE(joined(reading.records),
        std::string("samples: time=2026-07-01T10:00:00Z rule tag=T1 value=1.5 quality=Good @1/2\n"
                    "samples: time=2026-01-01T17:00:00Z rule tag=T1 value=1.5 quality=Good @2/3\n"
                    "samples: time=2026-01-01T12:00:00Z tag=T1 value=1.5 quality=Good @3/4\n"));
    QCOMPARE(joined(reading.diagnostics),
        std::string("MissingZone rejected 4/5/3 time '2026-01-01 12:00:00' the zone 'Plant Time' is not known\n"));
    QVERIFY(reading.sumsHold());
}

void TestPlantExports::longTablesAreReadToTheirEnd()
{
    const test::CaseFolder folder;
    std::string text = "Timestamp,T101.PV,P101.PV\n";
    constexpr int kRows = 20'000;
    for (int i = 0; i < kRows; ++i)
        text += "2026-03-0" + std::to_string(1 + i / 5000) + "T" + std::to_string(10 + i / 3600 % 10) + ":"
            + std::to_string(10 + i / 60 % 50) + ":" + std::to_string(10 + i % 50) + "Z," + std::to_string(i) + ".5,"
            + std::to_string(i) + "\n";
    CaseFile file = folder.create();
    const auto summary = importSources(file, {folder.write("long.csv", text)}, inBerlin());
    QVERIFY(summary.has_value());
    QVERIFY2(!summary->failed(), test::linesOf(*summary).c_str());
    QVERIFY(test::sumsHold(*summary));
    QCOMPARE(summary->sources[0].importer, std::string("profile:historian-table"));
    QCOMPARE(summary->sources[0].rows.read, std::uint64_t{2 * kRows});
}

void TestPlantExports::filesOfMaximoCompleteEachOther()
{
    const test::CaseFolder folder;
    folder.write("in/a.csv",
        "WONUM,SITEID,DESCRIPTION,ASSETNUM,WORKTYPE,STATUS,REPORTDATE,ACTSTART,ACTFINISH,PLUSCNEXTDATE\n"
        "1,S,Seal leaks,P-1,CM,COMP,3/25/26 4:40 PM,3/26/26 7:10 AM,3/26/26 9:55 AM,\n"
        "2,S,Calibrate,TT-1,CAL,COMP,3/27/26 8:00 AM,3/28/26 9:00 AM,3/28/26 10:00 AM,9/28/26\n");
    folder.write("in/b.csv",
        "WONUM,FAILURECODE,ASSETNUM,LINENUM,TYPE\n1,ELP,P-1,1,PROBLEM\n1,WEAR,P-1,2,CAUSE\n"
        "1,REPLACE,P-1,3,REMEDY\n");
    folder.write(
        "in/c.csv", "WONUM,ASSETNUM,DSPLANNUM,ASFOUNDCALSTATUS,ASLEFTCALSTATUS,NOADJMADE\n2,TT-1,D,FAIL,PASS,0\n");
    folder.write("in/d.csv",
        "WONUM,POINT,ASFOUNDINPUT,ASFOUNDOUTPUT,ASFOUNDERROR1,ASFOUNDTOL1LOWER,ASFOUNDTOL1UPPER\n"
        "2,1,0,1.9,1.9,-0.5,0.5\n2,2,50,52.3,2.3,-0.5,0.5\n3,1,0,0.1,0.1,-0.5,0.5\n");
    CaseFile file = folder.create();
    const auto summary = importSources(file, {folder.path("in")}, inBerlin());
    QVERIFY(summary.has_value());
    QVERIFY2(!summary->failed(), test::linesOf(*summary).c_str());
    QVERIFY(test::sumsHold(*summary));
    const auto counts = file.summary()->counts;
    QCOMPARE(counts.at("work_orders"), std::uint64_t{1});
    QCOMPARE(counts.at("calibrations"), std::uint64_t{1}); // of order 3 only the points are known
    const Result<RowSet> orders = readRows(file, TableId::WorkOrders);
    std::vector<ResolutionNote> notes;
    const RowSet order = resolveRows(*orders, {}, notes);
    const TableSpec& spec = tableSpec(TableId::WorkOrders);
    const auto text = [&](const char* name) { return std::string(order.batch.columns[*spec.find(name)].texts[0]); };
    QCOMPARE(text("failure_mode"), std::string("ELP"));
    QCOMPARE(text("failure_cause"), std::string("WEAR"));
    QCOMPARE(text("activity"), std::string("replace"));
    QCOMPARE(text("text"), std::string("Seal leaks"));
    const RowSet calibration = resolveRows(*readRows(file, TableId::Calibrations), {}, notes);
    QVERIFY2(
        test::recordText(calibration.batch, 0)
            .starts_with(
                "calibrations: calibration_id=2 asset_id=TT-1 performed=2026-03-28T08:00:00Z assumed "
                "due=2026-09-27T22:00:00Z assumed as_found_error=2.3 tolerance=0.5 result=fail as_found_result=fail "
                "as_left_result=pass adjusted=yes tolerance_low=-0.5 tolerance_high=0.5"),
        test::recordText(calibration.batch, 0).c_str());
    QVERIFY(std::any_of(notes.begin(), notes.end(),
        [](const ResolutionNote& n) { return n.code == DiagnosticCode::IncompleteRecord && n.name == "3"; }));
}

void TestPlantExports::messagesOfMaximo()
{
    const std::string expected = "work_orders: work_order_id=1001 asset_id=P-1 type=CM priority=1 failure_mode=LEAK "
                                 "reported=2023-07-26T15:47:06Z started=2023-07-27T10:00:00Z status=COMP text=Seal "
                                 "\"A\" leaks +LOCATION=MIX @1/2\n"
                                 "work_order_status: work_order_id=1001 status=COMP time=2023-07-28T00:00:00Z @1/2\n";
    for (const char* json :
        {R"({"member":[{"spi:wonum":"1001","spi:description":"Seal \"A\" leaks","spi:assetnum":"P-1","spi:worktype":"CM",
             "spi:status":"COMP","spi:status_description":"Completed","spi:reportdate":"2023-07-26T12:47:06-03:00",
             "spi:actstart":"2023-07-27T07:00:00-03:00","spi:wopriority":1,"spi:problemcode":"LEAK","spi:location":"MIX",
             "spi:statusdate":"2023-07-28T00:00:00Z","spi:labtrans":[{"spi:craft":"MECH"}],"spi:lead":null}],
             "responseInfo":{"totalCount":1}})",
            R"({"responseInfo":{"wonum":"no"},"member":[{"wonum":"1001","description":"Seal \"A\" leaks","assetnum":"P-1",
             "worktype":"CM","status":"COMP","reportdate":"2023-07-26T12:47:06-03:00","actstart":"2023-07-27T07:00:00-03:00",
             "wopriority":1,"problemcode":"LEAK","location":"MIX","statusdate":"2023-07-28T00:00:00Z"}]})"}) {
        const Reading reading = readBytes(json, {}, 1U << 20U, 1U << 20U, TextSource::kBlockBytes, "page.json");
        QCOMPARE(reading.error, std::string());
        QCOMPARE(joined(reading.records), expected);
    }
    const Reading xml =
        readBytes("<?xml version=\"1.0\"?><SyncMXWO xmlns=\"ibm.com/maximo\"><MXWOSet>"
                  "<WORKORDER action=\"Add\"><WONUM>1001</WONUM><DESCRIPTION>Seal &quot;A&quot; leaks"
                  "</DESCRIPTION><ASSETNUM>P-1</ASSETNUM><WORKTYPE>CM</WORKTYPE>"
                  "<STATUS maxvalue=\"COMP\">COMP</STATUS><REPORTDATE>2023-07-26T12:47:06-03:00</REPORTDATE>"
                  "<ACTSTART>2023-07-27T07:00:00-03:00</ACTSTART><WOPRIORITY>1</WOPRIORITY>"
                  "<PROBLEMCODE>LEAK</PROBLEMCODE><LOCATION>MIX</LOCATION>"
                  "<STATUSDATE>2023-07-28T00:00:00Z</STATUSDATE></WORKORDER></MXWOSet></SyncMXWO>",
            {}, 1U << 20U, 1U << 20U, TextSource::kBlockBytes, "message.xml");
    QCOMPARE(joined(xml.records), expected);
    // A long text is cut between two characters.
    const std::string text = "x" + QString(20'000, QChar(0xE4)).toStdString();
    const Reading large =
        readBytes(R"({"member":[{"wonum":"1","assetnum":"A","worktype":"PM","description":")" + text + R"("}]})", {},
            1U << 20U, 1U << 20U, TextSource::kBlockBytes, "page.json");
    QCOMPARE(joined(large.records),
        "work_orders: work_order_id=1 asset_id=A type=PM text=" + text.substr(0, 19'999) + " @1/2\n");
    // A page that is cut off gives what it has.
    const Reading cut = readBytes(R"({"member":[{"wonum":"1","assetnum":"A","worktype":"PM","status":"NEW"},{"wonum":)",
        {}, 1U << 20U, 1U << 20U, TextSource::kBlockBytes, "page.json");
    QCOMPARE(joined(cut.records), std::string("work_orders: work_order_id=1 asset_id=A type=PM status=NEW @1/2\n"));
    QVERIFY2(joined(cut.diagnostics).find("TruncatedSource") != std::string::npos, joined(cut.diagnostics).c_str());
}

void TestPlantExports::calibrationPointsWithTolerances()
{
    const Reading reading = readBytes(
        "Instrument,Tag,WO,CalDate,DueDate,Point,Nominal,Unit,AsFound,AsLeft,Tolerance,AsFoundResult,"
        "AsLeftResult,Standard,By\n"
        "TT-0101,TIC-101,48240,2026-03-29 09:10,2026-09-29,1,0.0,degC,1.9,0.1,±0.5,FAIL,PASS,STD-017,akr\n"
        "TT-0101,TIC-101,48240,2026-03-29 09:19,2026-09-29,2,100.0,degC,102.6,100.1,0.5 %,FAIL,PASS,STD-017,akr\n",
        inZone("UTC"));
    QCOMPARE(joined(reading.records),
        std::string(
            "calibrations: calibration_id=48240 asset_id=TT-0101 performed=2026-03-29T09:10:00Z assumed "
            "due=2026-09-29T00:00:00Z assumed as_found_error=1.9 as_left_error=0.1 unit=degC result=fail "
            "as_found_result=fail as_left_result=pass tolerance_low=-0.5 tolerance_high=0.5 point=1 nominal=0.0 "
            "standard_id=STD-017 performed_by=akr +Tag=TIC-101 @1/2\n"
            "calibrations: calibration_id=48240 asset_id=TT-0101 performed=2026-03-29T09:19:00Z assumed "
            "due=2026-09-29T00:00:00Z assumed as_found_error=2.6 as_left_error=0.1 unit=degC result=fail "
            "as_found_result=fail as_left_result=pass tolerance_low=-0.5 tolerance_high=0.5 point=2 "
            "nominal=100.0 standard_id=STD-017 performed_by=akr +Tag=TIC-101 @2/3\n"));
}

void TestPlantExports::tolerancesOfASpan()
{
    const Reading reading = readBytes("Instrument,WO,CalDate,Point,Nominal,AsFound,AsLeft,Tolerance,Range\n"
                                      "TT-1,7,2026-03-29 09:10,1,50,50.2,50.0,0.5 % of span,0...150\n"
                                      "TT-1,7,2026-03-29 09:10,2,100,100.2,100.0,0.5 % of span,\n",
        inZone("UTC"));
    QVERIFY2(reading.records.size() == 2
            && reading.records[0].find("tolerance_low=-0.75 tolerance_high=0.75 point=1") != std::string::npos,
        joined(reading.records).c_str());
    // What the share is of is not known for the second: said, and not taken for a number.
    QVERIFY2(
        joined(reading.diagnostics).find("0.5 % of span") != std::string::npos, joined(reading.diagnostics).c_str());
    QVERIFY(reading.sumsHold());
}

void TestPlantExports::calibrationOrdersOfMaximo()
{
    const std::string head = "WONUM,SITEID,DESCRIPTION,ASSETNUM,WORKTYPE,STATUS,REPORTDATE,ACTSTART,ACTFINISH,"
                             "PLUSCNEXTDATE\n";
    for (const char* type : {"CAL", "PMCAL", "CMCAL", "EMCAL"}) {
        const Reading reading = readBytes(head + "2,S,Calibrate,TT-1," + type
                + ",COMP,2026-03-27 08:00,2026-03-28 09:00,2026-03-28 10:00,2026-09-28\n3,S,Calibrate,TT-1," + type
                + ",WAPPR,2026-03-27 08:00,,,\n",
            inZone("UTC"));
        QCOMPARE(joined(reading.records),
            std::string("work_orders: work_order_id=3 asset_id=TT-1 type=CAL reported=2026-03-27T08:00:00Z assumed "
                        "status=WAPPR text=Calibrate @2/3\n"
                        "calibrations: calibration_id=2 asset_id=TT-1 performed=2026-03-28T09:00:00Z assumed "
                        "due=2026-09-28T00:00:00Z assumed @1/2\n"));
    }
}

void TestPlantExports::calibrationPointsWithoutOrder()
{
    const std::string head = "Instrument,CalDate,DueDate,Point,Nominal,AsFound,AsLeft,Tolerance\n";
    const Reading reading = readBytes(head
            + "TT-1,2026-03-29 09:10,,1,0,0.1,0.1,0.5\nTT-1,2026-09-29 09:10,,1,0,0.2,0.2,0.5\n"
              "TT-1,2027-03-29 09:10,2027-09-29,1,0,0.2,0.2,0.5\n",
        inZone("UTC"));
    QCOMPARE(reading.error, std::string());
    QCOMPARE(reading.records.size(), std::size_t{3});
    const std::string records = joined(reading.records);
    for (const char* id : {"calibration_id=TT-1/2026-03-29T09:10:00Z ", "calibration_id=TT-1/2026-09-29T09:10:00Z ",
             "calibration_id=TT-1/2027-09-29T00:00:00Z "})
        QVERIFY2(records.find(id) != std::string::npos, records.c_str());
}

void TestPlantExports::cleaningsAndLogbooks()
{
    const Reading cleaning =
        readBytes("Equipment;CleaningID;Type;Start;End;Result;PrevBatch;CleanHoldUntil;FinalRinse_uS;F0_min;By\n"
                  "MIX-101;CIP-2291;CIP major;28.03.2026 18:05;28.03.2026 20:47;OK;L2403;31.03.2026 20:47;1,1;;MWE\n"
                  "MIX-101;SIP-1107;SIP;28.03.2026 21:00;28.03.2026 22:10;NOK;L2403;30.03.2026 22:10;;31,4;MWE\n",
            inZone("UTC"));
    QCOMPARE(joined(cleaning.records),
        std::string("cleanings: cleaning_id=CIP-2291 asset_id=MIX-101 type=CIP start=2026-03-28T18:05:00Z assumed "
                    "end=2026-03-28T20:47:00Z assumed result=pass previous_batch=L2403 expires=2026-03-31T20:47:00Z "
                    "assumed rinse_conductivity=1.1 performed_by=MWE @1/2\n"
                    "cleanings: cleaning_id=SIP-1107 asset_id=MIX-101 type=SIP start=2026-03-28T21:00:00Z assumed "
                    "end=2026-03-28T22:10:00Z assumed result=fail previous_batch=L2403 expires=2026-03-30T22:10:00Z "
                    "assumed f0=31.4 performed_by=MWE @2/3\n"));
    const Reading log =
        readBytes("Date;Time From;Time To;Equipment ID;Activity;Product;Batch;Remarks;Done by;Checked by\n"
                  "28.03.2026;22:10;01:35;MIX-101;Use;CREAM;L2404;;akr;mwe\n"
                  "29.03.2026;06:00;08:00;MIX-101;Clean;;n/a;after L2404;akr;mwe\n"
                  "29.03.2026;09:00;10:00;MIX-101;Maintain;;n/a;seal;akr;mwe\n"
                  "29.03.2026;11:00;24:00;MIX-101;Idle;;n/a;;;\n"
                  "30.03.2026;06:00;;MIX-101;Party;;;;;\n"
                  "31.03.2026;09:00;10:00;MIX-101;Down;CREAM;L2405;;;\n",
            inZone("UTC"));
    QCOMPARE(log.error, std::string());
    const std::string records = joined(log.records);
    QVERIFY2(records.starts_with("batch_steps: batch_id=L2404 level=unit_procedure name=Use asset_id=MIX-101 "
                                 "start=2026-03-28T22:10:00Z assumed end=2026-03-29T01:35:00Z assumed"),
        records.c_str());
    QVERIFY(records.find("cleanings: cleaning_id=MIX-101/2026-03-29T06:00:00Z") != std::string::npos);
    QVERIFY(records.find("work_orders: work_order_id=MIX-101/2026-03-29T09:00:00Z") != std::string::npos);
    QVERIFY2(records.find("code=IDLE end=2026-03-30T00:00:00Z assumed") != std::string::npos, records.c_str());
    QVERIFY2(records.find("events: time=2026-03-31T09:00:00Z assumed asset_id=MIX-101 batch_id=L2405 category=state "
                          "code=DOWN")
            != std::string::npos,
        records.c_str());
    QVERIFY(joined(log.diagnostics).find("RowNotMapped rejected 5/6/0") != std::string::npos);
    QVERIFY(log.sumsHold());
}

void TestPlantExports::logbooksOverMidnightWhenClocksChange()
{
    const Reading log =
        readBytes("Date;Time From;Time To;Equipment ID;Activity;Product;Batch;Remarks;Done by;Checked by\n"
                  "28.03.2026;22:00;06:00;M;Use;C;1;;;\n"
                  "24.10.2026;22:00;06:00;M;Use;C;2;;;\n"
                  "29.03.2026;22:00;02:30;M;Use;C;3;;;\n"
                  "25.10.2026;23:59;00:01;M;Use;C;4;;;\n"
                  "28.03.2026;22:00;02:30;M;Use;C;5;;;\n"
                  "01.07.2026;22:00;;M;Use;C;6;;;\n",
            inZone("Europe/Berlin"));
    const auto span = [&](std::size_t i) {
        const std::string& text = log.records.at(i);
        return text.substr(text.find("start="), text.find(" +") - text.find("start="));
    };
    QCOMPARE(span(0), std::string("start=2026-03-28T21:00:00Z assumed end=2026-03-29T04:00:00Z assumed"));
    QCOMPARE(span(1), std::string("start=2026-10-24T20:00:00Z assumed end=2026-10-25T05:00:00Z assumed"));
    QCOMPARE(span(2), std::string("start=2026-03-29T20:00:00Z assumed end=2026-03-30T00:30:00Z assumed"));
    QCOMPARE(span(3), std::string("start=2026-10-25T22:59:00Z assumed end=2026-10-25T23:01:00Z assumed"));
    // The night has no such time; and an entry without one has no end.
    QCOMPARE(span(4), std::string("start=2026-03-28T21:00:00Z assumed"));
    QCOMPARE(span(5), std::string("start=2026-07-01T20:00:00Z assumed"));
    QVERIFY2(
        joined(log.diagnostics).find("NonexistentLocalTime warning 5/6/1 Date '28.03.2026 02:30'") != std::string::npos,
        joined(log.diagnostics).c_str());
}

void TestPlantExports::aProfileOfTheUserSeesTheTextItself()
{
    const std::string text = "Time,T101.PV,P101.PV\n2026-03-29T01:00:00Z,21.5,0.1\n";
    const auto profile =
        parseProfile("[profile]\nname = mine\ncolumns = Time, T101.PV\n[table samples]\ntime = {Time}\n"
                     "tag = MY-TAG\nvalue = {T101.PV}\n",
            "mine.profile");
    QVERIFY(profile.has_value());
    PlanOptions stated;
    stated.profile = *profile;
    QCOMPARE(joined(readBytes(text, stated).records),
        std::string("samples: time=2026-03-29T01:00:00Z tag=MY-TAG value=21.5 @1/2\n"));
    PlanOptions tried; // one of several that the user keeps
    tried.more = {*profile};
    QCOMPARE(joined(readBytes(text, tried).records),
        std::string("samples: time=2026-03-29T01:00:00Z tag=MY-TAG value=21.5 @1/2\n"));
}

void TestPlantExports::datesOfOneSourceAgree()
{
    // The second column says nothing of its order; the first one does, and both are written by one system.
    const Reading reading = readBytes("work_order_id,asset_id,reported,finished\n1,R,3/25/2026,4/5/2026\n"
                                      "2,R,3/26/2026,4/6/2026\n",
        inZone("UTC"));
    QCOMPARE(joined(reading.records),
        std::string("work_orders: work_order_id=1 asset_id=R reported=2026-03-25T00:00:00Z assumed "
                    "finished=2026-04-05T00:00:00Z assumed @1/2\n"
                    "work_orders: work_order_id=2 asset_id=R reported=2026-03-26T00:00:00Z assumed "
                    "finished=2026-04-06T00:00:00Z assumed @2/3\n"));
    QCOMPARE(joined(reading.diagnostics), std::string());
}

void TestPlantExports::statedEncodingsAreTaken()
{
    // The byte is a three in one code page and a letter in the other, which is the better guess; both lists of SAP, and
    // a journal.
    PlanOptions options = inZone("UTC");
    options.encoding = Encoding::Windows1252;
    const std::string table = "Auftrag;AArt;Kurztext;Equipment;Systemstatus;Iststart;Istende\n"
                              "4000812;PM01;ko\xB3o;10001234;TABG;28.03.2026;29.03.2026\n";
    const std::string bars = "-----------------------------------------------------------------------\n"
                             "|Auftrag|AArt|Kurztext|Equipment|Systemstatus|Iststart  |Istende   |\n"
                             "-----------------------------------------------------------------------\n"
                             "|4000812|PM01|ko\xB3o    |10001234 |TABG        |28.03.2026|29.03.2026|\n";
    const std::string journal = "EventTime,EventTimeUtc,Type,Source_ProcessVariable,Alarm_Condition,Comment\n"
                                "2026-03-29 01:00:00,2026-03-29 00:00:00,Alarm.Set,T1,Hi,ko\xB3o\n";
    for (const std::string& text : {table, bars, journal}) {
        const Reading reading = readBytes(text, options);
        QCOMPARE(reading.records.size(), std::size_t{1});
        QVERIFY2(reading.records[0].find("text=ko\xC2\xB3o") != std::string::npos, reading.records[0].c_str());
        QVERIFY2(toJson(reading.plan).find(R"("encoding":"windows-1252"})") != std::string::npos,
            toJson(reading.plan).c_str());
        QVERIFY(readBytes(text, inZone("UTC")).records[0].find("text=ko\xC5\x82o") != std::string::npos);
    }
}

void TestPlantExports::statedDecimalMarksAreTaken()
{
    const auto profile = parseProfile("[profile]\nname = mine\nformat = historian\ncolumns = record, time, tag, value\n"
                                      "ignore = element, quality, unit, zone\n[source]\ndecimal = comma\n"
                                      "[table samples]\nwhen = {record} = sample\ntime = {time}\ntag = {tag}\n"
                                      "value = {value}\n",
        "mine.profile");
    QVERIFY(profile.has_value());
    const std::string text = "Time;T101.PV;P101.PV\n2026-03-29T01:00:00Z;1,234;2,500\n";
    PlanOptions stated;
    stated.profile = *profile;
    PlanOptions kept;
    kept.more = {*profile};
    for (const PlanOptions& options : {stated, kept})
        QCOMPARE(joined(readBytes(text, options).records),
            std::string("samples: time=2026-03-29T01:00:00Z tag=T101.PV value=1.234 @1/2\n"
                        "samples: time=2026-03-29T01:00:00Z tag=P101.PV value=2.500 @2/3\n"));
}

void TestPlantExports::encodingsAreSettledByAllBytes()
{
    const std::string head = "EventTime,EventTimeUtc,Type,Source_ProcessVariable,Alarm_Condition,Comment\n";
    std::string journal = head;
    for (int i = 0; journal.size() < 1'200'000; ++i)
        journal += "2026-03-29 01:00:00,2026-03-29 00:00:00,Alarm.Set,T" + std::to_string(i) + ",Hi,Hot\n";
    const test::CaseFolder folder;
    CaseFile file = folder.create();
    const auto summary = importSources(file,
        {folder.write("windows.csv",
             journal
                 + "2026-03-29 02:00:00,2026-03-29 01:00:00,Alarm.Set,T,Hi,Gl\xFC"
                   "hend\n"),
            folder.write(
                "utf.csv", journal + "2026-03-29 02:00:00,2026-03-29 01:00:00,Alarm.Set,T,Hi,Gl\xC3\xBChend\n")},
        inBerlin());
    QVERIFY(summary.has_value());
    QVERIFY2(!summary->failed() && summary->rejected() == 0, test::linesOf(*summary).c_str());
    const auto kept = file.sources();
    QCOMPARE(kept->at(0).encoding, std::string("windows-1252"));
    QCOMPARE(kept->at(1).encoding, std::string("utf-8"));
    QVERIFY(summary->sources[0].diagnostics.contains("EncodingAssumed"));
    for (const StoredSource& source : *kept) {
        const std::uint64_t line = summary->sources[0].rows.read + 1;
        const auto rows = originalRows(file, source, {line}, {});
        QVERIFY(rows.has_value());
        QVERIFY2(rows->at(line).find("Gl\xC3\xBChend") != std::string::npos, rows->at(line).c_str());
    }
}

void TestPlantExports::datesOfJournalsAreSettledByAllRows()
{
    // With the day first, the first two hundred rows would go back in time, and the journal would be read from its end.
    std::string text = "Time,Tag,Condition,State\n";
    for (const char* part : {"1/12/2026 10:00:00,T%,HI,ALM\n", "2/1/2026 10:00:00,T%,HI,RTN\n"})
        for (int i = 0; i < 105; ++i)
            text += QString::fromLatin1(part).replace(QLatin1Char('%'), QString::number(i)).toStdString();
    const Reading reading = readBytes(text + "3/25/2026 10:00:00,T0,LO,ALM\n", inZone("UTC"));
    QCOMPARE(reading.error, std::string());
    QCOMPARE(reading.records.size(), std::size_t{106});
    QVERIFY2(reading.records[0].find("time=2026-01-12T10:00:00Z assumed asset_id=T0 category=alarm code=HI "
                                     "end=2026-02-01T10:00:00Z assumed")
            != std::string::npos,
        reading.records[0].c_str());
}

QTEST_GUILESS_MAIN(TestPlantExports)
#include "tst_plant_exports.moc"
