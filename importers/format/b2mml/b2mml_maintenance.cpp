// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Orders and messages of maintenance: the schema of V0401, and job orders and job responses of the type maintenance.
#include "importers/format/b2mml/b2mml_work_state.h"
#include "importers/format/batch/batch_words.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace antecedent::importers {

namespace {

using Column = B2mmlColumn;

constexpr XmlFragment::Node kRoot = XmlFragment::root();
constexpr std::size_t kMaxMaintained = 50'000;
constexpr std::size_t kMaxOrders = 5'000; // rows that wait for more of their messages
constexpr std::size_t kMaxOrderBytes = std::size_t{32} << 20U;
constexpr std::size_t kLongestId = 500; // bytes; of longer ones nothing is remembered

// What a site names the facts of maintenance for which the schema has no element. Letters alone, in lower case.
struct FactName
{
    std::string_view name;
    Column column;
};
constexpr std::array kFactNames{FactName{"maintenancetype", Column::Type}, FactName{"worktype", Column::Type},
    FactName{"ordertype", Column::Type}, FactName{"workordertype", Column::Type}, FactName{"type", Column::Type},
    FactName{"maintenancecategory", Column::Type}, FactName{"activity", Column::Activity},
    FactName{"maintenanceactivity", Column::Activity}, FactName{"activitycode", Column::Activity},
    FactName{"failuremode", Column::FailureMode}, FactName{"failurecode", Column::FailureMode},
    FactName{"problemcode", Column::FailureMode}, FactName{"failuremechanism", Column::FailureMechanism},
    FactName{"failurecause", Column::Cause}, FactName{"causecode", Column::Cause},
    FactName{"detectionmethod", Column::DetectionMethod}, FactName{"maintainableitem", Column::MaintainableItem}};

std::optional<Column> factOf(std::string_view id)
{
    std::string letters;
    for (const char c : toLowerAscii(id))
        if (c >= 'a' && c <= 'z')
            letters += c;
    for (const FactName& fact : kFactNames)
        if (fact.name == letters)
            return fact.column;
    return std::nullopt;
}

// The maintenance activity of ISO 14224 that a correction in one word names; free text says too little: "not replaced".
std::string activityOf(std::string_view correction)
{
    static constexpr std::array<std::string_view, 11> kActivities{
        "replace", "repair", "modify", "adjust", "refit", "check", "service", "test", "inspect", "overhaul", "clean"};
    const std::string word = toLowerAscii(trimmed(correction));
    for (const std::string_view activity : kActivities) {
        if (!word.starts_with(activity))
            continue;
        const std::string_view rest = std::string_view(word).substr(activity.size());
        for (const std::string_view ending : {"", "d", "ed", "ment", "ion", "ing", "ling"})
            if (rest == ending)
                return std::string(activity);
    }
    return word == "modified" || word == "modification" ? "modify" : std::string();
}

// All elements of that name, one after the other.
std::string allOf(const XmlFragment& part, std::string_view name, std::string_view separator)
{
    std::string out;
    for (auto node = part.child(kRoot, name); node != XmlFragment::kNone; node = part.nextNamed(node, name))
        append(out, part.text(node), separator);
    return out;
}

// What the extensions of a site say, as elements of their own or within Any.
void setFacts(const XmlFragment& part, XmlFragment::Node node, B2mmlRow& row)
{
    for (auto child = part.first(node); child != XmlFragment::kNone; child = part.next(child)) {
        if (part.name(child) == "any")
            setFacts(part, child, row);
        else if (const auto column = factOf(part.name(child)); column && row[*column].empty())
            row[*column] = part.text(child);
    }
}

} // namespace

