// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xml/xml_reader.h"

#include "importers/format/xml/text_position.h"
#include "importers/text/encoding.h"
#include "model/base/text.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <vector>

namespace antecedent::importers {

namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} * 1024;

// The character that a byte is in a single-byte encoding, -1 for none.
int characterOf(Encoding encoding, unsigned char byte)
{
    if (byte < 0x80)
        return byte;
    Decoder decoder(encoding);
    std::string utf8;
    const char text = static_cast<char>(byte);
    decoder.decode(std::string_view(&text, 1), true, utf8);
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
    if (utf8.size() == 2)
        return ((at(0) & 0x1F) << 6) | (at(1) & 0x3F);
    if (utf8.size() == 3)
        return ((at(0) & 0x0F) << 12) | ((at(1) & 0x3F) << 6) | (at(2) & 0x3F);
    return -1;
}

int XMLCALL takeEncoding(void* /*data*/, const XML_Char* name, XML_Encoding* info)
{
    const std::optional<Encoding> encoding = encodingFromName(toLowerAscii(name));
    if (encoding != Encoding::Windows1252 && encoding != Encoding::Iso8859_2)
        return XML_STATUS_ERROR;
    for (std::size_t byte = 0; byte < 256; ++byte)
        info->map[byte] = characterOf(*encoding, static_cast<unsigned char>(byte));
    info->data = nullptr;
    info->convert = nullptr;
    info->release = nullptr;
    return XML_STATUS_OK;
}

} // namespace

std::string_view localName(std::string_view name)
{
    const std::size_t colon = name.find_last_of(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view XmlAttributes::find(std::string_view local) const
{
    for (const char** at = m_pairs; *at != nullptr; at += 2) {
        const std::string_view name(at[0]);
        if (name.ends_with(local) && localName(name) == local)
            return at[1];
    }
    return {};
}

struct XmlReader::State
{
    State(ByteSource& source, XmlHandler& to)
        : bytes(source)
        , handler(to)
        , parser(XML_ParserCreate(nullptr))
        , piece(kPieceBytes)
    {
        if (parser == nullptr) {
            problem = "there is no memory for it";
            done = true;
            return;
        }
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, &State::start, &State::end);
        XML_SetCharacterDataHandler(parser, &State::text);
        XML_SetEntityDeclHandler(parser, &State::entity);
        XML_SetUnknownEncodingHandler(parser, &takeEncoding, nullptr);
        XML_SetXmlDeclHandler(parser, &State::declaration);
    }
    ~State() { XML_ParserFree(parser); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    static void XMLCALL start(void* data, const XML_Char* name, const XML_Char** pairs)
    {
        State& s = *static_cast<State*>(data);
        if (s.stopped)
            return;
        if (++s.depth > kMaxDepth)
            s.stop("elements are nested more than " + std::to_string(kMaxDepth) + " deep");
        else
            s.handler.startElement(localName(name), XmlAttributes(pairs));
    }
    static void XMLCALL end(void* data, const XML_Char* name)
    {
        State& s = *static_cast<State*>(data);
        if (s.stopped)
            return;
        s.handler.endElement(localName(name));
        s.ended = --s.depth == 0;
    }
    static void XMLCALL text(void* data, const XML_Char* text, int length)
    {
        State& s = *static_cast<State*>(data);
        if (!s.stopped)
            s.handler.text(std::string_view(text, static_cast<std::size_t>(length)));
    }
    static void XMLCALL declaration(
        void* data, const XML_Char* /*version*/, const XML_Char* encoding, int /*standalone*/)
    {
        const std::string name = encoding == nullptr ? "utf-8" : toLowerAscii(encoding);
        if (name != "utf-8" && name != "us-ascii")
            static_cast<State*>(data)->isUtf8 = false;
    }
    static void XMLCALL entity(void* data, const XML_Char* name, int /*isParameter*/, const XML_Char* /*value*/,
        int /*length*/, const XML_Char* /*base*/, const XML_Char* /*system*/, const XML_Char* /*isPublic*/,
        const XML_Char* /*notation*/)
    {
        constexpr std::size_t kLongestName = 40;
        static_cast<State*>(data)->stop("the document declares an entity (" + shownText(name, kLongestName)
            + "); documents with entities of their own are not read");
    }
    void stop(const std::string& why)
    {
        if (!why.empty() && problem.empty())
            problem = where() + why;
        stopped = true;
        XML_StopParser(parser, XML_FALSE);
    }
    // Padding behind the root element, as a copy over a network leaves it, takes nothing away; anything else does.
    void checkPadding(std::string_view behind)
    {
        const std::size_t other = behind.find_first_not_of(std::string_view(" \t\r\n\0", 5));
        if (other == std::string_view::npos)
            return;
        problem = where() + "something stands behind the end of the root element";
        done = true;
    }
    void addPiece()
    {
        const std::string_view text(piece.data(), size);
        if (fed == size && text.size() >= 2) // UTF-16 has a mark, or a zero byte beside its first character
            isUtf8 = isUtf8 && text[0] != '\0' && text[1] != '\0' && text[0] != '\xFE' && text[0] != '\xFF';
        if (isUtf8)
            position.add(text);
    }
    // Where the element at hand begins. The parser counts the lines of all text again to say so; most is told without.
    std::string place()
    {
        const auto at = static_cast<std::uint64_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser), 0));
        if (isUtf8 && position.moveTo(at))
            return std::to_string(position.line()) + ':' + std::to_string(position.column());
        return std::to_string(XML_GetCurrentLineNumber(parser)) + ':'
            + std::to_string(XML_GetCurrentColumnNumber(parser) + 1);
    }
    std::string where() const
    {
        return "line " + std::to_string(XML_GetCurrentLineNumber(parser)) + ", column "
            + std::to_string(XML_GetCurrentColumnNumber(parser) + 1) + ": ";
    }

    ByteSource& bytes;
    XmlHandler& handler;
    XML_Parser parser;
    std::vector<char> piece;
    TextPosition position; // while isUtf8
    bool isUtf8 = true;
    std::size_t depth = 0;
    std::size_t size = 0; // of the piece
    std::uint64_t fed = 0;
    bool isLast = false; // there are no more pieces
    bool isPaused = false;
    bool stopped = false;
    bool ended = false; // the root element was closed
    bool isPadding = false; // what follows is looked at for other things than padding
    bool cut = false;
    bool done = false;
    std::string problem;
};

