// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The timeline with its tool bar: fit, zoom, the shown range as two times that can be typed, going to a time, which
// lanes and how, cursors with what is between them, pictures; or the failures of one kind aligned on their time, or the
// batch of the failure laid over good ones.
// Threads: GUI; samples are read in jobs.

#include "app/window/shared/picture_files.h"
#include "app/window/shared/view.h"

#include <QTimer>

class QAction;
class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace antecedent::widgets {
class AlignedWidget;
class TimelineWidget;
} // namespace antecedent::widgets

namespace antecedent::app {

class OverlayPage;

class TimelineView : public View
{
    Q_OBJECT

public:
    explicit TimelineView(const Workspace& workspace, QWidget* parent = nullptr);
    QString title() const override;
    QSize minimumSizeHint() const override;
    // Range, lanes, signals, axis and what else is arranged on the timeline.
    QByteArray arrangement() const override;
    void setArrangement(const QByteArray& arrangement) override;
    // Key and what it does, for the sheet of shortcuts.
    static std::vector<std::pair<QString, QString>> keys();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeRangeBar(QBoxLayout* bar);
    void makeShowBar(QBoxLayout* bar);
    void makeShowMenu(QPushButton* button);
    void makeExportMenu(QPushButton* button);
    QAction* addToggle(QMenu* menu, const QString& text, const QKeySequence& key, bool isOn,
        void (widgets::TimelineWidget::*set)(bool));
    QWidget* makeCursorBar();
    void connectTimeline();
    void showRange();
    void showCursors();
    void goToTyped();
    void goToTime();
    enum class Mode : std::uint8_t { One, Aligned, Overlay };
    void setMode(Mode mode);
    Mode mode() const;
    void fit();
    void zoom(double factor);
    void savePictureAs(const QString& format);
    Picture picture() const;
    void copyPicture();
    void readTraces();
    void fillSignals();
    void fillLanes();
    void setSearch(const QString& words);
    void recallLanes();

    Workspace m_workspace;
    QStackedWidget* m_pages;
    widgets::TimelineWidget* m_timeline;
    widgets::AlignedWidget* m_aligned;
    OverlayPage* m_overlay;
    QBoxLayout* m_bars; // both beside each other where there is room
    QLineEdit* m_from;
    QLineEdit* m_to;
    QLineEdit* m_goTo;
    QPushButton* m_one;
    QPushButton* m_all; // failures of one kind
    QPushButton* m_over; // good batches
    QComboBox* m_order;
    QPushButton* m_lanes;
    QLineEdit* m_search;
    QPushButton* m_signals;
    QPushButton* m_show = nullptr;
    QWidget* m_cursorBar = nullptr;
    QLabel* m_cursorText = nullptr;
    QTimer m_settle; // the range comes to rest before its samples are read
    QString m_recalled; // file whose lanes are shown
    bool m_isReading = false;
};

} // namespace antecedent::app
