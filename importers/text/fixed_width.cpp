// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/fixed_width.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

constexpr std::size_t kLongest = 4096; // characters of a line that are looked at for gaps

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Byte at which the n-th character begins, going on from a known one.
class Positions
{
public:
    explicit Positions(std::string_view line)
        : m_line(line)
    {
    }
    // `character` must not go down from call to call.
    std::size_t byteAt(std::size_t character)
    {
        while (m_character < character && m_byte < m_line.size()) {
            ++m_byte;
            while (m_byte < m_line.size() && isContinuation(m_line[m_byte]))
                ++m_byte;
            ++m_character;
        }
        return m_byte;
    }

private:
    std::string_view m_line;
    std::size_t m_byte = 0;
    std::size_t m_character = 0;
};

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(' ') == std::string_view::npos;
}

// Which characters are text in any of the lines.
std::vector<bool> textOf(std::span<const std::string_view> lines)
{
    std::vector<bool> out;
    for (const std::string_view line : lines) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < line.size() && at < kLongest; ++i) {
            if (isContinuation(line[i]))
                continue;
            if (at == out.size())
                out.push_back(false);
            out[at] = out[at] || line[i] != ' ';
            ++at;
        }
    }
    return out;
}

} // namespace

std::vector<FixedCell> cellsOfWidths(std::span<const std::size_t> widths)
{
    std::vector<FixedCell> out;
    std::size_t at = 0;
    for (const std::size_t width : widths) {
        out.push_back({at, at + width});
        at += width + 1;
    }
    return out;
}

std::vector<FixedCell> cellsOfGaps(std::span<const std::string_view> lines, std::size_t leastGap, std::size_t from)
{
    const std::vector<bool> isText = textOf(lines);
    std::vector<FixedCell> out;
    std::size_t gap = leastGap; // blanks before the character at hand
    for (std::size_t at = from; at < isText.size(); ++at) {
        if (!isText[at]) {
            ++gap;
            continue;
        }
        if (gap >= leastGap) {
            if (!out.empty())
                out.back().end = at - 1; // a longer text may reach into the gap, and not up to the next cell
            out.push_back({at, FixedCell::kToTheEnd});
        }
        gap = 0;
    }
    return out;
}

bool cutFixed(std::string_view line, std::span<const FixedCell> cells, std::vector<std::string_view>& out)
{
    Positions positions(line);
    out.clear();
    std::size_t last = 0;
    for (const FixedCell& cell : cells) {
        const std::size_t begin = positions.byteAt(cell.begin);
        const std::size_t end = cell.end == FixedCell::kToTheEnd ? line.size() : positions.byteAt(cell.end);
        if (!isBlank(line.substr(last, begin - last)))
            return false;
        out.push_back(line.substr(begin, end - begin));
        last = end;
    }
    return isBlank(line.substr(last)) && (out.size() < 2 || !out[1].empty());
}

} // namespace antecedent::importers
