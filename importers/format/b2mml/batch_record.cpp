// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/b2mml/batch_message.h"

#include "importers/format/batch/batch_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace antecedent::importers {

namespace {

using Column = B2mmlColumn;

std::string levelOf(std::string_view recipeElementType)
{
    const std::string lower = toLowerAscii(recipeElementType);
    if (lower == "procedure")
        return "procedure";
    if (lower == "unitprocedure" || lower == "unitrecipe" || lower == "unit procedure")
        return "unit_procedure";
    if (lower == "operation" || lower == "phase")
        return lower;
    return {};
}

} // namespace

std::string_view valueOf(const XmlValues& values, std::string_view name)
{
    for (const auto& [known, text] : values)
        if (known == name)
            return text;
    return {};
}

void BatchRecord::setHead(const XmlValues& values)
{
    m_headBatchId = valueOf(values, "batchid");
    m_headId = valueOf(values, "id");
    chooseBatchId();
    if (const std::string_view delimiter = valueOf(values, "delimiter"); !delimiter.empty())
        m_delimiter = delimiter;
}

void BatchRecord::setRecipeHead(const XmlValues& values)
{
    if (m_recipeBatchId.empty())
        m_recipeBatchId = valueOf(values, "batchid");
    chooseBatchId();
}

// The id of a record is a number of its own, where anything names the batch.
void BatchRecord::chooseBatchId()
{
    m_batchId = firstOf(m_headBatchId, firstOf(m_recipeBatchId, m_headId));
}

void BatchRecord::takeControlRecipe(const XmlValues& values)
{
    setRecipeHead(values);
    if (m_recipe.empty()) {
        m_recipe = firstOf(valueOf(values, "id"), valueOf(values, "description"));
        m_recipeVersion = valueOf(values, "version");
    }
    if (m_product.empty())
        m_product = firstOf(valueOf(values, "productid"), valueOf(values, "productname"));
}

void BatchRecord::takeRecipeElement(const XmlValues& values, std::uint64_t line)
{
    const std::string_view id = valueOf(values, "id");
    const std::string level = levelOf(valueOf(values, "recipeelementtype"));
    const std::string_view equipment = firstOf(valueOf(values, "actualequipmentid"), valueOf(values, "equipmentid"));
    if (!id.empty() && m_elements.size() < kMaxElements)
        m_elements.try_emplace(std::string(id), Element{level, std::string(equipment)});
    const std::string_view completed = valueOf(values, "completiontime");
    if (completed.empty() || level.empty())
        return;
    if (level == "procedure") {
        m_end = {std::string(completed), line};
        m_status = "COMPLETE";
        return;
    }
    const StepPlace place = placeOf(id, equipment);
    B2mmlRow& row = m_rows->add("step_end", elementAt(line, "RuntimeRecipeElement"));
    row[Column::BatchId] = m_batchId;
    row[Column::Time] = completed;
    row[Column::Level] = level;
    row[Column::Name] = place.name;
    row[Column::StepId] = place.key;
    row[Column::ParentId] = place.parent;
    row[Column::AssetId] = equipment;
    row[Column::Actor] = valueOf(values, "performer");
}

bool BatchRecord::isBatch(std::string_view reference) const
{
    return reference.empty() || reference == m_batchId || reference.find(m_delimiter) == std::string_view::npos;
}

