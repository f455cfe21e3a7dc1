// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Dates and times as exports write them. One cell can't tell day from month (`03/04/2015`), so the order is decided per
// column over the whole source: DateEvidence collects what the cells say, decideDateOrder() judges. Units:
// microseconds, minutes of offset. Threads: pure.

#include "model/base/phrase.h"
#include "model/base/time.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace antecedent::importers {

enum class DateOrder : std::uint8_t { Dmy, Mdy, Ymd };
const char* dateOrderName(DateOrder order); // "dmy", "mdy", "ymd"
std::optional<DateOrder> dateOrderFromName(std::string_view name);

// Numbers that count from 1970-01-01T00:00:00Z; Calendar: every form of a date.
enum class TimeForm : std::uint8_t { Calendar, EpochSeconds, EpochMilliseconds };

enum class TimeText : std::uint8_t {
    Ok,
    Empty, // blank
    EmptyWord, // a value that means "none": 00.00.0000, 0/1/00, 31.12.9999, n/a, …
    Unreadable,
};

// ISO 8601 and its relatives, numeric dates by `order` (unpadded, with / . - or blanks, years of two or four digits),
// dates with month names in English, German or Slovene, month and year alone (`maj.19`), 12-hour times, 24:00, compact
// `YYYYMMDD[hhmmss]`, epoch numbers of 10 or 13 digits. A two-digit year is 1970..2069. Without offset the result is
// the local time as if UTC.
TimeText parseTimeText(std::string_view text, DateOrder order, TimeForm form, IsoTime& out);

// What the numeric dates of a column say about their order.
struct DateEvidence
{
    std::uint64_t numericDates = 0; // of three numbers, not starting with a year of four digits
    std::uint64_t dotted = 0; // of them with dots, which no country uses with the month first
    bool firstOver12 = false;
    bool secondOver12 = false;
    bool firstOver31 = false;
    std::uint64_t firstAbove12 = 0; // dates whose first number, as a day, is above 12
    std::uint64_t secondAbove12 = 0;

    void add(std::string_view text);
    bool settled() const { return firstOver12 || secondOver12 || firstOver31; }
};

struct DateDecision
{
    DateOrder order = DateOrder::Dmy;
    bool assumed = false; // nothing settles it: to be shown and asked for
    Phrase reason;
    bool isOpen = false; // the dates fit every order with the year last; those of other columns may decide
};
// `stated`: the order that the user or profile gives, which wins.
DateDecision decideDateOrder(const DateEvidence& evidence, std::optional<DateOrder> stated);
// Columns whose dates leave the order open take the one that all other columns of the source have: one system wrote
// them. `decisions`: by column, only those with numeric dates.
void agreeDateOrders(std::map<std::string, DateDecision>& decisions);

// `3:00`, `40:00:00` (hours first), `1.5` (hours), `90s` `15m` `72h` `3d`; nullopt otherwise.
std::optional<Duration> parseDurationText(std::string_view text);

} // namespace antecedent::importers
