// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Excursions of process values as failures: where they begin and end, with hysteresis, least duration, gaps and bad
// samples; what is left out and why; and that controls and antecedents work on them as on any failure.

#include "model/alignment/sentinels.h"

#include "tests/support/dataset_builder.h"

#include <QTest>

#include <limits>

using namespace antecedent;
using namespace antecedent::test;

namespace {

constexpr const char* kStart = "2024-05-01T00:00:00Z";
const double kBad = std::numeric_limits<double>::quiet_NaN();

// A sample every ten seconds, but for two pauses of an hour, after samples 17 and 22.
class Reader : public SampleReader
{
public:
    Result<std::vector<Sample>> read(TagIndex, const Interval&) override
    {
        static constexpr std::array<double, 24> kValues{// held before the data
            9, 1, 1,
            // over, barely under, over again: one excursion with a hysteresis of 1, two without
            8, 6.5, 8, 8, 1,
            // one sample only
            1, 9, 1, 1, 1, 1, 1, 1, 1, 9,
            // held before and after the pause
            9, 9, 1, 1, 1,
            // after a pause; before it the value was low
            9};
        std::vector<Sample> samples;
        Timestamp time = at(kStart);
        for (std::size_t i = 0; i < kValues.size(); ++i) {
            samples.push_back({time, i == 15 ? kBad : kValues[i]});
            time += i == 17 || i == 22 ? Duration(std::chrono::hours(1)) : Duration(std::chrono::seconds(10));
        }
        return samples;
    }
};

Dataset press()
{
    DatasetBuilder b;
    b.asset("PRESS");
    b.event("2024-04-30T23:50:00Z", "PRESS", "alarm", "BEFORE");
    b.later([](Dataset& d) {
        for (const char* name : {"force", "speed"}) {
            Tag tag;
            tag.name = name;
            tag.asset = d.findAsset("PRESS");
            d.tags.push_back(tag);
        }
    });
    return b.take();
}

std::string secondsOf(const FailureSet& set)
{
    std::string out;
    for (const Failure& failure : set.failures)
        out += std::to_string((failure.anchor - at(kStart)).count() / 1'000'000) + "+-"
            + std::to_string(failure.uncertainty.count() / 1'000'000) + " ";
    return out;
}

std::string reasonsOf(const FailureSet& set)
{
    std::string out;
    for (const ExcludedFailure& one : set.excluded)
        out += one.reason.english() + "; ";
    return out;
}

} // namespace

class TestSentinels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachExcursionIsOneFailureFromItsFirstSample()
    {
        const Dataset d = press();
        const AlignmentContext context(d);
        Reader reader;
        const auto all = selectSentinels(context, {"speed > 7", 0, {}}, {}, &reader);
        QVERIFY(all.has_value());
        QCOMPARE(secondsOf(*all), std::string("30+-10 50+-10 90+-10 170+-10 7410+-3600 "));
        QCOMPARE(reasonsOf(*all),
            std::string("it held already when the data began, so its onset is not known; it goes on after a gap in the "
                        "data, so its onset is not known; "));
        QCOMPARE(all->failures.front().id, std::string("speed > 7 @ PRESS #2"));
        QCOMPARE(all->failures.front().anchorFrom, std::string("onset of the excursion"));
        QVERIFY(isExcursion(all->failures.front()));
        QVERIFY(all->failures.front().record != all->failures.back().record);
        QVERIFY(all->failures.front().asset == d.findAsset("PRESS"));
    }

    void hysteresisJoinsAndALeastDurationLeavesOut()
    {
        const Dataset d = press();
        const AlignmentContext context(d);
        Reader reader;
        const auto joined = selectSentinels(context, {"speed > 7", 0, {1, {}}}, {}, &reader);
        QCOMPARE(secondsOf(*joined), std::string("30+-10 90+-10 170+-10 7410+-3600 "));
        const auto negated = selectSentinels(context, {"not (speed <= 7)", 0, {1, {}}}, {}, &reader);
        QCOMPARE(secondsOf(*negated), secondsOf(*joined));
        const auto lasting = selectSentinels(context, {"speed > 7", 0, {1, std::chrono::seconds(20)}}, {}, &reader);
        QCOMPARE(secondsOf(*lasting), std::string("30+-10 "));
        QVERIFY(reasonsOf(*lasting).find("lasts 10s, shorter than 20s; ") != std::string::npos);
        QVERIFY(
            reasonsOf(*lasting).find("lasts 0s until the data end or pause, shorter than 20s; ") != std::string::npos);
        const auto second = selectSentinels(context, {"speed > 7", 2, {1, {}}}, {}, &reader);
        QCOMPARE(secondsOf(*second), std::string("90+-10 "));
        const auto ends = selectSentinels(context, {"speed > 7", 1, {1, {}}}, *parseAnchor("finished"), &reader);
        QCOMPARE(secondsOf(*ends), std::string("70+-10 "));
        QCOMPARE(toText(SentinelRule{"speed > 7", 2, {0.5, std::chrono::minutes(1)}}),
            std::string("speed > 7, back by more than 0.5, at least 1m, occurrence 2"));
    }

    void whatSamplesDoNotHaveIsRefused()
    {
        const Dataset d = press();
        const AlignmentContext context(d);
        Reader reader;
        const auto codeOf = [&](const SentinelRule& rule, SampleReader* samples) {
            const auto set = selectSentinels(context, rule, {}, samples);
            return set ? std::string("found") : errorText(set.error());
        };
        QVERIFY(codeOf({"speed > 7 and code = A", 0, {}}, &reader).find("only time and asset") != std::string::npos);
        QVERIFY(codeOf({"speed > 7 and force > 2", 0, {}}, &reader).find("one tag") != std::string::npos);
        QVERIFY(codeOf({"code = BEFORE", 0, {1, {}}}, &reader).find("no tag is named") != std::string::npos);
        QVERIFY(codeOf({"speed > 7", 0, {-1, {}}}, &reader).find("from 0 on") != std::string::npos);
        QVERIFY(codeOf({"speed > 7", 0, {}}, nullptr) != "found");
        QVERIFY(codeOf({"sped > 7", 0, {}}, &reader).find("names of tags") != std::string::npos);
        QCOMPARE(codeOf({"code = BEFORE", 0, {}}, nullptr), std::string("found"));
        QCOMPARE(canonical({"speed>7", 0, {}}, d)->where, std::string("\"speed\" > \"7\""));
    }

    void anExcursionIsAlignedAsAnyFailure()
    {
        const Dataset d = press();
        const AlignmentContext context(d);
        Reader reader;
        const auto first = selectSentinels(context, {"speed > 7", 1, {}}, {}, &reader);
        QVERIFY(first.has_value());
        WindowOptions options;
        options.before = wallLength(std::chrono::hours(1));
        const auto alignment = align(context, *first, options);
        QVERIFY(alignment.has_value());
        QCOMPARE(alignment->windows.front().events.size(), std::size_t{1});
        QVERIFY(alignment->windows.front().events.front().isAntecedent);
    }
};

QTEST_GUILESS_MAIN(TestSentinels)
#include "tst_sentinels.moc"
