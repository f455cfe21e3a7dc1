// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes that were read already, then the rest of the source that they came from. Threads: one reader at a time.

#include "importers/text/byte_source.h"

#include <algorithm>
#include <string>
#include <utility>

namespace antecedent::importers {

class PrefixedSource final : public ByteSource
{
public:
    // `rest` must outlive this.
    PrefixedSource(std::string head, ByteSource& rest)
        : m_head(std::move(head))
        , m_rest(rest)
    {
    }
    Result<std::size_t> read(std::span<char> out) override
    {
        if (m_at == m_head.size()) {
            std::string().swap(m_head);
            m_at = 0;
            return m_rest.read(out);
        }
        const std::size_t count = std::min(out.size(), m_head.size() - m_at);
        std::copy_n(m_head.begin() + static_cast<std::ptrdiff_t>(m_at), count, out.begin());
        m_at += count;
        return count;
    }

private:
    std::string m_head;
    std::size_t m_at = 0;
    ByteSource& m_rest;
};

} // namespace antecedent::importers
