// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people recorded: conclusion, hypotheses with evidence for and against, manual facts. Nothing here is computed
// but hashes and counts.
#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"

#include <algorithm>

namespace antecedent {

namespace {

std::string groupWord(CauseGroup group)
{
    switch (group) {
    case CauseGroup::Machine:
        return "Machine";
    case CauseGroup::Method:
        return "Method";
    case CauseGroup::Material:
        return "Material";
    case CauseGroup::People:
        return "People";
    case CauseGroup::Measurement:
        return "Measurement";
    case CauseGroup::Environment:
        return "Environment";
    }
    return {};
}

std::string stateWord(HypothesisState state)
{
    switch (state) {
    case HypothesisState::Open:
        return "Open";
    case HypothesisState::RuledOut:
        return "Ruled out";
    case HypothesisState::Contributing:
        return "Contributing cause";
    case HypothesisState::MostProbable:
        return "Most probable cause";
    case HypothesisState::RootCause:
        return "Root cause";
    }
    return {};
}

std::string sideWord(EvidenceSide side)
{
    return side == EvidenceSide::For ? "for" : side == EvidenceSide::Against ? "against" : "neutral";
}

std::string factWord(FactKind kind)
{
    switch (kind) {
    case FactKind::Interview:
        return "Interview";
    case FactKind::Inspection:
        return "Inspection";
    case FactKind::Test:
        return "Test";
    case FactKind::PaperLog:
        return "Paper log";
    case FactKind::Note:
        return "Note";
    }
    return {};
}

// The first digits of a digest, in fixed pitch.
RichText& addHash(RichText& text, const Digest& digest)
{
    return text.add("sha256:" + words::shortDigest(digest), RunStyle::Fixed);
}

} // namespace

std::string Composer::gradeWord(Grade grade)
{
    switch (grade) {
    case Grade::RootCause:
        return "Root cause";
    case Grade::MostProbable:
        return "Most probable cause";
    case Grade::Contributing:
        return "Contributing cause";
    case Grade::NotDetermined:
        return "Not determined";
    }
    return {};
}

std::string Composer::recordedBy(const std::string& item) const
{
    const LedgerEntry* entry = m_in.ledger.lastEntryOf(item);
    return entry == nullptr ? std::string()
                            : entry->by + ", "
            + words::shortMoment(Timestamp(std::chrono::floor<std::chrono::seconds>(entry->at)), m_in.siteZone);
}

void Composer::hypotheses()
{
    heading(1, "Hypotheses and conclusion");
    const std::vector<const Hypothesis*> shown = m_in.ledger.hypothesesFor(m_in.failure.id);
    const Conclusion* conclusion = m_in.ledger.conclusionFor(m_in.failure.id);
    if (conclusion == nullptr && shown.empty() && m_in.ledger.facts().empty()) {
        paragraph(
            "No conclusion has been recorded in this case, and no hypothesis and no manual fact on this failure.");
        return;
    }
    paragraph("What people recorded; the program adds nothing but hashes and marks.", ParagraphStyle::Small);
    heading(2, "Recorded conclusion");
    if (conclusion == nullptr)
        paragraph("No conclusion has been recorded.");
    else
        recordedConclusion(*conclusion);
    heading(2, "Hypotheses");
    if (shown.empty())
        paragraph("No hypothesis has been recorded.");
    else
        hypothesisTable(shown);
    manualFacts();
    paragraph(RichText("Ledger of " + m_in.caseId + ": "
                  + words::counted(m_in.ledger.entries.size(), "entry", "entries") + ", each with its audit row; head ")
                  .add(printDigest(m_in.ledger.head()), RunStyle::Fixed)
                  .add(". Every entry, also those that were changed or taken back, stands in the twin."),
        ParagraphStyle::Small);
}

void Composer::recordedConclusion(const Conclusion& conclusion)
{
    VerdictBox box;
    box.head = gradeWord(conclusion.grade) + ".";
    box.text.add(words::sentence(conclusion.rationale));
    m_document.blocks.push_back(std::move(box));
    for (const std::string& id : conclusion.hypotheses)
        if (const Hypothesis* hypothesis = m_in.ledger.hypothesis(id))
            paragraph("Rests on " + id + ", " + words::sentence(hypothesis->statement), ParagraphStyle::Item);
    paragraph((conclusion.failure.empty() ? std::string("For the whole case") : "For " + conclusion.failure)
            + ", recorded by " + recordedBy(idOf(conclusion)) + ". Not reviewed and not signed.",
        ParagraphStyle::Small);
}

void Composer::evidenceRows(const Hypothesis& hypothesis, std::vector<Row>& rows)
{
    for (const EvidenceLine* line : m_in.ledger.evidenceFor(hypothesis.id)) {
        std::vector<RecordId> records;
        if (const auto record = recordIdFromHex(line->shown.subject); record && line->shown.kind == ShownKind::Record)
            records.push_back(*record);
        const std::string mark =
            m_marks.add('L', line->id + ", " + sideWord(line->side) + " " + hypothesis.id, records);
        RichText text(line->id + ": " + words::sentence(words::withMoments(line->shown.words, m_in.siteZone)));
        if (!line->comment.empty())
            text.add(" " + words::sentence(line->comment));
        RichText recorded(recordedBy(line->id) + ", frozen as ");
        addHash(recorded, line->shown.hash);
        rows.push_back(
            Row{{std::move(text), sideWord(line->side), std::move(recorded), RichText().mark(mark)}, false, false});
    }
}

void Composer::hypothesisTable(const std::vector<const Hypothesis*>& shown)
{
    Table table;
    table.columns = {{"Hypothesis and its evidence", Align::Left, 2.6, 0}, {"State, side", Align::Left, 1, 78},
        {"Recorded", Align::Left, 1, 0}, {"", Align::Left, 1, 34}};
    table.size = 7.5;
    std::size_t open = 0;
    for (const CauseGroup group : kAllGroups) {
        bool isFirst = true;
        for (const Hypothesis* h : shown) {
            if (h->group != group)
                continue;
            if (isFirst)
                table.rows.push_back(Row{{RichText().strong(groupWord(group))}, false, true});
            isFirst = false;
            open += h->state == HypothesisState::Open ? 1U : 0U;
            table.rows.push_back(Row{
                {h->id + ": " + words::sentence(h->statement), stateWord(h->state), recordedBy(h->id), std::string()},
                true, false});
            if (!h->ifFalse.empty())
                table.rows.push_back(Row{
                    {"If it were false: " + words::sentence(h->ifFalse), std::string(), std::string(), std::string()},
                    false, false});
            evidenceRows(*h, table.rows);
        }
    }
    table.caption = caption("Table", m_tables,
        words::counted(shown.size(), "hypothesis", "hypotheses")
            + " by the group of the cause, each with the evidence for, against and beside it. Frozen: the hash of what "
              "was shown when it was pinned; the twin has it in full.",
        {});
    m_document.blocks.push_back(std::move(table));
    for (const Hypothesis* h : shown)
        if (h->state != HypothesisState::Open && !h->stateReason.empty())
            paragraph(
                RichText()
                    .strong(stateWord(h->state) + ": ")
                    .add(h->id + ", " + words::sentence(h->statement) + " Reason: " + words::sentence(h->stateReason)),
                ParagraphStyle::Item);
    if (open > 0)
        paragraph(words::counted(open, "hypothesis is", "hypotheses are") + " open: neither confirmed nor ruled out.");
}

void Composer::manualFacts()
{
    const std::vector<const ManualFact*> facts = m_in.ledger.facts();
    if (facts.empty())
        return;
    heading(2, "Manual facts");
    Table table;
    table.columns = {{"Fact", Align::Left, 2.2, 0}, {"Who, when", Align::Left, 1, 0},
        {"Attachments and their SHA-256", Align::Left, 1.4, 0}, {"", Align::Left, 1, 34}};
    table.size = 7.5;
    for (const ManualFact* fact : facts) {
        RichText text;
        text.strong(fact->id + ", " + factWord(fact->kind) + ": ").add(words::sentence(fact->text));
        std::vector<RecordId> records;
        if (fact->record) {
            text.add(" On " + words::withMoments(fact->record->words, m_in.siteZone) + ".");
            if (const auto record = recordIdFromHex(fact->record->subject))
                records.push_back(*record);
        }
        RichText attached;
        for (const Attachment& attachment : fact->attachments)
            attached
                .add((attached.runs.empty() ? "" : "; ") + attachment.name + " (" + words::grouped(attachment.bytes)
                    + " bytes) ")
                .add(toHex(attachment.sha256), RunStyle::Fixed);
        const std::string who = fact->who.empty() ? std::string() : fact->who + ", ";
        table.rows.push_back(
            Row{{std::move(text), who + words::orUnknown(fact->when) + "; recorded by " + recordedBy(fact->id),
                    attached.runs.empty() ? RichText("none") : std::move(attached),
                    records.empty() ? RichText() : RichText().mark(m_marks.add('L', fact->id, records))},
                false, false});
    }
    table.caption = caption("Table", m_tables,
        words::counted(facts.size(), "fact", "facts")
            + " that no source states. The attachments are kept in the investigation file.",
        {});
    m_document.blocks.push_back(std::move(table));
}

} // namespace antecedent
