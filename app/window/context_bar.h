// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What all views look at, always visible and edited in place: failure, window around it, zone; with back and forward.
// Threads: GUI.

#include "app/window/view.h"

class QComboBox;
class QToolButton;

namespace antecedent::app {

class ContextBar : public QWidget
{
    Q_OBJECT

public:
    explicit ContextBar(const Workspace& workspace, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fillFailures();
    void refresh();
    void applyWindow();

    Workspace m_workspace;
    QToolButton* m_back;
    QToolButton* m_forward;
    QComboBox* m_failure;
    QComboBox* m_before;
    QComboBox* m_after;
    QComboBox* m_zone;
};

} // namespace antecedent::app
