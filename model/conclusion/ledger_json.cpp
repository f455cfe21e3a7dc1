// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/conclusion/ledger_json.h"

#include <nlohmann/json.hpp>

namespace antecedent {

namespace {

using Json = nlohmann::json; // sorts its keys

constexpr const char* kHypothesis = "hypothesis";
constexpr const char* kEvidence = "evidence";
constexpr const char* kFact = "fact";
constexpr const char* kConclusion = "conclusion";

std::string dumped(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json shownWithoutHash(const Shown& shown)
{
    return {{"kind", toText(shown.kind)}, {"subject", shown.subject}, {"failure", shown.failure},
        {"words", shown.words}, {"values", shown.values}};
}

Json toJson(const Hypothesis& h)
{
    return {{"type", kHypothesis}, {"id", h.id}, {"failure", h.failure}, {"statement", h.statement},
        {"group", toText(h.group)}, {"if_false", h.ifFalse}, {"proposal", h.proposal}, {"state", toText(h.state)},
        {"state_reason", h.stateReason}};
}

Json toJson(const EvidenceLine& line)
{
    return {{"type", kEvidence}, {"id", line.id}, {"hypothesis", line.hypothesis}, {"side", toText(line.side)},
        {"shown", shownJson(line.shown)}, {"comment", line.comment}};
}

Json toJson(const ManualFact& fact)
{
    Json attachments = Json::array();
    for (const Attachment& attachment : fact.attachments)
        attachments.push_back(
            {{"name", attachment.name}, {"sha256", toHex(attachment.sha256)}, {"bytes", attachment.bytes}});
    return {{"type", kFact}, {"id", fact.id}, {"kind", toText(fact.kind)}, {"text", fact.text}, {"who", fact.who},
        {"when", fact.when}, {"record", fact.record ? shownJson(*fact.record) : Json()},
        {"attachments", std::move(attachments)}};
}

Json toJson(const Conclusion& conclusion)
{
    return {{"type", kConclusion}, {"failure", conclusion.failure}, {"grade", toText(conclusion.grade)},
        {"hypotheses", conclusion.hypotheses}, {"rationale", conclusion.rationale}};
}

std::string textOf(const Json& json, const char* key)
{
    return json.at(key).get<std::string>();
}

// Refuses 1e300, of which the library would make a whole number.
std::int64_t wholeOf(const Json& json, const char* key)
{
    return json.at(key).get_ref<const Json::number_integer_t&>();
}

// Reads items; what is no word or hash of the format is remembered, what has another type ends with an exception of
// the JSON library, which parseEntry catches.
class ItemReader
{
public:
    bool isWhole() const { return m_isWhole; }

    Digest digest(const Json& json, const char* key) { return known(digestFromHex(textOf(json, key))); }

    std::optional<LedgerItem> optionalItem(const Json& json)
    {
        return json.is_null() ? std::nullopt : std::optional<LedgerItem>(item(json));
    }

private:
    template <class T> T known(const std::optional<T>& value)
    {
        m_isWhole = m_isWhole && value.has_value();
        return value.value_or(T{});
    }

    Shown shown(const Json& json)
    {
        return {known(shownKindFrom(textOf(json, "kind"))), textOf(json, "subject"), textOf(json, "failure"),
            textOf(json, "words"), json.at("values").get<std::map<std::string, std::string>>(), digest(json, "hash")};
    }

    ManualFact fact(const Json& json)
    {
        ManualFact fact{textOf(json, "id"), known(factKindFrom(textOf(json, "kind"))), textOf(json, "text"),
            textOf(json, "who"), textOf(json, "when"), std::nullopt, {}};
        if (!json.at("record").is_null())
            fact.record = shown(json.at("record"));
        for (const Json& attachment : json.at("attachments"))
            fact.attachments.push_back({textOf(attachment, "name"), digest(attachment, "sha256"),
                static_cast<std::uint64_t>(wholeOf(attachment, "bytes"))});
        return fact;
    }

    LedgerItem item(const Json& json)
    {
        const std::string type = textOf(json, "type");
        if (type == kHypothesis)
            return Hypothesis{textOf(json, "id"), textOf(json, "failure"), textOf(json, "statement"),
                known(groupFrom(textOf(json, "group"))), textOf(json, "if_false"), textOf(json, "proposal"),
                known(stateFrom(textOf(json, "state"))), textOf(json, "state_reason")};
        if (type == kEvidence)
            return EvidenceLine{textOf(json, "id"), textOf(json, "hypothesis"), known(sideFrom(textOf(json, "side"))),
                shown(json.at("shown")), textOf(json, "comment")};
        if (type == kFact)
            return fact(json);
        m_isWhole = m_isWhole && type == kConclusion;
        return Conclusion{textOf(json, "failure"), known(gradeFrom(textOf(json, "grade"))),
            json.at("hypotheses").get<std::vector<std::string>>(), textOf(json, "rationale")};
    }

    bool m_isWhole = true;
};

EditKind editKindOf(const std::string& action)
{
    return action == "undo" ? EditKind::Undo : action == "redo" ? EditKind::Redo : EditKind::Edit;
}

} // namespace

Digest hashOf(const Shown& shown)
{
    return sha256(dumped(shownWithoutHash(shown)));
}

Json shownJson(const Shown& shown)
{
    Json json = shownWithoutHash(shown);
    json["hash"] = toHex(shown.hash);
    return json;
}

Json itemJson(const LedgerItem& item)
{
    return std::visit([](const auto& value) { return toJson(value); }, item);
}

std::string entryJson(const LedgerEntry& entry)
{
    return dumped({{"seq", entry.seq}, {"item", entry.item}, {"action", actionOf(entry)},
        {"before", entry.before ? itemJson(*entry.before) : Json()},
        {"after", entry.after ? itemJson(*entry.after) : Json()}, {"reason", entry.reason}, {"by", entry.by},
        {"of", entry.of}, {"previous", toHex(entry.previous)}});
}

Result<LedgerEntry> parseEntry(std::string_view text)
{
    const auto refuse = [](const char* detail) { return Error{ErrorCode::InvestigationDamaged, "ledger", detail}; };
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return refuse("an entry is not a JSON object");
    LedgerEntry entry;
    ItemReader reader;
    try {
        entry.seq = wholeOf(json, "seq");
        json.at("item").get_to(entry.item);
        entry.before = reader.optionalItem(json.at("before"));
        entry.after = reader.optionalItem(json.at("after"));
        json.at("reason").get_to(entry.reason);
        json.at("by").get_to(entry.by);
        entry.kind = editKindOf(textOf(json, "action"));
        entry.of = wholeOf(json, "of");
        entry.previous = reader.digest(json, "previous");
    } catch (const Json::exception&) {
        return refuse("a value of an entry is missing or of the wrong type");
    }
    if (!reader.isWhole())
        return refuse("a word or a hash of an entry is not one of the format");
    if (!entry.before && !entry.after)
        return refuse("an entry is about nothing");
    entry.hash = sha256(text);
    return entry;
}

} // namespace antecedent
