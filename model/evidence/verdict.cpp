// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/verdict.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <tuple>

namespace antecedent {

namespace {

constexpr double kAlpha = 0.05;
constexpr double kBounded = 2; // an upper limit below this bounds the effect
constexpr double kEnoughCoverage = 0.9;

std::string share(int exposed, int windows, const char* word)
{
    return std::to_string(exposed) + " of " + std::to_string(windows) + " " + word;
}

// A counter compared in time by ranks over several failures (candidates_counters.h); other ranks are among batches.
bool isCounterRank(const Candidate& c)
{
    return c.design == "rank" && c.more.contains("concordance") && !c.windows.empty()
        && c.windows.front().interval.has_value();
}

// What such a rank says: how often the failure's value is above that of a control time of the same asset.
std::string rankWords(const Candidate& c)
{
    const auto percent = std::lround(100 * c.more.at("concordance"));
    return c.name + " was higher at the failures than at their control times in " + std::to_string(percent)
        + " % of the pairs (" + std::to_string(c.caseWindows) + " failures, " + std::to_string(c.controlWindows)
        + " control times, rank test " + printP(c.pExact.value_or(1)) + "). ";
}

std::string counted(int number, const std::string& noun)
{
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string counts(const Candidate& c)
{
    const bool isBatch = c.design == "batch";
    return "seen before " + share(c.caseExposed, c.caseWindows, "failures") + " and in "
        + share(c.controlExposed, c.controlWindows, isBatch ? "control batches" : "control windows");
}

std::string ratio(const Candidate& c)
{
    const std::string low = printNumber(c.ciLow.value_or(0));
    if (!c.ciHigh)
        return "odds ratio at least " + low;
    return "odds ratio " + low + " to " + printNumber(*c.ciHigh);
}

// How many of the requirements of "associated" fail, with words for each.
std::vector<std::string> shortcomings(const Candidate& c, const VerdictContext& context, const Doubts& doubts)
{
    std::vector<std::string> words;
    if (context.isExploratory)
        words.emplace_back("found after looking, not planned");
    if (c.pAdjusted.value_or(1) >= kAlpha)
        words.push_back("adjusted for " + std::to_string(context.testable) + " candidates it is "
            + printP(c.pAdjusted.value_or(1)));
    if (isCounterRank(c))
        words.emplace_back("a rank gives no odds ratio, and times close to other failures are no control times");
    else if (c.ciLow.value_or(0) <= 1)
        words.emplace_back("the interval includes 1");
    if (c.pAfter && *c.pAfter < kAlpha)
        words.push_back("it is also frequent after the failures (" + printP(*c.pAfter) + ")");
    if (!doubts.window.empty())
        words.push_back(doubts.window);
    if (!doubts.clock.empty())
        words.push_back(doubts.clock);
    if (c.pWithoutCoFailures && *c.pWithoutCoFailures * context.testable >= kAlpha)
        words.push_back(
            "without the windows shared with another class of failure it is " + printP(*c.pWithoutCoFailures));
    return words;
}

// What was seen, with its test.
std::string factsOf(const Candidate& c, double p)
{
    if (isCounterRank(c))
        return rankWords(c);
    if (c.design != "rank")
        return c.name + " was " + counts(c) + " (" + ratio(c) + ", " + printP(p) + "). ";
    if (const auto asHigh = c.more.find("controls_as_high"); asHigh != c.more.end())
        return c.name + ": " + std::to_string(std::lround(asHigh->second)) + " of " + std::to_string(c.controlWindows)
            + " controls were as high as this failure (exact rank " + printP(p) + "). ";
    const auto concordance = c.more.find("concordance");
    return c.name + ": " + std::to_string(c.caseWindows) + " failures ranked among " + std::to_string(c.controlWindows)
        + " controls"
        + (concordance == c.more.end()
                ? ""
                : ", a failure is higher than a control with chance " + printNumber(concordance->second))
        + " (exact rank, two-sided, " + printP(p) + "). ";
}

std::string coFailureWords(const Candidate& c)
{
    if (c.coFailures.empty())
        return {};
    constexpr std::size_t kShown = 2;
    std::string text = " Shared windows: ";
    for (std::size_t i = 0; i < std::min(kShown, c.coFailures.size()); ++i)
        text += (i == 0 ? "" : ", ") + c.coFailures[i];
    if (c.coFailures.size() > kShown)
        text += " and " + std::to_string(c.coFailures.size() - kShown) + " more";
    if (c.pWithoutCoFailures)
        text += "; without them " + printP(*c.pWithoutCoFailures);
    return text + ".";
}

std::string joinWords(const std::vector<std::string>& words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : "; ") + words[i];
    return text;
}

std::string notTestable(const Candidate& c, const VerdictContext& context)
{
    return "With " + counted(c.caseWindows, "failure") + " and " + counted(context.controlsPerFailure, "control")
        + " for each the smallest reachable p is " + printNumber(c.pSmallest.value_or(1))
        + "; after correction for the number of candidates no result could be conclusive. Nothing can be concluded for "
          "or against.";
}

std::string stabilityWords(const Doubts& doubts)
{
    std::vector<std::string> words;
    for (const std::string& word : {doubts.window, doubts.clock})
        if (!word.empty())
            words.push_back(word);
    return joinWords(words);
}

} // namespace

std::string printNumber(double value)
{
    if (!std::isfinite(value))
        return "unbounded";
    const double size = std::abs(value);
    std::array<char, 64> buffer{};
    const auto print = [&](std::chars_format format, int precision) {
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, precision).ptr;
        return std::string(buffer.data(), end);
    };
    if (size == 0)
        return "0";
    if (size < 1e-4 || size >= 1e6)
        return print(std::chars_format::scientific, 1);
    if (size >= 100)
        return print(std::chars_format::fixed, 0);
    return print(std::chars_format::general, 3);
}

