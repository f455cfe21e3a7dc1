// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of samples against the samples themselves: no spike is hidden, gaps and bad quality are gaps.
#include "model/timeline/sample_trace.h"

#include "model/timeline/dataset_loader.h"
#include "tests/support/case_file_builder.h"

#include <QtTest>

#include <cmath>

using namespace antecedent;
using namespace antecedent::testing;

class TestSampleTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto made =
            CaseFile::create(m_folder.filePath(QStringLiteral("t.ante")).toStdString(), "Plant", "UTC", tester());
        QVERIFY(made.has_value());
        m_file.emplace(std::move(*made));
        // Three hours at one sample in ten seconds, an hour without any, one spike, one value of bad quality.
        std::vector<Row> early;
        std::vector<Row> late;
        for (int s = 0; s < 3 * 3600; s += 10) {
            if (s >= 3600 && s < 7200)
                continue;
            const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
            const std::string time =
                "2026-01-01T" + two(10 + s / 3600) + ":" + two(s / 60 % 60) + ":" + two(s % 60) + "Z";
            const std::string value = s == 1230 ? "99.5" : s == 8000 ? "-70" : std::to_string(20 + s / 10 % 7);
            (s < 600 ? late : early)
                .push_back({{"time", time}, {"tag", "T"}, {"value", value}, {"quality", s == 8000 ? "Bad" : "Good"}});
        }
        QVERIFY(addSource(*m_file, "later half first", {makeBatch(TableId::Samples, early)}).has_value());
        QVERIFY(addSource(*m_file, "then the beginning", {makeBatch(TableId::Samples, late)}).has_value());
        auto data = loadDataset(*m_file, m_file->cases()->front());
        QVERIFY(data.has_value());
        const auto all = makeSampleReader(*m_file, m_file->cases()->front(), *data)->read({0}, whole());
        QVERIFY(all.has_value());
        m_samples = *all;
        QCOMPARE(m_samples.size(), std::size_t{720});
    }

    void columnsHoldLeastAndGreatestOfTheirSamples()
    {
        for (const std::size_t columns : {std::size_t{1}, std::size_t{7}, std::size_t{100}, std::size_t{5000}}) {
            const SampleTrace trace = read(whole(), columns);
            QVERIFY(trace.columns.size() <= columns);
            std::uint64_t counted = 0;
            for (const SampleColumn& column : trace.columns) {
                double low = INFINITY;
                double high = -INFINITY;
                std::uint64_t samples = 0;
                for (const Sample& s : m_samples) {
                    if (s.time < column.firstTime || s.time > column.lastTime || std::isnan(s.value))
                        continue;
                    low = std::min(low, s.value);
                    high = std::max(high, s.value);
                    ++samples;
                    if (s.time == column.firstTime)
                        QCOMPARE(column.first, s.value);
                    if (s.time == column.lastTime)
                        QCOMPARE(column.last, s.value);
                }
                QCOMPARE(column.low, low);
                QCOMPARE(column.high, high);
                QCOMPARE(column.samples, samples);
                counted += samples;
            }
            QCOMPARE(counted, std::uint64_t{719}); // the bad one is left out
            QCOMPARE(trace.high.value(), 99.5);
            QCOMPARE(trace.low.value(), 20.0);
        }
    }

    void aGapIsAHoleAndABadValueIsNone()
    {
        const SampleTrace trace = read(whole(), 2000);
        QCOMPARE(trace.scan, Duration(std::chrono::seconds(10)));
        const std::vector<Interval> holes = trace.holes();
        QCOMPARE(holes.size(), std::size_t{1});
        QCOMPARE(holes.front().end - holes.front().begin, Duration(std::chrono::seconds(3610)));
    }

    void outsideOfTheDataAllIsHole()
    {
        const Interval before{whole().begin - std::chrono::hours(2), whole().begin - std::chrono::hours(1)};
        const SampleTrace trace = read(before, 100);
        QVERIFY(trace.columns.empty() && !trace.low);
        QCOMPARE(trace.holes().size(), std::size_t{1});
        QCOMPARE(trace.holes().front(), before);
        const auto none = readSampleTrace(*m_file, m_file->cases()->front(), "no such tag", whole(), 10);
        QVERIFY(none.has_value() && none->columns.empty());
    }

    void aStopEndsTheReading()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto trace = readSampleTrace(*m_file, m_file->cases()->front(), "T", whole(), 10, stop.get_token());
        QVERIFY(!trace.has_value());
        QCOMPARE(trace.error().code, ErrorCode::Cancelled);
    }

private:
    static Interval whole()
    {
        const Timestamp begin{std::chrono::sys_days(std::chrono::year(2026) / 1 / 1) + std::chrono::hours(10)};
        return {begin, begin + std::chrono::hours(3)};
    }
    SampleTrace read(const Interval& range, std::size_t columns) const
    {
        auto trace = readSampleTrace(*m_file, m_file->cases()->front(), "T", range, columns);
        if (!trace)
            qFatal("%s", errorText(trace.error()).c_str());
        return std::move(*trace);
    }

    QTemporaryDir m_folder;
    std::optional<CaseFile> m_file;
    std::vector<Sample> m_samples;
};

QTEST_GUILESS_MAIN(TestSampleTrace)
#include "tst_sample_trace.moc"
