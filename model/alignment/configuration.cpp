// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/configuration.h"

#include <algorithm>

namespace antecedent {

namespace {

// Puts the file's own table in the place of the built-in one.
template <class Table, class Parse>
Result<void> take(const std::map<std::string, OwnTable>& own, std::string_view name, Parse parse, Table& target)
{
    const auto found = own.find(std::string(name));
    if (found == own.end() || found->second.text.empty())
        return {};
    Result<Table> parsed = parse(found->second.text);
    if (!parsed)
        return parsed.error();
    target = std::move(*parsed);
    return {};
}

} // namespace

const PlanTemplates* Configuration::templatesOf(const Digest& hash) const
{
    const PlanTemplates& builtin = builtinPlanTemplates();
    if (hash == Digest{} || hash == builtin.hash)
        return &builtin;
    if (hash == templates.hash)
        return &templates;
    const auto found = std::find_if(
        earlier.begin(), earlier.end(), [&](const PlanTemplates& candidate) { return candidate.hash == hash; });
    return found == earlier.end() ? nullptr : &*found;
}

const Configuration& builtinConfiguration()
{
    static const Configuration configuration{builtinPlanTemplates(), {}, builtinResetTable(), builtinPlausibility()};
    return configuration;
}

Result<Configuration> parseConfiguration(const std::map<std::string, OwnTable>& own)
{
    Configuration out = builtinConfiguration();
    if (const auto taken = take(own, kPlanTemplatesTable, parsePlanTemplates, out.templates); !taken)
        return taken.error();
    if (const auto taken = take(own, kResetsTable, parseResetTable, out.resets); !taken)
        return taken.error();
    if (const auto taken = take(own, kPlausibilityTable, parsePlausibility, out.plausibility); !taken)
        return taken.error();
    if (const auto found = own.find(std::string(kPlanTemplatesTable)); found != own.end())
        for (const std::string& text : found->second.earlier) {
            Result<PlanTemplates> parsed = parsePlanTemplates(text);
            if (!parsed)
                return parsed.error();
            out.earlier.push_back(std::move(*parsed));
        }
    return out;
}

} // namespace antecedent
