// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The timeline with its tool bar: fit, zoom, the shown range as two times that can be typed, picture as PNG. Threads:
// GUI.

#include "app/window/view.h"

#include <QTimer>

class QLineEdit;
class QPushButton;

namespace antecedent::widgets {
class TimelineWidget;
}

namespace antecedent::app {

class TimelineView : public View
{
    Q_OBJECT

public:
    explicit TimelineView(const Workspace& workspace, QWidget* parent = nullptr);
    QString title() const override;

private:
    void showRange();
    void goToTyped();
    void exportPicture();
    void readTraces();
    void fillSignals();

    Workspace m_workspace;
    widgets::TimelineWidget* m_timeline;
    QLineEdit* m_from;
    QLineEdit* m_to;
    QPushButton* m_signals;
    QTimer m_settle; // the range comes to rest before its samples are read
    bool m_isReading = false;
};

} // namespace antecedent::app
