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

std::vector<bool> found(const std::vector<Row>& rows)
{
    EventRepeats repeats;
    std::vector<bool> out;
    for (const Row& row : rows) {
        repeats.prefetch(printOf(row));
        out.push_back(repeats.insert(row.time, printOf(row)));
    }
    return out;
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
};

void TestEventRepeats::ascendingTimes()
{
    std::vector<Row> rows = someRows(5'000, 2'000, 3);
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.time < b.time; });
    QVERIFY(found(rows) == expected(rows));
}

void TestEventRepeats::descendingTimes()
{
    std::vector<Row> rows = someRows(5'000, 2'000, 3);
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.time > b.time; });
    QVERIFY(found(rows) == expected(rows));
}

void TestEventRepeats::anyOrder()
{
    const std::vector<Row> rows = someRows(5'000, 2'000, 3);
    QVERIFY(found(rows) == expected(rows));
    const std::vector<Row> outwards = {{5, 1}, {4, 1}, {6, 1}, {3, 1}, {7, 1}, {7, 1}, {3, 1}, {5, 1}, {5, 2}};
    QVERIFY(found(outwards) == expected(outwards));
}

void TestEventRepeats::manyEventsOfOneTime()
{
    const std::vector<Row> rows = someRows(2'000, 1, 1'500);
    QVERIFY(found(rows) == expected(rows));
}

void TestEventRepeats::lateRowRepeatsAnOldOne()
{
    const std::vector<Row> rows = {{1, 1}, {2, 1}, {3, 1}, {3, 2}, {2, 1}, {2, 2}, {2, 2}, {4, 1}, {4, 1}, {1, 1}};
    const std::vector<bool> isNew = {true, true, true, true, false, true, false, true, false, false};
    QVERIFY(found(rows) == isNew);
}

void TestEventRepeats::extremeTimes()
{
    constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min(); // an unknown time
    constexpr std::int64_t kGreatest = std::numeric_limits<std::int64_t>::max();
    const std::vector<Row> rows = {{kLeast, 1}, {kLeast, 1}, {kGreatest, 1}, {kGreatest, 1}, {kLeast, 1}, {kLeast, 2}};
    QVERIFY(found(rows) == expected(rows));
}

void TestEventRepeats::earlierSourcesCount()
{
    EventRepeats repeats;
    const Row early{10, 1};
    QVERIFY(repeats.insert(5, printOf({5, 1})));
    repeats.addEarlier(printOf(early));
    QVERIFY(!repeats.insert(10, printOf(early)));
    QVERIFY(!repeats.insert(5, printOf({5, 1})));
    QVERIFY(repeats.insert(11, printOf({11, 1})));
}

QTEST_APPLESS_MAIN(TestEventRepeats)
#include "tst_event_repeats.moc"
