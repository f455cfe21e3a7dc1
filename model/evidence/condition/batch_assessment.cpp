// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/batch_assessment.h"

#include "model/evidence/attribution.h"
#include "model/evidence/condition/affected.h"
#include "model/evidence/condition/attribution_words.h"
#include "model/evidence/condition/constants.h"
#include "model/evidence/verdict.h"

#include <algorithm>
#include <tuple>

namespace antecedent::condition {

namespace {

using CandidateId = std::tuple<CandidateKind, std::string, std::string>; // kind, class, asset id

CandidateId idOf(const Candidate& c)
{
    return {c.kind, c.eventClass, c.assetId};
}

class Assessor
{
public:
    Assessor(const ConditionModel& model, const ClassEvidence& evidence, const PinBook& pins, const Analysis& analysis)
        : m_model(model)
        , m_evidence(evidence)
        , m_pins(pins)
        , m_analysis(analysis)
    {
        for (std::size_t i = 0; i < analysis.candidates.size(); ++i)
            m_positions.emplace(idOf(analysis.candidates[i]), static_cast<int>(i));
        const auto verdictOf = [&](AssetIndex asset) {
            const Candidate* found = find(idOf(evidence.conditions.at(asset).candidate));
            return found == nullptr ? Verdict::Insufficient : found->verdict;
        };
        for (std::size_t i = 0; i < evidence.cases.size(); ++i)
            m_decisions.push_back(decideCase(model, evidence, i, verdictOf, pinnedAsset(i)));
    }

    void apply(std::size_t position, FailureAssessment& out) const
    {
        const CaseDecision& decision = m_decisions[position];
        const CaseWords words(m_model, m_evidence, position, decision);
        out.contribution = decision.contribution;
        out.exposedHere.resize(m_analysis.candidates.size(), false);
        expose(position, out);
        order(position, out);
        out.supports.clear();
        out.against.clear();
        out.rivals = rivalWords(position, words);
        out.leadingAsset.clear();
        const Candidate* leading = nullptr;
        if (decision.leading.valid()) {
            out.leadingAsset = m_model.plant.dataset().assets[decision.leading.value].id;
            leading = find(idOf(m_evidence.conditions.at(decision.leading).candidate));
            words.weighLeading(leading, out.supports, out.against);
            addEvents(out);
        }
        addAbsentRivals(out);
        out.verdict = leading == nullptr ? Verdict::Insufficient : leading->verdict;
        out.statement = words.statement();
        out.batches.clear();
        if (decision.contribution != Contribution::NotSupported && decision.leading.valid())
            out.batches = impactedBatches(decision);
    }

private:
    // The asset that recorded evidence points at for this failure; none if there is no such pin.
    AssetIndex pinnedAsset(std::size_t position) const
    {
        const std::string& failure = m_evidence.cases[position].batchCase.deviation->id;
        for (const Candidate& c : m_analysis.candidates)
            if (!c.assetId.empty() && isAssetEvidence(c.kind) && m_pins.mechanismAt(failure, c) != nullptr)
                return m_model.plant.dataset().findAsset(c.assetId);
        return {};
    }

    const Candidate* find(const CandidateId& id) const
    {
        const auto found = m_positions.find(id);
        return found == m_positions.end() ? nullptr : &m_analysis.candidates[static_cast<std::size_t>(found->second)];
    }

    // A deviation of a batch that counted with another deviation is exposed like that one.
    void expose(std::size_t position, FailureAssessment& out) const
    {
        const auto mark = [&](const CauseTest& test) {
            const auto found = m_positions.find(idOf(test.candidate));
            if (found != m_positions.end())
                out.exposedHere[static_cast<std::size_t>(found->second)] = test.isExposed[position];
        };
        for (const auto& entry : m_evidence.conditions)
            mark(entry.second);
        for (const auto& entry : m_evidence.rivals)
            mark(entry.second);
        for (const CauseTest& test : m_evidence.further)
            mark(test);
    }

