// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The bar of the event table, its fold, and its columns.
#include "app/window/records/events_panel.h"

#include "app/window/settings.h"
#include "app/window/shared/filter_edit.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/palette.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kBar = 34;
constexpr const char* kColumns = "events-1"; // a later set of columns gets another number

} // namespace

EventsPanel::EventsPanel(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_table(new TableView(this))
    , m_filter(new FilterEdit(workspace, this))
    , m_count(new QLabel(this))
    , m_columns(new QMenu(this))
    , m_fold(new QAction(tr("&Event table"), this))
{
    setObjectName(QStringLiteral("eventsPanel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_table, 1);
    makeTable();
    makeColumns();
    connectContext();
    refresh();
}

QWidget* EventsPanel::makeBar()
{
    m_fold->setObjectName(QStringLiteral("foldEvents"));
    m_fold->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_fold->setToolTip(tr("Show the event table, or only its bar"));
    m_fold->setCheckable(true);
    m_fold->setChecked(true);
    connect(m_fold, &QAction::triggered, this, [this](bool isShown) { setFolded(!isShown); });
    auto* bar = new QWidget(this);
    bar->setFixedHeight(kBar);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 14, 4);
    row->setSpacing(8);
    auto* fold = new QToolButton(bar);
    fold->setObjectName(QStringLiteral("foldEventsButton"));
    fold->setAutoRaise(true);
    fold->setText(tr("Events"));
    fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold->setAccessibleName(m_fold->toolTip());
    fold->setToolTip(tr("%1 (%2)").arg(m_fold->toolTip(), m_fold->shortcut().toString(QKeySequence::NativeText)));
    QFont strong = fold->font();
    strong.setWeight(QFont::DemiBold);
    fold->setFont(strong);
    const auto arrow = [this, fold] { fold->setArrowType(m_fold->isChecked() ? Qt::DownArrow : Qt::RightArrow); };
    connect(fold, &QToolButton::clicked, m_fold, &QAction::trigger);
    connect(m_fold, &QAction::toggled, fold, arrow);
    arrow();
    row->addWidget(fold);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setPlaceholderText(tr("Filter, for example: asset = \"R-101\" and category = alarm and text ~ \"temp\""));
    m_filter->setAccessibleName(tr("Filter of the events"));
    row->addWidget(m_filter, 1);
    m_count->setObjectName(QStringLiteral("eventCount"));
    row->addWidget(m_count);
    const auto addButton = [&](const QString& text, const QString& name, const QString& tip) {
        auto* button = new QPushButton(text, bar);
        button->setObjectName(name);
        button->setFlat(true);
        button->setAutoDefault(false);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        row->addWidget(button);
        return button;
    };
    auto* columns = addButton(tr("Columns"), QStringLiteral("eventColumns"), tr("Choose and move the columns"));
    columns->setMenu(m_columns);
    connect(m_columns, &QMenu::aboutToShow, this, [this] { fillColumnMenu(m_columns, -1); });
    auto* copy = addButton(
        tr("Copy"), QStringLiteral("copyEvents"), tr("Copy the selected rows, or all, as a table for other programs"));
    connect(copy, &QPushButton::clicked, m_table, &TableView::copyTable);
    auto* save = addButton(tr("Export CSV, as shown"), QStringLiteral("exportEvents"),
        tr("Write the rows and columns as shown, with the filter in the first line"));
    connect(save, &QPushButton::clicked, this, &EventsPanel::askExport);
    return bar;
}

void EventsPanel::makeTable()
{
    m_table->setObjectName(QStringLiteral("events"));
    m_table->setAccessibleName(tr("Events"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSectionsMovable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(0, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        m_sortBy = static_cast<EventColumn>(column);
        m_isDescending = order == Qt::DescendingOrder;
        refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (!m_isFollowing && now.isValid())
            m_workspace.context.select(m_model.rows()[static_cast<std::size_t>(now.row())]);
    });
}

void EventsPanel::makeColumns()
{
    QHeaderView* header = m_table->horizontalHeader();
    usualColumns();
    if (const QByteArray kept = rememberedColumns(QString::fromLatin1(kColumns)); !kept.isEmpty()) {
        const QSignalBlocker quiet(header);
        if (!header->restoreState(kept) || header->count() != kEventColumns)
            usualColumns();
        header->setFixedHeight(24);
        header->setSortIndicator(static_cast<int>(m_sortBy), Qt::AscendingOrder);
    }
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](const QPoint& at) {
        QMenu menu(this);
        fillColumnMenu(&menu, header->logicalIndexAt(at));
        menu.exec(header->mapToGlobal(at));
    });
    connect(header, &QHeaderView::sectionMoved, this, &EventsPanel::keepColumns);
    connect(header, &QHeaderView::sectionResized, this, &EventsPanel::keepColumns);
}

void EventsPanel::usualColumns()
{
    QHeaderView* header = m_table->horizontalHeader();
    for (int column = 0; column < kEventColumns; ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->setSectionHidden(column, column >= kUsualEventColumns);
    }
    m_table->setWidths({190, 110, 150, 150, 190, 330, 120, 190, 170, 100, 220, 80, 120, 170});
}

void EventsPanel::keepColumns()
{
    rememberColumns(QString::fromLatin1(kColumns), m_table->horizontalHeader()->saveState());
}

void EventsPanel::moveColumn(int column, int by)
{
    QHeaderView* header = m_table->horizontalHeader();
    const std::vector<int> shown = m_table->shownColumns();
    const auto at = std::find(shown.begin(), shown.end(), column) - shown.begin();
    const auto to = at + by;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(shown.size()))
        return;
    header->moveSection(header->visualIndex(column), header->visualIndex(shown[static_cast<std::size_t>(to)]));
}

