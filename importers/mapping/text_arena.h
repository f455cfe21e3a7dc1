// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Texts made during mapping, in few large pieces that live as long as the records that point into them. Threads: filled
// by one thread.

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace antecedent::importers {

class TextArena
{
public:
    std::string_view keep(std::string_view text)
    {
        if (text.empty())
            return {};
        if (text.size() > m_room) {
            m_room = text.size() > kPiece ? text.size() : kPiece;
            m_pieces.push_back(std::make_unique<char[]>(m_room));
            m_next = m_pieces.back().get();
        }
        std::memcpy(m_next, text.data(), text.size());
        const std::string_view out(m_next, text.size());
        m_next += text.size();
        m_room -= text.size();
        return out;
    }
    bool empty() const { return m_pieces.empty(); }

private:
    static constexpr std::size_t kPiece = std::size_t{64} * 1024;
    std::vector<std::unique_ptr<char[]>> m_pieces;
    char* m_next = nullptr;
    std::size_t m_room = 0;
};

} // namespace antecedent::importers
