// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/journal/journal_table.h"

#include "importers/format/batch/batch_words.h"
#include "importers/format/journal/journal_state.h"
#include "importers/format/journal/journal_time.h"
#include "importers/format/journal/journal_words.h"
#include "model/base/text.h"

#include <algorithm>
#include <utility>

namespace antecedent::importers {

namespace {

using Column = JournalColumn;

constexpr std::size_t kRecent = 4096; // batches
constexpr std::size_t kLinesAtOnce = 256;
constexpr std::size_t kShownOfDamaged = 200; // bytes

} // namespace

JournalTable::JournalTable(ByteSource& bytes)
    : m_lines(bytes)
{
}
JournalTable::~JournalTable() = default;

Result<void> JournalTable::start()
{
    do {
        const Result<bool> more = m_lines.next();
        if (!more)
            return more.error();
        if (!*more)
            return Error{ErrorCode::CorruptInput, {}, "the journal is empty"};
    } while (trimmed(m_lines.line()).empty());
    m_layout = journalLayoutOf(m_lines.line());
    if (!m_layout) {
        const std::string_view foreign = foreignEventFile(m_lines.line());
        return Error{ErrorCode::NotData, {},
            foreign.empty() ? "its first line is neither a header nor a row of a batch journal"
                            : "it is " + std::string(foreign)};
    }
    if (!m_layout->hasHeader)
        takeLine();
    return {};
}

Result<bool> JournalTable::next(std::string& lines)
{
    if (m_isEnded)
        return false;
    if (!m_layout)
        if (const Result<void> started = start(); !started)
            return started.error();
    for (std::size_t i = 0; i < kLinesAtOnce; ++i) {
        const Result<bool> more = m_lines.next();
        if (!more)
            return more.error();
        if (!*more) {
            settleBatches({});
            for (auto& [id, batch] : m_batches)
                closeBatch(*batch);
            m_batches.clear();
            m_isEnded = true;
            break;
        }
        takeLine();
        if (m_batches.size() + m_open > kMaxOpen)
            return Error{ErrorCode::CorruptInput, {},
                "more than " + std::to_string(kMaxOpen) + " batches and steps are open at line "
                    + std::to_string(m_lines.number()) + ": this is no journal of batches"};
    }
    lines += m_rows.take();
    return true;
}

std::optional<JournalTable::Line> JournalTable::parse() const
{
    using Field = JournalField;
    const JournalLayout& layout = *m_layout;
    const std::vector<std::string_view> cells = split(m_lines.line(), '\t');
    if (m_lines.isCut() || cells.size() < layout.needed())
        return std::nullopt;
    for (std::size_t i = layout.columns; i < cells.size(); ++i)
        if (!trimmed(cells[i]).empty())
            return std::nullopt;
    const auto cell = [&](Field field) { return std::string(layout.cell(cells, field)); };
    const auto english = [&](Field translated, Field own) {
        std::string out = cell(translated);
        return out.empty() ? std::string(englishJournalWord(layout.cell(cells, own))) : out;
    };
    Line out;
    out.at = {journalTime(layout.cell(cells, Field::Gmt), layout.cell(cells, Field::LocalTime)), m_lines.number()};
    out.path = parseRecipePath(layout.cell(cells, Field::Recipe));
    out.batchId = cell(Field::BatchId);
    out.uniqueId = cell(Field::UniqueId);
    if (out.uniqueId.empty())
        out.uniqueId = out.path.uniqueId.empty() ? out.batchId : out.path.uniqueId;
    if (out.batchId.empty())
        out.batchId = out.uniqueId;
    out.shownDescription = cell(Field::Description);
    out.description = english(Field::DescriptionEnglish, Field::Description);
    out.event = english(Field::EventEnglish, Field::Event);
    out.value = english(Field::ValueEnglish, Field::Value);
    if (out.uniqueId.empty() || out.event.empty() || out.at.time.empty())
        return std::nullopt;
    out.unit = cell(Field::Unit);
    out.equipment = cell(Field::Equipment);
    out.phase = cell(Field::Phase);
    out.phaseName = cell(Field::PhaseDescription);
    out.user = cell(Field::User);
    out.materialName = cell(Field::MaterialName);
    out.materialId = cell(Field::MaterialId);
    out.lot = cell(Field::LotName);
    out.container = cell(Field::Container);
    out.level = out.path.level;
    if (!out.phase.empty() && out.level != RecipeLevel::Batch)
        out.level = RecipeLevel::Phase;
    return out;
}

void JournalTable::addDamaged()
{
    JournalRow& row = add("damaged", {{}, m_lines.number()}, {});
    row[Column::Text] = shownText(m_lines.line(), kShownOfDamaged);
}

void JournalTable::takeLine()
{
    if (m_lines.line().find_first_not_of(std::string_view(" \t\0", 3)) == std::string::npos)
        return;
    const std::optional<Line> line = parse();
    if (!line || equalsIgnoreCase(line->event, "event")) {
        // A header again: files that were put together.
        if (const auto again = journalLayoutOf(m_lines.line()); again && again->hasHeader)
            m_layout = again;
        else
            addDamaged();
        return;
    }
    if (!m_ending.empty() && m_endTime != line->at.time)
        settleBatches(line->at.time);
    Batch& batch = batchOf(*line);
    const std::size_t before = batch.steps.size() + batch.allocations.size();
    batch.steps.settle(line->at.time);
    switch (journalEventOf(line->event)) {
    case JournalEvent::Header:
        takeHeader(batch, *line);
        break;
    case JournalEvent::StateChange:
        takeState(batch, *line);
        break;
    case JournalEvent::System:
        takeSystem(batch, *line);
        break;
    case JournalEvent::Arbitration:
        takeArbitration(batch, *line);
        break;
    case JournalEvent::RecipeValue:
        takeValue(batch, *line, true);
        break;
    case JournalEvent::Report:
        takeValue(batch, *line, false);
        break;
    case JournalEvent::Material:
        takeMaterial(*line);
        break;
    case JournalEvent::Deviation:
        takeMessage(*line, "alarm");
        break;
    case JournalEvent::Operator:
        takeMessage(*line, "operator");
        break;
    case JournalEvent::Other:
        takeMessage(*line, "message");
        break;
    }
    m_open += batch.steps.size() + batch.allocations.size();
    m_open -= before;
}

JournalTable::Batch& JournalTable::batchOf(const Line& line)
{
    const auto found = m_batches.find(line.uniqueId);
    if (found != m_batches.end())
        return *found->second;
    auto made = std::make_unique<Batch>(*this, line.uniqueId, line.batchId);
    made->first = line.at;
    made->recipe = line.path.procedure;
    if (made->recipe.empty() && !line.path.elements.empty())
        made->recipe = std::string(elementName(line.path.elements.front()));
    made->isTold = std::find(m_recent.begin(), m_recent.end(), line.uniqueId) != m_recent.end();
    return *m_batches.emplace(line.uniqueId, std::move(made)).first->second;
}

void JournalTable::beginBatch(Batch& batch, const Line& line)
{
    if (batch.start.time.empty())
        batch.start = line.at;
    batch.isTold = false;
}

void JournalTable::endBatch(Batch& batch, const Line& line)
{
    if (!batch.end.time.empty())
        return;
    batch.end = line.at;
    if (m_ending.empty())
        m_endTime = line.at.time;
    if (m_endTime == line.at.time)
        m_ending.push_back(batch.uniqueId);
}

// Tells the batches that ended at another instant than this.
void JournalTable::settleBatches(std::string_view time)
{
    if (m_ending.empty() || m_endTime == time)
        return;
    for (const std::string& id : m_ending) {
        const auto found = m_batches.find(id);
        if (found == m_batches.end())
            continue;
        closeBatch(*found->second);
        m_batches.erase(found);
    }
    m_ending.clear();
}

void JournalTable::closeBatch(Batch& batch)
{
    m_open -= std::min(m_open, batch.steps.size() + batch.allocations.size());
    batch.steps.close();
    for (const auto& [what, from] : batch.allocations) {
        JournalRow& row = add("allocation", from, {});
        row[Column::BatchId] = batch.batchId;
        row[Column::AssetId] = what.substr(0, what.find('\t'));
        row[Column::Code] = "ALLOCATED";
    }
    if (!batch.state.empty()) {
        JournalRow& row = add("state", batch.since, {});
        row[Column::BatchId] = batch.batchId;
        row[Column::Code] = batch.state;
        row[Column::Level] = recipeLevelName(RecipeLevel::Batch);
    }
    if (batch.isTold)
        return;
    if (batch.end.time.empty())
        ++m_openBatches;
    JournalRow& row = add("batch", batch.start, batch.end);
    if (batch.start.line == 0)
        row[Column::Element] = "line " + std::to_string(batch.first.line);
    row[Column::BatchId] = batch.batchId;
    row[Column::UniqueId] = batch.uniqueId;
    row[Column::Status] = batch.disposition.empty() ? batch.status : batch.disposition;
    row[Column::Product] = batch.product;
    row[Column::Recipe] = batch.recipe;
    row[Column::Formula] = batch.formula;
    row[Column::Header] = batch.header;
    row[Column::Disposition] = batch.disposition;
    m_recent.push_back(batch.uniqueId);
    if (m_recent.size() > kRecent)
        m_recent.pop_front();
}

JournalRow& JournalTable::add(std::string_view record, const StepStamp& from, const StepStamp& to)
{
    std::string element;
    if (from.line != 0)
        element = "line " + std::to_string(from.line);
    if (to.line != 0 && to.line != from.line)
        element += (element.empty() ? "line " : ", ") + std::to_string(to.line);
    JournalRow& row = m_rows.add(record, element);
    row[Column::Time] = from.time;
    row[Column::End] = to.time;
    return row;
}

JournalRow& JournalTable::addOf(const Line& line, std::string_view record)
{
    JournalRow& row = add(record, line.at, {});
    row[Column::BatchId] = line.batchId;
    row[Column::AssetId] = line.equipment;
    row[Column::Name] = line.level == RecipeLevel::Batch ? std::string() : line.stepName();
    row[Column::Level] = recipeLevelName(line.level);
    row[Column::Actor] = line.user;
    return row;
}

void JournalTable::Batch::onStep(const TrackedStep& step)
{
    const bool hasStart = !step.start.time.empty();
    JournalRow& row =
        table->add(hasStart ? "step" : "step_end", hasStart ? step.start : step.end, hasStart ? step.end : StepStamp{});
    row[Column::BatchId] = batchId;
    row[Column::Level] = step.place.level;
    row[Column::Name] = step.place.name;
    row[Column::StepId] = uniqueId + ":" + step.place.key;
    if (!step.place.parent.empty())
        row[Column::ParentId] = uniqueId + ":" + step.place.parent;
    row[Column::AssetId] = step.place.asset;
    row[Column::Status] = step.status;
}

void JournalTable::Batch::onState(const TrackedState& told)
{
    JournalRow& row = table->add("state", told.start, told.end);
    row[Column::BatchId] = batchId;
    row[Column::Level] = told.place.level;
    row[Column::Name] = told.place.name;
    row[Column::AssetId] = told.place.asset;
    row[Column::Code] = told.state;
}

} // namespace antecedent::importers