std::string absenceWords(const Candidate& c)
{
    return c.name + (c.verdict == Verdict::Associated ? ", associated" : ", a lead") + " over this class (" + counts(c)
        + "), was not seen before this failure.";
}

std::string printP(double p)
{
    return p < 1e-4 ? "p < 0.0001" : "p = " + printNumber(p);
}

namespace {

void decideByStatistics(Candidate& c, const VerdictContext& context, const Doubts& doubts)
{
    c.stability = stabilityWords(doubts);
    c.isStable = c.stability.empty();
    const double p = c.pExact.value_or(1);
    if (c.pSmallest.value_or(1) * context.factor > kAlpha) {
        c.verdict = Verdict::NotTestable;
        c.statement = notTestable(c, context);
        return;
    }
    const std::vector<std::string> missing = shortcomings(c, context, doubts);
    const std::string facts = factsOf(c, p);
    if (missing.empty()) {
        c.verdict = Verdict::Associated;
        c.statement = "Associated in time: " + facts + "Adjusted for " + std::to_string(context.testable)
            + " candidates " + printP(c.pAdjusted.value_or(1)) + "." + coFailureWords(c);
    } else if (p < kAlpha || missing.size() == 1) {
        c.verdict = Verdict::Lead;
        c.statement = "Lead, worth checking, not to be cited as cause: " + facts
            + "Not more than a lead: " + joinWords(missing) + "." + coFailureWords(c);
    } else if (c.ciHigh && *c.ciHigh < kBounded && c.coverage >= kEnoughCoverage) {
        c.verdict = Verdict::NoAssociation;
        c.statement =
            *c.ciHigh < 1 ? "Less often than expected: " + facts : "No association seen, effect bounded: " + facts;
    } else {
        c.verdict = Verdict::Insufficient;
        c.statement = "Insufficient evidence: " + facts
            + (c.design != "rank" && c.ciLow.value_or(0) <= 1 && c.ciHigh.value_or(3) >= 3
                    ? "The data are compatible with no association and with a strong one."
                    : "The data decide neither way.");
    }
    while (c.statement.ends_with(' '))
        c.statement.pop_back();
    if (c.isSymptom)
        c.statement += std::string(" It is ") + (c.kind == CandidateKind::Parameter ? "" : "an alarm on ")
            + "the failure's own parameter, a symptom: it supports no asset alone.";
}

} // namespace

void decide(Candidate& c, const VerdictContext& context, const Doubts& doubts)
{
    decideByStatistics(c, context, doubts);
    c.byStatistics = c.verdict;
}

void rankCandidates(std::vector<Candidate>& candidates)
{
    const auto key = [](const Candidate& c) {
        return std::make_tuple(c.verdict, c.pExact.value_or(2), -c.ciLow.value_or(0), c.assetId.empty(), c.eventClass,
            c.assetClass, c.assetId);
    };
    std::stable_sort(
        candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) { return key(a) < key(b); });
    for (std::size_t i = 0; i < candidates.size(); ++i)
        candidates[i].rank = static_cast<int>(i) + 1;
}

} // namespace antecedent
