// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/conclusion/ledger_edits.h"

#include "model/base/phrase.h"
#include "model/base/text.h"
#include "model/conclusion/ledger_json.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace antecedent {

namespace {

Error refuse(const std::string& where, std::string why)
{
    return Error{ErrorCode::InvalidArgument, where, std::move(why)};
}

bool isEmpty(std::string_view text)
{
    return trimmed(text).empty();
}

constexpr std::array kPrefixes{"HYP-", "EVI-", "FACT-"}; // by the item's type

std::string nextId(const Ledger& ledger, const std::string& prefix)
{
    long last = 0;
    for (const LedgerEntry& entry : ledger.entries)
        if (entry.item.starts_with(prefix))
            last = std::max(last, std::strtol(entry.item.c_str() + prefix.size(), nullptr, 10));
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%s%03ld", prefix.c_str(), last + 1);
    return text.data();
}

bool agrees(HypothesisState state, Grade grade)
{
    switch (grade) {
    case Grade::RootCause:
        return state == HypothesisState::RootCause;
    case Grade::MostProbable:
        return state == HypothesisState::MostProbable;
    case Grade::Contributing:
        return state == HypothesisState::Contributing;
    case Grade::NotDetermined:
        return true;
    }
    return false;
}

std::string spoken(const char* word)
{
    std::string text(word);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

// The conclusion that rests on a hypothesis; null: none.
const Conclusion* restingOn(const Ledger& ledger, const std::string& hypothesis)
{
    for (const Conclusion* conclusion : ledger.conclusions())
        if (std::count(conclusion->hypotheses.begin(), conclusion->hypotheses.end(), hypothesis) > 0)
            return conclusion;
    return nullptr;
}

Error carriesConclusion(const std::string& hypothesis, const Conclusion& conclusion)
{
    return refuse(hypothesis,
        conclusion.failure.empty()
            ? phrase("the conclusion of the case rests on it; take the conclusion back or change it first").english()
            : phrase(
                "the conclusion on %1 rests on it; take the conclusion back or change it first", conclusion.failure)
                  .english());
}

Result<void> check(const Ledger& ledger, const Hypothesis& h, const LedgerItem* standing, const std::string& reason)
{
    if (isEmpty(h.statement))
        return refuse(h.id, "a hypothesis needs a statement");
    const auto* before = standing == nullptr ? nullptr : std::get_if<Hypothesis>(standing);
    const HypothesisState was = before == nullptr ? HypothesisState::Open : before->state;
    if (h.state == was)
        return {};
    if (before == nullptr)
        return refuse(h.id, "a new hypothesis is open; give it evidence, then another state");
    if (isEmpty(reason))
        return refuse(h.id, "a change of state needs a reason");
    if (const Conclusion* conclusion = restingOn(ledger, h.id))
        return carriesConclusion(h.id, *conclusion);
    if (h.state == HypothesisState::RuledOut && ledger.count(h.id, EvidenceSide::Against) == 0)
        return refuse(h.id,
            "it can't be ruled out: nothing stands against it yet; pin at least one piece of evidence against it");
    return {};
}

// Whether a hypothesis stays ruled out on something without this line.
Result<void> checkLoss(const Ledger& ledger, const EvidenceLine& line)
{
    const Hypothesis* hypothesis = ledger.hypothesis(line.hypothesis);
    if (hypothesis == nullptr || hypothesis->state != HypothesisState::RuledOut || line.side != EvidenceSide::Against
        || ledger.count(line.hypothesis, EvidenceSide::Against) > 1)
        return {};
    return refuse(line.id, phrase("%1 is ruled out on it alone; open %1 again first", line.hypothesis).english());
}

Result<void> check(
    const Ledger& ledger, const EvidenceLine& line, const LedgerItem* standing, const std::string& reason)
{
    if (ledger.hypothesis(line.hypothesis) == nullptr)
        return refuse(line.hypothesis, "the case has no such hypothesis");
    if (line.shown.hash != hashOf(line.shown))
        return refuse(line.id, "what it shows is not frozen");
    const auto* before = standing == nullptr ? nullptr : std::get_if<EvidenceLine>(standing);
    if (before == nullptr) {
        for (const EvidenceLine* other : ledger.evidenceFor(line.hypothesis))
            if (other->shown.kind == line.shown.kind && other->shown.subject == line.shown.subject
                && other->shown.failure == line.shown.failure)
                return refuse(other->id, phrase("this is pinned to %1 already", line.hypothesis).english());
        return {};
    }
    if (before->shown != line.shown || before->hypothesis != line.hypothesis)
        return refuse(line.id, "what was pinned stays as it is; pin it anew instead");
    if (before->side == line.side)
        return {};
    if (isEmpty(reason))
        return refuse(line.id, "a change of side needs a reason");
    return checkLoss(ledger, *before);
}

Result<void> check(
    const Ledger& /*ledger*/, const ManualFact& fact, const LedgerItem* /*standing*/, const std::string& /*reason*/)
{
    if (isEmpty(fact.text))
        return refuse(fact.id, "a fact needs a text");
    if (fact.kind == FactKind::Note)
        return {};
    if (isEmpty(fact.who))
        return refuse(fact.id, "say who told, did or wrote it");
    if (!isStatedTime(fact.when))
        return refuse(fact.id, "say when: a date (2026-04-10), or a time with offset (2026-04-10T08:36:17+02:00)");
    return {};
}

Result<void> check(
    const Ledger& ledger, const Conclusion& conclusion, const LedgerItem* /*standing*/, const std::string& /*reason*/)
{
    const std::string where = idOf(conclusion);
    if (isEmpty(conclusion.rationale))
        return refuse(where, "a conclusion needs a rationale");
    bool isCarried = conclusion.grade == Grade::NotDetermined;
    for (const std::string& id : conclusion.hypotheses) {
        const Hypothesis* hypothesis = ledger.hypothesis(id);
        if (hypothesis == nullptr)
            return refuse(id, "the case has no such hypothesis");
        if (hypothesis->state == HypothesisState::RuledOut)
            return refuse(id, "it is ruled out, so no conclusion can rest on it");
        if (conclusion.grade != Grade::NotDetermined && hypothesis->state == HypothesisState::Open)
            return refuse(id, "it is open; say first what it is: contributing, most probable cause or root cause");
        isCarried = isCarried || agrees(hypothesis->state, conclusion.grade);
    }
    if (!isCarried)
        return refuse(where,
            phrase("name at least one hypothesis with the state %1 that the conclusion rests on",
                spoken(toText(conclusion.grade)))
                .english());
    return {};
}

Result<void> checkRemoval(const Ledger& ledger, const LedgerItem& item)
{
    if (const auto* line = std::get_if<EvidenceLine>(&item))
        return checkLoss(ledger, *line);
    if (const auto* hypothesis = std::get_if<Hypothesis>(&item)) {
        if (const Conclusion* conclusion = restingOn(ledger, hypothesis->id))
            return carriesConclusion(hypothesis->id, *conclusion);
        if (!ledger.evidenceFor(hypothesis->id).empty())
            return refuse(hypothesis->id, "evidence stands under it; rule it out, or take its evidence away first");
    }
    if (const auto* fact = std::get_if<ManualFact>(&item))
        for (const Hypothesis* hypothesis : ledger.hypotheses())
            for (const EvidenceLine* line : ledger.evidenceFor(hypothesis->id))
                if (line->shown.kind == ShownKind::Fact && line->shown.subject == fact->id)
                    return refuse(fact->id, phrase("it is pinned as %1; take that away first", line->id).english());
    return {};
}

LedgerEntry nextEntry(const Ledger& ledger, std::string item, std::string reason, std::string by)
{
    LedgerEntry entry;
    entry.seq = static_cast<std::int64_t>(ledger.entries.size()) + 1;
    entry.item = std::move(item);
    entry.reason = std::string(trimmed(reason));
    entry.by = std::move(by);
    entry.previous = ledger.head();
    return entry;
}

LedgerEntry sealed(LedgerEntry entry)
{
    entry.hash = sha256(entryJson(entry));
    return entry;
}

// Entries that can be undone and done again, the newest last.
struct Stacks
{
    std::vector<const LedgerEntry*> undo;
    std::vector<const LedgerEntry*> redo;
};

Stacks stacksOf(const Ledger& ledger, std::int64_t floor)
{
    Stacks stacks;
    for (const LedgerEntry& entry : ledger.entries) {
        if (entry.kind == EditKind::Edit) {
            stacks.redo.clear();
            stacks.undo.push_back(&entry);
            continue;
        }
        auto& from = entry.kind == EditKind::Undo ? stacks.undo : stacks.redo;
        auto& to = entry.kind == EditKind::Undo ? stacks.redo : stacks.undo;
        if (!from.empty()) {
            to.push_back(from.back());
            from.pop_back();
        }
    }
    const auto isOld = [&](const LedgerEntry* entry) { return entry->seq <= floor; };
    std::erase_if(stacks.undo, isOld);
    std::erase_if(stacks.redo, isOld);
    return stacks;
}

std::optional<LedgerItem> standing(const Ledger& ledger, const std::string& id)
{
    const auto found = ledger.items.find(id);
    return found == ledger.items.end() ? std::nullopt : std::optional<LedgerItem>(found->second);
}

} // namespace

Result<LedgerEntry> makeEdit(const Ledger& ledger, LedgerItem item, std::string reason, std::string by)
{
    const bool isNew = idOf(item).empty();
    std::visit(
        [&](auto& value) {
            if constexpr (requires { value.id; })
                if (value.id.empty())
                    value.id = nextId(ledger, kPrefixes[item.index()]);
        },
        item);
    const std::string id = idOf(item);
    std::optional<LedgerItem> before = standing(ledger, id);
    if (!before && !isNew && !std::holds_alternative<Conclusion>(item))
        return refuse(id, "the case has no such entry");
    if (before && before->index() != item.index())
        return refuse(id, "it is an entry of another kind");
    const Result<void> checked =
        std::visit([&](const auto& value) { return check(ledger, value, before ? &*before : nullptr, reason); }, item);
    if (!checked)
        return checked.error();
    if (before == item)
        return refuse(id, "nothing is changed");
    LedgerEntry entry = nextEntry(ledger, id, std::move(reason), std::move(by));
    entry.before = std::move(before);
    entry.after = std::move(item);
    return sealed(std::move(entry));
}

Result<LedgerEntry> makeRemoval(const Ledger& ledger, const std::string& item, std::string reason, std::string by)
{
    std::optional<LedgerItem> before = standing(ledger, item);
    if (!before)
        return refuse(item, "the case has no such entry");
    if (isEmpty(reason))
        return refuse(item, "what is taken away needs a reason; it stays in the ledger");
    if (const Result<void> checked = checkRemoval(ledger, *before); !checked)
        return checked.error();
    LedgerEntry entry = nextEntry(ledger, item, std::move(reason), std::move(by));
    entry.before = std::move(before);
    return sealed(std::move(entry));
}

const LedgerEntry* nextUndo(const Ledger& ledger, std::int64_t floor)
{
    const Stacks stacks = stacksOf(ledger, floor);
    return stacks.undo.empty() ? nullptr : stacks.undo.back();
}

const LedgerEntry* nextRedo(const Ledger& ledger, std::int64_t floor)
{
    const Stacks stacks = stacksOf(ledger, floor);
    return stacks.redo.empty() ? nullptr : stacks.redo.back();
}

Result<LedgerEntry> makeUndo(const Ledger& ledger, std::string by, std::int64_t floor)
{
    const LedgerEntry* undone = nextUndo(ledger, floor);
    if (undone == nullptr)
        return refuse("undo", "there is nothing to undo");
    LedgerEntry entry = nextEntry(ledger, undone->item, {}, std::move(by));
    entry.kind = EditKind::Undo;
    entry.of = undone->seq;
    entry.before = undone->after;
    entry.after = undone->before;
    return sealed(std::move(entry));
}

Result<LedgerEntry> makeRedo(const Ledger& ledger, std::string by, std::int64_t floor)
{
    const LedgerEntry* done = nextRedo(ledger, floor);
    if (done == nullptr)
        return refuse("redo", "there is nothing to do again");
    LedgerEntry entry = nextEntry(ledger, done->item, done->reason, std::move(by));
    entry.kind = EditKind::Redo;
    entry.of = done->seq;
    entry.before = done->before;
    entry.after = done->after;
    return sealed(std::move(entry));
}

bool isStatedTime(std::string_view text)
{
    const std::optional<IsoTime> time = parseIso(text);
    return time && (time->hasOffset || time->precision == TimePrecision::Day);
}

} // namespace antecedent
