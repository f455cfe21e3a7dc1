// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/json/json_reader.h"

#include "importers/text/encoding.h"
#include "model/base/text.h"

namespace antecedent::importers {

namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} * 1024;
constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::uint32_t kReplacement = 0xFFFD;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isLiteral(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.' || c == 'E';
}

bool isNumber(std::string_view text)
{
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t begin = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            ++at;
        return at > begin;
    };
    if (!digits())
        return false;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (!digits())
            return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        if (!digits())
            return false;
    }
    return at == text.size();
}

std::uint32_t hexOf(std::string_view digits)
{
    std::uint32_t out = 0;
    for (const char c : digits)
        out = out * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    return out;
}

} // namespace

JsonReader::JsonReader(ByteSource& bytes, JsonHandler& handler)
    : m_bytes(bytes)
    , m_handler(handler)
    , m_piece(kPieceBytes)
{
}

std::string JsonReader::place() const
{
    return m_place;
}

void JsonReader::stop(const std::string& why)
{
    if (!why.empty() && m_problem.empty())
        m_problem = "line " + std::to_string(m_line) + ", column " + std::to_string(m_column) + ": " + why;
    m_isStopped = true;
}

Result<bool> JsonReader::more()
{
    if (m_isDone)
        return false;
    const Result<std::size_t> count = m_bytes.read(m_piece);
    if (!count)
        return count.error();
    for (std::size_t i = 0; i < *count && !m_isStopped; ++i)
        take(m_piece[i]);
    if (*count == 0 && !m_isStopped) {
        if (m_state == State::Literal && m_open.empty())
            endLiteral();
        if (m_state != State::After) {
            stop("the document ends inside a value");
            m_isCut = true;
        }
    }
    m_isDone = *count == 0 || m_isStopped;
    return !m_isDone;
}

void JsonReader::take(char c)
{
    if (c == '\n') {
        ++m_line;
        m_column = 0;
    } else {
        ++m_column;
    }
    if (m_line == 1 && m_column == m_mark + 1 && m_mark < kMark.size() && c == kMark[m_mark]) {
        ++m_mark;
        return;
    }
    if (m_state == State::Text)
        takeText(c);
    else if (m_state == State::Escape)
        takeEscape(c);
    else if (m_state == State::Literal && isLiteral(c))
        takeLiteral(c);
    else
        takeStructure(c);
}

void JsonReader::takeLiteral(char c)
{
    constexpr std::size_t kLongest = 100;
    if (m_text.size() < kLongest)
        m_text.push_back(c);
    else
        stop("a number or word is too long");
}

void JsonReader::takeStructure(char c)
{
    if (m_state == State::Literal)
        endLiteral();
    if (isBlank(c) || m_isStopped)
        return;
    switch (m_state) {
    case State::Value:
    case State::ValueOrEnd:
        if (c == ']' && m_state == State::ValueOrEnd)
            close(c);
        else
            beginValue(c);
        return;
    case State::Key:
    case State::KeyOrEnd:
        if (c == '}' && m_state == State::KeyOrEnd) {
            close(c);
        } else if (c == '"') {
            m_isKey = true;
            beginValue(c);
        } else {
            stop("a name in quotes is expected");
        }
        return;
    case State::Colon:
        if (c == ':')
            m_state = State::Value;
        else
            stop("a colon is expected");
        return;
    case State::CommaOrEnd:
        if (c == ',')
            m_state = m_open.back() == '{' ? State::Key : State::Value;
        else
            close(c);
        return;
    case State::Text:
    case State::Escape:
    case State::Literal:
        return;
    case State::After:
        if (c != '\0') // padding
            stop("something stands behind the document");
        return;
    }
}

void JsonReader::beginValue(char c)
{
    m_place = std::to_string(m_line) + ':' + std::to_string(m_column);
    m_text.clear();
    if (c == '"') {
        m_state = State::Text;
    } else if (c == '{' || c == '[') {
        open(c);
    } else if (isLiteral(c)) {
        m_state = State::Literal;
        m_text = c;
    } else {
        stop("a value is expected");
    }
}

void JsonReader::open(char bracket)
{
    if (m_open.size() >= kMaxDepth) {
        stop("values are nested more than " + std::to_string(kMaxDepth) + " deep");
        return;
    }
    m_open.push_back(bracket);
    m_state = bracket == '{' ? State::KeyOrEnd : State::ValueOrEnd;
    if (bracket == '{')
        m_handler.startObject();
    else
        m_handler.startArray();
}

