// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/sample_writer.h"

#include "model/base/text.h"
#include "model/store/schema.h"
#include "model/store/time_form.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace antecedent {

namespace {

constexpr std::size_t kTime = 0; // positions of the table's columns
constexpr std::size_t kTag = 1;
constexpr std::size_t kValue = 2;
constexpr std::size_t kQuality = 3;
constexpr std::size_t kMaxWaiting = std::size_t{1} << 20U;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

std::string timeText(const TimeValue& time)
{
    return time.known() ? std::to_string(time.utcUs) + ' ' + std::to_string(packTimeForm(time)) : std::string();
}

} // namespace

struct SampleWriter::FurtherColumns
{
    FurtherColumns(const RecordBatch& batch, SampleKinds& kinds)
    {
        const TableSpec& spec = tableSpec(TableId::Samples);
        for (std::size_t c = kQuality + 1; c < spec.columns.size(); ++c) {
            const BatchColumn& column = batch.columns[c];
            if (!column.times.empty())
                times.emplace_back(kinds.furtherColumn(spec.columns[c].name), &column.times);
            if (!column.texts.empty())
                texts.emplace_back(kinds.furtherColumn(spec.columns[c].name), &column.texts);
        }
        for (std::size_t i = 0; i < batch.attributeNames.size(); ++i)
            texts.emplace_back(kinds.furtherColumn("attribute " + batch.attributeNames[i]), &batch.attributes[i]);
    }
    bool none() const { return times.empty() && texts.empty(); }

    std::vector<std::pair<std::size_t, const std::vector<TimeValue>*>> times;
    std::vector<std::pair<std::size_t, const std::vector<std::string_view>*>> texts;
};

SampleWriter::SampleWriter(
    Database& database, SealedInsert chunks, SealedInsert tags, RowRunWriter runs, SourceId source)
    : m_database(&database)
    , m_chunkInsert(std::move(chunks))
    , m_tagInsert(std::move(tags))
    , m_runs(std::move(runs))
    , m_source(source)
    , m_slots(256, 0)
{
}

Result<SampleWriter> SampleWriter::open(Database& database, SourceId source)
{
    const SealedTable& chunkTable = sealedTable("sample_chunks");
    const SealedTable& tagTable = sealedTable("sample_tags");
    Result<SealedInsert> chunks =
        SealedInsert::prepare(database, chunkTable.name, chunkTable.columns, chunkTable.count);
    if (!chunks)
        return chunks.error();
    Result<SealedInsert> tags = SealedInsert::prepare(database, tagTable.name, tagTable.columns, tagTable.count);
    if (!tags)
        return tags.error();
    Result<RowRunWriter> runs = RowRunWriter::open(database, source);
    if (!runs)
        return runs.error();
    const Result<std::int64_t> lastChunk = database.integer("SELECT max(chunk_id) FROM sample_chunks");
    if (!lastChunk)
        return lastChunk.error();
    const Result<std::int64_t> lastTag = database.integer("SELECT max(tag_id) FROM sample_tags");
    if (!lastTag)
        return lastTag.error();
    SampleWriter writer(database, std::move(*chunks), std::move(*tags), std::move(*runs), source);
    writer.m_nextChunk = *lastChunk + 1;
    writer.m_nextTag = *lastTag + 1;
    return writer;
}

// Sources write their tags in a fixed order again and again: tries the one that followed last time.
SampleWriter::TagState* SampleWriter::guessedTag(std::string_view name)
{
    if (m_lastTag >= m_tags.size())
        return nullptr;
    const std::uint32_t guess = m_tags[m_lastTag]->next;
    if (m_tags[guess]->name != name)
        return nullptr;
    m_lastTag = guess;
    return m_tags[guess].get();
}

