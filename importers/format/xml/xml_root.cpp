// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xml/xml_root.h"

#include "importers/format/xml/xml_reader.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMostChildren = 50;

// The first character of a document is < in every encoding, behind a mark and blanks.
bool looksLikeXml(std::string_view head)
{
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFE\xFF", "\xFF\xFE"})
        if (head.starts_with(mark))
            head.remove_prefix(mark.size());
    const std::size_t at = head.find_first_not_of(std::string_view(" \t\r\n\0", 5));
    return at != std::string_view::npos && head[at] == '<';
}

class RootHandler final : public XmlHandler
{
public:
    void startElement(std::string_view name, const XmlAttributes& attributes) override
    {
        ++m_depth;
        if (m_depth == 1) {
            m_root = XmlRoot{std::string(name), {}, std::string(attributes.find("version")), {}};
            attributes.eachNamespace([&](std::string_view prefix, std::string_view value) {
                if (prefix.empty() || m_root->space.empty())
                    m_root->space = std::string(value);
            });
        } else if (m_depth == 2 && m_root->children.size() < kMostChildren) {
            const auto& known = m_root->children;
            if (std::find(known.begin(), known.end(), name) == known.end())
                m_root->children.emplace_back(name);
        }
    }
    void endElement(std::string_view /*name*/) override { --m_depth; }
    std::optional<XmlRoot> take() { return std::move(m_root); }

private:
    std::size_t m_depth = 0;
    std::optional<XmlRoot> m_root;
};

} // namespace

std::optional<XmlRoot> xmlRoot(std::string_view head)
{
    if (!looksLikeXml(head))
        return std::nullopt;
    MemorySource bytes(head);
    RootHandler handler;
    XmlReader reader(bytes, handler);
    for (;;) {
        const auto more = reader.more();
        if (!more || !*more)
            return handler.take();
    }
}

} // namespace antecedent::importers
