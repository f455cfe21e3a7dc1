// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/time_text.h"

#include "model/base/decimal.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace antecedent::importers {

namespace {

constexpr std::int64_t kSecond = 1'000'000;

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

// First three letters or more of a month's name, lower case; the number of the month.
constexpr std::array<std::pair<std::string_view, int>, 24> kMonths{
    {{"jan", 1}, {"feb", 2}, {"mar", 3}, {"mär", 3}, {"mrz", 3}, {"apr", 4}, {"may", 5}, {"mai", 5}, {"maj", 5},
        {"jun", 6}, {"jul", 7}, {"aug", 8}, {"avg", 8}, {"sep", 9}, {"oct", 10}, {"okt", 10}, {"nov", 11}, {"dec", 12},
        {"dez", 12}, {"jän", 1}, {"sept", 9}, {"june", 6}, {"july", 7}, {"juni", 6}}};

int monthNumber(std::string_view word)
{
    const std::string lower = toLowerAscii(word);
    for (const auto& [name, number] : kMonths)
        if (std::string_view(lower).starts_with(name) && lower.size() <= 10)
            return number;
    return 0;
}

// The pieces of a date text: numbers and words with the character that stood before each.
struct Token
{
    bool isNumber = false;
    int value = 0;
    int digits = 0;
    std::string_view text;
    char before = 0; // separator in front; blank for any run with a blank in it
    std::size_t position = 0;
};

struct Tokens
{
    std::array<Token, 4> items{};
    std::size_t count = 0;
    std::size_t end = 0; // position behind the last one
};

bool wordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
}

// Reads up to three pieces of the date at the start of the text; stops in front of a time (a number with a colon
// behind).
Tokens readDatePieces(std::string_view s)
{
    Tokens out;
    std::size_t i = 0;
    char before = 0;
    while (i < s.size() && out.count < 3) {
        const char c = s[i];
        const std::size_t begin = i;
        Token token;
        token.before = before;
        token.position = begin;
        if (digit(c)) {
            while (i < s.size() && digit(s[i]) && i - begin < 8) {
                token.value = token.value * 10 + (s[i] - '0');
                ++i;
            }
            if (i < s.size() && s[i] == ':')
                return out;
            token.isNumber = true;
        } else if (wordByte(c) && !(c == 'T' && out.count == 3)) {
            while (i < s.size() && wordByte(s[i]))
                ++i;
        } else {
            return out;
        }
        token.digits = static_cast<int>(i - begin);
        token.text = s.substr(begin, i - begin);
        out.items[out.count++] = token;
        out.end = i;
        before = 0;
        while (i < s.size() && (s[i] == '/' || s[i] == '.' || s[i] == '-' || s[i] == ' ' || s[i] == ',')) {
            before = before == 0 ? s[i] : ' ';
            ++i;
        }
    }
    return out;
}

int fullYear(const Token& token)
{
    if (token.digits >= 3)
        return token.value;
    return token.value >= 70 ? 1900 + token.value : 2000 + token.value;
}

// A date with a month's name, `4 Mai 2019`, `Mar 4, 2019`, `maj.19`; the number of pieces used, 0 if it is none.
std::size_t namedDate(const Tokens& tokens, CivilTime& out, bool& monthOnly)
{
    const auto& t = tokens.items;
    std::size_t word = 3;
    for (std::size_t i = 0; i < tokens.count; ++i)
        if (!t[i].isNumber && word == 3)
            word = i;
    if (word == 3 || tokens.count < 2)
        return 0;
    out.month = monthNumber(t[word].text);
    if (out.month == 0)
        return 0;
    out.day = 1;
    if (word == 0 && (tokens.count == 2 || !t[2].isNumber)) {
        monthOnly = true;
        out.year = fullYear(t[1]);
        return t[1].isNumber && (t[1].digits == 2 || t[1].digits == 4) ? 2 : 0;
    }
    if (tokens.count == 2) {
        monthOnly = true;
        out.year = fullYear(t[0]);
        return t[0].digits == 4 ? 2 : 0;
    }
    const Token& first = word == 0 ? t[1] : t[0];
    const Token& second = t[2];
    if (word == 2 || !first.isNumber || !second.isNumber)
        return 0;
    const bool yearFirst = first.digits == 4;
    out.year = fullYear(yearFirst ? first : second);
    out.day = yearFirst ? second.value : first.value;
    return 3;
}

