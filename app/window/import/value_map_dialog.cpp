// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/value_map_dialog.h"

#include "app/window/shared/table_view.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace importers;
using namespace widgets;

ValueMapDialog::ValueMapDialog(
    const std::vector<ValueCount>& values, const ValueMap& map, const QString& target, QWidget* parent)
    : QDialog(parent)
    , m_before(map)
    , m_table(new QTableWidget(0, 3, this))
{
    constexpr int kRow = 26; // the last column is written in
    setWindowTitle(tr("Values of %1").arg(target));
    setObjectName(QStringLiteral("valueMapDialog"));
    padCells(*m_table);
    m_table->setObjectName(QStringLiteral("valueMapTable"));
    m_table->setAccessibleName(tr("Values and what they become"));
    m_table->setHorizontalHeaderLabels({tr("In the file"), tr("Rows"), tr("Becomes")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRow);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setColumnWidth(0, 220);
    std::vector<ValueCount> all = values;
    for (const auto& [from, to] : map.values)
        if (std::none_of(all.begin(), all.end(), [&](const ValueCount& v) { return v.value == from; }))
            all.push_back({from, 0}); // of a profile, not in the first rows of this file
    m_table->setRowCount(static_cast<int>(all.size()));
    for (std::size_t r = 0; r < all.size(); ++r) {
        const int row = static_cast<int>(r);
        auto* from = new QTableWidgetItem(toQString(all[r].value));
        auto* count = new QTableWidgetItem(all[r].count == 0 ? unknownText() : countText(all[r].count));
        for (QTableWidgetItem* item : {from, count})
            item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
        count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        const auto to = map.values.find(all[r].value);
        m_table->setItem(row, 0, from);
        m_table->setItem(row, 1, count);
        m_table->setItem(row, 2, new QTableWidgetItem(to == map.values.end() ? QString() : toQString(to->second)));
    }
    auto* note = new QLabel(tr("A value without an entry stays as it is."), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addWidget(note);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(560, 420);
}

ValueMap ValueMapDialog::map() const
{
    ValueMap out;
    out.otherwise = m_before.otherwise;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString to = m_table->item(row, 2)->text().simplified();
        if (!to.isEmpty())
            out.values[toUtf8(m_table->item(row, 0)->text())] = toUtf8(to);
    }
    return out;
}

} // namespace antecedent::app