Result<SampleWriter::TagState*> SampleWriter::tagOf(std::string_view name)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hashText(name) & mask;
    while (m_slots[at] != 0 && m_tags[m_slots[at] - 1]->name != name)
        at = (at + 1) & mask;
    if (m_slots[at] == 0) {
        const Result<TagState*> added = newTag(name);
        if (!added)
            return added.error();
        m_slots[at] = static_cast<std::uint32_t>(m_tags.size());
    }
    const std::uint32_t found = m_slots[at] - 1;
    if (m_lastTag < m_tags.size())
        m_tags[m_lastTag]->next = found;
    m_lastTag = found;
    if (m_tags.size() * 2 > m_slots.size()) {
        std::vector<std::uint32_t> slots(m_slots.size() * 4, 0);
        for (std::uint32_t i = 0; i < m_tags.size(); ++i) {
            std::size_t slot = hashText(m_tags[i]->name) & (slots.size() - 1);
            while (slots[slot] != 0)
                slot = (slot + 1) & (slots.size() - 1);
            slots[slot] = i + 1;
        }
        m_slots.swap(slots);
    }
    return m_tags[found].get();
}

Result<SampleWriter::TagState*> SampleWriter::newTag(std::string_view name)
{
    auto tag = std::make_unique<TagState>();
    tag->name = name;
    tag->print = tagPrint(name);
    tag->newest = tag->earlierLast = tag->arrived = kNever;
    Result<Statement> find = m_database->prepare("SELECT tag_id FROM sample_tags WHERE name = ?");
    if (!find)
        return find.error();
    find->bind(1, name);
    const Result<bool> known = find->step();
    if (!known)
        return known.error();
    if (*known) {
        tag->id = find->integer(0);
    } else {
        tag->id = m_nextTag++;
        m_tagInsert.add(tag->id);
        m_tagInsert.add(m_source);
        m_tagInsert.add(name);
        if (const Result<bool> stored = m_tagInsert.insertSealed(); !stored)
            return stored.error();
    }
    Result<Statement> chunks = m_database->prepare(
        "SELECT chunk_id, t_min, t_max FROM sample_chunks WHERE tag_id = ? AND source_id < ? ORDER BY t_min");
    if (!chunks)
        return chunks.error();
    chunks->bind(1, tag->id);
    chunks->bind(2, m_source);
    for (;;) {
        const Result<bool> more = chunks->step();
        if (!more)
            return more.error();
        if (!*more)
            break;
        tag->earlier.push_back({chunks->integer(0), chunks->integer(1), chunks->integer(2)});
        tag->earlierLast = std::max(tag->earlierLast, chunks->integer(2));
    }
    m_tags.push_back(std::move(tag));
    return m_tags.back().get();
}

std::uint32_t SampleWriter::kindOf(
    TagState& tag, const RecordBatch& batch, std::size_t row, const FurtherColumns& further)
{
    const Decimal& value = batch.columns[kValue].numbers[row];
    const std::uint32_t form = packTimeForm(batch.columns[kTime].times[row]);
    const std::uint8_t scale = !value.known ? kNoValueScale : value.inexact ? kDoubleScale : value.scale;
    const auto& qualities = batch.columns[kQuality].texts;
    const std::string_view quality = qualities.empty() ? std::string_view() : trimmed(qualities[row]);
    if (quality != m_qualityText) {
        m_quality = m_kinds.texts.intern(quality);
        m_qualityText = m_kinds.texts.text(m_quality);
    }
    if (further.none()) {
        if (tag.plainKind && tag.form == form && tag.scale == scale && tag.quality == m_quality)
            return tag.kind;
        tag.kind = m_kinds.intern({form, scale, m_quality, {}});
        tag.form = form;
        tag.scale = scale;
        tag.quality = m_quality;
        tag.plainKind = true;
    } else {
        SampleKind kind{form, scale, m_quality, {}};
        const auto set = [&](std::size_t column, std::string_view text) {
            if (text.empty())
                return;
            kind.further.resize(std::max(kind.further.size(), column + 1));
            kind.further[column] = m_kinds.texts.intern(text);
        };
        for (const auto& [column, values] : further.times)
            set(column, timeText((*values)[row]));
        for (const auto& [column, values] : further.texts)
            set(column, trimmed((*values)[row]));
        tag.kind = m_kinds.intern(kind);
        tag.plainKind = false;
    }
    return tag.kind;
}