bool numericDate(const Tokens& tokens, DateOrder order, CivilTime& out)
{
    const auto& t = tokens.items;
    if (tokens.count < 3 || !t[0].isNumber || !t[1].isNumber || !t[2].isNumber)
        return false;
    const auto date = [&](const Token& y, const Token& m, const Token& d) {
        if (m.digits > 2 || d.digits > 2 || (y.digits != 2 && y.digits != 4))
            return false;
        out.year = fullYear(y);
        out.month = m.value;
        out.day = d.value;
        return true;
    };
    if (t[0].digits == 4 || order == DateOrder::Ymd)
        return date(t[0], t[1], t[2]);
    return order == DateOrder::Dmy ? date(t[2], t[1], t[0]) : date(t[2], t[0], t[1]);
}

bool readNumber2(std::string_view s, std::size_t& i, int& out)
{
    const std::size_t begin = i;
    out = 0;
    while (i < s.size() && digit(s[i]) && i - begin < 2) {
        out = out * 10 + (s[i] - '0');
        ++i;
    }
    return i > begin;
}

bool readFraction(std::string_view s, std::size_t& i, CivilTime& civil, IsoTime& out)
{
    int digits = 0;
    int fraction = 0;
    while (i < s.size() && digit(s[i])) {
        if (digits < 6)
            fraction = fraction * 10 + (s[i] - '0');
        ++digits;
        ++i;
    }
    const int kept = std::min(digits, 6);
    for (int k = kept; k < 6; ++k)
        fraction *= 10;
    civil.microsecond = fraction;
    out.precision = static_cast<TimePrecision>(kept);
    return digits > 0;
}

bool readOffset(std::string_view s, IsoTime& out)
{
    if (equalsIgnoreCase(s, "Z") || equalsIgnoreCase(s, "UTC") || equalsIgnoreCase(s, "GMT")) {
        out.hasOffset = true;
        return true;
    }
    for (const std::string_view prefix : {"UTC", "GMT"})
        if (s.size() > 3 && equalsIgnoreCase(s.substr(0, 3), prefix))
            s.remove_prefix(3);
    if (s.size() < 2 || (s[0] != '+' && s[0] != '-'))
        return false;
    std::size_t i = 1;
    int hours = 0;
    int minutes = 0;
    if (!readNumber2(s, i, hours))
        return false;
    if (i < s.size() && s[i] == ':')
        ++i;
    if (i < s.size() && !readNumber2(s, i, minutes))
        return false;
    if (i != s.size() || hours > 18 || minutes > 59)
        return false;
    const int total = hours * 60 + minutes;
    out.offsetMinutes = static_cast<std::int16_t>(s[0] == '-' ? -total : total);
    out.hasOffset = true;
    return true;
}

// `h:mm[:ss[.f]] [AM|PM] [offset]`, also with dots; the whole rest of the text.
bool readClock(std::string_view s, CivilTime& civil, IsoTime& out)
{
    std::size_t i = 0;
    if (!readNumber2(s, i, civil.hour) || i >= s.size() || (s[i] != ':' && s[i] != '.'))
        return false;
    const char mark = s[i];
    ++i;
    if (!readNumber2(s, i, civil.minute))
        return false;
    out.precision = TimePrecision::Minute;
    if (i < s.size() && s[i] == mark) {
        ++i;
        if (!readNumber2(s, i, civil.second))
            return false;
        out.precision = TimePrecision::Second;
        if (i < s.size() && (s[i] == '.' || s[i] == ',' || s[i] == ':')) {
            ++i;
            if (!readFraction(s, i, civil, out))
                return false;
        }
    }
    std::string_view rest = trimmed(s.substr(i));
    if (rest.size() >= 2 && (equalsIgnoreCase(rest.substr(0, 2), "AM") || equalsIgnoreCase(rest.substr(0, 2), "PM"))) {
        if (civil.hour < 1 || civil.hour > 12)
            return false;
        const bool afternoon = rest[0] == 'P' || rest[0] == 'p';
        civil.hour = civil.hour % 12 + (afternoon ? 12 : 0);
        rest = trimmed(rest.substr(2));
    }
    const bool endOfDay = civil.hour == 24 && civil.minute == 0 && civil.second == 0 && civil.microsecond == 0;
    if ((civil.hour > 23 && !endOfDay) || civil.minute > 59 || civil.second > 59)
        return false;
    return rest.empty() || readOffset(rest, out);
}

