// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/event_repeats.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

using namespace antecedent;

namespace {

struct Row
{
    std::int64_t time = 0;
    std::uint64_t text = 0;
};

Fingerprint printOf(const Row& row)
{
    Fingerprint print;
    mixInto(print, static_cast<std::uint64_t>(row.time));
    mixInto(print, row.text);
    print.b |= 1U;
    return print;
}

// By a set of the values themselves.
std::vector<bool> expected(const std::vector<Row>& rows)
{
    std::set<std::pair<std::int64_t, std::uint64_t>> seen;
    std::vector<bool> out;
    for (const Row& row : rows)
        out.push_back(seen.emplace(row.time, row.text).second);
    return out;
}

std::vector<bool> found(const std::vector<Row>& rows, std::size_t inMemory)
{
    EventRepeats repeats(inMemory);
    std::vector<bool> out;
    for (const Row& row : rows) {
        repeats.prefetch(printOf(row));
        const Result<bool> isNew = repeats.insert(row.time, printOf(row));
        out.push_back(isNew.has_value() && *isNew);
    }
    return out;
}

// With a memory for all of them, and for few.
bool isFoundAsExpected(const std::vector<Row>& rows)
{
    const std::vector<bool> wanted = expected(rows);
    return found(rows, 1'000'000) == wanted && found(rows, 700) == wanted && found(rows, 3) == wanted;
}

// Few times and few texts: many ties and many repeats.
std::vector<Row> someRows(std::size_t count, std::int64_t times, std::uint64_t texts)
{
    std::mt19937_64 random(7);
    std::vector<Row> out(count);
    for (Row& row : out)
        row = {static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(times)) - times / 2, random() % texts};
    return out;
}

} // namespace

class TestEventRepeats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ascendingTimes();
    void descendingTimes();
    void anyOrder();
    void manyEventsOfOneTime();
    void lateRowRepeatsAnOldOne();
    void extremeTimes();
    void earlierSourcesCount();
    void manyRuns();
};

void TestEventRepeats::ascendingTimes()
{
    std::vector<Row> rows = someRows(5'000, 2'000, 3);
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.time < b.time; });
    QVERIFY(isFoundAsExpected(rows));
}

void TestEventRepeats::descendingTimes()
{
    std::vector<Row> rows = someRows(5'000, 2'000, 3);
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.time > b.time; });
    QVERIFY(isFoundAsExpected(rows));
}

void TestEventRepeats::anyOrder()
{
    const std::vector<Row> rows = someRows(5'000, 2'000, 3);
    QVERIFY(isFoundAsExpected(rows));
    const std::vector<Row> outwards = {{5, 1}, {4, 1}, {6, 1}, {3, 1}, {7, 1}, {7, 1}, {3, 1}, {5, 1}, {5, 2}};
    QVERIFY(isFoundAsExpected(outwards));
}

void TestEventRepeats::manyEventsOfOneTime()
{
    const std::vector<Row> rows = someRows(2'000, 1, 1'500);
    QVERIFY(isFoundAsExpected(rows));
}

void TestEventRepeats::lateRowRepeatsAnOldOne()
{
    const std::vector<Row> rows = {{1, 1}, {2, 1}, {3, 1}, {3, 2}, {2, 1}, {2, 2}, {2, 2}, {4, 1}, {4, 1}, {1, 1}};
    const std::vector<bool> isNew = {true, true, true, true, false, true, false, true, false, false};
    QVERIFY(expected(rows) == isNew);
    QVERIFY(isFoundAsExpected(rows));
}

void TestEventRepeats::extremeTimes()
{
    constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min(); // an unknown time
    constexpr std::int64_t kGreatest = std::numeric_limits<std::int64_t>::max();
    const std::vector<Row> rows = {{kLeast, 1}, {kLeast, 1}, {kGreatest, 1}, {kGreatest, 1}, {kLeast, 1}, {kLeast, 2}};
    QVERIFY(isFoundAsExpected(rows));
}

void TestEventRepeats::earlierSourcesCount()
{
    for (const std::size_t inMemory : {std::size_t{1'000}, std::size_t{2}}) {
        EventRepeats repeats(inMemory);
        QVERIFY(*repeats.insert(5, printOf({5, 1})));
        QVERIFY(repeats.addEarlier(10, printOf({10, 1})).has_value());
        QVERIFY(!*repeats.insert(10, printOf({10, 1})));
        QVERIFY(!*repeats.insert(5, printOf({5, 1})));
        QVERIFY(*repeats.insert(11, printOf({11, 1})));
        QVERIFY(!*repeats.insert(11, printOf({11, 1})));
        QVERIFY(*repeats.insert(4, printOf({4, 1})));
        QVERIFY(repeats.addEarlier(2, printOf({2, 1})).has_value());
        QVERIFY(!*repeats.insert(2, printOf({2, 1})));
    }
}

// Many runs, each of several pages of the temporary file.
void TestEventRepeats::manyRuns()
{
    const std::vector<Row> rows = someRows(60'000, 30'000, 1);
    const std::vector<bool> wanted = expected(rows);
    QVERIFY(std::count(wanted.begin(), wanted.end(), true) > 20'000);
    QVERIFY(found(rows, 2'500) == wanted);
}

QTEST_APPLESS_MAIN(TestEventRepeats)
#include "tst_event_repeats.moc"