    // Assets by weight, then rivals by weight, then the rest; in each, exposed here first, then by rank. Rivals first
    // where one outweighs the assets; the condition itself first where it was within its range.
    void order(std::size_t position, FailureAssessment& out) const
    {
        std::map<std::string, int> placeOfAsset;
        for (const AssetIndex asset : m_decisions[position].order)
            placeOfAsset.emplace(m_model.plant.dataset().assets[asset.value].id, static_cast<int>(placeOfAsset.size()));
        std::map<CandidateId, double> rivalWeights;
        for (const auto& [key, weight] : m_evidence.weights[position].rivals)
            if (const auto test = m_evidence.rivals.find(key); test != m_evidence.rivals.end())
                rivalWeights[idOf(test->second.candidate)] = weight;
        const CaseDecision& decision = m_decisions[position];
        const bool isRivalFirst = decision.contribution == Contribution::NotSupported && decision.rival.has_value();
        std::optional<CandidateId> own;
        if (decision.contribution == Contribution::NotSupported && decision.leading.valid())
            own = idOf(m_evidence.conditions.at(decision.leading).candidate);
        using Key = std::tuple<int, int, double, bool, int>;
        const auto keyOf = [&](int i) -> Key {
            const Candidate& c = m_analysis.candidates[static_cast<std::size_t>(i)];
            const bool isHidden = !out.exposedHere[static_cast<std::size_t>(i)];
            const auto rival = rivalWeights.find(idOf(c));
            if (rival != rivalWeights.end())
                return {isRivalFirst ? -1 : 1, 0, -rival->second, isHidden, c.rank};
            const auto place = placeOfAsset.find(c.assetId);
            if (place != placeOfAsset.end() && (c.kind == CandidateKind::Condition || !isHidden))
                return {0, place->second, 0, isHidden && idOf(c) != own, idOf(c) == own ? 0 : c.rank};
            return {2, 0, 0, isHidden, c.rank};
        };
        out.order.clear();
        for (int i = 0; i < static_cast<int>(m_analysis.candidates.size()); ++i)
            out.order.push_back(i);
        std::stable_sort(out.order.begin(), out.order.end(), [&](int a, int b) { return keyOf(a) < keyOf(b); });
    }

    // Findings among the events and parameters at the leading asset. They stand beside its condition and decide nothing
    // alone: an alarm may be a symptom of the deviation.
    void addEvents(FailureAssessment& out) const
    {
        for (const int i : out.order) {
            const Candidate& c = m_analysis.candidates[static_cast<std::size_t>(i)];
            const bool isFinding = c.verdict == Verdict::Associated || c.verdict == Verdict::Lead;
            const bool isShown = c.kind == CandidateKind::Event || c.kind == CandidateKind::Parameter;
            if (isShown && isFinding && !c.isSymptom && c.assetId == out.leadingAsset
                && out.exposedHere[static_cast<std::size_t>(i)])
                out.supports.push_back(c.statement);
        }
    }

    // Another cause that is associated over the class and was not recorded here speaks against the asset all the same:
    // the record may be what is missing.
    void addAbsentRivals(FailureAssessment& out) const
    {
        for (const int i : out.order) {
            const Candidate& c = m_analysis.candidates[static_cast<std::size_t>(i)];
            if (!isAssetEvidence(c.kind) && c.verdict == Verdict::Associated
                && !out.exposedHere[static_cast<std::size_t>(i)])
                out.against.push_back(absenceWords(c));
        }
    }

    std::vector<Phrase> rivalWords(std::size_t position, const CaseWords& words) const
    {
        std::vector<std::pair<double, RivalKey>> ranked;
        for (const auto& [key, weight] : m_evidence.weights[position].rivals)
            ranked.emplace_back(-weight, key);
        std::sort(ranked.begin(), ranked.end());
        std::vector<Phrase> sentences;
        for (const auto& [weight, key] : ranked) {
            const auto test = m_evidence.rivals.find(key);
            if (-weight >= kShownWeight && test != m_evidence.rivals.end())
                sentences.push_back(words.rival(-weight, test->second.candidate, find(idOf(test->second.candidate))));
        }
        sentences.push_back(words.otherCauses());
        return sentences;
    }

