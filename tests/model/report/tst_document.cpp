// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/html.h"
#include "model/report/svg.h"

#include "tests/model/report/sample_document.h"

#include <QtTest/QtTest>

namespace antecedent {

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapesHostileText()
    {
        QCOMPARE(escapeXml("<a href='x' b=\"y\">&"), std::string("&lt;a href=&#39;x&#39; b=&quot;y&quot;&gt;&amp;"));
        QCOMPARE(escapeXml(std::string("a\0b\x01\x7F", 5)), std::string("a\uFFFDb\uFFFD\uFFFD"));
        QCOMPARE(escapeXml("\xFF\xC3(\xE4\xB8"), std::string("\uFFFD\uFFFD(\uFFFD\uFFFD"));
        QCOMPARE(escapeXml("user\u202Etxt"), std::string("user[U+202E]txt"));
        QCOMPARE(escapeXml("\u00b5 \u4e2d \U0001F600"), std::string("\u00b5 \u4e2d \U0001F600"));
    }

    void printsNumbersWithoutLocaleOrExponent()
    {
        QCOMPARE(fixedNumber(1.5, 2), std::string("1.5"));
        QCOMPARE(fixedNumber(-0.001, 2), std::string("0"));
        QCOMPARE(fixedNumber(1e20, 1), std::string("100000000000000000000"));
        QCOMPARE(fixedNumber(std::numeric_limits<double>::quiet_NaN(), 2), std::string("0"));
    }

    void htmlIsSelfContainedAndEscaped()
    {
        const std::string html = renderHtml(tests::sampleDocument());
        QVERIFY(html.find("<script") == std::string::npos);
        QVERIFY(html.find("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;") != std::string::npos);
        QVERIFY(html.find("src=") == std::string::npos);
        QVERIFY(html.find("url(") == std::string::npos);
        QVERIFY(html.find("@import") == std::string::npos);
        QVERIFY(html.find("<title>A line, a box and &lt;words&gt;</title>") != std::string::npos);
        QVERIFY(html.find(tests::sampleDocument().twinDigest) != std::string::npos);
        QCOMPARE(html, renderHtml(tests::sampleDocument()));
    }

    void plainTextHoldsEveryBlock()
    {
        const std::string text = tests::sampleDocument(2).plainText();
        QVERIFY(text.starts_with("DEV-001: integrity test failed\nFilter F-130\nDraft, not independently reviewed\n"
                                 "What: Integrity test failed\nWhere: F-130[E-001]\n# 1  Problem statement\n"));
        QVERIFY(text.find("1 | alarm:HIGH @ R-101 | 0.05\n2 | alarm:HIGH @ R-102 | 0.05\nTable 1. Ranked candidates.\n"
                          "[Associated.] The condition was present before 5 of 5 failures.\n- An item.\n")
            != std::string::npos);
    }

    void hatchesStayInsideTheirBox()
    {
        Drawing drawing;
        drawing.hatch({10, 20, 50, 32}, Hatch::Cross, 4);
        QVERIFY(drawing.items.size() > 10);
        for (const DrawingItem& item : drawing.items)
            for (const Point& point : std::get<PathItem>(item).points)
                QVERIFY(point.x >= 10 && point.x <= 50 && point.y >= 20 && point.y <= 32);
    }

    void cutsTextThatDoesNotFit()
    {
        QCOMPARE(fitText("short", 100, 6.5), std::string("short"));
        const std::string cut = fitText("a rather long label", 40, 6.5);
        QVERIFY(cut.ends_with("\u2026"));
        QVERIFY(textWidth(cut, 6.5) <= 40);
        QCOMPARE(fitText("abcdefgh", 8, 6.5), std::string());
    }
};

} // namespace antecedent

QTEST_GUILESS_MAIN(antecedent::TestDocument)
#include "tst_document.moc"
