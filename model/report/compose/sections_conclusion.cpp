// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/text.h"
#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::size_t kListedFailures = 12;

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
    std::map<std::string, std::size_t> outByReason;
    for (const ImpactedBatch& batch : all) {
        if (batch.isImpacted)
            in.push_back(&batch);
        else
            ++outByReason[batch.reason];
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
        table.columns = {{"Batch", Align::Left, 1, 0}, {"Why it is in", Align::Left, 3.4, 0},
            {"Disposition", Align::Left, 1, 0}, {"Distributed", Align::Left, 0.9, 0}, {"", Align::Left, 1, 34}};
        table.size = 7.5;
        for (const ImpactedBatch* batch : in) {
            const BatchIndex index = m_data.findBatch(batch->batch);
            std::vector<RecordId> records;
            if (const Batch* record = m_data.batch(index))
                records.push_back(record->head.id);
            const std::string mark = m_marks.add('B', batch->batch, records);
            table.rows.push_back(Row{{batch->batch, words::sentence(batch->reason),
                                         batch->disposition.empty() ? std::string("not recorded") : batch->disposition,
                                         batch->distributed.empty() ? std::string("not recorded") : batch->distributed,
                                         RichText().mark(mark)},
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
    for (const auto& [reason, count] : outByReason)
        paragraph(words::counted(count, "batch", "batches") + ": " + words::sentence(reason), ParagraphStyle::Item);
}

void Composer::conclusion()
{
    heading(1, "Conclusion");
    paragraph(RichText()
                  .strong("Status: draft, not independently reviewed. ")
                  .add("No conclusion has been entered and nobody has signed. What stands above is what the data show; "
                       "the most probable cause, its "
                       "rationale, corrective and preventive actions and the check of their effect are for the "
                       "investigator, the reviewer and the "
                       "approver to add."));
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
        {"Template",
            words::orUnknown(plan.templateName)
                + (found != plan.perClassification.end() ? "; for this classification " + found->second : "")
                + ", version " + words::orUnknown(plan.version)},
        {"Anchor, clock", toText(m_in.options.anchor) + ", " + toText(m_in.options.clock)},
        {"Window",
            toText(m_in.options.before) + " before the failure counts; " + toText(m_in.options.after)
                + " after it is shown and never counts"},
        {"Scope", toText(m_in.options.scope)},
        {"Controls", "at most " + std::to_string(m_in.options.controls) + " per failure"},
        {"Correction", plan.correction}, {"Looks", std::to_string(plan.looks) + " with other parameters"}};
    m_document.blocks.push_back(std::move(table));
    paragraph("A candidate is a class of records at an asset. A window is exposed if an onset of the class lies in it; "
              "the left end "
              "counts, the failure's own instant does not. Failures with an asset are compared with other windows of "
              "the same asset in "
              "strata of time on both sides of the failure (exact test of matched windows); failures without one with "
              "other batches of "
              "the same product and recipe (exact stratified test). p is one-sided and exact, limits are exact 95 % "
              "limits, the ratio is "
              "median-unbiased, the correction is Holm's over the candidates that the design could find at all. Work "
              "that answers a "
              "failure is never an antecedent; records within the uncertainty of the failure's time count neither way; "
              "windows without "
              "data are dropped, not counted as unexposed.");
    paragraph(
        "Conditions of an asset, materials, operator actions and recipes are also compared between failed and good "
        "batches of the same product. A condition is exposed where its score is above a fixed quantile of the asset's "
        "good uses; one failure alone is ranked among them.");
    paragraph("The tool never says caused. Associated needs a planned analysis, an adjusted p below 0.05, a lower "
              "limit above 1, quiet "
              "negative controls and a result that holds for windows of half and one and a half times the length. Lead "
              "is worth checking "
              "and not to be cited as a cause. Insufficient and not testable are results, too.");
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
                entry.second.push_back(e.failure + " " + e.window);
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
            paragraph(words::counted(entry.first, "entry", "entries") + " on controls: " + words::sentence(reason)
                    + " For instance " + words::listed(entry.second, 2) + ".",
                ParagraphStyle::Item);
        paragraph("Every exclusion stands in the twin with its reason.", ParagraphStyle::Small);
    }
}

void Composer::annex()
{
    if (m_candidateMarks.size() <= kShownCandidates)
        return;
    m_document.blocks.push_back(Heading{1, "Annex: the other candidates"});
    candidateTable(kShownCandidates, m_candidateMarks.size(), true);
}

} // namespace antecedent
