// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Batches on the use of the suspect asset in time: those that used it on the upper lane, those reached otherwise (over
// links or genealogy) on the lower one; exposed filled, others hollow, the failing one in failure colour with its
// diamond; the suspect interval washed. Click or arrow keys choose a batch, Enter opens it. Threads: GUI.

#include "model/facts/impact.h"
#include "widgets/common/palette.h"
#include "widgets/common/site_time.h"
#include "widgets/document/investigation_data.h"
#include "widgets/timeline/time_axis.h"

#include <QWidget>

namespace antecedent::app {

struct StripBox
{
    BatchIndex batch;
    Interval interval;
    bool isIn = false;
    bool isFailure = false;
    bool isUse = false; // of the suspect asset: upper lane
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
    // Where the box of a batch stands; empty if it has none.
    QRectF placeOf(BatchIndex batch) const;

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
    const StripBox* boxAt(const QPointF& point) const;
    void paintAxis(QPainter& painter, widgets::Theme theme) const;
    void paintSuspect(QPainter& painter, widgets::Theme theme) const;
    void paintBoxes(QPainter& painter, widgets::Theme theme) const;

    Input m_in;
    BatchIndex m_chosen;
};

} // namespace antecedent::app
