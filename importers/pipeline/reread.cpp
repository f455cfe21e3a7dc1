// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/reread.h"

#include "importers/pipeline/read_form.h"
#include "importers/recognise.h"
#include "importers/source_reader.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace antecedent::importers {

namespace {

using Json = nlohmann::json;

std::string textIn(const Json& plan, const char* key)
{
    const auto found = plan.find(key);
    return found != plan.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// What a person or the import stated about how the source is read.
Result<PlanOptions> optionsOf(const Json& plan, const ReadForm& form)
{
    PlanOptions out;
    if (const std::string profile = textIn(plan, "profile"); !profile.empty()) {
        Result<Profile> parsed = parseProfile(profile, textIn(plan, "importer"));
        if (!parsed)
            return parsed.error();
        out.profile = std::move(*parsed);
    } else {
        out.as = textIn(plan, "importer");
    }
    out.zone = textIn(plan, "time_zone");
    out.ambiguous = ambiguousPolicyFromName(textIn(plan, "ambiguous")).value_or(AmbiguousPolicy::Earlier);
    out.part = form.part;
    out.encoding = form.format.empty() ? std::optional(form.text.encoding) : form.hints.encoding;
    return out;
}

// What the whole source settled at the import.
void settle(const Json& stored, const ReadForm& form, ImportPlan& plan)
{
    plan.form = form.text;
    plan.hints = form.hints;
    plan.dialect.delimiter = plan.form.delimiter;
    plan.dialect.quote = plan.form.quote;
    if (const std::string mark = textIn(stored, "decimal_mark"); !mark.empty())
        plan.dialect.decimalMark = mark.front();
    if (const auto rows = stored.find("title_rows"); rows != stored.end() && rows->is_number_unsigned())
        plan.dialect.titleRows = rows->get<std::uint32_t>();
    plan.several.clear();
    if (const auto several = stored.find("several"); several != stored.end() && several->is_array())
        for (const Json& column : *several)
            if (column.is_string())
                plan.several.insert(column.get<std::string>());
    if (const auto orders = stored.find("date_orders"); orders != stored.end() && orders->is_object())
        for (const auto& [column, decision] : orders->items())
            if (decision.is_object())
                if (const auto order = dateOrderFromName(textIn(decision, "order")))
                    plan.dateOrders[column].order = *order;
}

// The plan of a stored source from its kept bytes.
Result<ImportPlan> planOf(const StoredSource& source, std::string_view bytes)
{
    const Json stored = Json::parse(source.plan, nullptr, false);
    if (!stored.is_object())
        return Error{ErrorCode::CorruptInput, source.info.name, "the plan of its import can't be read"};
    const ReadForm form = readFormOf(source);
    const Result<PlanOptions> options = optionsOf(stored, form);
    if (!options)
        return options.error();
    MemorySource memory(bytes);
    const Result<SourceHead> head = readSourceHead(memory, source.info.name, *options);
    if (!head)
        return head.error();
    Result<ImportPlan> plan = proposePlan(*head, *options);
    if (plan)
        settle(stored, form, *plan);
    return plan;
}

} // namespace

Result<void> rereadSource(
    const CaseFile& file, const StoredSource& source, RecordSink& sink, const std::stop_token& stop)
{
    const Result<std::string> bytes = file.sourceBytes(source.id);
    if (!bytes)
        return bytes.error();
    const Result<ImportPlan> plan = planOf(source, *bytes);
    if (!plan)
        return plan.error();
    MemorySource memory(*bytes);
    const Result<ReadTotals> totals = readSource(memory, *plan, sink, stop);
    if (!totals)
        return totals.error();
    if (totals->read != source.info.rowsRead || totals->rejected != source.info.rowsRejected)
        return Error{ErrorCode::NotAvailable, source.info.name,
            "its rows are read otherwise than when it was imported, by " + source.importerVersion};
    return {};
}

} // namespace antecedent::importers
