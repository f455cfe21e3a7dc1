// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/text.h"
#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::size_t kListedFailures = 12;
constexpr std::size_t kListedBatches = 24; // of those that are not exposed; the twin has all

// Reasons that differ only in the failure that they name are one reason.
std::string withoutFailureIds(const Dataset& dataset, const std::string& reason)
{
    std::string out;
    for (const std::string_view word : split(reason, ' ')) {
        if (dataset.findDeviation(word) == nullptr)
            out += (out.empty() ? "" : " ") + std::string(word);
        else if (out.ends_with("failure"))
            out.replace(out.size() - 7, 7, "another failure");
        else
            out += (out.empty() ? "" : " ") + std::string("another failure");
    }
    return out;
}

} // namespace

void Composer::impact()
{
    heading(1, "Impact on this and other batches");
    if (m_data.batches.empty()) {
        paragraph("The data hold no batch records. Whether other batches are affected is not determinable from them.");
        return;
    }
    const std::vector<ImpactedBatch> none;
    const std::vector<ImpactedBatch>& all = m_assessment == nullptr ? none : m_assessment->batches;
    std::vector<const ImpactedBatch*> in;
    std::map<std::string, std::vector<std::string>> outByReason;
    for (const ImpactedBatch& batch : all) {
        if (batch.isImpacted)
            in.push_back(&batch);
        else
            outByReason[batch.reason].push_back(batch.batch);
    }
    if (all.empty()) {
        paragraph((m_assessment == nullptr || m_assessment->leadingAsset.empty()
                          ? std::string("No asset leads, so there is no condition to trace to other batches.")
                          : "The assessment holds no list of batches for " + m_assessment->leadingAsset + ".")
            + " This is not a statement that no other batch is affected.");
        return;
    }
    if (in.empty()) {
        paragraph("No other batch was exposed to the same condition in these data.");
    } else {
        Table table;
        table.columns = {{"Batch", Align::Left, 1.1, 0}, {"Why it is in", Align::Left, 3.2, 0},
            {"Status", Align::Left, 1, 0}, {"Disposition", Align::Left, 1, 0}, {"Distributed", Align::Left, 0.9, 0},
            {"", Align::Left, 1, 34}};
        table.size = 7.5;
        for (const ImpactedBatch* batch : in) {
            const BatchIndex index = m_data.findBatch(batch->batch);
            std::vector<RecordId> records;
            const Batch* record = m_data.batch(index);
            if (record != nullptr)
                records.push_back(record->head.id);
            const std::string mark = m_marks.add('B', batch->batch, records);
            const auto recorded = [](const std::string& text) {
                return text.empty() ? std::string("not recorded") : text;
            };
            table.rows.push_back(
                Row{{batch->batch, words::sentence(batch->reason),
                        recorded(record == nullptr ? std::string() : record->status), recorded(batch->disposition),
                        recorded(batch->distributed), RichText().mark(mark)},
                    false, false});
        }
        table.caption = caption("Table", m_tables,
            words::counted(in.size(), "batch", "batches")
                + " exposed to the same condition, with the reason. Whether each is affected is for the quality unit "
                  "to decide.",
            {});
        m_document.blocks.push_back(std::move(table));
    }
    if (!outByReason.empty())
        paragraph(words::counted(all.size() - in.size(), "batch is", "batches are")
            + " not exposed as far as the data tell:");
    for (const auto& [reason, names] : outByReason)
        paragraph(words::counted(names.size(), "batch", "batches") + ": " + words::sentence(reason) + " "
                + words::sentence(words::listed(names, kListedBatches)),
            ParagraphStyle::Item);
}

void Composer::status()
{
    heading(1, "Status and signatures");
    paragraph(RichText()
                  .strong("Status: draft, not independently reviewed. ")
                  .add(m_in.ledger.conclusionFor(m_in.failure.id) == nullptr
                          ? "No conclusion has been recorded and nobody has signed. "
                          : "A conclusion has been recorded, see \"Hypotheses and conclusion\"; nobody has signed. ")
                  .add("Corrective and preventive actions and the check of their effect are for the investigator, the "
                       "reviewer and the approver to add."));
    if (m_assessment != nullptr)
        paragraph("Computed outcome: contribution of asset condition " +
            [&] {
                std::string word = words::contribution(m_assessment->contribution);
                word.front() = static_cast<char>(word.front() - 'A' + 'a');
                return word;
            }()
            + (m_assessment->leadingAsset.empty() ? std::string(", no asset leads.")
                                                  : ", leading asset " + m_assessment->leadingAsset + "."));
}

