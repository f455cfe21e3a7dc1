// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program opens with: recent investigations with their failures on a strip of time, new, open, the sample, and
// where to drop files. Threads: GUI.

#include "app/window/frame/recent_files.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QVBoxLayout;

namespace antecedent::app {

class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);
    void setRecent(const std::vector<RecentFile>& files);

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void sampleWanted();
    void recentWanted(const QString& path);

private:
    QWidget* makeHead();
    QWidget* makeRecent();
    QWidget* makeStart();
    void narrow(); // the list, by the words of the filter

    QListWidget* m_recent;
    QLineEdit* m_filter;
};

} // namespace antecedent::app
