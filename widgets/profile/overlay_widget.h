// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A golden profile to look at: its signals in the order of their distance over one axis of phases. A cross hair follows
// the pointer over all signals and can be put down by a click or moved by keys; the values there are said by
// valuesText(). The wheel scrolls, with Ctrl it zooms; drag pans, a double click fits. Enter, a click on a name, or on
// the strip of a signal asks for that time of the batch. Threads: GUI.

#include "widgets/profile/overlay_painting.h"

#include "widgets/document/investigation_data.h"

#include <QAbstractScrollArea>

#include <memory>

namespace antecedent::widgets {

using ProfilePtr = std::shared_ptr<const Profile>;

class OverlayWidget : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit OverlayWidget(QWidget* parent = nullptr);

    // Null pointers: nothing to show. The axis is kept where the columns are the same.
    void setProfile(DataPtr snapshot, ProfilePtr profile);
    const ProfilePtr& profile() const { return m_profile; }
    void setColumnWidth(ColumnWidth width);
    void setBusy(bool isBusy); // the old picture, paler
    // The line of this batch is drawn too; position in the choice.
    void setHighlighted(std::optional<std::size_t> batch);

    const OverlayAxis& axis() const { return m_axis; }
    void fit();
    void zoom(double factor);
    void showColumn(std::size_t column);

    // Position in Profile::signals.
    std::size_t currentSignal() const { return m_current; }
    void setCurrentSignal(std::size_t signal); // scrolls to it
    std::optional<double> place() const { return m_place; } // of the cross hair
    void setPlace(std::optional<double> place);
    void pointAtLeaving(); // the cross hair goes where the current signal is first outside
    QString valuesText() const; // of the current signal at the cross hair; empty without one
    void copyValues() const; // of all signals at the cross hair
    void askForTime(); // of the cross hair, else where the current signal is first outside

    void paint(QPainter& painter);
    QRect laneRect(std::size_t signal) const; // in the viewport

    QSize minimumSizeHint() const override { return {420, 240}; }

Q_SIGNALS:
    void currentChanged(std::size_t signal);
    void placeChanged();
    void timeWanted(antecedent::Interval interval);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    bool isEmpty() const { return !m_profile || !m_data || m_profile->columns.empty(); }
    OverlayScene scene() const;
    int headHeight() const;
    void layOut();
    std::optional<std::size_t> signalAt(int y) const;
    double plotX(int x) const { return x - overlay::kGutter; }
    void stepPlace(int bins);
    void askForTimeAt(double place);
    double firstPlace(std::size_t signal) const; // where it is first outside, in the column where it is farthest
    void paintCrossHair(QPainter& painter);
    void paintValues(QPainter& painter, std::size_t signal, double place);

    DataPtr m_data;
    ProfilePtr m_profile;
    OverlayAxis m_axis;
    ColumnWidth m_columnWidth = ColumnWidth::Equal;
    std::optional<std::size_t> m_highlighted;
    int m_laneHeight = overlay::kLane;
    std::size_t m_current = 0;
    std::optional<double> m_place; // put down
    std::optional<double> m_hover; // under the pointer
    std::optional<std::size_t> m_hoverSignal;
    bool m_isBusy = false;
    bool m_isPressed = false;
    bool m_isPanning = false;
    QPoint m_pressed;
    OverlayAxis m_pressedAxis;
};

} // namespace antecedent::widgets
