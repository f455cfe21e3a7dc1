// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/batch/batch_words.h"

#include <QTest>

using namespace antecedent::importers;

class TestBatchWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identifiers()
    {
        QCOMPARE(identifierOf("Prompt Response"), std::string("PROMPT_RESPONSE"));
        QCOMPARE(identifierOf(" - "), std::string());
        QVERIFY(isIdentifier("MANUAL_SAMPLE") && !isIdentifier("YES") && !isIdentifier("12_3") && !isIdentifier("A_"));
    }

    void elements()
    {
        QCOMPARE(elementName("OP_HEAT:1-1"), std::string_view("OP_HEAT"));
        QCOMPARE(elementName("Mix:12"), std::string_view("Mix"));
        for (const char* whole : {"", "OP_HEAT", ":1", "OP:", "OP:A1"})
            QCOMPARE(elementName(whole), std::string_view(whole));
    }

    void partsOfTexts()
    {
        QVERIFY(containsIgnoreCase("Material Produced", "produc"));
        QVERIFY(containsIgnoreCase("produced", ""));
        QVERIFY(!containsIgnoreCase("", "produc"));
    }
};

QTEST_APPLESS_MAIN(TestBatchWords)
#include "tst_batch_words.moc"
