// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files and folders dropped anywhere on a window, also on what takes texts (a line, a table): the window gets their
// paths. Threads: GUI.

#include <QObject>
#include <QStringList>

class QWidget;

namespace antecedent::app {

class FileDrop : public QObject
{
    Q_OBJECT

public:
    explicit FileDrop(QWidget* window);

Q_SIGNALS:
    void dropped(const QStringList& paths);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_window;
};

} // namespace antecedent::app