void JsonReader::close(char bracket)
{
    const char opened = bracket == '}' ? '{' : '[';
    if ((bracket != '}' && bracket != ']') || m_open.empty() || m_open.back() != opened) {
        stop("a comma or a closing bracket is expected");
        return;
    }
    m_open.pop_back();
    if (bracket == '}')
        m_handler.endObject();
    else
        m_handler.endArray();
    afterValue();
}

void JsonReader::afterValue()
{
    m_state = m_open.empty() ? State::After : State::CommaOrEnd;
}

void JsonReader::takeText(char c)
{
    if (c == '"') {
        endText();
    } else if (c == '\\') {
        m_state = State::Escape;
        m_escape.clear();
    } else if (m_text.size() >= kMaxText) {
        stop("a text has more than " + std::to_string(kMaxText >> 20U) + " MB");
    } else {
        m_text.push_back(c);
        m_high = 0;
    }
}

void JsonReader::takeEscape(char c)
{
    m_escape.push_back(c);
    if (m_escape.front() != 'u') {
        constexpr std::string_view kNames = "\"\\/bfnrt";
        constexpr std::string_view kValues = "\"\\/\b\f\n\r\t";
        const std::size_t at = kNames.find(c);
        if (at == std::string_view::npos)
            return stop("an unknown character stands behind a backslash");
        m_text.push_back(kValues[at]);
        m_high = 0;
        m_state = State::Text;
        return;
    }
    const bool isHex = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
    if (m_escape.size() > 1 && !isHex)
        return stop("four hexadecimal digits are expected");
    if (m_escape.size() < 5)
        return;
    appendUnit(hexOf(std::string_view(m_escape).substr(1)));
    m_state = State::Text;
}

// Units of UTF-16; a half that stands alone becomes the replacement character, which its other half then replaces.
void JsonReader::appendUnit(std::uint32_t unit)
{
    constexpr std::size_t kReplacementBytes = 3;
    const bool isLow = unit >= 0xDC00 && unit < 0xE000;
    if (isLow && m_high != 0) {
        m_text.resize(m_text.size() - kReplacementBytes);
        appendUtf8(m_text, 0x10000 + ((m_high - 0xD800) << 10U) + (unit - 0xDC00));
        m_high = 0;
        return;
    }
    const bool isHigh = unit >= 0xD800 && unit < 0xDC00;
    appendUtf8(m_text, isHigh || isLow ? kReplacement : unit);
    m_high = isHigh ? unit : 0;
}

void JsonReader::endText()
{
    m_high = 0;
    if (!isValidUtf8(m_text))
        for (std::size_t i = 0; i < m_text.size(); ++i)
            if (static_cast<unsigned char>(m_text[i]) >= 0x80)
                m_text[i] = '?';
    if (m_isKey) {
        m_isKey = false;
        m_state = State::Colon;
        m_handler.key(m_text);
        return;
    }
    m_handler.string(m_text);
    afterValue();
}

void JsonReader::endLiteral()
{
    if (m_text != "true" && m_text != "false" && m_text != "null" && !isNumber(m_text)) {
        stop("'" + m_text + "' is no value");
        return;
    }
    m_handler.literal(m_text);
    afterValue();
}

namespace {

class KeyHandler final : public JsonHandler
{
public:
    void startObject() override { ++m_depth; }
    void endObject() override { --m_depth; }
    void startArray() override { ++m_depth; }
    void endArray() override { --m_depth; }
    void key(std::string_view name) override
    {
        constexpr std::size_t kMostKeys = 50;
        if (m_depth == 1 && keys.size() < kMostKeys)
            keys.emplace_back(name);
    }
    void string(std::string_view /*text*/) override { }
    void literal(std::string_view /*text*/) override { }
    std::vector<std::string> keys;

private:
    int m_depth = 0;
};

} // namespace

bool looksLikeJsonObject(std::string_view head)
{
    if (head.starts_with(kMark))
        head.remove_prefix(kMark.size());
    const std::string_view text = trimmed(head);
    return text.starts_with('{')
        && (trimmed(text.substr(1)).starts_with('"') || trimmed(text.substr(1)).starts_with('}'));
}

std::vector<std::string> jsonKeys(std::string_view head)
{
    if (!looksLikeJsonObject(head))
        return {};
    MemorySource bytes(head);
    KeyHandler handler;
    JsonReader reader(bytes, handler);
    for (;;) {
        const Result<bool> more = reader.more();
        if (!more || !*more)
            return handler.keys;
    }
}

} // namespace antecedent::importers
