// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xml/xml_encoding.h"

#include "model/base/text.h"

#include <utility>

namespace antecedent::importers {

namespace {

constexpr std::size_t kLongestDeclaration = 1000; // bytes

// Behind `encoding=` in the declaration; empty if it states none.
std::string_view statedIn(std::string_view declaration)
{
    std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos)
        return {};
    at = declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos)
        return {};
    const std::size_t end = declaration.find(declaration[at], at + 1);
    return end == std::string_view::npos ? std::string_view() : declaration.substr(at + 1, end - at - 1);
}

// Latin 1 is a part of Windows-1252, but for control characters, which no text has.
std::optional<Encoding> encodingOfName(std::string_view stated)
{
    static constexpr std::pair<std::string_view, Encoding> kNames[] = {{"", Encoding::Utf8}, {"utf-8", Encoding::Utf8},
        {"utf8", Encoding::Utf8}, {"us-ascii", Encoding::Utf8}, {"ascii", Encoding::Utf8},
        {"iso-8859-1", Encoding::Windows1252}, {"iso8859-1", Encoding::Windows1252}, {"latin1", Encoding::Windows1252},
        {"windows-1252", Encoding::Windows1252}, {"cp1252", Encoding::Windows1252}, {"iso-8859-2", Encoding::Iso8859_2},
        {"iso8859-2", Encoding::Iso8859_2}, {"latin2", Encoding::Iso8859_2},
        // One byte a character stands there, as its declaration could be read.
        {"utf-16", Encoding::Utf8}, {"utf-16le", Encoding::Utf8}, {"utf-16be", Encoding::Utf8}};
    for (const auto& [name, encoding] : kNames)
        if (equalsIgnoreCase(stated, name))
            return encoding;
    return std::nullopt;
}

} // namespace

XmlEncoding encodingOfXml(std::string_view head, bool isWhole)
{
    XmlEncoding out;
    if (head.size() < 4 && !isWhole) {
        out.needsMore = true;
        return out;
    }
    for (const Encoding marked : {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be}) {
        out.markBytes = bomBytes(marked, head);
        if (out.markBytes > 0) {
            out.encoding = marked;
            return out;
        }
    }
    if (head.size() >= 2 && (head[0] == '\0') != (head[1] == '\0')) {
        out.encoding = head[0] == '\0' ? Encoding::Utf16Be : Encoding::Utf16Le;
        return out;
    }
    std::string_view declaration;
    if (std::string_view("<?xml").starts_with(head.substr(0, 5))) {
        const std::size_t end = head.substr(0, kLongestDeclaration).find("?>");
        out.needsMore = end == std::string_view::npos && !isWhole && head.size() < kLongestDeclaration;
        declaration = end == std::string_view::npos ? std::string_view() : head.substr(0, end);
    }
    out.name = statedIn(declaration);
    out.encoding = encodingOfName(out.name);
    return out;
}

} // namespace antecedent::importers
