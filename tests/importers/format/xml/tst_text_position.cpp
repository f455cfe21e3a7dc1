// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xml/text_position.h"

#include "importers/format/xml/xml_reader.h"

#include <QTest>

#include <random>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

struct Place
{
    std::uint64_t line = 1;
    std::uint64_t column = 1;
};

// The same, said as simply as it can be.
Place placeOf(std::string_view text)
{
    Place out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isFeed = text[i] == '\n';
        if (isFeed && i > 0 && text[i - 1] == '\r')
            continue;
        if (isFeed || text[i] == '\r') {
            ++out.line;
            out.column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            ++out.column;
        }
    }
    return out;
}

class Places : public XmlHandler
{
public:
    void startElement(std::string_view /*name*/, const XmlAttributes& /*attributes*/) override
    {
        all.push_back(reader->place());
    }
    void endElement(std::string_view /*name*/) override { }
    const XmlReader* reader = nullptr;
    std::vector<std::string> all;
};

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

std::vector<std::string> placesIn(const std::string& bytes, std::size_t chunk)
{
    Chunks source(bytes, chunk);
    Places places;
    XmlReader reader(source, places);
    places.reader = &reader;
    while (*reader.more()) { }
    if (!reader.problem().empty())
        places.all.push_back(reader.problem());
    return places.all;
}

} // namespace

class TestTextPosition : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void placesAreThoseOfTheText()
    {
        std::mt19937 random(7); // NOLINT: the same texts in every run
        const std::vector<std::string> parts{"a", "bc", "\n", "\r", "\r\n", "\n\n", "ä", "€", "\xF0\x9F\x94\xA5", " "};
        for (int round = 0; round < 300; ++round) {
            std::string text;
            while (text.size() < 60)
                text += parts[random() % parts.size()];
            TextPosition position;
            std::size_t fed = 0;
            std::size_t at = 0;
            while (fed < text.size()) {
                const std::size_t size = std::min<std::size_t>(1 + random() % 20, text.size() - fed);
                position.add(std::string_view(text).substr(fed, size));
                fed += size;
                if (random() % 3 == 0)
                    continue; // a piece that nobody asks about
                at = std::max(at, fed - size + random() % (size + 1));
                QVERIFY(position.moveTo(at));
                const Place wanted = placeOf(text.substr(0, at));
                QCOMPARE(position.line(), wanted.line);
                QCOMPARE(position.column(), wanted.column);
            }
        }
    }

    void whatLiesBehindIsNotTold()
    {
        TextPosition position;
        position.add("one\ntwo\n");
        QVERIFY(position.moveTo(5));
        QVERIFY(!position.moveTo(4));
        QVERIFY(!position.moveTo(9));
        position.add("three\n");
        position.add("four\n");
        QVERIFY(!position.moveTo(7));
        QVERIFY(position.moveTo(16));
        QCOMPARE(position.line(), std::uint64_t{4});
        QCOMPARE(position.column(), std::uint64_t{3});
    }

    // In UTF-16 the parser counts itself.
    void elementsAreWhereTheParserFindsThem()
    {
        QString text = QStringLiteral("\n<a>"); // the mark of UTF-16 counts as a character of the first line
        for (int i = 0; i < 4000; ++i)
            text += i % 7 == 0 ? QStringLiteral("\r\n  <b x=\"ä€ %1\"/>").arg(i)
                : i % 11 == 0  ? QStringLiteral("\r<c/>über<d>\n%1</d>").arg(i)
                               : QStringLiteral("<e long=\"%1\"/>\n").arg(QString(i % 90, QLatin1Char('x')));
        text += QStringLiteral("<f long=\"%1\"/><g/></a>").arg(QString(150'000, QLatin1Char('y')));
        std::string wide = "\xFF\xFE";
        for (const QChar c : text) {
            wide += static_cast<char>(c.unicode() & 0xFFU);
            wide += static_cast<char>(c.unicode() >> 8U);
        }
        const std::vector<std::string> wanted = placesIn(wide, 1U << 20U);
        QVERIFY(wanted.size() > 4000);
        for (const std::size_t chunk : {std::size_t{1} << 20U, std::size_t{997}}) {
            const std::vector<std::string> found = placesIn(text.toStdString(), chunk);
            QCOMPARE(found.size(), wanted.size());
            for (std::size_t i = 0; i < wanted.size(); ++i)
                QVERIFY2(found[i] == wanted[i],
                    qPrintable(QStringLiteral("%1: %2 for %3").arg(i).arg(found[i].c_str(), wanted[i].c_str())));
        }
        const std::string latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a>\xE4\xF6<b/></a>";
        QCOMPARE(placesIn(latin, 1U << 20U), (std::vector<std::string>{"2:1", "2:6"}));
    }
};

QTEST_APPLESS_MAIN(TestTextPosition)
#include "tst_text_position.moc"
