// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: what a reader who reads nothing else must know, each sentence from the same values as the sections.
#include "model/domain/statement_text.h"
#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::size_t kListedBatches = 16;

// What a verdict means for somebody who decides, in one sentence.
Phrase meaning(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Mechanism:
        return phrase("A person has recorded physical evidence of the mechanism.");
    case Verdict::Associated:
        return phrase(
            "Chance alone would rarely give such a difference, even with all candidates that were tried; this "
            "is an association in time, not proof of cause.");
    case Verdict::Lead:
        return phrase("Worth checking, and not to be cited as a cause: among so many candidates chance may give such a "
                      "difference.");
    case Verdict::NoAssociation:
        return phrase("It was seen about as often without a failure; a strong association is unlikely.");
    case Verdict::Insufficient:
        return phrase("The counts fit no association as well as a strong one: too few failures or controls to tell.");
    case Verdict::NotTestable:
        return phrase("With these numbers of failures and controls no outcome of the exact test could have shown an "
                      "association, so the test says neither yes nor no.");
    }
    return {};
}

Phrase failures(int count)
{
    return plural(count, "%1 failure", "%1 failures");
}

Phrase controls(int count)
{
    return plural(count, "%1 control", "%1 controls");
}

// What the contribution means for the leading asset, which may be empty.
Phrase meaning(Contribution contribution, const std::string& asset)
{
    switch (contribution) {
    case Contribution::Supported:
        return asset.empty() ? phrase("The data support that the condition of an asset contributed.")
                             : phrase("The data support that the condition of %1 contributed.", asset);
    case Contribution::NotSupported:
        return phrase("The data do not show that the condition of an asset contributed. That does not rule it out.");
    case Contribution::Inconclusive:
        return asset.empty() ? phrase("The data decide neither way; no asset leads.")
                             : phrase("The data decide neither way; the asset that leads is %1.", asset);
    }
    return {};
}

} // namespace

void Composer::summary()
{
    m_document.blocks.push_back(Heading{1, say("Summary")});
    KeyValues table;
    table.rows = {{say("What happened"), whatHappened()}, {say("Did asset condition contribute?"), outcome()},
        {say("How sure is that?"), certainty()}, {say("What speaks against it"), firstAgainst()},
        {say("What else was considered"), alternatives()}, {say("Which batches are affected"), affectedBatches()}};
    if (const Conclusion* conclusion = m_in.ledger.conclusionFor(m_in.failure.id))
        table.rows.emplace_back(say("What people concluded"),
            RichText()
                .strong(say(gradeWord(conclusion->grade)) + ". ")
                .add(sentenceOf(conclusion->rationale) + " "
                    + say("Recorded by %1, not reviewed.", recordedBy(idOf(*conclusion)))));
    m_document.blocks.push_back(std::move(table));
    m_document.blocks.push_back(Heading{3, say("What to do next (proposed, for the investigator to decide)")});
    for (RichText& step : nextSteps())
        paragraph(std::move(step), ParagraphStyle::Item);
    paragraph(phrase("This page is computed from the same values as the sections behind it and has been reviewed by "
                     "nobody. Marks in brackets, such as [E-001], name the records behind a statement; the twin of "
                     "this report lists them. Terms are explained in the section before the last."),
        ParagraphStyle::Small);
    m_document.blocks.push_back(PageBreak{});
}

RichText Composer::whatHappened() const
{
    const Failure& failure = m_in.failure;
    const Deviation* deviation = failure.deviation;
    const bool hasText = deviation != nullptr && !deviation->text.empty();
    RichText text(sentenceOf(hasText ? deviation->text : words::orUnknown(failure.classification)));
    text.add(" ").mark(m_failureMark);
    const Asset* asset = m_data.asset(failure.asset);
    const Batch* batch = m_data.batch(failure.batch);
    const Phrase where = asset == nullptr ? phrase("No asset is stated")
        : asset->description.empty()      ? phrase("At %1", asset->id)
                                          : phrase("At %1, %2", asset->id, asset->description);
    const Phrase which = batch == nullptr ? phrase("no batch is stated")
        : batch->product.empty()          ? phrase("batch %1", batch->id)
                                          : phrase("batch %1 of %2", batch->id, batch->product);
    text.add(" " + say(where) + ", " + say(which) + ". " + say(words::moment(failure.anchor, m_in.siteZone)) + ".");
    if (deviation != nullptr && !deviation->severity.empty())
        text.add(" " + say("Severity: %1.", deviation->severity));
    const std::size_t same = m_analysis == nullptr ? 0 : m_analysis->failures.size();
    return text.add(" "
        + (same <= 1 ? say("The only failure of its class in the data.")
                     : say("One of %1 failures of its class in the data.", same)));
}

