// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Columns of another list, such as a machine master: which list, by which key, and what its columns become. The list is
// read, and its rows are looked up, off the GUI thread. Threads: GUI.

#include "importers/proposal/joined_list.h"
#include "widgets/document/jobs.h"

#include <QDialog>

#include <memory>
#include <stop_token>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace antecedent::app {

class JoinDialog : public QDialog
{
    Q_OBJECT

public:
    // `files`: paths of lists to choose from, others can be looked for.
    JoinDialog(widgets::Jobs& jobs, importers::Profile mapping, std::shared_ptr<const importers::SourceHead> head,
        const std::vector<std::string>& files, QWidget* parent = nullptr);
    ~JoinDialog() override;

    const importers::Profile& mapping() const { return m_joined; } // with the columns, once accepted

private:
    struct Listing
    {
        std::shared_ptr<const importers::JoinedList> list;
        std::optional<importers::JoinKey> key;
    };
    struct Answer
    {
        importers::Profile mapping;
        importers::JoinOutcome outcome;
    };
    void chooseList(int index);
    void readList(const std::string& path);
    void showList(const Listing& listing);
    void showColumns();
    void ask();
    void showAnswer(const Answer& answer);
    std::vector<importers::JoinedColumn> chosen() const;

    widgets::Jobs& m_jobs;
    importers::Profile m_mapping;
    importers::Profile m_joined;
    std::shared_ptr<const importers::SourceHead> m_head;
    std::shared_ptr<const importers::JoinedList> m_list;
    std::vector<importers::MapTarget> m_targets; // that a column can become
    QComboBox* m_files;
    QComboBox* m_source;
    QComboBox* m_key;
    QTableWidget* m_columns;
    QLabel* m_said;
    QPushButton* m_ok = nullptr;
    std::stop_source m_stop; // of the list that is read
    std::stop_source m_asked; // of the newest question about it
    int m_shownFile = -1;
    std::uint64_t m_question = 0;
    bool m_isFilling = false;
};

} // namespace antecedent::app
