// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/stated_time.h"

namespace antecedent {

std::string formatStated(const TimeValue& value)
{
    if (!value.known())
        return {};
    const std::string exact = formatWithOffset(value.at(), value.offsetMinutes, precisionDigits(value.precision));
    constexpr std::size_t kDate = 10;
    constexpr std::size_t kMonth = 7;
    constexpr std::size_t kMinute = 16;
    constexpr std::size_t kSecond = 19;
    constexpr std::int64_t kUsPerSecond = 1'000'000;
    const std::string offset = exact.substr(exact.size() - 6);
    std::string text = exact;
    if (value.precision == TimePrecision::Month)
        text = exact.substr(0, kMonth) + offset;
    else if (value.precision == TimePrecision::Day)
        text = exact.substr(0, kDate) + offset;
    else if (value.precision == TimePrecision::Minute)
        text = exact.substr(0, kMinute) + exact.substr(kSecond);
    const std::optional<IsoTime> read = parseIso(text);
    if (read && read->us == value.utcUs)
        return text;
    // A duration was added to it, or the precision has no form of its own.
    return formatWithOffset(value.at(), value.offsetMinutes, value.utcUs % kUsPerSecond == 0 ? 0 : 6);
}

} // namespace antecedent
