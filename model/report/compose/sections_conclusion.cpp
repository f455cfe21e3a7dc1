// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::size_t kListedFailures = 12;
constexpr std::size_t kListedBatches = 24; // of those that are not exposed; the twin has all

// Reasons that differ only in the failure that they name are one reason.
Phrase withoutFailureIds(const Phrase& reason)
{
    if (reason.kind() != Phrase::Kind::Template)
        return reason;
    std::vector<Phrase> parts = reason.parts();
    for (Phrase& part : parts)
        if (part.text() == kFailureWords)
            part = phrase("another failure");
    return {Phrase::Kind::Template, reason.text(), std::move(parts)};
}

Phrase computedOutcome(const FailureAssessment& assessment)
{
    const std::string& asset = assessment.leadingAsset;
    switch (assessment.contribution) {
    case Contribution::Supported:
        return asset.empty()
            ? phrase("Computed outcome: contribution of asset condition supported, no asset leads.")
            : phrase("Computed outcome: contribution of asset condition supported, leading asset %1.", asset);
    case Contribution::NotSupported:
        return asset.empty()
            ? phrase("Computed outcome: contribution of asset condition not supported, no asset leads.")
            : phrase("Computed outcome: contribution of asset condition not supported, leading asset %1.", asset);
    case Contribution::Inconclusive:
        return asset.empty()
            ? phrase("Computed outcome: contribution of asset condition inconclusive, no asset leads.")
            : phrase("Computed outcome: contribution of asset condition inconclusive, leading asset %1.", asset);
    }
    return {};
}

} // namespace

void Composer::impact()
{
    heading(1, phrase("Impact on this and other batches"));
    if (m_data.batches.empty()) {
        paragraph(phrase(
            "The data hold no batch records. Whether other batches are affected is not determinable from them."));
        return;
    }
    const std::vector<ImpactedBatch> none;
    const std::vector<ImpactedBatch>& all = m_assessment == nullptr ? none : m_assessment->batches;
    std::vector<const ImpactedBatch*> in;
    std::map<std::string, std::vector<const ImpactedBatch*>> outByReason;
    for (const ImpactedBatch& batch : all) {
        if (batch.isImpacted)
            in.push_back(&batch);
        else
            outByReason[batch.reason].push_back(&batch);
    }
    if (all.empty()) {
        const bool hasLead = m_assessment != nullptr && !m_assessment->leadingAsset.empty();
        paragraph(
            following({hasLead ? phrase("The assessment holds no list of batches for %1.", m_assessment->leadingAsset)
                               : phrase("No asset leads, so there is no condition to trace to other batches."),
                phrase("This is not a statement that no other batch is affected.")}));
        return;
    }
    if (in.empty())
        paragraph(phrase("No other batch was exposed to the same condition in these data."));
    else
        impactTable(in);
    if (!outByReason.empty())
        paragraph(plural(all.size() - in.size(),
            "%1 batch is not exposed as far as the data tell:", "%1 batches are not exposed as far as the data tell:"));
    for (const auto& [reason, batches] : outByReason) {
        std::vector<std::string> names;
        for (const ImpactedBatch* batch : batches)
            names.push_back(batch->batch);
        const std::string why = saySentence(batches.front()->reason);
        paragraph(say(plural(names.size(), "%1 batch: %2", "%1 batches: %2", why)) + " "
                + say(sentence(words::listed(names, kListedBatches))),
            ParagraphStyle::Item);
    }
}

