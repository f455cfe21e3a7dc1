// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/twin/twin_ledger.h"

#include "model/conclusion/ledger_json.h"

#include <nlohmann/json.hpp>

namespace antecedent {

namespace {

using Json = nlohmann::json;

std::string dumped(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

Json ledgerTwin(const ReportInputs& inputs)
{
    Json entries = Json::array();
    for (const LedgerEntry& entry : inputs.ledger.entries)
        entries.push_back(
            {{"at", formatUtc(entry.at, 3)}, {"sha256", toHex(entry.hash)}, {"entry", Json::parse(entryJson(entry))}});
    Json items = Json::object();
    for (const auto& [id, item] : inputs.ledger.items)
        items[id] = itemJson(item);
    Json shown = Json::array();
    for (const Hypothesis* hypothesis : inputs.ledger.hypothesesFor(inputs.failure.id))
        shown.push_back(hypothesis->id);
    const Conclusion* conclusion = inputs.ledger.conclusionFor(inputs.failure.id);
    return {{"case", inputs.caseId}, {"head", toHex(inputs.ledger.head())}, {"entries", std::move(entries)},
        {"items", std::move(items)}, {"hypotheses", std::move(shown)},
        {"conclusion", conclusion == nullptr ? Json() : Json(idOf(*conclusion))}};
}

std::vector<RecordId> recordsOf(const Ledger& ledger)
{
    std::vector<RecordId> records;
    const auto add = [&](const Shown& shown) {
        const std::optional<RecordId> record = recordIdFromHex(shown.subject);
        if (shown.kind == ShownKind::Record && record)
            records.push_back(*record);
    };
    for (const auto& [id, item] : ledger.items) {
        if (const auto* line = std::get_if<EvidenceLine>(&item))
            add(line->shown);
        else if (const auto* fact = std::get_if<ManualFact>(&item); fact != nullptr && fact->record)
            add(*fact->record);
    }
    return records;
}

namespace second {

namespace {

class LedgerCheck
{
public:
    LedgerCheck(const Json& ledger, const RecordIndex& records, TwinVerification& result)
        : m_ledger(ledger)
        , m_records(records)
        , m_result(result)
    {
    }

    void run()
    {
        const Json items = replayed();
        ++m_result.numbers;
        if (items != m_ledger.at("items"))
            find("items of the ledger", "are not what its entries lead to");
        for (const auto& [id, item] : m_ledger.at("items").items()) {
            if (item.at("type") == "evidence")
                checkShown(id, item.at("shown"));
            else if (item.at("type") == "fact" && !item.at("record").is_null())
                checkShown(id, item.at("record"));
            else if (item.at("type") == "hypothesis" && item.at("state") == "ruled_out")
                checkRuledOut(id);
        }
        if (const Json& conclusion = m_ledger.at("conclusion"); conclusion.is_string())
            checkConclusion(conclusion.get<std::string>());
    }

private:
    void find(std::string subject, std::string detail, std::string record = {})
    {
        m_result.findings.push_back({"ledger", std::move(subject), std::move(record), std::move(detail)});
    }

    // The items after the last entry; chain and hashes are checked on the way.
    Json replayed()
    {
        Json items = Json::object();
        std::string previous(64, '0');
        std::int64_t seq = 0;
        for (const Json& kept : m_ledger.at("entries")) {
            const Json& entry = kept.at("entry");
            const std::string subject = "entry " + entry.at("seq").dump();
            ++m_result.numbers;
            if (entry.at("seq").get<std::int64_t>() != ++seq)
                find(subject, "does not follow the entry before");
            if (entry.at("previous") != previous)
                find(subject, "does not continue the chain of the entry before");
            previous = toHex(sha256(dumped(entry)));
            if (kept.at("sha256") != previous)
                find(subject, "was changed: its hash does not hold");
            const std::string id = entry.at("item").get<std::string>();
            if (items.value(id, Json()) != entry.at("before"))
                find(subject, "states another form before than the one that stood");
            if (entry.at("after").is_null())
                items.erase(id);
            else
                items[id] = entry.at("after");
        }
        ++m_result.numbers;
        if (m_ledger.at("head") != previous)
            find("head of the ledger", "is not the hash of its last entry");
        return items;
    }

    void checkShown(const std::string& id, const Json& shown)
    {
        Json frozen = shown;
        frozen.erase("hash");
        ++m_result.numbers;
        if (shown.at("hash") != toHex(sha256(dumped(frozen))))
            find(id, "what it shows is not what was pinned: its hash does not hold");
        const std::string subject = shown.at("subject").get<std::string>();
        if (shown.at("kind") != "record")
            return;
        ++m_result.numbers;
        if (m_records.find(subject) == nullptr)
            find(id, "the pinned record is not in the data", subject);
    }

    void checkRuledOut(const std::string& id)
    {
        ++m_result.numbers;
        for (const auto& [other, item] : m_ledger.at("items").items())
            if (item.at("type") == "evidence" && item.at("hypothesis") == id && item.at("side") == "against")
                return;
        find(id, "is ruled out, and nothing stands against it");
    }

    void checkConclusion(const std::string& id)
    {
        ++m_result.numbers;
        const Json conclusion = m_ledger.at("items").value(id, Json());
        if (conclusion.is_null())
            return find("conclusion", "is not in the ledger");
        for (const Json& hypothesis : conclusion.at("hypotheses"))
            if (!m_ledger.at("items").contains(hypothesis.get<std::string>()))
                find("conclusion", "rests on " + hypothesis.get<std::string>() + ", which is not in the ledger");
    }

    const Json& m_ledger;
    const RecordIndex& m_records;
    TwinVerification& m_result;
};

} // namespace

void checkLedger(const Json& twin, const RecordIndex& records, TwinVerification& result)
{
    const auto ledger = twin.find("ledger"); // reports of before the ledger have none
    if (ledger != twin.end())
        LedgerCheck(*ledger, records, result).run();
}

} // namespace second

} // namespace antecedent
