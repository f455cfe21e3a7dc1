// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The condition of an asset over time: lanes with its maintenance, calibration and cleaning, one saw-tooth panel per
// counter, as-found errors in tolerances, all on one time axis with the failure as a line. What is overdue is washed;
// after the failure curves go on dashed, for context. Click or arrow keys choose a record. Threads: GUI.

#include "model/facts/condition_history.h"
#include "widgets/common/marks.h"
#include "widgets/common/site_time.h"
#include "widgets/document/investigation_data.h"
#include "widgets/timeline/time_axis.h"

#include <QWidget>

#include <memory>

namespace antecedent::widgets {

class SawToothWidget : public QWidget
{
    Q_OBJECT

public:
    struct Input
    {
        DataPtr data;
        std::shared_ptr<const ConditionHistory> history;
        std::string failure; // its id among the points
        std::vector<QString> names; // of the counters, in their order
        SiteTime times;
    };

    explicit SawToothWidget(QWidget* parent = nullptr);

    void setInput(Input input);
    void clear();
    void setSelected(std::optional<std::uint32_t> event); // position in UnifiedEvents
    // Where the mark of a record stands; nullopt if it has none.
    std::optional<QPointF> placeOf(std::uint32_t event) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(std::uint32_t event);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Mark // of the lanes of upkeep
    {
        std::uint32_t event = 0;
        Timestamp at;
        MarkKind kind{};
        std::size_t lane = 0;
    };
    struct Panel
    {
        const CounterHistory* counter = nullptr; // null: as-found errors
        QString name;
        QRectF area; // of the curve
        double highest = 1;
        const CounterLimit* limit = nullptr;
    };

    TimeAxis axis() const;
    double xOf(Timestamp t) const;
    std::vector<Panel> panels() const;
    const CounterLimit* limitOf(std::size_t counter) const;
    int lanesHeight() const;
    const Mark* markAt(const QPointF& point) const;
    QString describeMark(const Mark& mark) const;
    QString describe() const; // in words, for those who don't see it
    std::vector<double> asFoundInTolerances() const;

    void paintAxis(QPainter& painter, Theme theme);
    void paintLanes(QPainter& painter, Theme theme);
    void paintPanel(QPainter& painter, Theme theme, const Panel& panel);
    void paintOverdueLane(QPainter& painter, Theme theme);
    void paintOverdue(QPainter& painter, Theme theme, const Panel& panel);
    void paintLimit(QPainter& painter, Theme theme, const Panel& panel);
    void paintCurve(QPainter& painter, Theme theme, const Panel& panel);
    void paintResets(QPainter& painter, Theme theme);
    void paintFailures(QPainter& painter, Theme theme, const Panel& panel);
    void paintAsFound(QPainter& painter, Theme theme, const Panel& panel);
    void paintLegend(QPainter& painter, Theme theme);

    Input m_in;
    std::vector<Mark> m_marks; // ascending by time
    std::vector<QString> m_lanes; // names of those that have a mark
    std::optional<std::uint32_t> m_selected;
};

} // namespace antecedent::widgets