RichText Composer::outcome() const
{
    if (m_assessment == nullptr)
        return RichText(say("Not assessed: the plan holds no analysis of this class of failure."));
    RichText text;
    text.strong(say(words::contribution(m_assessment->contribution)) + ". ");
    if (!m_assessment->pins.empty())
        text.add(say("A person has recorded physical evidence, see \"Recorded physical evidence\".") + " ");
    text.add(say(meaning(m_assessment->contribution, m_assessment->leadingAsset)));
    if (const Candidate* lead = leadingCandidate())
        text.add(" "
                + say("First candidate: %1, before %2 of %3 and in %4 of %5.", shownName(*lead), lead->caseExposed,
                    failures(lead->caseWindows), lead->controlExposed, controls(lead->controlWindows))
                + " ")
            .mark(markOf(*lead));
    return text;
}

RichText Composer::certainty() const
{
    const Candidate* lead = leadingCandidate();
    if (lead == nullptr)
        return RichText(say("No candidate could be tested, so nothing is sure either way."));
    RichText text;
    text.strong(say(words::verdict(lead->verdict)) + ". ").add(say(meaning(lead->verdict)));
    if (lead->pAdjusted)
        text.add(" "
            + say("p %1 after adjustment for %2.", words::probabilityPhrase(*lead->pAdjusted),
                plural(std::max(0, m_analysis->preflight.candidatesTestable), "%1 testable candidate",
                    "%1 testable candidates")));
    const bool isOwn = m_assessment->contribution == Contribution::Supported && lead->verdict != Verdict::Associated
        && lead->verdict != Verdict::Mechanism;
    if (isOwn)
        text.add(" "
            + say("That the outcome is nevertheless \"supported\" rests on this failure's own comparison with good "
                  "uses of the asset and on the evidence listed in the section on evidence."));
    return text.add(" "
        + (m_in.assessment->plan.exploratory
                ? say("The parameters differ from the frozen plan: exploratory, at most a lead.")
                : say("The plan was frozen before the result.")));
}

RichText Composer::firstAgainst() const
{
    RichText text;
    if (m_assessment != nullptr)
        for (std::size_t i = 0; i < m_assessment->against.size() && i < 2; ++i)
            text.add(words::shortened(say(sentence(m_assessment->against[i])), 260) + " ");
    const Candidate* lead = leadingCandidate();
    if (lead == nullptr)
        return text.runs.empty() ? RichText(say("Nothing leads, so there is nothing to weigh.")) : text;
    const int without = lead->caseWindows - lead->caseExposed;
    if (lead->controlExposed == 0 && without == 0)
        return text.add(say("Nothing in these counts: it was before every failure and in no control."));
    return text.add(
        say("It was in %1 of %2 without a failure; %3", lead->controlExposed, controls(lead->controlWindows),
            without == 0 ? phrase("no failure came without it.")
                         : plural(without, "%1 failure came without it.", "%1 failures came without it.")));
}

RichText Composer::alternatives() const
{
    if (m_analysis == nullptr || m_analysis->candidates.empty())
        return RichText(say("No candidate of any kind was seen; no other cause is found and none is ruled out."));
    std::map<CandidateKind, std::size_t> tried;
    for (const Candidate& candidate : m_analysis->candidates)
        ++tried[candidate.kind];
    std::vector<Phrase> seen;
    std::vector<Phrase> missing;
    for (const CandidateKind kind : {CandidateKind::Event, CandidateKind::Condition, CandidateKind::Parameter,
             CandidateKind::Material, CandidateKind::Operator, CandidateKind::Recipe, CandidateKind::Utility}) {
        const bool isRival = kind == CandidateKind::Material || kind == CandidateKind::Operator
            || kind == CandidateKind::Recipe || kind == CandidateKind::Utility;
        if (tried.contains(kind))
            seen.push_back(listOf({words::kind(kind), std::to_string(tried[kind])}, " "));
        else if (isRival)
            missing.push_back(words::kind(kind));
    }
    RichText text(say("%1 by kind: %2.", plural(m_analysis->candidates.size(), "%1 candidate", "%1 candidates"),
        words::listed(seen, 7)));
    if (!missing.empty())
        text.add(" " + say("Not determinable, because no such record was seen: %1.", words::listed(missing, 4)));
    if (m_assessment != nullptr && !m_assessment->rivals.empty())
        text.add(" " + words::shortened(say(sentence(m_assessment->rivals.front())), 260));
    return text;
}

