// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/importers/format/b2mml/b2mml_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using test::eventOf;
using test::inRecord;
using test::linesOf;
using test::readB2mml;
using test::stateChange;

class TestBatchRecord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dataOfTheProcessAreParameters();
    void changesAndQualifications();
    void stepsFromStateChanges();
    void levelAndUnitFromTheControlRecipe();
    void whichIdIsThatOfTheBatch_data();
    void whichIdIsThatOfTheBatch();
    void localNamesDecide();
    void allocationBoundsTheUnitProcedure();
    void heldPhaseAndHeldBatch();
    void statesOfEquipment();
    void alarmsFromOnsetToReturn();
    void alarmsWithoutPartner();
    void materialFromUserAttributes();
    void operatorEventsAndOthers();
    void commentsSignaturesSamples();
    void phasesThatOnlyEnd();
    void exceptionsOfTheDialect();
    void recordWithinARecord();
    void cutDocumentKeepsWhatIsThere();
    void hostileDocuments();
};

void TestBatchRecord::stepsFromStateChanges()
{
    const std::string lines = readB2mml(inRecord("<RecordStatus>Released</RecordStatus><LotID>LOT-9</LotID><Events>"
        + stateChange("01:00:00+01:00", "Running", "L2404", "", "Control Recipe")
        + stateChange("01:58:00+01:00", "Running", "L2404|UP_MIX:1")
        + stateChange("01:58:10.250+01:00", "Running", "L2404|UP_MIX:1|OP_HEAT:1|PH_HEAT:1")
        + stateChange("03:20:00+02:00", "Complete", "L2404|UP_MIX:1|OP_HEAT:1|PH_HEAT:1")
        + stateChange("03:30:00+02:00", "Aborted", "L2404|UP_MIX:1")
        + stateChange("04:00:00+02:00", "Aborted", "L2404", "", "Control Recipe") + "</Events>"));
    QCOMPARE(lines,
        std::string(
            "step time=2026-03-29T01:58:10.250+01:00 end=2026-03-29T03:20:00+02:00 level=phase name=PH_HEAT "
            "step_id=L2404|UP_MIX:1|OP_HEAT:1|PH_HEAT:1 parent_id=L2404|UP_MIX:1|OP_HEAT:1 asset_id=MIX-101 "
            "batch_id=L2404 status=COMPLETE\n"
            "step time=2026-03-29T01:58:00+01:00 end=2026-03-29T03:30:00+02:00 level=unit_procedure name=UP_MIX "
            "step_id=L2404|UP_MIX:1 asset_id=MIX-101 batch_id=L2404 status=ABORTED\n"
            "batch time=2026-03-29T01:00:00+01:00 end=2026-03-29T04:00:00+02:00 batch_id=L2404 status=Released "
            "lot=LOT-9\n"));
}

void TestBatchRecord::levelAndUnitFromTheControlRecipe()
{
    const std::string lines = readB2mml(
        inRecord("<ControlRecipes><ControlRecipeRecord><ControlRecipe><ID>CREAM</ID><Version>3</Version>"
                 "<Header><ProductID>CRM</ProductID></Header><RecipeElement><ID>L2404|Mix:1</ID>"
                 "<RecipeElementType>UnitProcedure</RecipeElementType><ActualEquipmentID>MIX-101</ActualEquipmentID>"
                 "<RecipeElement><ID>L2404|Mix:1|Heat:1</ID><RecipeElementType>Phase</RecipeElementType>"
                 "<ActualEquipmentID>MIX-101</ActualEquipmentID></RecipeElement></RecipeElement></ControlRecipe>"
                 "</ControlRecipeRecord></ControlRecipes><Events>"
            + stateChange("01:00:00Z", "Running", "L2404|Mix:1|Heat:1", "")
            + stateChange("02:00:00Z", "Complete", "L2404|Mix:1|Heat:1", "") + "</Events>"));
    QCOMPARE(lines,
        std::string("step time=2026-03-29T01:00:00Z end=2026-03-29T02:00:00Z level=phase name=Heat "
                    "step_id=L2404|Mix:1|Heat:1 parent_id=L2404|Mix:1 asset_id=MIX-101 batch_id=L2404 status=COMPLETE\n"
                    "batch batch_id=L2404 product=CRM recipe=CREAM recipe_version=3\n"));
}

