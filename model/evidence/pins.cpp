// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/pins.h"

#include "model/domain/record_lookup.h"
#include "model/evidence/attribution.h"
#include "model/evidence/candidates.h"
#include "model/evidence/verdict.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr double kNoEffect = 1;

const Candidate* findCandidate(const Analysis& analysis, const std::string& name)
{
    const auto found = std::find_if(
        analysis.candidates.begin(), analysis.candidates.end(), [&](const Candidate& c) { return c.name == name; });
    return found == analysis.candidates.end() ? nullptr : &*found;
}

bool isOf(const Analysis& analysis, const std::string& failure)
{
    return std::binary_search(analysis.failures.begin(), analysis.failures.end(), failure);
}

// What the statistics are to recorded evidence: they do not contradict it, or they do.
Phrase statisticsBeside(const Candidate& c)
{
    const bool speaksAgainst =
        c.byStatistics == Verdict::NoAssociation || (c.ciHigh && *c.ciHigh < kNoEffect && c.caseWindows > 1);
    return following(
        {speaksAgainst ? phrase("The statistics speak against it.") : phrase("The statistics do not contradict it."),
            c.statement});
}

// The asset that a pinned candidate is about, for one failure; empty if it is about none.
std::string assetOf(const Dataset& dataset, const Candidate& c, const FailureAssessment& assessment)
{
    if (!c.assetId.empty() || !isAssetEvidence(c.kind))
        return c.assetId;
    const Deviation* deviation = dataset.findDeviation(assessment.deviationId);
    const Asset* failed = deviation == nullptr ? nullptr : dataset.asset(deviation->asset);
    const bool isMeant = failed != nullptr && (c.assetClass == kFailedAsset || c.assetClass == failed->assetClass);
    return isMeant ? failed->id : assessment.leadingAsset;
}

// New positions of the candidates in everything that refers to them.
void permute(const std::vector<int>& newPosition, FailureAssessment& a)
{
    for (int& position : a.order)
        position = newPosition[static_cast<std::size_t>(position)];
    std::vector<bool> exposed(a.exposedHere.size());
    for (std::size_t i = 0; i < a.exposedHere.size(); ++i)
        exposed[static_cast<std::size_t>(newPosition[i])] = a.exposedHere[i];
    a.exposedHere = std::move(exposed);
}

void moveToFront(std::vector<int>& order, int position)
{
    const auto found = std::find(order.begin(), order.end(), position);
    if (found != order.end())
        std::rotate(order.begin(), found, found + 1);
}

} // namespace

Phrase describe(const Pin& pin)
{
    return phrase("%1 (%2): %3", pin.id, plural(pin.records.size(), "%1 record", "%1 records"), pin.reason);
}

PinBook::PinBook(const Dataset& dataset, const std::vector<Pin>& pins)
{
    for (Pin pin : pins) {
        const auto missing = std::find_if(
            pin.records.begin(), pin.records.end(), [&](PinnedRecord& r) { return !follow(dataset, pin, r); });
        if (missing != pin.records.end()) {
            m_notes.emplace_back(pin.failure,
                phrase("%1 decides nothing: its record %2 (%3) is not in the data of this case", pin.id,
                    toHex(missing->id), missing->words));
            continue;
        }
        if (pin.role == PinRole::RuledOut)
            m_ruledOut.emplace(pin.failure, pin.candidate);
        m_pins.push_back(std::move(pin));
    }
    std::sort(m_pins.begin(), m_pins.end(), [](const Pin& a, const Pin& b) { return a.id < b.id; });
}

// A record that another export states differently has another id, and the same key.
bool PinBook::follow(const Dataset& dataset, const Pin& pin, PinnedRecord& record)
{
    if (!findRecord(dataset, record.id).empty())
        return true;
    const std::vector<FoundRecord> found =
        record.key.empty() ? std::vector<FoundRecord>() : findByLastingKey(dataset, record.key);
    if (found.size() != 1)
        return false;
    m_notes.emplace_back(pin.failure,
        phrase("%1 holds for what its record says now: %2 (when it was pinned: %3)", pin.id,
            describe(dataset, found.front()), record.words));
    record.id = found.front().id;
    return true;
}

