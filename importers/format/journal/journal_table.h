// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A batch journal as a flat table: one row per batch, step, state between running and the end, allocation of equipment,
// parameter, material movement and message. Pairs are told when they close; what is open when
// the journal ends has an open end. Rules of start and end: batch/step_tracker.h, and for the batch CREATED or
// `Beginning Of BATCH` to REMOVED or `End Of BATCH`. Memory: open pairs, of at most kMaxOpen steps. Threads: one.

#include "importers/format/batch/flat_rows.h"
#include "importers/format/batch/step_tracker.h"
#include "importers/format/journal/journal_layout.h"
#include "importers/format/journal/recipe_path.h"
#include "importers/text/line_reader.h"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

enum class JournalColumn : std::uint8_t {
    Record, // batch, step, step_end, state, allocation, parameter, material, event, damaged
    Element, // lines of the journal
    Time,
    End,
    Level,
    Name,
    StepId,
    ParentId,
    AssetId,
    BatchId,
    UniqueId,
    Status,
    Product,
    Recipe,
    Formula,
    Header, // what the recipe header says beyond columns of their own
    Disposition,
    Category,
    Code,
    Text,
    Value,
    Target,
    Unit,
    Actor,
    Material,
    MaterialLot,
    Container,
    Direction,
};
inline constexpr std::size_t kJournalColumns = static_cast<std::size_t>(JournalColumn::Direction) + 1;
inline constexpr std::array<std::string_view, kJournalColumns> kJournalColumnNames{"record", "element", "time", "end",
    "level", "name", "step_id", "parent_id", "asset_id", "batch_id", "unique_id", "status", "product", "recipe",
    "formula", "header", "disposition", "category", "code", "text", "value", "target", "unit", "actor", "material",
    "material_lot", "container", "direction"};

using JournalRow = FlatRow<JournalColumn, kJournalColumns>;

class JournalTable
{
public:
    static constexpr std::size_t kMaxOpen = 200'000;

    // `bytes` must outlive this.
    explicit JournalTable(ByteSource& bytes);
    ~JournalTable();
    // Appends some lines of the table (without heading); false at the end. Errors: CorruptInput, those of the bytes.
    Result<bool> next(std::string& lines);
    // Of the batches so far, those that had no end when the journal ended.
    std::uint64_t openBatches() const { return m_openBatches; }

private:
    struct Line;
    struct Batch;

    Result<void> start();
    void takeLine(); // the line at hand, as the next two
    std::optional<Line> parse() const;
    void addDamaged();
    Batch& batchOf(const Line& line);
    void takeHeader(Batch& batch, const Line& line);
    void takeState(Batch& batch, const Line& line);
    void takeSystem(Batch& batch, const Line& line);
    void takeArbitration(Batch& batch, const Line& line);
    void takeValue(Batch& batch, const Line& line, bool isTarget);
    void takeMaterial(const Line& line);
    void takeMessage(const Line& line, std::string_view category);
    void beginBatch(Batch& batch, const Line& line);
    void endBatch(Batch& batch, const Line& line);
    void settleBatches(std::string_view time);
    void closeBatch(Batch& batch);
    JournalRow& add(std::string_view record, const StepStamp& from, const StepStamp& to);
    JournalRow& addOf(const Line& line, std::string_view record);

    LineReader m_lines;
    std::optional<JournalLayout> m_layout;
    FlatRows<JournalColumn, kJournalColumns> m_rows;
    std::map<std::string, std::unique_ptr<Batch>, std::less<>> m_batches; // by unique id
    std::vector<std::string> m_ending; // unique ids of batches that ended at the instant at hand
    std::string m_endTime; // that instant
    std::deque<std::string> m_recent; // unique ids of batches that were told, the latest ones
    std::size_t m_open = 0;
    std::uint64_t m_openBatches = 0;
    bool m_isEnded = false;
};

} // namespace antecedent::importers
