// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of journal message becomes.
#include "importers/format/batch/batch_words.h"
#include "importers/format/journal/journal_state.h"
#include "importers/format/journal/journal_words.h"
#include "importers/text/number_text.h"
#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

using Column = JournalColumn;

constexpr std::size_t kMaxHeader = 4096; // bytes

// The number with a point as decimal mark; empty if it is none. A journal groups no digits: a comma alone is the
// decimal mark of the server.
std::string numberOf(std::string_view text)
{
    std::string out(text);
    if (std::count(out.begin(), out.end(), ',') == 1 && out.find('.') == std::string::npos)
        out[out.find(',')] = '.';
    Decimal value;
    return readNumber(out, '.', value) == NumberStatus::Ok ? out : std::string();
}

// A path without loop counts, so that a phase finds its operation however both are written.
std::string keyOf(const RecipePath& path, std::size_t count)
{
    std::string out = path.procedure;
    for (std::size_t i = 0; i < count && i < path.elements.size(); ++i) {
        const std::string& element = path.elements[i];
        const std::size_t colon = element.rfind(':');
        const std::size_t loop = colon == std::string::npos ? colon : element.find('-', colon);
        if (!out.empty())
            out += '\\';
        out += element.substr(0, loop);
    }
    return out;
}

} // namespace

std::string JournalTable::Line::stepName() const
{
    if (level == RecipeLevel::Phase && !phaseName.empty())
        return phaseName;
    if (level == RecipeLevel::Phase && !phase.empty())
        return phase;
    if (path.elements.empty())
        return {};
    const std::string_view element = elementName(path.elements.back());
    // A start message may hold the plain name of the element.
    if (level != RecipeLevel::Phase && !value.empty() && journalEventOf(event) == JournalEvent::System
        && toLowerAscii(element).ends_with(toLowerAscii(elementName(value))))
        return std::string(elementName(value));
    return std::string(element);
}

StepPlace JournalTable::Line::place() const
{
    StepPlace out;
    const std::size_t count = path.elements.size();
    out.key = keyOf(path, count);
    if (level == RecipeLevel::Phase && path.level != RecipeLevel::Phase) {
        out.parent = out.key;
        out.key += "#" + phase;
    } else if (count > 1) {
        out.parent = keyOf(path, count - 1);
    }
    out.level = recipeLevelName(level);
    out.name = stepName();
    out.asset = equipment;
    return out;
}

void JournalTable::takeHeader(Batch& batch, const Line& line)
{
    const std::string name = toLowerAscii(line.description);
    if (toLowerAscii(line.event) == "event file name")
        return;
    if (name == "product code" || name == "product")
        batch.product = line.value;
    else if (name == "formula name")
        batch.formula = line.value;
    else if (!line.value.empty() && batch.header.size() + line.description.size() + line.value.size() < kMaxHeader)
        batch.header += (batch.header.empty() ? "" : "; ") + line.shownDescription + " = " + line.value;
}

void JournalTable::takeState(Batch& batch, const Line& line)
{
    const std::string state = identifierOf(line.value);
    if (state.empty()) {
        takeMessage(line, "message");
        return;
    }
    if (line.level != RecipeLevel::Batch) {
        batch.steps.state(line.place(), line.at, state);
        return;
    }
    const StateKind kind = stateKindOf(state);
    if (!batch.state.empty()) {
        JournalRow& row = add("state", batch.since, line.at);
        row[Column::BatchId] = batch.batchId;
        row[Column::Code] = batch.state;
        row[Column::Level] = recipeLevelName(RecipeLevel::Batch);
        batch.state.clear();
    }
    if (kind == StateKind::Removed) {
        endBatch(batch, line);
        return;
    }
    if (state == "CREATED")
        beginBatch(batch, line);
    batch.status = state;
    if (kind == StateKind::Between) {
        batch.state = state;
        batch.since = line.at;
    }
}

void JournalTable::takeSystem(Batch& batch, const Line& line)
{
    const auto says = [&](std::string_view words) {
        return equalsIgnoreCase(line.description, words) || equalsIgnoreCase(line.value, words);
    };
    const bool isStep = line.level != RecipeLevel::Batch;
    if (says("Beginning Of BATCH")) {
        beginBatch(batch, line);
    } else if (says("End Of BATCH")) {
        endBatch(batch, line);
    } else if (isStep && (says("Unit Procedure Started") || says("Operation Started") || says("Phase Started"))) {
        StepPlace place = line.place();
        place.isNamed = place.name != elementName(line.path.elements.empty() ? "" : line.path.elements.back());
        batch.steps.begin(place, line.at);
    } else if (isStep && (says("Unit Procedure Finished") || says("Operation Finished") || says("Phase Finished"))) {
        batch.steps.finish(line.place(), line.at, {});
    } else {
        takeMessage(line, "message");
        if (containsIgnoreCase(line.description, "batch terminated")
            || containsIgnoreCase(line.value, "batch terminated")) {
            batch.status = "TERMINATED";
            endBatch(batch, line);
        }
    }
}