void Composer::impactTable(const std::vector<const ImpactedBatch*>& batches)
{
    Table table;
    table.columns = {{say("Batch"), Align::Left, 1.1, 0}, {say("Why it is in"), Align::Left, 3.2, 0},
        {say("Status"), Align::Left, 1, 0}, {say("Disposition"), Align::Left, m_lexicon.isEnglish() ? 1 : 1.9, 0},
        {say("Distributed"), Align::Left, m_lexicon.isEnglish() ? 0.9 : 1.2, 0}, {"", Align::Left, 1, 34}};
    table.size = 7.5;
    const auto recorded = [&](const std::string& text) { return text.empty() ? say("not recorded") : text; };
    for (const ImpactedBatch* batch : batches) {
        const Batch* record = m_data.batch(m_data.findBatch(batch->batch));
        std::vector<RecordId> records;
        if (record != nullptr)
            records.push_back(record->head.id);
        const std::string mark = m_marks.add('B', batch->batch, records);
        table.rows.push_back(
            Row{{batch->batch, saySentence(batch->reason), recorded(record == nullptr ? std::string() : record->status),
                    recorded(batch->disposition), recorded(batch->distributed), RichText().mark(mark)},
                false, false});
    }
    table.caption = tableCaption(plural(batches.size(),
        "%1 batch exposed to the same condition, with the reason. Whether each is affected is for the quality unit to "
        "decide.",
        "%1 batches exposed to the same condition, with the reason. Whether each is affected is for the quality unit "
        "to decide."));
    m_document.blocks.push_back(std::move(table));
}

void Composer::status()
{
    heading(1, phrase("Status and signatures"));
    const Phrase concluded = m_in.ledger.conclusionFor(m_in.failure.id) == nullptr
        ? phrase("No conclusion has been recorded and nobody has signed.")
        : phrase("A conclusion has been recorded, see \"Hypotheses and conclusion\"; nobody has signed.");
    paragraph(RichText()
                  .strong(say("Status: draft, not independently reviewed.") + " ")
                  .add(say(concluded) + " "
                      + say("Corrective and preventive actions and the check of their effect are for the investigator, "
                            "the reviewer and the approver to add.")));
    if (m_assessment != nullptr)
        paragraph(computedOutcome(*m_assessment));
}

void Composer::method()
{
    heading(1, phrase("Method, plan and parameters"));
    const AnalysisPlan& plan = m_in.assessment->plan;
    const auto found =
        m_analysis == nullptr ? plan.perClassification.end() : plan.perClassification.find(m_analysis->classification);
    const Phrase used = plan.templateName.empty() ? Phrase(words::kUnknown) : term(plan.templateName);
    const std::string version = words::orUnknown(plan.version);
    KeyValues table;
    table.rows = {{say("Plan"),
                      RichText()
                          .add(printDigest(plan.hash), RunStyle::Fixed)
                          .add(" " + (plan.exploratory ? say("exploratory") : say("frozen before the result")))},
        {say("Template of the window"),
            found != plan.perClassification.end()
                ? say("%1; for this classification %2, version %3", used, term(found->second), version)
                : say("%1, version %2", used, version)},
        {say("t0, clock"),
            say("t0 is the time stated as \"%1\", else the next best that is known; the window is measured by %2 time",
                term(toText(m_in.options.anchor)), term(toText(m_in.options.clock)))},
        {say("Window"),
            say("%1 before the failure counts; %2 after it is shown and never counts", toText(m_in.options.before),
                toText(m_in.options.after))},
        {say("Scope"), say("records of the %1 and its parts", term(toText(m_in.options.scope)))},
        {say("Controls"), say("at most %1 per failure", m_in.options.controls)},
        {say("Adjustment"), plan.correction == "holm" ? say("Holm, over the testable candidates") : plan.correction},
        {say("Looks at other parameters"), plan.looks == 0 ? say("none") : std::to_string(plan.looks)}};
    m_document.blocks.push_back(std::move(table));
    const auto explain = [&](const Phrase& head, const Phrase& text) {
        paragraph(RichText().strong(say(head) + " ").add(say(text)));
    };
    explain(phrase("Counting."),
        phrase("A window is exposed if an onset of the candidate's class lies in it; the left end counts, the "
               "failure's own instant does not. Work that answers a failure never counts as coming before it. Records "
               "within the uncertainty of the failure's time count neither way. Windows without data are dropped, not "
               "counted as unexposed."));
    explain(phrase("Comparing."),
        phrase("Failures with an asset are compared with other windows of the same asset, in strata of time on both "
               "sides of the failure (exact test of matched windows). Failures without one are compared with other "
               "batches of the same product and recipe (exact stratified test), and so are conditions, materials, "
               "operator actions and recipes. A condition counts where its score is above a fixed share of the asset's "
               "good uses; a single failure is ranked among them."));
    explain(phrase("Testing."),
        phrase("p is exact and one-sided (two-sided for ranks), the limits are exact 95 % limits, the odds ratio is "
               "median-unbiased (as often too high as too low). p is adjusted by Holm's method over the candidates "
               "that the design could find at all."));
    explain(phrase("Verdicts."),
        phrase("Mechanism: recorded by a person with records. Not testable: the smallest reachable p, adjusted, is "
               "above 0.05. Associated: planned, adjusted p below 0.05, lower limit above 1, quiet after the failure, "
               "and stable for windows of half and one and a half times the length. Lead: p below 0.05 without "
               "adjustment; worth checking, not to be cited as a cause. No association seen: upper limit below 2 at "
               "90 % coverage. Insufficient: everything else. The first that fits holds. The program never says that "
               "something caused the failure."));
}

