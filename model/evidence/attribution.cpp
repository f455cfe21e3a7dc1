// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/attribution.h"

#include "model/evidence/verdict.h"

#include <algorithm>
#include <map>

namespace antecedent {

namespace {

constexpr double kEnoughCoverage = 0.9;

// What this failure's own windows say about one candidate.
struct OwnView
{
    bool isSeen = false; // its case window is part of the candidate's test
    bool isExposed = false;
};

OwnView viewOf(const Candidate& candidate, const std::string& failure)
{
    for (const WindowUse& use : candidate.windows)
        if (use.isCase && use.failure == failure)
            return {true, use.exposed};
    return {};
}

// The asset on which the records stand that expose this failure's own window.
std::string exposingAsset(const AlignmentContext& context, const AlignedWindow& window, const WindowUse& use)
{
    for (const AlignedEvent& event : window.events) {
        const std::size_t i = event.event.value;
        if (context.events.asset[i].valid()
            && std::binary_search(
                use.records.begin(), use.records.end(), recordOf(context.dataset, context.events, i).id))
            return context.dataset.assets[context.events.asset[i].value].id;
    }
    return {};
}

std::string leadingAssetOf(
    const AlignmentContext& context, const Design& design, const Candidate& candidate, const Failure& failure)
{
    if (!candidate.assetId.empty())
        return candidate.assetId;
    if (candidate.assetClass == kFailedAsset && failure.asset.valid())
        return context.dataset.assets[failure.asset.value].id;
    for (const DesignSet& set : design.sets)
        if (design.failureOf(set).id == failure.id)
            for (const WindowUse& use : candidate.windows)
                if (use.isCase && use.failure == failure.id && use.exposed)
                    return exposingAsset(context, design.window(set.caseWindow), use);
    return {};
}

class Attribution
{
public:
    Attribution(const AlignmentContext& context, const Design& design, const Analysis& analysis, const PinBook& pins,
        const Failure& failure)
        : m_context(context)
        , m_design(design)
        , m_analysis(analysis)
        , m_pins(pins)
        , m_failure(failure)
        , m_clusterOf(failure.id)
    {
        for (const DesignSet& set : design.sets)
            if (design.failureOf(set).id == failure.id)
                m_clusterOf = set.clusterOf;
    }

    FailureAssessment make()
    {
        m_result.deviationId = m_failure.id;
        m_result.classification = m_analysis.classification;
        for (std::size_t i = 0; i < m_analysis.candidates.size(); ++i) {
            m_views.push_back(viewOf(m_analysis.candidates[i], m_clusterOf));
            m_result.exposedHere.push_back(m_views.back().isExposed);
        }
        orderCandidates();
        for (const int position : m_result.order)
            weigh(
                m_analysis.candidates[static_cast<std::size_t>(position)], m_views[static_cast<std::size_t>(position)]);
        conclude();
        return std::move(m_result);
    }

private:
    // Exposed here first, then the analysis' own order; candidates that can't be seen here come last.
    void orderCandidates()
    {
        for (int i = 0; i < static_cast<int>(m_views.size()); ++i)
            m_result.order.push_back(i);
        const auto place = [&](int i) {
            const OwnView& view = m_views[static_cast<std::size_t>(i)];
            return view.isExposed ? 0 : view.isSeen ? 1 : 2;
        };
        std::stable_sort(
            m_result.order.begin(), m_result.order.end(), [&](int a, int b) { return place(a) < place(b); });
    }