void B2mmlTable::takeJobOrder(std::uint64_t line)
{
    // Other orders are plans; what became of them stands in a response.
    if (!isMaintenance(anyOf(m_part, {"worktype", "operationstype"})))
        return;
    std::string_view asset = m_part.childText(kRoot, "equipmentrequirement", "equipmentid");
    const std::string_view item = m_part.childText(kRoot, "physicalassetrequirement", "physicalassetid");
    if (asset.empty())
        asset = item;
    if (asset.empty())
        asset = m_part.childText(kRoot, "hierarchyscope", "equipmentid");
    B2mmlRow& row = m_rows.add("work_order", elementAt(line, "JobOrder"));
    row[Column::WorkOrderId] = m_part.childText(kRoot, "id");
    row[Column::AssetId] = asset;
    row[Column::PhysicalAsset] = item;
    row[Column::Text] = m_part.childText(kRoot, "description");
    row[Column::Status] = anyOf(m_part, {"dispatchstatus", "command"});
    row[Column::Priority] = m_part.childText(kRoot, "priority");
    row[Column::PlannedStart] = m_part.childText(kRoot, "starttime");
    row[Column::Due] = m_part.childText(kRoot, "endtime");
    row[Column::Plan] = m_part.childText(kRoot, "workmasterid");
    row[Column::Responsible] = m_part.childText(kRoot, "personnelrequirement", "personid");
    if (const auto type = m_part.child(kRoot, "worktype"); type != XmlFragment::kNone)
        row[Column::Type] = m_part.attribute(type, "othervalue");
    for (auto parameter = m_part.child(kRoot, "joborderparameter"); parameter != XmlFragment::kNone;
         parameter = m_part.nextNamed(parameter, "joborderparameter")) {
        const std::string_view id = m_part.childText(parameter, "id");
        const std::string_view value = m_part.childText(parameter, "value", "valuestring");
        if (const auto column = factOf(id); column && row[*column].empty())
            row[*column] = value;
        else if (!value.empty())
            append(row[Column::Data], std::string(id) + "=" + std::string(value), "; ");
    }
}

// The work order that a message belongs to. A second message of the same kind begins a row of its own: what the two
// say differently is the matter of whoever merges rows.
B2mmlTable::Order& B2mmlTable::openOrder(
    const std::string& id, bool Order::*kind, std::string_view name, std::uint64_t line)
{
    if (m_orders.size() >= kMaxOrders)
        settleOrders();
    const auto known = m_orderPlaces.find(id);
    const bool isNew = known == m_orderPlaces.end() || m_orders[known->second].*kind;
    if (isNew) {
        m_orderPlaces[id] = m_orders.size();
        Order& order = m_orders.emplace_back();
        order.row = B2mmlRows::draft("work_order", elementAt(line, name));
        order.row[Column::WorkOrderId] = id;
    }
    Order& order = isNew ? m_orders.back() : m_orders[known->second];
    if (!isNew)
        append(order.row[Column::Element], elementAt(line, name), ", ");
    order.*kind = true;
    const std::string asset(m_part.childText(kRoot, "equipmentid"));
    std::string& place = order.row[Column::AssetId];
    if (place.empty())
        place = asset;
    if (const auto maintained = m_maintained.find(id); place.empty() && maintained != m_maintained.end())
        place = maintained->second;
    else if (!place.empty() && place.size() + id.size() <= kLongestId && m_maintained.size() < kMaxMaintained)
        m_maintained.try_emplace(id, place);
    return order;
}

void B2mmlTable::settleOrders()
{
    for (Order& order : m_orders) {
        B2mmlRow& row = order.row;
        // A request has a status of its own; it is that of the work as long as no order came of it.
        if (row[Column::Status].empty() && !order.hasOrder && !order.hasResponse)
            std::swap(row[Column::Status], row[Column::RequestStatus]);
        m_rows.push(std::move(row));
    }
    m_orders.clear();
    m_orderPlaces.clear();
    m_orderBytes = 0;
}

// The maintenance schema of V0401: a request, the order that it became and the response are one work order.
void B2mmlTable::takeMaintenance(std::string_view name, std::uint64_t line)
{
    m_orderBytes += m_part.bytes();
    if (m_orderBytes > kMaxOrderBytes)
        settleOrders();
    if (name == "maintenancerequest")
        takeRequest(line);
    else if (name == "maintenanceworkorder")
        takeOrder(line);
    else if (name == "maintenanceresponse")
        takeResponse(line);
}

void B2mmlTable::takeRequest(std::uint64_t line)
{
    const std::string id(anyOf(m_part, {"maintenanceworkorderid", "id"}));
    B2mmlRow& row = openOrder(id, &Order::hasRequest, "MaintenanceRequest", line).row;
    row[Column::Text] = allOf(m_part, "problem", "; ");
    row[Column::Reported] = m_part.childText(kRoot, "submissiondate");
    const std::string_view finish = m_part.childText(kRoot, "requestedcompletiondate");
    row[row[Column::Due].empty() ? Column::Due : Column::RequestedFinish] = finish;
    row[Column::Priority] = m_part.childText(kRoot, "requestedpriority");
    row[Column::Requestor] = allOf(m_part, "requestor", ", ");
    row[Column::Reviewer] = allOf(m_part, "reviewer", ", ");
    row[Column::RequestStatus] = m_part.childText(kRoot, "status");
    setFacts(m_part, kRoot, row);
}

