// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is odd in the samples of one tag, against the tag's own habits.
#include "model/quality/signal_scan.h"

#include "model/base/time.h"

#include <QTest>

#include <cmath>

using namespace antecedent;
using namespace antecedent::quality;

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr int kSamples = 20'000;

Timestamp moment(std::int64_t seconds)
{
    return Timestamp(Duration(seconds * kSecond));
}

// A wave with noise that is the same in each run.
double value(int i)
{
    const std::uint32_t hash = static_cast<std::uint32_t>(i) * 2'654'435'761U;
    return 50 + 10 * std::sin(i / 300.0) + static_cast<double>(hash >> 16) / 65'536.0;
}

template <class Change>
SignalOddities scan(const Change& change, const std::vector<Interval>* use = nullptr, int samples = kSamples)
{
    SignalScan scan({moment(0), moment(std::int64_t{samples} * 10)}, use);
    for (int i = 0; i < samples; ++i) {
        Sample sample{moment(std::int64_t{i} * 10), value(i)};
        if (change(i, sample))
            scan.add(sample);
    }
    return scan.finish();
}

} // namespace

class TestSignalScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrdinarySignalIsNotOdd()
    {
        const SignalOddities odd = scan([](int, Sample&) { return true; });
        QCOMPARE(odd.samples, std::uint64_t{kSamples});
        QCOMPARE(odd.gaps + odd.jumps + odd.frozen.size() + odd.atLimit, std::uint64_t{0});
    }

    void missingSamplesAreGaps()
    {
        const SignalOddities odd = scan([](int i, Sample&) { return (i < 5'000 || i >= 5'300) && i != 9'000; });
        QCOMPARE(odd.gaps, std::uint64_t{1}); // one sample alone is within five scans
        QCOMPARE(odd.gapPlaces[0].size, 3'010.0);
        QCOMPARE(odd.gapPlaces[0].fromUs, 4'999 * 10 * kSecond);
        QVERIFY(!odd.isInBlocks);
    }

    void badValuesAreGapsToo()
    {
        const SignalOddities odd = scan([](int i, Sample& s) {
            if (i >= 5'000 && i < 5'300)
                s.value = std::nan("");
            return true;
        });
        QCOMPARE(odd.gaps, std::uint64_t{1});
    }

    void silenceOutsideOfUseIsNoGap()
    {
        const std::vector<Interval> use{{moment(0), moment(60'000)}, {moment(120'000), moment(200'000)}};
        const auto silent = [](int i, Sample&) { return i < 6'001 || (i >= 12'000 && (i < 15'000 || i >= 15'060)); };
        const SignalOddities odd = scan(silent, &use);
        QCOMPARE(odd.gaps, std::uint64_t{1});
        QCOMPARE(odd.gapPlaces[0].size, 610.0);
    }

    void recordingInBlocksIsSaid()
    {
        QVERIFY(scan([](int i, Sample&) { return i < 5'000 || i >= 15'000; }).isInBlocks);
    }

    void aSpikeIsFoundAndAStepIsNot()
    {
        const SignalOddities odd = scan([](int i, Sample& s) {
            if (i == 7'000)
                s.value += 400;
            if (i >= 12'000)
                s.value += 40;
            return true;
        });
        QCOMPARE(odd.jumps, std::uint64_t{1});
        QCOMPARE(odd.jumpPlaces[0].fromUs, 7'000 * 10 * kSecond);
        QVERIFY(odd.jumpPlaces[0].size > 400);
    }

    void aResetToTheRestingValueAndALoneSampleAreNoSpikes()
    {
        const SignalOddities odd = scan([](int i, Sample& s) {
            if (i % 4'000 < 20 || i == 7'000)
                s.value = -900; // where it rests
            if (i == 9'001)
                s.value = -500;
            return i < 9'002 || i > 9'100; // then nothing for long
        });
        QCOMPARE(odd.jumps, std::uint64_t{0});
    }

    void aFrozenStretchIsFoundAndARestingValueIsNot()
    {
        const SignalOddities odd = scan([](int i, Sample& s) {
            if (i >= 5'000 && i < 6'000)
                s.value = 53.21;
            if (i % 4'000 < 500)
                s.value = 0; // idle, again and again
            return true;
        });
        QCOMPARE(odd.frozen.size(), std::size_t{1});
        QCOMPARE(odd.frozen[0].size, 9'990.0);
    }

    void theEndOfTheRangeIsSeen()
    {
        const SignalOddities odd = scan([](int, Sample& s) {
            s.value = std::min(s.value, 59.5);
            return true;
        });
        QVERIFY(odd.atLimit > 1'000);
        QCOMPARE(odd.limitPlaces.size(), std::size_t{1});
        QCOMPARE(odd.limitPlaces[0].size, 59.5);
    }

    void histogramsCountExactlyFromTheirEdges()
    {
        LogHistogram histogram;
        for (int i = 0; i <= 1'000; ++i)
            histogram.add(i);
        for (const double value : {1.0, 3.0, 10.0, 900.0}) {
            const double edge = LogHistogram::edgeAbove(value);
            QVERIFY(edge >= value && edge < value * 1.1);
            QCOMPARE(histogram.countFrom(edge), static_cast<std::uint64_t>(1'000 - std::ceil(edge) + 1));
        }
        QVERIFY(std::abs(histogram.quantile(0.5) - 500) < 50);
        QCOMPARE(histogram.quantile(0), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestSignalScan)
#include "tst_signal_scan.moc"
