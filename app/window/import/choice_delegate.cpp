// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/choice_delegate.h"

#include "app/window/import/mapping_model.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>

namespace antecedent::app {

ChoiceDelegate::ChoiceDelegate(const MappingModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_choices(model)
{
}

QWidget* ChoiceDelegate::createEditor(
    QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (!m_choices.sourceOf(index.row()))
        return QStyledItemDelegate::createEditor(parent, option, index);
    auto* box = new QComboBox(parent);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setMaxVisibleItems(20);
    for (const MappingModel::Choice& choice : m_choices.choices())
        box->addItem(choice.label);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    auto* self = const_cast<ChoiceDelegate*>(this); // NOLINT: an editor that is done says so through its delegate
    connect(box, &QComboBox::activated, self, [self, box] {
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    return box;
}

void ChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* box = qobject_cast<QComboBox*>(editor);
    if (box == nullptr) {
        QStyledItemDelegate::setEditorData(editor, index);
        return;
    }
    box->setCurrentIndex(index.data(Qt::EditRole).toInt());
    box->lineEdit()->selectAll();
}

void ChoiceDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    const auto* box = qobject_cast<QComboBox*>(editor);
    if (box == nullptr) {
        QStyledItemDelegate::setModelData(editor, model, index);
        return;
    }
    int choice = box->findText(box->currentText(), Qt::MatchFixedString);
    if (choice < 0)
        choice = box->findText(box->currentText(), Qt::MatchStartsWith);
    if (choice >= 0)
        model->setData(index, choice);
}

} // namespace antecedent::app
