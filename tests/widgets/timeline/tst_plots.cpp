// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a plot of process data shows, pixel by pixel, from stored samples.
#include "widgets/timeline/plots.h"

#include "model/timeline/sample_trace.h"
#include "tests/support/case_file_builder.h"
#include "widgets/timeline/timeline_layout.h"

#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace antecedent;
using namespace antecedent::testing;
using namespace antecedent::widgets;

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kStart = 1'767'225'600 * kSecond;
constexpr std::int64_t kSamples = 1'000'000; // one per second
constexpr std::int64_t kSpike = 654'321;
constexpr std::int64_t kGapFrom = 300'000;
constexpr std::int64_t kGapTo = 310'000; // no samples in between
constexpr int kWidth = 900;

RecordBatch batchFrom(std::int64_t& row)
{
    constexpr std::size_t kRows = 8'192;
    RecordBatch batch;
    batch.table = TableId::Samples;
    batch.columns.resize(tableSpec(TableId::Samples).columns.size());
    for (; batch.rows < kRows && row < kSamples; ++row) {
        if (row >= kGapFrom && row < kGapTo)
            continue;
        TimeValue time;
        time.utcUs = kStart + row * kSecond;
        batch.columns[0].times.push_back(time);
        batch.columns[1].texts.push_back("T");
        batch.columns[2].numbers.push_back(Decimal{row == kSpike ? 1'000 : 200 + row * 7 % 5, 1, true, false});
        batch.columns[3].texts.push_back("Good");
        const auto at = static_cast<std::uint64_t>(row);
        batch.sourceRows.push_back({at + 1, at + 2, at * 10, 9});
        ++batch.rows;
    }
    return batch;
}

} // namespace

class TestPlots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto made =
            CaseFile::create(m_folder.filePath(QStringLiteral("t.ante")).toStdString(), "Plant", "UTC", tester());
        QVERIFY(made.has_value());
        m_file.emplace(std::move(*made));
        auto writer = m_file->beginSource({});
        QVERIFY(writer.has_value());
        SourceTotals totals;
        for (std::int64_t row = 0; row < kSamples;) {
            const RecordBatch batch = batchFrom(row);
            const auto outcome = (*writer)->add(batch);
            QVERIFY(outcome.has_value());
            totals.stored += outcome->stored;
            totals.read += batch.rows;
        }
        QVERIFY((*writer)->finish(totals, sha256("samples")).has_value());
    }

    void oneSampleInAMillionIsSeenAtEveryZoom()
    {
        const std::int64_t spike = kStart + kSpike * kSecond;
        const TimeAxis whole{kStart, kStart + kSamples * kSecond, kWidth};
        int zooms = 0;
        for (TimeAxis axis = whole; axis.toUs - axis.fromUs > 20 * kSecond;
             axis = axis.zoomed(axis.xOf(spike), 0.61), ++zooms) {
            const QImage picture = paint(axis);
            const int x = layout::kGutter + static_cast<int>(std::floor(axis.xOf(spike)));
            // From sample to sample: where they are pixels apart the spike is a triangle.
            const int reach = static_cast<int>(std::ceil(axis.xOf(kStart + kSecond) - axis.xOf(kStart)));
            int lit = 0;
            for (int y = 12; y < 60; ++y) { // well above all other samples
                bool isLit = false;
                for (int at = x - reach - 1; at <= x + reach + 2; ++at)
                    isLit = isLit || picture.pixel(at, y) != picture.pixel(x + 30 + 2 * reach, y);
                lit += isLit ? 1 : 0;
            }
            QVERIFY2(lit == 48, qPrintable(QStringLiteral("%1 rows at zoom %2").arg(lit).arg(zooms)));
        }
        QVERIFY(zooms > 20);
    }

    void aGapIsNeverJoined()
    {
        const TimeAxis axis{kStart + (kGapFrom - 20'000) * kSecond, kStart + (kGapTo + 20'000) * kSecond, kWidth};
        const QImage picture = paint(axis);
        const int left = layout::kGutter + static_cast<int>(axis.xOf(kStart + kGapFrom * kSecond));
        const int right = layout::kGutter + static_cast<int>(axis.xOf(kStart + kGapTo * kSecond));
        const QRgb line = color(Theme::Light, Paint::Control).rgb();
        const auto hasLine = [&](int x) {
            for (int y = 0; y < picture.height(); ++y)
                if (picture.pixel(x, y) == line)
                    return true;
            return false;
        };
        for (int x = left + 3; x < right - 3; ++x)
            QVERIFY(!hasLine(x));
        QVERIFY(hasLine(left - 20));
        QVERIFY(hasLine(right + 20));
    }

    void aCompressedAxisIsReadAsFineAsItIsDrawn()
    {
        TimeAxis axis{kStart, kStart + kSamples * kSecond, kWidth};
        const std::size_t linear = columnsToRead(axis);
        QVERIFY(linear >= std::size_t{2 * kWidth - 2} && linear <= std::size_t{2 * kWidth});
        axis.breaks = std::make_shared<const TimeBreaks>(
            std::vector<TimeBreak>{{kStart + 50'000 * kSecond, kStart + 950'000 * kSecond}});
        QVERIFY(axis.isCompressed());
        QVERIFY(columnsToRead(axis) > 9 * linear);
        const SampleTrace trace = read(axis);
        QVERIFY(serves(trace, axis));
        axis.breaks.reset();
        QVERIFY(!serves(trace, axis));
    }

    // Between two samples: the earlier value, in the picture and when it is read; of a line neither.
    void aSignalOfStepsHoldsItsValue()
    {
        SampleTrace trace;
        trace.range = {Timestamp(Duration(kStart)), Timestamp(Duration(kStart + 4 * kSecond))};
        trace.asked = 4;
        trace.scan = Duration(kSecond);
        for (int i = 0; i < 4; ++i) {
            const Timestamp at(Duration(kStart + i * kSecond));
            const double value = i < 2 ? 1 : 3;
            trace.columns.push_back({at, at, value, value, value, value, 1});
        }
        trace.samples = 4;
        const TimeAxis axis{kStart, kStart + 4 * kSecond, kWidth};
        Plot plot{TagIndex{0}, QStringLiteral("T"), QStringLiteral("T"), QStringLiteral("bar"), {}, {}};
        const double between = axis.xOf(kStart + kSecond + kSecond / 2);
        QCOMPARE(valueAt(plot, trace, axis, between), QString());
        for (const bool isStep : {false, true}) {
            plot.isStep = isStep;
            QImage picture(layout::kGutter + kWidth, layout::kPlot, QImage::Format_RGB32);
            picture.fill(color(Theme::Light, Paint::View));
            QPainter painter(&picture);
            const QRect area(layout::kGutter, 0, kWidth, layout::kPlot);
            paintPlot(painter, Theme::Light, plot, &trace, axis, area);
            painter.end();
            const ValueSpan span = spanOf(plot, &trace, axis);
            const int x = layout::kGutter + static_cast<int>(between);
            const auto hasLine = [&](double value) {
                const int y = static_cast<int>(yOfValue(span, value, area.height()));
                for (int at = y - 2; at <= y + 2; ++at)
                    if (qBlue(picture.pixel(x, at)) > qRed(picture.pixel(x, at)) + 10)
                        return true;
                return false;
            };
            QCOMPARE(hasLine(1), isStep);
            QCOMPARE(hasLine(2), !isStep);
        }
        QCOMPARE(valueAt(plot, trace, axis, between), QStringLiteral("1 bar"));
        QCOMPARE(valueAt(plot, trace, axis, axis.xOf(kStart + 5 * kSecond / 2)), QStringLiteral("3 bar"));
    }

private:
    SampleTrace read(const TimeAxis& axis) const
    {
        const auto trace =
            readSampleTrace(*m_file, m_file->cases()->front(), "T", rangeToRead(axis), columnsToRead(axis));
        return trace ? *trace : SampleTrace();
    }

    QImage paint(const TimeAxis& axis) const
    {
        const SampleTrace trace = read(axis);
        QImage picture(layout::kGutter + kWidth, layout::kPlot, QImage::Format_RGB32);
        picture.fill(color(Theme::Light, Paint::View));
        QPainter painter(&picture);
        const Plot plot{TagIndex{0}, QStringLiteral("T"), QStringLiteral("T"), QStringLiteral("bar"), {}, {}};
        paintPlot(painter, Theme::Light, plot, &trace, axis, QRect(layout::kGutter, 0, kWidth, layout::kPlot));
        return picture;
    }

    QTemporaryDir m_folder;
    std::optional<CaseFile> m_file;
};

QTEST_MAIN(TestPlots)
#include "tst_plots.moc"
