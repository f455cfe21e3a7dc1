// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A table of what the program proposes about sources and people decide, with the acts on the chosen row. What it shows
// is asked for when the panel is first seen, off the GUI thread; a decision needs a reason, is written in a job and
// makes the data anew. Threads: GUI.

#include "app/window/shared/view.h"
#include "model/store/case_file.h"
#include "widgets/itemmodels/text_table_model.h"

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace antecedent::app {

class TableView;

class DecisionPanel : public QWidget
{
    Q_OBJECT

public:
    // `name`: of the table, for tests and screen readers' order; `title`: what the table holds.
    DecisionPanel(const Workspace& workspace, const QString& name, const QString& title,
        std::vector<widgets::TableColumn> columns, QWidget* parent);

Q_SIGNALS:
    void failed(const antecedent::Error& error);
    void changed(); // the file: the data are to be read again

protected:
    using Decision = std::function<Result<void>(CaseFile& file, const std::string& reason, const std::stop_token&)>;

    void showEvent(QShowEvent* event) override;
    // Starts the question about the data at hand; answers for older data are to be dropped (isCurrent).
    virtual void ask() = 0;
    // The data are others: lets go of the answer about the earlier ones.
    virtual void drop() = 0;
    // The chosen row is another one; -1: none.
    virtual void choose(int row) = 0;

    // Asks for a reason under this title, then writes.
    void decide(const QString& title, const Decision& decision);
    bool isCurrent(std::uint64_t question) const { return question == m_question; }
    std::uint64_t question() const { return m_question; }
    const Workspace& workspace() const { return m_workspace; }
    QPushButton* addAct(const QString& text, const QString& name, const QString& tip, const std::function<void()>& act);
    void addBelow(QWidget* widget); // the table
    void addChoice(QWidget* widget); // of what the table shows, before the acts
    void setWidths(const std::vector<int>& widths);
    void setRows(std::vector<std::vector<widgets::TableCell>> rows);
    void setNote(const QString& note);
    void setEmptyText(const QString& text);
    // What could not be found out is asked again when the panel is next seen.
    void showFailure(const Error& error);
    int chosenRow() const; // as it was set, whatever the sorting; -1: none

private:
    void begin();
    void forget();
    void write(const QString& title, const Decision& decision, const std::string& reason);

    Workspace m_workspace;
    widgets::TextTableModel m_model;
    TableView* m_table;
    QLabel* m_note;
    QHBoxLayout* m_acts;
    QVBoxLayout* m_layout;
    widgets::DataPtr m_askedOf; // the data that the answer is about
    int m_row = 0; // the last that was chosen
    std::uint64_t m_question = 0;
    bool m_isAsked = false;
    bool m_isFilling = false; // the table, whose selection is not a person's then
};

} // namespace antecedent::app
