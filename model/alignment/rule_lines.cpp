// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/rule_lines.h"

#include "model/base/phrase.h"
#include "model/base/text.h"

#include <utility>

namespace antecedent {

Error invalidRule(std::string_view what, std::size_t line, std::string detail)
{
    return Error{ErrorCode::InvalidTable, std::string(what) + ", line " + std::to_string(line), std::move(detail)};
}

std::string statedVersion(std::string_view text)
{
    constexpr std::string_view kVersion = "# version:";
    for (const std::string_view line : split(text, '\n'))
        if (line.starts_with(kVersion))
            return std::string(trimmed(line.substr(kVersion.size())));
    return {};
}

Result<RuleLines> ruleLines(std::string_view csv, std::string_view header, std::string_view what)
{
    RuleLines out;
    out.version = statedVersion(csv);
    bool hasHeader = false;
    std::size_t number = 0;
    for (const std::string_view raw : split(csv, '\n')) {
        const std::string_view line = trimmed(raw);
        ++number;
        if (line.empty() || line.starts_with('#'))
            continue;
        if (hasHeader)
            out.rules.push_back({number, line});
        else if (line != header)
            return invalidRule(what, number, phrase("expected the columns %1", std::string(header)).english());
        hasHeader = true;
    }
    if (out.rules.empty())
        return invalidRule(what, number, "the table has no rules");
    return out;
}

} // namespace antecedent
