// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Columns, recipe paths, times and words of a batch journal.
#include "importers/format/batch/batch_words.h"
#include "importers/format/journal/journal_layout.h"
#include "importers/format/journal/journal_time.h"
#include "importers/format/journal/journal_words.h"
#include "importers/format/journal/recipe_path.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

std::string pathOf(const char* text)
{
    const RecipePath path = parseRecipePath(text);
    std::string out = path.uniqueId + " " + path.procedure + " " + std::string(recipeLevelName(path.level));
    for (const std::string& element : path.elements)
        out += " " + std::string(elementName(element));
    return out;
}

} // namespace

class TestJournalText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsRecipePaths();
    void offsetOfARow();
    void timesThatDoNotAgree();
    void knowsColumnsByHeaderAndByNumber();
    void noJournal();
    void foreignEventFiles();
    void englishWords();
};

void TestJournalText::readsRecipePaths()
{
    QCOMPARE(pathOf("412:CREAM"), std::string("412 CREAM batch"));
    QCOMPARE(pathOf("412:CREAM\\UP_MIX:1"), std::string("412 CREAM unit_procedure UP_MIX"));
    QCOMPARE(pathOf("412:CREAM\\UP_MIX:1\\OP_HEAT:1-1"), std::string("412 CREAM operation UP_MIX OP_HEAT"));
    QCOMPARE(pathOf("412:CREAM\\UP_MIX:1\\OP_HEAT:1\\HEAT:1-1"), std::string("412 CREAM phase UP_MIX OP_HEAT HEAT"));
    // Without a unit procedure, and without any procedure.
    QCOMPARE(pathOf("31:DEMO_RECIPE\\PREMIX_A:1-1"), std::string("31 DEMO_RECIPE operation PREMIX_A"));
    QCOMPARE(pathOf("31:UP_MIX:2"), std::string("31  unit_procedure UP_MIX"));
    QCOMPARE(pathOf("31:PREMIX_A:1-2"), std::string("31  operation PREMIX_A"));
    QCOMPARE(pathOf(""), std::string("  batch"));
    QCOMPARE(pathOf("\\\\"), std::string("  batch"));
}

void TestJournalText::offsetOfARow()
{
    QCOMPARE(journalTime("2026.03.29 00:58:01", "2026.03.29 01:58:01"), std::string("2026.03.29 01:58:01+01:00"));
    QCOMPARE(journalTime("2026.03.29 01:20:44", "2026.03.29 03:20:44"), std::string("2026.03.29 03:20:44+02:00"));
    QCOMPARE(journalTime("2026-03-29T04:30:00", "2026-03-29T01:00:00"), std::string("2026-03-29T01:00:00-03:30"));
    // The order of day and month is left to the whole column.
    QCOMPARE(journalTime("3/1/2026 11:30:00 PM", "3/2/2026 12:30:00 AM"), std::string("3/2/2026 12:30:00 AM+01:00"));
    // Written a second apart.
    QCOMPARE(journalTime("2026.03.29 00:58:02", "2026.03.29 01:58:01"), std::string("2026.03.29 01:58:01+01:00"));
    QCOMPARE(journalTime("", "2026.03.29 01:58:01"), std::string("2026.03.29 01:58:01"));
    QCOMPARE(journalTime("2026.03.29 00:58:01", ""), std::string("2026.03.29 00:58:01Z"));
}

void TestJournalText::timesThatDoNotAgree()
{
    QVERIFY(journalTime("2026.03.29 00:58:01", "2026.03.29 02:03:01").ends_with("do not agree"));
    QVERIFY(journalTime("2026.03.29 00:58:01", "2026.03.30 01:58:01").ends_with("do not agree"));
    QVERIFY(journalTime("2026.03.29 00:58:01", "soon").ends_with("do not agree"));
}

void TestJournalText::knowsColumnsByHeaderAndByNumber()
{
    const auto named = journalLayoutOf("LclTime\tBatchID\tRecipe\tDescript\tEvent\tPValue");
    QVERIFY(named && named->hasHeader);
    QCOMPARE(named->needed(), std::size_t{6});
    QVERIFY(!named->has(JournalField::Gmt));
    const std::string row = "2026.03.29 01:58:01\tL1\t412:CREAM\tState Changed\tState Change\tRUNNING";
    const auto counted = journalLayoutOf(row + "\t\tA\tC\tU\tP\tPC\tme\t412");
    QVERIFY(counted && !counted->hasHeader);
    QCOMPARE(counted->columns, std::size_t{14});
    QVERIFY(journalLayoutOf(row + "\t\tA\tC\tU\tP\tPC\tme").has_value());
    const auto whole = journalLayoutOf("2026.03.29 00:58:01\t2026.03.29 01:58:01\t412\tL1\t412:CREAM\tState Changed\t"
                                       "State Change\tRUNNING"
        + std::string(24, '\t'));
    QVERIFY(whole && !whole->hasHeader && whole->has(JournalField::EventEnglish));
}

void TestJournalText::noJournal()
{
    QVERIFY(!journalLayoutOf(""));
    QVERIFY(!journalLayoutOf("time\tasset_id\tcategory\tcode"));
    QVERIFY(!journalLayoutOf("2026.03.29 01:58:01\tL1\tCREAM\ta\tb\tc\t\t\t\t\t\t\t\t"));
    QVERIFY(!journalLayoutOf("soon\tL1\t412:CREAM\ta\tb\tc\t\t\t\t\t\t\t\t"));
}

void TestJournalText::foreignEventFiles()
{
    using namespace std::string_view_literals;
    QVERIFY(!foreignEventFile("ElfFile\0\0\0"sv).empty());
    QVERIFY(!foreignEventFile("\x30\0\0\0LfLe\1\0"sv).empty());
    QVERIFY(!foreignEventFile("0|12/03/2026|08:15:00|Login|operator|1|60|\r\n"sv).empty());
    QVERIFY(foreignEventFile("GMT\tLclTime\tUniqueID"sv).empty());
    QVERIFY(foreignEventFile(""sv).empty());
}

void TestJournalText::englishWords()
{
    QCOMPARE(englishJournalWord("Zustandsänderung"), std::string_view("State Change"));
    QCOMPARE(englishJournalWord("LÄUFT"), std::string_view("RUNNING"));
    QCOMPARE(englishJournalWord("anything"), std::string_view("anything"));
}

QTEST_APPLESS_MAIN(TestJournalText)
#include "tst_journal_text.moc"
