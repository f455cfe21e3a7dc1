// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
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

// Work orders of IBM Maximo as its interfaces and lists give them, made from the documented attributes; none is a real
// export.
class TestMaximoOrders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsInsideOfAnOrder_data();
    void whatIsInsideOfAnOrder();
    void sheetsAndAllTheirPoints();
    void objectsWithoutWhatTheyNeed();
    void heirsOfLongValuesAreBounded();
    void manyObjectsAreCounted();
    void ordersOfSeveralSites();
    void sitesBeyondTheBeginning();
    void theTitlesOfTheWindow();
};

namespace {

Reading readMessage(const std::string& text, const std::string& name)
{
    return readBytes(text, {}, 1U << 20U, 1U << 20U, TextSource::kBlockBytes, name);
}

const char* const kJson =
    R"({"member":[{"wonum":"1","siteid":"A","description":"Seal leaks","assetnum":"P-1","worktype":"CM","status":"COMP",
    "statusdate":"2026-03-26T10:00:00Z","reportdate":"2026-03-25T16:40:00Z","labtrans":[{"craft":"MECH"},{"craft":"EL"}],
    "failurereport":[{"type":"PROBLEM","failurecode":"ELP"},{"type":"CAUSE","failurecode":"WEAR"},
      {"type":"REMEDY","failurecode":"REPLACE"}],
    "wostatus":[{"status":"INPRG","changedate":"2026-03-26T07:00:00Z","changeby":"T1"},
      {"status":"COMP","changedate":"2026-03-26T10:00:00Z","changeby":"T1"}]}]})";

const char* const kXml =
    R"(<SyncMXWO xmlns="ibm.com/maximo"><MXWOSet><WORKORDER action="Add"><WONUM>1</WONUM><SITEID>A</SITEID>
    <DESCRIPTION>Seal leaks</DESCRIPTION><ASSETNUM>P-1</ASSETNUM><WORKTYPE>CM</WORKTYPE><STATUS maxvalue="COMP">COMP</STATUS>
    <STATUSDATE>2026-03-26T10:00:00Z</STATUSDATE><REPORTDATE>2026-03-25T16:40:00Z</REPORTDATE>
    <LABTRANS><CRAFT>MECH</CRAFT></LABTRANS><LABTRANS><CRAFT>EL</CRAFT></LABTRANS>
    <FAILUREREPORT><TYPE>PROBLEM</TYPE><FAILURECODE>ELP</FAILURECODE></FAILUREREPORT>
    <FAILUREREPORT><TYPE>CAUSE</TYPE><FAILURECODE>WEAR</FAILURECODE></FAILUREREPORT>
    <FAILUREREPORT><TYPE>REMEDY</TYPE><FAILURECODE>REPLACE</FAILURECODE></FAILUREREPORT>
    <WOSTATUS><STATUS>INPRG</STATUS><CHANGEDATE>2026-03-26T07:00:00Z</CHANGEDATE><CHANGEBY>T1</CHANGEBY></WOSTATUS>
    <WOSTATUS><STATUS>COMP</STATUS><CHANGEDATE>2026-03-26T10:00:00Z</CHANGEDATE><CHANGEBY>T1</CHANGEBY></WOSTATUS>
    </WORKORDER></MXWOSet></SyncMXWO>)";

} // namespace

void TestMaximoOrders::whatIsInsideOfAnOrder_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("json") << QByteArray(kJson) << QStringLiteral("page.json");
    QTest::newRow("xml") << QByteArray(kXml) << QStringLiteral("message.xml");
}

void TestMaximoOrders::whatIsInsideOfAnOrder()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, name);
    const Reading reading = readMessage(text.toStdString(), name.toStdString());
    QCOMPARE(reading.error, std::string());
    QCOMPARE(joined(reading.records),
        std::string("work_orders: work_order_id=1 asset_id=P-1 type=CM reported=2026-03-25T16:40:00Z status=COMP "
                    "text=Seal leaks @1/2\n"
                    "work_order_status: work_order_id=1 status=INPRG time=2026-03-26T07:00:00Z by=T1 @5/6\n"
                    "work_order_status: work_order_id=1 status=COMP time=2026-03-26T10:00:00Z by=T1 @6/7\n"
                    "work_orders: work_order_id=1 asset_id=P-1 failure_mode=ELP @2/3\n"
                    "work_orders: work_order_id=1 asset_id=P-1 failure_cause=WEAR @3/4\n"
                    "work_orders: work_order_id=1 asset_id=P-1 activity=replace @4/5\n"));
    QVERIFY2(joined(reading.diagnostics).find("not read of work orders: LABTRANS (2)\n") != std::string::npos,
        joined(reading.diagnostics).c_str());
    QVERIFY(reading.sumsHold());
}

