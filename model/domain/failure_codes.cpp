// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/failure_codes.h"

#include "model/base/text.h"

#include <array>
#include <map>
#include <string>
#include <utility>

extern "C" const unsigned char antecedent_iso14224_codes_begin[], antecedent_iso14224_codes_end[];

namespace antecedent {

namespace {

constexpr std::array<std::string_view, 5> kListNames{"mode", "mechanism", "cause", "detection", "activity"};

using Names = std::map<std::pair<std::size_t, std::string>, std::string>;

Names readNames()
{
    const std::string_view all(reinterpret_cast<const char*>(antecedent_iso14224_codes_begin), // NOLINT: linked bytes
        static_cast<std::size_t>(antecedent_iso14224_codes_end - antecedent_iso14224_codes_begin));
    Names out;
    for (const std::string_view text : split(all, '\n')) {
        const std::string_view line = trimmed(text);
        const std::size_t first = line.find(',');
        const std::size_t second = line.find(',', first == std::string_view::npos ? first : first + 1);
        if (line.starts_with('#') || second == std::string_view::npos)
            continue;
        std::string_view name = line.substr(second + 1);
        if (name.size() > 1 && name.starts_with('"'))
            name = name.substr(1, name.size() - 2);
        for (std::size_t list = 0; list < kListNames.size(); ++list)
            if (line.substr(0, first) == kListNames[list])
                out.emplace(
                    std::pair(list, toLowerAscii(line.substr(first + 1, second - first - 1))), std::string(name));
    }
    return out;
}

} // namespace

std::optional<CodeList> codeListOf(std::string_view column)
{
    static constexpr std::array<std::pair<std::string_view, CodeList>, 5> kColumns{{{"failure_mode", CodeList::Mode},
        {"failure_mechanism", CodeList::Mechanism}, {"failure_cause", CodeList::Cause},
        {"detection_method", CodeList::Detection}, {"activity", CodeList::Activity}}};
    for (const auto& [name, list] : kColumns)
        if (name == column)
            return list;
    return std::nullopt;
}

Phrase failureCodeName(CodeList list, std::string_view code)
{
    static const Names kNames = readNames();
    const auto place = static_cast<std::size_t>(list);
    const std::string key = toLowerAscii(trimmed(code));
    auto found = kNames.find({place, key});
    if (found == kNames.end() && key.size() == 1)
        found = kNames.find({place, key + ".0"});
    return found == kNames.end() ? Phrase() : term(found->second);
}

Phrase failureModeOfClass(std::string_view eventClass)
{
    const std::size_t slash = eventClass.find('/');
    if (!eventClass.starts_with("work_order:") || slash == std::string_view::npos)
        return {};
    return failureCodeName(CodeList::Mode, eventClass.substr(slash + 1));
}

Phrase namedCode(CodeList list, std::string_view code)
{
    const Phrase name = failureCodeName(list, code);
    return name.empty() ? Phrase(code) : phrase("%1 (%2)", std::string(code), name);
}

} // namespace antecedent