XmlReader::XmlReader(ByteSource& bytes, XmlHandler& handler)
    : m_state(std::make_unique<State>(bytes, handler))
{
}

XmlReader::~XmlReader() = default;

Result<bool> XmlReader::more()
{
    State& s = *m_state;
    if (s.done)
        return false;
    XML_Status status = XML_STATUS_OK;
    if (s.isPaused) {
        s.isPaused = false;
        status = XML_ResumeParser(s.parser);
    } else {
        const Result<std::size_t> count = s.bytes.read(std::span<char>(s.piece.data(), s.piece.size()));
        if (!count)
            return count.error();
        s.size = *count;
        s.fed += s.size;
        s.isLast = s.size == 0;
        s.addPiece();
        if (s.isPadding) {
            s.done = s.isLast;
            s.checkPadding(std::string_view(s.piece.data(), s.size));
            return !s.done;
        }
        status = XML_Parse(s.parser, s.piece.data(), static_cast<int>(s.size), s.isLast ? XML_TRUE : XML_FALSE);
    }
    if (status == XML_STATUS_SUSPENDED) {
        s.isPaused = true;
        return true;
    }
    s.done = s.isLast;
    if (status == XML_STATUS_ERROR && s.ended && !s.stopped) {
        // Where the token at fault began in an earlier piece, it is no padding.
        const std::uint64_t begin = s.fed - s.size;
        const auto fault = static_cast<std::uint64_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(s.parser), 0));
        s.isPadding = true;
        s.checkPadding(
            fault < begin ? "?" : std::string_view(s.piece.data(), s.size).substr(std::min(fault - begin, s.size)));
        return !s.done;
    }
    if (status == XML_STATUS_ERROR) {
        s.done = true;
        if (!s.stopped && s.problem.empty()) {
            s.problem = s.where() + XML_ErrorString(XML_GetErrorCode(s.parser));
            s.cut = s.isLast;
        }
    }
    const auto parsed = static_cast<std::uint64_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(s.parser), 0));
    if (!s.done && s.fed > parsed + kMaxTag) {
        s.stop("a tag or text has more than " + std::to_string(kMaxTag >> 20U) + " MB");
        s.done = true;
    }
    return !s.done;
}

void XmlReader::stop(std::string why)
{
    m_state->stop(why);
}

void XmlReader::pause()
{
    XML_StopParser(m_state->parser, XML_TRUE);
}

const std::string& XmlReader::problem() const
{
    return m_state->problem;
}

bool XmlReader::isCut() const
{
    return m_state->cut;
}

std::string XmlReader::place() const
{
    return m_state->place();
}

} // namespace antecedent::importers