// The ID of a record is its own; the batch is named by the head, else by the recipe.
void TestBatchRecord::whichIdIsThatOfTheBatch_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QString>("batch");
    const char* id = "<ID>BPR-1</ID>";
    QTest::newRow("head and recipe") << "<ID>BPR-1</ID><BatchID>L1</BatchID>"
                                     << "<BatchID>L2</BatchID>"
                                     << "L1";
    QTest::newRow("recipe") << id << "<BatchID>L2</BatchID>"
                            << "L2";
    QTest::newRow("header of the recipe") << id << "<Header><BatchID>L2</BatchID></Header>"
                                          << "L2";
    QTest::newRow("recipe alone") << ""
                                  << "<BatchID>L2</BatchID>"
                                  << "L2";
    QTest::newRow("the record itself") << id << ""
                                       << "BPR-1";
    QTest::newRow("nothing") << ""
                             << ""
                             << "";
}
void TestBatchRecord::whichIdIsThatOfTheBatch()
{
    QFETCH(const QString, head);
    QFETCH(const QString, recipe);
    QFETCH(const QString, batch);
    const std::string lines = readB2mml("<BatchProductionRecord xmlns=\"http://www.mesa.org/xml/B2MML\">"
        + head.toStdString() + "<ControlRecipes><ControlRecipe><ID>CREAM</ID>" + recipe.toStdString()
        + "<RecipeElement><ID>Heat:1</ID><RecipeElementType>Phase</RecipeElementType>"
          "<CompletionTime>2026-03-29T02:00:00Z</CompletionTime></RecipeElement></ControlRecipe></ControlRecipes>"
          "<Events>"
        + eventOf("01:00:00Z", "Operator", "Comment", "<MessageText>looks fine</MessageText>")
        + "</Events></BatchProductionRecord>");
    const std::string cell = batch.isEmpty() ? "" : " batch_id=" + batch.toStdString();
    for (const char* record : {"step_end", "event", "batch"}) {
        const std::string line = linesOf(lines, record);
        QVERIFY2(!line.empty() && line.find(cell) != std::string::npos, lines.c_str());
        QVERIFY2(!batch.isEmpty() || line.find(" batch_id=") == std::string::npos, lines.c_str());
    }
}

// Prefixes, namespaces of other versions and a byte order mark change nothing.
void TestBatchRecord::localNamesDecide()
{
    const std::string events = "<Events>" + stateChange("01:00:00Z", "Running", "L2404|Mix:1")
        + stateChange("02:00:00Z", "Complete", "L2404|Mix:1") + "</Events>";
    const std::string plain = inRecord(events);
    std::string prefixed = plain;
    for (std::size_t at = 0; (at = prefixed.find('<', at)) != std::string::npos; at += 2) {
        if (prefixed[at + 1] == '?')
            continue;
        prefixed.insert(prefixed[at + 1] == '/' ? at + 2 : at + 1, "b:");
    }
    prefixed.replace(prefixed.find("xmlns="), 6, "xmlns:b=");
    prefixed.replace(prefixed.find("http://www.mesa.org/xml/B2MML"), 29, "http://www.wbf.org/xml/BatchML-V02");
    QCOMPARE(readB2mml(prefixed), readB2mml(plain));
    QCOMPARE(readB2mml("\xEF\xBB\xBF" + plain), readB2mml(plain));
    std::string shown = "<ShowBatchProductionRecord xmlns=\"http://www.mesa.org/xml/B2MML\"><ApplicationArea>"
                        "<CreationDateTime>2026-03-30T00:00:00Z</CreationDateTime></ApplicationArea><DataArea><Show/>"
        + plain.substr(plain.find("<Batch")) + "</DataArea></ShowBatchProductionRecord>";
    QCOMPARE(readB2mml(shown), readB2mml(plain));
}

