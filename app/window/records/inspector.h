// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The record that is selected: what it is, every field, its row in the source as it was, and the records around it on
// the same asset. Threads: GUI; the original row is read in a job.

#include "app/window/shared/view.h"

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace antecedent::app {

class Inspector : public QWidget
{
    Q_OBJECT

public:
    explicit Inspector(const Workspace& workspace, QWidget* parent = nullptr);

private:
    void refresh();
    void showFields(std::uint32_t event);
    void showOriginal(std::uint32_t event);
    void showRelated(std::uint32_t event);
    void pin();
    void addNote();

    Workspace m_workspace;
    QLabel* m_mark;
    QLabel* m_title;
    QLabel* m_kind;
    QLabel* m_fields;
    QLabel* m_originalPlace;
    QPlainTextEdit* m_original;
    QListWidget* m_related;
    QPushButton* m_pin;
    QPushButton* m_note;
    QWidget* m_body;
    QLabel* m_empty;
    std::uint64_t m_question = 0;
};

} // namespace antecedent::app
