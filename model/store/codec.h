// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The small encodings of which chunks are made: little-endian base-128 varints, zigzag for signed numbers, run lengths,
// and zstd. Differences are taken modulo 2^64, so that every value round-trips. A reader never reads past its end:
// after damage it gives zeros and failed() is true. Format documentation: format_notes in the file (schema.cpp).
// Threads: plain values; the zstd contexts are per thread.

#include "model/base/result.h"

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

inline std::uint64_t zigzag(std::int64_t value)
{
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}
inline std::int64_t unzigzag(std::uint64_t value)
{
    return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}
// Modulo 2^64, where the plain operators would overflow.
inline std::int64_t wrapSub(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
inline std::int64_t wrapAdd(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

class ByteWriter
{
public:
    void varint(std::uint64_t value)
    {
        reserve(10);
        std::uint8_t* out = m_bytes.data() + m_size;
        while (value >= 0x80U) {
            *out++ = static_cast<std::uint8_t>(value | 0x80U);
            value >>= 7U;
        }
        *out++ = static_cast<std::uint8_t>(value);
        m_size = static_cast<std::size_t>(out - m_bytes.data());
    }
    void signedVarint(std::int64_t value) { varint(zigzag(value)); }
    void bytes(const void* data, std::size_t size)
    {
        if (size == 0)
            return;
        reserve(size);
        std::memcpy(m_bytes.data() + m_size, data, size);
        m_size += size;
    }
    void text(std::string_view value)
    {
        varint(value.size());
        bytes(value.data(), value.size());
    }
    // (value, count) pairs.
    template <class T> void runs(const std::vector<T>& values)
    {
        for (std::size_t i = 0; i < values.size();) {
            std::size_t end = i + 1;
            while (end < values.size() && values[end] == values[i])
                ++end;
            varint(static_cast<std::uint64_t>(values[i]));
            varint(end - i);
            i = end;
        }
    }
    std::span<const std::uint8_t> view() const { return {m_bytes.data(), m_size}; }
    std::size_t size() const { return m_size; }
    void clear() { m_size = 0; }

private:
    void reserve(std::size_t more)
    {
        if (m_size + more > m_bytes.size())
            m_bytes.resize((m_size + more) * 2);
    }
    std::vector<std::uint8_t> m_bytes;
    std::size_t m_size = 0;
};

class ByteReader
{
public:
    explicit ByteReader(std::span<const std::uint8_t> bytes)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
    {
    }
    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && m_at != m_end; shift += 7) {
            const std::uint8_t byte = *m_at++;
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80U)
                return value;
        }
        m_failed = true;
        return 0;
    }
    std::int64_t signedVarint() { return unzigzag(varint()); }
    // An empty view if so many bytes are not there.
    std::span<const std::uint8_t> bytes(std::uint64_t size)
    {
        if (size > static_cast<std::uint64_t>(m_end - m_at)) {
            m_failed = true;
            return {};
        }
        const std::span<const std::uint8_t> out(m_at, static_cast<std::size_t>(size));
        m_at += size;
        return out;
    }
    std::string_view text()
    {
        const std::span<const std::uint8_t> out = bytes(varint());
        return {reinterpret_cast<const char*>(out.data()), out.size()};
    }
    template <class T> void runs(std::vector<T>& out, std::size_t count)
    {
        out.clear();
        out.reserve(count);
        while (out.size() < count && !m_failed) {
            const auto value = static_cast<T>(varint());
            const std::uint64_t length = varint();
            if (length == 0 || length > count - out.size()) {
                m_failed = true;
                break;
            }
            out.insert(out.end(), static_cast<std::size_t>(length), value);
        }
        out.resize(count); // after damage: zeros
    }
    bool failed() const { return m_failed; }
    bool atEnd() const { return m_at == m_end; }

private:
    const std::uint8_t* m_at;
    const std::uint8_t* m_end;
    bool m_failed = false;
};

// A blob made of parts that are compressed one by one (each keeps its own statistics): varint (size * 2 + 1 if it is a
// zstd frame) and the bytes. Columns of numbers become byte planes: all lowest bytes, all second bytes, ….
class PartWriter
{
public:
    explicit PartWriter(std::vector<std::uint8_t>& out)
        : m_out(out)
    {
    }
    void part(std::span<const std::uint8_t> bytes);
    // As many planes as the greatest value needs; returns their number, 0 to 8.
    unsigned planes(const std::vector<std::uint64_t>& values);

private:
    std::vector<std::uint8_t>& m_out;
};

class PartReader
{
public:
    explicit PartReader(std::span<const std::uint8_t> bytes)
        : m_in(bytes)
    {
    }
    Result<std::vector<std::uint8_t>> part(std::size_t limit);
    Result<std::vector<std::uint64_t>> planes(std::size_t rows, std::uint64_t count);
    bool atEnd() const { return m_in.atEnd(); }

private:
    ByteReader m_in;
};

// One zstd frame with the size of its content in it.
inline constexpr int kChunkLevel = 1;
inline constexpr int kSourceLevel = -3; // twice as fast on process data, a few per cent larger
void zstdCompress(std::span<const std::uint8_t> bytes, std::vector<std::uint8_t>& out, int level = kChunkLevel);
// InvestigationDamaged if it is not one whole frame or would exceed `limit` bytes.
Result<std::vector<std::uint8_t>> zstdDecompress(std::span<const std::uint8_t> bytes, std::size_t limit);

} // namespace antecedent
