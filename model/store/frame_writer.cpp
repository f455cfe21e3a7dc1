// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/frame_writer.h"

#include "model/store/codec.h"
#include "model/store/schema.h"

#include <algorithm>
#include <utility>

namespace antecedent {

Result<void> FrameWriter::open(SourceId source)
{
    m_source = source;
    const SealedTable& table = sealedTable("source_frames");
    Result<SealedInsert> insert = SealedInsert::prepare(m_database, table.name, table.columns, table.count);
    if (!insert)
        return insert.error();
    m_insert.emplace(std::move(*insert));
    const Result<std::int64_t> last = m_database.integer("SELECT max(frame_id) FROM source_frames");
    if (!last)
        return last.error();
    m_nextFrame = *last + 1;
    return {};
}

void FrameWriter::take(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const std::size_t part = std::min(bytes.size(), kFrameBytes - m_buffer.size());
        const std::span data(reinterpret_cast<const std::uint8_t*>(bytes.data()), part);
        bytes = bytes.subspan(part);
        if (part == kFrameBytes) {
            compress(data);
            continue;
        }
        m_buffer.insert(m_buffer.end(), data.begin(), data.end());
        if (m_buffer.size() == kFrameBytes) {
            compress(m_buffer);
            m_buffer.clear();
        }
    }
}

void FrameWriter::compress(std::span<const std::uint8_t> bytes)
{
    Frame frame;
    frame.rawBytes = bytes.size();
    zstdCompress(bytes, frame.data, kSourceLevel);
    const std::lock_guard lock(m_mutex);
    m_ready.push_back(std::move(frame));
}

Result<void> FrameWriter::write()
{
    std::deque<Frame> frames;
    {
        const std::lock_guard lock(m_mutex);
        frames.swap(m_ready);
    }
    for (const Frame& frame : frames) {
        m_insert->add(m_nextFrame++);
        m_insert->add(m_source);
        m_insert->add(m_nextSeq++);
        m_insert->add(static_cast<std::int64_t>(frame.rawBytes));
        m_insert->add(std::span<const std::uint8_t>(frame.data));
        if (const Result<bool> stored = m_insert->insertDigested(); !stored)
            return stored.error();
        m_rawBytes += frame.rawBytes;
        m_keptBytes += frame.data.size();
    }
    return {};
}

Result<void> FrameWriter::end()
{
    if (!m_buffer.empty())
        compress(m_buffer);
    m_buffer.clear();
    return write();
}

} // namespace antecedent
