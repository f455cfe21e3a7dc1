// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/names.h"
#include "model/identity/tokens.h"

#include <QTest>

using namespace antecedent;

class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsWordsAndNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tokens");
        QTest::newRow("marks") << "10-R101-AGT"
                               << "10 r 101 agt";
        QTest::newRow("tag") << "R101.TI01.PV"
                             << "r 101 ti 1 pv";
        QTest::newRow("words") << "Chiller  9"
                               << "chiller 9";
        QTest::newRow("humps") << "FeedPump2"
                               << "feed pump 2";
        QTest::newRow("no hump") << "pH 2"
                                 << "ph 2";
        QTest::newRow("capitals stay together") << "CIP_190"
                                                << "cip 190";
        QTest::newRow("zeros") << "P-007/000"
                               << "p 7 0";
        QTest::newRow("other letters") << "R\u00fchrer 3"
                                       << "r\u00fchrer 3";
        QTest::newRow("marks alone") << "--/ ."
                                     << "";
        QTest::newRow("empty") << ""
                               << "";
    }
    void splitsWordsAndNumbers()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, tokens);
        QCOMPARE(joinedTokens(tokensOf(text.toStdString())), tokens.toStdString());
    }

    void stopsAtALimit()
    {
        QCOMPARE(tokensOf(std::string(100'000, 'a')).size(), std::size_t{1});
        std::string many;
        for (int i = 0; i < 100'000; ++i)
            many += "a 1 ";
        QCOMPARE(tokensOf(many, 10).size(), std::size_t{10});
    }

    void knowsShortForms()
    {
        QVERIFY(abbreviates("agt", "agitator"));
        QVERIFY(abbreviates("ch", "chiller"));
        QVERIFY(!abbreviates("agt", "agt"));
        QVERIFY(!abbreviates("gt", "agitator"));
        QVERIFY(!abbreviates("agx", "agitator"));
        QVERIFY(!abbreviates("", "agitator"));
    }

    void countsEdits()
    {
        QCOMPARE(editDistance("chiler", "chiller", 2), std::size_t{1});
        QCOMPARE(editDistance("chlilers", "chillers", 2), std::size_t{1}); // neighbours swapped
        QCOMPARE(editDistance("autoklav", "autoclave", 2), std::size_t{2});
        QCOMPARE(editDistance("pump", "valve", 2), std::size_t{3}); // too far
        QCOMPARE(editDistance(std::string(100'000, 'a'), std::string(100'000, 'b'), 2), std::size_t{3});
    }

    void keepsNumbersApart()
    {
        QCOMPARE(strictSpelling("1.0"), std::string("1.0"));
        QCOMPARE(strictSpelling("R-101.1"), std::string("r101.1"));
        QCOMPARE(strictSpelling("R_101 _ 1"), std::string("r101.1"));
        QCOMPARE(strictSpelling("10-R101-AGT"), std::string("10r101agt"));
        QCOMPARE(std::string(withoutNumberInFront("10-C120")), std::string("C120"));
        QCOMPARE(std::string(withoutNumberInFront("10-120")), std::string());
        QCOMPARE(std::string(withoutNumberInFront("10")), std::string());
    }

    void resolvesNoNumberAsAnother()
    {
        NameResolver resolver;
        resolver.addAsset("10", {});
        resolver.addAsset("0", {});
        resolver.addAsset("R-1011", {});
        QVERIFY(!resolver.resolve("1.0").has_value());
        QVERIFY(!resolver.resolve("R-101.1").has_value());
        QCOMPARE(resolver.resolve("r_1011").value(), std::string("R-1011"));
    }

    void resolvesNoOtherNumberInFront()
    {
        NameResolver resolver;
        resolver.addAsset("R-101", {"10-R101"});
        resolver.addAsset("V-7", {});
        QCOMPARE(resolver.resolve("10 r101").value(), std::string("R-101"));
        QVERIFY(!resolver.resolve("20-R101").has_value()); // perhaps that of another area
        QCOMPARE(resolver.resolve("20-V7").value(), std::string("V-7"));
    }

    void leavesApartWhatAPersonSetApart()
    {
        NameResolver resolver;
        resolver.addAsset("V-7", {});
        resolver.setApart("V7");
        QVERIFY(!resolver.resolve("V7").has_value());
        QVERIFY(resolver.resolve("v7").has_value());
        QVERIFY(resolver.resolve("V-7").has_value());
    }
};

QTEST_APPLESS_MAIN(TestTokens)
#include "tst_tokens.moc"
