// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The shared timeline: lanes by asset over one time axis, the failure as a line through all of them, the whole span in
// an overview. Wheel zooms at the cursor, drag pans, Shift+drag zooms to a box, click selects, Ctrl+click puts cursors;
// everything has a key (see keyPressEvent). Painting costs by the pixel: a stretch with more records than pixels is
// drawn as a density strip. Threads: GUI.

#include "widgets/document/context.h"
#include "widgets/document/jobs.h"
#include "widgets/timeline/coverage_rows.h"
#include "widgets/timeline/cursors.h"
#include "widgets/timeline/lane_choice.h"
#include "widgets/timeline/links.h"
#include "widgets/timeline/stamps.h"
#include "widgets/timeline/time_axis.h"

#include <QAbstractScrollArea>

#include <map>

namespace antecedent::widgets {

class TimelineWidget : public QAbstractScrollArea
{
    Q_OBJECT

public:
    // Many records are put into lanes in a job; without jobs, at once.
    explicit TimelineWidget(Context& context, Jobs* jobs = nullptr, QWidget* parent = nullptr);

    // Whether the lanes of what is asked are still being made. Those before stay where they are of the same data.
    bool isArranging() const { return m_arranging == Arranging::Runs; }

    const TimeAxis& axis() const { return m_axis; }
    std::optional<std::int64_t> anchorUs() const; // of the failure
    void fitWindow(); // the window around the failure, else everything
    void fitAll();
    void showRange(std::int64_t fromUs, std::int64_t toUs);
    void goTo(std::int64_t us); // into the middle; the scale stays
    void zoom(double factor); // around the middle
    void showContext(); // one hour before and after the selected record, on its asset

    const LaneChoice& choice() const { return m_choice; }
    void setChoice(const LaneChoice& choice);
    void foldAll(bool isFolded);
    // Assets and lanes that the choice hides.
    std::pair<std::size_t, std::size_t> hidden() const { return m_hidden; }

    bool isCompressed() const { return m_isCompressing; }
    void setCompressed(bool isCompressed); // stretches without records
    bool isRelative() const { return m_isRelative; }
    void setRelative(bool isRelative); // ticks at times to the failure
    bool isLinked() const { return m_isLinked; }
    void setLinked(bool isLinked); // links of the selected record
    bool isCovered() const { return m_isCovered; }
    void setCovered(bool isCovered); // coverage, below and in the lanes
    const std::vector<RecordLink>& links() const { return m_links; } // of the selected record, else of the failure

    const Cursors& cursors() const { return m_cursors; }
    void setCursor(std::size_t cursor, std::optional<std::int64_t> us); // 0: A, 1: B
    QString cursorWords() const; // see cursorText; empty without cursors
    // The shared time brush from cursor to cursor, else over what is in view; `isOff`: none.
    void brush(bool isOff = false);

    // As seen, in pixels of the viewport.
    void paint(QPainter& painter);
    QPixmap picture();

    // Tags with samples on the assets in view, and those of them that are drawn.
    const std::vector<TagIndex>& tags() const { return m_tags; }
    bool isShown(TagIndex tag) const { return m_shownTags.contains(tag.value); }
    void setShown(TagIndex tag, bool isShown);
    // Shown tags whose trace does not serve the axis.
    std::vector<TagIndex> wantedTraces() const;
    void setTrace(TagIndex tag, TracePtr trace);

    // Where a record stands in the viewport; nothing if its lane is not shown. For links, and for who points at it.
    std::optional<QPointF> placeOf(std::uint32_t event) const;
    std::optional<std::uint32_t> selectedRecord() const { return m_context.selected(); }
    // Title of the asset whose header or lanes are at y of the viewport; empty: none.
    QString assetAt(int y) const;
    bool isHeader(int y) const;
    QString currentAsset() const; // that keys work on
    // Titles of the assets whose headers stand on the timeline, from top to bottom.
    QStringList shownAssets() const;

    QSize minimumSizeHint() const override { return {640, 240}; }

Q_SIGNALS:
    void rangeChanged();
    void tagsChanged();
    void tracesWanted(); // see wantedTraces; sent as often as the range changes
    void choiceChanged(); // by the person
    void cursorsChanged();

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
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    enum class RowKind : std::uint8_t { Header, Lane, Plot, Coverage, Left }; // Left: how much the choice hides
    struct Row // of the lanes, top to bottom
    {
        RowKind kind = RowKind::Header;
        std::size_t group = 0;
        std::size_t item = 0; // lane or plot of the group
        int top = 0; // without scrolling
        int height = 0;
    };
    enum class Drag : std::uint8_t { None, Pressed, Pan, Overview, Box, Group, CursorA, CursorB };

    struct Asked
    {
        DataPtr data;
        std::optional<std::size_t> failure;
        Duration before{};
        Duration after{};
        bool operator==(const Asked&) const = default;
    };

