// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/reset_table.h"

#include "model/alignment/rule_lines.h"
#include "model/base/phrase.h"
#include "model/base/text.h"

#include <algorithm>
#include <cassert>
#include <utility>

extern "C" const unsigned char antecedent_maintenance_resets_begin[], antecedent_maintenance_resets_end[];

namespace antecedent {

namespace {

constexpr std::string_view kHeader =
    "activity,type,maintenance,preventive,corrective,replacement,calibration,cleaning,note";
constexpr std::size_t kColumns = 9;
constexpr std::string_view kTable = "reset table";

Error invalid(std::size_t line, std::string detail)
{
    return invalidRule(kTable, line, std::move(detail));
}

// The note is the last column and may contain commas; no other column does.
std::vector<std::string_view> cellsOf(std::string_view line)
{
    std::vector<std::string_view> cells;
    while (cells.size() + 1 < kColumns) {
        const auto comma = line.find(',');
        if (comma == std::string_view::npos)
            break;
        cells.push_back(trimmed(line.substr(0, comma)));
        line.remove_prefix(comma + 1);
    }
    cells.push_back(trimmed(line));
    return cells;
}

Result<ResetRule> parseRule(std::string_view text, std::size_t line)
{
    const auto cells = cellsOf(text);
    if (cells.size() != kColumns)
        return invalid(line, phrase("expected the columns %1", std::string(kHeader)).english());
    ResetRule rule;
    rule.activity = toLowerAscii(cells[0]);
    rule.type = std::string(cells[1]);
    const std::array<bool*, 6> flags{&rule.resets.maintenance, &rule.resets.preventive, &rule.resets.corrective,
        &rule.resets.replacement, &rule.resets.calibration, &rule.resets.cleaning};
    for (std::size_t i = 0; i < flags.size(); ++i) {
        const auto cell = cells[i + 2];
        const bool mayFollowType = i == 1 || i == 2;
        if (cell == "type" && mayFollowType)
            rule.kindByType = true;
        else if (cell == "yes")
            *flags[i] = true;
        else if (!cell.empty() && cell != "no")
            return invalid(line, phrase("'%1' is neither yes nor no", std::string(cell)).english());
    }
    rule.note = std::string(cells[8]);
    return rule;
}

} // namespace

Resets ResetTable::resetsOf(const WorkOrder& order) const
{
    const std::string activity = toLowerAscii(trimmed(order.activity));
    const auto byType = std::find_if(rules.begin(), rules.end(), [&](const ResetRule& rule) {
        return rule.activity.empty() && (rule.type.empty() || equalsIgnoreCase(rule.type, trimmed(order.type)));
    });
    const auto byActivity = std::find_if(rules.begin(), rules.end(), [&](const ResetRule& rule) {
        return !activity.empty() && !rule.activity.empty() && activity.find(rule.activity) != std::string::npos
            && (rule.type.empty() || equalsIgnoreCase(rule.type, trimmed(order.type)));
    });
    if (byActivity == rules.end())
        return byType == rules.end() ? Resets{} : byType->resets;
    Resets resets = byActivity->resets;
    if (byActivity->kindByType && byType != rules.end()) {
        resets.preventive = byType->resets.preventive;
        resets.corrective = byType->resets.corrective;
    }
    return resets;
}

Result<ResetTable> parseResetTable(std::string_view csv)
{
    Result<RuleLines> lines = ruleLines(csv, kHeader, kTable);
    if (!lines)
        return lines.error();
    ResetTable table;
    table.hash = sha256(csv);
    table.version = std::move(lines->version);
    for (const RuleLine& line : lines->rules) {
        Result<ResetRule> rule = parseRule(line.text, line.number);
        if (!rule)
            return rule.error();
        table.rules.push_back(std::move(*rule));
    }
    return table;
}

std::string_view builtinResetTableText()
{
    const auto size = static_cast<std::size_t>(antecedent_maintenance_resets_end - antecedent_maintenance_resets_begin);
    return {reinterpret_cast<const char*>(antecedent_maintenance_resets_begin), size}; // bytes of a text
}

const ResetTable& builtinResetTable()
{
    static const ResetTable table = [] {
        auto parsed = parseResetTable(builtinResetTableText());
        assert(parsed.has_value()); // shipped with the program and covered by a test
        return *parsed;
    }();
    return table;
}

} // namespace antecedent
