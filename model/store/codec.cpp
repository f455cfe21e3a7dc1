// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/codec.h"

#include <zstd.h>

#include <memory>

namespace antecedent {

namespace {

struct FreeCompressor
{
    void operator()(ZSTD_CCtx* context) const noexcept { ZSTD_freeCCtx(context); }
};
struct FreeDecompressor
{
    void operator()(ZSTD_DCtx* context) const noexcept { ZSTD_freeDCtx(context); }
};

// Bytes to write into that are never cleared.
class Room
{
public:
    std::uint8_t* of(std::size_t size)
    {
        if (size > m_size) {
            m_bytes = std::make_unique_for_overwrite<std::uint8_t[]>(size);
            m_size = size;
        }
        return m_bytes.get();
    }
    std::size_t size() const { return m_size; }

private:
    std::unique_ptr<std::uint8_t[]> m_bytes;
    std::size_t m_size = 0;
};

Error damaged(const char* detail)
{
    return Error{ErrorCode::InvestigationDamaged, {}, detail};
}

} // namespace

void zstdCompress(std::span<const std::uint8_t> bytes, std::vector<std::uint8_t>& out, int level)
{
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeCompressor> context(ZSTD_createCCtx());
    thread_local Room room;
    std::uint8_t* packed = room.of(ZSTD_compressBound(bytes.size()));
    const std::size_t size = ZSTD_compressCCtx(context.get(), packed, room.size(), bytes.data(), bytes.size(), level);
    out.assign(packed, packed + (ZSTD_isError(size) != 0U ? 0 : size)); // cannot fail with the bound's room
}

void PartWriter::part(std::span<const std::uint8_t> bytes)
{
    thread_local std::vector<std::uint8_t> packed;
    zstdCompress(bytes, packed);
    const bool isPacked = packed.size() < bytes.size();
    const std::span<const std::uint8_t> kept = isPacked ? std::span<const std::uint8_t>(packed) : bytes;
    ByteWriter head;
    head.varint(kept.size() * 2 + (isPacked ? 1 : 0));
    m_out.insert(m_out.end(), head.view().begin(), head.view().end());
    m_out.insert(m_out.end(), kept.begin(), kept.end());
}

unsigned PartWriter::planes(const std::vector<std::uint64_t>& values)
{
    std::uint64_t all = 0;
    for (const std::uint64_t value : values)
        all |= value;
    unsigned count = 0;
    thread_local std::vector<std::uint8_t> plane;
    plane.resize(values.size());
    for (; count < 8 && (all >> (8 * count)) != 0; ++count) {
        for (std::size_t i = 0; i < values.size(); ++i)
            plane[i] = static_cast<std::uint8_t>(values[i] >> (8 * count));
        part(plane);
    }
    return count;
}

Result<std::vector<std::uint8_t>> PartReader::part(std::size_t limit)
{
    const std::uint64_t head = m_in.varint();
    const std::span<const std::uint8_t> bytes = m_in.bytes(head / 2);
    if (m_in.failed() || ((head & 1U) == 0 && bytes.size() > limit))
        return damaged("compressed block that ends too early");
    if ((head & 1U) == 0)
        return std::vector<std::uint8_t>(bytes.begin(), bytes.end());
    return zstdDecompress(bytes, limit);
}

Result<std::vector<std::uint64_t>> PartReader::planes(std::size_t rows, std::uint64_t count)
{
    std::vector<std::uint64_t> values(rows, 0);
    if (count > 8)
        return damaged("column of too many planes");
    for (unsigned k = 0; k < count; ++k) {
        const Result<std::vector<std::uint8_t>> plane = part(rows);
        if (!plane)
            return plane.error();
        if (plane->size() != rows)
            return damaged("column plane of the wrong length");
        for (std::size_t i = 0; i < rows; ++i)
            values[i] |= static_cast<std::uint64_t>((*plane)[i]) << (8 * k);
    }
    return values;
}

Result<std::vector<std::uint8_t>> zstdDecompress(std::span<const std::uint8_t> bytes, std::size_t limit)
{
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeDecompressor> context(ZSTD_createDCtx());
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > limit)
        return damaged("compressed block with an impossible size");
    std::vector<std::uint8_t> out(static_cast<std::size_t>(size));
    const std::size_t done = ZSTD_decompressDCtx(context.get(), out.data(), out.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(done) != 0U || done != out.size())
        return damaged("compressed block does not unpack");
    return out;
}

} // namespace antecedent
