// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Collects events into chunks of one source and leaves exact repeats out, also those of earlier sources (whose chunks
// are read only where their times overlap). Keeps the texts' buffers until their chunk is written.
// Threads: those of the database.

#include "model/base/result.h"
#include "model/store/event_repeats.h"
#include "model/store/fingerprint.h"
#include "model/store/sealed_insert.h"
#include "model/store/source_writer.h"

#include <vector>

namespace antecedent {

class EventWriter
{
public:
    static Result<EventWriter> open(Database& database, SourceId source);
    // `prints`: one per row, of `fingerprints`.
    Result<AddOutcome> add(const RecordBatch& batch, const std::vector<Fingerprint>& prints);
    // Writes what is left.
    Result<void> flush();
    // Sum of the fingerprints of all events stored by this writer.
    const Fingerprint& sum() const { return m_sum; }

private:
    struct EarlierChunk
    {
        std::int64_t id;
        std::int64_t first;
        std::int64_t last;
    };
    EventWriter(Database& database, SealedInsert insert, SourceId source);
    Result<void> loadEarlier(std::int64_t first, std::int64_t last);
    void append(const RecordBatch& batch, std::span<const std::uint32_t> rows);

    Database* m_database;
    SealedInsert m_insert;
    SourceId m_source;
    std::int64_t m_nextChunk = 1;
    std::vector<EarlierChunk> m_earlier; // not read yet
    EventRepeats m_seen;
    Fingerprint m_sum;
    RecordBatch m_pending; // columns that no event has are empty
};

} // namespace antecedent
