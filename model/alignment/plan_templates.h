// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Analysis plan templates per deviation class (semantics.md, "Default plan templates"): a versioned table, shipped
// (resources/plans/plan_templates.json, bundled at build time) or the file's own (configuration.h). A classification is
// matched by word stems; anything else takes the last template, which has none. Errors: InvalidTable with the
// template or the line. Threads: immutable once parsed.

#include "model/alignment/window_options.h"
#include "model/base/digest.h"

#include <vector>

namespace antecedent {

struct PlanTemplate
{
    std::string name; // "leak", "default"
    std::string description;
    std::vector<std::string> stems; // lower case; a class matches if one of its words (or of its text) begins with one
    AnchorRule anchor;
    WindowLength before;
    WindowLength after;
    Scope scope = Scope::Unit;
    Clock clock = Clock::Wall;
    std::optional<WindowLength> atLeast;
    std::optional<WindowLength> atMost;
    std::optional<WindowLength> fallback;
};

struct PlanTemplates
{
    std::string version;
    std::vector<PlanTemplate> templates; // in order of precedence, the default last
    Digest hash{}; // of the table's text

    // By classification, by the text only if that is empty; never fails (default).
    const PlanTemplate& match(std::string_view classification, std::string_view text = {}) const;
    const PlanTemplate* find(std::string_view name) const;
};

Result<PlanTemplates> parsePlanTemplates(std::string_view json);
std::string_view builtinPlanTemplatesText();
const PlanTemplates& builtinPlanTemplates();
// The window options that a template stands for, everything else as in `base`.
WindowOptions optionsOf(const PlanTemplate& plan, const WindowOptions& base = {});

} // namespace antecedent
