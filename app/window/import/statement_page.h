// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The last step of the import wizard: what will be stored of each file, and what the exports say of themselves: who
// exported, from which system, with which filter, which period, how many rows were shown there. Threads: GUI.

#include "app/window/import/import_draft.h"

#include <QWidget>

#include <map>

class QLabel;
class QLineEdit;
class QTableWidget;

namespace antecedent::app {

class StatementPage : public QWidget
{
    Q_OBJECT

public:
    explicit StatementPage(std::vector<ImportDraft>& drafts, QWidget* parent = nullptr);
    void refresh();

    // The export statement of a draft, one line each; empty if nothing was said.
    std::string statementOf(const ImportDraft& draft) const;
    // The period that was said to be covered, local dates by the draft's zone; an error names what can't be read.
    Result<std::optional<Interval>> coversOf(const ImportDraft& draft) const;

private:
    void keepRows(int row, int column);
    void showStated();
    importers::ExportStatement saidOf(const ImportDraft& draft) const;
    bool isPeriodWritten() const;

    std::vector<ImportDraft>& m_drafts;
    QTableWidget* m_table;
    QLabel* m_total;
    QLineEdit* m_by;
    QLineEdit* m_system;
    QLineEdit* m_filter;
    QLineEdit* m_from;
    QLineEdit* m_to;
    QLineEdit* m_exported;
    std::map<QLineEdit*, QString> m_hints; // what may be written there
    std::vector<std::size_t> m_shown; // drafts by row
};

} // namespace antecedent::app
