// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of the timeline, from a new range to the painted picture, 1600 x 900 offscreen: bench_timeline FILE
// [events in millions] [samples in millions] [compressed]. FILE is made if it is not there. With QCustomPlot installed
// the same points are drawn with it in the same run. Prints name=value lines; times in milliseconds.
#include "model/store/case_file.h"
#include "model/timeline/dataset_loader.h"
#include "model/timeline/sample_trace.h"
#include "tests/bench/plant_file.h"
#include "widgets/timeline/timeline_widget.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#ifdef ANTECEDENT_QCUSTOMPLOT
#include "tests/bench/plot_peer.h"
#endif

using namespace antecedent;
using namespace antecedent::bench;
using namespace antecedent::widgets;

namespace {

constexpr QSize kSize(1600, 900);

double now()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

struct Frames
{
    std::vector<double> ms;

    void print(const char* name) const
    {
        std::vector<double> sorted = ms;
        std::sort(sorted.begin(), sorted.end());
        std::printf("%s: frames=%zu median=%.2f p95=%.2f max=%.2f\n", name, sorted.size(), sorted[sorted.size() / 2],
            sorted[sorted.size() * 95 / 100], sorted.back());
    }
    double median() const
    {
        std::vector<double> sorted = ms;
        std::sort(sorted.begin(), sorted.end());
        return sorted[sorted.size() / 2];
    }
};

class Bench
{
public:
    explicit Bench(const std::string& path)
        : m_path(path)
        , m_image(kSize, QImage::Format_RGB32)
    {
        const double begin = now();
        const Result<DataPtr> loaded = loadInvestigation(path, {}, {}, {});
        if (!loaded)
            std::exit(1);
        m_data = *loaded;
        const double afterLoad = now();
        m_context.setData(m_data);
        m_timeline = std::make_unique<TimelineWidget>(m_context);
        m_timeline->resize(kSize);
        m_timeline->show();
        m_timeline->fitAll();
        std::printf(
            "events=%zu load=%.0f lanes=%.0f\n", m_data->context.events.size(), afterLoad - begin, now() - afterLoad);
    }

    TimelineWidget& timeline() { return *m_timeline; }

    // What the window does in a job: not part of a frame.
    void readTraces()
    {
        const auto file = CaseFile::open(m_path, OpenMode::ReadOnly);
        for (const TagIndex tag : m_timeline->wantedTraces()) {
            const double begin = now();
            auto trace = readSampleTrace(*file, m_data->caseInfo, m_data->dataset.tags[tag.value].name,
                rangeToRead(m_timeline->axis()), columnsToRead(m_timeline->axis()));
            m_reads.ms.push_back(now() - begin);
            m_timeline->setTrace(tag, std::make_shared<const SampleTrace>(std::move(*trace)));
        }
    }

    template <class Step> Frames run(int frames, const Step& step)
    {
        Frames out;
        for (int i = 0; i < frames; ++i) {
            const double begin = now();
            step();
            QPainter painter(&m_image);
            m_timeline->paint(painter);
            painter.end();
            out.ms.push_back(now() - begin);
            readTraces();
        }
        return out;
    }

    const Frames& reads() const { return m_reads; }
    const QImage& image() const { return m_image; }
    const InvestigationData& data() const { return *m_data; }

private:
    std::string m_path;
    QImage m_image;
    DataPtr m_data;
    Context m_context;
    std::unique_ptr<TimelineWidget> m_timeline;
    Frames m_reads;
};

void panBy(TimelineWidget& timeline, double share)
{
    const TimeAxis& axis = timeline.axis();
    const auto by = static_cast<std::int64_t>(share * static_cast<double>(axis.toUs - axis.fromUs));
    timeline.showRange(axis.fromUs + by, axis.toUs + by);
}

#ifdef ANTECEDENT_QCUSTOMPLOT
void comparePeer(Bench& bench, const std::string& path, const Frames& whole)
{
    const auto file = CaseFile::open(path, OpenMode::ReadOnly);
    const Dataset& dataset = bench.data().dataset;
    const auto reader = makeSampleReader(*file, file->cases()->front(), dataset);
    std::vector<std::vector<Sample>> lines;
    for (std::uint32_t tag = 0; tag < kTags; ++tag)
        lines.push_back(
            *reader->read(TagIndex{tag}, {Timestamp(Duration(kStart)), Timestamp(Duration(kStart + kSpanUs))}));
    const UnifiedEvents& events = bench.data().context.events;
    std::vector<std::vector<std::int64_t>> ticks(kAssets);
    for (std::size_t i = 0; i < events.size(); ++i)
        ticks[events.asset[i].value % kAssets].push_back(events.onsetUs[i]);
    const benchpeer::PeerTimes peer = benchpeer::drawWithPeer(kSize, lines, ticks);
    std::printf("qcustomplot lines=%.1f lines and ticks=%.1f\n", peer.lines, peer.linesAndTicks);
    std::printf("ratio to lines=%.1f ratio to lines and ticks=%.1f\n", peer.lines / whole.median(),
        peer.linesAndTicks / whole.median());
}
#endif

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2)
        return 2;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const std::string path = argv[1];
    const double events = argc > 2 ? std::strtod(argv[2], nullptr) : 5;
    const double samples = argc > 3 ? std::strtod(argv[3], nullptr) : 20;
    if (!std::filesystem::exists(path))
        makePlantFile(path, static_cast<std::size_t>(events * 1e6), static_cast<std::size_t>(samples * 1e6));
    Bench bench(path);
    TimelineWidget& timeline = bench.timeline();
    bench.readTraces();
    timeline.setCompressed(argc > 4);
    const Frames whole = bench.run(60, [&] { panBy(timeline, 0.002); });
    whole.print("pan, all of 200 days");
    timeline.verticalScrollBar()->setValue(timeline.verticalScrollBar()->maximum());
    bench.run(60, [&] { panBy(timeline, -0.002); }).print("pan, all, process data in view");
    timeline.fitAll();
    bench.run(60, [&] { timeline.zoom(0.85); }).print("zoom in to 17 minutes");
    bench.run(60, [&] { panBy(timeline, 0.02); }).print("pan, minutes");
    bench.run(60, [&] { timeline.zoom(1 / 0.85); }).print("zoom out to all");
    bench.reads().print("read a trace (in a job)");
    if (argc > 5)
        bench.image().save(QString::fromLocal8Bit(argv[5]));
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM") || line.starts_with("VmRSS"))
            std::printf("%s\n", line.c_str());
#ifdef ANTECEDENT_QCUSTOMPLOT
    comparePeer(bench, path, whole);
#endif
    return 0;
}
