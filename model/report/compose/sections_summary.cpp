// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: what a reader who reads nothing else must know, each sentence from the same values as the sections.
#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::size_t kListedBatches = 16;

// What a verdict means for somebody who decides, in one sentence.
std::string meaning(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Mechanism:
        return "A person has recorded physical evidence of the mechanism.";
    case Verdict::Associated:
        return "Chance alone would rarely give such a difference, even with all candidates that were tried; this is an "
               "association in time, not proof of cause.";
    case Verdict::Lead:
        return "Worth checking, and not to be cited as a cause: among so many candidates chance may give such a "
               "difference.";
    case Verdict::NoAssociation:
        return "It was seen about as often without a failure; a strong association is unlikely.";
    case Verdict::Insufficient:
        return "The counts fit no association as well as a strong one: too few failures or controls to tell.";
    case Verdict::NotTestable:
        return "With these numbers of failures and controls no outcome of the exact test could have shown an "
               "association, so the test says neither yes nor no.";
    }
    return {};
}

std::string kindWord(CandidateKind kind)
{
    return toText(kind);
}

} // namespace

void Composer::summary()
{
    m_document.blocks.push_back(Heading{1, "Summary"});
    KeyValues table;
    table.rows = {{"What happened", whatHappened()}, {"Did asset condition contribute?", outcome()},
        {"How sure is that?", certainty()}, {"What speaks against it", firstAgainst()},
        {"What else was considered", alternatives()}, {"Which batches are affected", affectedBatches()}};
    if (const Conclusion* conclusion = m_in.ledger.conclusionFor(m_in.failure.id))
        table.rows.emplace_back("What people concluded",
            RichText()
                .strong(gradeWord(conclusion->grade) + ". ")
                .add(words::sentence(conclusion->rationale) + " Recorded by " + recordedBy(idOf(*conclusion))
                    + ", not reviewed."));
    m_document.blocks.push_back(std::move(table));
    m_document.blocks.push_back(Heading{3, "What to do next (proposed, for the investigator to decide)"});
    for (RichText& step : nextSteps())
        paragraph(std::move(step), ParagraphStyle::Item);
    paragraph("This page is computed from the same values as the sections behind it and has been reviewed by nobody. "
              "Marks in brackets, such as [E-001], name the records behind a statement; the twin of this report lists "
              "them. Terms are explained in the section before the last.",
        ParagraphStyle::Small);
    m_document.blocks.push_back(PageBreak{});
}

RichText Composer::whatHappened() const
{
    const Failure& failure = m_in.failure;
    const Deviation* deviation = failure.deviation;
    const bool hasText = deviation != nullptr && !deviation->text.empty();
    RichText text(words::sentence(hasText ? deviation->text : words::orUnknown(failure.classification)));
    text.add(" ").mark(m_failureMark);
    const Asset* asset = m_data.asset(failure.asset);
    const Batch* batch = m_data.batch(failure.batch);
    std::string where = asset == nullptr
        ? std::string("No asset is stated")
        : "At " + asset->id + (asset->description.empty() ? "" : ", " + asset->description);
    where += batch == nullptr ? std::string(", no batch is stated")
                              : ", batch " + batch->id + (batch->product.empty() ? "" : " of " + batch->product);
    text.add(" " + where + ". " + words::moment(failure.anchor, m_in.siteZone) + ".");
    if (deviation != nullptr && !deviation->severity.empty())
        text.add(" Severity: " + deviation->severity + ".");
    const std::size_t same = m_analysis == nullptr ? 0 : m_analysis->failures.size();
    text.add(same <= 1 ? std::string(" The only failure of its class in the data.")
                       : " One of " + std::to_string(same) + " failures of its class in the data.");
    return text;
}