void TestBatchRecord::allocationBoundsTheUnitProcedure()
{
    const std::string reference = "<ProceduralElementReference>L2404|Mix:1</ProceduralElementReference>";
    const std::string unit = "<EquipmentID>MIX-101</EquipmentID>";
    const std::string lines = readB2mml(inRecord("<Events>" + stateChange("01:00:00Z", "Running", "L2404|Mix:1")
        + eventOf("01:10:00Z", "Equipment", "Allocation", unit + reference)
        + eventOf("01:20:00Z", "Equipment", "Allocation", "<EquipmentID>P-7</EquipmentID>" + reference)
        + eventOf("02:00:00Z", "Equipment", "Deallocation", unit + reference)
        + eventOf("02:10:00Z", "Equipment", "Deallocation", "<EquipmentID>P-7</EquipmentID>" + reference)
        + stateChange("03:00:00Z", "Complete", "L2404|Mix:1") + "</Events>"));
    QVERIFY2(
        linesOf(lines, "step").starts_with("step time=2026-03-29T01:10:00Z end=2026-03-29T02:00:00Z "), lines.c_str());
    QCOMPARE(linesOf(lines, "allocation"),
        std::string("allocation time=2026-03-29T01:20:00Z end=2026-03-29T02:10:00Z asset_id=P-7 batch_id=L2404 "
                    "code=ALLOCATED\n"));
}

void TestBatchRecord::heldPhaseAndHeldBatch()
{
    const std::string lines =
        readB2mml(inRecord("<Events>" + stateChange("01:00:00Z", "Running", "L2404", "", "Control Recipe")
            + stateChange("01:00:00Z", "Running", "L2404|Mix:1") + stateChange("01:10:00Z", "Held", "L2404|Mix:1")
            + stateChange("01:11:00Z", "Held", "L2404", "", "Control Recipe")
            + stateChange("01:20:00Z", "Running", "L2404|Mix:1")
            + stateChange("01:21:00Z", "Running", "L2404", "", "Control Recipe")
            + stateChange("02:00:00Z", "Complete", "L2404|Mix:1") + "</Events>"));
    QCOMPARE(linesOf(lines, "state"),
        std::string("state time=2026-03-29T01:10:00Z end=2026-03-29T01:20:00Z level=unit_procedure name=Mix "
                    "asset_id=MIX-101 batch_id=L2404 code=HELD\n"
                    "state time=2026-03-29T01:11:00Z end=2026-03-29T01:21:00Z level=batch batch_id=L2404 code=HELD\n"));
    QVERIFY(linesOf(lines, "batch").find(" end=") == std::string::npos);
}

void TestBatchRecord::statesOfEquipment()
{
    const std::string lines =
        readB2mml(inRecord("<Events>" + stateChange("01:00:00Z", "Down", "", "MIX-101", "Equipment")
            + stateChange("01:30:00Z", "Idle", "", "MIX-101", "Equipment") + "</Events>"));
    QCOMPARE(linesOf(lines, "state"),
        std::string(
            "state time=2026-03-29T01:00:00Z end=2026-03-29T01:30:00Z asset_id=MIX-101 batch_id=L2404 code=DOWN\n"
            "state time=2026-03-29T01:30:00Z asset_id=MIX-101 batch_id=L2404 code=IDLE\n"));
}

void TestBatchRecord::alarmsFromOnsetToReturn()
{
    const auto alarm = [](const char* time, const char* state) {
        return eventOf(time, "Alarm", "Process",
            std::string("<EquipmentID>TT-101</EquipmentID><Value><ValueString>84.7</ValueString></Value>"
                        "<MessageText>Too hot</MessageText><AlarmData><AlarmEvent>")
                + state
                + "</AlarmEvent><AlarmType>High</AlarmType><AlarmLimit><ValueString>82.0</ValueString>"
                  "<UnitOfMeasure>degC</UnitOfMeasure></AlarmLimit><Priority>2</Priority></AlarmData>");
    };
    const std::string lines = readB2mml(inRecord("<Events>" + alarm("01:00:00Z", "Active")
        + alarm("01:00:00Z", "Active") + alarm("01:01:00Z", "Acknowledged") + alarm("01:05:00Z", "Returned")
        + alarm("01:05:00Z", "Returned") + "</Events>"));
    QCOMPARE(linesOf(lines, "alarm"),
        std::string(
            "alarm time=2026-03-29T01:00:00Z end=2026-03-29T01:05:00Z acknowledged=2026-03-29T01:01:00Z "
            "asset_id=TT-101 batch_id=L2404 category=alarm code=High severity=2 text=Too hot value=84.7 limit=82.0 "
            "unit=degC\n"));
}

