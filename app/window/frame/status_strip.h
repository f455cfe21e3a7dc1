// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The status bar: the work that runs with progress, time left and cancel; what the open case holds; who works, and in
// which zone times are shown. Threads: GUI.

#include "app/window/shared/view.h"

#include <QStatusBar>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;

namespace antecedent::app {

class StatusStrip : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusStrip(const Workspace& workspace, QWidget* parent = nullptr);
    void addSwitch(QAction* action); // a small button at the right end

private:
    void showWork();
    void showCase();

    Workspace m_workspace;
    QLabel* m_work;
    QProgressBar* m_progress;
    QLabel* m_left;
    QPushButton* m_cancel;
    QLabel* m_summary;
    QLabel* m_user;
    QLabel* m_zone;
};

} // namespace antecedent::app
