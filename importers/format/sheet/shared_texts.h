// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The texts that the cells of a workbook refer to by their place, one after another, with a bound on each and on all.
// Threads: one owner; read only once it is filled.

#include "importers/text/cut_text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

class SharedTexts
{
public:
    static constexpr std::size_t kMostBytes = std::size_t{512} << 20U;
    static constexpr std::size_t kMostTexts = 20'000'000;
    static constexpr std::size_t kLongest = std::size_t{128} * 1024; // bytes of the 32767 characters of a cell

    // A piece of the text at hand; what is beyond kLongest is cut off.
    void append(std::string_view piece)
    {
        if (m_isCut)
            return;
        const std::size_t begin = m_ends.empty() ? 0 : m_ends.back();
        const std::size_t room = kLongest - (m_texts.size() - begin);
        m_isCut = piece.size() > room;
        piece = cutText(piece, room);
        if (m_texts.size() + piece.size() <= kMostBytes)
            m_texts += piece;
        else
            m_isFull = true;
    }
    void end()
    {
        if (m_ends.size() >= kMostTexts) {
            m_isFull = true;
            return;
        }
        m_ends.push_back(m_texts.size());
        m_cut += m_isCut ? 1U : 0U;
        m_isCut = false;
    }
    bool isFull() const { return m_isFull; } // not all of them are there
    std::uint64_t cut() const { return m_cut; }
    std::string_view at(std::size_t index) const // empty beyond the last
    {
        if (index >= m_ends.size())
            return {};
        const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
        return std::string_view(m_texts).substr(begin, m_ends[index] - begin);
    }

private:
    std::string m_texts;
    std::vector<std::size_t> m_ends;
    std::uint64_t m_cut = 0;
    bool m_isCut = false;
    bool m_isFull = false;
};

} // namespace antecedent::importers
