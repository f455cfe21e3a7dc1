// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/csv_guard.h"

#include "model/base/decimal.h"

namespace antecedent {

namespace {

// Apostrophes before it count as guards, so that a text that has one of its own gets a second one.
bool wouldRun(std::string_view text)
{
    const std::size_t first = text.find_first_not_of('\'');
    if (first == std::string_view::npos)
        return false;
    constexpr std::string_view kStarts = "=+-@\t\r";
    const std::string_view core = text.substr(first);
    return kStarts.find(core.front()) != std::string_view::npos && !parseDecimal(core);
}

} // namespace

std::string guardedCell(std::string_view text)
{
    std::string out;
    if (wouldRun(text))
        out = '\'';
    out += text;
    return out;
}

std::string_view unguardedCell(std::string_view cell)
{
    return cell.starts_with('\'') && wouldRun(cell) ? cell.substr(1) : cell;
}

} // namespace antecedent