    void weigh(const Candidate& c, const OwnView& view)
    {
        if (m_pins.isRuledOut(m_failure.id, c.name))
            return;
        const bool isAsset = isAssetEvidence(c.kind);
        const bool isFinding = c.verdict == Verdict::Associated || c.verdict == Verdict::Lead;
        if (isAsset && view.isExposed && !c.isSymptom && m_leading == nullptr)
            m_leading = &c;
        if (isFinding && view.isExposed && isAsset)
            m_result.supports.push_back(c.statement);
        if (isFinding && view.isSeen && !view.isExposed && isAsset && c.design != "rank") // a counter is always there
            m_result.against.push_back(absenceWords(c));
        if (!isAsset && view.isExposed && c.verdict != Verdict::NotTestable)
            m_result.rivals.push_back(c.statement);
        if (!isAsset && view.isExposed && isFinding && (m_rival == nullptr || c.rank < m_rival->rank))
            m_rival = &c;
        if (isAsset && view.isSeen) {
            m_hasAssetEvidence = true;
            m_isBounded = m_isBounded && c.verdict == Verdict::NoAssociation && c.coverage >= kEnoughCoverage;
        }
    }

    void conclude()
    {
        if (m_leading != nullptr) {
            m_result.leadingAsset = leadingAssetOf(m_context, m_design, *m_leading, m_failure);
            m_result.verdict = m_leading->verdict;
            m_result.statement = m_leading->statement;
        } else {
            m_result.statement = phrase("No candidate event at an asset was seen before this failure.");
        }
        if (m_leading != nullptr && m_leading->verdict == Verdict::Associated && !isRivalAsGood()) {
            m_result.contribution = Contribution::Supported;
        } else if (isRivalClearlyBetter()) {
            m_result.contribution = Contribution::NotSupported;
            m_result.against.push_back(
                phrase("These data do not show that an asset contributed: %1", m_rival->statement));
        } else if (m_hasAssetEvidence && m_isBounded) {
            m_result.contribution = Contribution::NotSupported;
            m_result.against.push_back(phrase("These data do not show that an asset contributed: all asset evidence is "
                                              "within the range of the controls."));
        }
    }

    bool isRivalAsGood() const
    {
        return m_rival != nullptr && m_rival->verdict <= m_leading->verdict
            && m_rival->pExact.value_or(1) <= m_leading->pExact.value_or(1);
    }
    bool isRivalClearlyBetter() const
    {
        return m_rival != nullptr && m_rival->verdict == Verdict::Associated
            && (m_leading == nullptr || m_leading->verdict > Verdict::Associated);
    }

    const AlignmentContext& m_context;
    const Design& m_design;
    const Analysis& m_analysis;
    const PinBook& m_pins;
    const Failure& m_failure;
    std::string m_clusterOf; // whose windows speak for this failure
    FailureAssessment m_result;
    std::vector<OwnView> m_views;
    const Candidate* m_leading = nullptr;
    const Candidate* m_rival = nullptr;
    bool m_hasAssetEvidence = false;
    bool m_isBounded = true;
};

} // namespace

bool isAssetEvidence(CandidateKind kind)
{
    return kind == CandidateKind::Event || kind == CandidateKind::Condition || kind == CandidateKind::Parameter;
}

std::vector<FailureAssessment> attribute(
    const AlignmentContext& context, const Design& design, const Analysis& analysis, const PinBook& pins)
{
    std::map<std::string, FailureAssessment> byId;
    for (const Failure& failure : design.alignment.failures)
        byId.emplace(failure.id, Attribution(context, design, analysis, pins, failure).make());
    for (const Exclusion& e : design.exclusions) {
        if (!e.window.empty())
            continue;
        const auto [entry, isNew] = byId.try_emplace(e.failure);
        if (isNew) {
            entry->second.deviationId = e.failure;
            entry->second.classification = analysis.classification;
            entry->second.verdict = Verdict::NotTestable;
            entry->second.exposedHere.assign(analysis.candidates.size(), false);
        }
        entry->second.statement =
            following({phrase("Not assessed in the tests: %1.", e.reason), entry->second.statement});
    }
    std::vector<FailureAssessment> result;
    for (auto& entry : byId)
        result.push_back(std::move(entry.second));
    return result;
}

} // namespace antecedent
