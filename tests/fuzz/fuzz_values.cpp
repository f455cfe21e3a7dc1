// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Single values as exports and options write them: times, numbers, durations, zones, tolerances, lengths of windows.
// One value per line.
#include "importers/format/journal/recipe_path.h"
#include "importers/mapping/tolerance_text.h"
#include "importers/text/excel_serial.h"
#include "importers/text/number_text.h"
#include "importers/text/time_reader.h"
#include "model/alignment/window_options.h"
#include "model/base/text.h"
#include "tests/fuzz/fuzz_target.h"

#include <vector>

namespace {

using namespace antecedent;
using namespace antecedent::importers;
using fuzz::require;

constexpr std::size_t kMostLines = 200;

bool hasFourDigits(std::int64_t us)
{
    const int year = usToCivil(us).year;
    return year >= 1 && year <= 9999;
}

void checkInstant(const IsoTime& time)
{
    const Timestamp at{Duration(time.us)};
    const std::int64_t localUs = time.us + time.offsetMinutes * 60'000'000LL;
    if (!hasFourDigits(time.us) || !hasFourDigits(localUs))
        return;
    const std::optional<IsoTime> utc = parseIso(formatUtc(at, 6));
    require(utc && utc->us == time.us, "an instant is read as it is written");
    const std::optional<IsoTime> local = parseIso(formatWithOffset(at, time.offsetMinutes, 6));
    require(local && local->us == time.us, "an instant with its offset is read as it is written");
    static const Zone kBerlin = findZone("Europe/Berlin").value();
    const LocalMatch match = kBerlin.resolveLocal(time.us);
    for (int i = 0; i < match.count; ++i)
        require(kBerlin.offsetAt(Timestamp(Duration(match.utcUs[i]))).seconds == match.offsetSeconds[i],
            "a local time means an instant that has its offset");
}

void checkTime(std::string_view text)
{
    for (const TimeForm form : {TimeForm::Calendar, TimeForm::EpochSeconds, TimeForm::EpochMilliseconds}) {
        for (const DateOrder order : {DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd}) {
            IsoTime time;
            if (parseTimeText(text, order, form, time) == TimeText::Ok)
                checkInstant(time);
        }
    }
    for (const std::optional<Duration>& length : {parseDuration(text), parseDurationText(text)})
        require(!length || length->count() >= 0, "a duration is not negative");
    for (const char mark : {'.', ','}) {
        const std::optional<std::string> day = serialDateText(text, mark);
        require(!day || parseIso(*day).has_value(), "the day of a spreadsheet is a date");
        (void)serialClockText(text, mark);
    }
    (void)findZone(text);
}

void checkNumber(std::string_view text)
{
    for (const char mark : {'.', ','}) {
        Decimal number;
        const bool isRead = readNumber(text, mark, number) == NumberStatus::Ok;
        if (isRead) { // 1e2 is written as 100, which is exact
            const auto again = parseDecimal(formatDecimal(number));
            require(again && toDouble(*again) == toDouble(number) && (number.inexact || *again == number),
                "a number is read as it is written");
        }
        (void)pointNumber(text, mark);
        (void)differenceText(text, "0.25", mark);
        for (const bool isHigh : {false, true})
            (void)toleranceEdge(text, "12.5", isHigh, mark);
    }
    if (const auto number = parseDecimal(text)) {
        Decimal same;
        require(readNumber(text, '.', same) == NumberStatus::Ok && same == *number, "both readers of numbers agree");
    }
}

template <class Value> void checkWords(const Result<Value>& value, Result<Value> (*parse)(std::string_view))
{
    if (!value)
        return;
    const std::string text = toText(*value);
    const Result<Value> again = parse(text);
    require(again && toText(*again) == text, "an option is read as it is written");
}

// Readers that remember the last day and minute say the same as one that has seen nothing.
void checkReaders(const std::vector<std::string_view>& lines)
{
    static const Zone kBerlin = findZone("Europe/Berlin").value();
    for (const AmbiguousPolicy policy : {AmbiguousPolicy::Earlier, AmbiguousPolicy::Reject}) {
        const TimeReader::Settings settings{
            DateOrder::Dmy, TimeForm::Calendar, kBerlin, TimeBasis::AssumedZone, policy};
        TimeReader experienced(settings);
        DateEvidence evidence;
        for (const std::string_view line : lines) {
            evidence.add(line);
            TimeValue value;
            TimeValue fresh;
            const TimeStatus status = experienced.read(line, value);
            require(TimeReader(settings).read(line, fresh) == status && value == fresh,
                "what a time means does not depend on the times before it");
        }
        (void)decideDateOrder(evidence, std::nullopt);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size > fuzz::kMostInput)
        return 0;
    std::vector<std::string_view> lines = split(fuzz::textOf(data, size), '\n');
    if (lines.size() > kMostLines)
        lines.resize(kMostLines);
    for (const std::string_view line : lines) {
        checkTime(line);
        checkNumber(line);
        checkWords(parseAnchor(line), &parseAnchor);
        checkWords(parseClock(line), &parseClock);
        checkWords(parseWindowLength(line), &parseWindowLength);
        checkWords(parseScope(line), &parseScope);
        const RecipePath path = parseRecipePath(line);
        for (std::size_t i = 0; i <= path.elements.size(); ++i)
            (void)path.upTo(i);
    }
    checkReaders(lines);
    return 0;
}