Result<AddOutcome> SampleWriter::add(const RecordBatch& batch)
{
    AddOutcome outcome;
    const FurtherColumns further(batch, m_kinds);
    const auto& times = batch.columns[kTime].times;
    const auto& values = batch.columns[kValue].numbers;
    const auto& names = batch.columns[kTag].texts;
    for (std::size_t row = 0; row < batch.rows; ++row) {
        const std::string_view name = trimmed(names[row]);
        TagState* guess = guessedTag(name);
        if (guess == nullptr) {
            const Result<TagState*> found = tagOf(name);
            if (!found)
                return found.error();
            guess = *found;
        }
        TagState& tag = *guess;
        const std::uint32_t kind = kindOf(tag, batch, row, further);
        const std::int64_t time = times[row].utcUs;
        const std::int64_t mantissa = values[row].known ? values[row].mantissa : 0;
        if (time <= tag.arrived || time <= tag.earlierLast || tag.late) {
            const Result<bool> repeat = isRepeat(tag, time, mantissa, kind);
            if (!repeat)
                return repeat.error();
            if (*repeat) {
                outcome.duplicateRows.push_back(batch.sourceRows[row].row);
                continue;
            }
        }
        tag.arrived = std::max(tag.arrived, time);
        tag.newest = std::max(tag.newest, time);
        tag.waiting.add(time, mantissa, batch.sourceRows[row].row, kind);
        m_runs.take(batch.sourceRows[row]);
        ++outcome.stored;
        ++m_waiting;
        if (tag.waiting.size() == kSampleChunkRows)
            if (const Result<void> written = writeWaiting(tag); !written)
                return written.error();
    }
    if (const Result<void> written = m_runs.write(); !written)
        return written.error();
    if (m_waiting > kMaxWaiting)
        for (const auto& tag : m_tags)
            if (const Result<void> written = writeWaiting(*tag); !written)
                return written.error();
    return outcome;
}

Result<bool> SampleWriter::isRepeat(TagState& tag, std::int64_t time, std::int64_t mantissa, std::uint32_t kind)
{
    if (time < tag.arrived && tag.ordered) {
        tag.ordered = false; // from now on nothing is passed for good
        tag.earlier.insert(tag.earlier.end(), tag.passed.begin(), tag.passed.end());
        tag.passed.clear();
    }
    tag.arrived = std::max(tag.arrived, time);
    if (time <= tag.earlierLast)
        if (const Result<void> loaded = loadEarlier(tag, time); !loaded)
            return loaded.error();
    const bool sameAsNewest = time == tag.newest && !tag.waiting.times.empty() && tag.waiting.times.front() < time;
    if (time <= tag.newest && !sameAsNewest && !tag.late)
        if (const Result<void> started = startLate(tag); !started)
            return started.error();
    const Fingerprint print = samplePrint(tag.print, time, mantissa, m_kinds.hash(kind));
    if (tag.late)
        return !tag.seen.insert(print);
    if (tag.seen.contains(print))
        return true;
    const SampleColumns& waiting = tag.waiting;
    for (std::size_t i = waiting.size(); time == tag.newest && i-- > 0 && waiting.times[i] == time;)
        if (waiting.mantissas[i] == mantissa && m_kinds.hash(waiting.kinds[i]) == m_kinds.hash(kind))
            return true;
    return false;
}

Result<void> SampleWriter::see(TagState& tag, const SampleColumns& samples, const SampleKinds& kinds)
{
    for (std::size_t i = 0; i < samples.size(); ++i)
        tag.seen.insert(samplePrint(tag.print, samples.times[i], samples.mantissas[i], kinds.hash(samples.kinds[i])));
    return {};
}

Result<void> SampleWriter::startLate(TagState& tag)
{
    tag.late = true;
    SampleColumns own;
    if (const Result<void> loaded = loadOwn(tag, own); !loaded)
        return loaded;
    if (const Result<void> seen = see(tag, own, m_kinds); !seen)
        return seen;
    return see(tag, tag.waiting, m_kinds);
}

