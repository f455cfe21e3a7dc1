// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/conclusion/ledger.h"

#include "model/conclusion/ledger_json.h"

#include <algorithm>
#include <array>

namespace antecedent {

namespace {

constexpr std::array kGroupWords{"machine", "method", "material", "people", "measurement", "environment"};
constexpr std::array kStateWords{"open", "ruled_out", "contributing", "most_probable", "root_cause"};
constexpr std::array kSideWords{"for", "against", "neutral"};
constexpr std::array kFactWords{"interview", "inspection", "test", "paper_log", "note"};
constexpr std::array kGradeWords{"root_cause", "most_probable", "contributing", "not_determined"};
constexpr std::array kShownWords{"record", "candidate", "fact"};

template <class Value, std::size_t N>
std::optional<Value> find(const std::array<const char*, N>& words, std::string_view text)
{
    std::string word(text);
    std::replace(word.begin(), word.end(), '-', '_');
    for (std::size_t i = 0; i < N; ++i)
        if (word == words[i])
            return static_cast<Value>(i);
    return std::nullopt;
}

template <class Item> const Item* itemOf(const Ledger& ledger, const std::string& id)
{
    const auto found = ledger.items.find(id);
    return found == ledger.items.end() ? nullptr : std::get_if<Item>(&found->second);
}

template <class Item> std::vector<const Item*> itemsOf(const Ledger& ledger)
{
    std::vector<const Item*> out;
    for (const auto& [id, item] : ledger.items)
        if (const Item* found = std::get_if<Item>(&item))
            out.push_back(found);
    return out;
}

std::string conclusionId(const std::string& failure)
{
    return failure.empty() ? std::string("C") : "C:" + failure;
}

Error broken(const LedgerEntry& entry, const char* detail)
{
    return Error{ErrorCode::InvestigationDamaged, "ledger entry " + std::to_string(entry.seq), detail};
}

} // namespace

const char* toText(CauseGroup group)
{
    return kGroupWords[static_cast<std::size_t>(group)];
}
const char* toText(HypothesisState state)
{
    return kStateWords[static_cast<std::size_t>(state)];
}
const char* toText(EvidenceSide side)
{
    return kSideWords[static_cast<std::size_t>(side)];
}
const char* toText(FactKind kind)
{
    return kFactWords[static_cast<std::size_t>(kind)];
}
const char* toText(Grade grade)
{
    return kGradeWords[static_cast<std::size_t>(grade)];
}
const char* toText(ShownKind kind)
{
    return kShownWords[static_cast<std::size_t>(kind)];
}

std::optional<CauseGroup> groupFrom(std::string_view text)
{
    return find<CauseGroup>(kGroupWords, text);
}
std::optional<HypothesisState> stateFrom(std::string_view text)
{
    return find<HypothesisState>(kStateWords, text);
}
std::optional<EvidenceSide> sideFrom(std::string_view text)
{
    return find<EvidenceSide>(kSideWords, text);
}
std::optional<FactKind> factKindFrom(std::string_view text)
{
    return find<FactKind>(kFactWords, text);
}
std::optional<Grade> gradeFrom(std::string_view text)
{
    return find<Grade>(kGradeWords, text);
}
std::optional<ShownKind> shownKindFrom(std::string_view text)
{
    return find<ShownKind>(kShownWords, text);
}

std::string idOf(const LedgerItem& item)
{
    if (const auto* conclusion = std::get_if<Conclusion>(&item))
        return conclusionId(conclusion->failure);
    if (const auto* hypothesis = std::get_if<Hypothesis>(&item))
        return hypothesis->id;
    if (const auto* line = std::get_if<EvidenceLine>(&item))
        return line->id;
    return std::get<ManualFact>(item).id;
}

std::string actionOf(const LedgerEntry& entry)
{
    if (entry.kind != EditKind::Edit)
        return entry.kind == EditKind::Undo ? "undo" : "redo";
    const LedgerItem& item = entry.after ? *entry.after : *entry.before;
    constexpr std::array kKinds{"hypothesis", "evidence", "fact", "conclusion"};
    const char* act = !entry.before ? "_add" : entry.after ? "_change" : "_remove";
    return std::string(kKinds[item.index()]) + act;
}

const Hypothesis* Ledger::hypothesis(const std::string& id) const
{
    return itemOf<Hypothesis>(*this, id);
}
const EvidenceLine* Ledger::evidence(const std::string& id) const
{
    return itemOf<EvidenceLine>(*this, id);
}
const ManualFact* Ledger::fact(const std::string& id) const
{
    return itemOf<ManualFact>(*this, id);
}
const Conclusion* Ledger::conclusion(const std::string& failure) const
{
    return itemOf<Conclusion>(*this, conclusionId(failure));
}

const Conclusion* Ledger::conclusionFor(const std::string& failure) const
{
    const Conclusion* own = conclusion(failure);
    return own != nullptr ? own : conclusion({});
}

std::vector<const Hypothesis*> Ledger::hypotheses() const
{
    return itemsOf<Hypothesis>(*this);
}

std::vector<const Hypothesis*> Ledger::hypothesesFor(const std::string& failure) const
{
    std::vector<const Hypothesis*> out = hypotheses();
    std::erase_if(out, [&](const Hypothesis* h) { return !h->failure.empty() && h->failure != failure; });
    return out;
}

std::vector<const EvidenceLine*> Ledger::evidenceFor(const std::string& hypothesis) const
{
    std::vector<const EvidenceLine*> out = itemsOf<EvidenceLine>(*this);
    std::erase_if(out, [&](const EvidenceLine* line) { return line->hypothesis != hypothesis; });
    std::stable_sort(
        out.begin(), out.end(), [](const EvidenceLine* a, const EvidenceLine* b) { return a->side < b->side; });
    return out;
}

std::vector<const ManualFact*> Ledger::facts() const
{
    return itemsOf<ManualFact>(*this);
}

std::vector<const Conclusion*> Ledger::conclusions() const
{
    return itemsOf<Conclusion>(*this);
}

std::size_t Ledger::count(const std::string& hypothesis, EvidenceSide side) const
{
    const std::vector<const EvidenceLine*> lines = evidenceFor(hypothesis);
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [&](const EvidenceLine* line) { return line->side == side; }));
}

const LedgerEntry* Ledger::lastEntryOf(const std::string& item) const
{
    const auto found =
        std::find_if(entries.rbegin(), entries.rend(), [&](const LedgerEntry& entry) { return entry.item == item; });
    return found == entries.rend() ? nullptr : &*found;
}

Result<void> append(Ledger& ledger, LedgerEntry entry)
{
    if (entry.seq != static_cast<std::int64_t>(ledger.entries.size()) + 1)
        return broken(entry, "does not follow the entry before by its number");
    if (entry.previous != ledger.head())
        return broken(entry, "does not continue the chain of the entry before");
    if (entry.hash != sha256(entryJson(entry)))
        return broken(entry, "was changed: its hash does not hold");
    const auto now = ledger.items.find(entry.item);
    const std::optional<LedgerItem> standing =
        now == ledger.items.end() ? std::nullopt : std::optional<LedgerItem>(now->second);
    if (standing != entry.before)
        return broken(entry, "states another form before than the one that stood");
    if (entry.after)
        ledger.items[entry.item] = *entry.after;
    else
        ledger.items.erase(entry.item);
    ledger.entries.push_back(std::move(entry));
    return {};
}

} // namespace antecedent
