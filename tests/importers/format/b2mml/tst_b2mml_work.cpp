// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Batch lists, performance, maintenance, equipment, operations events; and which documents are refused. The documents
// are made from the schemas.
#include "importers/format/b2mml/b2mml_kind.h"
#include "tests/importers/format/b2mml/b2mml_text.h"

#include <QTest>

#include <algorithm>

using namespace antecedent;
using namespace antecedent::importers;
using test::linesOf;
using test::readB2mml;

namespace {

std::string root(
    const std::string& name, const std::string& content, const char* space = "http://www.mesa.org/xml/B2MML")
{
    return "<" + name + " xmlns=\"" + space + "\">" + content + "</" + name + ">";
}

std::string kind(const char* name, const char* space)
{
    const std::optional<B2mmlKind> found = b2mmlKindOf(name, space);
    if (!found)
        return "none";
    return found->noun + (found->isKnownSpace ? "" : " of another namespace")
        + (found->refusal.empty() ? "" : " refused");
}

} // namespace

class TestB2mmlWork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void batchLists();
    void operationsPerformance();
    void productionPerformanceOfV0401();
    void jobResponseAlone();
    void parametersOfSegments();
    void maintenanceAsJobResponse();
    void whatWasDoneAndWhatWasPutIn();
    void jobsHoldALimitedAmount();
    void maintenanceAsJobOrder();
    void ordersThatOnlyPlan();
    void maintenanceOfV0401();
    void messagesOfAnOrderInAnyOrder();
    void requestsOfOneOrder();
    void segmentsOfAnAssetAlone();
    void parametersOfBatchLists();
    void equipmentAndItsAssets();
    void operationsEvents();
    void kindsOfDocuments();
    void refusals();
};

void TestB2mmlWork::batchLists()
{
    const std::string lines = readB2mml(root("BatchInformation",
        "<BatchList><BatchListEntry><ID>1</ID><BatchListEntryType>Batch</BatchListEntryType><Status>Complete</Status>"
        "<RecipeID>CREAM</RecipeID><RecipeVersion>3</RecipeVersion><BatchID>L1</BatchID><LotID>LOT</LotID>"
        "<CampaignID>C1</CampaignID><ProductID>CRM</ProductID><ActualStartTime>2026-03-29T01:00:00Z</ActualStartTime>"
        "<ActualEndTime>2026-03-29T05:00:00Z</ActualEndTime><ActualBatchSize>500</ActualBatchSize>"
        "<BatchListEntry><ID>2</ID><BatchListEntryType>UnitProcedure</BatchListEntryType><Status>Complete</Status>"
        "<RecipeID>MIX</RecipeID><ActualStartTime>2026-03-29T02:00:00Z</ActualStartTime>"
        "<ActualEndTime>2026-03-29T03:00:00Z</ActualEndTime><EquipmentID>MIX-101</EquipmentID></BatchListEntry>"
        "<BatchListEntry><ID>3</ID><BatchListEntryType>UnitProcedure</BatchListEntryType><RecipeID>FILL</RecipeID>"
        "</BatchListEntry></BatchListEntry></BatchList>"));
    QCOMPARE(lines,
        std::string("step time=2026-03-29T02:00:00Z end=2026-03-29T03:00:00Z level=unit_procedure name=MIX step_id=2 "
                    "asset_id=MIX-101 batch_id=L1 status=Complete\n"
                    "batch time=2026-03-29T01:00:00Z end=2026-03-29T05:00:00Z batch_id=L1 status=Complete product=CRM "
                    "recipe=CREAM recipe_version=3 lot=LOT campaign=C1 size=500\n"));
}

