// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// JSON (RFC 8259) as a stream of its parts, so that memory does not grow with the document. Nested at most kMaxDepth
// deep, a text or number of at most kMaxText bytes. UTF-8; a byte order mark is skipped, a text with bytes that are
// no UTF-8 keeps its ASCII, with a question mark for each other byte. Threads: one reader at a time.

#include "importers/text/byte_source.h"
#include "model/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

// Views are valid during the call only.
class JsonHandler
{
public:
    virtual ~JsonHandler() = default;
    virtual void startObject() = 0;
    virtual void endObject() = 0;
    virtual void startArray() = 0;
    virtual void endArray() = 0;
    virtual void key(std::string_view name) = 0;
    virtual void string(std::string_view text) = 0;
    // A number as it is written, true, false or null.
    virtual void literal(std::string_view text) = 0;
};

class JsonReader
{
public:
    static constexpr std::size_t kMaxDepth = 200;
    static constexpr std::size_t kMaxText = std::size_t{8} << 20U;

    // Both outlive the reader.
    JsonReader(ByteSource& bytes, JsonHandler& handler);
    // Reads some more and calls the handler; false at the end, or where the document can't be read on. Errors: those of
    // the bytes.
    Result<bool> more();
    // From inside the handler: reads no further. `why` becomes the problem unless it is empty.
    void stop(const std::string& why);
    const std::string& problem() const { return m_problem; } // "line 3, column 7: …"; empty: nothing
    bool isCut() const { return m_isCut; } // the problem is that the document ends too early
    std::string place() const; // "line:column" of the part that the handler is called for

private:
    enum class State : std::uint8_t {
        Value,
        ValueOrEnd,
        Key,
        KeyOrEnd,
        Colon,
        CommaOrEnd,
        Text,
        Escape,
        Literal,
        After
    };
    void take(char c);
    void takeStructure(char c);
    void beginValue(char c);
    void takeLiteral(char c);
    void takeText(char c);
    void takeEscape(char c);
    void open(char bracket);
    void close(char bracket);
    void endText();
    void endLiteral();
    void afterValue();
    void appendUnit(std::uint32_t unit);

    ByteSource& m_bytes;
    JsonHandler& m_handler;
    std::vector<char> m_piece;
    State m_state = State::Value;
    std::vector<char> m_open; // brackets
    std::string m_text; // of the string or literal at hand
    bool m_isKey = false;
    std::string m_escape; // what stands behind the backslash so far
    std::uint32_t m_high = 0; // surrogate that waits for its other half
    std::uint64_t m_line = 1;
    std::uint64_t m_column = 0;
    std::string m_place;
    std::size_t m_mark = 0; // bytes of a byte order mark that were seen
    std::string m_problem;
    bool m_isStopped = false;
    bool m_isCut = false;
    bool m_isDone = false;
};

// True if the bytes can be the beginning of a document whose outermost part is an object.
bool looksLikeJsonObject(std::string_view head);
// The keys of the outermost object that its first bytes show, at most 50.
std::vector<std::string> jsonKeys(std::string_view head);

} // namespace antecedent::importers
