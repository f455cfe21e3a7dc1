// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/facts_view.h"

#include "app/window/table_view.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

FactsView::FactsView(const Workspace& workspace, QWidget* parent)
    : View(parent)
    , m_workspace(workspace)
    , m_tabs(new QTabWidget(this))
    , m_known(new QComboBox(this))
{
    m_tabs->setObjectName(QStringLiteral("facts"));
    m_tabs->setAccessibleName(tr("Facts of the failure"));
    m_tabs->setDocumentMode(true);
    addPage(ChronologyPart, tr("Chronology"), chronologyColumns(), {150, 150, 90, 130, 100, 280, 140},
        QStringLiteral("factsChronology"));
    addPage(FitnessPart, tr("Fit for use"), fitnessColumns(), {110, 90, 150, 80, 90, 80, 80, 90, 90},
        QStringLiteral("factsFitness"));
    addPage(DifferencesPart, tr("Differences"), differencesColumns(), {120, 210, 110, 130, 100},
        QStringLiteral("factsDifferences"));
    addPage(ConditionPart, tr("Condition"), conditionColumns(), {150, 70, 80, 70, 70, 150, 100},
        QStringLiteral("factsCondition"));
    m_known->setObjectName(QStringLiteral("factsAsKnown"));
    m_known->setAccessibleName(tr("As known"));
    m_known->setToolTip(tr("Then: only what had been entered by that time. For fit for use and condition."));
    m_known->addItem(tr("As known now"), static_cast<int>(AsKnown::Now));
    m_known->addItem(tr("As known then"), static_cast<int>(AsKnown::Then));
    auto* corner = new QWidget(this);
    auto* cornerLayout = new QHBoxLayout(corner);
    cornerLayout->setContentsMargins(8, 4, 14, 4);
    cornerLayout->addWidget(m_known);
    m_tabs->setCornerWidget(corner);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    connect(m_known, &QComboBox::currentIndexChanged, this, &FactsView::refresh);
    connect(&workspace.context, &Context::dataChanged, this, &FactsView::refresh);
    connect(&workspace.context, &Context::questionChanged, this, &FactsView::refresh);
    connect(&workspace.context, &Context::zoneChanged, this, &FactsView::showFacts);
    connect(&workspace.context, &Context::selectionChanged, this, &FactsView::follow);
    refresh();
}

QString FactsView::title() const
{
    return tr("Facts");
}

void FactsView::addPage(Part part, const QString& name, std::vector<TableColumn> columns,
    const std::vector<int>& widths, const QString& objectName)
{
    Page& page = m_pages[part];
    auto* sheet = new QWidget(this);
    page.model = new TextTableModel(std::move(columns), sheet);
    page.note = new QLabel(sheet);
    page.note->setWordWrap(true);
    page.note->setContentsMargins(14, 8, 14, 8);
    page.note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    page.note->setObjectName(objectName + QStringLiteral("Note"));
    page.table = new TableView(sheet);
    page.table->setObjectName(objectName);
    page.table->setAccessibleName(name);
    page.table->setModel(page.model);
    page.table->setWidths(widths);
    auto* layout = new QVBoxLayout(sheet);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(page.note);
    layout->addWidget(page.table, 1);
    m_tabs->addTab(sheet, name);
    connect(page.table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this, part](const QModelIndex& now) {
            const auto& events = m_pages[part].events;
            if (m_isFollowing || !now.isValid() || static_cast<std::size_t>(now.row()) >= events.size())
                return;
            if (const auto event = events[static_cast<std::size_t>(now.row())])
                m_workspace.context.select(event);
        });
}

void FactsView::showEvent(QShowEvent* event)
{
    View::showEvent(event);
    refresh();
}

void FactsView::refresh()
{
    const DataPtr snapshot = m_workspace.context.data();
    const auto failure = m_workspace.context.failure();
    if (!snapshot || !failure) {
        m_asked.reset();
        m_facts.reset();
        showEmpty(tr("Choose a failure first; its facts stand here."));
        return;
    }
    const FactsQuestion question{snapshot, *failure, m_workspace.context.before(), m_workspace.context.after(),
        static_cast<AsKnown>(m_known->currentData().toInt())};
    if (!isVisible() || m_asked == question)
        return;
    m_asked = question;
    m_workspace.jobs.run<Facts>(
        tr("Facts of %1").arg(toQString(snapshot->failures[*failure].id)), this,
        [question](const std::stop_token& stop, const ProgressFn&) { return computeFacts(question, stop); },
        [this, question](Result<Facts> facts) {
            if (m_asked == question)
                answer(std::move(facts));
        });
}

void FactsView::answer(Result<Facts> facts)
{
    if (facts) {
        m_facts = std::move(*facts);
        showFacts();
        return;
    }
    m_asked.reset(); // asked again when the view is shown again
    m_facts.reset();
    showEmpty(tr("The facts were not computed; leave this step and come back to compute them again."));
    Q_EMIT failed(facts.error());
}

void FactsView::show(Part part, FactsTable table)
{
    Page& page = m_pages[part];
    m_isFollowing = true;
    page.note->setText(table.note);
    page.note->setVisible(!table.note.isEmpty());
    page.table->setEmptyText(table.empty);
    page.model->setTheme(themeOf(palette()));
    page.events = std::move(table.events);
    page.model->setRows(std::move(table.rows));
    m_isFollowing = false;
}

void FactsView::showFacts()
{
    if (!m_facts)
        return;
    const SiteTime times = m_workspace.context.times();
    show(ChronologyPart, chronologyTable(*m_facts));
    show(FitnessPart, fitnessTable(*m_facts, times));
    show(DifferencesPart, differencesTable(*m_facts));
    show(ConditionPart, conditionTable(*m_facts, times));
    const auto& rows = m_facts->chronology.rows;
    const auto own = std::find_if(rows.begin(), rows.end(), [](const ChronologyRow& r) { return r.isFailure; });
    if (own != rows.end())
        m_pages[ChronologyPart].table->scrollTo(
            m_pages[ChronologyPart].model->index(static_cast<int>(own - rows.begin()), 0),
            QAbstractItemView::PositionAtCenter);
    follow();
}

void FactsView::showEmpty(const QString& sentence)
{
    for (const Part part : {ChronologyPart, FitnessPart, DifferencesPart, ConditionPart}) {
        FactsTable none;
        none.empty = sentence;
        show(part, std::move(none));
    }
}

void FactsView::follow()
{
    const auto event = m_workspace.context.selected();
    if (!event)
        return;
    m_isFollowing = true;
    for (Page& page : m_pages) {
        const auto found = std::find(page.events.begin(), page.events.end(), event);
        const int row = static_cast<int>(found - page.events.begin());
        const int now = page.table->currentIndex().row();
        const bool isThere = now >= 0 && static_cast<std::size_t>(now) < page.events.size()
            && page.events[static_cast<std::size_t>(now)] == event;
        if (found == page.events.end() || isThere)
            continue;
        page.table->setCurrentIndex(page.model->index(row, 0));
        page.table->scrollTo(page.model->index(row, 0));
    }
    m_isFollowing = false;
}

} // namespace antecedent::app
