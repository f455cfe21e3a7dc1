// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/text.h"

#include <QTest>

using namespace antecedent;

class TestText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void trimsBlanksOfAllKinds();
    void comparesWithoutCase();
    void splitsAndJoins();
    void quotesOnlyWhereNeeded();
    void knowsValidUtf8();
};

void TestText::trimsBlanksOfAllKinds()
{
    QCOMPARE(std::string(trimmed(" \t\xC2\xA0 a b\r\n\xC2\xA0")), std::string("a b"));
    QCOMPARE(std::string(trimmed("\xC2\xA0")), std::string());
    QCOMPARE(std::string(trimmed("")), std::string());
}

void TestText::comparesWithoutCase()
{
    QVERIFY(equalsIgnoreCase("Batch_ID", "batch_id"));
    QVERIFY(!equalsIgnoreCase("a", "ab"));
    QCOMPARE(toLowerAscii("ÄB"), std::string("Äb"));
}

void TestText::splitsAndJoins()
{
    const auto parts = split("a,,b", ',');
    QCOMPARE(parts.size(), std::size_t{3});
    QVERIFY(parts[1].empty());
    QCOMPARE(split("", ',').size(), std::size_t{1});
    QCOMPARE(join({"a", "b"}, ", "), std::string("a, b"));
    QCOMPARE(join({}, ", "), std::string());
}

void TestText::quotesOnlyWhereNeeded()
{
    const auto field = [](std::string_view text) {
        std::string out;
        appendCsvField(out, text);
        return out;
    };
    QCOMPARE(field("plain text"), std::string("plain text"));
    QCOMPARE(field("a,b"), std::string("\"a,b\""));
    QCOMPARE(field("say \"x\""), std::string("\"say \"\"x\"\"\""));
    QCOMPARE(field("two\nlines"), std::string("\"two\nlines\""));
    QCOMPARE(field(" blank"), std::string("\" blank\""));
    QCOMPARE(field("tab\t"), std::string("\"tab\t\""));
}

void TestText::knowsValidUtf8()
{
    QVERIFY(isValidUtf8("plain"));
    QVERIFY(isValidUtf8("\xC3\xA4 \xE2\x82\xAC \xF0\x9F\x98\x80"));
    QVERIFY(!isValidUtf8("\xE4"));
    QVERIFY(!isValidUtf8("\xC0\x80"));
    QVERIFY(!isValidUtf8("\xED\xA0\x80"));
    QVERIFY(!isValidUtf8("\xF5\x80\x80\x80"));
    QVERIFY(!isValidUtf8("\xE2\x82"));
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
