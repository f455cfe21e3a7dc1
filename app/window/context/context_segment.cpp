// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/context/context_segment.h"

#include "widgets/common/palette.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kControl = 24;
constexpr int kMostRows = 24; // of an open list

} // namespace

ContextSegment::ContextSegment(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel(name, this))
{
    QFont small = m_name->font();
    small.setPointSizeF(8.25);
    m_name->setFont(small);
    m_name->setForegroundRole(QPalette::PlaceholderText);
    m_name->setFixedHeight(14);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_name);
    auto* row = new QHBoxLayout;
    row->setSpacing(3);
    m_row = row;
    column->addLayout(row);
}

void ContextSegment::setNameVisible(bool isVisible)
{
    m_name->setVisible(isVisible);
}

int ContextSegment::leastWidth() const
{
    return m_row->minimumSize().width();
}

void ContextSegment::addWord(const QString& word)
{
    auto* label = new QLabel(word, this);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_row->addWidget(label);
}

QComboBox* ContextSegment::addChoice(const QString& objectName, const QString& name, const QString& tip, int width)
{
    auto* box = new QComboBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(2);
    box->setMinimumWidth(width);
    box->setMaxVisibleItems(kMostRows);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    addEditor(box);
    return box;
}

QComboBox* ContextSegment::addText(const QString& objectName, const QString& name, const QString& tip, int width)
{
    QComboBox* box = addChoice(objectName, name, tip, width);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setCompleter(nullptr);
    box->lineEdit()->setAccessibleName(name);
    return box;
}

void ContextSegment::addEditor(QWidget* editor)
{
    editor->setFixedHeight(kControl);
    m_row->addWidget(editor, 1);
    m_name->setBuddy(editor);
}

void markProblem(QWidget* editor, const QString& reason, const QString& usualTip)
{
    QPalette ink; // what the editor inherits
    if (!reason.isEmpty())
        for (const QPalette::ColorRole role : {QPalette::Text, QPalette::ButtonText})
            ink.setColor(role, color(themeOf(editor->palette()), Paint::Error));
    editor->setPalette(ink);
    editor->setToolTip(reason.isEmpty() ? usualTip : reason);
}

} // namespace antecedent::app
