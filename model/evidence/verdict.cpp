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

// A counter compared in time by ranks over several failures (candidates_counters.h); other ranks are among batches.
bool isCounterRank(const Candidate& c)
{
    return c.design == "rank" && c.more.contains("concordance") && !c.windows.empty()
        && c.windows.front().interval.has_value();
}

// What such a rank says: how often the failure's value is above that of a control time of the same asset.
Phrase rankWords(const Candidate& c)
{
    return phrase("%1 was higher at the failures than at their control times in %2 % of the pairs (%3 failures, %4 "
                  "control times, rank test %5).",
        shownName(c), std::lround(100 * c.more.at("concordance")), c.caseWindows, c.controlWindows,
        printP(c.pExact.value_or(1)));
}

Phrase counts(const Candidate& c)
{
    return c.design == "batch" ? phrase("seen before %1 of %2 failures and in %3 of %4 control batches", c.caseExposed,
               c.caseWindows, c.controlExposed, c.controlWindows)
                               : phrase("seen before %1 of %2 failures and in %3 of %4 control windows", c.caseExposed,
                                   c.caseWindows, c.controlExposed, c.controlWindows);
}

Phrase ratio(const Candidate& c)
{
    const Phrase low = numeral(printNumber(c.ciLow.value_or(0)));
    if (!c.ciHigh)
        return phrase("odds ratio at least %1", low);
    return phrase("odds ratio %1 to %2", low, numeral(printNumber(*c.ciHigh)));
}

// How many of the requirements of "associated" fail, with words for each.
std::vector<Phrase> shortcomings(const Candidate& c, const VerdictContext& context, const Doubts& doubts)
{
    std::vector<Phrase> words;
    if (context.isExploratory)
        words.push_back(phrase("found after looking, not planned"));
    if (c.pAdjusted.value_or(1) >= kAlpha)
        words.push_back(
            phrase("adjusted for %1 candidates it is %2", context.testable, printP(c.pAdjusted.value_or(1))));
    if (isCounterRank(c))
        words.push_back(phrase("a rank gives no odds ratio, and times close to other failures are no control times"));
    else if (c.ciLow.value_or(0) <= 1)
        words.push_back(phrase("the interval includes 1"));
    if (c.pAfter && *c.pAfter < kAlpha)
        words.push_back(phrase("it is also frequent after the failures (%1)", printP(*c.pAfter)));
    if (!doubts.window.empty())
        words.push_back(doubts.window);
    if (!doubts.clock.empty())
        words.push_back(doubts.clock);
    if (c.pWithoutCoFailures && *c.pWithoutCoFailures * context.testable >= kAlpha)
        words.push_back(
            phrase("without the windows shared with another class of failure it is %1", printP(*c.pWithoutCoFailures)));
    return words;
}

// What was seen, with its test.
Phrase factsOf(const Candidate& c, double p)
{
    if (isCounterRank(c))
        return rankWords(c);
    if (c.design != "rank")
        return phrase("%1 was %2 (%3, %4).", shownName(c), counts(c), ratio(c), printP(p));
    if (const auto asHigh = c.more.find("controls_as_high"); asHigh != c.more.end())
        return phrase("%1: %2 of %3 controls were as high as this failure (exact rank %4).", shownName(c),
            std::lround(asHigh->second), c.controlWindows, printP(p));
    const auto concordance = c.more.find("concordance");
    if (concordance == c.more.end())
        return phrase("%1: %2 failures ranked among %3 controls (exact rank, two-sided, %4).", shownName(c),
            c.caseWindows, c.controlWindows, printP(p));
    return phrase("%1: %2 failures ranked among %3 controls, a failure is higher than a control with chance %4 (exact "
                  "rank, two-sided, %5).",
        shownName(c), c.caseWindows, c.controlWindows, numeral(printNumber(concordance->second)), printP(p));
}

Phrase coFailureWords(const Candidate& c)
{
    constexpr std::size_t kShown = 2;
    if (c.coFailures.empty())
        return {};
    const std::size_t shown = std::min(kShown, c.coFailures.size());
    std::vector<Phrase> names(c.coFailures.begin(), c.coFailures.begin() + static_cast<std::ptrdiff_t>(shown));
    Phrase list = listOf(std::move(names), ", ");
    if (c.coFailures.size() > shown)
        list = phrase("%1 and %2 more", list, c.coFailures.size() - shown);
    return c.pWithoutCoFailures ? phrase("Shared windows: %1; without them %2.", list, printP(*c.pWithoutCoFailures))
                                : phrase("Shared windows: %1.", list);
}

Phrase notTestable(const Candidate& c, const VerdictContext& context)
{
    return phrase("With %1 and %2 for each the smallest reachable p is %3; after correction for the number of "
                  "candidates no result could be conclusive. Nothing can be concluded for or against.",
        plural(c.caseWindows, "%1 failure", "%1 failures"),
        plural(context.controlsPerFailure, "%1 control", "%1 controls"), numeral(printNumber(c.pSmallest.value_or(1))));
}

Phrase stabilityWords(const Doubts& doubts)
{
    std::vector<Phrase> words{doubts.window, doubts.clock};
    std::erase_if(words, [](const Phrase& each) { return each.empty(); });
    return listOf(std::move(words), "; ");
}

Phrase symptomWords(const Candidate& c)
{
    if (!c.isSymptom)
        return {};
    return c.kind == CandidateKind::Parameter
        ? phrase("It is the failure's own parameter, a symptom: it supports no asset alone.")
        : phrase("It is an alarm on the failure's own parameter, a symptom: it supports no asset alone.");
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

Phrase absenceWords(const Candidate& c)
{
    return c.verdict == Verdict::Associated
        ? phrase("%1, associated over this class (%2), was not seen before this failure.", shownName(c), counts(c))
        : phrase("%1, a lead over this class (%2), was not seen before this failure.", shownName(c), counts(c));
}

Phrase printP(double p)
{
    return numeral(p < 1e-4 ? std::string("p < 0.0001") : "p = " + printNumber(p));
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
    std::vector<Phrase> missing = shortcomings(c, context, doubts);
    const Phrase facts = factsOf(c, p);
    if (missing.empty()) {
        c.verdict = Verdict::Associated;
        c.statement = phrase("Associated in time: %1 Adjusted for %2 candidates %3.", facts, context.testable,
            printP(c.pAdjusted.value_or(1)));
    } else if (p < kAlpha || missing.size() == 1) {
        c.verdict = Verdict::Lead;
        c.statement = phrase("Lead, worth checking, not to be cited as cause: %1 Not more than a lead: %2.", facts,
            listOf(std::move(missing), "; "));
    } else if (c.ciHigh && *c.ciHigh < kBounded && c.coverage >= kEnoughCoverage) {
        c.verdict = Verdict::NoAssociation;
        c.statement = *c.ciHigh < 1 ? phrase("Less often than expected: %1", facts)
                                    : phrase("No association seen, effect bounded: %1", facts);
    } else {
        c.verdict = Verdict::Insufficient;
        const bool isWide = c.design != "rank" && c.ciLow.value_or(0) <= 1 && c.ciHigh.value_or(3) >= 3;
        c.statement = phrase("Insufficient evidence: %1 %2", facts,
            isWide ? phrase("The data are compatible with no association and with a strong one.")
                   : phrase("The data decide neither way."));
    }
    const bool isFinding = c.verdict == Verdict::Associated || c.verdict == Verdict::Lead;
    c.statement = following({c.statement, isFinding ? coFailureWords(c) : Phrase(), symptomWords(c)});
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
