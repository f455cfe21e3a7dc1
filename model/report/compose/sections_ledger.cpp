// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people recorded: conclusion, hypotheses with evidence for and against, manual facts. Nothing here is computed
// but hashes and counts.
#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"

#include <algorithm>

namespace antecedent {

namespace {

Phrase groupWord(CauseGroup group)
{
    switch (group) {
    case CauseGroup::Machine:
        return phrase("Machine");
    case CauseGroup::Method:
        return phrase("Method");
    case CauseGroup::Material:
        return phrase("Material");
    case CauseGroup::People:
        return phrase("People");
    case CauseGroup::Measurement:
        return phrase("Measurement");
    case CauseGroup::Environment:
        return phrase("Environment");
    }
    return {};
}

Phrase stateWord(HypothesisState state)
{
    switch (state) {
    case HypothesisState::Open:
        return phrase("Open");
    case HypothesisState::RuledOut:
        return phrase("Ruled out");
    case HypothesisState::Contributing:
        return phrase("Contributing cause");
    case HypothesisState::MostProbable:
        return phrase("Most probable cause");
    case HypothesisState::RootCause:
        return phrase("Root cause");
    }
    return {};
}

Phrase sideWord(EvidenceSide side)
{
    return side == EvidenceSide::For    ? phrase("for")
        : side == EvidenceSide::Against ? phrase("against")
                                        : phrase("neutral");
}

Phrase factWord(FactKind kind)
{
    switch (kind) {
    case FactKind::Interview:
        return phrase("Interview");
    case FactKind::Inspection:
        return phrase("Inspection");
    case FactKind::Test:
        return phrase("Test");
    case FactKind::PaperLog:
        return phrase("Paper log");
    case FactKind::Note:
        return phrase("Note");
    }
    return {};
}

// The first digits of a digest, in fixed pitch.
RichText& addHash(RichText& text, const Digest& digest)
{
    return text.add("sha256:" + words::shortDigest(digest), RunStyle::Fixed);
}

} // namespace

Phrase Composer::gradeWord(Grade grade)
{
    switch (grade) {
    case Grade::RootCause:
        return phrase("Root cause");
    case Grade::MostProbable:
        return phrase("Most probable cause");
    case Grade::Contributing:
        return phrase("Contributing cause");
    case Grade::NotDetermined:
        return phrase("Not determined");
    }
    return {};
}

Phrase Composer::recordedBy(const std::string& item) const
{
    const LedgerEntry* entry = m_in.ledger.lastEntryOf(item);
    if (entry == nullptr)
        return {};
    const Timestamp at(std::chrono::floor<std::chrono::seconds>(entry->at));
    return listOf({entry->by, words::shortMoment(at, m_in.siteZone)}, ", ");
}

void Composer::hypotheses()
{
    heading(1, phrase("Hypotheses and conclusion"));
    const std::vector<const Hypothesis*> shown = m_in.ledger.hypothesesFor(m_in.failure.id);
    const Conclusion* conclusion = m_in.ledger.conclusionFor(m_in.failure.id);
    if (conclusion == nullptr && shown.empty() && m_in.ledger.facts().empty()) {
        paragraph(phrase(
            "No conclusion has been recorded in this case, and no hypothesis and no manual fact on this failure."));
        return;
    }
    paragraph(phrase("What people recorded; the program adds nothing but hashes and marks."), ParagraphStyle::Small);
    heading(2, phrase("Recorded conclusion"));
    if (conclusion == nullptr)
        paragraph(phrase("No conclusion has been recorded."));
    else
        recordedConclusion(*conclusion);
    heading(2, phrase("Hypotheses"));
    if (shown.empty())
        paragraph(phrase("No hypothesis has been recorded."));
    else
        hypothesisTable(shown);
    manualFacts();
    paragraph(RichText(say("Ledger of %1: %2, each with its audit row; head", m_in.caseId,
                           plural(m_in.ledger.entries.size(), "%1 entry", "%1 entries"))
                  + " ")
                  .add(printDigest(m_in.ledger.head()), RunStyle::Fixed)
                  .add(". " + say("Every entry, also those that were changed or taken back, stands in the twin.")),
        ParagraphStyle::Small);
}

void Composer::recordedConclusion(const Conclusion& conclusion)
{
    VerdictBox box;
    box.head = say(gradeWord(conclusion.grade)) + ".";
    box.text.add(sentenceOf(conclusion.rationale));
    m_document.blocks.push_back(std::move(box));
    for (const std::string& id : conclusion.hypotheses)
        if (const Hypothesis* hypothesis = m_in.ledger.hypothesis(id))
            paragraph(phrase("Rests on %1, %2", id, sentenceOf(hypothesis->statement)), ParagraphStyle::Item);
    const Phrase by = recordedBy(idOf(conclusion));
    paragraph(following({conclusion.failure.empty() ? phrase("For the whole case, recorded by %1.", by)
                                                    : phrase("For %1, recorded by %2.", conclusion.failure, by),
                  phrase("Not reviewed and not signed.")}),
        ParagraphStyle::Small);
}

void Composer::evidenceRows(const Hypothesis& hypothesis, std::vector<Row>& rows)
{
    for (const EvidenceLine* line : m_in.ledger.evidenceFor(hypothesis.id)) {
        std::vector<RecordId> records;
        if (const auto record = recordIdFromHex(line->shown.subject); record && line->shown.kind == ShownKind::Record)
            records.push_back(*record);
        const Phrase side = sideWord(line->side);
        const std::string mark = m_marks.add('L', line->id + ", " + side.english() + " " + hypothesis.id, records);
        RichText text(line->id + ": " + words::withMoments(sentenceOf(line->shown.words), m_in.siteZone, m_lexicon));
        if (!line->comment.empty())
            text.add(" " + sentenceOf(line->comment));
        RichText recorded(say("%1, frozen as", recordedBy(line->id)) + " ");
        addHash(recorded, line->shown.hash);
        rows.push_back(Row{{std::move(text), say(side), std::move(recorded), RichText().mark(mark)}, false, false});
    }
}

void Composer::hypothesisTable(const std::vector<const Hypothesis*>& shown)
{
    Table table;
    table.columns = {{say("Hypothesis and its evidence"), Align::Left, 2.6, 0},
        {say("State, side"), Align::Left, 1, 78}, {say("Recorded"), Align::Left, 1, 0}, {"", Align::Left, 1, 34}};
    table.size = 7.5;
    std::size_t open = 0;
    for (const CauseGroup group : kAllGroups) {
        bool isFirst = true;
        for (const Hypothesis* h : shown) {
            if (h->group != group)
                continue;
            if (isFirst)
                table.rows.push_back(Row{{RichText().strong(say(groupWord(group)))}, false, true});
            isFirst = false;
            open += h->state == HypothesisState::Open ? 1U : 0U;
            table.rows.push_back(Row{{h->id + ": " + sentenceOf(h->statement), say(stateWord(h->state)),
                                         say(recordedBy(h->id)), std::string()},
                true, false});
            if (!h->ifFalse.empty())
                table.rows.push_back(Row{
                    {say("If it were false: %1", sentenceOf(h->ifFalse)), std::string(), std::string(), std::string()},
                    false, false});
            evidenceRows(*h, table.rows);
        }
    }
    table.caption = tableCaption(
        following({plural(shown.size(),
                       "%1 hypothesis by the group of the cause, each with the evidence for, against and beside it.",
                       "%1 hypotheses by the group of the cause, each with the evidence for, against and beside it."),
            phrase("Frozen: the hash of what was shown when it was pinned; the twin has it in full.")}));
    m_document.blocks.push_back(std::move(table));
    for (const Hypothesis* h : shown)
        if (h->state != HypothesisState::Open && !h->stateReason.empty())
            paragraph(
                RichText()
                    .strong(say(stateWord(h->state)) + ": ")
                    .add(h->id + ", " + sentenceOf(h->statement) + " " + say("Reason: %1", sentenceOf(h->stateReason))),
                ParagraphStyle::Item);
    if (open > 0)
        paragraph(plural(open, "%1 hypothesis is open: neither confirmed nor ruled out.",
            "%1 hypotheses are open: neither confirmed nor ruled out."));
}

void Composer::manualFacts()
{
    const std::vector<const ManualFact*> facts = m_in.ledger.facts();
    if (facts.empty())
        return;
    heading(2, phrase("Manual facts"));
    Table table;
    table.columns = {{say("Fact"), Align::Left, 2.2, 0}, {say("Who, when"), Align::Left, 1, 0},
        {say("Attachments and their SHA-256"), Align::Left, 1.4, 0}, {"", Align::Left, 1, 34}};
    table.size = 7.5;
    for (const ManualFact* fact : facts) {
        RichText text;
        text.strong(fact->id + ", " + say(factWord(fact->kind)) + ": ").add(sentenceOf(fact->text));
        std::vector<RecordId> records;
        if (fact->record) {
            text.add(" " + say("On %1.", words::withMoments(fact->record->words, m_in.siteZone, m_lexicon)));
            if (const auto record = recordIdFromHex(fact->record->subject))
                records.push_back(*record);
        }
        RichText attached;
        for (const Attachment& attachment : fact->attachments)
            attached
                .add((attached.runs.empty() ? "" : "; ")
                    + say("%1 (%2 bytes)", attachment.name, words::grouped(attachment.bytes)) + " ")
                .add(toHex(attachment.sha256), RunStyle::Fixed);
        const std::string who = fact->who.empty() ? std::string() : fact->who + ", ";
        table.rows.push_back(Row{
            {std::move(text), who + words::orUnknown(fact->when) + "; " + say("recorded by %1", recordedBy(fact->id)),
                attached.runs.empty() ? RichText(say("none")) : std::move(attached),
                records.empty() ? RichText() : RichText().mark(m_marks.add('L', fact->id, records))},
            false, false});
    }
    table.caption = tableCaption(
        following({plural(facts.size(), "%1 fact that no source states.", "%1 facts that no source states."),
            phrase("The attachments are kept in the investigation file.")}));
    m_document.blocks.push_back(std::move(table));
}

} // namespace antecedent