bool isEmptyWord(std::string_view s)
{
    static constexpr std::array<std::string_view, 22> kWords{"n/a", "na", "null", "none", "nan", "nat", "-", "--", "?",
        "#n/a", "0/1/00", "1/0/00", "0/0/00", "00:00:00", "0", "00000000", "1900-01-00", "0000-00-00", "nil", "unknown",
        "(null)", "00/00/0000"};
    for (const std::string_view word : kWords)
        if (equalsIgnoreCase(s, word))
            return true;
    static constexpr std::array<std::string_view, 10> kStarts{"00.00.0000", "0000-00-00", "00/00/0000", "31.12.9999",
        "9999-12-31", "12/31/9999", "31/12/9999", "1900-01-00", "0001-01-01", "01.01.0001"};
    for (const std::string_view start : kStarts)
        if (s.starts_with(start))
            return true;
    return s == "1970-01-01" || s == "1970-01-01 00:00:00" || s == "1970-01-01T00:00:00" || s == "01.01.1970"
        || s == "1970-01-01T00:00:00Z";
}

bool allDigits(std::string_view s)
{
    return !s.empty() && std::all_of(s.begin(), s.end(), digit);
}

TimeText epoch(std::string_view s, std::int64_t unitUs, IsoTime& out)
{
    const auto value = parseDecimal(s);
    if (!value || value->inexact)
        return TimeText::Unreadable;
    const std::int64_t limit = std::int64_t{1} << 53;
    if (value->mantissa > limit || value->mantissa < -limit)
        return TimeText::Unreadable;
    double scaled = static_cast<double>(value->mantissa) * static_cast<double>(unitUs);
    for (int i = 0; i < value->scale; ++i)
        scaled /= 10;
    if (std::abs(scaled) > 2.5e17)
        return TimeText::Unreadable;
    out.us = std::llround(scaled);
    out.hasOffset = true;
    const int digits = (unitUs == kSecond ? 0 : 3) + value->scale;
    out.precision = static_cast<TimePrecision>(std::min(digits, 6));
    return TimeText::Ok;
}

// `YYYYMMDD`, `YYYYMMDDhhmm`, `YYYYMMDDhhmmss`, epoch seconds (10) and milliseconds (13 digits).
TimeText digitsOnly(std::string_view s, IsoTime& out)
{
    if (s.size() == 10)
        return epoch(s, kSecond, out);
    if (s.size() == 13)
        return epoch(s, 1000, out);
    if (s.size() != 8 && s.size() != 12 && s.size() != 14)
        return TimeText::Unreadable;
    std::string iso(s.substr(0, 4));
    iso += '-';
    iso += s.substr(4, 2);
    iso += '-';
    iso += s.substr(6, 2);
    for (std::size_t i = 8; i < s.size(); i += 2) {
        iso += i == 8 ? ' ' : ':';
        iso += s.substr(i, 2);
    }
    const auto time = parseIso(iso);
    if (!time)
        return TimeText::Unreadable;
    out = *time;
    return TimeText::Ok;
}

TimeText calendar(std::string_view s, DateOrder order, IsoTime& out)
{
    if (allDigits(s))
        return digitsOnly(s, out);
    const Tokens tokens = readDatePieces(s);
    CivilTime civil;
    bool monthOnly = false;
    std::size_t used = namedDate(tokens, civil, monthOnly);
    if (used == 0) {
        if (!numericDate(tokens, order, civil))
            return TimeText::Unreadable;
        used = 3;
    }
    if (!isValidDate(civil.year, civil.month, civil.day))
        return TimeText::Unreadable;
    const Token& lastPiece = tokens.items[used - 1];
    std::string_view rest = s.substr(lastPiece.position + lastPiece.text.size());
    if (!rest.empty() && (rest.front() == 'T' || rest.front() == ',' || rest.front() == '.'))
        rest.remove_prefix(1);
    rest = trimmed(rest);
    out = IsoTime{};
    out.precision = monthOnly ? TimePrecision::Month : TimePrecision::Day;
    if (!rest.empty() && (monthOnly || !readClock(rest, civil, out)))
        return TimeText::Unreadable;
    out.us = civilToUs(civil) - out.offsetMinutes * 60 * kSecond;
    return TimeText::Ok;
}

} // namespace

