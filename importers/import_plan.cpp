// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/import_plan.h"

#include "importers/profile/profile_writer.h"

#include <nlohmann/json.hpp>

namespace antecedent::importers {

namespace {

nlohmann::json tablesOf(const Profile& mapping)
{
    nlohmann::json out = nlohmann::json::array();
    for (const TableMapping& table : mapping.tables) {
        const TableSpec& spec = tableSpec(table.table);
        nlohmann::json columns = nlohmann::json::object();
        for (const ColumnMapping& column : table.columns)
            columns[std::string(spec.columns[column.column].name)] = templateText(column.value);
        nlohmann::json entry{{"table", spec.name}, {"columns", columns}};
        if (!table.each.empty())
            entry["each"] = table.each;
        out.push_back(std::move(entry));
    }
    return out;
}

nlohmann::json orNull(const std::string& text)
{
    return text.empty() ? nlohmann::json(nullptr) : nlohmann::json(text);
}

nlohmann::json hintsOf(const TextHints& hints)
{
    nlohmann::json out = nlohmann::json::object();
    if (hints.encoding)
        out["encoding"] = encodingName(*hints.encoding);
    if (hints.decimalMark)
        out["decimal_mark"] = std::string(1, *hints.decimalMark);
    if (hints.dateOrder)
        out["date_order"] = dateOrderName(*hints.dateOrder);
    return out;
}

} // namespace

std::string toJson(const ImportPlan& plan)
{
    nlohmann::json orders = nlohmann::json::object();
    for (const auto& [column, decision] : plan.dateOrders)
        orders[column] = {
            {"order", dateOrderName(decision.order)}, {"assumed", decision.assumed}, {"reason", decision.reason}};
    nlohmann::json out{{"importer", plan.importer}, {"compression", orNull(plan.compression)},
        {"encoding", encodingName(plan.form.encoding)}, {"delimiter", std::string(1, plan.form.delimiter)},
        {"quote", plan.form.quote == 0 ? nlohmann::json(nullptr) : nlohmann::json(std::string(1, plan.form.quote))},
        {"decimal_mark", std::string(1, plan.dialect.decimalMark)}, {"title_rows", plan.dialect.titleRows},
        {"header", plan.header}, {"time_zone", orNull(plan.zone)}, {"ambiguous", ambiguousPolicyName(plan.ambiguous)},
        {"date_orders", orders}, {"tables", tablesOf(plan.mapping)}, {"profile", orNull(plan.mapping.text)}};
    if (!plan.several.empty())
        out["several"] = plan.several;
    if (!plan.format.empty()) {
        out["format"] = plan.format;
        if (!plan.container.empty())
            out["container"] = plan.container;
        out["part"] = orNull(plan.part);
        if (plan.hints != TextHints{})
            out["text"] = hintsOf(plan.hints);
    }
    // A header cell may hold bytes that are no UTF-8; the plan shows them as replaced.
    return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace antecedent::importers
