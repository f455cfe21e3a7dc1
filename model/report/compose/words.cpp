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

std::string plainNumber(double value)
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

// A limit of an interval: two digits are enough.
std::string limit(double value)
{
    if (!(value > 0) || value >= 10 || value < 1e-6)
        return plainNumber(value);
    return fixedNumber(value, std::max(0, 1 - static_cast<int>(std::floor(std::log10(value)))));
}

std::string plainProbability(double p)
{
    if (p < 1e-4)
        return "<0.0001";
    if (p > 0.995)
        return "1.00";
    return fixedNumber(p, p >= 0.1 ? 2 : p >= 0.01 ? 3 : 4);
}

} // namespace

std::string orUnknown(std::string_view text)
{
    return std::string(text.empty() ? kUnknown : text);
}

Phrase number(double value)
{
    return numeral(plainNumber(value));
}

Phrase number(const std::optional<double>& value)
{
    return value ? number(*value) : Phrase(kUnknown);
}

Phrase probability(const std::optional<double>& p)
{
    return p ? numeral(plainProbability(*p)) : Phrase(kUnknown);
}

Phrase probabilityPhrase(double p)
{
    const std::string text = plainProbability(p);
    return numeral(text.front() == '<' ? "< " + text.substr(1) : "= " + text);
}

Phrase ratio(const Candidate& candidate)
{
    const bool hasLow = candidate.ciLow && *candidate.ciLow > 0;
    if (!hasLow)
        return candidate.ciHigh ? numeral("\u2264 " + limit(*candidate.ciHigh)) : Phrase(kUnknown);
    if (!candidate.ciHigh)
        return numeral("\u2265 " + limit(*candidate.ciLow));
    const std::string interval = "(" + limit(*candidate.ciLow) + "\u2013" + limit(*candidate.ciHigh) + ")";
    return numeral(candidate.oddsRatio ? plainNumber(*candidate.oddsRatio) + " " + interval : interval);
}

std::string share(int part, int whole)
{
    return std::to_string(part) + "/" + std::to_string(whole);
}

Phrase percent(double share)
{
    // Never rounded up to "all" or down to "nothing".
    const double value = share * 100;
    const double shown = value > 99 && value < 100 ? std::min(99.9, value) : value;
    return numeral(fixedNumber(shown, value > 0 && (value < 1 || (value > 99 && value < 100)) ? 1 : 0) + " %");
}

Phrase moment(Timestamp t, const Zone& zone)
{
    const Zone utc;
    const std::string time = clockText(t, utc, true);
    if (zone.name() == utc.name())
        return listOf({dayPhrase(t, utc), time, std::string("UTC")}, " ");
    const std::string site = clockText(t, zone, true) + " " + offsetText(t, zone);
    if (dateText(t, zone) == dateText(t, utc))
        return listOf({dayPhrase(t, zone), site, "(" + time + "Z)"}, " ");
    return listOf(
        {dayPhrase(t, zone), site, listOf({std::string("("), dayPhrase(t, utc, false), " " + time + "Z)"}, "")}, " ");
}

Phrase moment(const TimeValue& time, const Zone& zone)
{
    return time.known() ? moment(time.at(), zone) : Phrase(kUnknown);
}

Phrase shortMoment(Timestamp t, const Zone& zone)
{
    const Zone utc;
    const std::string time = clockText(t, utc);
    if (zone.name() == utc.name())
        return listOf({dayPhrase(t, zone), clockText(t, zone)}, " ");
    if (dateText(t, zone) == dateText(t, utc))
        return listOf({dayPhrase(t, zone), clockText(t, zone), "(" + time + "Z)"}, " ");
    return listOf({dayPhrase(t, zone), clockText(t, zone),
                      listOf({std::string("("), dayPhrase(t, utc, false), " " + time + "Z)"}, "")},
        " ");
}

std::string withMoments(std::string_view text, const Zone& zone, const Lexicon& lexicon)
{
    std::string out;
    for (const std::string_view word : split(text, ' ')) {
        const std::size_t end = word.find_last_not_of(",.;)");
        const std::size_t length = end == std::string_view::npos ? 0 : end + 1;
        const std::optional<IsoTime> time = parseIso(word.substr(0, length));
        out += word.data() == text.data() ? "" : " ";
        out += time && time->hasOffset ? lexicon.say(shortMoment(Timestamp(Duration(time->us)), zone))
                                       : std::string(word.substr(0, length));
        out += word.substr(length);
    }
    return out;
}