RichText Composer::affectedBatches() const
{
    if (m_data.batches.empty())
        return RichText(say("Not determinable: the data hold no batch records."));
    std::vector<std::string> others;
    std::size_t out = 0;
    if (m_assessment != nullptr)
        for (const ImpactedBatch& batch : m_assessment->batches) {
            if (!batch.isImpacted)
                ++out;
            else if (m_data.findBatch(batch.batch) != m_in.failure.batch)
                others.push_back(batch.batch);
        }
    if (others.empty() && out == 0)
        return RichText(say("No condition is traced to other batches, because none leads. This does not say that no "
                            "other batch is affected."));
    RichText text;
    if (others.empty())
        text.add(say("Besides this one no other batch was exposed to the same condition as far as the data tell."));
    else
        text.add(say("Besides this one") + " ")
            .strong(say(plural(others.size(), "%1 batch was", "%1 batches were")))
            .add(" " + say("exposed to the same condition: %1.", words::listed(others, kListedBatches)));
    if (out > 0)
        text.add(" "
            + say(plural(
                out, "%1 batch that used the same unit was not.", "%1 batches that used the same unit were not.")));
    return text;
}

std::vector<RichText> Composer::nextSteps() const
{
    std::vector<RichText> steps;
    const bool hasAsset = m_assessment != nullptr && !m_assessment->leadingAsset.empty();
    if (hasAsset && m_assessment->contribution != Contribution::NotSupported)
        steps.emplace_back(
            say("Inspect %1 and record what is found. Only a physical finding can show the mechanism, or "
                "speak against it.",
                m_assessment->leadingAsset));
    else if (m_assessment != nullptr && m_assessment->contribution == Contribution::NotSupported)
        steps.emplace_back(say("Follow the other causes in the section on evidence first; an asset is not ruled out."));
    const std::optional<ConditionCard>& card = m_in.conditionNow;
    if (card && !card->overdue.empty()) {
        std::vector<Phrase> late;
        for (const Overdue& each : card->overdue)
            late.push_back(phrase("%1 of %2 (%3)", words::maintenanceWord(each.kind), assetName(each.asset), each.ref));
        steps.emplace_back(say("Find out why this was overdue at the failure: %1.", words::listed(std::move(late), 4)));
    }
    std::size_t exposed = 0;
    if (m_assessment != nullptr)
        for (const ImpactedBatch& batch : m_assessment->batches)
            exposed += batch.isImpacted && m_data.findBatch(batch.batch) != m_in.failure.batch ? 1U : 0U;
    if (exposed > 0)
        steps.emplace_back(say(plural(exposed,
            "Decide on the other batch that was exposed; where any was distributed, the reporting periods of the "
            "authorities run.",
            "Decide on the %1 other batches that were exposed; where any was distributed, the reporting periods of the "
            "authorities run.")));
    const auto undeclared = std::count_if(m_in.sources.begin(), m_in.sources.end(),
        [](const SourceCustody& source) { return !tellsOfAbsence(source.info.statement); });
    if (undeclared > 0)
        steps.emplace_back(say("Obtain an export statement (who exported, with which filter, which period) for %1; "
                               "without it a missing record proves nothing.",
            plural(undeclared, "%1 source", "%1 sources")));
    if (m_in.rejectedTotal > 0)
        steps.emplace_back(say("Settle what the sources hold and could not be stored: %1.",
            plural(m_in.rejectedTotal, "%1 row", "%1 rows")));
    steps.emplace_back(say("Add %1; then have the report reviewed and approved.", missingParts()));
    return steps;
}

Phrase Composer::missingParts() const
{
    std::vector<Phrase> parts;
    if (m_in.ledger.facts().empty())
        parts = {phrase("interviews"), phrase("physical findings")};
    parts.push_back(phrase("immediate actions"));
    parts.push_back(m_in.ledger.conclusionFor(m_in.failure.id) != nullptr
            ? phrase("corrective and preventive actions")
            : phrase("the conclusion with its rationale, and corrective and preventive actions"));
    return listOf(std::move(parts), ", ");
}

} // namespace antecedent