void TestMaximoOrders::sheetsAndAllTheirPoints()
{
    const Reading reading = readMessage(
        R"({"member":[{"wonum":"2","assetnum":"TT-1","worktype":"CAL","status":"COMP","reportdate":"2026-03-27T08:00:00Z",
        "actstart":"2026-03-28T09:00:00Z","pluscnextdate":"2026-09-28T00:00:00Z","lead":"akr","pluscwods":[
        {"asfoundcalstatus":"PASS","asleftcalstatus":"PASS","noadjmade":true,"reviewer":"mwe","pluscwodspoint":[
        {"point":1,"inputvalue":"0","outputvalue":"0","asfoundinput":"0","asfoundoutput":"0.3","asfoundtol1lower":"-0.5",
         "asfoundtol1upper":"0.5","asleftinput":"0","asleftoutput":"0.3","processeu":"degC"},
        {"point":2,"inputvalue":"100","outputvalue":"100","asfoundinput":"100","asfoundoutput":"100.7",
         "asfounderror1":"0.7","asfoundfail":true,"asfoundpass":false,"processeu":"degC"}]}]}]})",
        "page.json");
    QCOMPARE(reading.error, std::string());
    QCOMPARE(joined(reading.records),
        std::string(
            "calibrations: calibration_id=2 asset_id=TT-1 performed=2026-03-28T09:00:00Z due=2026-09-28T00:00:00Z "
            "performed_by=akr @1/2\n"
            "calibrations: calibration_id=2 asset_id=TT-1 result=pass as_found_result=pass as_left_result=pass "
            "adjusted=no reviewed_by=mwe @2/3\n"
            "calibrations: calibration_id=2 asset_id=TT-1 performed=2026-03-28T09:00:00Z due=2026-09-28T00:00:00Z "
            "as_found_error=0.3 as_left_error=0.3 unit=degC result=pass as_found_result=pass as_left_result=pass "
            "adjusted=no tolerance_low=-0.5 tolerance_high=0.5 point=1 nominal=0 performed_by=akr reviewed_by=mwe "
            "@3/4\n"
            "calibrations: calibration_id=2 asset_id=TT-1 performed=2026-03-28T09:00:00Z due=2026-09-28T00:00:00Z "
            "as_found_error=0.7 unit=degC result=fail as_found_result=fail as_left_result=pass adjusted=no point=2 "
            "nominal=100 performed_by=akr reviewed_by=mwe @4/5\n"));
    const std::string notes = joined(reading.diagnostics); // of attributes that are kept as they are, alone
    for (const char* other : {" rejected ", " warning ", "SourceRemark"})
        QVERIFY2(notes.find(other) == std::string::npos, notes.c_str());
    QVERIFY(reading.sumsHold());
}

void TestMaximoOrders::objectsWithoutWhatTheyNeed()
{
    // A status without its date, a report of an unknown step; an object in an attribute; an order without its number.
    const Reading reading = readMessage(
        R"({"member":[{"wonum":"1","assetnum":"P-1","worktype":"CM","status":"COMP","wostatus":[{"status":"INPRG"}],
        "failurereport":[{"type":"OTHER","failurecode":"X"}],"asset":{"assetnum":"Z"},"doclinks":["a","b"]},
        {"assetnum":"P-2","wostatus":[{"status":"INPRG","changedate":"2026-03-26T07:00:00Z"}]}]})",
        "page.json");
    QCOMPARE(
        joined(reading.records), std::string("work_orders: work_order_id=1 asset_id=P-1 type=CM status=COMP @1/2\n"));
    const std::string notes = joined(reading.diagnostics);
    QVERIFY2(notes.find("RequiredValueMissing rejected 2/3/") != std::string::npos, notes.c_str());
    QVERIFY2(notes.find("RowNotMapped rejected 3/4/") != std::string::npos, notes.c_str());
    QVERIFY2(notes.find("not read of work orders: ASSET (1), WORKORDER without WONUM (1)") != std::string::npos,
        notes.c_str());
    QVERIFY(reading.sumsHold());
}

