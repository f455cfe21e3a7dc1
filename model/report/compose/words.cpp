// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/words.h"

#include "model/base/text.h"
#include "model/report/figures/scale.h"
#include "model/report/svg.h"

#include <cmath>

namespace antecedent::words {

namespace {

std::string withMinus(std::string text)
{
    if (text.starts_with('-'))
        text.replace(0, 1, "\u2212");
    return text;
}

// A limit of an interval: two digits are enough.
std::string limit(double value)
{
    if (!(value > 0) || value >= 10 || value < 1e-6)
        return number(value);
    return fixedNumber(value, std::max(0, 1 - static_cast<int>(std::floor(std::log10(value)))));
}

} // namespace

std::string orUnknown(std::string_view text)
{
    return std::string(text.empty() ? kUnknown : text);
}

std::string number(double value)
{
    if (!std::isfinite(value))
        return std::string(kUnknown);
    const double size = std::abs(value);
    if (size == 0)
        return "0";
    if (size >= 1e6 || size < 1e-6) {
        const int exponent = static_cast<int>(std::floor(std::log10(size)));
        return withMinus(fixedNumber(value / std::pow(10.0, exponent), 1)) + "e" + std::to_string(exponent);
    }
    const int digits = 2 - static_cast<int>(std::floor(std::log10(size)));
    return withMinus(fixedNumber(value, std::max(0, digits)));
}

std::string number(const std::optional<double>& value)
{
    return value ? number(*value) : std::string(kUnknown);
}

std::string probability(const std::optional<double>& p)
{
    if (!p)
        return std::string(kUnknown);
    if (*p < 1e-4)
        return "<0.0001";
    if (*p > 0.995)
        return "1.00";
    const int decimals = *p >= 0.1 ? 2 : *p >= 0.01 ? 3 : 4;
    std::string text = fixedNumber(*p, decimals);
    return text;
}

std::string probabilityPhrase(double p)
{
    const std::string text = probability(p);
    return text.front() == '<' ? "< " + text.substr(1) : "= " + text;
}

std::string ratio(const Candidate& candidate)
{
    const bool hasLow = candidate.ciLow && *candidate.ciLow > 0;
    if (!hasLow)
        return candidate.ciHigh ? "\u2264 " + limit(*candidate.ciHigh) : std::string(kUnknown);
    if (!candidate.ciHigh)
        return "\u2265 " + limit(*candidate.ciLow);
    const std::string interval = "(" + limit(*candidate.ciLow) + "\u2013" + limit(*candidate.ciHigh) + ")";
    return candidate.oddsRatio ? number(*candidate.oddsRatio) + " " + interval : interval;
}

std::string share(int part, int whole)
{
    return std::to_string(part) + "/" + std::to_string(whole);
}

std::string percent(double share)
{
    // Never rounded up to "all" or down to "nothing".
    const double value = share * 100;
    const double shown = value > 99 && value < 100 ? std::min(99.9, value) : value;
    return fixedNumber(shown, value > 0 && (value < 1 || (value > 99 && value < 100)) ? 1 : 0) + " %";
}

std::string counted(std::size_t count, std::string_view one, std::string_view many)
{
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string moment(Timestamp t, const Zone& zone)
{
    const Zone utc;
    const std::string time = clockText(t, utc, true);
    if (zone.name() == utc.name())
        return dateText(t, utc) + " " + time + " UTC";
    const bool isSameDay = dateText(t, zone) == dateText(t, utc);
    return dateText(t, zone) + " " + clockText(t, zone, true) + " " + offsetText(t, zone) + " ("
        + (isSameDay ? "" : dateText(t, utc, false) + " ") + time + "Z)";
}

std::string moment(const TimeValue& time, const Zone& zone)
{
    return time.known() ? moment(time.at(), zone) : std::string(kUnknown);
}

std::string shortMoment(Timestamp t, const Zone& zone)
{
    const Zone utc;
    const std::string site = dateText(t, zone) + " " + clockText(t, zone);
    if (zone.name() == utc.name())
        return site;
    const bool isSameDay = dateText(t, zone) == dateText(t, utc);
    return site + " (" + (isSameDay ? "" : dateText(t, utc, false) + " ") + clockText(t, utc) + "Z)";
}

std::string withMoments(std::string_view text, const Zone& zone)
{
    std::string out;
    for (const std::string_view word : split(text, ' ')) {
        const std::size_t end = word.find_last_not_of(",.;)");
        const std::size_t length = end == std::string_view::npos ? 0 : end + 1;
        const std::optional<IsoTime> time = parseIso(word.substr(0, length));
        out += word.data() == text.data() ? "" : " ";
        out += time && time->hasOffset ? shortMoment(Timestamp(Duration(time->us)), zone)
                                       : std::string(word.substr(0, length));
        out += word.substr(length);
    }
    return out;
}

std::string span(const std::optional<Interval>& interval, const Zone& zone)
{
    if (!interval)
        return std::string(kUnknown);
    return shortMoment(interval->begin, zone) + " to " + shortMoment(interval->end, zone);
}

std::string grouped(std::uint64_t count)
{
    std::string text = std::to_string(count);
    if (text.size() > 4)
        for (std::size_t at = text.size(); at > 3;)
            text.insert(at -= 3, 1, ',');
    return text;
}

std::string duration(double seconds)
{
    const double size = std::abs(seconds);
    const std::string sign = seconds < 0 ? "\u2212" : "";
    if (size < 120)
        return sign + fixedNumber(size, size < 10 ? 1 : 0) + " s";
    if (size < 7200)
        return sign + fixedNumber(size / 60, 0) + " min";
    if (size <= 72 * 3600)
        return sign + fixedNumber(size / 3600, 1) + " h";
    return sign + fixedNumber(size / 86400, 1) + " d";
}

std::string shortDigest(const Digest& digest)
{
    return toHex(digest).substr(0, 16);
}

std::string sentence(std::string_view text)
{
    std::string out(text);
    if (out.empty())
        return out;
    if (out.front() >= 'a' && out.front() <= 'z')
        out.front() = static_cast<char>(out.front() - 'a' + 'A');
    if (out.back() != '.' && out.back() != '?' && out.back() != '!')
        out += '.';
    return out;
}

std::string verdict(Verdict value)
{
    switch (value) {
    case Verdict::Mechanism:
        return "Mechanism evidence";
    case Verdict::Associated:
        return "Associated";
    case Verdict::Lead:
        return "Lead";
    case Verdict::NoAssociation:
        return "No association seen";
    case Verdict::Insufficient:
        return "Insufficient evidence";
    case Verdict::NotTestable:
        return "Not testable";
    }
    return {};
}

std::string contribution(Contribution value)
{
    switch (value) {
    case Contribution::Supported:
        return "Supported";
    case Contribution::NotSupported:
        return "Not supported";
    case Contribution::Inconclusive:
        return "Inconclusive";
    }
    return {};
}

std::string finding(const FailureAssessment& assessment, const Candidate* lead)
{
    std::string text = sentence(assessment.statement);
    if (lead == nullptr || (lead->verdict != Verdict::Associated && lead->verdict != Verdict::Lead))
        return text;
    if (assessment.statement.find(lead->name) == std::string::npos)
        text += " " + sentence(lead->statement);
    return text + " This is an association in time, not proof of cause.";
}

std::string shortened(const std::string& text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    std::size_t end = text.rfind(". ", most);
    if (end != std::string::npos && end > most / 3)
        return text.substr(0, end + 1);
    end = text.rfind(' ', most);
    return text.substr(0, end == std::string::npos ? most : end) + " \u2026";
}

std::string maintenanceWord(std::string_view kind)
{
    return kind == "pm" ? "preventive maintenance" : std::string(kind);
}

std::string listed(const std::vector<std::string>& items, std::size_t most)
{
    std::string out;
    for (std::size_t i = 0; i < items.size() && i < most; ++i)
        out += (i == 0 ? "" : ", ") + items[i];
    if (items.size() > most)
        out += " and " + std::to_string(items.size() - most) + " more";
    return out;
}

} // namespace antecedent::words
