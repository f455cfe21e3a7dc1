// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/plan_templates.h"

#include "model/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cassert>

extern "C" const unsigned char antecedent_plan_templates_begin[], antecedent_plan_templates_end[];

namespace antecedent {

namespace {

using nlohmann::json;

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char c : toLowerAscii(text)) {
        const bool isPart = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U;
        if (isPart)
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    return words;
}

bool matchesStem(const PlanTemplate& plan, const std::vector<std::string>& words)
{
    return std::any_of(plan.stems.begin(), plan.stems.end(), [&](const std::string& stem) {
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return word.starts_with(stem); });
    });
}

std::string textAt(const json& entry, const char* key)
{
    const auto found = entry.find(key);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<std::optional<WindowLength>> lengthAt(const json& entry, const char* key)
{
    const std::string text = textAt(entry, key);
    if (text.empty())
        return std::optional<WindowLength>();
    const auto length = parseWindowLength(text);
    if (!length)
        return length.error();
    return std::optional(*length);
}

Result<PlanTemplate> parseTemplate(const json& entry)
{
    PlanTemplate plan;
    plan.name = textAt(entry, "name");
    plan.description = textAt(entry, "description");
    if (const auto stems = entry.find("stems"); stems != entry.end() && stems->is_array())
        for (const json& stem : *stems)
            if (stem.is_string())
                plan.stems.push_back(toLowerAscii(stem.get<std::string>()));
    const auto anchor = parseAnchor(textAt(entry, "anchor"));
    if (!anchor)
        return anchor.error();
    const auto scope = parseScope(textAt(entry, "scope"));
    if (!scope)
        return scope.error();
    const auto clock = parseClock(textAt(entry, "clock"));
    if (!clock)
        return clock.error();
    const auto before = parseWindowLength(textAt(entry, "before"));
    if (!before)
        return before.error();
    const auto after = parseWindowLength(textAt(entry, "after"));
    if (!after)
        return after.error();
    plan.anchor = *anchor;
    plan.scope = *scope;
    plan.clock = *clock;
    plan.before = *before;
    plan.after = *after;
    for (const auto& [key, target] : {std::pair("at_least", &plan.atLeast), std::pair("at_most", &plan.atMost),
             std::pair("fallback", &plan.fallback)}) {
        const auto length = lengthAt(entry, key);
        if (!length)
            return length.error();
        *target = *length;
    }
    return plan;
}

} // namespace

const PlanTemplate& PlanTemplates::match(std::string_view classification, std::string_view text) const
{
    const auto words = wordsOf(trimmed(classification).empty() ? text : classification);
    const auto found = std::find_if(
        templates.begin(), templates.end(), [&](const PlanTemplate& plan) { return matchesStem(plan, words); });
    return found == templates.end() ? templates.back() : *found;
}

const PlanTemplate* PlanTemplates::find(std::string_view name) const
{
    const auto found =
        std::find_if(templates.begin(), templates.end(), [&](const PlanTemplate& plan) { return plan.name == name; });
    return found == templates.end() ? nullptr : &*found;
}

Result<PlanTemplates> parsePlanTemplates(std::string_view text)
{
    const Error invalid{ErrorCode::InvalidTable, "plan templates", {}};
    json document;
    try {
        document = json::parse(text);
    } catch (const json::parse_error& error) {
        const auto upTo = text.substr(0, std::min(text.size(), error.byte));
        return Error{invalid.code, "plan templates, line " + std::to_string(split(upTo, '\n').size()), "is not JSON"};
    } catch (const json::exception&) { // a number of thousands of digits is JSON, and no number here
        return Error{invalid.code, invalid.where, "holds a number that is too big"};
    }
    const auto list = document.is_object() ? document.find("templates") : document.end();
    if (!document.is_object() || list == document.end() || !list->is_array() || list->empty())
        return Error{invalid.code, invalid.where, "not a JSON object with a list \"templates\""};
    PlanTemplates result;
    result.version = textAt(document, "version");
    result.hash = sha256(text);
    for (const json& entry : *list) {
        if (!entry.is_object())
            return Error{invalid.code, invalid.where, "a template is not an object"};
        auto plan = parseTemplate(entry);
        if (!plan)
            return Error{invalid.code, "plan template " + textAt(entry, "name"), plan.error().detail};
        if (plan->name.empty() || result.find(plan->name) != nullptr)
            return Error{invalid.code, "plan template " + plan->name, "each needs a name of its own"};
        result.templates.push_back(std::move(*plan));
    }
    if (!result.templates.back().stems.empty())
        return Error{invalid.code, "plan template " + result.templates.back().name,
            "the last one serves all other classes and has no stems"};
    return result;
}

std::string_view builtinPlanTemplatesText()
{
    const auto size = static_cast<std::size_t>(antecedent_plan_templates_end - antecedent_plan_templates_begin);
    return {reinterpret_cast<const char*>(antecedent_plan_templates_begin), size}; // bytes of a text
}

const PlanTemplates& builtinPlanTemplates()
{
    static const PlanTemplates templates = [] {
        auto parsed = parsePlanTemplates(builtinPlanTemplatesText());
        assert(parsed.has_value()); // shipped with the program and covered by a test
        return *parsed;
    }();
    return templates;
}

WindowOptions optionsOf(const PlanTemplate& plan, const WindowOptions& base)
{
    WindowOptions options = base;
    options.anchor = plan.anchor;
    options.clock = plan.clock;
    options.before = plan.before;
    options.after = plan.after;
    options.scope = plan.scope;
    options.atLeast = plan.atLeast;
    options.atMost = plan.atMost;
    options.fallback = plan.fallback;
    return options;
}

} // namespace antecedent
