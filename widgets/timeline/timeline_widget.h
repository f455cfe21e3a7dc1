// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The shared timeline: lanes by asset over one time axis, the failure as a line through all of them, the whole span in
// an overview. Wheel zooms at the cursor, drag pans, click selects, double click on the overview jumps. Painting costs
// by the pixel: a stretch with more records than pixels is drawn as a density strip. Threads: GUI.

#include "widgets/document/context.h"
#include "widgets/timeline/lanes.h"
#include "widgets/timeline/time_axis.h"

#include <QAbstractScrollArea>

#include <map>
#include <set>

namespace antecedent::widgets {

class TimelineWidget : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineWidget(Context& context, QWidget* parent = nullptr);

    const TimeAxis& axis() const { return m_axis; }
    void fitWindow(); // the window around the failure, else everything
    void fitAll();
    void showRange(std::int64_t fromUs, std::int64_t toUs);
    void zoom(double factor); // around the middle
    QPixmap picture(); // as seen

    // Tags with samples on the assets in view, and those of them that are drawn.
    const std::vector<TagIndex>& tags() const { return m_tags; }
    bool isShown(TagIndex tag) const { return m_shownTags.contains(tag.value); }
    void setShown(TagIndex tag, bool isShown);
    // Shown tags whose trace does not serve the axis.
    std::vector<TagIndex> wantedTraces() const;
    void setTrace(TagIndex tag, TracePtr trace);

    QSize minimumSizeHint() const override { return {640, 240}; }

Q_SIGNALS:
    void rangeChanged();
    void tagsChanged();
    void tracesWanted(); // see wantedTraces; sent as often as the range changes

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Row // of the lanes, top to bottom
    {
        std::size_t group = 0;
        int lane = -1; // -1: header of the group, or a plot
        int plot = -1;
        int top = 0; // without scrolling
        int height = 0;
    };

    void rebuild();
    void regroup();
    const SampleTrace* traceOf(TagIndex tag) const;
    const Plot* plotAt(int y) const;
    void layOut();
    void setAxis(const TimeAxis& axis);
    std::optional<std::uint32_t> eventAt(const QPoint& point) const;
    const Row* rowAt(int y) const;
    std::pair<std::int64_t, std::int64_t> span() const;
    std::int64_t spanFrom() const;
    std::int64_t spanTo() const;

    void paintOverview(QPainter& painter, Theme theme);
    void paintAxis(QPainter& painter, Theme theme);
    void paintRows(QPainter& painter, Theme theme);
    void paintLane(QPainter& painter, Theme theme, const Lane& lane, const QRect& rect);
    void paintBand(
        QPainter& painter, Theme theme, const Lane& lane, std::size_t i, const QRect& rect, double& labelEnd);
    void paintNeighbours(QPainter& painter, Theme theme, const Lane& lane, const QRect& rect, std::size_t next);
    void paintDensity(QPainter& painter, Theme theme, const Lane& lane, const QRect& rect);
    void paintMarks(QPainter& painter, Theme theme, const Lane& lane, const QRect& rect);
    void paintFailures(QPainter& painter, Theme theme);

    Context& m_context;
    std::vector<AssetIndex> m_assets;
    std::vector<TagIndex> m_tags;
    TagSet m_shownTags;
    std::map<std::uint32_t, TracePtr> m_traces; // by tag
    std::vector<LaneGroup> m_groups;
    std::vector<Row> m_rows;
    std::set<std::uint32_t> m_folded; // assets whose lanes are hidden
    int m_contentHeight = 0;
    TimeAxis m_axis;
    QPoint m_pressed;
    TimeAxis m_pressedAxis;
    bool m_isPanning = false;
    bool m_isOnOverview = false;
};

} // namespace antecedent::widgets
