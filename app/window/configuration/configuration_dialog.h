// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The configuration of the open file: what is in use, its text, who put and who approved it; replaced, approved, taken
// back, and shared as one file. Each change needs a reason. Files are read and written off the GUI thread. Threads:
// GUI.

#include "app/casework/case_configuration.h"
#include "app/window/shared/view.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QDialog>

#include <functional>
#include <string>
#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace antecedent::app {

class TableView;

class ConfigurationDialog : public QDialog
{
    Q_OBJECT

public:
    ConfigurationDialog(const Workspace& workspace, QWidget* parent);

    void reject() override;

Q_SIGNALS:
    void changed(); // the file: the snapshot is to be read again

private:
    // What an act did to the file, in words, or empty.
    using Act = std::function<Result<QString>(CaseFile& file)>;
    using Change = std::function<Result<QString>(CaseFile& file, const std::string& reason)>;
    struct Outcome
    {
        std::vector<casework::ConfigurationItem> items;
        QString words;
    };

    void makeTable();
    QWidget* makeButtons();
    void run(const QString& title, bool isChange, const Act& act);
    void change(const QString& question, const QString& title, const Change& act); // asks for the reason
    void take(const Outcome& outcome);
    void say(const QString& words, bool isProblem);
    void choose(); // follows the chosen row
    const casework::ConfigurationItem* chosen() const;
    void saveText();
    void replace();
    void approve();
    void reset();
    void exportAll();
    void importAll();
    static QString broughtInWords(const casework::BroughtIn& in);

    const Workspace m_workspace;
    const std::string m_path;
    std::vector<casework::ConfigurationItem> m_items;
    widgets::TextTableModel m_model;
    TableView* m_table;
    QPlainTextEdit* m_text;
    QLabel* m_note;
    QPushButton* m_save;
    QPushButton* m_replace;
    QPushButton* m_approve;
    QPushButton* m_reset;
    QPushButton* m_export;
    QPushButton* m_import;
    bool m_isBusy = false;
};

} // namespace antecedent::app
