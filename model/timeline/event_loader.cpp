// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/normal_form.h"
#include "model/store/chunk_reader.h"
#include "model/store/event_chunk.h"
#include "model/timeline/loader_parts.h"

#include <algorithm>
#include <numeric>

namespace antecedent {

namespace {

// Collects chunks.
class EventCollector
{
public:
    EventCollector(const EventLoad& load, StringPool& strings, CoverageBuilder& coverage)
        : m_load(load)
        , m_strings(strings)
        , m_coverage(coverage)
    {
    }

    Result<void> take(const EventChunkRef& chunk)
    {
        const bool wantsTexts = m_load.options.eventTexts;
        const bool wantsDetails = m_load.options.eventIds || wantsTexts;
        const Result<EventChunkBlocks> blocks = readEventChunk(m_load.file, chunk.id, wantsDetails);
        if (!blocks)
            return blocks.error();
        Result<EventChunkColumns> decoded = decodeEventColumns(blocks->columns);
        if (!decoded)
            return decoded.error();
        const auto columns = std::make_shared<const EventChunkColumns>(std::move(*decoded));
        if (const Result<void> marked = markLeftOut(chunk, columns, blocks->details); !marked)
            return marked;
        takeColumns(*columns, chunk.source);
        if (m_load.options.eventIds) {
            const Result<RecordBatch> events = decodeEvents(columns, blocks->details);
            if (!events)
                return events.error();
            takeIds(*columns, *events);
            if (wantsTexts)
                takeTexts(*columns, events->columns[*tableSpec(TableId::Events).find("text")].texts);
            return {};
        }
        if (!wantsTexts)
            return {};
        const Result<EventTexts> texts = decodeEventTexts(blocks->details, columns->rows);
        if (!texts)
            return texts.error();
        std::vector<std::string_view> values(columns->rows);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = texts->text.at(i);
        takeTexts(*columns, values);
        return {};
    }

    LoadedEvents finish()
    {
        if (!m_load.options.eventTexts)
            m_out.columns.text.assign(m_out.columns.size(), 0);
        return std::move(m_out);
    }

    // Texts join the other strings after the sorting, which ranks those.
    void internTexts(std::vector<std::uint32_t>& texts)
    {
        std::vector<std::uint32_t> ids(m_texts.size());
        for (std::uint32_t id = 0; id < ids.size(); ++id)
            ids[id] = m_strings.intern(m_texts.text(id));
        for (std::uint32_t& text : texts)
            text = ids[text];
    }

private:
    static std::vector<std::uint32_t> intern(StringPool& pool, const TextCodes& codes)
    {
        std::vector<std::uint32_t> ids(codes.texts.size());
        for (std::size_t i = 0; i < ids.size(); ++i)
            ids[i] = pool.intern(codes.texts[i]);
        return ids;
    }

    // Undated events are counted in the file and never on the time axis; what a newer version of its source does not
    // state any more is not counted.
    Result<void> markLeftOut(const EventChunkRef& chunk, const std::shared_ptr<const EventChunkColumns>& columns,
        std::vector<std::uint8_t> details)
    {
        m_isLeftOut.assign(columns->rows, false);
        for (std::size_t i = 0; i < columns->rows; ++i)
            m_isLeftOut[i] = columns->timeForm[i] == 0;
        if (m_load.aside.find(chunk.source, TableId::Events) == nullptr)
            return {};
        if (details.empty()) {
            Result<EventChunkBlocks> blocks = readEventChunk(m_load.file, chunk.id, true);
            if (!blocks)
                return blocks.error();
            details = std::move(blocks->details);
        }
        const Result<RecordBatch> events = decodeEvents(columns, details);
        if (!events)
            return events.error();
        const std::vector<bool> marks = m_load.aside.marks(chunk.source, *events);
        for (std::size_t i = 0; i < marks.size(); ++i)
            m_isLeftOut[i] = m_isLeftOut[i] || marks[i];
        return {};
    }

    void takeColumns(const EventChunkColumns& chunk, SourceId source)
    {
        const auto category = intern(m_strings, chunk.category);
        const auto code = intern(m_strings, chunk.code);
        const auto severity = intern(m_strings, chunk.severity);
        const auto actor = intern(m_strings, chunk.actor);
        const auto asset = intern(m_out.assetNames, chunk.asset);
        const auto batch = intern(m_out.batchNames, chunk.batch);
        const auto index = m_load.sources.find(source);
        const SourceIndex sourceIndex = index == m_load.sources.end() ? SourceIndex{} : index->second;
        std::vector<const SourceClock*> clocks; // by category
        for (const std::string_view name : chunk.category.texts)
            clocks.push_back(clockOf(m_load.clocks, source, name));
        std::vector<std::pair<std::int64_t, std::int64_t>> spans(
            chunk.category.texts.size(), {TimeValue::kUnknown, TimeValue::kUnknown});
        EventColumns& out = m_out.columns;
        for (std::size_t i = 0; i < chunk.rows; ++i) {
            if (m_isLeftOut[i])
                continue;
            const SourceClock* clock = clocks[chunk.category.codes[i]];
            const auto corrected = [clock](std::int64_t us) {
                return clock == nullptr || us == TimeValue::kUnknown ? us : clock->correctedUs(us);
            };
            const std::int64_t time = corrected(chunk.time[i]);
            const std::int64_t endOrUnknown = corrected(chunk.end[i]);
            out.timeUs.push_back(time);
            out.endUs.push_back(endOrUnknown);
            out.precision.push_back(static_cast<std::uint8_t>(((chunk.timeForm[i] - 1) >> 16U) & 15U));
            out.asset.push_back({asset[chunk.asset.codes[i]]});
            out.batch.push_back({batch[chunk.batch.codes[i]]});
            out.category.push_back(category[chunk.category.codes[i]]);
            out.code.push_back(code[chunk.code.codes[i]]);
            out.severity.push_back(severity[chunk.severity.codes[i]]);
            out.actor.push_back(actor[chunk.actor.codes[i]]);
            out.source.push_back(sourceIndex);
            out.row.push_back(chunk.row[i]);
            out.recordedUs.push_back(corrected(chunk.recorded[i]));
            auto& span = spans[chunk.category.codes[i]]; // chunks ascend by time
            span.first = span.first == TimeValue::kUnknown ? time : span.first;
            span.second = std::max(span.second, std::max(endOrUnknown, time));
        }
        for (std::size_t i = 0; i < spans.size(); ++i)
            if (spans[i].first != TimeValue::kUnknown)
                m_coverage.add(TableId::Events, category[i], source, spans[i].first, spans[i].second);
    }