    std::vector<ImpactedBatch> impactedBatches(const CaseDecision& decision) const
    {
        std::set<std::uint32_t> alsoFailed;
        for (std::size_t j = 0; j < m_decisions.size(); ++j) {
            const auto weight = m_evidence.weights[j].assets.find(decision.leading);
            if (weight != m_evidence.weights[j].assets.end() && weight->second > kLeadingWeight)
                alsoFailed.insert(findSuspect(m_evidence.cases[j], decision.leading)->use);
        }
        std::map<BatchIndex, ImpactedBatch> batches;
        const auto add = [&](BatchIndex index, bool isIn, const Phrase& reason) {
            const Batch& record = m_model.plant.dataset().batches[index.value];
            batches.try_emplace(index, ImpactedBatch{record.id, isIn, reason, record.disposition, record.distributed});
        };
        for (const AffectedBatch& b :
            affectedBatches(m_model.plant, m_model.scores, decision.leading, decision.use, alsoFailed))
            add(b.batch, true, b.reason);
        for (const Use& use : m_model.plant.units[m_model.plant.slotOf[decision.leading.value]].uses)
            if (use.batch.valid())
                add(use.batch, false,
                    phrase("used the same unit in another condition, or before or after a repair, an adjustment or a "
                           "planned maintenance"));
        std::vector<ImpactedBatch> list;
        list.reserve(batches.size());
        for (auto& entry : batches)
            list.push_back(std::move(entry.second));
        return list;
    }

    static constexpr double kShownWeight = 0.01; // of the posterior; rivals below are not worth a sentence
    static constexpr double kLeadingWeight = 0.5; // another failure belongs to the same asset

    const ConditionModel& m_model;
    const ClassEvidence& m_evidence;
    const PinBook& m_pins;
    const Analysis& m_analysis;
    std::map<CandidateId, int> m_positions;
    std::vector<CaseDecision> m_decisions;
};

} // namespace

Phrase methodNote(const ConditionModel& model)
{
    const PlausibilityTable& table = model.plant.context.configuration.plausibility;
    const std::string method(kMethodVersion);
    const std::string hash = printDigest(table.hash);
    Phrase note = model.hasSamples
        ? phrase("weighed by batches: method %1, table %2 (%3), with process data", method, table.version, hash)
        : phrase("weighed by batches: method %1, table %2 (%3), without process data", method, table.version, hash);
    return model.plant.note.empty() ? note : listOf({std::move(note), model.plant.note}, "; ");
}

std::vector<TestedCandidate> testedCandidates(const ClassEvidence& evidence)
{
    std::vector<TestedCandidate> tested;
    for (const auto& entry : evidence.conditions)
        if (entry.second.candidate.caseWindows > 0)
            tested.push_back({entry.second.candidate, entry.second.doubt});
    for (const auto& entry : evidence.rivals)
        if (entry.second.candidate.caseExposed > 0)
            tested.push_back({entry.second.candidate, entry.second.doubt});
    for (const CauseTest& test : evidence.further)
        tested.push_back({test.candidate, test.doubt});
    return tested;
}

void attributeByBatches(const ConditionModel& model, const ClassEvidence& evidence, const PinBook& pins,
    const Analysis& analysis, std::vector<FailureAssessment>& assessments)
{
    const Assessor assessor(model, evidence, pins, analysis);
    for (FailureAssessment& assessment : assessments)
        for (std::size_t i = 0; i < evidence.cases.size(); ++i)
            if (evidence.cases[i].batchCase.deviation->id == assessment.deviationId)
                assessor.apply(i, assessment);
}

} // namespace antecedent::condition
