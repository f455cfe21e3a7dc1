// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One part of the context bar: a name above the controls that edit its value in place, a word before them where the
// value alone would not say what it is. In a narrow bar the name goes; it stays as tooltip and accessible name.
// Threads: GUI.

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;

namespace antecedent::app {

class ContextSegment : public QWidget
{
    Q_OBJECT

public:
    ContextSegment(const QString& name, QWidget* parent);

    void setNameVisible(bool isVisible);
    int leastWidth() const; // px, without the name
    // Each is added at the right end. `objectName` is for tests, `name` what a screen reader says.
    void addWord(const QString& word);
    QComboBox* addChoice(const QString& objectName, const QString& name, const QString& tip, int width);
    // A choice that takes any text as well.
    QComboBox* addText(const QString& objectName, const QString& name, const QString& tip, int width);
    void addEditor(QWidget* editor);

private:
    QLabel* m_name;
    QBoxLayout* m_row;
};

// Error ink on what can't be read, the reason in the tooltip; an empty reason takes both away.
void markProblem(QWidget* editor, const QString& reason, const QString& usualTip);

} // namespace antecedent::app
