// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/clock_text.h"

#include "importers/text/time_text.h"
#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

bool isTimeText(std::string_view text)
{
    IsoTime time;
    for (const DateOrder order : {DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd})
        if (parseTimeText(text, order, TimeForm::Calendar, time) == TimeText::Ok)
            return true;
    return false;
}

bool isClockText(std::string_view text)
{
    return text.find(':') != std::string_view::npos && isTimeText("2000-01-01 " + std::string(trimmed(text)));
}

std::string thousandthsText(std::string_view text)
{
    constexpr std::size_t kDigits = 3;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.empty() || text.size() > kDigits || !std::all_of(text.begin(), text.end(), isDigit))
        return {};
    return "." + std::string(kDigits - text.size(), '0') + std::string(text);
}

void insertFraction(std::string& time, std::string_view fraction)
{
    const std::size_t minutes = time.find(':');
    const std::size_t seconds = minutes == std::string::npos ? minutes : time.find(':', minutes + 1);
    if (fraction.empty() || seconds == std::string::npos || seconds - minutes > 3)
        return;
    const std::size_t end = std::min(time.find_first_not_of("0123456789", seconds + 1), time.size());
    const bool hasFraction = end + 1 < time.size() && (time[end] == '.' || time[end] == ',');
    if (!hasFraction)
        time.insert(end, fraction);
}

} // namespace antecedent::importers