void TestB2mmlWork::operationsPerformance()
{
    // The schema itself writes Endtime once: names are compared without case.
    const std::string lines = readB2mml(root("OperationsPerformance",
        "<ID>P</ID><OperationsType>Production</OperationsType><OperationsResponse><ID>R1</ID>"
        "<StartTime>2026-03-29T01:00:00Z</StartTime><Endtime>2026-03-29T09:00:00Z</Endtime>"
        "<OperationsRequestID>ORD-7</OperationsRequestID><ResponseState>Completed</ResponseState><SegmentResponse>"
        "<ID>S1</ID><ActualStartTime>2026-03-29T02:00:00Z</ActualStartTime><ActualEndTime>2026-03-29T03:00:00Z</"
        "ActualEndTime>"
        "<ProcessSegmentID>Mixing</ProcessSegmentID><PersonnelActual><PersonID>OP-1</PersonID></PersonnelActual>"
        "<PersonnelActual><PersonID>OP-2</PersonID></PersonnelActual><EquipmentActual><EquipmentID>MIX-101</"
        "EquipmentID>"
        "</EquipmentActual><PhysicalAssetActual><PhysicalAssetID>SN-88</PhysicalAssetID></PhysicalAssetActual>"
        "<MaterialActual><MaterialDefinitionID>BASE</MaterialDefinitionID><MaterialLotID>B-1</MaterialLotID>"
        "<MaterialUse>Consumed</MaterialUse><Quantity><QuantityString>12.5</QuantityString>"
        "<UnitOfMeasure>kg</UnitOfMeasure></Quantity></MaterialActual><MaterialActual>"
        "<MaterialDefinitionID>CRM</MaterialDefinitionID><MaterialLotID>C-1</MaterialLotID><MaterialLotID>C-2</"
        "MaterialLotID>"
        "<MaterialUse>Material Produced</MaterialUse><Quantity><QuantityString>400</QuantityString></Quantity>"
        "</MaterialActual></SegmentResponse></OperationsResponse>"));
    QCOMPARE(lines,
        std::string(
            "material batch_id=ORD-7 value=12.5 unit=kg material=BASE material_lot=B-1 direction=consumed\n"
            "material batch_id=ORD-7 material=CRM material_lot=C-1 direction=produced\n"
            "material batch_id=ORD-7 material=CRM material_lot=C-2 direction=produced\n"
            "step time=2026-03-29T02:00:00Z end=2026-03-29T03:00:00Z level=unit_procedure name=Mixing step_id=S1 "
            "asset_id=MIX-101 physical_asset=SN-88 batch_id=ORD-7 actor=OP-1, OP-2\n"
            "batch time=2026-03-29T01:00:00Z end=2026-03-29T09:00:00Z batch_id=ORD-7 status=Completed\n"));
}

void TestB2mmlWork::productionPerformanceOfV0401()
{
    const std::string lines = readB2mml(root("SyncProductionPerformance",
        "<ApplicationArea/><DataArea><Sync/><ProductionPerformance><ProductionResponse><ID>53107</ID><SegmentResponse>"
        "<ID>Weighing</ID><MaterialConsumedActual><MaterialDefinitionID>M1</MaterialDefinitionID>"
        "<MaterialLotID>M1-L1</MaterialLotID><Quantity><QuantityString>0.41</QuantityString>"
        "<UnitOfMeasure>KG</UnitOfMeasure></Quantity></MaterialConsumedActual><MaterialProducedActual>"
        "<MaterialDefinitionID>M2</MaterialDefinitionID></MaterialProducedActual></SegmentResponse></"
        "ProductionResponse>"
        "</ProductionPerformance></DataArea>",
        "http://www.wbf.org/xml/B2MML-V0401"));
    QCOMPARE(lines,
        std::string("material batch_id=53107 value=0.41 unit=KG material=M1 material_lot=M1-L1 direction=consumed\n"
                    "material batch_id=53107 material=M2 direction=produced\nbatch batch_id=53107\n"));
}

void TestB2mmlWork::jobResponseAlone()
{
    const std::string lines = readB2mml(root("JobResponse",
        "<ID>J1</ID><JobOrderID>ORD-7</JobOrderID><EndTime>2026-03-29T03:00:00Z</EndTime><JobState>Completed</JobState>"
        "<EquipmentActual><EquipmentID>MIX-101</EquipmentID></EquipmentActual>"
        "<EquipmentActual><EquipmentID>P-7</EquipmentID></EquipmentActual>"));
    QCOMPARE(lines,
        std::string("step_end time=2026-03-29T03:00:00Z level=unit_procedure name=J1 step_id=J1 asset_id=MIX-101 "
                    "batch_id=ORD-7 status=Completed\n"
                    "step_end time=2026-03-29T03:00:00Z level=unit_procedure name=J1 step_id=J1 asset_id=P-7 "
                    "batch_id=ORD-7 status=Completed\n"));
}