void TestBatchRecord::alarmsWithoutPartner()
{
    const auto alarm = [](const char* time, const char* state) {
        return eventOf(time, "Alarm", "Process",
            std::string("<EquipmentID>TT-101</EquipmentID><AlarmData><AlarmEvent>") + state
                + "</AlarmEvent><AlarmType>High</AlarmType></AlarmData>");
    };
    const std::string lines = readB2mml(inRecord("<Events>" + alarm("01:00:00Z", "Returned")
        + alarm("02:00:00Z", "Active") + alarm("03:00:00Z", "Active") + "</Events>"));
    QCOMPARE(linesOf(lines, "alarm"),
        std::string("alarm time=2026-03-29T01:00:00Z asset_id=TT-101 batch_id=L2404 category=alarm_return code=High\n"
                    "alarm time=2026-03-29T02:00:00Z asset_id=TT-101 batch_id=L2404 category=alarm code=High\n"
                    "alarm time=2026-03-29T03:00:00Z asset_id=TT-101 batch_id=L2404 category=alarm code=High\n"));
}

void TestBatchRecord::materialFromUserAttributes()
{
    const auto attribute = [](const char* id, const char* value) {
        return std::string("<UserAttribute><AttributeID>") + id + "</AttributeID><Value><ValueString>" + value
            + "</ValueString></Value></UserAttribute>";
    };
    const std::string lines = readB2mml(inRecord("<Events>"
        + eventOf("01:00:00Z", "Material", "Consume",
            "<Value><ValueString>54.18</ValueString><UnitOfMeasure>kg</UnitOfMeasure></Value>"
                + attribute("MaterialDefinitionID", "ANTIFOAM") + attribute("MaterialLotID", "AF-13")
                + attribute("SourceBatchID", "L1"))
        + eventOf("02:00:00Z", "Material", "Produce", attribute("MaterialLotID", "CRM-1")) + "</Events>"));
    QCOMPARE(linesOf(lines, "material"),
        std::string("material time=2026-03-29T01:00:00Z batch_id=L2404 value=54.18 unit=kg material=ANTIFOAM "
                    "material_lot=AF-13 source_batch_id=L1 direction=consumed\n"
                    "material time=2026-03-29T02:00:00Z batch_id=L2404 material_lot=CRM-1 direction=produced\n"));
}

void TestBatchRecord::operatorEventsAndOthers()
{
    const std::string lines = readB2mml(inRecord("<Events>"
        + eventOf("01:00:00Z", "Operator", "Prompt Response",
            "<EquipmentID>MIX-101</EquipmentID><MessageText>Prompt</MessageText><PersonID>OP-1</PersonID>"
            "<Category>ACK</Category>")
        + eventOf("01:00:01Z", "Operator", "Mode Command",
            "<Value><ValueString>Manual</ValueString></Value><PreviousValue><ValueString>Auto</ValueString></"
            "PreviousValue>")
        + eventOf("01:00:02Z", "Message", "System", "<Description>Server started</Description>")
        + eventOf("01:00:03Z", "Other", "Other",
            "<Value><ValueString>7.5</ValueString><UnitOfMeasure>bar</UnitOfMeasure></Value>")
        + "</Events>"));
    QCOMPARE(linesOf(lines, "event"),
        std::string(
            "event time=2026-03-29T01:00:00Z asset_id=MIX-101 batch_id=L2404 category=operator code=ACK text=Prompt "
            "actor=OP-1\n"
            "event time=2026-03-29T01:00:01Z batch_id=L2404 category=operator code=MODE_COMMAND "
            "text=Manual; before: Auto\n"
            "event time=2026-03-29T01:00:02Z batch_id=L2404 category=message code=SYSTEM text=Server started\n"
            "event time=2026-03-29T01:00:03Z batch_id=L2404 category=message code=OTHER value=7.5 unit=bar\n"));
}

