// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xml/xml_reader.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

// At most `chunk` bytes at once.
class Chunks final : public ByteSource
{
public:
    Chunks(std::string_view bytes, std::size_t chunk)
        : m_bytes(bytes)
        , m_chunk(chunk)
    {
    }
    Result<std::size_t> read(std::span<char> out) override
    {
        return m_bytes.read(out.first(std::min(out.size(), m_chunk)));
    }

private:
    MemorySource m_bytes;
    std::size_t m_chunk;
};

constexpr std::size_t kWhole = std::size_t{1} << 30U;

// All that a document says, as text: <name key=value>text</name>, and the place of each element.
class Events final : public XmlTextHandler
{
public:
    void startElement(std::string_view name, const XmlAttributes& attributes) override
    {
        said.append("<").append(name);
        attributes.eachNamespace(
            [&](std::string_view prefix, std::string_view to) { said.append(" @").append(prefix).append(to); });
        attributes.each([&](std::string_view key, std::string_view value) {
            said.append(" ").append(key).append("=").append(value);
        });
        said += '>';
        places.push_back(reader->place());
        if (name == "stop")
            reader->stop("enough");
        if (name == "pause")
            reader->pause();
    }
    void endElement(std::string_view name) override { said.append("</").append(name).append(">"); }
    void text(std::string_view text) override { said += text; }

    XmlReader* reader = nullptr;
    std::string said;
    std::vector<std::string> places;
};

struct Reading
{
    std::string said;
    std::vector<std::string> places;
    std::string problem;
    bool isCut = false;
    std::size_t calls = 0; // of more()
};

Reading readXml(std::string_view bytes, std::size_t chunk = kWhole)
{
    Chunks source(bytes, chunk);
    Events events;
    XmlReader reader(source, events);
    events.reader = &reader;
    Reading out;
    for (bool isMore = true; isMore; ++out.calls) {
        const Result<bool> more = reader.more();
        isMore = more && *more;
    }
    out.said = std::move(events.said);
    out.places = std::move(events.places);
    out.problem = reader.problem();
    out.isCut = reader.isCut();
    return out;
}

std::string inUtf16(const QString& text, bool isBig, bool isMarked)
{
    std::string out;
    for (const QChar c : (isMarked ? QStringLiteral("\uFEFF") : QString()) + text) {
        const char low = static_cast<char>(c.unicode() & 0xFFU);
        const char high = static_cast<char>(c.unicode() >> 8U);
        out += isBig ? high : low;
        out += isBig ? low : high;
    }
    return out;
}

// Of each start of an element, by counting every character from the start on.
std::vector<std::string> placesOf(std::string_view text)
{
    std::vector<std::string> out;
    std::uint64_t line = 1;
    std::uint64_t column = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '<' && text[i + 1] != '/' && text[i + 1] != '!')
            out.push_back(std::to_string(line) + ':' + std::to_string(column));
        if (text[i] == '\r' || (text[i] == '\n' && (i == 0 || text[i - 1] != '\r'))) {
            ++line;
            column = 1;
        } else if (text[i] != '\n' && (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            ++column;
        }
    }
    return out;
}

} // namespace

class TestXmlReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatTheDocumentSays_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("texts and attributes")
            << QByteArray("<a x='1' y=\"2\">t<b/>u</a>") << QByteArray("<a x=1 y=2>t<b></b>u</a>");
        QTest::newRow("references") << QByteArray("<a x='&lt;&#65;&quot;&amp;'>&gt;&#xE4;</a>")
                                    << QByteArray("<a x=<A\"&>>\xC3\xA4</a>");
        QTest::newRow("raw text") << QByteArray("<a><![CDATA[<b>&amp;]]></a>") << QByteArray("<a><b>&amp;</a>");
        QTest::newRow("a > in an attribute")
            << QByteArray("<a x='1>2'><b y=\"'>\"/></a>") << QByteArray("<a x=1>2><b y='>></b></a>");
        QTest::newRow("remarks and instructions")
            << QByteArray("<?xml version='1.0'?><?x y?><!-- <c> --><a><!-- ' --><?z?>t</a>") << QByteArray("<a>t</a>");
        QTest::newRow("prefixes") << QByteArray("<p:a xmlns:p='urn:p' xmlns='urn:d' p:x='1'><b p:y='2'/></p:a>")
                                  << QByteArray("<a @purn:p @urn:d x=1><b y=2></b></a>");
        QTest::newRow("prefixes that nobody declared")
            << QByteArray("<p:a q:x='1'><r:b/></p:a>") << QByteArray("<a x=1><b></b></a>");
        QTest::newRow("a document type without entities")
            << QByteArray("<!DOCTYPE a SYSTEM 'file:///etc/passwd' [<!ELEMENT a ANY>]><a>t</a>")
            << QByteArray("<a>t</a>");
        QTest::newRow("line ends") << QByteArray("<a>1\r\n2\n</a>") << QByteArray("<a>1\n2\n</a>");
        QTest::newRow("another version") << QByteArray("<?xml version='1.1'?><a/>") << QByteArray("<a></a>");
    }
    void saysWhatTheDocumentSays()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QByteArray, said);
        for (const std::size_t chunk : {kWhole, std::size_t{7}, std::size_t{1}}) {
            const Reading reading = readXml(std::string_view(xml.data(), static_cast<std::size_t>(xml.size())), chunk);
            QCOMPARE(reading.problem, std::string());
            QCOMPARE(QByteArray::fromStdString(reading.said), said);
        }
    }

    void encodingsAreRead()
    {
        const std::string wanted = "<a x=\xC3\xA4\xE2\x82\xAC>\xC3\xB6</a>";
        const QString plain = QStringLiteral("<?xml version='1.0' encoding='utf-16'?><a x='ä€'>ö</a>");
        for (const std::size_t chunk : {kWhole, std::size_t{3}, std::size_t{1}}) {
            for (const bool isBig : {false, true})
                for (const bool isMarked : {false, true})
                    QCOMPARE(readXml(inUtf16(plain, isBig, isMarked), chunk).said, wanted);
            QCOMPARE(readXml("\xEF\xBB\xBF<a x='\xC3\xA4\xE2\x82\xAC'>\xC3\xB6</a>", chunk).said, wanted);
            QCOMPARE(
                readXml("<?xml version='1.0' encoding=\"Windows-1252\"?><a x='\xE4\x80'>\xF6</a>", chunk).said, wanted);
            QCOMPARE(readXml("<?xml version='1.0' encoding=\"ISO-8859-2\"?><a>\xB1</a>", chunk).said,
                std::string("<a>\xC4\x85</a>"));
        }
        const Reading unknown = readXml("<?xml version='1.0' encoding='klingon'?><a/>");
        QCOMPARE(unknown.said, std::string());
        QCOMPARE(unknown.problem, std::string("line 1, column 1: the encoding klingon is not known"));
        QVERIFY(!unknown.isCut);
        const Reading broken = readXml("<a>\n<b/>\xE4\xF6</a>");
        QCOMPARE(broken.said, std::string("<a>\n<b></b>"));
        QVERIFY2(broken.problem.starts_with("line 2, column 5: Input is not proper UTF-8"), broken.problem.c_str());
    }

    void problemsSayWhere_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("tags that do not fit")
            << QByteArray("<a>\n<b>t</c></a>") << QByteArray("<a>\n<b>t")
            << QByteArray("line 2, column 9: Opening and ending tag mismatch: b line 2 and c");
        QTest::newRow("an attribute twice") << QByteArray("<a><b x='1' x='2'/></a>") << QByteArray("<a>")
                                            << QByteArray("line 1, column 18: Attribute x redefined");
        QTest::newRow("an entity that nobody declared") << QByteArray("<a>t&x;u</a>") << QByteArray("<a>t")
                                                        << QByteArray("line 1, column 8: Entity 'x' not defined");
        QTest::newRow("one of a document type that is not read")
            << QByteArray("<!DOCTYPE a SYSTEM 'x.dtd'>\n<a>t&x;u</a>") << QByteArray("<a>t")
            << QByteArray("line 2, column 8: Entity 'x' not defined");
        QTest::newRow("one in an attribute")
            << QByteArray("<!DOCTYPE a SYSTEM 'x.dtd'><a><b x='t&x;'/></a>") << QByteArray("<a>")
            << QByteArray("line 1, column 41: Entity 'x' not defined");
        QTest::newRow("one behind prefixes that nobody declared")
            << QByteArray("<!DOCTYPE a SYSTEM 'x.dtd'><a>") + QByteArray("<p:b/>").repeated(200) + "&x;</a>"
            << "<a>" + QByteArray("<b></b>").repeated(200) << QByteArray("line 1, column 1234: Entity 'x' not defined");
        QTest::newRow("a broken remark behind the root")
            << QByteArray("<a/>\n<!-- x -- y -->") << QByteArray("<a></a>")
            << QByteArray("line 2, column 8: Double hyphen within comment");
        QTest::newRow("an entity of the document")
            << QByteArray("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>") << QByteArray()
            << QByteArray(
                   "line 1, column 28: the document declares an entity (e); documents with entities of their own "
                   "are not read");
        QTest::newRow("an entity elsewhere")
            << QByteArray("<!DOCTYPE a [<!ENTITY % e SYSTEM 'file:///etc/passwd'> %e;]><a/>") << QByteArray()
            << QByteArray(
                   "line 1, column 54: the document declares an entity (e); documents with entities of their own "
                   "are not read");
        QTest::newRow("a value of the document type")
            << QByteArray("<!DOCTYPE a [<!ATTLIST a k (x|y) #REQUIRED x CDATA 'v'>]><a/>") << QByteArray()
            << QByteArray("line 1, column 55: the document type states a value of the attribute x; documents with such "
                          "values are not read");
        QTest::newRow("what the handler says") << QByteArray("<a>\n<stop/><b/></a>") << QByteArray("<a>\n<stop>")
                                               << QByteArray("line 2, column 6: enough");
        QTest::newRow("control characters") << QByteArray("<a>t\x01u</a>") << QByteArray("<a>t")
                                            << QByteArray("line 1, column 5: PCDATA invalid Char value 1");
    }
    void problemsSayWhere()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QByteArray, said);
        QFETCH(QByteArray, problem);
        for (const std::size_t chunk : {kWhole, std::size_t{5}, std::size_t{1}}) {
            const Reading reading = readXml(std::string_view(xml.data(), static_cast<std::size_t>(xml.size())), chunk);
            QCOMPARE(QByteArray::fromStdString(reading.said), said);
            QCOMPARE(QByteArray::fromStdString(reading.problem), problem);
            QVERIFY(!reading.isCut);
        }
    }

    void everyCutIsSeenAndNothingIsMadeUp()
    {
        const std::string xml = "<?xml version='1.0'?>\n<a x='1'><b y='2' z=\"3\">text</b><!-- c --><d/></a>";
        const std::string whole = readXml(xml).said;
        for (std::size_t size = 0; size < xml.size(); ++size) {
            const Reading reading = readXml(xml.substr(0, size), 4);
            QVERIFY2(reading.isCut, xml.substr(0, size).c_str());
            QVERIFY2(
                reading.problem.ends_with("the document ends before its root element does"), reading.problem.c_str());
            QVERIFY2(whole.starts_with(reading.said), reading.said.c_str());
        }
        const Reading behind = readXml("<a/><!-- c");
        QVERIFY(behind.isCut);
        QVERIFY(!behind.problem.empty());
    }

    void elementsAreWhereTheirTagsBegin()
    {
        QString text = QStringLiteral("\n<a>");
        for (int i = 0; i < 4000; ++i)
            text += i % 7 == 0 ? QStringLiteral("\r\n  <b x=\"ä€ %1\"\n y='>'/>").arg(i)
                : i % 11 == 0  ? QStringLiteral("\r<c/>über<d>\n%1</d>").arg(i)
                : i % 13 == 0  ? QStringLiteral("<!-- it's %1 -->\r").arg(i)
                               : QStringLiteral("<e long=\"%1\"/>\n").arg(QString(i % 90, QLatin1Char('x')));
        text += QStringLiteral("<f long=\"%1\"/><g/></a>").arg(QString(150'000, QLatin1Char('y')));
        const std::string bytes = text.toStdString();
        const std::vector<std::string> wanted = placesOf(bytes);
        for (const std::size_t chunk : {kWhole, std::size_t{997}, std::size_t{13}}) {
            const Reading reading = readXml(bytes, chunk);
            QCOMPARE(reading.problem, std::string());
            QVERIFY(reading.places == wanted);
            QVERIFY(readXml(inUtf16(text, false, true), chunk).places == wanted);
        }
    }

    void depthAndLengthHaveABound()
    {
        std::string deep;
        for (int i = 0; i < 1'000'000; ++i)
            deep += "<a>";
        const Reading nested = readXml(deep);
        QVERIFY2(nested.problem.ends_with("elements are nested more than 500 deep"), nested.problem.c_str());
        const Reading allowed = readXml(deep.substr(0, 3 * XmlReader::kMaxDepth));
        QVERIFY(allowed.isCut);
        for (const char* begin : {"<a x='", "<a ", "<!-- ", "<?x ", "<", "<!DOCTYPE a [ '"}) {
            const Reading longer = readXml(begin + std::string(30U << 20U, 'b'));
            QVERIFY2(longer.problem.ends_with("a tag or text has more than 1 MB"), longer.problem.c_str());
        }
        const std::string text(20U << 20U, 't');
        QCOMPARE(readXml("<a>" + text + "</a>").said.size(), text.size() + 7);
        QCOMPARE(readXml("<a><![CDATA[" + text + "]]></a>").said.size(), text.size() + 7);
        std::string wide = "<a";
        for (int i = 0; i < 1001; ++i)
            wide += " x" + std::to_string(i) + "=''";
        const Reading attributes = readXml(wide + "/>");
        QCOMPARE(attributes.said, std::string());
        QVERIFY2(attributes.problem.ends_with("an element has more than 1000 attributes"), attributes.problem.c_str());
    }

    void pauseGivesTheRowsSoFar()
    {
        std::string xml = "<a>";
        for (int i = 0; i < 4000; ++i)
            xml += "<pause/>";
        xml += "</a>";
        const Reading reading = readXml(xml);
        QCOMPARE(reading.problem, std::string());
        QCOMPARE(reading.places.size(), std::size_t{4001});
        QVERIFY2(reading.calls >= xml.size() / 8192, std::to_string(reading.calls).c_str());
    }
};

QTEST_APPLESS_MAIN(TestXmlReader)
#include "tst_xml_reader.moc"