void TestB2mmlWork::parametersOfSegments()
{
    const auto data = [](const char* id, const char* value, const std::string& within = {}) {
        return std::string("<ProductionData><ID>") + id + "</ID><Value><ValueString>" + value
            + "</ValueString><UnitOfMeasure>degC</UnitOfMeasure></Value>" + within + "</ProductionData>";
    };
    const std::string lines = readB2mml(root("ProductionPerformance",
        "<ProductionResponse><ID>7</ID><SegmentResponse><ID>Heat</ID><ActualEndTime>2026-03-29T03:00:00Z</"
        "ActualEndTime>"
            + data("TEMP", "84.7", data("TEMP_MAX", "85")) + data("COLOUR", "red")
            + "</SegmentResponse><SegmentResponse><ID>Cool</ID>" + data("COLOUR", "blue")
            + "</SegmentResponse></ProductionResponse>"));
    QCOMPARE(linesOf(lines, "parameter"),
        std::string(
            "parameter time=2026-03-29T03:00:00Z name=Heat batch_id=7 category=parameter code=TEMP value=84.7 "
            "unit=degC\n"
            "parameter time=2026-03-29T03:00:00Z name=Heat batch_id=7 category=parameter code=TEMP_MAX value=85 "
            "unit=degC\n"));
    QCOMPARE(linesOf(lines, "event"),
        std::string("event time=2026-03-29T03:00:00Z name=Heat batch_id=7 category=parameter code=COLOUR text=red "
                    "unit=degC\n"));
    QVERIFY(linesOf(lines, "damaged").find("no number") != std::string::npos);
}

void TestB2mmlWork::maintenanceAsJobResponse()
{
    const std::string lines = readB2mml(root("WorkPerformance",
        "<WorkType>Maintenance</WorkType><WorkResponse><ID>W</ID><JobResponse><ID>J9</ID><Description>Seal "
        "replaced</Description>"
        "<StartTime>2026-03-29T01:00:00Z</StartTime><EndTime>2026-03-29T02:00:00Z</EndTime><JobOrderID>WO-9</"
        "JobOrderID>"
        "<WorkMasterID>PM-1</WorkMasterID><JobState>Closed</JobState><PersonnelActual><PersonID>T-1</PersonID></"
        "PersonnelActual>"
        "<EquipmentActual><EquipmentID>P-7</EquipmentID></EquipmentActual><PhysicalAssetActual>"
        "<PhysicalAssetID>SN-88</PhysicalAssetID></PhysicalAssetActual><MaterialActual>"
        "<MaterialDefinitionID>SEAL-3</MaterialDefinitionID></MaterialActual></JobResponse></WorkResponse>"));
    QCOMPARE(lines,
        std::string("work_order time=2026-03-29T01:00:00Z end=2026-03-29T02:00:00Z asset_id=P-7 physical_asset=SN-88 "
                    "status=Closed text=Seal replaced; parts: SEAL-3 actor=T-1 work_order_id=WO-9 plan=PM-1\n"));
}

void TestB2mmlWork::whatWasDoneAndWhatWasPutIn()
{
    const auto data = [](const char* id, const char* value, const char* unit = "") {
        return std::string("<JobResponseData><ID>") + id + "</ID><Value><ValueString>" + value
            + "</ValueString><UnitOfMeasure>" + unit + "</UnitOfMeasure></Value></JobResponseData>";
    };
    const std::string lines = readB2mml(root("WorkPerformance",
        "<WorkType>Maintenance</WorkType><WorkResponse><ID>W</ID><JobResponse><ID>J9</ID>"
        "<EndTime>2026-03-29T02:00:00Z</EndTime><JobOrderID>WO-9</JobOrderID>"
            + data("Maintenance Type", "Corrective") + data("FailureMode", "ELP") + data("Failure_Mechanism", "2.4")
            + data("FailureCause", "5.3") + data("Activity", "Replace") + data("DetectionMethod", "Casual")
            + data("MaintainableItem", "SEAL") + data("Torque", "12", "Nm")
            + "<EquipmentActual><EquipmentID>P-7</EquipmentID></EquipmentActual>"
              "<MaterialActual><MaterialDefinitionID>SEAL-3</MaterialDefinitionID><MaterialLotID>L-1</MaterialLotID>"
              "<MaterialUse>Material Consumed</MaterialUse></MaterialActual>"
              "<MaterialActual><MaterialDefinitionID>GREASE</MaterialDefinitionID><MaterialLotID>G-2</MaterialLotID>"
              "<MaterialUse>Consumable</MaterialUse></MaterialActual>"
              "</JobResponse></WorkResponse>"));
    // Grease has a lot and is not installed.
    QCOMPARE(lines,
        std::string("installation time=2026-03-29T02:00:00Z asset_id=P-7 serial=L-1 material_lot=L-1 "
                    "work_order_id=WO-9 part_no=SEAL-3\n"
                    "work_order end=2026-03-29T02:00:00Z asset_id=P-7 text=parts: SEAL-3 lot L-1, GREASE lot G-2 "
                    "work_order_id=WO-9 cause=5.3 type=Corrective failure_mode=ELP failure_mechanism=2.4 "
                    "activity=Replace detection_method=Casual maintainable_item=SEAL data=Torque=12 Nm\n"));
}

