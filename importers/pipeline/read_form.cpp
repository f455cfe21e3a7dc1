// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/read_form.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace antecedent::importers {

namespace {

TextHints hintsOf(const nlohmann::json& stated)
{
    const auto text = [&](const char* name) {
        const auto found = stated.find(name);
        return found != stated.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    TextHints out;
    out.encoding = encodingFromName(text("encoding"));
    out.dateOrder = dateOrderFromName(text("date_order"));
    if (const std::string mark = text("decimal_mark"); !mark.empty())
        out.decimalMark = mark.front();
    return out;
}

} // namespace

ReadForm readFormOf(const StoredSource& source)
{
    ReadForm form;
    TextForm& out = form.text;
    out.encoding = encodingFromName(source.encoding).value_or(Encoding::Utf8);
    const nlohmann::json plan = nlohmann::json::parse(source.plan, nullptr, false);
    if (!plan.is_object())
        return form;
    for (const auto& [name, into] :
        {std::pair("format", &form.format), std::pair("container", &form.container), std::pair("part", &form.part)})
        if (const auto found = plan.find(name); found != plan.end() && found->is_string())
            *into = found->get<std::string>();
    if (!form.format.empty())
        out.encoding = Encoding::Utf8; // of the flat table
    if (const auto hints = plan.find("text"); hints != plan.end() && hints->is_object())
        form.hints = hintsOf(*hints);
    const auto character = [&](const char* name, char usual) {
        const auto found = plan.find(name);
        if (found == plan.end() || !found->is_string())
            return found != plan.end() && found->is_null() ? '\0' : usual;
        const std::string text = found->get<std::string>();
        return text.empty() ? usual : text.front();
    };
    out.delimiter = character("delimiter", ',');
    out.quote = character("quote", '"');
    return form;
}

} // namespace antecedent::importers
