// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/b2mml/xml_fragment.h"

#include "model/base/text.h"

namespace antecedent::importers {

void toLowerName(std::string_view name, std::string& out)
{
    out.assign(name);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
}

void XmlFragment::clear()
{
    m_nodes.clear();
    m_attributes.clear();
    m_text.clear();
    m_current = kNone;
    m_isTooLarge = false;
    m_skipped = 0;
}

XmlFragment::Range XmlFragment::keep(std::string_view text)
{
    if (m_text.size() + text.size() > kMaxBytes) {
        m_isTooLarge = true;
        return {};
    }
    const Range out{static_cast<std::uint32_t>(m_text.size()), static_cast<std::uint32_t>(text.size())};
    m_text += text;
    return out;
}

void XmlFragment::open(std::string_view name, const XmlAttributes& attributes)
{
    m_isTooLarge = m_isTooLarge || m_nodes.size() >= kMaxNodes;
    if (m_isTooLarge) {
        ++m_skipped;
        return;
    }
    const auto node = static_cast<Node>(m_nodes.size());
    Element element;
    element.name = keep(name);
    element.firstAttribute = static_cast<std::uint32_t>(m_attributes.size());
    attributes.each([&](std::string_view key, std::string_view value) {
        toLowerName(key, m_name);
        m_attributes.emplace_back(keep(m_name), keep(value));
        ++element.attributes;
    });
    element.text.begin = static_cast<std::uint32_t>(m_text.size());
    element.parent = m_current;
    m_nodes.push_back(element);
    if (m_current != kNone) {
        Element& parent = m_nodes[m_current];
        if (parent.last == kNone)
            parent.first = node;
        else
            m_nodes[parent.last].next = node;
        parent.last = node;
    }
    m_current = node;
}

void XmlFragment::text(std::string_view text)
{
    if (m_isTooLarge || m_current == kNone || m_nodes[m_current].first != kNone)
        return;
    m_nodes[m_current].text.length += keep(text).length;
}

bool XmlFragment::close()
{
    if (m_skipped > 0) {
        --m_skipped;
        return true;
    }
    if (m_current != kNone)
        m_current = m_nodes[m_current].parent;
    return m_current != kNone;
}

std::string_view XmlFragment::name(Node node) const
{
    return view(m_nodes[node].name);
}

std::string_view XmlFragment::text(Node node) const
{
    return trimmed(view(m_nodes[node].text));
}

std::string_view XmlFragment::attribute(Node node, std::string_view localName) const
{
    if (node == kNone)
        return {};
    const Element& element = m_nodes[node];
    for (std::uint32_t i = 0; i < element.attributes; ++i)
        if (view(m_attributes[element.firstAttribute + i].first) == localName)
            return trimmed(view(m_attributes[element.firstAttribute + i].second));
    return {};
}

XmlFragment::Node XmlFragment::child(Node node, std::string_view name) const
{
    if (node == kNone)
        return kNone;
    for (Node at = m_nodes[node].first; at != kNone; at = m_nodes[at].next)
        if (view(m_nodes[at].name) == name)
            return at;
    return kNone;
}

XmlFragment::Node XmlFragment::nextNamed(Node node, std::string_view name) const
{
    for (Node at = m_nodes[node].next; at != kNone; at = m_nodes[at].next)
        if (view(m_nodes[at].name) == name)
            return at;
    return kNone;
}

std::string_view XmlFragment::childText(Node node, std::string_view name) const
{
    const Node found = child(node, name);
    return found == kNone ? std::string_view{} : text(found);
}

std::string_view XmlFragment::childText(Node node, std::string_view name, std::string_view inner) const
{
    const Node found = child(node, name);
    if (found == kNone)
        return {};
    const Node within = child(found, inner);
    return text(within == kNone ? found : within);
}

} // namespace antecedent::importers