StepPlace BatchRecord::placeOf(std::string_view reference, std::string_view equipment) const
{
    StepPlace out;
    out.key = std::string(reference);
    const std::size_t last = reference.rfind(m_delimiter);
    const std::string_view segment =
        last == std::string_view::npos ? reference : reference.substr(last + m_delimiter.size());
    if (last != std::string_view::npos && !isBatch(reference.substr(0, last)))
        out.parent = std::string(reference.substr(0, last));
    out.name = std::string(elementName(segment));
    out.asset = std::string(equipment);
    const auto known = m_elements.find(reference);
    if (known != m_elements.end()) {
        out.level = known->second.level;
        if (out.asset.empty())
            out.asset = known->second.equipment;
    }
    if (out.level.empty()) {
        static constexpr std::array<std::string_view, 3> kLevels{"unit_procedure", "operation", "phase"};
        std::size_t depth = 0;
        for (std::size_t at = reference.find(m_delimiter); at != std::string_view::npos;
             at = reference.find(m_delimiter, at + m_delimiter.size()))
            ++depth;
        out.level = kLevels[std::min<std::size_t>(depth == 0 ? 0 : depth - 1, 2)];
    }
    return out;
}

B2mmlRow BatchRecord::draft(const Message& message, std::string_view record) const
{
    std::string what = "Event";
    if (!message.entry.empty())
        what += " " + std::string(message.entry);
    B2mmlRow row = B2mmlRows::draft(record, elementAt(message.line, what));
    row[Column::BatchId] = m_batchId;
    row[Column::Time] = message.time;
    row[Column::AssetId] = message.equipment;
    row[Column::PhysicalAsset] = message.text("physicalassetid");
    row[Column::Text] = plainText(firstOf(message.text("messagetext"), message.text("description")));
    row[Column::Actor] = message.text("personid");
    return row;
}

B2mmlRow& BatchRecord::rowOf(const Message& message, std::string_view record)
{
    return m_rows->push(draft(message, record));
}

void BatchRecord::takeEvent(const XmlFragment& event, std::uint64_t line)
{
    const Message message(event, line);
    m_steps.settle(message.time);
    const std::string_view person = message.text("personid");
    if (!person.empty() && m_signed.size() < kMaxElements)
        m_signed.insert(std::string(message.entry) + "\t" + std::string(person));
    const bool isAlarm = event.child(XmlFragment::root(), "alarmdata") != XmlFragment::kNone;
    if (message.type == "alarm" || isAlarm)
        takeAlarm(message);
    else if (message.subType == "allocation" || message.subType == "deallocation")
        takeAllocation(message);
    else if (message.subType == "state change" && message.type != "operator")
        takeStateChange(message);
    else if (message.subType == "consume" || message.subType == "produce")
        takeMaterial(message);
    else if (!takeParameters(message))
        takeOther(message);
}

void BatchRecord::takeStateChange(const Message& message)
{
    const std::string state = identifierOf(firstOf(message.value, message.otherValue("value")));
    if (state.empty())
        takeOther(message);
    else if (message.type == "equipment" || (message.type == "general" && message.reference.empty()))
        takeEquipmentState(message, state);
    else if (isBatch(message.reference) && (message.type == "control recipe" || message.equipment.empty()))
        takeBatchState(message, state);
    else if (message.reference.empty() || m_steps.size() > kMaxElements)
        takeOther(message);
    else
        m_steps.state(placeOf(message.reference, message.equipment), message.stamp(), state);
}

void BatchRecord::takeBatchState(const Message& message, const std::string& state)
{
    m_status = state;
    switch (stateKindOf(state)) {
    case StateKind::Before:
    case StateKind::Removed:
        return;
    case StateKind::Running:
        if (m_start.time.empty())
            m_start = message.stamp();
        break;
    case StateKind::Final:
        m_end = message.stamp();
        break;
    case StateKind::Between: {
        B2mmlRow row = draft(message, "state");
        row[Column::Code] = state;
        row[Column::Level] = "batch";
        takeEquipmentState(message, {});
        m_states.try_emplace("\tbatch", std::move(row));
        return;
    }
    }
    if (const auto open = m_states.find("\tbatch"); open != m_states.end()) {
        open->second[Column::End] = message.time;
        m_rows->push(std::move(open->second));
        m_states.erase(open);
    }
}

