// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A line for the filter language: completes fields, operators and values of the open investigation (Ctrl+Space, Down,
// or while typing), underlines what is wrong and says it below, under the place. `settled` comes once a right filter
// rests for a moment or Return is pressed; a wrong one changes nothing. Threads: GUI; values are collected in a job.

#include "app/window/shared/filter_completion.h"
#include "app/window/shared/view.h"

#include <QLineEdit>
#include <QTimer>

class QCompleter;
class QLabel;
class QStringListModel;

namespace antecedent::app {

class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(const Workspace& workspace, QWidget* parent = nullptr);

    // Sets the text of others, without telling.
    void showFilter(const QString& text);
    bool isWrong() const { return !m_problem.words.isEmpty(); }
    QString problemText() const;

Q_SIGNALS:
    void settled(const QString& filter);

protected:
    bool event(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void readValues();
    void typed();
    void settle();
    void complete(bool isAsked);
    void take(const QString& word);
    void check();
    void placeMessage();
    int xOf(int position) const;

    Workspace m_workspace;
    QCompleter* m_completer;
    QStringListModel* m_words;
    QLabel* m_message;
    QTimer m_rest;
    std::shared_ptr<const FilterValues> m_values;
    FilterHint m_hint;
    FilterProblem m_problem;
};

} // namespace antecedent::app
