// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Batches on the use of the suspect asset in time: those that used it on the upper lane, below it those reached
// otherwise (over links, or by failing), and a lane per generation of what was made from them, each joined to what it
// came from; exposed filled, others hollow, the failing one in failure colour with its diamond; the suspect interval
// washed. Click or arrow keys choose a batch, Enter opens it. The genealogy folds to one line with its count: click its
// name, or G. Threads: GUI.

#include "model/facts/impact.h"
#include "widgets/common/palette.h"
#include "widgets/common/site_time.h"
#include "widgets/document/investigation_data.h"
#include "widgets/timeline/time_axis.h"

#include <QWidget>

namespace antecedent::app {

enum class StripLane : std::uint8_t { Use, Link, Made };

struct StripBox
{
    BatchIndex batch;
    Interval interval;
    bool isIn = false;
    bool isFailure = false;
    StripLane lane = StripLane::Use;
    int generation = 0; // Made: 1 is made from a batch of the lanes above
    std::vector<BatchIndex> from; // what it was made from, among the boxes
};

class ImpactStrip : public QWidget
{
    Q_OBJECT

public:
    struct Input
    {
        widgets::DataPtr data;
        std::optional<Interval> suspect; // nullopt: no asset is suspected
        QString asset;
        std::vector<StripBox> boxes; // ascending by time
        std::optional<Timestamp> failure;
        widgets::SiteTime times;
    };

    explicit ImpactStrip(QWidget* parent = nullptr);

    void setInput(Input input);
    void setChosen(BatchIndex batch);
    // Where the box of a batch stands; empty if it has none, or is folded.
    QRectF placeOf(BatchIndex batch) const;
    void setFolded(bool isFolded);
    bool isFolded() const { return m_isFolded; }
    QRectF foldPlace() const; // the name of the genealogy; empty without one

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(antecedent::BatchIndex batch);
    void opened(antecedent::BatchIndex batch);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    widgets::TimeAxis axis() const;
    QRectF rectOf(const StripBox& box) const;
    bool isShown(const StripBox& box) const;
    int laneOf(const StripBox& box) const;
    int lanes() const;
    int madeFrom() const; // first lane of the genealogy
    int generations() const;
    void paintNames(QPainter& painter, widgets::Theme theme) const;
    void paintDescent(QPainter& painter, widgets::Theme theme) const;
    const StripBox* boxAt(const QPointF& point) const;
    void paintAxis(QPainter& painter, widgets::Theme theme) const;
    void paintSuspect(QPainter& painter, widgets::Theme theme) const;
    void paintBoxes(QPainter& painter, widgets::Theme theme) const;

    Input m_in;
    BatchIndex m_chosen;
    bool m_isFolded = false;
    bool m_hasLinks = false;
    int m_generations = 0; // of the input
};

} // namespace antecedent::app
