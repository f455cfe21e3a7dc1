// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which rows of a file become records of which table, where one file holds several kinds of rows: by the texts of one
// column or more, each with its count. Threads: GUI.

#include "importers/proposal/mapping_edit.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QListWidget;
class QPushButton;

namespace antecedent::app {

class RowsDialog : public QDialog
{
    Q_OBJECT

public:
    // The texts of a source column with their counts.
    using ValuesFn = std::function<std::vector<importers::ValueCount>(std::size_t column)>;

    RowsDialog(
        importers::Profile mapping, std::vector<std::string> columns, ValuesFn values, QWidget* parent = nullptr);
    const importers::Profile& mapping() const { return m_mapping; }

private:
    QWidget* makeEditor();
    void showTable();
    void showChoices(int current);
    void showChoice();
    void showValues();
    void edited();
    void addChoice();
    void removeChoice();
    std::size_t table() const;

    importers::Profile m_mapping;
    std::vector<std::string> m_columns;
    ValuesFn m_values;
    std::vector<importers::RowChoice> m_choices; // of the chosen table
    QComboBox* m_table;
    QListWidget* m_list; // the choices in words
    QPushButton* m_remove;
    QWidget* m_editor;
    QComboBox* m_column;
    QComboBox* m_sense;
    QListWidget* m_texts;
    bool m_isFilling = false;
};

} // namespace antecedent::app