void Composer::method()
{
    heading(1, "Method, plan and parameters");
    const AnalysisPlan& plan = m_in.assessment->plan;
    KeyValues table;
    const auto found =
        m_analysis == nullptr ? plan.perClassification.end() : plan.perClassification.find(m_analysis->classification);
    table.rows = {{"Plan",
                      RichText()
                          .add(printDigest(plan.hash), RunStyle::Fixed)
                          .add(plan.exploratory ? " exploratory" : " frozen before the result")},
        {"Template of the window",
            words::orUnknown(plan.templateName)
                + (found != plan.perClassification.end() ? "; for this classification " + found->second : "")
                + ", version " + words::orUnknown(plan.version)},
        {"t0, clock",
            "t0 is the time stated as \"" + toText(m_in.options.anchor)
                + "\", else the next best that is known; the window is measured by " + toText(m_in.options.clock)
                + " time"},
        {"Window",
            toText(m_in.options.before) + " before the failure counts; " + toText(m_in.options.after)
                + " after it is shown and never counts"},
        {"Scope", "records of the " + toText(m_in.options.scope) + " and its parts"},
        {"Controls", "at most " + std::to_string(m_in.options.controls) + " per failure"},
        {"Adjustment", plan.correction == "holm" ? std::string("Holm, over the testable candidates") : plan.correction},
        {"Looks at other parameters", plan.looks == 0 ? std::string("none") : std::to_string(plan.looks)}};
    m_document.blocks.push_back(std::move(table));
    paragraph(RichText()
                  .strong("Counting. ")
                  .add("A window is exposed if an onset of the candidate's class lies in it; the left end counts, the "
                       "failure's own instant does not. Work that answers a failure never counts as coming before it. "
                       "Records within the uncertainty of the failure's time count neither way. Windows without data "
                       "are dropped, not counted as unexposed."));
    paragraph(RichText()
                  .strong("Comparing. ")
                  .add("Failures with an asset are compared with other windows of the same asset, in strata of time on "
                       "both sides of the failure (exact test of matched windows). Failures without one are compared "
                       "with other batches of the same product and recipe (exact stratified test), and so are "
                       "conditions, materials, operator actions and recipes. A condition counts where its score is "
                       "above a fixed share of the asset's good uses; a single failure is ranked among them."));
    paragraph(
        RichText()
            .strong("Testing. ")
            .add("p is exact and one-sided (two-sided for ranks), the limits are exact 95 % limits, the odds ratio "
                 "is median-unbiased (as often too high as too low). p is adjusted by Holm's method over the "
                 "candidates that the design could find at all."));
    paragraph(
        RichText()
            .strong("Verdicts. ")
            .add("Mechanism: recorded by a person with records. Not testable: the smallest reachable p, adjusted, "
                 "is above 0.05. Associated: planned, adjusted p below 0.05, lower limit above 1, quiet after "
                 "the failure, and stable for windows of half and one and a half times the length. Lead: p below "
                 "0.05 without adjustment; worth checking, not to be cited as a cause. No association seen: "
                 "upper limit below 2 at 90 % coverage. Insufficient: everything else. The first that fits "
                 "holds. The program never says that something caused the failure."));
}

void Composer::exclusions()
{
    heading(2, "Exclusions");
    if (m_analysis == nullptr || m_analysis->exclusions.empty()) {
        paragraph("No failure and no window was excluded.");
    } else {
        // One line per reason for windows; failures one by one.
        std::map<std::string, std::pair<std::size_t, std::vector<std::string>>> byReason;
        std::size_t failures = 0;
        for (const Exclusion& e : m_analysis->exclusions) {
            if (!e.window.empty()) {
                auto& entry = byReason[withoutFailureIds(m_data, e.reason)];
                ++entry.first;
                entry.second.push_back(words::withMoments(e.failure + ", " + e.window, m_in.siteZone));
            } else if (++failures <= kListedFailures) {
                paragraph(RichText().strong("Failure " + e.failure + ": ").add(words::sentence(e.reason)),
                    ParagraphStyle::Item);
            }
        }
        if (failures > kListedFailures)
            paragraph(
                words::counted(failures - kListedFailures, "further failure is", "further failures are") + " excluded.",
                ParagraphStyle::Item);
        for (const auto& [reason, entry] : byReason)
            paragraph(words::counted(entry.first, "control was", "controls were")
                    + " not used: " + words::sentence(reason) + " For instance " + words::listed(entry.second, 2) + ".",
                ParagraphStyle::Item);
        paragraph("Every exclusion stands in the twin with its reason.", ParagraphStyle::Small);
    }
}

void Composer::annex()
{
    if (m_candidateMarks.size() <= kShownCandidates)
        return;
    m_document.blocks.push_back(Heading{1, "Annex: the other candidates"});
    std::vector<std::size_t> printed;
    std::map<std::string, std::size_t> untestable; // by kind
    std::size_t beyond = 0;
    for (std::size_t i = kShownCandidates; i < m_candidateMarks.size(); ++i) {
        const Candidate& candidate = m_analysis->candidates[i];
        if (candidate.verdict == Verdict::NotTestable)
            ++untestable[toText(candidate.kind)];
        else if (printed.size() < kAnnexCandidates)
            printed.push_back(i);
        else
            ++beyond;
    }
    if (!printed.empty())
        candidateTable(printed, true);
    if (beyond > 0)
        paragraph(words::counted(beyond, "further candidate of lower rank is", "further candidates of lower rank are")
            + " in the twin only.");
    if (untestable.empty())
        return;
    std::size_t total = 0;
    std::vector<std::string> kinds;
    for (const auto& [kind, count] : untestable) {
        total += count;
        kinds.push_back(kind + " " + std::to_string(count));
    }
    paragraph(words::counted(total, "further candidate is", "further candidates are")
        + " not testable: whatever they had shown, their adjusted p could not have come below 0.05. By kind: "
        + words::listed(kinds, 7) + ". Their counts and records are in the twin.");
}

} // namespace antecedent
