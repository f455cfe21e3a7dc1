// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Batch lists, production and work performance.
#include "importers/format/b2mml/b2mml_work_state.h"
#include "importers/format/batch/batch_words.h"
#include "importers/text/number_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>

namespace antecedent::importers {

namespace {

using Column = B2mmlColumn;

constexpr XmlFragment::Node kRoot = XmlFragment::root();

std::string_view segmentName(const XmlValues& values)
{
    return anyOf(values,
        {"processsegmentid", "operationssegmentid", "productsegmentid", "workmasterid", "workdirective", "id",
            "description"});
}

constexpr std::array<std::string_view, 3> kLevels{"unit_procedure", "operation", "phase"};

} // namespace

bool B2mmlTable::isMaintenance(std::string_view ownType) const
{
    std::string_view type = ownType;
    for (const std::string_view name : {"worktype", "operationstype"})
        if (type.empty())
            type = valueAround(name);
    return equalsIgnoreCase(type, "maintenance");
}

std::string B2mmlTable::orderAround() const
{
    if (record() != nullptr)
        return record()->batchId();
    for (std::size_t i = m_depth; i-- > 0;) {
        const Frame& frame = m_frames[i];
        if (frame.name == "productionresponse" || frame.name == "operationsresponse" || frame.name == "workresponse")
            return std::string(
                anyOf(frame.values, {"productionrequestid", "operationsrequestid", "workrequestid", "id"}));
    }
    if (const Frame* job = around("jobresponse"))
        return std::string(anyOf(job->values, {"joborderid", "id"}));
    return {};
}

bool B2mmlTable::takeWorkPart(std::string_view name, std::uint64_t line)
{
    if (name == "joborder") {
        takeJobOrder(line);
        return true;
    }
    if (name.starts_with("maintenance")) {
        takeMaintenance(name, line);
        return true;
    }
    if (name == "equipmentassetmapping") {
        takeMapping(line);
        return true;
    }
    if (name == "operationsevent") {
        takeOperationsEvent(line);
        return true;
    }
    if (name.starts_with("material") || name == "consumableactual") {
        takeMaterialActual(name, line);
        return true;
    }
    if (name == "productiondata" || name == "segmentdata" || name == "jobresponsedata") {
        if (!isMaintenance({}))
            takeData(kRoot, line);
        else if (holdsMore(line))
            takeMaintenanceData(kRoot);
        return true;
    }
    if (name == "parameter") {
        takeListParameter(kRoot, line);
        return true;
    }
    if (name != "equipmentactual" && name != "physicalassetactual" && name != "personnelactual")
        return false;
    if (m_segments.empty())
        return true;
    Segment& segment = m_segments.back();
    if (name == "personnelactual")
        append(segment.people, anyOf(m_part, {"personid", "id"}), ", ");
    else if (name == "equipmentactual" && segment.equipment.size() < Segment::kMaxActuals)
        segment.equipment.emplace_back(anyOf(m_part, {"equipmentid", "id"}));
    else if (name == "physicalassetactual" && segment.assets.size() < Segment::kMaxActuals)
        segment.assets.emplace_back(anyOf(m_part, {"physicalassetid", "id"}));
    return true;
}

void B2mmlTable::takeMaterialActual(std::string_view name, std::uint64_t line)
{
    const std::string_view material = anyOf(m_part, {"materialdefinitionid", "materialclassid"});
    if (isMaintenance({})) {
        takeSpare(name, line);
        return;
    }
    std::string_view use = m_part.childText(kRoot, "materialuse");
    if (use.empty() && name != "materialactual")
        use = name;
    const bool isProduced = containsIgnoreCase(use, "produc") || containsIgnoreCase(use, "yield");
    const XmlFragment::Node quantity = m_part.child(kRoot, "quantity");
    XmlFragment::Node lot = m_part.child(kRoot, "materiallotid");
    const bool isOne = lot == XmlFragment::kNone || m_part.nextNamed(lot, "materiallotid") == XmlFragment::kNone;
    do {
        B2mmlRow& row = m_rows.add("material", elementAt(line, name));
        row[Column::BatchId] = orderAround();
        row[Column::Material] = material;
        row[Column::Direction] = isProduced || use.empty() || containsIgnoreCase(use, "consum")
            ? (isProduced ? "produced" : "consumed")
            : toLowerAscii(use);
        if (lot != XmlFragment::kNone) {
            row[Column::MaterialLot] = m_part.text(lot);
            lot = m_part.nextNamed(lot, "materiallotid");
        }
        // A quantity of several lots together belongs to none of them.
        if (!isOne || quantity == XmlFragment::kNone)
            continue;
        const std::string_view value = m_part.childText(kRoot, "quantity", "quantitystring");
        if (isNumber(value))
            row[Column::Value] = value;
        row[Column::Unit] = m_part.childText(quantity, "unitofmeasure");
    } while (lot != XmlFragment::kNone);
}

// A parameter of the segment around it, and those within it.
void B2mmlTable::takeData(XmlFragment::Node data, std::uint64_t line)
{
    const std::string_view value = m_part.childText(data, "value", "valuestring");
    const XmlFragment::Node node = m_part.child(data, "value");
    const Frame* segment = m_segments.empty() ? nullptr : &m_frames[m_depth - 1];
    if (!value.empty()) {
        const bool isParameter = isNumber(value);
        std::string_view time;
        if (segment != nullptr)
            time = anyOf(segment->values, {"actualendtime", "endtime", "actualstarttime", "starttime"});
        B2mmlRow& row = m_rows.add(isParameter ? "parameter"
                : time.empty()                 ? "damaged"
                                               : "event",
            elementAt(line, m_partName));
        row[Column::BatchId] = orderAround();
        row[Column::Code] = m_part.childText(data, "id");
        if (segment != nullptr)
            row[Column::Name] = segmentName(segment->values);
        row[Column::Time] = time;
        row[Column::Category] = "parameter";
        row[isParameter ? Column::Value : Column::Text] = value;
        if (node != XmlFragment::kNone)
            row[Column::Unit] = m_part.childText(node, "unitofmeasure");
        if (!isParameter && time.empty())
            row[Column::Text] += ": a value that is no number, of a segment without a time";
    }
    for (auto child = m_part.first(data); child != XmlFragment::kNone; child = m_part.next(child))
        if (m_part.name(child) == m_part.name(data) || m_part.name(child) == "segmentdatachild")
            takeData(child, line);
}

void B2mmlTable::closeSegment(const Frame& frame)
{
    const Segment& segment = m_segments.back();
    const XmlValues& values = frame.values;
    const std::string_view start = anyOf(values, {"actualstarttime", "starttime"});
    const std::string_view end = anyOf(values, {"actualendtime", "endtime"});
    const std::string_view state = anyOf(values, {"jobstate", "segmentstate"});
    if (isMaintenance(anyOf(values, {"worktype", "operationstype"}))) {
        closeMaintenanceJob(frame);
        return;
    }
    if (start.empty() && end.empty())
        return;
    // Where no equipment is named, the asset that was used is the one that is meant.
    std::vector<std::string> equipment = segment.equipment.empty() ? segment.assets : segment.equipment;
    if (equipment.empty())
        equipment.emplace_back();
    const std::string_view outer =
        m_segments.size() > 1 && m_depth > 1 ? valueOf(m_frames[m_depth - 2].values, "id") : std::string_view{};
    for (std::size_t i = 0; i < equipment.size(); ++i) {
        B2mmlRow& row = m_rows.add(start.empty() ? "step_end" : "step", elementAt(segment.line, frame.name));
        row[Column::BatchId] = orderAround();
        row[Column::Time] = start.empty() ? end : start;
        row[Column::End] = start.empty() ? std::string_view{} : end;
        row[Column::Level] = kLevels[std::min<std::size_t>(m_segments.size(), 3) - 1];
        row[Column::Name] = segmentName(values);
        row[Column::StepId] = valueOf(values, "id");
        row[Column::ParentId] = outer;
        row[Column::AssetId] = equipment[i];
        row[Column::PhysicalAsset] = i < segment.assets.size() ? segment.assets[i] : std::string();
        row[Column::Status] = state;
        row[Column::Actor] = segment.people;
    }
}

void B2mmlTable::closeOrder(const Frame& frame)
{
    const XmlValues& values = frame.values;
    // Within a batch record the batch is told by the record.
    if (record() != nullptr || isMaintenance(anyOf(values, {"worktype", "operationstype"})))
        return;
    B2mmlRow& row = m_rows.add("batch", elementAt(frame.line, frame.name));
    row[Column::BatchId] = orderAround();
    row[Column::Time] = anyOf(values, {"actualstarttime", "starttime"});
    row[Column::End] = anyOf(values, {"actualendtime", "endtime"});
    row[Column::Recipe] = anyOf(values, {"productproductionruleid", "operationsdefinitionid"});
    row[Column::Status] = valueOf(values, "responsestate");
}

// What is set for a batch of a list, and what came out of it.
void B2mmlTable::takeListParameter(XmlFragment::Node parameter, std::uint64_t line)
{
    std::string_view batch;
    std::string_view step;
    const Frame* entry = around("batchlistentry");
    const std::string_view time = entry == nullptr ? std::string_view{} : valueOf(entry->values, "actualstarttime");
    for (std::size_t i = m_depth; i-- > 0 && batch.empty();) {
        if (m_frames[i].name != "batchlistentry")
            continue;
        const XmlValues& values = m_frames[i].values;
        const std::string_view type = valueOf(values, "batchlistentrytype");
        const bool isBatch = type.empty() || equalsIgnoreCase(type, "batch");
        batch = isBatch ? anyOf(values, {"batchid", "id"}) : valueOf(values, "batchid");
        if (step.empty() && !isBatch)
            step = anyOf(values, {"recipeid", "description", "id"});
    }
    const std::string_view type = m_part.childText(parameter, "parametertype");
    const bool isTarget = equalsIgnoreCase(type, "ProcessInput") || equalsIgnoreCase(type, "ProcessParameter");
    for (auto value = m_part.child(parameter, "value"); value != XmlFragment::kNone;
         value = m_part.nextNamed(value, "value")) {
        const std::string_view text = m_part.childText(value, "valuestring");
        if (text.empty())
            continue;
        const bool isParameter = isNumber(text);
        B2mmlRow& row = m_rows.add(isParameter ? "parameter"
                : time.empty()                 ? "damaged"
                                               : "event",
            elementAt(line, "Parameter"));
        row[Column::BatchId] = batch;
        row[Column::Time] = time;
        row[Column::Category] = "parameter";
        row[Column::Name] = step;
        row[Column::Code] = m_part.childText(parameter, "id");
        row[Column::Unit] = m_part.childText(value, "unitofmeasure");
        row[isParameter ? (isTarget ? Column::Target : Column::Value) : Column::Text] = text;
        if (!isParameter && time.empty())
            row[Column::Text] += ": a value that is no number, of a batch or step without a time";
    }
    for (auto child = m_part.first(parameter); child != XmlFragment::kNone; child = m_part.next(child))
        if (m_part.name(child) == "parameter")
            takeListParameter(child, line);
}

void B2mmlTable::closeListEntry(const Frame& frame)
{
    const XmlValues& values = frame.values;
    const std::string type = toLowerAscii(valueOf(values, "batchlistentrytype"));
    const std::string_view start = valueOf(values, "actualstarttime");
    const std::string_view end = valueOf(values, "actualendtime");
    if (type.empty() || type == "batch") {
        B2mmlRow& row = m_rows.add("batch", elementAt(frame.line, "BatchListEntry"));
        row[Column::BatchId] = anyOf(values, {"batchid", "id"});
        row[Column::Time] = start;
        row[Column::End] = end;
        row[Column::Product] = valueOf(values, "productid");
        row[Column::Recipe] = valueOf(values, "recipeid");
        row[Column::RecipeVersion] = valueOf(values, "recipeversion");
        row[Column::Lot] = valueOf(values, "lotid");
        row[Column::Campaign] = valueOf(values, "campaignid");
        row[Column::Size] = valueOf(values, "actualbatchsize");
        row[Column::Status] = valueOf(values, "status");
        return;
    }
    const bool isStep = type == "unitprocedure" || type == "operation" || type == "phase";
    if (!isStep || (start.empty() && end.empty()))
        return;
    std::string_view batch = valueOf(values, "batchid");
    std::string_view parent;
    for (std::size_t i = m_depth - 1; i-- > 0;) {
        if (m_frames[i].name != "batchlistentry")
            continue;
        const bool isBatch = equalsIgnoreCase(valueOf(m_frames[i].values, "batchlistentrytype"), "batch");
        if (batch.empty())
            batch = isBatch ? anyOf(m_frames[i].values, {"batchid", "id"}) : valueOf(m_frames[i].values, "batchid");
        if (parent.empty() && !isBatch)
            parent = valueOf(m_frames[i].values, "id");
    }
    B2mmlRow& row = m_rows.add(start.empty() ? "step_end" : "step", elementAt(frame.line, "BatchListEntry"));
    row[Column::BatchId] = batch;
    row[Column::Time] = start.empty() ? end : start;
    row[Column::End] = start.empty() ? std::string_view{} : end;
    row[Column::Level] = type == "unitprocedure" ? "unit_procedure" : type;
    row[Column::Name] = anyOf(values, {"recipeid", "description", "id"});
    row[Column::StepId] = valueOf(values, "id");
    row[Column::ParentId] = parent;
    row[Column::AssetId] = anyOf(values, {"actualequipmentid", "equipmentid"});
    row[Column::Status] = valueOf(values, "status");
}

} // namespace antecedent::importers
