// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/diagnostic.h"
#include "model/base/error.h"
#include "model/base/lexicon.h"

#include <QtTest>

using namespace antecedent;

class TestLexicon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEnglishTextIsTheFilledTemplate()
    {
        const Phrase text = phrase("%1 of %2, 95 % of %3", 3, std::string("R-101"), phrase("none"));
        QCOMPARE(text.english(), std::string("3 of R-101, 95 % of none"));
        QCOMPARE(Lexicon::english().say(text), text.english());
        QCOMPARE(phrase("%1 and %2", std::string("%2"), 1).english(), std::string("%2 and 1")); // filled once
        QCOMPARE(plural(1, "%1 row", "%1 rows").english(), std::string("1 row"));
        QCOMPARE(plural(0, "%1 row", "%1 rows").english(), std::string("0 rows"));
    }

    void germanComesFromTheTable()
    {
        const Lexicon lexicon("de", {{"%1 of %2", "%2, davon %1"}, {"none", "keine"}});
        QCOMPARE(
            lexicon.say(phrase("%1 of %2", phrase("none"), std::string("none"))), std::string("none, davon keine"));
        QCOMPARE(lexicon.say(phrase("no such text")), std::string("no such text"));
    }

    void germanNumbersHaveACommaAndNamesKeepTheirPoint()
    {
        const Lexicon& german = Lexicon::german();
        QCOMPARE(german.say(numeral("1,063.5")), std::string("1\u00a0063,5"));
        QCOMPARE(german.say(numeral("p = 0.0147")), std::string("p = 0,0147"));
        QCOMPARE(german.say(Phrase(std::string("V1.2"))), std::string("V1.2"));
        QCOMPARE(german.say(date("8 Feb 2025", "2025-02-08")), std::string("2025-02-08"));
        QCOMPARE(Lexicon::english().say(date("8 Feb 2025", "2025-02-08")), std::string("8 Feb 2025"));
    }

    void sentencesBeginWithACapitalAndEndWithAStop()
    {
        QCOMPARE(sentenceOf("no source covers it"), std::string("No source covers it."));
        QCOMPARE(sentenceOf("über alles"), std::string("Über alles."));
        QCOMPARE(sentenceOf("Is it so?"), std::string("Is it so?"));
        QCOMPARE(sentenceOf(""), std::string());
        QCOMPARE(following({phrase("a"), Phrase(), phrase("b")}).english(), std::string("a b"));
    }

    void unknownLanguagesAreNoLexicon()
    {
        QCOMPARE(Lexicon::find("de"), &Lexicon::german());
        QCOMPARE(Lexicon::find("en"), &Lexicon::english());
        QVERIFY(Lexicon::find("fr") == nullptr);
        QVERIFY(Lexicon::find("") == nullptr);
    }

    void everyErrorAndDiagnosticIsSaidInGerman()
    {
        const Lexicon& german = Lexicon::german();
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const Error error{static_cast<ErrorCode>(code), "X-1", "y"};
            QCOMPARE(errorPhrase(error).english(), errorText(error));
            const std::string text = german.say(errorPhrase(error));
            QVERIFY2(text != errorText(error), text.c_str());
            QVERIFY2(text.find(": X-1: y. ") != std::string::npos, text.c_str());
        }
        for (int code = 0; code <= static_cast<int>(DiagnosticCode::IncompleteRecord); ++code) {
            const DiagnosticInfo& info = diagnosticInfo(static_cast<DiagnosticCode>(code));
            QVERIFY2(german.table().contains(std::string_view(info.what)), info.what);
            QVERIFY2(german.table().contains(std::string_view(info.todo)), info.todo);
        }
    }
};

QTEST_GUILESS_MAIN(TestLexicon)
#include "tst_lexicon.moc"
