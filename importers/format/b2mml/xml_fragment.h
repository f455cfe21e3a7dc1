// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small part of an XML document as a tree, used again for the next one. Memory: of the largest part, at most
// kMaxBytes of text. Threads: one.

#include "importers/format/xml/xml_reader.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace antecedent::importers {

// In lower case (ASCII).
void toLowerName(std::string_view name, std::string& out);

class XmlFragment
{
public:
    using Node = std::uint32_t;
    static constexpr Node kNone = std::numeric_limits<Node>::max();
    static constexpr std::size_t kMaxBytes = std::size_t{4} << 20U;
    static constexpr std::size_t kMaxNodes = 200'000;

    void clear();
    void open(std::string_view name, const XmlAttributes& attributes);
    void text(std::string_view text);
    // False when the root closes.
    bool close();
    bool isTooLarge() const { return m_isTooLarge; }
    std::size_t bytes() const { return m_text.size(); } // of names and texts

    static constexpr Node root() { return 0; }
    std::string_view name(Node node) const;
    // Without blanks at its ends; text behind the first child is not kept.
    std::string_view text(Node node) const;
    std::string_view attribute(Node node, std::string_view localName) const;
    Node first(Node node) const { return m_nodes[node].first; }
    Node next(Node node) const { return m_nodes[node].next; }
    // The first child of that name; kNone if there is none, or no node.
    Node child(Node node, std::string_view name) const;
    // The next sibling of that name.
    Node nextNamed(Node node, std::string_view name) const;
    // Text of the first child of that name; of the child within it where it has one of the second name.
    std::string_view childText(Node node, std::string_view name) const;
    std::string_view childText(Node node, std::string_view name, std::string_view inner) const;

private:
    struct Range
    {
        std::uint32_t begin = 0;
        std::uint32_t length = 0;
    };
    struct Element
    {
        Range name;
        Range text;
        std::uint32_t firstAttribute = 0;
        std::uint32_t attributes = 0;
        Node first = kNone;
        Node last = kNone;
        Node next = kNone;
        Node parent = kNone;
    };
    Range keep(std::string_view text);
    std::string_view view(Range range) const { return std::string_view(m_text).substr(range.begin, range.length); }

    std::vector<Element> m_nodes;
    std::vector<std::pair<Range, Range>> m_attributes;
    std::string m_text;
    std::string m_name;
    Node m_current = kNone;
    bool m_isTooLarge = false;
    std::size_t m_skipped = 0; // depth of elements beyond the limit
};

} // namespace antecedent::importers
