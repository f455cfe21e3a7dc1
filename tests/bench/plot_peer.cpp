// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/plot_peer.h"

#include <algorithm>
#include <chrono>
#include <qcustomplot.h>

namespace antecedent::benchpeer {

namespace {

double frames(QCustomPlot& plot, int count)
{
    std::vector<double> ms;
    for (int i = 0; i < count; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        for (QCPAxisRect* rect : plot.axisRects())
            rect->axis(QCPAxis::atBottom)->moveRange(rect->axis(QCPAxis::atBottom)->range().size() * 0.002);
        plot.replot(QCustomPlot::rpImmediateRefresh);
        ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(ms.begin(), ms.end());
    return ms[ms.size() / 2];
}

QCPAxisRect* addRect(QCustomPlot& plot, int row)
{
    auto* rect = new QCPAxisRect(&plot);
    plot.plotLayout()->addElement(row, 0, rect);
    return rect;
}

} // namespace

PeerTimes drawWithPeer(const QSize& size, const std::vector<std::vector<Sample>>& lines,
    const std::vector<std::vector<std::int64_t>>& ticks)
{
    constexpr int kFrames = 9;
    constexpr double kPerSecond = 1e6;
    QCustomPlot plot;
    plot.resize(size);
    plot.plotLayout()->clear();
    int row = 0;
    for (const std::vector<Sample>& line : lines) {
        QCPAxisRect* rect = addRect(plot, row++);
        QCPGraph* graph = plot.addGraph(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        QVector<QCPGraphData> data;
        data.reserve(static_cast<qsizetype>(line.size()));
        for (const Sample& sample : line)
            data.append({static_cast<double>(sample.time.time_since_epoch().count()) / kPerSecond, sample.value});
        graph->data()->set(data, true);
        graph->rescaleAxes();
    }
    plot.show();
    PeerTimes times;
    times.lines = frames(plot, kFrames);
    QCPAxisRect* rect = addRect(plot, row);
    for (std::size_t asset = 0; asset < ticks.size(); ++asset) {
        QCPGraph* graph = plot.addGraph(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        graph->setLineStyle(QCPGraph::lsImpulse);
        QVector<QCPGraphData> data;
        for (const std::int64_t us : ticks[asset])
            data.append({static_cast<double>(us) / kPerSecond, static_cast<double>(asset + 1)});
        graph->data()->set(data, true);
        graph->rescaleAxes(asset > 0);
    }
    times.linesAndTicks = frames(plot, kFrames);
    return times;
}

} // namespace antecedent::benchpeer
