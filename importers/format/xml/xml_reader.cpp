// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xml/xml_reader.h"

#include "importers/format/xml/text_position.h"
#include "importers/format/xml/xml_encoding.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <vector>

namespace antecedent::importers {

namespace {

constexpr std::size_t kReadBytes = std::size_t{64} * 1024;
constexpr std::size_t kPieceBytes = std::size_t{8} * 1024; // that the parser gets at once, and pause() waits for
constexpr std::size_t kLongestName = 40; // that a problem shows
constexpr std::size_t kLongestWhy = 200;

std::string_view textOf(const xmlChar* text)
{
    return reinterpret_cast<const char*>(text);
}

// The first line of what the parser says, without the full stop or mark at its end.
std::string reasonOf(const char* message)
{
    std::string_view out = message == nullptr ? std::string_view() : std::string_view(message);
    out = out.substr(0, out.find('\n'));
    while (out.ends_with(' ') || out.ends_with('!') || out.ends_with('.'))
        out.remove_suffix(1);
    return shownText(out, kLongestWhy);
}

} // namespace

struct XmlReader::State
{
    State(ByteSource& source, XmlHandler& to)
        : bytes(source)
        , handler(to)
        , textHandler(dynamic_cast<XmlTextHandler*>(&to))
        , input(kReadBytes)
    {
        static const bool isReady = (xmlInitParser(), true); // once, before threads share its tables
        (void)isReady;
        xmlSAXHandler calls{};
        calls.initialized = XML_SAX2_MAGIC;
        calls.startElementNs = &State::start;
        calls.endElementNs = &State::end;
        if (textHandler != nullptr)
            calls.characters = calls.ignorableWhitespace = calls.cdataBlock = &State::text;
        calls.entityDecl = &State::entity;
        calls.attributeDecl = &State::attribute;
        calls.getEntity = &State::reference;
        calls.serror = [](void* data, auto error) { static_cast<State*>(data)->fail(*error); };
        parser = xmlCreatePushParserCtxt(&calls, this, nullptr, 0, nullptr);
        if (parser == nullptr) {
            problem = "there is no memory for it";
            done = true;
            return;
        }
        // Without NOENT a value has &#38; where &amp; stands. There are no entities but those of XML itself.
        xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT);
        xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8); // all that it gets is
    }
    ~State()
    {
        if (parser == nullptr)
            return;
        xmlFreeDoc(parser->myDoc); // that of a document type, if any
        parser->myDoc = nullptr;
        xmlFreeParserCtxt(parser);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    static void start(void* data, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* /*space*/,
        int spaceCount, const xmlChar** spaces, int count, int /*defaulted*/, const xmlChar** attributes)
    {
        State& s = *static_cast<State*>(data);
        if (s.stopped || s.unparsed() == 0) // the text ends inside of the tag
            return;
        if (++s.depth > kMaxDepth)
            s.stop("elements are nested more than " + std::to_string(kMaxDepth) + " deep");
        else if (static_cast<std::size_t>(std::max(count, spaceCount)) > kMaxAttributes)
            s.stop("an element has more than " + std::to_string(kMaxAttributes) + " attributes");
        else
            s.handler.startElement(localName(textOf(name)),
                XmlAttributes(
                    attributes, static_cast<std::size_t>(count), spaces, static_cast<std::size_t>(spaceCount)));
    }
    static void end(void* data, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* /*space*/)
    {
        State& s = *static_cast<State*>(data);
        if (s.stopped)
            return;
        s.handler.endElement(localName(textOf(name)));
        s.ended = --s.depth == 0;
    }
    static void text(void* data, const xmlChar* text, int length)
    {
        State& s = *static_cast<State*>(data);
        if (!s.stopped)
            s.textHandler->text(textOf(text).substr(0, static_cast<std::size_t>(length)));
    }
    static void entity(void* data, const xmlChar* name, int /*type*/, const xmlChar* /*publicId*/,
        const xmlChar* /*systemId*/, xmlChar* /*content*/)
    {
        static_cast<State*>(data)->stop("the document declares an entity (" + shownText(textOf(name), kLongestName)
            + "); documents with entities of their own are not read");
    }

    // Asked for those that are not XML's own, of which there are none.
    static xmlEntityPtr reference(void* data, const xmlChar* name)
    {
        static_cast<State*>(data)->stop("Entity '" + shownText(textOf(name), kLongestName) + "' not defined");
        return nullptr;
    }
    // A small document could state much for each of its elements.
    static void attribute(void* data, const xmlChar* /*element*/, const xmlChar* name, int /*type*/, int /*use*/,
        const xmlChar* value, xmlEnumerationPtr values)
    {
        xmlFreeEnumeration(values);
        if (value != nullptr)
            static_cast<State*>(data)->stop("the document type states a value of the attribute "
                + shownText(textOf(name), kLongestName) + "; documents with such values are not read");
    }

    void stop(const std::string& why)
    {
        if (!why.empty() && problem.empty())
            problem = where(offset()) + why;
        stopped = true;
        xmlStopParser(parser); // what it has of the text costs nothing more
    }
    // Of the parser. What it says of namespaces matters to nobody.
    void fail(const xmlError& error)
    {
        if (stopped || error.level != XML_ERR_FATAL)
            return;
        stopped = true;
        if (ended && error.code == XML_ERR_DOCUMENT_END) {
            checkPadding();
            return;
        }
        problem =
            where(offset()) + (isLast ? "the document ends before its root element does" : reasonOf(error.message));
        cut = isLast;
    }
    // Padding behind the root element, as a copy over a network leaves it, takes nothing away; anything else does.
    void checkPadding()
    {
        const std::size_t rest = unparsed();
        const std::string_view behind(textOf(parser->input->end - rest).data(), rest);
        isPadding = isOnlyPadding(behind, fed - rest);
    }
    bool isOnlyPadding(std::string_view behind, std::uint64_t begin)
    {
        const std::size_t other = behind.find_first_not_of(std::string_view(" \t\r\n\0", 5));
        if (other != std::string_view::npos)
            problem = where(begin + other) + "something stands behind the end of the root element";
        return other == std::string_view::npos;
    }
    std::size_t unparsed() const
    {
        const xmlParserInput* at = parser->input;
        return at == nullptr ? 0 : static_cast<std::size_t>(at->end - at->cur);
    }
    // Of the first byte that the parser has not taken, in the text.
    std::uint64_t offset() const { return fed - std::min<std::uint64_t>(unparsed() + held, fed); }
    std::string where(std::uint64_t at)
    {
        position.moveTo(at);
        return "line " + std::to_string(position.line()) + ", column " + std::to_string(position.column()) + ": ";
    }
    // The element at hand begins with the last < before what the parser has not taken, as no attribute holds one.
    std::string place()
    {
        position.moveToLast('<', offset());
        return std::to_string(position.line()) + ':' + std::to_string(position.column());
    }

    // The next bytes as UTF-8 in `piece`; all of them at the start, until their encoding is known.
    Result<void> fill()
    {
        const Result<std::size_t> count = bytes.read(input);
        if (!count)
            return count.error();
        piece.clear();
        taken = 0;
        isLast = *count == 0;
        const std::string_view read(input.data(), *count);
        if (decoder) {
            decoder->decode(read, isLast, piece);
            return {};
        }
        head += read;
        const XmlEncoding found = encodingOfXml(head, isLast);
        if (found.needsMore)
            return {};
        if (!found.encoding) {
            stop("the encoding " + shownText(found.name, kLongestName) + " is not known");
            return {};
        }
        decoder.emplace(*found.encoding);
        decoder->decode(std::string_view(head).substr(found.markBytes), isLast, piece);
        head.clear();
        return {};
    }
    bool isReading() const { return isPadding || !stopped; }
    void parse(std::string_view text, bool isEnd)
    {
        fed += text.size();
        // The parser keeps a \r at the end of a piece to itself until it knows what follows.
        held = !isEnd && text.ends_with('\r') ? 1 : 0;
        position.add(text);
        if (isPadding) {
            isPadding = isOnlyPadding(text, fed - text.size());
            return;
        }
        xmlParseChunk(parser, text.data(), static_cast<int>(text.size()), isEnd ? 1 : 0);
        held = 0;
        takeRawText();
        if (stopped)
            return;
        position.moveTo(offset());
        if (unparsed() > kMaxTag)
            stop("a tag or text has more than " + std::to_string(kMaxTag >> 20U) + " MB");
    }

    // Of a CDATA section without an end so far, one call takes a few hundred bytes only.
    void takeRawText()
    {
        for (std::size_t left = unparsed(); !stopped && parser->instate == XML_PARSER_CDATA_SECTION;) {
            xmlParseChunk(parser, "", 0, 0);
            const std::size_t now = unparsed();
            if (now == left)
                return;
            left = now;
        }
    }

    ByteSource& bytes;
    XmlHandler& handler;
    XmlTextHandler* textHandler; // nullptr: texts are passed over
    xmlParserCtxtPtr parser = nullptr;
    std::vector<char> input;
    std::string head; // of the bytes, until their encoding is known
    std::optional<Decoder> decoder;
    std::string piece; // of the text
    std::size_t taken = 0; // of the piece, by the parser
    std::uint64_t fed = 0; // bytes of the text that the parser got
    std::size_t held = 0; // of them, not in its buffer yet
    TextPosition position;
    std::size_t depth = 0;
    bool isLast = false; // there are no more pieces
    bool isPaused = false;
    bool stopped = false; // the handler is called no more
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
    s.isPaused = false;
    if (s.taken == s.piece.size() && !s.isLast)
        if (const Result<void> filled = s.fill(); !filled)
            return filled.error();
    while (s.isReading() && !s.isPaused && s.taken < s.piece.size()) {
        // The parser looks through all that waits for its end again with each piece.
        const std::size_t size = std::max(kPieceBytes, s.unparsed() / 4);
        const std::string_view text = std::string_view(s.piece).substr(s.taken, size);
        s.taken += text.size();
        s.parse(text, false);
    }
    if (s.isReading() && !s.isPaused && s.isLast)
        s.parse({}, true);
    s.done = !s.isReading() || (s.isLast && !s.isPaused);
    return !s.done;
}

void XmlReader::stop(std::string why)
{
    m_state->stop(why);
}

void XmlReader::pause()
{
    m_state->isPaused = true;
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
