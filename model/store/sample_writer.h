// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Collects samples into chunks by tag and leaves exact repeats (same tag, time, value, quality) out. While a tag's
// times ascend this costs one comparison; for late samples the tag's own samples and those of earlier sources that
// overlap are read back into a set, and the tag's chunks are rewritten in order at the end. Memory: at most about a
// million samples wait for their chunk; sets exist only for tags with late samples. Threads: those of the database.

#include "model/base/result.h"
#include "model/store/fingerprint.h"
#include "model/store/row_runs.h"
#include "model/store/sample_chunk.h"
#include "model/store/sealed_insert.h"
#include "model/store/source_writer.h"

#include <memory>
#include <string>
#include <vector>

namespace antecedent {

class SampleWriter
{
public:
    static Result<SampleWriter> open(Database& database, SourceId source);
    Result<AddOutcome> add(const RecordBatch& batch);
    Result<void> flush();
    // Sum of the fingerprints of all samples stored by this writer.
    const Fingerprint& sum() const { return m_sum; }

private:
    struct EarlierChunk
    {
        std::int64_t id;
        std::int64_t first;
        std::int64_t last;
    };
    struct TagState
    {
        std::string name;
        std::int64_t id = 0;
        Fingerprint print;
        std::uint32_t next = 0; // the tag that followed last time
        std::int64_t newest; // time of the newest own sample
        std::int64_t earlierLast; // newest time of earlier sources
        std::vector<EarlierChunk> earlier; // not in `seen` yet
        std::vector<EarlierChunk> inSeen; // in `seen` now
        std::vector<EarlierChunk> passed; // were in `seen`; this source has passed them in time order
        std::int64_t arrived; // newest time that came, repeats included
        bool ordered = true; // no sample came before an older one
        FingerprintSet seen;
        bool late = false; // own samples came out of order: all of them are in `seen`
        std::uint32_t kind = 0; // of the last sample; if it has no further columns, of these:
        bool plainKind = false;
        std::uint8_t scale = 0;
        std::uint32_t form = 0;
        std::uint32_t quality = 0;
        SampleColumns waiting;
    };
    // Ids of the batch's columns beyond time, tag, value and quality that hold anything.
    struct FurtherColumns;

    SampleWriter(Database& database, SealedInsert chunks, SealedInsert tags, RowRunWriter runs, SourceId source);
    TagState* guessedTag(std::string_view name);
    Result<TagState*> tagOf(std::string_view name);
    Result<TagState*> newTag(std::string_view name);
    std::uint32_t kindOf(TagState& tag, const RecordBatch& batch, std::size_t row, const FurtherColumns& further);
    // True if the sample repeats a stored one.
    Result<bool> isRepeat(TagState& tag, std::int64_t time, std::int64_t mantissa, std::uint32_t kind);
    Result<void> startLate(TagState& tag);
    Result<void> loadEarlier(TagState& tag, std::int64_t time);
    Result<void> see(TagState& tag, const SampleColumns& samples, const SampleKinds& kinds);
    Result<void> loadOwn(const TagState& tag, SampleColumns& out);
    Result<void> writeWaiting(TagState& tag);
    Result<void> writeChunk(const TagState& tag, const SampleColumns& samples, std::size_t begin, std::size_t end);
    Result<void> rewriteInOrder(TagState& tag);

    Database* m_database;
    SealedInsert m_chunkInsert;
    SealedInsert m_tagInsert;
    RowRunWriter m_runs;
    SourceId m_source;
    std::int64_t m_nextChunk = 1;
    std::int64_t m_nextTag = 1;
    std::vector<std::unique_ptr<TagState>> m_tags;
    std::vector<std::uint32_t> m_slots; // hash table of tags: position + 1
    std::uint32_t m_lastTag = 0;
    SampleKinds m_kinds;
    std::string_view m_qualityText; // of the row before
    std::uint32_t m_quality = 0;
    std::size_t m_waiting = 0; // samples in all tags' columns
    Fingerprint m_sum;
};

} // namespace antecedent
