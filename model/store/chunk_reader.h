// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads event and sample chunks for the loader. Threads: those of the case file.

#include "model/base/result.h"
#include "model/domain/dataset.h"
#include "model/store/case_file.h"
#include "model/store/row_set.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace antecedent {

struct EventChunkRef
{
    std::int64_t id = 0;
    SourceId source = 0;
    std::uint64_t rows = 0;
    std::int64_t first = 0; // time of the first event, microseconds
};
// Ascending by id.
Result<std::vector<EventChunkRef>> listEventChunks(const CaseFile& file, SourceId lastSource);

// The two blocks of a chunk (event_chunk.h); the details only if asked for.
struct EventChunkBlocks
{
    std::vector<std::uint8_t> columns;
    std::vector<std::uint8_t> details;
};
Result<EventChunkBlocks> readEventChunk(const CaseFile& file, std::int64_t id, bool withDetails);

// The whole chunk in which an event stands, and where.
struct FoundEvent
{
    RecordBatch chunk;
    std::size_t position = 0;
};
// The event that stands in this row of the source at this time, as the source states it, to the microsecond; nullopt if
// there is none.
Result<std::optional<FoundEvent>> findEvent(
    const CaseFile& file, SourceId source, std::int64_t timeUs, std::uint64_t row);

// A tag that has samples.
struct SampledTag
{
    std::int64_t id = 0;
    std::string name;
    std::uint64_t samples = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
};
// Ascending by name.
Result<std::vector<SampledTag>> listSampledTags(const CaseFile& file, SourceId lastSource);
// Ids of the chunks of the tag with this name that touch [begin, end), ascending by first sample; none if there is no
// such tag.
Result<std::vector<std::int64_t>> listSampleChunks(
    const CaseFile& file, const std::string& tag, const Interval& interval, SourceId lastSource);
// Appends the chunk's samples in [begin, end).
Result<void> readSampleChunk(const CaseFile& file, std::int64_t id, const Interval& interval, std::vector<Sample>& out);

// First and last sample per source.
struct SampleSpan
{
    SourceId source = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
};
Result<std::vector<SampleSpan>> listSampleSpans(const CaseFile& file, SourceId lastSource);

// The same per tag.
struct TagSampleSpan
{
    std::string tag;
    SampleSpan span;
};
// Ascending by tag, source.
Result<std::vector<TagSampleSpan>> listTagSampleSpans(const CaseFile& file, SourceId lastSource);

// Samples of one stored tag in [begin, end), ascending; equal times in order of `sourceOrder`.
class SampleChunkReader
{
public:
    SampleChunkReader(const CaseFile& file, SourceId lastSource, std::vector<SourceId> sourceOrder);
    ~SampleChunkReader();
    Result<std::vector<Sample>> read(std::int64_t tag, const Interval& interval);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace antecedent