void TestBatchRecord::commentsSignaturesSamples()
{
    const std::string entry = "<EntryID>5</EntryID><TimeStamp>2026-03-29T03:00:00Z</TimeStamp>";
    const std::string manifest = "<PersonnelIdentificationManifest>" + entry + "<RecordReference>";
    const std::string lines = readB2mml(inRecord("<Comments><Comment>" + entry
        + "<CommentText>Seal was wet</CommentText><PersonID>OP-1</PersonID></Comment></Comments><Events>"
        + eventOf("01:00:00Z", "Operator", "Message", "<PersonID>OP-1</PersonID>")
        + "</Events><PersonnelIdentification>" + manifest + "17</RecordReference><Name>OP-1</Name>"
        + "<Reason>Performed by</Reason></PersonnelIdentificationManifest>" + manifest
        + "17</RecordReference><Name>QA-1</Name><Reason>Approved</Reason></PersonnelIdentificationManifest>"
        + "</PersonnelIdentification><Samples><Sample>" + entry
        + "<SampleSourceID>SP-1</SampleSourceID><ProceduralElementReference>L2404|Mix:1</ProceduralElementReference>"
          "<SampleTest><TestCode>PH</TestCode><SampleTestResult><TestDisposition>Pass</TestDisposition>"
          "<EquipmentID>PH-7</EquipmentID><Results><ValueString>6.9</ValueString><UnitOfMeasure>pH</UnitOfMeasure></"
          "Results>"
          "</SampleTestResult></SampleTest></Sample><Sample>"
        + entry + "<SamplePullReason>in-process</SamplePullReason></Sample></Samples>"));
    QCOMPARE(linesOf(lines, "event"),
        std::string("event time=2026-03-29T03:00:00Z batch_id=L2404 category=operator code=COMMENT text=Seal was wet "
                    "actor=OP-1\n"
                    "event time=2026-03-29T01:00:00Z batch_id=L2404 category=operator code=MESSAGE actor=OP-1\n"
                    "event time=2026-03-29T03:00:00Z batch_id=L2404 category=signature code=APPROVED text=Approved "
                    "actor=QA-1\n"
                    "event time=2026-03-29T03:00:00Z batch_id=L2404 category=quality code=SAMPLE text=in-process\n"));
    QCOMPARE(linesOf(lines, "result"),
        std::string(
            "result time=2026-03-29T03:00:00Z name=Mix asset_id=PH-7 batch_id=L2404 status=Pass code=PH value=6.9 "
            "unit=pH sample_id=L2404/5 location=SP-1\n"));
}

// The dialect of PharmaSuite: a header, runtime elements with the time of completion.
void TestBatchRecord::phasesThatOnlyEnd()
{
    const auto element = [](const char* id, const char* type, const char* completed, const std::string& within) {
        return std::string("<RuntimeRecipeElement><ID>") + id + "</ID><RecipeElementType>" + type
            + "</RecipeElementType><ActualEquipmentID>MIX-101</ActualEquipmentID><CompletionTime>" + completed
            + "</CompletionTime><Performer>anna</Performer>" + within + "</RuntimeRecipeElement>";
    };
    const std::string lines = readB2mml(
        "<BatchProductionRecord xmlns=\"http://www.wbf.org/xml/B2MML-V0401\"><ID>R1</ID><Header><BatchID>BX10</BatchID>"
        "<MaterialDefinitionID>CRM</MaterialDefinitionID></Header><ExecutedControlRecipes><ExecutedControlRecipe>"
        "<ID>CREAM</ID>"
        + element("BX10|Procedure-01", "Procedure", "2010-04-27T17:00:00.187+02:00",
            element("BX10|Procedure-01|Op-01", "Operation", "2010-04-27T16:30:00.187+02:00",
                element("BX10|Procedure-01|Op-01|Ph-01", "Phase", "2010-04-27T16:02:53.187+02:00",
                    "<OtherInformation><ID>Net weight</ID><Value><ValueString>7.5</ValueString>"
                    "<UnitOfMeasure>kg</UnitOfMeasure></Value></OtherInformation>")))
        + "</ExecutedControlRecipe></ExecutedControlRecipes></BatchProductionRecord>");
    QCOMPARE(lines,
        std::string(
            "parameter name=Ph-01 batch_id=BX10 code=Net weight value=7.5 unit=kg\n"
            "step_end time=2010-04-27T16:02:53.187+02:00 level=phase name=Ph-01 "
            "step_id=BX10|Procedure-01|Op-01|Ph-01 parent_id=BX10|Procedure-01|Op-01 asset_id=MIX-101 "
            "batch_id=BX10 actor=anna\n"
            "step_end time=2010-04-27T16:30:00.187+02:00 level=operation name=Op-01 "
            "step_id=BX10|Procedure-01|Op-01 parent_id=BX10|Procedure-01 asset_id=MIX-101 batch_id=BX10 actor=anna\n"
            "batch end=2010-04-27T17:00:00.187+02:00 batch_id=BX10 status=COMPLETE product=CRM recipe=CREAM\n"));
}

