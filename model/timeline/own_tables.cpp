// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/own_tables.h"

#include <nlohmann/json.hpp>

namespace antecedent {

std::string configurationJson(std::string_view text)
{
    return nlohmann::json{{"text", text.empty() ? nlohmann::json() : nlohmann::json(text)}}.dump();
}

Result<std::string> configurationText(const StoredDocument& document)
{
    const nlohmann::json json = nlohmann::json::parse(document.json, nullptr, false);
    if (json.is_object() && json.contains("text")) {
        if (json["text"].is_null())
            return std::string();
        if (json["text"].is_string())
            return json["text"].get<std::string>();
    }
    return Error{ErrorCode::InvestigationDamaged, "configuration " + document.name, "has no text"};
}

Result<std::map<std::string, OwnTable>> readOwnTables(const CaseFile& file, std::int64_t until)
{
    const Result<std::vector<StoredDocument>> newest = file.documents("", kConfigurationDocuments, until);
    if (!newest)
        return newest.error();
    std::map<std::string, OwnTable> out;
    for (const StoredDocument& document : *newest) {
        if (document.name.starts_with(kProfilePrefix))
            continue;
        const Result<std::vector<StoredDocument>> versions =
            file.versions("", kConfigurationDocuments, document.name, until);
        if (!versions)
            return versions.error();
        OwnTable& table = out[document.name];
        for (const StoredDocument& version : *versions) {
            Result<std::string> text = configurationText(version);
            if (!text)
                return text.error();
            if (!table.text.empty())
                table.earlier.push_back(std::move(table.text));
            table.text = std::move(*text);
        }
    }
    return out;
}

} // namespace antecedent
