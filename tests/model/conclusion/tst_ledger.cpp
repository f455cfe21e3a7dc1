// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/conclusion/ledger_edits.h"
#include "model/conclusion/ledger_json.h"

#include <QtTest>

using namespace antecedent;

namespace {

const std::string kWho = "A. Tester";

Shown shownOf(const std::string& subject)
{
    Shown shown{ShownKind::Record, subject, {}, "work order " + subject, {{"key", subject}}, {}};
    shown.hash = hashOf(shown);
    return shown;
}

std::string detail(const Result<LedgerEntry>& entry)
{
    return entry ? std::string("accepted") : entry.error().detail;
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT

private:
    static void take(Ledger& ledger, const Result<LedgerEntry>& entry)
    {
        QVERIFY2(entry, entry ? "" : errorText(entry.error()).c_str());
        const Result<void> done = append(ledger, *entry);
        QVERIFY2(done, done ? "" : errorText(done.error()).c_str());
    }
    static Hypothesis seal() { return {{}, "D-1", "The feeder seal was worn", CauseGroup::Machine, "…", {}, {}, {}}; }
    static EvidenceLine line(EvidenceSide side, const std::string& subject = "WO-7")
    {
        return {{}, "HYP-001", side, shownOf(subject), {}};
    }
    static Hypothesis inState(const Ledger& ledger, HypothesisState state, const std::string& reason)
    {
        Hypothesis h = *ledger.hypothesis("HYP-001");
        h.state = state;
        h.stateReason = reason;
        return h;
    }
    static Ledger withHypothesis()
    {
        Ledger ledger;
        take(ledger, makeEdit(ledger, seal(), {}, kWho));
        return ledger;
    }

private Q_SLOTS:
    void numbersItemsAndChainsEntries()
    {
        Ledger ledger = withHypothesis();
        take(ledger, makeEdit(ledger, line(EvidenceSide::For), {}, kWho));
        take(ledger,
            makeEdit(ledger, ManualFact{{}, FactKind::Interview, "It squeaked", "Operator 4", "2026-04-10", {}, {}}, {},
                kWho));
        QCOMPARE(ledger.entries.size(), std::size_t{3});
        QVERIFY(ledger.hypothesis("HYP-001") != nullptr && ledger.evidence("EVI-001") != nullptr);
        QVERIFY(ledger.fact("FACT-001") != nullptr);
        QVERIFY(ledger.entries[1].previous == ledger.entries[0].hash);
        QVERIFY(ledger.entries[0].previous == Digest{});
        QCOMPARE(actionOf(ledger.entries[0]), std::string("hypothesis_add"));
        QCOMPARE(actionOf(ledger.entries[1]), std::string("evidence_add"));
        QCOMPARE(ledger.count("HYP-001", EvidenceSide::For), std::size_t{1});
        QCOMPARE(ledger.entries[2].by, kWho);
    }

    void entriesComeBackFromTheirText()
    {
        Ledger ledger = withHypothesis();
        take(ledger, makeEdit(ledger, line(EvidenceSide::Against), {}, kWho));
        ManualFact fact{{}, FactKind::Note, "Müller: 3 °C", {}, {}, shownOf("CAL-1"), {{"a.jpg", sha256("x"), 1}}};
        take(ledger, makeEdit(ledger, fact, {}, kWho));
        take(ledger, makeEdit(ledger, Conclusion{{}, Grade::NotDetermined, {}, "Too little is known"}, {}, kWho));
        Ledger again;
        for (const LedgerEntry& entry : ledger.entries) {
            const Result<LedgerEntry> parsed = parseEntry(entryJson(entry));
            QVERIFY(parsed);
            QCOMPARE(entryJson(*parsed), entryJson(entry));
            QVERIFY(append(again, *parsed));
        }
        QVERIFY(again.items == ledger.items);
        QVERIFY(again.head() == ledger.head());
        for (const char* text : {"", "[]", "{}", "{\"seq\":1}", "nonsense"})
            QVERIFY(!parseEntry(text));
        std::string huge = entryJson(ledger.entries[0]);
        huge.replace(huge.find("\"seq\":1"), 7, "\"seq\":1e300");
        QVERIFY(!parseEntry(huge));
        std::string odd = entryJson(ledger.entries[0]);
        odd.replace(odd.find("\"machine\""), 9, "\"engine\"");
        QCOMPARE(parseEntry(odd).error().detail, std::string("a word or a hash of an entry is not one of the format"));
    }

    void anEntryThatDoesNotContinueTheLedgerIsRefused()
    {
        const Ledger ledger = withHypothesis();
        Ledger other;
        take(other, makeEdit(other, Hypothesis{{}, {}, "Another", CauseGroup::Method, {}, {}, {}, {}}, {}, kWho));
        const Result<LedgerEntry> next = makeEdit(other, line(EvidenceSide::For), {}, kWho);
        Ledger copy = ledger;
        QVERIFY(append(copy, *next).error().detail.find("chain") != std::string::npos);
        copy = ledger;
        QVERIFY(append(copy, ledger.entries[0]).error().detail.find("number") != std::string::npos);
        Result<LedgerEntry> changed = makeEdit(ledger, line(EvidenceSide::For), {}, kWho);
        changed->by = "somebody else";
        copy = ledger;
        QVERIFY(append(copy, *changed).error().detail.find("hash") != std::string::npos);
        Result<LedgerEntry> lying = makeEdit(ledger, line(EvidenceSide::For), {}, kWho);
        lying->before = lying->after;
        lying->hash = sha256(entryJson(*lying));
        QVERIFY(append(copy, *lying).error().detail.find("before") != std::string::npos);
    }

    void isRuledOutOnlyWithReasonAndEvidenceAgainst()
    {
        Ledger ledger = withHypothesis();
        take(ledger, makeEdit(ledger, line(EvidenceSide::For), {}, kWho));
        const auto ruleOut = [&](const std::string& reason) {
            return makeEdit(ledger, inState(ledger, HypothesisState::RuledOut, reason), reason, kWho);
        };
        QVERIFY(detail(ruleOut("seal was new")).find("nothing stands against it yet") != std::string::npos);
        take(ledger, makeEdit(ledger, line(EvidenceSide::Against, "WO-8"), {}, kWho));
        QVERIFY(detail(ruleOut(" ")).find("reason") != std::string::npos);
        take(ledger, ruleOut("seal was new"));
        QCOMPARE(ledger.hypothesis("HYP-001")->stateReason, std::string("seal was new"));

        // What it is ruled out on can't be taken away or turned.
        QVERIFY(
            detail(makeRemoval(ledger, "EVI-002", "wrong", kWho)).find("ruled out on it alone") != std::string::npos);
        EvidenceLine turned = *ledger.evidence("EVI-002");
        turned.side = EvidenceSide::For;
        QVERIFY(detail(makeEdit(ledger, turned, "wrong", kWho)).find("ruled out on it alone") != std::string::npos);
        take(ledger, makeEdit(ledger, inState(ledger, HypothesisState::Open, {}), "new finding", kWho));
        take(ledger, makeRemoval(ledger, "EVI-002", "wrong", kWho));
        QCOMPARE(ledger.count("HYP-001", EvidenceSide::Against), std::size_t{0});
    }

    void whatWasPinnedStaysAsItIs()
    {
        Ledger ledger = withHypothesis();
        take(ledger, makeEdit(ledger, line(EvidenceSide::For), {}, kWho));
        EvidenceLine other = *ledger.evidence("EVI-001");
        other.shown = shownOf("WO-9");
        QVERIFY(detail(makeEdit(ledger, other, "better", kWho)).find("pin it anew") != std::string::npos);
        EvidenceLine forged = line(EvidenceSide::For, "WO-9");
        forged.shown.words = "something else";
        QVERIFY(detail(makeEdit(ledger, forged, {}, kWho)).find("not frozen") != std::string::npos);
        QVERIFY(detail(makeEdit(ledger, line(EvidenceSide::Against), {}, kWho)).find("already") != std::string::npos);
        EvidenceLine homeless = line(EvidenceSide::For, "WO-9");
        homeless.hypothesis = "HYP-009";
        QCOMPARE(makeEdit(ledger, homeless, {}, kWho).error().where, std::string("HYP-009"));
    }

    void aConclusionRestsOnHypothesesOfItsGrade()
    {
        Ledger ledger = withHypothesis();
        take(ledger, makeEdit(ledger, line(EvidenceSide::For), {}, kWho));
        const auto conclude = [&](Grade grade, const std::string& rationale) {
            return makeEdit(ledger, Conclusion{"D-1", grade, {"HYP-001"}, rationale}, {}, kWho);
        };
        QVERIFY(detail(conclude(Grade::RootCause, "seen worn")).find("it is open") != std::string::npos);
        take(ledger, makeEdit(ledger, inState(ledger, HypothesisState::MostProbable, "seen"), "seen", kWho));
        QVERIFY(detail(conclude(Grade::RootCause, "seen worn")).find("state root cause") != std::string::npos);
        QVERIFY(detail(conclude(Grade::MostProbable, "")).find("rationale") != std::string::npos);
        take(ledger, conclude(Grade::MostProbable, "Seen worn twice"));
        QCOMPARE(ledger.conclusionFor("D-1")->rationale, std::string("Seen worn twice"));
        QVERIFY(ledger.conclusionFor("D-2") == nullptr);
        const Result<LedgerEntry> reopened =
            makeEdit(ledger, inState(ledger, HypothesisState::Open, {}), "doubts", kWho);
        QVERIFY(detail(reopened).find("the conclusion on D-1 rests on it") != std::string::npos);
        take(ledger, makeEdit(ledger, Conclusion{{}, Grade::NotDetermined, {}, "For the rest"}, {}, kWho));
        QCOMPARE(ledger.conclusionFor("D-2")->rationale, std::string("For the rest"));
    }

    void aFactSaysWhoAndWhen_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("date") << QStringLiteral("2026-04-10") << true;
        QTest::newRow("with offset") << QStringLiteral("2026-04-10T08:36:17+02:00") << true;
        QTest::newRow("UTC") << QStringLiteral("2026-04-10T08:36Z") << true;
        QTest::newRow("no zone") << QStringLiteral("2026-04-10T08:36:17") << false;
        QTest::newRow("words") << QStringLiteral("yesterday") << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void aFactSaysWhoAndWhen()
    {
        QFETCH(const QString, when);
        QFETCH(const bool, isTaken);
        const ManualFact fact{{}, FactKind::Inspection, "Shaft scored", "B. Fitter", when.toStdString(), {}, {}};
        QCOMPARE(makeEdit({}, fact, {}, kWho).has_value(), isTaken);
        ManualFact anonymous = fact;
        anonymous.who.clear();
        QVERIFY(!makeEdit({}, anonymous, {}, kWho));
    }

    void undoSaysTheOppositeAndRedoSaysItAgain()
    {
        Ledger ledger = withHypothesis();
        take(ledger, makeEdit(ledger, line(EvidenceSide::Against), {}, kWho));
        take(ledger, makeEdit(ledger, inState(ledger, HypothesisState::RuledOut, "new"), "new", kWho));
        const auto whole = ledger.items;
        QCOMPARE(nextUndo(ledger)->seq, std::int64_t{3});
        QVERIFY(nextRedo(ledger) == nullptr);
        take(ledger, makeUndo(ledger, kWho));
        QVERIFY(ledger.hypothesis("HYP-001")->state == HypothesisState::Open);
        take(ledger, makeUndo(ledger, kWho));
        take(ledger, makeUndo(ledger, kWho));
        QVERIFY(ledger.items.empty());
        QCOMPARE(ledger.entries.size(), std::size_t{6}); // nothing is deleted
        QCOMPARE(detail(makeUndo(ledger, kWho)), std::string("there is nothing to undo"));
        for (int i = 0; i < 3; ++i)
            take(ledger, makeRedo(ledger, kWho));
        QVERIFY(ledger.items == whole);
        QCOMPARE(actionOf(ledger.entries.back()), std::string("redo"));
        QCOMPARE(ledger.entries.back().of, std::int64_t{3});
        QVERIFY(nextRedo(ledger) == nullptr);
        take(ledger, makeUndo(ledger, kWho)); // an undo after a redo takes the same edit back
        QVERIFY(ledger.hypothesis("HYP-001")->state == HypothesisState::Open);
    }

    void anEditAfterAnUndoEndsTheRedoAndIdsAreNotUsedAgain()
    {
        Ledger ledger = withHypothesis();
        take(ledger, makeUndo(ledger, kWho));
        take(ledger, makeEdit(ledger, seal(), {}, kWho));
        QVERIFY(nextRedo(ledger) == nullptr);
        QVERIFY(ledger.hypothesis("HYP-001") == nullptr);
        QVERIFY(ledger.hypothesis("HYP-002") != nullptr);
    }

    void whatWasDoneBeforeIsNotUndone()
    {
        Ledger ledger = withHypothesis();
        const auto floor = static_cast<std::int64_t>(ledger.entries.size());
        QVERIFY(nextUndo(ledger, floor) == nullptr);
        take(ledger, makeEdit(ledger, line(EvidenceSide::For), {}, kWho));
        QVERIFY(nextUndo(ledger, floor) != nullptr);
        take(ledger, makeUndo(ledger, kWho, floor));
        QVERIFY(!makeUndo(ledger, kWho, floor));
        QVERIFY(ledger.hypothesis("HYP-001") != nullptr);
    }

    void onlyWhatNothingRestsOnIsTakenBack()
    {
        Ledger ledger = withHypothesis();
        take(ledger, makeEdit(ledger, ManualFact{{}, FactKind::Note, "See the log", {}, {}, {}, {}}, {}, kWho));
        Shown shown{ShownKind::Fact, "FACT-001", {}, "note", {}, {}};
        shown.hash = hashOf(shown);
        take(ledger, makeEdit(ledger, EvidenceLine{{}, "HYP-001", EvidenceSide::For, shown, {}}, {}, kWho));
        QVERIFY(detail(makeRemoval(ledger, "FACT-001", "wrong", kWho)).find("pinned as EVI-001") != std::string::npos);
        QVERIFY(detail(makeRemoval(ledger, "HYP-001", "wrong", kWho)).find("evidence stands") != std::string::npos);
        QVERIFY(detail(makeRemoval(ledger, "EVI-001", "", kWho)).find("reason") != std::string::npos);
        take(ledger, makeRemoval(ledger, "EVI-001", "wrong", kWho));
        take(ledger, makeRemoval(ledger, "HYP-001", "wrong", kWho));
        QCOMPARE(ledger.items.size(), std::size_t{1});
        QVERIFY(!makeRemoval(ledger, "HYP-001", "again", kWho));
        QCOMPARE(detail(makeEdit(ledger, *ledger.fact("FACT-001"), {}, kWho)), std::string("nothing is changed"));
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
