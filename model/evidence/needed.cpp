// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/needed.h"

#include "model/evidence/statistics/fisher_test.h"
#include "model/evidence/statistics/matched_test.h"

#include <algorithm>
#include <cmath>

namespace antecedent {

namespace {

constexpr double kAlpha = 0.05;

// The tables of the exact test of a candidate, to which windows are added.
class Tables
{
public:
    explicit Tables(const Candidate& candidate)
        : m_ofCases(static_cast<double>(candidate.caseExposed) / candidate.caseWindows)
        , m_ofControls(static_cast<double>(candidate.controlExposed) / candidate.controlWindows)
        , m_perFailure(std::max(
              1, static_cast<int>(std::lround(static_cast<double>(candidate.controlWindows) / candidate.caseWindows))))
    {
        std::map<std::string, statistics::TwoByTwo> strata;
        for (const WindowUse& use : candidate.windows) {
            statistics::TwoByTwo& table = strata[use.stratum];
            (use.isCase ? table.cases : table.controls) += 1;
            (use.isCase ? table.casesExposed : table.controlsExposed) += use.exposed ? 1 : 0;
        }
        m_isInTime = candidate.design.starts_with("time");
        for (const auto& [name, table] : strata)
            if (table.cases > 0)
                m_strata.push_back(table);
    }

    bool isEmpty() const { return m_strata.empty(); }

    // A failure with controls as there are on average.
    void addFailure()
    {
        statistics::TwoByTwo table{next(m_caseDebt, m_ofCases), 1, 0, m_perFailure};
        for (int i = 0; i < m_perFailure; ++i)
            table.controlsExposed += next(m_controlDebt, m_ofControls);
        if (m_isInTime || m_strata.empty()) {
            m_strata.push_back(table);
            return;
        }
        statistics::TwoByTwo& widest = m_strata[m_turn++ % m_strata.size()];
        widest.casesExposed += table.casesExposed;
        widest.cases += 1;
    }

    // A control, in turn for each set.
    void addControl()
    {
        statistics::TwoByTwo& table = m_strata[m_turn++ % m_strata.size()];
        table.controls += 1;
        table.controlsExposed += next(m_controlDebt, m_ofControls);
    }

    double p() const
    {
        statistics::ExactFamily family;
        int observed = 0;
        std::vector<statistics::MatchedSet> sets;
        std::vector<statistics::TwoByTwo> tables;
        for (const statistics::TwoByTwo& t : m_strata) {
            const int exposed = t.casesExposed + t.controlsExposed;
            if (t.cases != 1 || !m_isInTime) {
                tables.push_back(t);
                observed += t.casesExposed;
                continue;
            }
            sets.push_back({t.casesExposed == 1, exposed, t.cases + t.controls});
            observed += t.casesExposed == 1 && exposed < t.cases + t.controls ? 1 : 0;
        }
        family = statistics::convolve(statistics::matchedFamily(sets), statistics::fisherFamily(tables));
        return family.isDegenerate() ? 1 : statistics::upperTail(family, observed, 0);
    }

private:
    // 1 or 0, so that their running mean stays next to the share.
    static int next(double& debt, double share)
    {
        debt += share;
        if (debt < 0.5)
            return 0;
        debt -= 1;
        return 1;
    }

    double m_ofCases;
    double m_ofControls;
    int m_perFailure;
    bool m_isInTime = true;
    std::vector<statistics::TwoByTwo> m_strata;
    double m_caseDebt = 0;
    double m_controlDebt = 0;
    std::size_t m_turn = 0;
};

} // namespace

std::optional<Needed> neededFor(const Candidate& candidate, int testable)
{
    const bool isUndecided = candidate.verdict == Verdict::Insufficient || candidate.verdict == Verdict::NotTestable
        || candidate.verdict == Verdict::Lead;
    if (!isUndecided || candidate.design == "rank" || candidate.caseWindows == 0 || candidate.controlWindows == 0)
        return std::nullopt;
    const Tables now(candidate);
    if (now.isEmpty())
        return std::nullopt;
    Needed out;
    const double ofCases = static_cast<double>(candidate.caseExposed) / candidate.caseWindows;
    const double ofControls = static_cast<double>(candidate.controlExposed) / candidate.controlWindows;
    out.isNotMore = ofCases <= ofControls;
    if (out.isNotMore)
        return out;
    const int family = std::max(1, testable + (candidate.verdict == Verdict::NotTestable ? 1 : 0));
    if (now.p() * family < kAlpha)
        return std::nullopt; // it is not the number of windows that keeps it from more
    Tables failures = now;
    for (int k = 1; k <= kMostFailuresNeeded && !out.failures; ++k) {
        failures.addFailure();
        if (failures.p() * family < kAlpha)
            out.failures = k;
    }
    Tables controls = now;
    for (int k = 1; k <= kMostControlsNeeded && !out.controls; ++k) {
        controls.addControl();
        const bool isAsked = k <= 40 || k % 10 == 0; // to the next ten above
        if (isAsked && controls.p() * family < kAlpha)
            out.controls = k;
    }
    return out;
}

} // namespace antecedent