void Composer::exclusions()
{
    heading(2, phrase("Exclusions"));
    if (m_analysis == nullptr || m_analysis->exclusions.empty()) {
        paragraph(phrase("No failure and no window was excluded."));
        return;
    }
    // One line per reason for windows; failures one by one.
    std::map<std::string, std::vector<const Exclusion*>> byReason;
    std::size_t failures = 0;
    for (const Exclusion& e : m_analysis->exclusions) {
        if (!e.window.empty())
            byReason[withoutFailureIds(e.reason).english()].push_back(&e);
        else if (++failures <= kListedFailures)
            paragraph(RichText().strong(say("Failure %1:", e.failure) + " ").add(say(sentence(e.reason))),
                ParagraphStyle::Item);
    }
    if (failures > kListedFailures)
        paragraph(
            plural(failures - kListedFailures, "%1 further failure is excluded.", "%1 further failures are excluded."),
            ParagraphStyle::Item);
    for (const auto& [reason, windows] : byReason) {
        std::vector<std::string> names;
        for (const Exclusion* e : windows)
            names.push_back(words::withMoments(e->failure + ", " + say(e->window), m_in.siteZone, m_lexicon));
        paragraph(plural(windows.size(), "%1 control was not used: %2 For instance %3.",
                      "%1 controls were not used: %2 For instance %3.",
                      sentence(withoutFailureIds(windows.front()->reason)), words::listed(names, 2)),
            ParagraphStyle::Item);
    }
    paragraph(phrase("Every exclusion stands in the twin with its reason."), ParagraphStyle::Small);
}

void Composer::annex()
{
    if (m_candidateMarks.size() <= kShownCandidates)
        return;
    m_document.blocks.push_back(Heading{1, say("Annex: the other candidates")});
    std::vector<std::size_t> printed;
    std::map<std::string, std::pair<CandidateKind, std::size_t>> untestable; // by the kind's word
    std::size_t beyond = 0;
    std::size_t total = 0;
    for (std::size_t i = kShownCandidates; i < m_candidateMarks.size(); ++i) {
        const Candidate& candidate = m_analysis->candidates[i];
        if (candidate.verdict == Verdict::NotTestable) {
            auto& [kind, count] = untestable[toText(candidate.kind)];
            kind = candidate.kind;
            ++count;
            ++total;
        } else if (printed.size() < kAnnexCandidates) {
            printed.push_back(i);
        } else {
            ++beyond;
        }
    }
    if (!printed.empty())
        candidateTable(printed, true);
    if (beyond > 0)
        paragraph(plural(beyond, "%1 further candidate of lower rank is in the twin only.",
            "%1 further candidates of lower rank are in the twin only."));
    if (total == 0)
        return;
    std::vector<Phrase> kinds;
    for (const auto& [word, entry] : untestable)
        kinds.push_back(listOf({words::kind(entry.first), std::to_string(entry.second)}, " "));
    paragraph(plural(total,
        "%1 further candidate is not testable: whatever they had shown, their adjusted p could not have come below "
        "0.05. By kind: %2. Their counts and records are in the twin.",
        "%1 further candidates are not testable: whatever they had shown, their adjusted p could not have come below "
        "0.05. By kind: %2. Their counts and records are in the twin.",
        words::listed(std::move(kinds), 7)));
}

} // namespace antecedent