void TestBatchRecord::exceptionsOfTheDialect()
{
    const std::string lines = readB2mml(inRecord(
        "<Events><Event><ID>E1</ID><TimeStamp>2010-04-27T16:02:53.187+02:00</TimeStamp><EventType>Other</EventType>"
        "<EventSubType Risk=\"High\" Status=\"Closed\">Exception</EventSubType><MessageText>Weight\\n too "
        "low</MessageText>"
        "<PersonID>anna</PersonID></Event></Events><PersonnelIdentifications><PersonnelIdentification>"
        "<TimeStamp>2010-04-27T16:03:00+02:00</TimeStamp><ReferencedElement>E1</ReferencedElement>"
        "<PersonName>bert</PersonName><Reason>Reviewed</Reason></PersonnelIdentification></PersonnelIdentifications>"));
    QCOMPARE(linesOf(lines, "event"),
        std::string(
            "event time=2010-04-27T16:02:53.187+02:00 batch_id=L2404 category=exception code=EXCEPTION "
            "severity=High text=Weight too low; status Closed actor=anna\n"
            "event time=2010-04-27T16:03:00+02:00 batch_id=L2404 category=signature code=REVIEWED text=Reviewed "
            "actor=bert\n"));
}

void TestBatchRecord::recordWithinARecord()
{
    const std::string lines = readB2mml(inRecord("<Events>" + stateChange("01:00:00Z", "Running", "L2404|Mix:1")
        + "</Events><BatchProductionRecord><ID>2</ID><BatchID>L2404-A</BatchID><Events>"
        + stateChange("01:00:00Z", "Running", "L2404-A|Fill:1", "F-1") + "</Events></BatchProductionRecord>"));
    QCOMPARE(linesOf(lines, "batch"), std::string("batch batch_id=L2404-A\nbatch batch_id=L2404\n"));
    const std::string steps = linesOf(lines, "step");
    QVERIFY2(steps.find("name=Fill step_id=L2404-A|Fill:1 asset_id=F-1 batch_id=L2404-A") != std::string::npos,
        steps.c_str());
    QVERIFY2(steps.find("name=Mix step_id=L2404|Mix:1 asset_id=MIX-101 batch_id=L2404 ") != std::string::npos,
        steps.c_str());
}

void TestBatchRecord::cutDocumentKeepsWhatIsThere()
{
    const std::string whole = inRecord("<Events>" + stateChange("01:00:00Z", "Running", "L2404|Mix:1")
        + stateChange("02:00:00Z", "Complete", "L2404|Mix:1") + "</Events>");
    const std::string cut = whole.substr(0, whole.rfind("<Value>"));
    MemorySource bytes(cut);
    B2mmlTable table(bytes);
    std::string csv;
    for (;;) {
        const Result<bool> more = table.next(csv);
        QVERIFY(more.has_value());
        if (!*more)
            break;
    }
    QVERIFY(table.isCut());
    const std::string lines = test::flatLines(kB2mmlColumnNames, csv, false);
    QVERIFY2(linesOf(lines, "step").starts_with("step time=2026-03-29T01:00:00Z level="), lines.c_str());
    QCOMPARE(linesOf(lines, "batch"), std::string("batch batch_id=L2404\n"));
}

void TestBatchRecord::hostileDocuments()
{
    // Entities are not expanded, depth ends, large elements are left out with a word.
    const std::string laughs =
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + inRecord("<Events/>").substr(21);
    QVERIFY(readB2mml(laughs).find("batch ") == std::string::npos);
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<X>";
    QVERIFY(!readB2mml(inRecord("<Events>" + deep)).empty());
    const std::string large = readB2mml(inRecord("<Events>"
        + eventOf("01:00:00Z", "Message", "System",
            "<MessageText>" + std::string(XmlFragment::kMaxBytes + 10, 'x') + "</MessageText>")
        + "</Events>"));
    QCOMPARE(linesOf(large, "damaged"), std::string("damaged text=the element is too large to be read\n"));
    QCOMPARE(linesOf(large, "batch"), std::string("batch batch_id=L2404\n"));
}