const char* dateOrderName(DateOrder order)
{
    return order == DateOrder::Dmy ? "dmy" : order == DateOrder::Mdy ? "mdy" : "ymd";
}

std::optional<DateOrder> dateOrderFromName(std::string_view name)
{
    for (const DateOrder order : {DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd})
        if (equalsIgnoreCase(name, dateOrderName(order)))
            return order;
    return std::nullopt;
}

TimeText parseTimeText(std::string_view text, DateOrder order, TimeForm form, IsoTime& out)
{
    const std::string_view s = trimmed(text);
    if (s.empty())
        return TimeText::Empty;
    if (isEmptyWord(s))
        return TimeText::EmptyWord;
    if (form != TimeForm::Calendar)
        return epoch(s, form == TimeForm::EpochSeconds ? kSecond : 1000, out);
    if (const auto iso = parseIso(s)) {
        out = *iso;
        return TimeText::Ok;
    }
    return calendar(s, order, out);
}

void DateEvidence::add(std::string_view text)
{
    const std::string_view s = trimmed(text);
    if (s.size() < 6 || !digit(s[0]) || isEmptyWord(s))
        return;
    const Tokens tokens = readDatePieces(s);
    const auto& t = tokens.items;
    if (tokens.count < 3 || !t[0].isNumber || !t[1].isNumber || !t[2].isNumber)
        return;
    if (t[0].digits > 2 || t[1].digits > 2 || (t[2].digits != 2 && t[2].digits != 4))
        return;
    ++numericDates;
    if (t[1].before == '.' && t[2].before == '.')
        ++dotted;
    firstOver31 = firstOver31 || t[0].value > 31;
    if (t[0].value > 12 && t[0].value <= 31)
        ++firstAbove12;
    if (t[1].value > 12)
        ++secondAbove12;
    firstOver12 = firstAbove12 > 0;
    secondOver12 = secondAbove12 > 0;
}

DateDecision decideDateOrder(const DateEvidence& evidence, std::optional<DateOrder> stated)
{
    if (stated)
        return {*stated, false, phrase("stated")};
    if (evidence.numericDates == 0)
        return {DateOrder::Dmy, false, phrase("no numeric dates that leave the order open")};
    if (evidence.firstOver31)
        return {DateOrder::Ymd, false, phrase("the first number exceeds 31")};
    if (evidence.firstOver12 && !evidence.secondOver12)
        return {DateOrder::Dmy, false, phrase("the first number exceeds 12")};
    if (evidence.secondOver12 && !evidence.firstOver12)
        return {DateOrder::Mdy, false, phrase("the second number exceeds 12")};
    if (evidence.dotted == evidence.numericDates)
        return {DateOrder::Dmy, false, phrase("dates with dots start with the day")};
    if (evidence.firstOver12)
        return {DateOrder::Dmy, true, phrase("both the first and the second number exceed 12 in some rows")};
    return {DateOrder::Dmy, true, phrase("no number exceeds 12"), true};
}

void agreeDateOrders(std::map<std::string, DateDecision>& decisions)
{
    std::optional<DateOrder> common;
    for (const auto& [column, decision] : decisions) {
        if (decision.isOpen)
            continue;
        if (decision.assumed || (common && *common != decision.order))
            return;
        common = decision.order;
    }
    if (!common || *common == DateOrder::Ymd)
        return;
    for (auto& [column, decision] : decisions)
        if (decision.isOpen)
            decision = {*common, false, phrase("as in the other columns with dates"), false};
}

std::optional<Duration> parseDurationText(std::string_view text)
{
    const std::string_view s = trimmed(text);
    if (const auto duration = parseDuration(s))
        return duration;
    const auto parts = split(s, ':');
    if (parts.size() == 1) {
        const auto hours = parseDecimal(s);
        if (!hours || toDouble(*hours) < 0 || toDouble(*hours) > 1e7)
            return std::nullopt;
        return Duration(std::llround(toDouble(*hours) * 3.6e9));
    }
    if (parts.size() > 3)
        return std::nullopt;
    std::int64_t seconds = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        std::int64_t value = 0;
        if (i < parts.size()) {
            const auto [end, status] = std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), value);
            if (status != std::errc() || end != parts[i].data() + parts[i].size() || value < 0 || value > 1'000'000
                || (i > 0 && value > 59))
                return std::nullopt;
        }
        seconds = seconds * 60 + value;
    }
    return Duration(seconds * kSecond);
}

} // namespace antecedent::importers