void EventsPanel::fillColumnMenu(QMenu* menu, int column)
{
    menu->clear();
    qDeleteAll(menu->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    QHeaderView* header = m_table->horizontalHeader();
    const auto name = [this](int of) { return eventColumnName(static_cast<EventColumn>(of), m_model.form()); };
    const std::vector<int> shown = m_table->shownColumns();
    for (int visual = 0; visual < kEventColumns; ++visual) {
        const int each = header->logicalIndex(visual);
        QAction* action = menu->addAction(name(each));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(each));
        action->setEnabled(!action->isChecked() || shown.size() > 1);
        connect(action, &QAction::toggled, this, [this, header, each](bool isShown) {
            header->setSectionHidden(each, !isShown);
            keepColumns();
        });
    }
    menu->addSeparator();
    const auto addMoves = [&](QMenu* into, int by) {
        for (const int each : shown)
            if (column < 0 || column == each) {
                const QString words = column < 0 ? name(each)
                    : by < 0                     ? tr("Move “%1” to the left").arg(name(each))
                                                 : tr("Move “%1” to the right").arg(name(each));
                into->addAction(words, this, [this, each, by] { moveColumn(each, by); })
                    ->setEnabled(each != (by < 0 ? shown.front() : shown.back()));
            }
    };
    addMoves(column < 0 ? menu->addMenu(tr("Move to the left")) : menu, -1);
    addMoves(column < 0 ? menu->addMenu(tr("Move to the right")) : menu, 1);
    menu->addSeparator();
    menu->addAction(tr("Usual columns"), this, [this] {
        usualColumns();
        keepColumns();
    });
}

void EventsPanel::connectContext()
{
    Context& context = m_workspace.context;
    connect(m_filter, &FilterEdit::settled, &context, &Context::setFilter);
    connect(&context, &Context::dataChanged, this, &EventsPanel::refresh);
    connect(&context, &Context::questionChanged, this, [this] {
        if (!m_filter->hasFocus() || m_workspace.context.filter() != m_filter->text().trimmed())
            m_filter->showFilter(m_workspace.context.filter());
        refresh();
        showView();
    });
    connect(&context, &Context::zoneChanged, this, &EventsPanel::showView);
    connect(&context, &Context::selectionChanged, this, &EventsPanel::follow);
}

bool EventsPanel::isFolded() const
{
    return !m_fold->isChecked();
}

void EventsPanel::setFolded(bool isFolded)
{
    m_fold->setChecked(!isFolded);
    m_table->setVisible(!isFolded);
    setMaximumHeight(isFolded ? kBar : QWIDGETSIZE_MAX);
}

} // namespace antecedent::app