// What an order says for all inside it counts each time.
void TestMaximoOrders::heirsOfLongValuesAreBounded()
{
    std::string text =
        R"({"member":[{"wonum":"1","assetnum":"P-1","lead":")" + std::string(20'000, 'x') + R"(","wostatus":[)";
    for (int i = 0; i < 3'000; ++i)
        text += std::string(i == 0 ? "" : ",") + R"({"status":"S","changedate":"2026-03-26T07:00:00Z"})";
    const Reading reading = readMessage(text + "]}]}", "page.json");
    const std::string notes = joined(reading.diagnostics);
    QVERIFY2(notes.find("beyond the limit of one order") != std::string::npos, notes.c_str());
    QVERIFY(reading.sumsHold());
}

void TestMaximoOrders::manyObjectsAreCounted()
{
    std::string text = R"({"member":[{"wonum":"1","assetnum":"P-1","worktype":"CM","wostatus":[)";
    for (int i = 0; i < 20'010; ++i)
        text += std::string(i == 0 ? "" : ",") + R"({"status":"S)" + std::to_string(i)
            + R"(","changedate":"2026-03-26T07:00:00Z"})";
    const Reading reading = readMessage(text + "]}]}", "page.json");
    QCOMPARE(reading.records.size(), std::size_t{20'001});
    QVERIFY2(joined(reading.diagnostics).find("10 beyond the limit of one order") != std::string::npos,
        joined(reading.diagnostics).substr(0, 500).c_str());
}

void TestMaximoOrders::ordersOfSeveralSites()
{
    const test::CaseFolder folder;
    folder.write("in/a.csv",
        "WONUM,SITEID,DESCRIPTION,ASSETNUM,WORKTYPE,STATUS,REPORTDATE,ACTSTART\n"
        "1,A,Seal leaks,P-1,CM,COMP,2026-03-25 16:40,\n1,B,Noise,P-2,CM,COMP,2026-03-26 16:40,\n"
        "2,A,Calibrate,TT-1,CAL,COMP,2026-03-26 16:40,2026-03-26 17:00\n"
        "2,B,Calibrate,TT-2,CAL,COMP,2026-03-26 16:40,2026-03-26 18:00\n");
    folder.write(
        "in/b.csv", "WONUM,SITEID,FAILURECODE,ASSETNUM,LINENUM,TYPE\n1,A,ELP,P-1,1,PROBLEM\n1,B,NOI,P-2,1,PROBLEM\n");
    folder.write("in/c.csv",
        "WONUM,SITEID,ASSETNUM,DSPLANNUM,ASFOUNDCALSTATUS,ASLEFTCALSTATUS\n2,A,TT-1,D,FAIL,PASS\n2,B,TT-2,D,PASS,"
        "PASS\n");
    folder.write("in/d.csv", "WONUM,SITEID,POINT,ASFOUNDINPUT,ASFOUNDOUTPUT\n2,A,1,0,0.5\n2,B,1,0,0.1\n");
    CaseFile file = folder.create();
    ImportOptions options;
    options.plan.zone = "UTC";
    const Result<ImportSummary> summary = importSources(file, {folder.path("in")}, options);
    QVERIFY(summary && !summary->failed() && summary->rejected() == 0);
    std::vector<ResolutionNote> notes;
    const RowSet orders = resolveRows(*readRows(file, TableId::WorkOrders), {}, notes);
    const RowSet calibrations = resolveRows(*readRows(file, TableId::Calibrations), {}, notes);
    QCOMPARE(notes.size(), std::size_t{0});
    std::string lines;
    for (std::size_t row = 0; row < orders.batch.rows; ++row)
        lines += test::recordText(orders.batch, row) + "\n";
    QVERIFY2(orders.batch.rows == 2 && lines.find("work_order_id=A/1 asset_id=P-1") != std::string::npos
            && lines.find("work_order_id=B/1 asset_id=P-2") != std::string::npos
            && lines.find("failure_mode=NOI") != std::string::npos,
        lines.c_str());
    QCOMPARE(calibrations.batch.rows, std::size_t{2});
}

void TestMaximoOrders::sitesBeyondTheBeginning()
{
    // The second site comes only where the beginning of the source, by which it is recognised, has ended.
    std::string text = "WONUM,SITEID,DESCRIPTION,ASSETNUM,WORKTYPE,STATUS,REPORTDATE\n";
    for (int i = 0; text.size() < 1'200'000; ++i)
        text += std::to_string(i) + ",A,Seal leaks,P-1,CM,COMP,2026-03-25T16:40:00Z\n";
    const Reading one = readBytes(text);
    QVERIFY(one.records[0].find("work_order_id=0 ") != std::string::npos);
    const test::CaseFolder folder;
    CaseFile file = folder.create();
    const auto summary =
        importSources(file, {folder.write("a.csv", text + "0,B,Noise,P-2,CM,COMP,2026-03-25T16:40:00Z\n")}, {});
    QVERIFY(summary && !summary->failed() && summary->rejected() == 0);
    QVERIFY2(file.sources()->at(0).plan.find(R"("several":["SITEID"])") != std::string::npos,
        file.sources()->at(0).plan.substr(0, 300).c_str());
}

void TestMaximoOrders::theTitlesOfTheWindow()
{
    const Reading reading = readBytes("Work Order,Description,Location,Asset,Status,Scheduled Start,Priority,Site,"
                                      "Reported Date,Actual Start,Actual Finish,Failure Class,Problem Code\n"
                                      "48211,Seal leaks,MIX-101,P-1,CLOSE,,1,A,3/25/26 4:40 PM,3/26/26 7:10 AM,"
                                      "3/26/26 9:55 AM,AGIT,LEAK\n",
        inZone("UTC"));
    QCOMPARE(reading.plan.importer, std::string("profile:maximo-work-order-list"));
    QCOMPARE(joined(reading.records),
        std::string("work_orders: work_order_id=48211 asset_id=P-1 priority=1 failure_mode=LEAK "
                    "reported=2026-03-25T16:40:00Z assumed started=2026-03-26T07:10:00Z assumed "
                    "finished=2026-03-26T09:55:00Z assumed status=CLOSE text=Seal leaks +Location=MIX-101 "
                    "+Failure Class=AGIT @1/2\n"));
    QVERIFY(reading.sumsHold());
}

QTEST_GUILESS_MAIN(TestMaximoOrders)
#include "tst_maximo_orders.moc"
