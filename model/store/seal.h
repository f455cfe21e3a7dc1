// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Seals: a SHA-256 over the cells of a stored row, each with its type and length, so that no two different rows give
// the same bytes. A row keeps the first 16 bytes, a chunk all 32. Threads: one builder per thread.

#include "model/base/digest.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace antecedent {

using Seal = std::array<std::uint8_t, 16>;

class SealBuilder
{
public:
    // `domain` keeps the seals of different tables apart.
    explicit SealBuilder(std::string_view domain) { add(domain); }

    void restart(std::string_view domain)
    {
        m_bytes.clear();
        add(domain);
    }
    void addNull() { m_bytes += 'n'; }
    void add(std::int64_t value) { append('i', &value, sizeof value); }
    void add(double value) { append('d', &value, sizeof value); }
    void add(std::string_view text)
    {
        length('t', text.size());
        m_bytes += text;
    }
    void add(std::span<const std::uint8_t> blob)
    {
        length('b', blob.size());
        m_bytes.append(reinterpret_cast<const char*>(blob.data()), blob.size());
    }
    Digest digest() const { return sha256(m_bytes); }
    Seal seal() const
    {
        const Digest full = digest();
        Seal out;
        std::memcpy(out.data(), full.data(), out.size());
        return out;
    }

private:
    // Little-endian on every supported platform.
    void append(char type, const void* data, std::size_t size)
    {
        m_bytes += type;
        m_bytes.append(static_cast<const char*>(data), size);
    }
    void length(char type, std::uint64_t size) { append(type, &size, sizeof size); }

    std::string m_bytes;
};

} // namespace antecedent