void B2mmlTable::takeOrder(std::uint64_t line)
{
    const std::string id(m_part.childText(kRoot, "id"));
    // A request that does not know its order yet, and an order that knows its requests.
    for (auto node = m_part.child(kRoot, "maintenancerequestid"); node != XmlFragment::kNone;
         node = m_part.nextNamed(node, "maintenancerequestid")) {
        const auto request = m_orderPlaces.find(std::string(m_part.text(node)));
        if (request == m_orderPlaces.end() || request->first == id)
            continue;
        Order& order = m_orders[request->second];
        if (order.hasOrder || order.hasResponse)
            continue;
        order.row[Column::WorkOrderId] = id;
        if (!m_orderPlaces.try_emplace(id, request->second).second)
            order.hasOrder = true; // a further request of this order
        m_orderPlaces.erase(request);
    }
    for (auto node = m_part.child(kRoot, "maintenanceresponseid"); node != XmlFragment::kNone;
         node = m_part.nextNamed(node, "maintenanceresponseid"))
        if (m_answered.size() < kMaxMaintained && m_part.text(node).size() + id.size() <= kLongestId)
            m_answered.try_emplace(std::string(m_part.text(node)), id);
    B2mmlRow& row = openOrder(id, &Order::hasOrder, "MaintenanceWorkOrder", line).row;
    row[Column::PlannedStart] = m_part.childText(kRoot, "plannedstarttime");
    // What was planned counts, not what was wished for.
    if (const std::string_view finish = m_part.childText(kRoot, "plannedfinishtime"); !finish.empty()) {
        row[Column::RequestedFinish] = row[Column::Due];
        row[Column::Due] = finish;
    }
    row[Column::Responsible] = allOf(m_part, "responsibleperson", ", ");
    if (row[Column::Status].empty())
        row[Column::Status] = m_part.childText(kRoot, "status");
    append(row[Column::Data], allOf(m_part, "resources", ", "), "; ");
    setFacts(m_part, kRoot, row);
}

void B2mmlTable::takeResponse(std::uint64_t line)
{
    const std::string own(m_part.childText(kRoot, "id"));
    auto node = m_part.child(kRoot, "maintenanceworkorderid");
    do {
        std::string id = own;
        if (node != XmlFragment::kNone)
            id = m_part.text(node);
        else if (const auto known = m_answered.find(own); known != m_answered.end())
            id = known->second;
        B2mmlRow& row = openOrder(id, &Order::hasResponse, "MaintenanceResponse", line).row;
        row[Column::Time] = m_part.childText(kRoot, "actualstarttime");
        row[Column::End] = m_part.childText(kRoot, "actualfinishtime");
        if (std::string cause = allOf(m_part, "cause", "; "); !cause.empty())
            row[Column::Cause] = std::move(cause);
        row[Column::Correction] = allOf(m_part, "correction", "; ");
        row[Column::Actor] = allOf(m_part, "responsibleperson", ", ");
        row[Column::Consumables] = allOf(m_part, "consumable", ", ");
        const std::string_view status = m_part.childText(kRoot, "status");
        if (!status.empty())
            row[Column::Status] = status;
        setFacts(m_part, kRoot, row);
        if (row[Column::Activity].empty())
            row[Column::Activity] = activityOf(row[Column::Correction]);
        if (const std::string_view since = m_part.childText(kRoot, "statustime"); !since.empty() && !status.empty()) {
            B2mmlRow& dated = m_rows.add("order_status", elementAt(line, "MaintenanceResponse"));
            dated[Column::WorkOrderId] = id;
            dated[Column::Status] = status;
            dated[Column::Time] = since;
        }
        if (node != XmlFragment::kNone)
            node = m_part.nextNamed(node, "maintenanceworkorderid");
    } while (node != XmlFragment::kNone);
}

// False beyond what one job may hold.
bool B2mmlTable::holdsMore(std::uint64_t line)
{
    if (m_segments.empty())
        return false;
    Segment& segment = m_segments.back();
    segment.bytes += m_part.bytes();
    if (segment.bytes <= Segment::kMaxBytes && segment.spares.size() < Segment::kMaxActuals
        && segment.facts.size() < Segment::kMaxActuals)
        return true;
    m_rows.add("damaged", elementAt(line, m_partName))[Column::Text] = "more data and parts than one job may have";
    return false;
}