RichText Composer::outcome() const
{
    if (m_assessment == nullptr)
        return RichText("Not assessed: the plan holds no analysis of this class of failure.");
    RichText text;
    text.strong(words::contribution(m_assessment->contribution) + ". ");
    if (!m_assessment->pins.empty())
        text.add("A person has recorded physical evidence, see \"Recorded physical evidence\". ");
    const std::string asset = m_assessment->leadingAsset;
    switch (m_assessment->contribution) {
    case Contribution::Supported:
        text.add("The data support that the condition of " + (asset.empty() ? std::string("an asset") : asset)
            + " contributed.");
        break;
    case Contribution::NotSupported:
        text.add("The data do not show that the condition of an asset contributed. That does not rule it out.");
        break;
    case Contribution::Inconclusive:
        text.add("The data decide neither way"
            + (asset.empty() ? std::string("; no asset leads.") : "; the asset that leads is " + asset + "."));
        break;
    }
    if (const Candidate* lead = leadingCandidate())
        text.add(" First candidate: " + lead->name + ", before " + std::to_string(lead->caseExposed) + " of "
                + words::counted(static_cast<std::size_t>(lead->caseWindows), "failure", "failures") + " and in "
                + std::to_string(lead->controlExposed) + " of "
                + words::counted(static_cast<std::size_t>(lead->controlWindows), "control", "controls") + ". ")
            .mark(markOf(*lead));
    return text;
}

RichText Composer::certainty() const
{
    const Candidate* lead = leadingCandidate();
    if (lead == nullptr)
        return RichText("No candidate could be tested, so nothing is sure either way.");
    RichText text;
    text.strong(words::verdict(lead->verdict) + ". ").add(meaning(lead->verdict));
    if (lead->pAdjusted)
        text.add(" p " + words::probabilityPhrase(*lead->pAdjusted) + " after adjustment for "
            + words::counted(static_cast<std::size_t>(std::max(0, m_analysis->preflight.candidatesTestable)),
                "testable candidate", "testable candidates")
            + ".");
    const bool isOwn = m_assessment->contribution == Contribution::Supported && lead->verdict != Verdict::Associated
        && lead->verdict != Verdict::Mechanism;
    if (isOwn)
        text.add(" That the outcome is nevertheless \"supported\" rests on this failure's own comparison with good "
                 "uses of the asset and on the evidence listed in the section on evidence.");
    text.add(m_in.assessment->plan.exploratory
            ? " The parameters differ from the frozen plan: exploratory, at most a lead."
            : " The plan was frozen before the result.");
    return text;
}

RichText Composer::firstAgainst() const
{
    RichText text;
    if (m_assessment != nullptr)
        for (std::size_t i = 0; i < m_assessment->against.size() && i < 2; ++i)
            text.add(words::shortened(words::sentence(m_assessment->against[i]), 260) + " ");
    const Candidate* lead = leadingCandidate();
    if (lead == nullptr)
        return text.runs.empty() ? RichText("Nothing leads, so there is nothing to weigh.") : text;
    const int without = lead->caseWindows - lead->caseExposed;
    text.add(lead->controlExposed == 0 && without == 0
            ? std::string("Nothing in these counts: it was before every failure and in no control.")
            : "It was in " + std::to_string(lead->controlExposed) + " of "
                + words::counted(static_cast<std::size_t>(lead->controlWindows), "control", "controls")
                + " without a failure; "
                + (without == 0 ? std::string("no failure")
                                : words::counted(static_cast<std::size_t>(without), "failure", "failures"))
                + " came without it.");
    return text;
}

RichText Composer::alternatives() const
{
    if (m_analysis == nullptr || m_analysis->candidates.empty())
        return RichText("No candidate of any kind was seen; no other cause is found and none is ruled out.");
    std::map<CandidateKind, std::size_t> tried;
    for (const Candidate& candidate : m_analysis->candidates)
        ++tried[candidate.kind];
    std::vector<std::string> seen;
    std::vector<std::string> missing;
    for (const CandidateKind kind : {CandidateKind::Event, CandidateKind::Condition, CandidateKind::Parameter,
             CandidateKind::Material, CandidateKind::Operator, CandidateKind::Recipe, CandidateKind::Utility}) {
        const bool isRival = kind == CandidateKind::Material || kind == CandidateKind::Operator
            || kind == CandidateKind::Recipe || kind == CandidateKind::Utility;
        if (tried.contains(kind))
            seen.push_back(kindWord(kind) + " " + std::to_string(tried[kind]));
        else if (isRival)
            missing.push_back(kindWord(kind));
    }
    RichText text(words::counted(m_analysis->candidates.size(), "candidate", "candidates")
        + " by kind: " + words::listed(seen, 7) + ".");
    if (!missing.empty())
        text.add(" Not determinable, because no such record was seen: " + words::listed(missing, 4) + ".");
    if (m_assessment != nullptr && !m_assessment->rivals.empty())
        text.add(" " + words::shortened(words::sentence(m_assessment->rivals.front()), 260));
    return text;
}