// A state of equipment lasts until its next one. No state: that of the batch ends.
void BatchRecord::takeEquipmentState(const Message& message, const std::string& state)
{
    const std::string key = state.empty() ? "\tbatch" : std::string(message.equipment);
    if (const auto open = m_states.find(key); open != m_states.end()) {
        open->second[Column::End] = message.time;
        m_rows->push(std::move(open->second));
        m_states.erase(open);
    }
    if (state.empty() || m_states.size() >= kMaxElements)
        return;
    B2mmlRow row = draft(message, "state");
    row[Column::Code] = state;
    m_states.emplace(key, std::move(row));
}

void BatchRecord::takeAllocation(const Message& message)
{
    const bool isStart = message.subType == "allocation";
    const bool hasStep = !message.reference.empty() && !isBatch(message.reference);
    if (hasStep && !message.equipment.empty() && m_steps.size() <= kMaxElements) {
        const StepPlace place = placeOf(message.reference, message.equipment);
        if (isStart ? m_steps.acquire(place, message.stamp()) : m_steps.release(place, message.stamp()))
            return;
    }
    const std::string key = std::string(message.equipment) + "\t" + std::string(message.reference);
    const auto open = m_allocations.find(key);
    if (isStart) {
        if (open != m_allocations.end() || m_allocations.size() >= kMaxElements)
            return;
        B2mmlRow row = draft(message, "allocation");
        row[Column::Code] = "ALLOCATED";
        m_allocations.emplace(key, std::move(row));
    } else if (open != m_allocations.end()) {
        open->second[Column::End] = message.time;
        m_rows->push(std::move(open->second));
        m_allocations.erase(open);
    } else {
        rowOf(message, "allocation")[Column::Code] = "RELEASED";
    }
}

void BatchRecord::onStep(const TrackedStep& step)
{
    const bool hasStart = !step.start.time.empty();
    B2mmlRow& row =
        m_rows->add(hasStart ? "step" : "step_end", elementAt(hasStart ? step.start.line : step.end.line, "Event"));
    if (hasStart && step.end.line != 0)
        row[Column::Element] += ", line " + std::to_string(step.end.line);
    row[Column::BatchId] = m_batchId;
    row[Column::Time] = hasStart ? step.start.time : step.end.time;
    row[Column::End] = hasStart ? step.end.time : std::string();
    row[Column::Level] = step.place.level;
    row[Column::Name] = step.place.name;
    row[Column::StepId] = step.place.key;
    row[Column::ParentId] = step.place.parent;
    row[Column::AssetId] = step.place.asset;
    row[Column::Status] = step.status;
}

void BatchRecord::onState(const TrackedState& state)
{
    B2mmlRow& row = m_rows->add("state", elementAt(state.start.line, "Event"));
    row[Column::BatchId] = m_batchId;
    row[Column::Time] = state.start.time;
    row[Column::End] = state.end.time;
    row[Column::Level] = state.place.level;
    row[Column::Name] = state.place.name;
    row[Column::AssetId] = state.place.asset;
    row[Column::Code] = state.state;
}

void BatchRecord::close(const XmlValues& values)
{
    setHead(values);
    m_steps.close();
    for (auto* open : {&m_alarms, &m_states, &m_allocations})
        for (auto& [key, row] : *open)
            m_rows->push(std::move(row));
    B2mmlRow& row = m_rows->add("batch", elementAt(m_line, "BatchProductionRecord"));
    row[Column::BatchId] = m_batchId;
    row[Column::Time] = m_start.time;
    row[Column::End] = m_end.time;
    row[Column::Product] = firstOf(valueOf(values, "materialdefinitionid"), m_product);
    row[Column::Recipe] = m_recipe;
    row[Column::RecipeVersion] = m_recipeVersion;
    row[Column::Status] = firstOf(valueOf(values, "recordstatus"), m_status);
    row[Column::Lot] = valueOf(values, "lotid");
    row[Column::Campaign] = valueOf(values, "campaignid");
}

} // namespace antecedent::importers
