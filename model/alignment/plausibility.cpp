// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/plausibility.h"

#include "model/alignment/rule_lines.h"
#include "model/base/decimal.h"
#include "model/base/phrase.h"
#include "model/base/text.h"

#include <algorithm>
#include <cassert>
#include <utility>

extern "C" const unsigned char antecedent_plausibility_begin[], antecedent_plausibility_end[];

namespace antecedent {

namespace {

constexpr std::string_view kHeader = "deviation,asset,weight";
constexpr std::string_view kTable = "plausibility table";

Error invalid(std::size_t line, std::string detail)
{
    return invalidRule(kTable, line, std::move(detail));
}

std::vector<std::string> stemsOf(std::string_view cell)
{
    std::vector<std::string> stems;
    for (const std::string_view stem : split(cell, '|'))
        if (!stem.empty())
            stems.push_back(toLowerAscii(stem));
    return stems;
}

bool isWordPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

bool containsWord(std::string_view text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !isWordPart(text[at - 1])) && (end == text.size() || !isWordPart(text[end])))
            return true;
    }
    return false;
}

bool matches(const std::vector<std::string>& stems, std::string_view lowerText)
{
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) {
        return stem.starts_with('=') ? containsWord(lowerText, stem.substr(1))
                                     : lowerText.find(stem) != std::string_view::npos;
    });
}

Result<PlausibilityRule> parseRule(std::string_view text, std::size_t line)
{
    const std::vector<std::string_view> cells = split(text, ',');
    if (cells.size() != 3)
        return invalid(line, phrase("expected the columns %1", std::string(kHeader)).english());
    PlausibilityRule rule{stemsOf(cells[0]), stemsOf(cells[1]), 0};
    const std::optional<Decimal> weight = parseDecimal(trimmed(cells[2]));
    if (rule.deviation.empty() || !weight || toDouble(*weight) < 0 || toDouble(*weight) > 1)
        return invalid(line, "a rule needs deviation stems and a weight from 0 to 1");
    rule.weight = toDouble(*weight);
    return rule;
}

} // namespace

double PlausibilityTable::weight(std::string_view deviation, std::string_view asset) const
{
    const std::string what = toLowerAscii(deviation);
    const std::string which = toLowerAscii(asset);
    bool isKnown = false;
    double best = kImplausible;
    for (const PlausibilityRule& rule : rules) {
        if (!matches(rule.deviation, what))
            continue;
        isKnown = true;
        if (rule.weight > best && matches(rule.asset, which))
            best = rule.weight;
    }
    return isKnown ? best : kNotMatched;
}

bool PlausibilityTable::isAdministrative(std::string_view deviation) const
{
    const std::string what = toLowerAscii(deviation);
    return std::any_of(rules.begin(), rules.end(),
        [&](const PlausibilityRule& rule) { return rule.asset.empty() && matches(rule.deviation, what); });
}

Result<PlausibilityTable> parsePlausibility(std::string_view csv)
{
    Result<RuleLines> lines = ruleLines(csv, kHeader, kTable);
    if (!lines)
        return lines.error();
    PlausibilityTable table;
    table.hash = sha256(csv);
    table.version = std::move(lines->version);
    for (const RuleLine& line : lines->rules) {
        Result<PlausibilityRule> rule = parseRule(line.text, line.number);
        if (!rule)
            return rule.error();
        table.rules.push_back(std::move(*rule));
    }
    return table;
}

std::string_view builtinPlausibilityText()
{
    const auto size = static_cast<std::size_t>(antecedent_plausibility_end - antecedent_plausibility_begin);
    return {reinterpret_cast<const char*>(antecedent_plausibility_begin), size}; // bytes of a text
}

const PlausibilityTable& builtinPlausibility()
{
    static const PlausibilityTable table = [] {
        auto parsed = parsePlausibility(builtinPlausibilityText());
        assert(parsed.has_value()); // shipped with the program and covered by a test
        return *parsed;
    }();
    return table;
}

} // namespace antecedent
