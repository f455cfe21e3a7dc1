// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/records/events_panel.h"

#include "app/window/shared/csv.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/text.h"

#include <QCompleter>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

EventsPanel::EventsPanel(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_table(new TableView(this))
    , m_filter(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_count(new QLabel(this))
{
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(14, 4, 14, 4);
    bar->setSpacing(8);
    auto* name = new QLabel(tr("Events"), this);
    QFont strong = name->font();
    strong.setWeight(QFont::DemiBold);
    name->setFont(strong);
    bar->addWidget(name);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setPlaceholderText(tr("Filter, for example: asset = \"R-101\" and category = alarm and text ~ \"temp\""));
    m_filter->setAccessibleName(tr("Filter of the events"));
    m_filter->setClearButtonEnabled(true);
    name->setBuddy(m_filter);
    bar->addWidget(m_filter, 1);
    m_problem->setObjectName(QStringLiteral("filterProblem"));
    bar->addWidget(m_problem);
    m_count->setObjectName(QStringLiteral("eventCount"));
    bar->addWidget(m_count);
    auto* save = new QPushButton(tr("Export CSV, as shown"), this);
    save->setFlat(true);
    connect(save, &QPushButton::clicked, this, &EventsPanel::exportShown);
    bar->addWidget(save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);

    m_table->setObjectName(QStringLiteral("events"));
    m_table->setAccessibleName(tr("Events"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setWidths({190, 110, 150, 150, 190, 330, 120});
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    connect(
        m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
            m_sortBy = static_cast<EventColumn>(column);
            m_isDescending = order == Qt::DescendingOrder;
            refresh();
        });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (!m_isFollowing && now.isValid())
            m_workspace.context.select(m_model.rows()[static_cast<std::size_t>(now.row())]);
    });
    auto* words = new QCompleter(
        {QStringLiteral("asset"), QStringLiteral("batch"), QStringLiteral("category"), QStringLiteral("code"),
            QStringLiteral("class"), QStringLiteral("severity"), QStringLiteral("text"), QStringLiteral("table"),
            QStringLiteral("time"), QStringLiteral("source"), QStringLiteral("actor")},
        this);
    m_filter->setCompleter(words);
    auto* typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(200);
    connect(m_filter, &QLineEdit::textEdited, typing, qOverload<>(&QTimer::start));
    connect(typing, &QTimer::timeout, this, [this] { m_workspace.context.setFilter(m_filter->text()); });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_workspace.context.setFilter(m_filter->text()); });
    connect(&workspace.context, &Context::dataChanged, this, &EventsPanel::refresh);
    connect(&workspace.context, &Context::questionChanged, this, [this] {
        if (m_filter->text() != m_workspace.context.filter())
            m_filter->setText(m_workspace.context.filter());
        refresh();
        showView();
    });
    connect(&workspace.context, &Context::zoneChanged, this, &EventsPanel::showView);
    connect(&workspace.context, &Context::selectionChanged, this, &EventsPanel::follow);
    refresh();
}

void EventsPanel::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

void EventsPanel::refresh()
{
    const std::uint64_t question = ++m_question;
    const DataPtr snapshot = m_workspace.context.data();
    if (!snapshot) {
        m_model.setRows({}, {});
        m_count->clear();
        return;
    }
    const std::string filter = toUtf8(m_workspace.context.filter());
    const EventColumn sortBy = m_sortBy;
    const bool isDescending = m_isDescending;
    m_workspace.jobs.run<std::vector<std::uint32_t>>(
        QString(), this,
        [snapshot, filter, sortBy, isDescending](const std::stop_token& stop, const ProgressFn&) {
            return chooseEvents(*snapshot, filter, sortBy, isDescending, stop);
        },
        [this, question, snapshot](Result<std::vector<std::uint32_t>> rows) {
            if (question != m_question)
                return;
            if (!rows) {
                m_problem->setText(rows.error().code == ErrorCode::Cancelled
                        ? QString()
                        : tr("column %1: %2").arg(toQString(rows.error().where), toQString(rows.error().detail)));
                return;
            }
            m_problem->clear();
            m_count->setText(tr("%1 of %2 events", nullptr, pluralOf(snapshot->context.events.size()))
                                 .arg(countText(rows->size()), countText(snapshot->context.events.size())));
            m_table->setEmptyText(snapshot->context.events.size() == 0
                    ? tr("No records yet. Import files or a folder (Ctrl+I).")
                    : tr("No event matches the filter."));
            m_model.setRows(snapshot, std::move(*rows));
            showView();
            follow();
            showWindow();
        });
}

void EventsPanel::showWindow()
{
    const Failure* failure = m_workspace.context.currentFailure();
    const DataPtr snapshot = m_workspace.context.data();
    if (failure == nullptr || m_workspace.context.selected() || m_sortBy > EventColumn::ToFailure || m_isDescending)
        return;
    const std::int64_t from = (failure->anchor - m_workspace.context.before()).time_since_epoch().count();
    const auto& rows = m_model.rows();
    const auto& onset = snapshot->context.events.onsetUs;
    const auto first = std::lower_bound(
        rows.begin(), rows.end(), from, [&](std::uint32_t event, std::int64_t at) { return onset[event] < at; });
    if (first != rows.end())
        m_table->scrollTo(m_model.index(static_cast<int>(first - rows.begin()), 0), QAbstractItemView::PositionAtTop);
}

void EventsPanel::showView()
{
    const Failure* failure = m_workspace.context.currentFailure();
    m_model.setView(m_workspace.context.times(), failure != nullptr ? std::optional(failure->anchor) : std::nullopt,
        themeOf(palette()));
}

void EventsPanel::follow()
{
    const auto event = m_workspace.context.selected();
    const int row = event ? m_model.rowOf(*event) : -1;
    if (row < 0 || row == m_table->currentIndex().row())
        return;
    m_isFollowing = true;
    m_table->setCurrentIndex(m_model.index(row, 0));
    m_table->scrollTo(m_model.index(row, 0));
    m_isFollowing = false;
}

void EventsPanel::exportShown()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export the events as shown"), QString(), tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    if (const Result<void> written = writeCsv(m_model, path); !written)
        Q_EMIT failed(written.error());
    else
        Q_EMIT told(tr("Wrote %1 events to %2.", nullptr, pluralOf(m_model.rows().size()))
                        .arg(countText(m_model.rows().size()), path));
}

} // namespace antecedent::app