bool PinBook::isRuledOut(const std::string& failure, const std::string& candidate) const
{
    return m_ruledOut.contains({failure, candidate});
}

std::vector<const Pin*> PinBook::of(const std::string& failure) const
{
    std::vector<const Pin*> pins;
    for (const Pin& pin : m_pins)
        if (pin.failure == failure)
            pins.push_back(&pin);
    return pins;
}

const Pin* PinBook::mechanismAt(const std::string& failure, const Candidate& candidate) const
{
    for (const Pin* pin : of(failure))
        if (pin->role == PinRole::Mechanism && pin->candidate == candidate.name)
            return pin;
    return nullptr;
}

void PinBook::pinCandidates(Analysis& analysis, std::vector<FailureAssessment>& assessments) const
{
    std::vector<std::string> names; // in the order in which the assessments know them
    for (Candidate& c : analysis.candidates) {
        names.push_back(c.name);
        std::vector<Phrase> found;
        for (const Pin& pin : m_pins) {
            if (pin.candidate != c.name || !isOf(analysis, pin.failure))
                continue;
            c.pins.push_back(pin.id);
            if (pin.role == PinRole::Mechanism)
                found.push_back(listOf({pin.failure, describe(pin)}, ", "));
        }
        if (found.empty())
            continue;
        const Phrase list = listOf(std::move(found), "; ");
        c.statement =
            following({list.ends_with(".") ? phrase("Mechanism, recorded by a person: %1 for %2", shownName(c), list)
                                           : phrase("Mechanism, recorded by a person: %1 for %2.", shownName(c), list),
                statisticsBeside(c)});
        c.verdict = Verdict::Mechanism;
    }
    rankCandidates(analysis.candidates);
    std::vector<int> newPosition;
    for (const std::string& name : names)
        newPosition.push_back(static_cast<int>(findCandidate(analysis, name) - analysis.candidates.data()));
    for (FailureAssessment& a : assessments)
        permute(newPosition, a);
}

void PinBook::conclude(const Dataset& dataset, const Analysis& analysis, FailureAssessment& a) const
{
    bool isDecided = false;
    for (const Pin* pin : of(a.deviationId)) {
        a.pins.push_back(*pin);
        const Candidate* c = findCandidate(analysis, pin->candidate);
        if (c == nullptr)
            continue;
        if (pin->role == PinRole::RuledOut) {
            a.against.push_back(
                phrase("%1 is ruled out for this failure by recorded evidence, %2", shownName(*c), describe(*pin)));
            continue;
        }
        if (!isAssetEvidence(c->kind)) {
            a.rivals.insert(a.rivals.begin(), c->statement);
            if (!isDecided) {
                a.contribution = Contribution::NotSupported;
                a.batches.clear();
                a.statement = following({phrase("These data do not show that an asset contributed."), c->statement});
            }
        } else if (!isDecided || a.contribution != Contribution::Supported) {
            a.contribution = Contribution::Supported;
            const std::string asset = assetOf(dataset, *c, a);
            if (asset != a.leadingAsset)
                a.batches.clear(); // they are about another asset
            a.leadingAsset = asset;
            a.verdict = Verdict::Mechanism;
            a.statement = c->statement;
            a.supports.insert(a.supports.begin(), phrase("Recorded by a person, %1", describe(*pin)));
            moveToFront(a.order, static_cast<int>(c - analysis.candidates.data()));
        }
        isDecided = true;
    }
}

void PinBook::apply(const Dataset& dataset, Analysis& analysis, std::vector<FailureAssessment>& assessments) const
{
    for (const auto& [failure, note] : m_notes)
        if (isOf(analysis, failure))
            analysis.preflight.notes.push_back(note);
    for (const Pin& pin : m_pins)
        if (isOf(analysis, pin.failure) && findCandidate(analysis, pin.candidate) == nullptr)
            analysis.preflight.notes.push_back(
                phrase("%1 decides nothing: %2 is no candidate of this analysis", pin.id, pin.candidate));
    pinCandidates(analysis, assessments);
    for (FailureAssessment& a : assessments)
        conclude(dataset, analysis, a);
}

} // namespace antecedent