Result<void> SampleWriter::loadEarlier(TagState& tag, std::int64_t time)
{
    const auto holds = [&](const EarlierChunk& chunk) { return chunk.first <= time && time <= chunk.last; };
    if (std::none_of(tag.earlier.begin(), tag.earlier.end(), holds))
        return {};
    const bool allPassed =
        std::all_of(tag.inSeen.begin(), tag.inSeen.end(), [&](const EarlierChunk& chunk) { return chunk.last < time; });
    if (tag.ordered && !tag.late && allPassed) {
        tag.passed.insert(tag.passed.end(), tag.inSeen.begin(), tag.inSeen.end());
        tag.inSeen.clear();
        tag.seen = FingerprintSet();
    }
    Result<Statement> chunk = m_database->prepare("SELECT data FROM sample_chunks WHERE chunk_id = ?");
    if (!chunk)
        return chunk.error();
    for (const EarlierChunk& earlier : tag.earlier) {
        if (!holds(earlier))
            continue;
        chunk->bind(1, earlier.id);
        const Result<bool> row = chunk->step();
        if (!row)
            return row.error();
        SampleColumns samples;
        SampleKinds kinds;
        if (const Result<void> decoded = decodeSamples(chunk->blob(0), samples, kinds); !decoded)
            return decoded;
        if (const Result<void> seen = see(tag, samples, kinds); !seen)
            return seen;
        tag.inSeen.push_back(earlier);
        chunk->reset();
    }
    std::erase_if(tag.earlier, holds);
    return {};
}

Result<void> SampleWriter::loadOwn(const TagState& tag, SampleColumns& out)
{
    Result<Statement> chunks =
        m_database->prepare("SELECT data FROM sample_chunks WHERE tag_id = ? AND source_id = ? ORDER BY chunk_id");
    if (!chunks)
        return chunks.error();
    chunks->bind(1, tag.id);
    chunks->bind(2, m_source);
    for (;;) {
        const Result<bool> more = chunks->step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        if (const Result<void> decoded = decodeSamples(chunks->blob(0), out, m_kinds); !decoded)
            return decoded;
    }
}

Result<void> SampleWriter::writeWaiting(TagState& tag)
{
    if (tag.waiting.size() == 0)
        return {};
    tag.waiting.sort();
    const SampleColumns& waiting = tag.waiting;
    Fingerprint sum = m_sum;
    for (std::size_t i = 0; i < waiting.size(); ++i)
        sum = sum + samplePrint(tag.print, waiting.times[i], waiting.mantissas[i], m_kinds.hash(waiting.kinds[i]));
    m_sum = sum;
    m_waiting -= tag.waiting.size();
    const Result<void> written = writeChunk(tag, tag.waiting, 0, tag.waiting.size());
    tag.waiting.clear();
    return written;
}

Result<void> SampleWriter::writeChunk(
    const TagState& tag, const SampleColumns& samples, std::size_t begin, std::size_t end)
{
    const EncodedSamples encoded = encodeSamples(samples, begin, end, m_kinds);
    m_chunkInsert.add(m_nextChunk++);
    m_chunkInsert.add(m_source);
    m_chunkInsert.add(tag.id);
    m_chunkInsert.add(static_cast<std::int64_t>(end - begin));
    m_chunkInsert.add(samples.times[begin]);
    m_chunkInsert.add(samples.times[end - 1]);
    if (encoded.range) {
        m_chunkInsert.add(encoded.range->min);
        m_chunkInsert.add(encoded.range->max);
    } else {
        m_chunkInsert.addNull();
        m_chunkInsert.addNull();
    }
    m_chunkInsert.add(std::span<const std::uint8_t>(encoded.data));
    const Result<bool> stored = m_chunkInsert.insertDigested();
    return stored ? Result<void>() : Result<void>(stored.error());
}

Result<void> SampleWriter::rewriteInOrder(TagState& tag)
{
    SampleColumns own;
    if (const Result<void> loaded = loadOwn(tag, own); !loaded)
        return loaded;
    own.sort();
    Result<Statement> erase = m_database->prepare("DELETE FROM sample_chunks WHERE tag_id = ? AND source_id = ?");
    if (!erase)
        return erase.error();
    erase->bind(1, tag.id);
    erase->bind(2, m_source);
    if (const Result<void> erased = erase->run(); !erased)
        return erased;
    for (std::size_t begin = 0; begin < own.size(); begin += kSampleChunkRows)
        if (const Result<void> written = writeChunk(tag, own, begin, std::min(own.size(), begin + kSampleChunkRows));
            !written)
            return written;
    return {};
}

Result<void> SampleWriter::flush()
{
    for (const auto& tag : m_tags) {
        if (const Result<void> written = writeWaiting(*tag); !written)
            return written;
        tag->seen = FingerprintSet();
        if (tag->late)
            if (const Result<void> rewritten = rewriteInOrder(*tag); !rewritten)
                return rewritten;
    }
    return m_runs.flush();
}

} // namespace antecedent
