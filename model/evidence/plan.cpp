// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/plan.h"

#include <array>
#include <set>

namespace antecedent {

namespace {

constexpr std::string_view kByTemplate = "template";

void addField(std::string& text, std::string_view name, std::string_view value)
{
    text += name;
    text += '=';
    text += value;
    text += '\n';
}

// Checks the options of every classification, and states those in which all agree in plain words.
std::optional<Error> settle(AnalysisPlan& plan, const PlanTemplates& templates)
{
    std::array<std::set<std::string>, 5> seen;
    for (const auto& entry : plan.perClassification) {
        const Result<WindowOptions> options = optionsBy(templates, plan, entry.first);
        if (!options)
            return options.error();
        seen[0].insert(toText(options->anchor));
        seen[1].insert(toText(options->clock));
        seen[2].insert(toText(options->before));
        seen[3].insert(toText(options->after));
        seen[4].insert(toText(options->scope));
    }
    const std::array<std::string*, 5> fields{&plan.anchor, &plan.clock, &plan.before, &plan.after, &plan.scope};
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (seen[i].size() == 1)
            *fields[i] = *seen[i].begin();
    return std::nullopt;
}

} // namespace

Digest hashPlan(const AnalysisPlan& plan)
{
    std::string text;
    addField(text, "template", plan.templateName);
    addField(text, "anchor", plan.anchor);
    addField(text, "clock", plan.clock);
    addField(text, "before", plan.before);
    addField(text, "after", plan.after);
    addField(text, "scope", plan.scope);
    addField(text, "controls", std::to_string(plan.controls));
    for (const auto& [classification, name] : plan.perClassification)
        addField(text, "class " + classification, name);
    addField(text, "correction", plan.correction);
    addField(text, "version", plan.version);
    if (plan.templatesHash != Digest{})
        addField(text, "templates", toHex(plan.templatesHash));
    return sha256(text);
}

Result<AnalysisPlan> makePlan(const Dataset& dataset, const PlanOverrides& overrides, const PlanTemplates& templates)
{
    AnalysisPlan plan;
    plan.templateName = overrides.templateName.value_or("by classification");
    if (overrides.templateName && templates.find(*overrides.templateName) == nullptr)
        return Error{ErrorCode::InvalidArgument, "--template", "no template is named " + *overrides.templateName};
    for (const auto& [classification, name] : overrides.templates)
        if (templates.find(name) == nullptr)
            return Error{ErrorCode::InvalidArgument, classification, "no template is named " + name};
    const std::string byTemplate(kByTemplate);
    plan.anchor = overrides.anchor.value_or(byTemplate);
    plan.clock = overrides.clock.value_or(byTemplate);
    plan.before = overrides.before.value_or(byTemplate);
    plan.after = overrides.after.value_or(byTemplate);
    plan.scope = overrides.scope.value_or(byTemplate);
    plan.controls = overrides.controls.value_or(WindowOptions{}.controls);
    plan.version = templates.version;
    if (templates.hash != builtinPlanTemplates().hash)
        plan.templatesHash = templates.hash;
    for (const Deviation& d : dataset.deviations) {
        const auto [entry, isNew] = plan.perClassification.try_emplace(d.classification);
        if (!isNew)
            continue;
        const auto stated = overrides.templates.find(d.classification);
        entry->second = stated != overrides.templates.end() ? stated->second
            : overrides.templateName                        ? *overrides.templateName
                                                            : templates.match(d.classification).name;
    }
    if (auto error = settle(plan, templates))
        return *error;
    plan.hash = hashPlan(plan);
    return plan;
}

Result<const PlanTemplates*> templatesOf(const AnalysisPlan& plan, const Configuration& configuration)
{
    const PlanTemplates* templates = configuration.templatesOf(plan.templatesHash);
    if (templates == nullptr)
        return Error{ErrorCode::NotAvailable, "plan",
            "it was made with plan templates of version " + plan.version + ", " + printDigest(plan.templatesHash)
                + ", which neither the file nor the program has"};
    return templates;
}

Result<WindowOptions> optionsBy(
    const PlanTemplates& templates, const AnalysisPlan& plan, const std::string& classification)
{
    const auto named = plan.perClassification.find(classification);
    const PlanTemplate* chosen = named == plan.perClassification.end() ? nullptr : templates.find(named->second);
    WindowOptions options = optionsOf(chosen == nullptr ? templates.match(classification) : *chosen);
    const auto apply = [](const std::string& text, auto parse, auto& target) -> std::optional<Error> {
        if (text == kByTemplate || text.empty())
            return std::nullopt;
        auto parsed = parse(text);
        if (!parsed)
            return parsed.error();
        target = *parsed;
        return std::nullopt;
    };
    if (auto error = apply(plan.anchor, parseAnchor, options.anchor))
        return *error;
    if (auto error = apply(plan.clock, parseClock, options.clock))
        return *error;
    const WindowLength ofTemplate = options.before;
    if (auto error = apply(plan.before, parseWindowLength, options.before))
        return *error;
    if (options.before != ofTemplate) { // a stated length is taken as it is
        options.atLeast.reset();
        options.atMost.reset();
        options.fallback.reset();
    }
    if (auto error = apply(plan.after, parseWindowLength, options.after))
        return *error;
    if (auto error = apply(plan.scope, parseScope, options.scope))
        return *error;
    if (plan.controls < 0)
        return Error{ErrorCode::InvalidArgument, "--controls", "the number of controls can't be negative"};
    options.controls = plan.controls;
    return options;
}

Result<WindowOptions> optionsOf(
    const AnalysisPlan& plan, const std::string& classification, const Configuration& configuration)
{
    const Result<const PlanTemplates*> templates = templatesOf(plan, configuration);
    if (!templates)
        return templates.error();
    return optionsBy(**templates, plan, classification);
}

} // namespace antecedent
