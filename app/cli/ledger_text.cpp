// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ledger_text.h"

#include "model/conclusion/ledger_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace antecedent::cli {

namespace {

using nlohmann::json;

std::string spoken(const char* word)
{
    std::string text(word);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

// An empty text is an unknown value.
json withNulls(json value)
{
    if (value.is_string() && value.get<std::string>().empty())
        return {};
    if (value.is_structured())
        for (json& inner : value)
            inner = withNulls(std::move(inner));
    return value;
}

std::string scope(const std::string& failure)
{
    return failure.empty() ? "the case" : failure;
}

void addLines(std::vector<std::string>& lines, const Hypothesis& h)
{
    lines.push_back(h.id + "  " + spoken(toText(h.group)) + "  " + spoken(toText(h.state)) + "  of " + scope(h.failure)
        + ": " + h.statement);
    if (!h.ifFalse.empty())
        lines.push_back("  if false: " + h.ifFalse);
    if (!h.stateReason.empty())
        lines.push_back("  " + spoken(toText(h.state)) + ": " + h.stateReason);
}

void addLines(std::vector<std::string>& lines, const EvidenceLine& line)
{
    lines.push_back("  " + line.id + "  " + spoken(toText(line.side)) + "  " + line.shown.words
        + "  sha256:" + toHex(line.shown.hash).substr(0, 16));
    if (!line.comment.empty())
        lines.push_back("    " + line.comment);
}

void addLines(std::vector<std::string>& lines, const ManualFact& fact)
{
    lines.push_back(fact.id + "  " + spoken(toText(fact.kind)) + (fact.who.empty() ? "" : "  by " + fact.who)
        + (fact.when.empty() ? "" : "  " + fact.when) + ": " + fact.text);
    if (fact.record)
        lines.push_back("  on " + fact.record->words);
    for (const Attachment& attachment : fact.attachments)
        lines.push_back("  " + attachment.name + "  " + std::to_string(attachment.bytes) + " bytes  "
            + printDigest(attachment.sha256));
}

void addLines(std::vector<std::string>& lines, const Conclusion& conclusion)
{
    std::string line = "Conclusion on " + scope(conclusion.failure) + ": " + spoken(toText(conclusion.grade));
    for (const std::string& id : conclusion.hypotheses)
        line += (id == conclusion.hypotheses.front() ? ", " : " + ") + id;
    lines.push_back(line + ". " + conclusion.rationale);
}

} // namespace

json ledgerItemJson(const Ledger& ledger, const LedgerItem& item)
{
    json out = withNulls(itemJson(item));
    out["id"] = idOf(item);
    if (const LedgerEntry* last = ledger.lastEntryOf(idOf(item))) {
        out["by"] = last->by;
        out["at"] = formatUtc(last->at, 3);
    }
    if (const auto* hypothesis = std::get_if<Hypothesis>(&item)) {
        out["evidence"] = json::array();
        for (const EvidenceLine* line : ledger.evidenceFor(hypothesis->id))
            out["evidence"].push_back(ledgerItemJson(ledger, *line));
    }
    return out;
}

std::vector<std::string> ledgerItemLines(const Ledger& ledger, const LedgerItem& item)
{
    std::vector<std::string> lines;
    std::visit([&](const auto& value) { addLines(lines, value); }, item);
    if (const auto* hypothesis = std::get_if<Hypothesis>(&item))
        for (const EvidenceLine* line : ledger.evidenceFor(hypothesis->id))
            addLines(lines, *line);
    return lines;
}

json ledgerJson(const Ledger& ledger)
{
    json hypotheses = json::array();
    json facts = json::array();
    json conclusions = json::array();
    for (const Hypothesis* hypothesis : ledger.hypotheses())
        hypotheses.push_back(ledgerItemJson(ledger, *hypothesis));
    for (const ManualFact* fact : ledger.facts())
        facts.push_back(ledgerItemJson(ledger, *fact));
    for (const Conclusion* conclusion : ledger.conclusions())
        conclusions.push_back(ledgerItemJson(ledger, *conclusion));
    return {{"entries", ledger.entries.size()},
        {"head", ledger.entries.empty() ? json() : json(printDigest(ledger.head()))},
        {"hypotheses", std::move(hypotheses)}, {"facts", std::move(facts)}, {"conclusions", std::move(conclusions)}};
}

std::vector<std::string> ledgerLines(const Ledger& ledger)
{
    if (ledger.entries.empty())
        return {"No hypothesis, fact or conclusion is recorded."};
    std::vector<std::string> lines;
    const auto add = [&](const LedgerItem& item) {
        const std::vector<std::string> more = ledgerItemLines(ledger, item);
        lines.insert(lines.end(), more.begin(), more.end());
    };
    for (const CauseGroup group : kAllGroups)
        for (const Hypothesis* hypothesis : ledger.hypotheses())
            if (hypothesis->group == group)
                add(*hypothesis);
    for (const ManualFact* fact : ledger.facts())
        add(*fact);
    for (const Conclusion* conclusion : ledger.conclusions())
        add(*conclusion);
    lines.push_back(
        "Ledger: " + std::to_string(ledger.entries.size()) + " entries, head " + printDigest(ledger.head()));
    return lines;
}

} // namespace antecedent::cli