    enum class Arranging : std::uint8_t { Done, Runs, Cancelled };

    void ask();
    void findLinks();
    void clear();
    void arrange(std::vector<AssetIndex> assets);
    void showLanes(std::vector<AssetIndex> assets, std::vector<LaneGroup> groups);
    using ShowGroups = std::function<void(std::vector<LaneGroup>)>;
    void makeGroups(const std::vector<AssetIndex>& assets, const ShowGroups& show);
    bool arrangeAgain(); // if it was cancelled
    QString emptyText() const;
    std::optional<QPointF> placeOf(const LinkEnd& end) const;
    void rebuild();
    void layOut();
    void layOutGroup(std::size_t group, int& top);
    const SampleTrace* traceOf(TagIndex tag) const;
    const Plot* plotOf(const Row& row) const;
    const Lane* laneOf(const Row& row) const;
    std::optional<ValueSpan> yZoom(TagIndex tag) const;
    void setAxis(const TimeAxis& axis);
    void zoomAt(double x, double factor);
    BreaksPtr breaksFor(double usPerPx);
    void follow(std::uint32_t event); // shows the selected record
    std::optional<std::uint32_t> eventAt(const QPoint& point) const;
    std::optional<std::uint32_t> neighbourAt(const QPoint& point) const;
    void reach(std::uint32_t event);
    const Row* rowAt(int y) const;
    std::pair<std::int64_t, std::int64_t> span() const;
    TimeAxis wholeAxis() const; // of the overview

    bool pressCursor(QMouseEvent* event);
    void dragTo(const QPoint& point);
    void endBox(const QPoint& point);
    void endGroup(const QPoint& point);
    std::size_t groupPlaceAt(int y) const; // in the shown order
    std::int64_t snapped(const QPoint& point) const; // to the record under it
    void moveCurrent(int by);
    void moveGroup(int by);
    void toggleFold(std::size_t group);
    void step(int by); // selects the record before or after in the current lane
    bool keyOfView(QKeyEvent* event);
    bool keyOfRows(QKeyEvent* event);

    void paintOverview(QPainter& painter, Theme theme);
    const std::vector<QRect>& overviewBars(const QRect& strip);
    void paintAxis(QPainter& painter, Theme theme);
    void paintRows(QPainter& painter, Theme theme);
    void paintHeader(QPainter& painter, Theme theme, const Row& row, int top);
    void paintLaneRow(QPainter& painter, Theme theme, const Row& row, int top);
    void paintLeft(QPainter& painter, Theme theme, const Row& row, int top);
    void paintBands(QPainter& painter, Theme theme);
    void paintBrush(QPainter& painter, Theme theme);
    void paintLinks(QPainter& painter, Theme theme);
    void paintCursors(QPainter& painter, Theme theme);
    void paintFailures(QPainter& painter, Theme theme);
    QRectF paintCurrentFailure(QPainter& painter, Theme theme, const Failure& failure);
    void paintOtherFailures(QPainter& painter, Theme theme, const QRectF& taken);
    void paintDrag(QPainter& painter, Theme theme);

    Context& m_context;
    Jobs* m_jobs;
    Asked m_asked;
    DataPtr m_data; // whose records the lanes hold
    Arranging m_arranging = Arranging::Done;
    std::uint64_t m_question = 0; // answers to earlier ones are dropped
    std::vector<AssetIndex> m_assets;
    std::vector<TagIndex> m_tags;
    TagSet m_shownTags;
    std::map<std::uint32_t, TracePtr> m_traces; // by tag
    std::map<std::uint32_t, ValueSpan> m_yZoom; // by tag
    std::vector<LaneGroup> m_groups;
    std::vector<CoverageRow> m_coverage;
    LaneChoice m_choice;
    std::vector<Row> m_rows;
    std::pair<std::size_t, std::size_t> m_hidden;
    std::size_t m_current = 0; // row that keys work on
    TimeAxis m_axis;
    double m_usPerPx = 1; // scale before compression, from which it follows what is long
    int m_breakLevel = 0; // of m_breaks
    BreaksPtr m_breaks;
    bool m_isCompressing = false;
    bool m_isRelative = false;
    bool m_isLinked = true;
    bool m_isCovered = true;
    std::vector<RecordLink> m_links;
    Cursors m_cursors;
    Drag m_drag = Drag::None;
    QPoint m_pressed;
    QPoint m_dragged;
    Stamps m_stamps;
    std::vector<std::int64_t> m_columnEnds; // of the frame
    struct Overview // bars of all records, which change with data and width only
    {
        std::weak_ptr<const InvestigationData> data;
        QRect strip;
        std::vector<QRect> bars;
    };
    Overview m_overview;
    TimeAxis m_pressedAxis;
};

} // namespace antecedent::widgets
