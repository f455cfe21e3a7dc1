// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program opens with: recent investigations, new, open, the sample. Threads: GUI.

#include <QStringList>
#include <QWidget>

class QListWidget;

namespace antecedent::app {

class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);
    void setRecent(const QStringList& paths);

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void sampleWanted();
    void recentWanted(const QString& path);

private:
    QListWidget* m_recent;
};

} // namespace antecedent::app
