// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quality/quality_words.h"

#include "model/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace antecedent::quality {

namespace {

std::string fixedText(double value, int digits)
{
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, digits).ptr;
    return {buffer, end};
}

} // namespace

Phrase lengthWords(double seconds)
{
    constexpr double kMinute = 60;
    constexpr double kHour = 3'600;
    constexpr double kDay = 86'400;
    if (seconds < 2 * kMinute)
        return numeral(fixedText(seconds, seconds < 10 && seconds != std::floor(seconds) ? 1 : 0) + " s");
    if (seconds < 2 * kHour)
        return numeral(
            fixedText(seconds / kMinute, seconds < 10 * kMinute && std::fmod(seconds, kMinute) != 0 ? 1 : 0) + " min");
    if (seconds <= 3 * kDay)
        return numeral(fixedText(seconds / kHour, 1) + " h");
    return numeral(fixedText(seconds / kDay, 1) + " d");
}

Phrase percentWords(double share)
{
    return numeral(fixedText(share * 100, 0) + " %");
}

Phrase streamName(const Dataset& dataset, TableId table, std::uint32_t category)
{
    if (table == TableId::Events && !trimmed(dataset.strings.text(category)).empty())
        return std::string(trimmed(dataset.strings.text(category)));
    std::string name(tableSpec(table).name);
    std::replace(name.begin(), name.end(), '_', ' ');
    return term(name);
}

} // namespace antecedent::quality
