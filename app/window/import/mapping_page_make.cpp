// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the mapping step: where its parts stand, and what they start.
#include "app/window/import/choice_delegate.h"
#include "app/window/import/count_bar.h"
#include "app/window/import/form_panel.h"
#include "app/window/import/mapping_page.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/text.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace importers;
using namespace widgets;

namespace {

QHBoxLayout* barIn(QVBoxLayout* layout)
{
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(14, 6, 14, 6);
    bar->setSpacing(8);
    layout->addLayout(bar);
    return bar;
}

QVBoxLayout* bareLayout(QWidget* widget)
{
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

QLabel* head(const QString& text, QWidget* parent)
{
    auto* out = new QLabel(text, parent);
    QFont font = out->font();
    font.setWeight(QFont::DemiBold);
    out->setFont(font);
    return out;
}

} // namespace

MappingPage::MappingPage(
    const Workspace& workspace, const std::string& siteZone, const std::vector<Profile>& own, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_form(new FormPanel(siteZone, own, this))
    , m_rejectModel(
          {{tr("Line"), true}, {tr("Column")}, {tr("Reason"), false, true}, {tr("Original row")}, {tr("What to do")}})
{
    constexpr int kFormWidth = 300;
    m_form->setMinimumWidth(kFormWidth - 40);
    auto* across = new QSplitter(Qt::Horizontal, this);
    auto* down = new QSplitter(Qt::Vertical, across);
    auto* columns = new QWidget(down);
    auto* preview = new QWidget(down);
    auto* rejects = new QWidget(down);
    makeColumns(columns);
    makePreview(preview);
    makeRejects(rejects);
    down->addWidget(columns);
    down->addWidget(preview);
    down->addWidget(rejects);
    down->setSizes({280, 190, 150});
    across->addWidget(m_form);
    across->addWidget(down);
    across->setStretchFactor(0, 0);
    across->setStretchFactor(1, 1);
    across->setSizes({kFormWidth, 880});
    bareLayout(this)->addWidget(across);
    constexpr int kTypingMs = 150;
    constexpr int kPollMs = 100;
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    m_poll.setInterval(kPollMs);
    connect(&m_typing, &QTimer::timeout, this, &MappingPage::ask);
    connect(&m_poll, &QTimer::timeout, this, &MappingPage::showProgress);
    connect(m_form, &FormPanel::changed, this, &MappingPage::edited);
}

MappingPage::~MappingPage()
{
    m_stop.request_stop();
}

void MappingPage::makeColumns(QWidget* parent)
{
    QVBoxLayout* layout = bareLayout(parent);
    QHBoxLayout* bar = barIn(layout);
    m_summary = head({}, parent);
    m_summary->setObjectName(QStringLiteral("mappingSummary"));
    m_values = new QPushButton(tr("Values…"), parent);
    m_values->setObjectName(QStringLiteral("valueMap"));
    m_values->setToolTip(tr("Say what the texts of the chosen column mean here"));
    m_rows = new QPushButton(tr("Rows…"), parent);
    m_rows->setObjectName(QStringLiteral("chooseRows"));
    m_rows->setToolTip(tr("Say which rows become records of which table"));
    m_join = new QPushButton(tr("Look up…"), parent);
    m_join->setObjectName(QStringLiteral("joinList"));
    m_join->setToolTip(tr("Take columns from another list, such as a machine master, by a key that both have"));
    m_add = new QPushButton(tr("Add a value"), parent);
    m_add->setObjectName(QStringLiteral("addValue"));
    m_addMenu = new QMenu(m_add);
    m_add->setMenu(m_addMenu);
    bar->addWidget(m_summary, 1);
    bar->addWidget(m_values);
    bar->addWidget(m_rows);
    bar->addWidget(m_join);
    bar->addWidget(m_add);
    m_columns = new TableView(parent);
    m_columns->setObjectName(QStringLiteral("mapping"));
    m_columns->setAccessibleName(tr("Columns of the file and what becomes of them"));
    m_columns->setModel(&m_columnModel);
    m_columns->setSelectionMode(QAbstractItemView::SingleSelection);
    m_columns->setWidths({150, 210, 140, 140});
    m_columns->setItemDelegateForColumn(MappingModel::kBecomes, new ChoiceDelegate(m_columnModel, m_columns));
    m_columns->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::SelectedClicked | QAbstractItemView::AnyKeyPressed);
    m_columns->setEmptyText(tr("No columns were found in this file."));
    layout->addWidget(m_columns, 1);
    connect(m_values, &QPushButton::clicked, this, &MappingPage::editValues);
    connect(m_rows, &QPushButton::clicked, this, &MappingPage::editRows);
    connect(m_join, &QPushButton::clicked, this, &MappingPage::join);
    connect(m_addMenu, &QMenu::aboutToShow, this, &MappingPage::fillAddMenu);
    connect(&m_columnModel, &MappingModel::choiceMade, this, &MappingPage::choose, Qt::QueuedConnection);
    connect(&m_columnModel, &MappingModel::valueEdited, this, &MappingPage::setValueOf, Qt::QueuedConnection);
}

void MappingPage::makePreview(QWidget* parent)
{
    QVBoxLayout* layout = bareLayout(parent);
    QHBoxLayout* bar = barIn(layout);
    m_asRecords = new QPushButton(tr("As typed values"), parent);
    m_asRecords->setObjectName(QStringLiteral("asRecords"));
    m_asText = new QPushButton(tr("As in the file"), parent);
    m_asText->setObjectName(QStringLiteral("asText"));
    auto* choice = new QButtonGroup(this);
    for (QPushButton* button : {m_asRecords, m_asText}) {
        button->setCheckable(true);
        choice->addButton(button);
    }
    m_asRecords->setChecked(true);
    m_previewTable = new QComboBox(parent);
    m_previewTable->setObjectName(QStringLiteral("previewTable"));
    m_previewTable->setAccessibleName(tr("Table of the preview"));
    bar->addWidget(head(tr("Preview of the first rows"), parent));
    bar->addWidget(m_asRecords);
    bar->addWidget(m_asText);
    bar->addWidget(m_previewTable);
    bar->addStretch(1);
    m_preview = new TableView(parent);
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setAccessibleName(tr("Preview of the first rows"));
    m_preview->setModel(&m_previewModel);
    m_preview->setEmptyText(tr("The mapping is not complete yet."));
    m_preview->horizontalHeader()->setDefaultSectionSize(140);
    layout->addWidget(m_preview, 1);
    connect(choice, &QButtonGroup::buttonClicked, this, &MappingPage::showPreview);
    connect(m_previewTable, &QComboBox::activated, this, &MappingPage::showPreview);
}

void MappingPage::makeRejects(QWidget* parent)
{
    QVBoxLayout* layout = bareLayout(parent);
    QHBoxLayout* bar = barIn(layout);
    m_counts = head({}, parent);
    m_counts->setObjectName(QStringLiteral("trialCounts"));
    m_bar = new CountBar(parent);
    m_progress = new QProgressBar(parent);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(10);
    m_progress->setMaximumWidth(140);
    m_stopCounting = new QPushButton(tr("Stop"), parent);
    m_stopCounting->setObjectName(QStringLiteral("stopCounting"));
    m_countAgain = new QPushButton(tr("Count"), parent);
    m_countAgain->setObjectName(QStringLiteral("countAgain"));
    bar->addWidget(m_counts);
    bar->addWidget(m_bar, 1);
    bar->addWidget(m_progress);
    bar->addWidget(m_stopCounting);
    bar->addWidget(m_countAgain);
    m_rejects = new TableView(parent);
    m_rejects->setObjectName(QStringLiteral("rejects"));
    m_rejects->setAccessibleName(tr("Rows that would be rejected"));
    m_rejects->setModel(&m_rejectModel);
    m_rejects->setWidths({52, 110, 200, 260});
    layout->addWidget(m_rejects, 1);
    connect(m_stopCounting, &QPushButton::clicked, this, [this] {
        stopTrial();
        showTrial();
    });
    connect(m_countAgain, &QPushButton::clicked, this, &MappingPage::startTrial);
}

// Columns without a value, table by table; further tables; tables to take away.
void MappingPage::fillAddMenu()
{
    m_addMenu->clear();
    if (m_draft == nullptr)
        return;
    const Profile& mapping = m_draft->mapping;
    for (std::size_t t = 0; t < mapping.tables.size(); ++t) {
        const TableSpec& spec = tableSpec(mapping.tables[t].table);
        QMenu* columns = m_addMenu->addMenu(toQString(spec.name));
        for (std::size_t c = 0; c < spec.columns.size(); ++c) {
            const MapTarget target{t, c};
            if (!valueText(mapping, target).empty())
                continue;
            columns->addAction(toQString(spec.columns[c].name), this, [this, target] {
                m_columnModel.addOpenTarget(target);
                showColumns();
                const int row = m_columnModel.rowOf(target);
                const QModelIndex cell = m_columnModel.index(row, MappingModel::kValue);
                m_columns->setCurrentIndex(cell);
                m_columns->scrollTo(cell);
                m_columns->edit(cell);
            });
        }
    }
    QMenu* tables = m_addMenu->addMenu(tr("Another table from the same rows"));
    for (const TableSpec& spec : allTables())
        tables->addAction(toQString(spec.name), this, [this, id = spec.id] {
            beginEdit(*m_draft);
            addTable(m_draft->mapping, id);
            edited();
        });
    if (mapping.tables.size() < 2)
        return;
    QMenu* away = m_addMenu->addMenu(tr("Take a table away"));
    for (std::size_t t = 0; t < mapping.tables.size(); ++t)
        away->addAction(toQString(tableSpec(mapping.tables[t].table).name), this, [this, t] {
            beginEdit(*m_draft);
            removeTable(m_draft->mapping, t);
            edited();
        });
}

} // namespace antecedent::app