void TestBatchRecord::dataOfTheProcessAreParameters()
{
    const auto value = [](const char* text, const char* key = "") {
        return std::string("<Value><ValueString>") + text + "</ValueString><UnitOfMeasure>degC</UnitOfMeasure><Key>"
            + key + "</Key></Value>";
    };
    const std::string reference = "<ProceduralElementReference>L2404|Mix:1|Heat:1</ProceduralElementReference>";
    const std::string lines = readB2mml(inRecord("<Events>"
        + eventOf("01:00:00Z", "Procedural Execution", "Parameter Data",
            "<Description>TEMP_SP</Description>" + value("82.5") + reference)
        + eventOf("01:10:00Z", "Equipment", "Process Data", value("80.1", "TOP") + value("79.9", "BOTTOM"))
        + eventOf("01:20:00Z", "Procedural Execution", "Process Data", "<Category>COLOUR</Category>" + value("red"))
        + eventOf("01:30:00Z", "Operator", "Process Data", "<Category>MANUAL_SAMPLE</Category>" + value("7"))
        + eventOf("01:40:00Z", "Equipment", "Process Data", value("7")) + "</Events>"));
    QCOMPARE(linesOf(lines, "parameter"),
        std::string("parameter time=2026-03-29T01:00:00Z name=Heat batch_id=L2404 code=TEMP_SP text=TEMP_SP "
                    "value=82.5 unit=degC\n"
                    "parameter time=2026-03-29T01:10:00Z batch_id=L2404 code=TOP value=80.1 unit=degC\n"
                    "parameter time=2026-03-29T01:10:00Z batch_id=L2404 code=BOTTOM value=79.9 unit=degC\n"));
    // No number, what somebody did, a number without a name.
    QCOMPARE(linesOf(lines, "event"),
        std::string("event time=2026-03-29T01:20:00Z batch_id=L2404 category=recipe code=COLOUR text=red\n"
                    "event time=2026-03-29T01:30:00Z batch_id=L2404 category=operator code=MANUAL_SAMPLE value=7 "
                    "unit=degC\n"
                    "event time=2026-03-29T01:40:00Z batch_id=L2404 category=equipment code=PROCESS_DATA value=7 "
                    "unit=degC\n"));
}

void TestBatchRecord::changesAndQualifications()
{
    const std::string lines = readB2mml(inRecord(
        "<ChangeHistory><Change><EntryID>5</EntryID><TimeStamp>2026-03-29T09:00:00Z</TimeStamp>"
        "<RecordReference>17</RecordReference><PrechangeData><ValueString>81</ValueString></PrechangeData>"
        "<Reason>Typing error</Reason></Change></ChangeHistory><ResourceQualifications>"
        "<ResourceQualificationsManifest><EntryID>6</EntryID><TimeStamp>2026-03-29T01:00:00Z</TimeStamp>"
        "<RecordReference>17</RecordReference><ResourceID>MIX-101</ResourceID><ResourceUse>Mixing</ResourceUse>"
        "<ResourceType>Equipment</ResourceType><QualificationStatus>Qualified</QualificationStatus>"
        "<EffectiveTimeStamp>2025-06-01T00:00:00Z</EffectiveTimeStamp>"
        "<ExpirationTimeStamp>2026-06-01T00:00:00Z</ExpirationTimeStamp></ResourceQualificationsManifest>"
        "<ResourceQualificationsManifest><EntryID>7</EntryID><TimeStamp>2026-03-29T01:00:00Z</TimeStamp>"
        "<ResourceID>OP-1</ResourceID><ResourceType>Person</ResourceType>"
        "<QualificationStatus>Not qualified</QualificationStatus></ResourceQualificationsManifest>"
        "</ResourceQualifications>"));
    QCOMPARE(linesOf(lines, "event"),
        std::string("event time=2026-03-29T09:00:00Z batch_id=L2404 category=record_change code=ENTRY_CHANGED "
                    "text=entry 17; before: 81; reason: Typing error\n"
                    "event time=2025-06-01T00:00:00Z end=2026-06-01T00:00:00Z recorded=2026-03-29T01:00:00Z "
                    "asset_id=MIX-101 batch_id=L2404 category=qualification code=QUALIFIED text=Equipment MIX-101 "
                    "Mixing\n"
                    "event time=2026-03-29T01:00:00Z batch_id=L2404 category=qualification code=NOT_QUALIFIED "
                    "text=Person OP-1 actor=OP-1\n"));
}

QTEST_APPLESS_MAIN(TestBatchRecord)
#include "tst_batch_record.moc"
