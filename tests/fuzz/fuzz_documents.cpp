// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// JSON that people hand over or that stands in an investigation of theirs: plan templates, plans, pins, entries of a
// ledger, decisions about names, parameters, clocks and repeated facts.
#include "model/alignment/plan_templates.h"
#include "model/conclusion/ledger_json.h"
#include "model/evidence/pin_json.h"
#include "model/evidence/plan_json.h"
#include "model/timeline/alias_decisions.h"
#include "model/timeline/clock_decisions.h"
#include "model/timeline/parameter_decisions.h"
#include "model/timeline/repeats.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

using namespace antecedent;
using fuzz::require;

// What is read is written in a form that reads as the same.
template <class Value, class Parse, class Print> void check(std::string_view text, Parse parse, Print print)
{
    const auto value = parse(text);
    if (!value)
        return;
    const std::string printed = print(*value);
    const auto again = parse(std::string_view(printed));
    require(again && print(*again) == printed, "a document is read as it is written");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size > fuzz::kMostInput)
        return 0;
    const std::string_view text = fuzz::textOf(data, size);
    check<AnalysisPlan>(text, &parsePlan, &planJson);
    check<KeptPin>(text, &parsePin, &pinJson);
    check<LedgerEntry>(text, &parseEntry, &entryJson);
    check<AliasDecision>(text, &aliasDecisionFrom, [](const AliasDecision& d) { return toJson(d); });
    check<ParameterDecision>(text, &parameterDecisionFrom, [](const ParameterDecision& d) { return toJson(d); });
    check<ClockDecision>(text, &clockDecisionFrom, [](const ClockDecision& d) { return toJson(d); });
    check<RepeatDecision>(text, &repeatDecisionFrom, [](const RepeatDecision& d) { return toJson(d); });
    if (const Result<PlanTemplates> templates = parsePlanTemplates(text)) {
        require(!templates->templates.empty(), "there is a default template");
        (void)optionsOf(templates->match("leak of a seal"));
    }
    return 0;
}
