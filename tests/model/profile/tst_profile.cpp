// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The golden profile as a whole, on a small plant whose numbers can be told in advance.
#include "model/profile/profile.h"

#include "tests/support/dataset_builder.h"

#include <QTest>

#include <cmath>

using namespace antecedent;
using namespace antecedent::test;

namespace {

using Curve = std::function<double(Timestamp)>;

// A sample per minute of what a function says; NaN: bad.
class MinuteSamples final : public SampleReader
{
public:
    explicit MinuteSamples(const Dataset& data)
        : m_data(data)
    {
    }
    std::map<std::string, Curve> curves;

    Result<std::vector<Sample>> read(TagIndex tag, const Interval& interval) override
    {
        std::vector<Sample> samples;
        const auto curve = curves.find(m_data.tags[tag.value].name);
        const auto first = std::chrono::ceil<std::chrono::minutes>(interval.begin);
        for (Timestamp t = first; curve != curves.end() && t < interval.end; t += std::chrono::minutes(1))
            samples.push_back({t, curve->second(t)});
        return samples;
    }

private:
    const Dataset& m_data;
};

std::string day(int number, int minute)
{
    return formatUtc(at("2026-01-01T00:00:00Z") + std::chrono::days(number) + std::chrono::minutes(minute));
}

int dayOf(Timestamp t)
{
    return static_cast<int>(std::chrono::floor<std::chrono::days>(t - at("2026-01-01T00:00:00Z")).count());
}

int minuteOf(Timestamp t)
{
    return static_cast<int>(
        std::chrono::floor<std::chrono::minutes>(t - at("2026-01-01T00:00:00Z")).count() % (24 * 60));
}

void addTag(DatasetBuilder& b, const std::string& name, const std::string& asset, const std::string& parameter,
    const std::string& unit = "bar", const std::string& high = {})
{
    b.later([=](Dataset& d) {
        Tag tag;
        tag.name = name;
        tag.asset = d.findAsset(asset);
        tag.parameter = parameter;
        tag.unit = unit;
        tag.highLimit = number(high);
        tag.sampleCount = 1;
        tag.sampleSpan = Interval{at(day(0, 0)), at(day(99, 0))};
        d.tags.push_back(tag);
        std::sort(d.tags.begin(), d.tags.end(), [](const Tag& a, const Tag& c) { return a.name < c.name; });
    });
}

// Batches B1 to B5 on days 1 to 5, F on day 6: Fill for 60 minutes (F: 120), then Mix for 60.
DatasetBuilder plant(const std::string& unitOfGood = "U1")
{
    DatasetBuilder b;
    b.asset("U1").asset("U2").asset("U1-P", "U1", "pump").asset("U2-P", "U2", "pump");
    for (int i = 1; i <= 6; ++i) {
        const std::string batch = i == 6 ? "F" : "B" + std::to_string(i);
        const std::string unit = i == 6 ? "U1" : unitOfGood;
        const int fill = i == 6 ? 120 : 60;
        b.batch(batch, "P", "R", day(i, 0));
        b.step(batch, "Make", unit, day(i, 0), day(i, fill + 60));
        b.step(batch, "Fill", unit, day(i, 0), day(i, fill), "phase");
        b.step(batch, "Mix", unit, day(i, fill), day(i, fill + 60), "phase");
    }
    b.deviation("D1", "leak", day(6, 130), "U1", "F");
    return b;
}

ProfileQuestion leak(const Dataset& data)
{
    return {data.findBatch("F"), "leak", data.findAsset("U1"), at(day(6, 130))};
}

const ProfileSignal* find(
    const Dataset& data, const Profile& profile, const std::string& tag, bool isDifference = false)
{
    for (const ProfileSignal& signal : profile.signals)
        if (data.tags[signal.tag.value].name == tag && signal.minus.valid() == isDifference)
            return &signal;
    return nullptr;
}

} // namespace

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signalsAreRankedByTheirDistance()
    {
        DatasetBuilder b = plant();
        addTag(b, "P1", "U1-P", "pressure", "bar", "8");
        addTag(b, "P2", "U1", "level");
        addTag(b, "P3", "U2", "level"); // another unit's
        const Dataset data = b.take();
        const AlignmentContext context(data);
        MinuteSamples reader(data);
        // Good batches stand at 1 to 5 throughout; F at 3, and at 9 from the middle of Mix on.
        reader.curves["P1"] = [](Timestamp t) {
            return dayOf(t) < 6 ? static_cast<double>(dayOf(t)) : minuteOf(t) >= 150 ? 9.0 : 3.0;
        };
        reader.curves["P2"] = [](Timestamp t) { return dayOf(t) < 6 ? static_cast<double>(dayOf(t)) : 3.0; };
        reader.curves["P3"] = reader.curves["P1"];
        const Result<Profile> found = computeProfile(context, leak(data), {}, reader);
        QVERIFY(found);
        const Profile& profile = *found;
        QCOMPARE(profile.goodBatches, std::size_t{5});
        QCOMPARE(profile.signals.size(), std::size_t{2});
        QCOMPARE(data.tags[profile.signals[0].tag.value].name, std::string("P1"));
        const ProfileSignal& signal = profile.signals[0];
        QCOMPARE(signal.state, SignalState::Compared);
        QCOMPARE(profile.columns[signal.worst].phase, std::string("Mix"));
        // From the middle on: (9 - 5) / 4 outside and (9 - 3) / 4 from the median, half of the phase.
        QVERIFY(std::abs(signal.distance - (0.5 + 0.75)) < 0.02);
        QVERIFY(std::abs(signal.worstDistance().outside - 0.5) < 0.02);
        QCOMPARE(signal.worstDistance().largest, 1.0);
        QVERIFY(std::abs(*signal.worstDistance().firstOutside - 0.5) < 0.02);
        QCOMPARE(signal.distances[0].outside, 0.0);
        QCOMPARE(*signal.highLimit, 8.0);
        const ProfileBin& bin = signal.bins[profile.bins + 10];
        QCOMPARE(bin.low, 1.0);
        QCOMPARE(bin.tenth, 1.4);
        QCOMPARE(bin.median, 3.0);
        QCOMPARE(bin.ninetieth, 4.6);
        QCOMPARE(bin.high, 5.0);
        QCOMPARE(profile.signals[1].distance, 0.0);
        QCOMPARE(profile.signals[1].outside, 0.0);
        QCOMPARE(signal.lines.size(), profile.choice.batches.size());
        QCOMPARE(signal.lines[0].back().x, 2.0);
    }

    void aPhaseOfTwiceTheMedianLengthIsAFinding()
    {
        DatasetBuilder b = plant();
        b.step("F", "Rinse", "U1", day(6, 170), day(6, 180), "phase");
        for (int i = 1; i <= 5; ++i)
            b.step("B" + std::to_string(i), "Vent", "U1", day(i, 110), day(i, 120), "phase");
        const Dataset data = b.take();
        const AlignmentContext context(data);
        MinuteSamples reader(data);
        const Profile profile = *computeProfile(context, leak(data), {}, reader);
        QCOMPARE(profile.columns.size(), std::size_t{4});
        const std::array<std::pair<const char*, LengthFinding>, 4> expected{std::pair{"Fill", LengthFinding::Longer},
            std::pair{"Mix", LengthFinding::None}, std::pair{"Rinse", LengthFinding::OnlyHere},
            std::pair{"Vent", LengthFinding::Missing}};
        for (std::size_t c = 0; c < expected.size(); ++c) {
            QCOMPARE(profile.columns[c].phase, std::string(expected[c].first));
            QCOMPARE(profile.columns[c].finding, expected[c].second);
        }
        QCOMPARE(*profile.columns[0].median, Duration(std::chrono::minutes(60)));
        QCOMPARE(*profile.columns[0].own, Duration(std::chrono::minutes(120)));
        QVERIFY(profile.signals.empty());
    }

    void aPhaseIsStretchedOrRunsByTheClock()
    {
        DatasetBuilder b = plant();
        addTag(b, "P1", "U1", "pressure");
        const Dataset data = b.take();
        const AlignmentContext context(data);
        MinuteSamples reader(data);
        // A ramp over the phase Fill, whatever its length: alike when it is stretched, half as steep by the clock.
        reader.curves["P1"] = [](Timestamp t) {
            const double fill = dayOf(t) == 6 ? 120 : 60;
            return 100 * std::min(minuteOf(t) / fill, 1.0) + 0.1 * dayOf(t);
        };
        const Profile stretched = *computeProfile(context, leak(data), {}, reader);
        QVERIFY(stretched.signals[0].distances[0].mean < 0.05);
        ProfileOptions options;
        options.align = ProfileAlign::PhaseStart;
        const Profile clock = *computeProfile(context, leak(data), options, reader);
        QCOMPARE(clock.columns[0].length, Duration(std::chrono::minutes(120)));
        QVERIFY(clock.signals[0].distances[0].mean > 1);
        QVERIFY(clock.signals[0].distances[0].largest < 0); // below
        // Behind the end of the good batches nothing is judged.
        QVERIFY(std::isnan(clock.signals[0].bins[clock.bins - 1].median));
        QVERIFY(!std::isnan(clock.signals[0].bins[clock.bins - 1].own.middle));
        options.align = ProfileAlign::StepStart;
        const Profile whole = *computeProfile(context, leak(data), options, reader);
        QCOMPARE(whole.columns.size(), std::size_t{1});
        QCOMPARE(whole.columns[0].length, Duration(std::chrono::minutes(180)));
    }

    void batchesOnAnotherUnitAreReadFromItsTags()
    {
        DatasetBuilder b = plant("U2");
        addTag(b, "P-101", "U1-P", "pressure");
        addTag(b, "P-201", "U2-P", "pressure");
        const Dataset data = b.take();
        const AlignmentContext context(data);
        MinuteSamples reader(data);
        reader.curves["P-101"] = [](Timestamp) { return 9.0; };
        reader.curves["P-201"] = [](Timestamp t) { return static_cast<double>(dayOf(t)); };
        const Profile profile = *computeProfile(context, leak(data), {}, reader);
        QCOMPARE(profile.signals.size(), std::size_t{1});
        QCOMPARE(profile.signals[0].goodWithData, std::size_t{5});
        QCOMPARE(profile.signals[0].bins[0].median, 3.0);
        QCOMPARE(profile.signals[0].distance, 2.5); // (9 - 3) / 4 + (9 - 5) / 4
    }

    void aDriftingSensorShowsInTheDifferenceFromItsTwin()
    {
        DatasetBuilder b = plant();
        addTag(b, "U1.WT01", "U1", "net weight", "kg");
        addTag(b, "U1.WT02", "U1", "net weight, flow total", "kg");
        const Dataset data = b.take();
        const AlignmentContext context(data);
        MinuteSamples reader(data);
        // Batches differ by 100 kg; the second sensor is off by 1 to 1.4 kg, and by 5 in F.
        reader.curves["U1.WT01"] = [](Timestamp t) { return 100.0 * (dayOf(t) % 5); };
        reader.curves["U1.WT02"] = [](Timestamp t) {
            return 100.0 * (dayOf(t) % 5) + (dayOf(t) == 6 ? 5.0 : 1.0 + 0.1 * (dayOf(t) - 1));
        };
        const Profile profile = *computeProfile(context, leak(data), {}, reader);
        QCOMPARE(profile.signals.size(), std::size_t{3});
        QVERIFY(profile.signals[0].minus.valid());
        const ProfileSignal* difference = find(data, profile, "U1.WT01", true);
        QVERIFY(difference != nullptr);
        QVERIFY(std::abs(difference->bins[0].median + 1.2) < 1e-9);
        QVERIFY(difference->worstDistance().largest < -1);
    }

    void tooFewGoodBatchesAndMissingDataAreSaid()
    {
        DatasetBuilder b = plant();
        addTag(b, "GONE", "U1", "flow");
        addTag(b, "P1", "U1", "pressure");
        const Dataset data = b.take();
        const AlignmentContext context(data);
        MinuteSamples reader(data);
        reader.curves["P1"] = [](Timestamp t) { return dayOf(t) < 4 ? std::nan("") : 1.0; }; // two good ones left
        reader.curves["GONE"] = [](Timestamp t) { return dayOf(t) == 6 ? std::nan("") : 1.0; };
        const Profile profile = *computeProfile(context, leak(data), {}, reader);
        QCOMPARE(find(data, profile, "P1")->state, SignalState::FewGood);
        QCOMPARE(find(data, profile, "P1")->goodWithData, std::size_t{2});
        QCOMPARE(find(data, profile, "GONE")->state, SignalState::NoOwnData);
        ProfileOptions options;
        options.out = {"B1", "B2", "B3"};
        const Profile few = *computeProfile(context, leak(data), options, reader);
        QCOMPARE(few.goodBatches, std::size_t{2});
    }

    void whatTheRecordAskedForIsATarget()
    {
        DatasetBuilder b = plant();
        addTag(b, "P1", "U1", "pressure");
        b.later([](Dataset& d) {
            Parameter parameter;
            parameter.batch = d.findBatch("F");
            parameter.step = "Mix";
            parameter.parameter = "Pressure";
            parameter.unit = "bar";
            parameter.target = number("2.5");
            d.parameters.push_back(parameter);
        });
        const Dataset data = b.take();
        const AlignmentContext context(data);
        MinuteSamples reader(data);
        const Profile profile = *computeProfile(context, leak(data), {}, reader);
        QCOMPARE(profile.signals[0].targets.size(), std::size_t{1});
        QCOMPARE(profile.signals[0].targets[0].firstColumn, std::size_t{1});
        QCOMPARE(profile.signals[0].targets[0].value, 2.5);
    }

    void itIsCancelledAndTellsItsProgress()
    {
        DatasetBuilder b = plant();
        addTag(b, "P1", "U1", "pressure");
        addTag(b, "P2", "U1", "level");
        const Dataset data = b.take();
        const AlignmentContext context(data);
        MinuteSamples reader(data);
        std::stop_source stop;
        std::vector<std::uint64_t> seen;
        QVERIFY(computeProfile(context, leak(data), {}, reader, stop.get_token(), [&](const Progress& progress) {
            QCOMPARE(progress.total, std::uint64_t{2});
            seen.push_back(progress.done);
        }));
        QCOMPARE(seen, (std::vector<std::uint64_t>{1, 2}));
        stop.request_stop();
        const Result<Profile> cancelled = computeProfile(context, leak(data), {}, reader, stop.get_token());
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
