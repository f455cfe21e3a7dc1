// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// XML 1.0 as a stream of elements, by local names (a namespace prefix is cut off, so that files with and without
// namespaces read the same). Hostile documents end with a problem: entities that the document declares are not read,
// elements are nested at most kMaxDepth deep, one tag has at most kMaxTag bytes. Nothing is fetched from anywhere.
// Blanks and NUL bytes behind the root element are padding, anything else there is a problem. Encodings: UTF-8, UTF-16,
// ISO 8859-1, ISO 8859-2, Windows-1252. Threads: one reader at a time.

#include "importers/text/byte_source.h"
#include "model/base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace antecedent::importers {

// The name behind the prefix.
std::string_view localName(std::string_view name);

class XmlAttributes
{
public:
    explicit XmlAttributes(const char** pairs)
        : m_pairs(pairs)
    {
    }
    // The value of the attribute with that local name; empty if there is none.
    std::string_view find(std::string_view local) const;
    // Calls take(name with prefix, value) for each.
    template <class Take> void each(const Take& take) const
    {
        for (const char** at = m_pairs; *at != nullptr; at += 2)
            take(std::string_view(at[0]), std::string_view(at[1]));
    }

private:
    const char** m_pairs;
};

// Views are valid during the call only.
class XmlHandler
{
public:
    virtual ~XmlHandler() = default;
    virtual void startElement(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void endElement(std::string_view name) = 0;
    virtual void text(std::string_view /*text*/) { } // a text may come in several pieces
};

class XmlReader
{
public:
    static constexpr std::size_t kMaxDepth = 500;
    static constexpr std::size_t kMaxTag = std::size_t{8} << 20U;

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
    // From inside the handler: goes on with the next call of more(), so that what the handler makes has a bound.
    void pause();
    // What is wrong with the document, and where: "line 12, column 3: mismatched tag". Empty: nothing.
    const std::string& problem() const;
    bool isCut() const; // the problem is that the document ends before its root element does
    // Of the element that the handler is called for: "line:column", both from 1.
    std::string place() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace antecedent::importers
