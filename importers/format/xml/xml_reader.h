// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// XML 1.0 as a stream of elements, by local names (a namespace prefix is cut off, so that files with and without
// namespaces read the same). Hostile documents end with a problem: entities that the document declares are not read,
// elements are nested at most kMaxDepth deep, one tag or comment has at most kMaxTag bytes. Nothing is fetched from
// anywhere. Blanks and NUL bytes behind the root element are padding, anything else there is a problem. Encodings:
// UTF-8, UTF-16, ISO 8859-1, ISO 8859-2, Windows-1252. Threads: one reader at a time.

#include "importers/text/byte_source.h"
#include "model/base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace antecedent::importers {

// The name behind the prefix.
inline std::string_view localName(std::string_view name)
{
    const std::size_t colon = name.find_last_of(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// By their local names; the declarations of namespaces are none of them.
class XmlAttributes
{
public:
    // As libxml2 has them: five pointers for each attribute, two for each namespace.
    XmlAttributes(const unsigned char** fives, std::size_t count, const unsigned char** spaces, std::size_t spaceCount)
        : m_fives(fives)
        , m_count(count)
        , m_spaces(spaces)
        , m_spaceCount(spaceCount)
    {
    }
    // The value of the first attribute with that name; empty if there is none.
    std::string_view find(std::string_view name) const
    {
        for (std::size_t i = 0; i < m_count; ++i)
            if (nameAt(i) == name)
                return valueAt(i);
        return {};
    }
    // Calls take(name, value) for each.
    template <class Take> void each(const Take& take) const
    {
        for (std::size_t i = 0; i < m_count; ++i)
            take(nameAt(i), valueAt(i));
    }
    // Calls take(prefix, address) for each namespace that the element declares; the prefix of the default is empty.
    template <class Take> void eachNamespace(const Take& take) const
    {
        for (std::size_t i = 0; i < m_spaceCount; ++i)
            take(text(m_spaces[2 * i]), text(m_spaces[2 * i + 1]));
    }

private:
    static std::string_view text(const unsigned char* from)
    {
        return from == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(from));
    }
    std::string_view nameAt(std::size_t i) const { return localName(text(m_fives[5 * i])); }
    std::string_view valueAt(std::size_t i) const
    {
        const unsigned char* begin = m_fives[5 * i + 3];
        return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(m_fives[5 * i + 4] - begin)};
    }

    const unsigned char** m_fives;
    std::size_t m_count;
    const unsigned char** m_spaces;
    std::size_t m_spaceCount;
};

// Views are valid during the call only.
class XmlHandler
{
public:
    virtual ~XmlHandler() = default;
    virtual void startElement(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void endElement(std::string_view name) = 0;
};
// Of documents that say something between their tags. Where all stands in attributes, the blanks between elements are
// more texts than there are elements, and nobody is called for them.
class XmlTextHandler : public XmlHandler
{
public:
    virtual void text(std::string_view text) = 0; // a text may come in several pieces
};

class XmlReader
{
public:
    static constexpr std::size_t kMaxDepth = 500;
    static constexpr std::size_t kMaxTag = std::size_t{1} << 20U;
    static constexpr std::size_t kMaxAttributes = 1000; // of an element; as many namespaces

    // Both outlive the reader. A failing allocation is a problem like any other.
    XmlReader(ByteSource& bytes, XmlHandler& handler);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    // Reads some more and calls the handler; false at the end of the document, or where it can't be read on. Errors:
    // those of the bytes.
    Result<bool> more();
    // From inside the handler: reads no further. `why` becomes the problem unless it is empty.
    void stop(std::string why);
    // From inside the handler: goes on with the next call of more() after some kilobytes at most, so that what the
    // handler makes has a bound.
    void pause();
    // What is wrong with the document, and where: "line 12, column 3: Opening and ending tag mismatch". Empty: nothing.
    const std::string& problem() const;
    bool isCut() const; // the problem is that the document ends before its root element does
    // Of the element that the handler is called for: "line:column", both from 1.
    std::string place() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace antecedent::importers
