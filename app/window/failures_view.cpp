// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/failures_view.h"

#include "app/window/table_view.h"
#include "widgets/common/text.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

FailuresView::FailuresView(const Workspace& workspace, QWidget* parent)
    : View(parent)
    , m_workspace(workspace)
    , m_model({{tr("Failure"), false, true}, {tr("Time")}, {tr("Classification")}, {tr("Asset")}, {tr("Batch")},
          {tr("Product")}, {tr("Severity")}, {tr("Status")}, {tr("Text")}})
    , m_table(new TableView(this))
    , m_search(new QLineEdit(this))
{
    m_search->setPlaceholderText(tr("Find in all columns"));
    m_search->setAccessibleName(tr("Find failures"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(260);
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(TextTableModel::kSortRole);
    m_sorted.setFilterKeyColumn(-1);
    m_sorted.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(QStringLiteral("failures"));
    m_table->setAccessibleName(tr("Failures"));
    m_table->setModel(&m_sorted);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(1, Qt::AscendingOrder);
    m_table->setWidths({140, 190, 170, 140, 120, 120, 80, 90});
    m_table->setEmptyText(
        tr("No failures yet. Import deviations, or use a filter on the event list to find what failed."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(14, 6, 14, 6);
    bar->addWidget(m_search);
    bar->addStretch(1);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, &m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (m_isFollowing || !now.isValid())
            return;
        const int row = now.data(TextTableModel::kRowRole).toInt();
        if (row < static_cast<int>(m_workspace.context.data()->failures.size()))
            m_workspace.context.setFailure(static_cast<std::size_t>(row));
    });
    connect(&workspace.context, &Context::dataChanged, this, &FailuresView::refresh);
    connect(&workspace.context, &Context::zoneChanged, this, &FailuresView::refresh);
    connect(&workspace.context, &Context::questionChanged, this, &FailuresView::follow);
    refresh();
}

QString FailuresView::title() const
{
    return tr("Failures");
}

QString FailuresView::badge() const
{
    const DataPtr& snapshot = m_workspace.context.data();
    return snapshot ? QString::number(snapshot->failures.size()) : QString();
}

void FailuresView::refresh()
{
    std::vector<std::vector<TableCell>> rows;
    if (const DataPtr& snapshot = m_workspace.context.data()) {
        const Dataset& dataset = snapshot->dataset;
        const SiteTime times = m_workspace.context.times();
        const auto add = [&](const Deviation& d, TableCell time) {
            const Asset* asset = dataset.asset(d.asset);
            const Batch* batch = dataset.batch(d.batch);
            TableCell id(toQString(d.id));
            id.mark = MarkKind::OtherFailure;
            rows.push_back({id, std::move(time), toQString(d.classification),
                asset != nullptr ? toQString(asset->id) : unknownText(),
                batch != nullptr ? toQString(batch->id) : unknownText(),
                batch != nullptr ? toQString(batch->product) : QString(), toQString(d.severity), toQString(d.status),
                toQString(d.text).simplified()});
        };
        for (const Failure& failure : snapshot->failures)
            add(*failure.deviation,
                {times.full(failure.anchor),
                    QVariant::fromValue(static_cast<qlonglong>(failure.anchor.time_since_epoch().count()))});
        for (const Deviation& d : dataset.deviations)
            if (!d.occurred.known() && !d.occurredTo.known() && !d.detected.known())
                add(d, {tr("undated"), QVariant::fromValue(std::numeric_limits<qlonglong>::max())});
    }
    m_isFollowing = true;
    m_model.setTheme(themeOf(palette()));
    m_model.setRows(std::move(rows));
    m_isFollowing = false;
    follow();
    Q_EMIT badgeChanged();
}

void FailuresView::follow()
{
    const auto failure = m_workspace.context.failure();
    if (!failure)
        return;
    const QModelIndex index = m_sorted.mapFromSource(m_model.index(static_cast<int>(*failure), 0));
    m_isFollowing = true;
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    m_isFollowing = false;
}

} // namespace antecedent::app
