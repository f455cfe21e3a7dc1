// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The record that is selected: what it is, every field of the unified row, its row in the source as it was with file,
// line and column names, the records it is linked to and those around it on the same asset, and what can be done with
// it. Threads: GUI; the rows are read in a job.

#include "app/window/shared/view.h"

class QFormLayout;
class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace antecedent::app {

class RecordActions;
struct RecordRows;

class Inspector : public QWidget
{
    Q_OBJECT

public:
    Inspector(const Workspace& workspace, const RecordActions& actions, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeBody();
    QWidget* makeActions(const RecordActions& actions);
    void connectContext();
    void refresh();
    void showFields(std::uint32_t event);
    void askRows(std::uint32_t event);
    void showRows(const Result<RecordRows>& rows);
    void showRelated(std::uint32_t event);
    void addRelated(std::uint32_t event, const QString& words, std::int64_t atUs);

    Workspace m_workspace;
    QLabel* m_mark;
    QLabel* m_title;
    QLabel* m_kind;
    QLabel* m_fields;
    QLabel* m_unifiedTitle;
    QLabel* m_unified;
    QLabel* m_originalPlace;
    QPlainTextEdit* m_original;
    QListWidget* m_related;
    QWidget* m_body;
    QLabel* m_empty;
    std::uint64_t m_question = 0; // answers to earlier ones are dropped
};

} // namespace antecedent::app
