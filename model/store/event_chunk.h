// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Coding of event chunks: what analysis needs in one block, texts and the rest in another, so that millions of events
// are read without touching their texts. Format: format_notes, "event_chunks". Threads: pure.

#include "model/base/result.h"
#include "model/domain/record_batch.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace antecedent {

inline constexpr std::size_t kEventChunkRows = 16'384;

struct EncodedEvents
{
    std::vector<std::uint8_t> columns;
    std::vector<std::uint8_t> details;
};

// Rows `order` of a batch of the table events, ascending by time.
EncodedEvents encodeEvents(const RecordBatch& batch, const std::vector<std::uint32_t>& order);

// A text column as its distinct texts and, per row, which one.
struct TextCodes
{
    std::vector<std::string_view> texts; // at least one
    std::vector<std::uint32_t> codes; // per row, below texts.size()
    std::string_view at(std::size_t row) const { return texts[codes[row]]; }
};

struct EventChunkColumns
{
    std::size_t rows = 0;
    std::vector<std::int64_t> time;
    std::vector<std::uint32_t> timeForm; // X_form + 1; 0 unknown
    std::vector<std::int64_t> end; // TimeValue::kUnknown where not stated
    std::vector<std::uint32_t> endForm;
    std::vector<std::int64_t> recorded;
    std::vector<std::uint32_t> recordedForm;
    std::vector<std::uint64_t> row;
    TextCodes category;
    TextCodes code;
    TextCodes asset;
    TextCodes batch;
    TextCodes severity;
    TextCodes actor;
    std::vector<std::uint8_t> buffer; // owner of the texts
};

// InvestigationDamaged if the block does not hold what it must.
Result<EventChunkColumns> decodeEventColumns(std::span<const std::uint8_t> columns);
// The whole events, every column filled; from both blocks, or from the first one already decoded.
Result<RecordBatch> decodeEvents(
    std::shared_ptr<const EventChunkColumns> columns, std::span<const std::uint8_t> details);
Result<RecordBatch> decodeEvents(std::span<const std::uint8_t> columns, std::span<const std::uint8_t> details);
// The column `text` alone; the second part owns the bytes.
struct EventTexts
{
    TextCodes text;
    std::vector<std::uint8_t> buffer;
};
Result<EventTexts> decodeEventTexts(std::span<const std::uint8_t> details, std::size_t rows);

} // namespace antecedent
