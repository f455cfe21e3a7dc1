// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lines of cells of fixed width, by stated widths or by the gaps that all lines share. The second is a guess: the more
// lines share a gap, the better; a line with text in a gap shows that it was none. Positions count characters, not
// bytes. Threads: pure.

#include <cstddef>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct FixedCell
{
    static constexpr std::size_t kToTheEnd = std::numeric_limits<std::size_t>::max();

    std::size_t begin = 0;
    std::size_t end = kToTheEnd; // behind the last character; what follows up to the next cell is blank

    bool operator==(const FixedCell&) const = default;
};

// Cells of these widths with one blank between.
std::vector<FixedCell> cellsOfWidths(std::span<const std::size_t> widths);
// Cells between runs of at least `leastGap` characters that are blank in all lines. `from`: where the first one begins.
std::vector<FixedCell> cellsOfGaps(std::span<const std::string_view> lines, std::size_t leastGap, std::size_t from = 0);
// False: there is text between the cells, or the line ends before the second cell.
bool cutFixed(std::string_view line, std::span<const FixedCell> cells, std::vector<std::string_view>& out);

} // namespace antecedent::importers
