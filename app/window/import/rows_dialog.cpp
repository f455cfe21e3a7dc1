// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/rows_dialog.h"

#include "importers/profile/column_reference.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace importers;
using namespace widgets;

namespace {

QString shown(const std::string& value)
{
    return value.empty() ? RowsDialog::tr("(empty)") : toQString(value);
}

QString wordsOf(const RowChoice& choice)
{
    QStringList values;
    for (const std::string& value : choice.values)
        values << shown(value);
    const QString list = values.isEmpty() ? RowsDialog::tr("nothing chosen yet") : values.join(QStringLiteral(", "));
    return (choice.isExcluding ? RowsDialog::tr("%1 is none of: %2") : RowsDialog::tr("%1 is one of: %2"))
        .arg(toQString(choice.column), list);
}

} // namespace

RowsDialog::RowsDialog(Profile mapping, std::vector<std::string> columns, ValuesFn values, QWidget* parent)
    : QDialog(parent)
    , m_mapping(std::move(mapping))
    , m_columns(std::move(columns))
    , m_values(std::move(values))
    , m_table(new QComboBox(this))
    , m_list(new QListWidget(this))
    , m_remove(new QPushButton(tr("Remove"), this))
    , m_editor(makeEditor())
{
    setWindowTitle(tr("Which rows become records"));
    setObjectName(QStringLiteral("rowsDialog"));
    m_table->setObjectName(QStringLiteral("rowsTable"));
    m_table->setAccessibleName(tr("Records of"));
    for (const TableMapping& each : m_mapping.tables)
        m_table->addItem(toQString(tableSpec(each.table).name));
    m_list->setObjectName(QStringLiteral("rowChoices"));
    m_list->setAccessibleName(tr("Conditions that all hold"));
    auto* add = new QPushButton(tr("Add a condition"), this);
    add->setObjectName(QStringLiteral("addRowChoice"));
    m_remove->setObjectName(QStringLiteral("removeRowChoice"));
    auto* top = new QFormLayout;
    top->addRow(tr("Records of"), m_table);
    auto* acts = new QHBoxLayout;
    acts->addWidget(add);
    acts->addWidget(m_remove);
    acts->addStretch(1);
    auto* note = new QLabel(tr("All conditions hold for a row that becomes a record; without any, every row does. "
                               "A row that no table takes is rejected."),
        this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addLayout(acts);
    layout->addWidget(m_editor, 3);
    layout->addWidget(note);
    layout->addWidget(buttons);
    connect(m_table, &QComboBox::currentIndexChanged, this, &RowsDialog::showTable);
    connect(m_list, &QListWidget::currentRowChanged, this, &RowsDialog::showChoice);
    connect(add, &QPushButton::clicked, this, &RowsDialog::addChoice);
    connect(m_remove, &QPushButton::clicked, this, &RowsDialog::removeChoice);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(560, 560);
    showTable();
}

QWidget* RowsDialog::makeEditor()
{
    auto* editor = new QWidget(this);
    m_column = new QComboBox(editor);
    m_column->setObjectName(QStringLiteral("rowColumn"));
    m_column->setAccessibleName(tr("Column"));
    for (const std::string& column : m_columns)
        m_column->addItem(toQString(column));
    m_sense = new QComboBox(editor);
    m_sense->setObjectName(QStringLiteral("rowSense"));
    m_sense->setAccessibleName(tr("One of or none of"));
    m_sense->addItems({tr("is one of"), tr("is none of")});
    m_texts = new QListWidget(editor);
    m_texts->setObjectName(QStringLiteral("rowValues"));
    m_texts->setAccessibleName(tr("Texts of the column"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_column, 1);
    line->addWidget(m_sense);
    auto* layout = new QVBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_texts, 1);
    connect(m_column, &QComboBox::currentIndexChanged, this, [this] {
        if (const int row = m_list->currentRow(); row >= 0 && !m_isFilling) {
            m_choices[static_cast<std::size_t>(row)].values.clear();
            edited();
            showValues();
        }
    });
    connect(m_sense, &QComboBox::currentIndexChanged, this, &RowsDialog::edited);
    connect(m_texts, &QListWidget::itemChanged, this, &RowsDialog::edited);
    return editor;
}

std::size_t RowsDialog::table() const
{
    return static_cast<std::size_t>(std::max(0, m_table->currentIndex()));
}

void RowsDialog::showTable()
{
    m_choices = m_mapping.tables.empty() ? std::vector<RowChoice>() : rowChoicesOf(m_mapping, table());
    showChoices(0);
}

void RowsDialog::showChoices(int current)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const RowChoice& choice : m_choices)
            m_list->addItem(wordsOf(choice));
        m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    }
    showChoice();
}

void RowsDialog::showChoice()
{
    const int row = m_list->currentRow();
    m_editor->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_isFilling = true;
    if (row >= 0) {
        const RowChoice& choice = m_choices[static_cast<std::size_t>(row)];
        const auto at = findColumn(m_columns, choice.column);
        m_column->setCurrentIndex(at ? static_cast<int>(*at) : -1);
        m_sense->setCurrentIndex(choice.isExcluding ? 1 : 0);
    }
    m_isFilling = false;
    showValues();
}

void RowsDialog::showValues()
{
    m_isFilling = true;
    m_texts->clear();
    const int row = m_list->currentRow();
    const int column = m_column->currentIndex();
    if (row >= 0 && column >= 0) {
        const std::vector<std::string>& chosen = m_choices[static_cast<std::size_t>(row)].values;
        std::vector<ValueCount> all = m_values(static_cast<std::size_t>(column));
        all.push_back({{}, 0});
        for (const std::string& value : chosen)
            if (std::none_of(all.begin(), all.end(), [&](const ValueCount& each) { return each.value == value; }))
                all.push_back({value, 0}); // of a profile, not in this file
        for (const ValueCount& each : all) {
            auto* item = new QListWidgetItem(
                each.count == 0 ? shown(each.value) : tr("%1   %2 rows").arg(shown(each.value), countText(each.count)),
                m_texts);
            item->setData(Qt::UserRole, toQString(each.value));
            item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            const bool isChosen = std::find(chosen.begin(), chosen.end(), each.value) != chosen.end();
            item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
        }
    }
    m_isFilling = false;
}

void RowsDialog::edited()
{
    const int row = m_list->currentRow();
    if (m_isFilling || row < 0 || m_column->currentIndex() < 0)
        return;
    RowChoice& choice = m_choices[static_cast<std::size_t>(row)];
    const std::string column = m_columns[static_cast<std::size_t>(m_column->currentIndex())];
    choice.isExcluding = m_sense->currentIndex() == 1;
    choice.values.clear();
    if (findColumn(m_columns, choice.column) == static_cast<std::size_t>(m_column->currentIndex()))
        for (int i = 0; i < m_texts->count(); ++i)
            if (m_texts->item(i)->checkState() == Qt::Checked)
                choice.values.push_back(toUtf8(m_texts->item(i)->data(Qt::UserRole).toString()));
    choice.column = column;
    m_list->item(row)->setText(wordsOf(choice));
    setRowChoices(m_mapping, table(), m_choices);
}

void RowsDialog::addChoice()
{
    if (m_columns.empty() || m_mapping.tables.empty())
        return;
    m_choices.push_back({m_columns.front(), false, {}});
    showChoices(static_cast<int>(m_choices.size()) - 1);
    m_column->setFocus();
}

void RowsDialog::removeChoice()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_choices.erase(m_choices.begin() + row);
    setRowChoices(m_mapping, table(), m_choices);
    showChoices(row);
}

} // namespace antecedent::app
