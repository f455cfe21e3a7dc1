// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keeps a source's own bytes: cut into frames, compressed where they arrive, written where the transaction is.
// Threads: take() in one thread, write() and end() in the database's; safe at the same time.

#include "model/base/result.h"
#include "model/store/sealed_insert.h"
#include "model/store/source_writer.h"

#include <cstddef>
#include <deque>
#include <mutex>
#include <span>
#include <vector>

namespace antecedent {

inline constexpr std::size_t kFrameBytes = std::size_t{1} << 20U;

class FrameWriter
{
public:
    explicit FrameWriter(Database& database)
        : m_database(database)
    {
    }
    Result<void> open(SourceId source);
    void take(std::span<const std::byte> bytes);
    // Stores the frames that are ready.
    Result<void> write();
    // Stores the rest, after the last take().
    Result<void> end();
    std::uint64_t rawBytes() const { return m_rawBytes; }
    std::uint64_t keptBytes() const { return m_keptBytes; }

private:
    struct Frame
    {
        std::size_t rawBytes = 0;
        std::vector<std::uint8_t> data;
    };
    void compress(std::span<const std::uint8_t> bytes);

    Database& m_database;
    SourceId m_source = 0;
    std::optional<SealedInsert> m_insert;
    std::int64_t m_nextFrame = 1;
    std::int64_t m_nextSeq = 0;
    std::uint64_t m_rawBytes = 0;
    std::uint64_t m_keptBytes = 0;
    std::vector<std::uint8_t> m_buffer; // of the taking thread
    std::mutex m_mutex; // guards m_ready
    std::deque<Frame> m_ready;
};

} // namespace antecedent