void JournalTable::takeArbitration(Batch& batch, const Line& line)
{
    const bool isAcquired = containsIgnoreCase(line.description, "acquired");
    const bool isReleased = containsIgnoreCase(line.description, "release");
    const std::string& resource = line.value.empty() ? line.equipment : line.value;
    if (resource.empty() || isAcquired == isReleased) {
        takeMessage(line, "message");
        return;
    }
    const bool isUnit = equalsIgnoreCase(englishJournalWord(line.unit), "unit");
    if (isUnit && (line.level == RecipeLevel::UnitProcedure || line.path.elements.size() == 1)) {
        StepPlace place = line.place();
        place.asset = resource;
        if (isAcquired ? batch.steps.acquire(place, line.at) : batch.steps.release(place, line.at))
            return;
    }
    const std::string key = resource + '\t' + line.unit + '\t' + line.path.upTo(line.path.elements.size());
    const auto open = batch.allocations.find(key);
    if (isAcquired) {
        batch.allocations.try_emplace(key, line.at);
        return;
    }
    JournalRow& row = add("allocation", open == batch.allocations.end() ? line.at : open->second,
        open == batch.allocations.end() ? StepStamp{} : line.at);
    row[Column::BatchId] = line.batchId;
    row[Column::AssetId] = resource;
    row[Column::Text] = line.unit;
    row[Column::Code] = open == batch.allocations.end() ? "RELEASED" : "ALLOCATED";
    if (open != batch.allocations.end())
        batch.allocations.erase(open);
}

void JournalTable::takeValue(Batch& batch, const Line& line, bool isTarget)
{
    if (line.level == RecipeLevel::Batch && !isTarget
        && (containsIgnoreCase(line.description, "disposition")
            || containsIgnoreCase(line.description, "verwendungsentscheid"))) {
        batch.disposition = line.value;
        return;
    }
    const std::string number = numberOf(line.value);
    const bool isParameter = !number.empty();
    JournalRow& row = addOf(line, isParameter ? "parameter" : "event");
    row[Column::Category] = "parameter";
    row[Column::Code] = line.description;
    row[Column::Unit] = line.unit;
    if (!isParameter)
        row[Column::Text] = line.value;
    else
        row[isTarget ? Column::Target : Column::Value] = number;
}

void JournalTable::takeMaterial(const Line& line)
{
    const bool isPlanned =
        containsIgnoreCase(line.description, "target") || containsIgnoreCase(line.description, "requested");
    const std::string& material = line.materialId.empty() ? line.materialName : line.materialId;
    if (isPlanned || (material.empty() && line.lot.empty())) {
        takeMessage(line, "message");
        return;
    }
    const bool isProduced =
        containsIgnoreCase(line.description, "produced") || containsIgnoreCase(line.description, "distribution");
    JournalRow& row = addOf(line, "material");
    row[Column::Material] = material;
    row[Column::MaterialLot] = line.lot;
    row[Column::Value] = numberOf(line.value);
    row[Column::Unit] = line.unit;
    row[Column::Container] = line.container;
    row[Column::Direction] = isProduced ? "produced" : "consumed";
}

void JournalTable::takeMessage(const Line& line, std::string_view category)
{
    JournalRow& row = addOf(line, "event");
    row[Column::Category] = category;
    const std::string kind = identifierOf(line.event);
    const bool isDeviation = category == "alarm";
    std::string& text = row[Column::Text];
    // The words as they were written; English only if there are no others.
    text = line.shownDescription.empty() ? line.description : line.shownDescription;
    std::string& code = row[Column::Code];
    if (category == "operator" && isIdentifier(line.value)) {
        code = line.value;
        return;
    }
    code = isDeviation ? line.description : kind;
    if (const std::string number = numberOf(line.value); !number.empty()) {
        row[Column::Value] = number;
        row[Column::Unit] = line.unit;
    } else if (!line.value.empty() && identifierOf(line.value) != kind && line.value != text) {
        text += (text.empty() ? "" : ": ") + line.value;
    }
}

} // namespace antecedent::importers