    void takeIds(const EventChunkColumns& chunk, const RecordBatch& events)
    {
        for (std::size_t i = 0; i < chunk.rows; ++i) {
            if (m_isLeftOut[i])
                continue;
            m_form.clear();
            appendNormalForm(m_form, events, i);
            m_out.columns.id.push_back(recordIdOf(m_form));
        }
    }

    void takeTexts(const EventChunkColumns& chunk, const std::vector<std::string_view>& texts)
    {
        for (std::size_t i = 0; i < chunk.rows; ++i)
            if (!m_isLeftOut[i])
                m_out.columns.text.push_back(m_texts.intern(texts[i]));
    }

    const EventLoad& m_load;
    StringPool& m_strings;
    CoverageBuilder& m_coverage;
    LoadedEvents m_out;
    StringPool m_texts;
    std::string m_form;
    std::vector<bool> m_isLeftOut; // of the chunk at hand
};

// Rank of each text of a pool in the order of the texts.
std::vector<std::uint32_t> ranks(const StringPool& pool)
{
    std::vector<std::uint32_t> order(pool.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(
        order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return pool.text(a) < pool.text(b); });
    std::vector<std::uint32_t> out(pool.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        out[order[i]] = i;
    return out;
}

template <class T> void permute(std::vector<T>& values, const std::vector<std::uint32_t>& order)
{
    if (values.empty())
        return;
    std::vector<T> out;
    out.reserve(values.size());
    for (const std::uint32_t at : order)
        out.push_back(values[at]);
    values.swap(out);
}

void sortEvents(LoadedEvents& events, const StringPool& strings)
{
    EventColumns& c = events.columns;
    std::vector<std::uint32_t> order(c.size());
    std::iota(order.begin(), order.end(), 0U);
    if (!std::is_sorted(c.timeUs.begin(), c.timeUs.end()))
        std::stable_sort(
            order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return c.timeUs[a] < c.timeUs[b]; });
    const auto text = ranks(strings);
    const auto asset = ranks(events.assetNames);
    const auto batch = ranks(events.batchNames);
    const auto tie = [&](std::uint32_t a, std::uint32_t b) {
        if (c.category[a] != c.category[b])
            return text[c.category[a]] < text[c.category[b]];
        if (c.code[a] != c.code[b])
            return text[c.code[a]] < text[c.code[b]];
        if (c.asset[a] != c.asset[b])
            return asset[c.asset[a].value] < asset[c.asset[b].value];
        if (c.batch[a] != c.batch[b])
            return batch[c.batch[a].value] < batch[c.batch[b].value];
        if (c.endUs[a] != c.endUs[b])
            return c.endUs[a] < c.endUs[b];
        return std::pair(c.source[a].value, c.row[a]) < std::pair(c.source[b].value, c.row[b]);
    };
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && c.timeUs[order[end]] == c.timeUs[order[begin]])
            ++end;
        if (end - begin > 1)
            std::sort(order.begin() + static_cast<std::ptrdiff_t>(begin),
                order.begin() + static_cast<std::ptrdiff_t>(end), tie);
        begin = end;
    }
    if (std::is_sorted(order.begin(), order.end()))
        return;
    permute(c.timeUs, order);
    permute(c.endUs, order);
    permute(c.precision, order);
    permute(c.asset, order);
    permute(c.batch, order);
    permute(c.category, order);
    permute(c.code, order);
    permute(c.severity, order);
    permute(c.text, order);
    permute(c.actor, order);
    permute(c.source, order);
    permute(c.row, order);
    permute(c.id, order);
    permute(c.recordedUs, order);
}

} // namespace

Result<LoadedEvents> loadEvents(const EventLoad& load, StringPool& strings, CoverageBuilder& coverage)
{
    Result<std::vector<EventChunkRef>> chunks = listEventChunks(load.file, load.lastSource);
    if (!chunks)
        return chunks.error();
    const auto rank = [&](const EventChunkRef& chunk) {
        const auto found = load.sources.find(chunk.source);
        return found == load.sources.end() ? SourceIndex::kNone : found->second.value;
    };
    std::sort(chunks->begin(), chunks->end(), [&](const EventChunkRef& a, const EventChunkRef& b) {
        return std::tuple(a.first, rank(a), a.id) < std::tuple(b.first, rank(b), b.id);
    });
    EventCollector collector(load, strings, coverage);
    std::uint64_t done = 0;
    for (const EventChunkRef& chunk : *chunks) {
        if (load.stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        if (Result<void> taken = collector.take(chunk); !taken)
            return taken.error();
        if (load.progress)
            load.progress({"events", ++done, chunks->size()});
    }
    LoadedEvents events = collector.finish();
    sortEvents(events, strings);
    collector.internTexts(events.columns.text);
    return events;
}

} // namespace antecedent