RichText Composer::affectedBatches() const
{
    if (m_data.batches.empty())
        return RichText("Not determinable: the data hold no batch records.");
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
        return RichText("No condition is traced to other batches, because none leads. This does not say that no other "
                        "batch is affected.");
    RichText text("Besides this one ");
    if (others.empty())
        text.add("no other batch was exposed to the same condition as far as the data tell.");
    else
        text.strong(words::counted(others.size(), "batch was", "batches were"))
            .add(" exposed to the same condition: " + words::listed(others, kListedBatches) + ".");
    return text.add(out == 0 ? std::string()
                             : " " + words::counted(out, "batch", "batches") + " that used the same unit "
                + (out == 1 ? "was" : "were") + " not.");
}

std::vector<RichText> Composer::nextSteps() const
{
    std::vector<RichText> steps;
    const bool hasAsset = m_assessment != nullptr && !m_assessment->leadingAsset.empty();
    if (hasAsset && m_assessment->contribution != Contribution::NotSupported)
        steps.emplace_back("Inspect " + m_assessment->leadingAsset
            + " and record what is found. Only a physical finding can show the mechanism, or speak against it.");
    else if (m_assessment != nullptr && m_assessment->contribution == Contribution::NotSupported)
        steps.emplace_back("Follow the other causes in the section on evidence first; an asset is not ruled out.");
    const std::optional<ConditionCard>& card = m_in.conditionNow;
    if (card && !card->overdue.empty()) {
        std::vector<std::string> late;
        for (const Overdue& each : card->overdue)
            late.push_back(words::maintenanceWord(each.kind) + " of " + assetName(each.asset) + " (" + each.ref + ")");
        steps.emplace_back("Find out why this was overdue at the failure: " + words::listed(late, 4) + ".");
    }
    std::size_t exposed = 0;
    if (m_assessment != nullptr)
        for (const ImpactedBatch& batch : m_assessment->batches)
            exposed += batch.isImpacted && m_data.findBatch(batch.batch) != m_in.failure.batch ? 1U : 0U;
    if (exposed > 0)
        steps.emplace_back("Decide on the "
            + (exposed == 1 ? std::string("other batch that was")
                            : std::to_string(exposed) + " other batches that were")
            + " exposed; where any was distributed, the reporting periods of the authorities run.");
    const auto undeclared = std::count_if(m_in.sources.begin(), m_in.sources.end(),
        [](const SourceCustody& source) { return source.info.statement.empty(); });
    if (undeclared > 0)
        steps.emplace_back("Obtain an export statement (who exported, with which filter, which period) for "
            + words::counted(static_cast<std::size_t>(undeclared), "source", "sources")
            + "; without it a missing record proves nothing.");
    if (m_in.rejectedTotal > 0)
        steps.emplace_back("Settle what the sources hold and could not be stored: "
            + words::counted(m_in.rejectedTotal, "row", "rows") + ".");
    const bool isConcluded = m_in.ledger.conclusionFor(m_in.failure.id) != nullptr;
    std::string missing =
        m_in.ledger.facts().empty() ? "interviews, physical findings, immediate actions, " : "immediate actions, ";
    missing += isConcluded ? "corrective and preventive actions"
                           : "the conclusion with its rationale, and corrective and preventive actions";
    steps.emplace_back("Add " + missing + "; then have the report reviewed and approved.");
    return steps;
}

} // namespace antecedent
