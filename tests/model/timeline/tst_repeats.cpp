// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/repeats.h"

#include "model/timeline/dataset_loader.h"
#include "tests/support/case_file_builder.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace antecedent;
using namespace antecedent::testing;

namespace {

Row alarm(const char* time, const char* code, const Row& more = {})
{
    Row row{{"time", time}, {"asset_id", "R-1"}, {"category", "alarm"}, {"code", code}};
    row.insert(more.begin(), more.end());
    return row;
}

std::vector<RecordId> idsOf(const RepeatedFact& fact)
{
    std::vector<RecordId> ids;
    for (const EventStatement& statement : fact.statements)
        ids.push_back(statement.id);
    return ids;
}

} // namespace

class TestRepeats : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    CaseFile make()
    {
        const QString path = m_folder.filePath(QString::number(++m_files) + QStringLiteral(".ante"));
        return std::move(CaseFile::create(path.toStdString(), "Plant", "UTC", tester())).value();
    }
    // The journal of the control system to the second, and the historian's to the minute, with a text and a batch.
    static std::vector<Row> journal()
    {
        return {alarm("2026-01-01T10:00:20Z", "TI_HIGH", {{"severity", "high"}}),
            alarm("2026-01-01T10:30:00Z", "TI_HIGH"), alarm("2026-01-01T12:00:00Z", "LOW")};
    }
    static std::vector<Row> historian()
    {
        return {alarm("2026-01-01T10:00Z", "TI_HIGH", {{"text", "too hot"}, {"batch_id", "B-1"}}),
            alarm("2026-01-01T11:30Z", "TI_HIGH"), alarm("2026-01-01T12:00Z", "OTHER")};
    }
    static void store(CaseFile& file, const char* name, const std::vector<Row>& rows)
    {
        QVERIFY(addSource(file, name, {makeBatch(TableId::Events, rows)}).has_value());
    }
    static Dataset load(const CaseFile& file, const LoadOptions& options = {})
    {
        auto dataset = loadDataset(file, file.cases()->front(), options);
        if (!dataset)
            qFatal("%s", errorText(dataset.error()).c_str());
        return std::move(*dataset);
    }
    static void decide(CaseFile& file, const RepeatedFact& fact, std::string_view state)
    {
        QVERIFY(
            file.putDocument("", kDuplicateDocuments, fact.id, toJson({std::string(state), idsOf(fact)}), false, "why")
                .has_value());
    }
    CaseFile twoJournals(bool historianFirst = false)
    {
        CaseFile file = make();
        store(file, historianFirst ? "historian" : "journal", historianFirst ? historian() : journal());
        store(file, historianFirst ? "journal" : "historian", historianFirst ? journal() : historian());
        return file;
    }