Phrase span(const std::optional<Interval>& interval, const Zone& zone)
{
    if (!interval)
        return Phrase(kUnknown);
    return phrase("%1 to %2", shortMoment(interval->begin, zone), shortMoment(interval->end, zone));
}

Phrase grouped(std::uint64_t count)
{
    std::string text = std::to_string(count);
    if (text.size() > 4)
        for (std::size_t at = text.size(); at > 3;)
            text.insert(at -= 3, 1, ',');
    return numeral(std::move(text));
}

Phrase duration(double seconds)
{
    const double size = std::abs(seconds);
    const std::string sign = seconds < 0 ? "\u2212" : "";
    if (size < 120)
        return numeral(sign + fixedNumber(size, size < 10 ? 1 : 0) + " s");
    if (size < 7200)
        return numeral(sign + fixedNumber(size / 60, 0) + " min");
    if (size <= 72 * 3600)
        return numeral(sign + fixedNumber(size / 3600, 1) + " h");
    return numeral(sign + fixedNumber(size / 86400, 1) + " d");
}

std::string shortDigest(const Digest& digest)
{
    return toHex(digest).substr(0, 16);
}

Phrase verdict(Verdict value)
{
    switch (value) {
    case Verdict::Mechanism:
        return phrase("Mechanism evidence");
    case Verdict::Associated:
        return phrase("Associated");
    case Verdict::Lead:
        return phrase("Lead");
    case Verdict::NoAssociation:
        return phrase("No association seen");
    case Verdict::Insufficient:
        return phrase("Insufficient evidence");
    case Verdict::NotTestable:
        return phrase("Not testable");
    }
    return {};
}

Phrase shortVerdict(Verdict value)
{
    switch (value) {
    case Verdict::NoAssociation:
        return phrase("None seen");
    case Verdict::Insufficient:
        return phrase("Insufficient");
    case Verdict::Mechanism:
        return phrase("Mechanism");
    default:
        return verdict(value);
    }
}

Phrase contribution(Contribution value)
{
    switch (value) {
    case Contribution::Supported:
        return phrase("Supported");
    case Contribution::NotSupported:
        return phrase("Not supported");
    case Contribution::Inconclusive:
        return phrase("Inconclusive");
    }
    return {};
}

Phrase kind(CandidateKind value)
{
    switch (value) {
    case CandidateKind::Event:
        return phrase("event");
    case CandidateKind::Condition:
        return phrase("condition");
    case CandidateKind::Parameter:
        return phrase("parameter");
    case CandidateKind::Material:
        return phrase("material");
    case CandidateKind::Operator:
        return phrase("operator");
    case CandidateKind::Recipe:
        return phrase("recipe");
    case CandidateKind::Utility:
        return phrase("utility");
    }
    return {};
}

Phrase finding(const FailureAssessment& assessment, const Candidate* lead)
{
    Phrase text = sentence(assessment.statement);
    if (lead == nullptr || (lead->verdict != Verdict::Associated && lead->verdict != Verdict::Lead))
        return text;
    const bool isSaid = assessment.statement.contains(lead->name);
    return following({std::move(text), isSaid ? Phrase() : sentence(lead->statement),
        phrase("This is an association in time, not proof of cause.")});
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

Phrase maintenanceWord(std::string_view kind)
{
    return kind == "pm" ? phrase("preventive maintenance") : term(kind);
}

Phrase listed(std::vector<Phrase> items, std::size_t most)
{
    if (items.size() <= most)
        return listOf(std::move(items), ", ");
    const std::size_t more = items.size() - most;
    items.resize(most);
    return phrase("%1 and %2 more", listOf(std::move(items), ", "), more);
}

Phrase listed(const std::vector<std::string>& items, std::size_t most)
{
    return listed(std::vector<Phrase>(items.begin(), items.end()), most);
}

} // namespace antecedent::words
