// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xml/text_position.h"

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
                at += random() % (fed - at + 1);
                position.moveTo(at);
                const Place wanted = placeOf(text.substr(0, at));
                QCOMPARE(position.line(), wanted.line);
                QCOMPARE(position.column(), wanted.column);
            }
        }
    }

    void whatLiesBehindOrAheadIsNotTold()
    {
        TextPosition position;
        position.add("one\ntwo\n");
        position.moveTo(5);
        position.moveTo(4);
        QCOMPARE(position.column(), std::uint64_t{2});
        position.add("three\n");
        position.moveTo(7);
        QCOMPARE(position.line(), std::uint64_t{2});
        QCOMPARE(position.column(), std::uint64_t{4});
        position.moveTo(100);
        QCOMPARE(position.line(), std::uint64_t{4});
        QCOMPARE(position.column(), std::uint64_t{1});
    }

    void theLastOfACharacterIsFound()
    {
        TextPosition position;
        position.add("<a>\n  <b x='1'");
        position.moveToLast('<', 11);
        QCOMPARE(position.line(), std::uint64_t{2});
        QCOMPARE(position.column(), std::uint64_t{3});
        position.add(" y='2'/><c/>");
        position.moveToLast('<', 20);
        QCOMPARE(position.column(), std::uint64_t{3});
        position.moveToLast('?', 20);
        QCOMPARE(position.column(), std::uint64_t{3});
        position.moveToLast('<', 26);
        QCOMPARE(position.column(), std::uint64_t{19});
    }
};

QTEST_APPLESS_MAIN(TestTextPosition)
#include "tst_text_position.moc"
