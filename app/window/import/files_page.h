// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The first step of the import wizard: every file with what it is recognised as, and the one question that most files
// share, the zone of their local times. Threads: GUI.

#include "app/window/import/files_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace antecedent::app {

class TableView;

class FilesPage : public QWidget
{
    Q_OBJECT

public:
    FilesPage(std::vector<ImportDraft>& drafts, const std::string& siteZone, QWidget* parent = nullptr);
    void refresh();
    void showWork(const QString& text); // instead of the list, while files are looked at

Q_SIGNALS:
    void openWanted(int file); // its mapping is to be looked at
    void changed();

private:
    void applyZone();

    std::vector<ImportDraft>& m_drafts;
    FilesModel m_model;
    TableView* m_table;
    QWidget* m_zoneBar;
    QComboBox* m_zone;
    QLabel* m_summary;
    QPushButton* m_open;
    std::string m_applied; // the zone that was given to all of them
};

} // namespace antecedent::app