private Q_SLOTS:
    void proposesWhatAgreesWithinTheResolution()
    {
        const Dataset data = load(twoJournals());
        QCOMPARE(data.events.size(), std::size_t{6}); // nothing is merged before somebody decides
        QCOMPARE(data.repeats.size(), std::size_t{1}); // 20 s apart, +- 30 s and +- 0.5 s
        QCOMPARE(data.openRepeats(), std::size_t{1});
        const RepeatedFact& fact = data.repeats.front();
        QVERIFY(fact.id.starts_with("REP-"));
        QCOMPARE(fact.statements.size(), std::size_t{2});
        QVERIFY(fact.statements[0].source != fact.statements[1].source);
        QCOMPARE(formatUtc(Timestamp(Duration(data.events.timeUs[fact.event]))), std::string("2026-01-01T10:00:00Z"));
    }

    void proposalsDoNotDependOnTheOrderOfImport()
    {
        const Dataset a = load(twoJournals(false));
        const Dataset b = load(twoJournals(true));
        QCOMPARE(a.repeats.front().id, b.repeats.front().id);
        QVERIFY(a.contentHash == b.contentHash);
    }

    void nearestIsPairedFirstAndOneSourceStatesAFactOnce()
    {
        CaseFile file = make();
        store(file, "a", {alarm("2026-01-01T10:00:00Z", "X"), alarm("2026-01-01T10:00:20Z", "X")});
        store(file, "b", {alarm("2026-01-01T10:00:20.2Z", "X"), alarm("2026-01-01T10:00:21.4Z", "X")});
        const Dataset data = load(file);
        QCOMPARE(data.repeats.size(), std::size_t{1}); // the last is 1.4 s away from the second, +- 0.55 s
        QCOMPARE(data.repeats.front().statements.size(), std::size_t{2});
        QCOMPARE(data.events.timeUs[data.repeats.front().event] % 60'000'000, std::int64_t{20'000'000});
    }

    void differentBatchesAreDifferentFacts()
    {
        CaseFile file = make();
        store(file, "a", {alarm("2026-01-01T10:00:00Z", "X", {{"batch_id", "B-1"}})});
        store(file, "b", {alarm("2026-01-01T10:00:00Z", "X", {{"batch_id", "B-2"}})});
        QCOMPARE(load(file).repeats.size(), std::size_t{0});
    }

    void aConfirmedFactIsOneEventWithTwoSources()
    {
        CaseFile file = twoJournals();
        const Dataset before = load(file);
        decide(file, before.repeats.front(), kConfirmedRepeat);
        const Dataset data = load(file);
        QCOMPARE(data.events.size(), std::size_t{5});
        QCOMPARE(data.openRepeats(), std::size_t{0});
        const RepeatedFact& fact = data.repeats.front();
        QVERIFY(fact.state == RepeatState::Confirmed);
        QVERIFY(data.mergedFact(fact.event) == &fact);
        QVERIFY(data.mergedFact(fact.event + 1) == nullptr);
        // The more precise time, and what only one of the two says.
        const std::size_t e = fact.event;
        QCOMPARE(formatUtc(Timestamp(Duration(data.events.timeUs[e]))), std::string("2026-01-01T10:00:20Z"));
        QCOMPARE(data.strings.text(data.events.severity[e]), std::string("high"));
        QCOMPARE(data.strings.text(data.events.text[e]), std::string("too hot"));
        QCOMPARE(data.batch(data.events.batch[e])->id, std::string("B-1"));
        QCOMPARE(data.events.id.size(), data.events.size());
        QVERIFY(std::is_sorted(data.events.timeUs.begin(), data.events.timeUs.end()));
        for (const EventStatement& statement : before.repeats.front().statements)
            QVERIFY(std::find(data.events.id.begin(), data.events.id.end(), statement.id) == data.events.id.end());
        QVERIFY(data.contentHash != before.contentHash);
    }

    void confirmedFactsAreEqualInAnyOrderOfImportAndWithoutIds()
    {
        CaseFile a = twoJournals(false);
        CaseFile b = twoJournals(true);
        for (CaseFile* file : {&a, &b})
            decide(*file, load(*file).repeats.front(), kConfirmedRepeat);
        const Dataset x = load(a);
        const Dataset y = load(b);
        QVERIFY(x.contentHash == y.contentHash);
        QCOMPARE(x.events.timeUs, y.events.timeUs);
        QCOMPARE(toHex(x.events.id[x.repeats.front().event]), toHex(y.events.id[y.repeats.front().event]));
        QCOMPARE(load(a, {false, false, {}}).events.size(), std::size_t{5});
    }

    void aDecisionIsReversible()
    {
        CaseFile file = twoJournals();
        const Dataset before = load(file);
        const RepeatedFact fact{before.repeats.front()};
        decide(file, fact, kConfirmedRepeat);
        decide(file, fact, kWithdrawnRepeat);
        const Dataset after = load(file);
        QCOMPARE(after.events.size(), before.events.size());
        QVERIFY(after.contentHash == before.contentHash);
        QCOMPARE(after.openRepeats(), std::size_t{1});
        QCOMPARE(file.audit()->back().reason, std::string("why"));
    }

    void aRefusedProposalStaysTwoEvents()
    {
        CaseFile file = twoJournals();
        const Dataset before = load(file);
        decide(file, before.repeats.front(), kRefusedRepeat);
        const Dataset data = load(file);
        QCOMPARE(data.events.size(), std::size_t{6});
        QCOMPARE(data.openRepeats(), std::size_t{0});
        QCOMPARE(data.repeats.size(), std::size_t{1});
        QVERIFY(data.repeats.front().state == RepeatState::Refused);
        QVERIFY(data.contentHash == before.contentHash);
    }

    void aThirdJournalJoinsWhatIsConfirmed()
    {
        CaseFile file = twoJournals();
        decide(file, load(file).repeats.front(), kConfirmedRepeat);
        store(file, "third", {alarm("2026-01-01T10:00:20.1Z", "TI_HIGH")});
        const Dataset proposed = load(file);
        QCOMPARE(proposed.openRepeats(), std::size_t{1});
        QCOMPARE(proposed.repeats.front().statements.size(), std::size_t{3});
        decide(file, proposed.repeats.front(), kConfirmedRepeat);
        const Dataset data = load(file);
        QCOMPARE(data.events.size(), std::size_t{5});
        QCOMPARE(data.repeats.size(), std::size_t{1});
        QCOMPARE(data.repeats.front().statements.size(), std::size_t{3});
    }

    // An earlier state of the file, as a report of that time is checked.
    void laterDecisionsLeaveAnEarlierStateAlone()
    {
        CaseFile file = twoJournals();
        const Dataset before = load(file);
        decide(file, before.repeats.front(), kConfirmedRepeat);
        FileState state;
        state.lastDocument = 0;
        const Dataset then = load(file, {true, true, state});
        QCOMPARE(then.events.size(), std::size_t{6});
        QVERIFY(then.contentHash == before.contentHash);
    }

    void damagedDecisionsAreErrors()
    {
        QVERIFY(!repeatDecisionFrom("").has_value());
        QVERIFY(!repeatDecisionFrom("{\"state\":\"confirmed\"}").has_value());
        QVERIFY(!repeatDecisionFrom("{\"state\":\"confirmed\",\"statements\":[\"xyz\"]}").has_value());
    }
};

QTEST_GUILESS_MAIN(TestRepeats)
#include "tst_repeats.moc"