void TestB2mmlWork::jobsHoldALimitedAmount()
{
    const std::string part = "<MaterialActual><MaterialLotID>L</MaterialLotID></MaterialActual>";
    std::string parts;
    for (int i = 0; i < 10'002; ++i)
        parts += part;
    const std::string lines = readB2mml(root(
        "JobResponse", "<ID>J</ID><WorkType>Maintenance</WorkType><EndTime>2026-03-29T02:00:00Z</EndTime>" + parts));
    QCOMPARE(std::count(lines.begin(), lines.end(), '\n'), std::ptrdiff_t{10'003});
    QCOMPARE(linesOf(lines, "damaged"),
        std::string("damaged text=more data and parts than one job may have\n"
                    "damaged text=more data and parts than one job may have\n"));
}

void TestB2mmlWork::maintenanceAsJobOrder()
{
    const std::string lines = readB2mml(root("WorkSchedule",
        "<WorkRequest><ID>R</ID><WorkType>Maintenance</WorkType><JobOrder><ID>WO-1</ID><Description>Lubricate</"
        "Description>"
        "<StartTime>2026-03-29T01:00:00Z</StartTime><EndTime>2026-04-01T00:00:00Z</EndTime><Priority>2</Priority>"
        "<DispatchStatus>Released</DispatchStatus><JobOrderParameter><ID>MaintenanceType</ID><Value>"
        "<ValueString>Preventive</ValueString></Value></JobOrderParameter><JobOrderParameter><ID>Oil</ID><Value>"
        "<ValueString>X</ValueString></Value></JobOrderParameter><EquipmentRequirement><EquipmentID>P-7</EquipmentID>"
        "</EquipmentRequirement></JobOrder><JobOrder><ID>7</ID><WorkType>Production</WorkType></JobOrder></"
        "WorkRequest>"));
    QCOMPARE(lines,
        std::string("work_order asset_id=P-7 status=Released text=Lubricate work_order_id=WO-1 priority=2 "
                    "due=2026-04-01T00:00:00Z type=Preventive planned_start=2026-03-29T01:00:00Z data=Oil=X\n"));
}

void TestB2mmlWork::ordersThatOnlyPlan()
{
    const std::string lines =
        readB2mml(root("WorkSchedule", "<WorkRequest><JobOrder><ID>7</ID></JobOrder></WorkRequest>"));
    QVERIFY2(lines.find("no batch, step, event, maintenance or equipment stands in this") != std::string::npos,
        lines.c_str());
}

void TestB2mmlWork::maintenanceOfV0401()
{
    const std::string lines = readB2mml(root("ShowMaintenanceInformation",
        "<DataArea><Show/><MaintenanceInformation><MaintenanceRequest><ID>N1</ID><Problem>Seal leaks</Problem>"
        "<Problem>Noise</Problem><RequestedCompletionDate>2026-03-30</RequestedCompletionDate>"
        "<RequestedPriority>1</RequestedPriority><Requestor>OP-1</Requestor><Status>Approved</Status>"
        "<Reviewer>R-1</Reviewer><SubmissionDate>2026-03-28T10:00:00Z</SubmissionDate>"
        "<MaintenanceWorkOrderID>WO-9</MaintenanceWorkOrderID><EquipmentID>P-7</EquipmentID>"
        "<Any><MaintenanceType>Corrective</MaintenanceType></Any></MaintenanceRequest><MaintenanceWorkOrder>"
        "<ID>WO-9</ID><PlannedStartTime>2026-03-29T00:00:00Z</PlannedStartTime>"
        "<PlannedFinishTime>2026-03-31T00:00:00Z</PlannedFinishTime><ResponsiblePerson>T-0</ResponsiblePerson>"
        "<Status>Released</Status></MaintenanceWorkOrder>"
        "<MaintenanceResponse><ID>A1</ID><Cause>Wear</Cause><Correction>Replaced</Correction>"
        "<ActualStartTime>2026-03-29T01:00:00Z</ActualStartTime><ActualFinishTime>2026-03-29T02:00:00Z</"
        "ActualFinishTime>"
        "<Status>Closed</Status><StatusTime>2026-03-29T08:00:00Z</StatusTime><Consumable>GREASE</Consumable>"
        "<ResponsiblePerson>T-1</ResponsiblePerson>"
        "<MaintenanceWorkOrderID>WO-9</MaintenanceWorkOrderID></MaintenanceResponse>"
        "<MaintenanceRequest><ID>N2</ID><Problem>Rattles</Problem><Status>Submitted</Status>"
        "<EquipmentID>P-8</EquipmentID></MaintenanceRequest></MaintenanceInformation></DataArea>",
        "http://www.wbf.org/xml/B2MML-V0401"));
    QCOMPARE(lines,
        std::string(
            "order_status time=2026-03-29T08:00:00Z status=Closed work_order_id=WO-9\n"
            "work_order time=2026-03-29T01:00:00Z end=2026-03-29T02:00:00Z asset_id=P-7 status=Closed "
            "text=Seal leaks; Noise actor=T-1 work_order_id=WO-9 priority=1 cause=Wear correction=Replaced "
            "reported=2026-03-28T10:00:00Z due=2026-03-31T00:00:00Z requestor=OP-1 type=Corrective activity=replace "
            "planned_start=2026-03-29T00:00:00Z responsible=T-0 reviewer=R-1 request_status=Approved "
            "requested_finish=2026-03-30 consumables=GREASE\n"
            "work_order asset_id=P-8 status=Submitted text=Rattles work_order_id=N2\n"));
}

void TestB2mmlWork::messagesOfAnOrderInAnyOrder()
{
    // The order names its request and its response, which do not know it. A correction in words names no activity.
    const std::string linked = readB2mml(root("MaintenanceInformation",
        "<MaintenanceRequest><ID>N1</ID><Problem>Leak</Problem><EquipmentID>P-7</EquipmentID></MaintenanceRequest>"
        "<MaintenanceWorkOrder><ID>WO-9</ID><Status>Released</Status><MaintenanceRequestID>N1</MaintenanceRequestID>"
        "<MaintenanceResponseID>A1</MaintenanceResponseID></MaintenanceWorkOrder>"
        "<MaintenanceResponse><ID>A1</ID><Correction>Seal not replaced</Correction></MaintenanceResponse>",
        "http://www.wbf.org/xml/B2MML-V0401"));
    QCOMPARE(linked,
        std::string("work_order asset_id=P-7 status=Released text=Leak work_order_id=WO-9 "
                    "correction=Seal not replaced\n"));
    // A second message of a kind is a row of its own; the response counts, whenever it comes.
    const std::string twice = readB2mml(root("MaintenanceInformation",
        "<MaintenanceResponse><ID>A1</ID><Status>Closed</Status><MaintenanceWorkOrderID>WO-9</MaintenanceWorkOrderID>"
        "</MaintenanceResponse><MaintenanceWorkOrder><ID>WO-9</ID><Status>Released</Status>"
        "<EquipmentID>P-7</EquipmentID></MaintenanceWorkOrder><MaintenanceWorkOrder><ID>WO-9</ID>"
        "<Status>Closed</Status></MaintenanceWorkOrder>",
        "http://www.wbf.org/xml/B2MML-V0401"));
    QCOMPARE(twice,
        std::string("work_order asset_id=P-7 status=Closed work_order_id=WO-9\n"
                    "work_order asset_id=P-7 status=Closed work_order_id=WO-9\n"));
}

// Both requests that an order names are of that order, and what a request states is not cleared by the response.
void TestB2mmlWork::requestsOfOneOrder()
{
    const auto request = [](const char* id, const char* more) {
        return std::string("<MaintenanceRequest><ID>") + id + "</ID><Problem>Leak " + id + "</Problem>" + more
            + "<EquipmentID>P-7</EquipmentID></MaintenanceRequest>";
    };
    const std::string lines = readB2mml(root("ShowMaintenanceInformation",
        "<DataArea><Show/><MaintenanceInformation>" + request("R1", "<FailureCause>3.4</FailureCause>")
            + request("R2", "")
            + "<MaintenanceWorkOrder><ID>W1</ID><MaintenanceRequestID>R1</MaintenanceRequestID>"
              "<MaintenanceRequestID>R2</MaintenanceRequestID><EquipmentID>P-7</EquipmentID></MaintenanceWorkOrder>"
              "<MaintenanceResponse><ID>A1</ID><MaintenanceWorkOrderID>W1</MaintenanceWorkOrderID>"
              "<EquipmentID>P-7</EquipmentID></MaintenanceResponse></MaintenanceInformation></DataArea>",
        "http://www.wbf.org/xml/B2MML-V0401"));
    QVERIFY2(lines.find("work_order_id=R2") == std::string::npos, lines.c_str());
    const std::size_t second = lines.find("Leak R2");
    QVERIFY2(second != std::string::npos, lines.c_str());
    const std::size_t begin = lines.rfind('\n', second) + 1;
    QVERIFY2(lines.substr(begin, lines.find('\n', second) - begin).find("work_order_id=W1") != std::string::npos,
        lines.c_str());
    QVERIFY2(lines.find("cause=3.4") != std::string::npos, lines.c_str());
}

void TestB2mmlWork::segmentsOfAnAssetAlone()
{
    const std::string lines = readB2mml(root("OperationsPerformance",
        "<OperationsResponse><ID>7</ID><SegmentResponse><ID>Heat</ID>"
        "<ActualStartTime>2026-03-29T02:00:00Z</ActualStartTime><PhysicalAssetActual>"
        "<PhysicalAssetID>SN-88</PhysicalAssetID></PhysicalAssetActual></SegmentResponse></OperationsResponse>"));
    QCOMPARE(linesOf(lines, "step"),
        std::string("step time=2026-03-29T02:00:00Z level=unit_procedure name=Heat step_id=Heat asset_id=SN-88 "
                    "physical_asset=SN-88 batch_id=7\n"));
}

void TestB2mmlWork::parametersOfBatchLists()
{
    const auto parameter = [](const char* id, const char* type, const char* value) {
        return std::string("<Parameter><ID>") + id + "</ID><ParameterType>" + type
            + "</ParameterType><Value><ValueString>" + value
            + "</ValueString><UnitOfMeasure>degC</UnitOfMeasure></Value></Parameter>";
    };
    const std::string lines = readB2mml(root("BatchInformation",
        "<BatchList><BatchListEntry><ID>1</ID><BatchListEntryType>Batch</BatchListEntryType><BatchID>L1</BatchID>"
            + parameter("TEMP", "ProcessParameter", "80") + parameter("TEMP_END", "ProcessOutput", "79.5")
            + parameter("COLOUR", "ProcessInput", "red")
            + "<BatchListEntry><ID>2</ID><BatchListEntryType>UnitProcedure</BatchListEntryType><RecipeID>MIX</RecipeID>"
              "<ActualStartTime>2026-03-29T02:00:00Z</ActualStartTime>"
            + parameter("SPEED", "ProcessParameter", "120") + parameter("MODE", "ProcessInput", "slow")
            + "</BatchListEntry></BatchListEntry></BatchList>"));
    QCOMPARE(linesOf(lines, "parameter"),
        std::string("parameter batch_id=L1 category=parameter code=TEMP unit=degC target=80\n"
                    "parameter batch_id=L1 category=parameter code=TEMP_END value=79.5 unit=degC\n"
                    "parameter time=2026-03-29T02:00:00Z name=MIX batch_id=L1 category=parameter code=SPEED unit=degC "
                    "target=120\n"));
    QCOMPARE(linesOf(lines, "event"),
        std::string("event time=2026-03-29T02:00:00Z name=MIX batch_id=L1 category=parameter code=MODE text=slow "
                    "unit=degC\n"));
    QVERIFY2(linesOf(lines, "damaged").find("red: a value that is no number") != std::string::npos, lines.c_str());
}

void TestB2mmlWork::equipmentAndItsAssets()
{
    const std::string lines = readB2mml(root("EquipmentInformation",
        "<ID>E</ID><Equipment><ID>MIX-101</ID><Description>Mixer</Description><EquipmentLevel>Unit</EquipmentLevel>"
        "<EquipmentAssetMapping><PhysicalAssetID>SN-88</PhysicalAssetID><StartTime>2026-01-01T00:00:00Z</StartTime>"
        "<EndTime>2026-02-01T00:00:00Z</EndTime></EquipmentAssetMapping><Equipment><ID>P-7</ID></Equipment>"
        "<EquipmentChild>TT-1</EquipmentChild></Equipment>"));
    QCOMPARE(lines,
        std::string("installation time=2026-01-01T00:00:00Z end=2026-02-01T00:00:00Z asset_id=MIX-101 serial=SN-88\n"
                    "asset asset_id=P-7 parent_asset=MIX-101\n"
                    "asset asset_id=TT-1 parent_asset=MIX-101\n"
                    "asset asset_id=MIX-101 asset_class=Unit text=Mixer\n"));
}

void TestB2mmlWork::operationsEvents()
{
    const std::string lines = readB2mml(root("OperationsEvent",
        "<ID>OE-1</ID><Description>Door "
        "opened</Description><HierarchyScope><EquipmentID>MIX-101</EquipmentID></HierarchyScope>"
        "<EffectiveTimeStamp>2026-03-29T01:00:00Z</EffectiveTimeStamp><RecordTimeStamp>2026-03-29T06:00:00Z</"
        "RecordTimeStamp>"
        "<Priority>3</Priority><OperationsType>Maintenance</OperationsType><Category>DOOR</Category>"));
    QCOMPARE(lines,
        std::string(
            "event time=2026-03-29T01:00:00Z recorded=2026-03-29T06:00:00Z asset_id=MIX-101 category=maintenance "
            "code=DOOR severity=3 text=Door opened\n"));
}

void TestB2mmlWork::kindsOfDocuments()
{
    constexpr const char* kMesa = "http://www.mesa.org/xml/B2MML";
    QCOMPARE(kind("BatchProductionRecord", kMesa), std::string("batchproductionrecord"));
    QCOMPARE(kind("ShowBatchProductionRecord", kMesa), std::string("batchproductionrecord"));
    QCOMPARE(kind("ProcessProductionPerformance", "http://www.wbf.org/xml/b2mml-v0400"),
        std::string("productionperformance"));
    QCOMPARE(kind("BatchInformation", "http://www.wbf.org/xml/BatchML-V02"), std::string("batchinformation"));
    QCOMPARE(kind("WorkPerformance", "http://www.mesa.org/xml/B2MML-V0600"), std::string("workperformance"));
    QCOMPARE(kind("BatchProductionRecord", ""), std::string("batchproductionrecord of another namespace"));
    QCOMPARE(kind("GetWorkPerformance", kMesa), std::string("workperformance refused"));
    QCOMPARE(kind("ProcessSegment", kMesa), std::string("processsegment refused"));
    QCOMPARE(kind("SyncMaterialInformation", kMesa), std::string("materialinformation refused"));
    QCOMPARE(kind("ProductionCapability", kMesa), std::string("productioncapability refused"));
    QCOMPARE(kind("Anything", kMesa), std::string("anything refused"));
    QCOMPARE(kind("Equipment", "urn:other"), std::string("none"));
    QCOMPARE(kind("MaterialLot", ""), std::string("none"));
    QCOMPARE(kind("log", "http://www.xes-standard.org/"), std::string("none"));
}

void TestB2mmlWork::refusals()
{
    QVERIFY(readB2mml(root("SyncProductionSchedule", "<DataArea/>")).find("nothing in it has happened")
        != std::string::npos);
    QVERIFY(
        readB2mml(root("log", "<trace/>", "http://www.xes-standard.org/")).find("and no B2MML") != std::string::npos);
    QVERIFY(readB2mml(root("GetWorkPerformance", "")).find("it holds no data") != std::string::npos);
    QVERIFY(readB2mml(root("WorkPerformance", "")).find("no batch, step, event") != std::string::npos);
    QVERIFY(
        readB2mml(root("schema", "")).find("schema is a schema: it says how messages are built") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestB2mmlWork)
#include "tst_b2mml_work.moc"