// A value of a job response, and those within it: a fact of the order, or what is only kept.
void B2mmlTable::takeMaintenanceData(XmlFragment::Node data)
{
    Segment& segment = m_segments.back();
    const std::string_view id = m_part.childText(data, "id");
    const std::string_view value = m_part.childText(data, "value", "valuestring");
    if (const auto column = factOf(id); column && !value.empty()) {
        segment.facts.emplace_back(*column, value);
    } else if (!value.empty()) {
        const auto node = m_part.child(data, "value");
        const std::string_view unit = m_part.childText(node, "unitofmeasure");
        append(segment.data, std::string(id) + "=" + std::string(value) + (unit.empty() ? "" : " " + std::string(unit)),
            "; ");
    }
    for (auto child = m_part.first(data); child != XmlFragment::kNone; child = m_part.next(child))
        if (m_part.name(child) == m_part.name(data) || m_part.name(child) == "segmentdatachild")
            takeMaintenanceData(child);
}

// A part with a lot was put in: which one, and when, is known. Consumables, such as grease, are not installed.
void B2mmlTable::takeSpare(std::string_view name, std::uint64_t line)
{
    if (!holdsMore(line))
        return;
    Segment& segment = m_segments.back();
    const std::string_view material = anyOf(m_part, {"materialdefinitionid", "materialclassid"});
    const std::string_view use = m_part.childText(kRoot, "materialuse");
    const bool isUsedUp = equalsIgnoreCase(use, "consumable") || name == "consumableactual";
    const bool isRemoved = containsIgnoreCase(use, "produced") || containsIgnoreCase(use, "replaced");
    std::string part(material);
    for (const char* element : {"materiallotid", "materialsublotid"}) {
        for (auto lot = m_part.child(kRoot, element); lot != XmlFragment::kNone; lot = m_part.nextNamed(lot, element))
            if (!m_part.text(lot).empty())
                part += (part.empty() ? "lot " : " lot ") + std::string(m_part.text(lot));
    }
    if (isRemoved)
        part += " (" + toLowerAscii(use) + ")";
    append(segment.parts, part, ", ");
    if (isUsedUp || isRemoved)
        return;
    const auto first = m_part.child(kRoot, "materialsublotid");
    const char* element = first == XmlFragment::kNone ? "materiallotid" : "materialsublotid";
    for (auto item = m_part.child(kRoot, element);
         item != XmlFragment::kNone && segment.spares.size() < Segment::kMaxActuals;
         item = m_part.nextNamed(item, element)) {
        if (m_part.text(item).empty())
            continue;
        B2mmlRow& row = segment.spares.emplace_back(B2mmlRows::draft("installation", elementAt(line, name)));
        row[Column::Serial] = m_part.text(item);
        row[Column::PartNo] = material;
        row[Column::MaterialLot] = m_part.childText(kRoot, "materiallotid");
    }
}

void B2mmlTable::closeMaintenanceJob(const Frame& frame)
{
    Segment& segment = m_segments.back();
    const XmlValues& values = frame.values;
    const std::string_view start = anyOf(values, {"actualstarttime", "starttime"});
    const std::string_view end = anyOf(values, {"actualendtime", "endtime"});
    B2mmlRow row = B2mmlRows::draft("work_order", elementAt(segment.line, frame.name));
    row[Column::WorkOrderId] = anyOf(values, {"joborderid", "id"});
    row[Column::AssetId] = !segment.equipment.empty() ? segment.equipment.front()
        : !segment.assets.empty()                     ? segment.assets.front()
                                                      : std::string();
    row[Column::PhysicalAsset] = segment.assets.empty() ? std::string() : segment.assets.front();
    row[Column::Time] = start;
    row[Column::End] = end;
    row[Column::Status] = anyOf(values, {"jobstate", "segmentstate"});
    row[Column::Text] = valueOf(values, "description");
    row[Column::Plan] = anyOf(values, {"workmasterid", "workdirective"});
    row[Column::Actor] = segment.people;
    row[Column::Data] = segment.data;
    for (const auto& [column, value] : segment.facts)
        if (row[column].empty())
            row[column] = value;
    if (!segment.parts.empty())
        append(row[Column::Text], "parts: " + segment.parts, "; ");
    for (B2mmlRow& spare : segment.spares) {
        spare[Column::AssetId] = row[Column::AssetId];
        spare[Column::Time] = end.empty() ? start : end;
        spare[Column::WorkOrderId] = row[Column::WorkOrderId];
        m_rows.push(std::move(spare));
    }
    m_rows.push(std::move(row));
}

} // namespace antecedent::importers
