// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/batch/batch_words.h"

#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

std::string identifierOf(std::string_view words)
{
    std::string out;
    for (const char c : trimmed(words)) {
        const bool isLower = c >= 'a' && c <= 'z';
        const bool isWord =
            isLower || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) >= 0x80);
        if (isWord)
            out += isLower ? static_cast<char>(c - 'a' + 'A') : c;
        else if (!out.empty() && out.back() != '_')
            out += '_';
    }
    while (!out.empty() && out.back() == '_')
        out.pop_back();
    return out;
}

bool isIdentifier(std::string_view text)
{
    if (text.empty() || text.front() < 'A' || text.front() > 'Z' || text.back() == '_')
        return false;
    for (const char c : text)
        if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'))
            return false;
    return text.find('_') != std::string_view::npos;
}

std::string_view elementName(std::string_view element)
{
    const std::size_t colon = element.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == element.size())
        return element;
    const bool isInstance = std::all_of(element.begin() + static_cast<std::ptrdiff_t>(colon) + 1, element.end(),
        [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
    return isInstance ? element.substr(0, colon) : element;
}

bool containsIgnoreCase(std::string_view text, std::string_view part)
{
    return toLowerAscii(text).find(part) != std::string::npos;
}

} // namespace antecedent::importers
