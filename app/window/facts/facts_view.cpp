// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/facts/facts_view.h"

#include "app/window/conclusion/fact_panel.h"
#include "app/window/facts/basis_panel.h"
#include "app/window/facts/usage_panel.h"
#include "app/window/ledger/case_book.h"
#include "app/window/shared/csv.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/text.h"
#include "widgets/counters/saw_tooth_widget.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
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
    , m_asset(new QComboBox(this))
    , m_history(new SawToothWidget(this))
    , m_curves(new QScrollArea(this))
    , m_noHistory(new QLabel(this))
    , m_against(new QSpinBox(this))
    , m_usage(new UsagePanel(workspace, this))
{
    m_tabs->setObjectName(QStringLiteral("facts"));
    m_tabs->setAccessibleName(tr("Facts of the failure"));
    m_tabs->setDocumentMode(true);
    addPage(ChronologyPart, tr("Chronology"), chronologyColumns(), {136, 136, 88, 126, 92, 230, 176, 56},
        QStringLiteral("factsChronology"));
    addPage(FitnessPart, tr("Fit for use"), fitnessColumns(), {104, 78, 136, 88, 88, 88, 88, 92, 88},
        QStringLiteral("factsFitness"));
    addPage(DifferencesPart, tr("Differences"), differencesColumns(), {104, 170, 74, 90, 96},
        QStringLiteral("factsDifferences"));
    addPage(ConditionPart, tr("Condition"), conditionColumns(), {126, 54, 70, 56, 52, 130, 70},
        QStringLiteral("factsCondition"));
    addPage(KnownPart, tr("Then and now"), knownColumns(), {190, 235, 235}, QStringLiteral("factsKnown"));
    addBasis(FitnessPart, tr("Choose a cell to see why, and its records."));
    addBasis(DifferencesPart, tr("Choose a row to see both sides in full, and its records."));
    addBasis(KnownPart, tr("Choose a row to see both answers in full, and the records that came later."));
    m_pages[FitnessPart].table->setSelectionBehavior(QAbstractItemView::SelectItems);
    addAgainst();
    addCondition();
    addUsage();
    addManualFacts();
    addCorner();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
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
    page.note->setTextFormat(Qt::PlainText);
    page.note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    page.note->setObjectName(objectName + QStringLiteral("Note"));
    page.table = new TableView(sheet);
    page.table->setObjectName(objectName);
    page.table->setAccessibleName(name);
    page.table->setModel(page.model);
    page.table->setWidths(widths);
    page.bar = new QHBoxLayout;
    page.bar->setContentsMargins(14, 6, 14, 6);
    page.bar->setSpacing(6);
    page.bar->addWidget(page.note, 1);
    const auto button = [&](const QString& text, const QString& tip, const QString& suffix, void (TableView::*copy)()) {
        auto* made = new QPushButton(text, sheet);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        made->setObjectName(objectName + suffix);
        connect(made, &QPushButton::clicked, page.table, copy);
        page.bar->addWidget(made, 0, Qt::AlignTop);
    };
    button(tr("Copy table"), tr("Copy as a table for a document or a spreadsheet: all rows, or those selected"),
        QStringLiteral("CopyTable"), &TableView::copyTable);
    button(tr("Copy text"), tr("Copy as text in columns for a mail or a form: all rows, or those selected"),
        QStringLiteral("CopyText"), &TableView::copyText);
    auto* csv = new QPushButton(tr("CSV…"), sheet);
    csv->setToolTip(tr("Write the table as shown to a CSV file"));
    csv->setAccessibleName(csv->toolTip());
    csv->setObjectName(objectName + QStringLiteral("Csv"));
    page.bar->addWidget(csv, 0, Qt::AlignTop);
    connect(csv, &QPushButton::clicked, this, [this, part] { exportShown(part); });
    page.layout = new QVBoxLayout(sheet);
    page.layout->setContentsMargins(0, 0, 0, 0);
    page.layout->setSpacing(0);
    page.layout->addLayout(page.bar);
    page.layout->addWidget(page.table, 1);
    m_tabs->addTab(sheet, name);
    connect(page.table->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this, part](const QModelIndex& now) { choose(part, now); });
}

void FactsView::exportShown(Part part)
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the table as shown"), {}, tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    if (const Result<void> written = writeCsv(*m_pages[part].model, path); !written)
        Q_EMIT failed(written.error());
    else
        Q_EMIT told(tr("Wrote %1.").arg(path));
}

void FactsView::addBasis(Part part, const QString& hint)
{
    m_pages[part].basis = new BasisPanel(m_workspace, hint, this);
    m_pages[part].layout->addWidget(m_pages[part].basis);
}

void FactsView::addCondition()
{
    Page& page = m_pages[ConditionPart];
    m_asset->setObjectName(QStringLiteral("factsAsset"));
    m_asset->setAccessibleName(tr("Asset whose condition is shown"));
    m_asset->setToolTip(tr("The asset of the failure, its unit and parts, and the assets of its batch"));
    m_asset->setPlaceholderText(tr("Choose an asset"));
    m_asset->setMinimumWidth(150);
    m_asset->setMaximumWidth(220);
    page.bar->insertWidget(1, m_asset, 0, Qt::AlignTop);
    m_history->setObjectName(QStringLiteral("factsHistory"));
    m_curves->setFrameShape(QFrame::NoFrame);
    m_curves->setWidgetResizable(true);
    m_curves->setWidget(m_history);
    m_curves->setFocusPolicy(Qt::NoFocus);
    m_noHistory->setAlignment(Qt::AlignCenter);
    m_noHistory->setWordWrap(true);
    m_noHistory->setContentsMargins(24, 24, 24, 24);
    page.layout->addWidget(m_curves, 1);
    page.layout->addWidget(m_noHistory);
    page.layout->setStretchFactor(page.table, 0);
    connect(m_asset, &QComboBox::activated, this, &FactsView::refresh);
    connect(
        m_history, &SawToothWidget::chosen, this, [this](std::uint32_t event) { m_workspace.context.select(event); });
}

// How many good batches a batch is compared with.
void FactsView::addAgainst()
{
    constexpr int kMost = 1000;
    constexpr int kTypingMs = 300;
    constexpr int kUsual = 10;
    m_against->setObjectName(QStringLiteral("factsAgainst"));
    m_against->setRange(1, kMost);
    m_against->setValue(kUsual);
    m_against->setPrefix(tr("last "));
    m_against->setSuffix(tr(" good batches"));
    m_against->setAccessibleName(tr("Number of good batches to compare with"));
    m_against->setToolTip(tr("Compare with this many of the last good batches of the same product"));
    m_pages[DifferencesPart].bar->insertWidget(1, m_against, 0, Qt::AlignTop);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, &FactsView::refresh);
    connect(m_against, &QSpinBox::valueChanged, this, [this] { m_typing.start(); });
}

void FactsView::addUsage()
{
    m_tabs->addTab(m_usage, tr("Usage"));
    connect(m_usage, &UsagePanel::asked, this, &FactsView::refresh);
    connect(m_usage, &UsagePanel::failed, this, &View::failed);
    connect(m_usage, &UsagePanel::told, this, &View::told);
}

// The same ones as under Conclusion: what is added here can be pinned there. Made when it is first looked at.
void FactsView::addManualFacts()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_tabs->addTab(page, tr("Manual facts"));
    connect(m_tabs, &QTabWidget::currentChanged, page, [this, page, layout] {
        if (m_tabs->currentWidget() != page || layout->count() > 0)
            return;
        auto* manual = new FactPanel(m_workspace, page, QStringLiteral("facts."));
        layout->addWidget(manual);
        manual->show();
        connect(manual, &FactPanel::failed, this, &View::failed);
        connect(manual, &FactPanel::told, this, &View::told);
        connect(&m_workspace.book, &CaseBook::changed, manual, &FactPanel::refresh);
        connect(&m_workspace.context, &Context::dataChanged, manual, &FactPanel::refresh);
        manual->refresh();
    });
}

void FactsView::addCorner()
{
    m_known->setObjectName(QStringLiteral("factsAsKnown"));
    m_known->setAccessibleName(tr("As known"));
    m_known->setToolTip(tr("Then: only what had been entered by that time. For fit for use, condition and usage."));
    m_known->addItem(tr("As known now"), static_cast<int>(AsKnown::Now));
    m_known->addItem(tr("As known then"), static_cast<int>(AsKnown::Then));
    auto* corner = new QWidget(this);
    auto* layout = new QHBoxLayout(corner);
    layout->setContentsMargins(8, 4, 14, 4);
    layout->addWidget(m_known);
    m_tabs->setCornerWidget(corner);
    const auto showCorner = [this] {
        const int part = m_tabs->currentIndex();
        m_known->setVisible(part == FitnessPart || part == ConditionPart || m_tabs->currentWidget() == m_usage);
    };
    connect(m_tabs, &QTabWidget::currentChanged, this, showCorner);
    connect(m_known, &QComboBox::currentIndexChanged, this,
        [this] { m_workspace.context.setKnownThen(known() == AsKnown::Then); });
    const auto followKnown = [this] {
        m_known->setCurrentIndex(
            m_known->findData(static_cast<int>(m_workspace.context.isKnownThen() ? AsKnown::Then : AsKnown::Now)));
        showFacts();
    };
    connect(&m_workspace.context, &Context::knownChanged, this, followKnown);
    connect(&m_workspace.context, &Context::dataChanged, this, followKnown);
    showCorner();
}

AsKnown FactsView::known() const
{
    return static_cast<AsKnown>(m_known->currentData().toInt());
}

void FactsView::showEvent(QShowEvent* event)
{
    View::showEvent(event);
    refresh();
}

// The assets of another failure are listed anew, its own asset chosen.
void FactsView::fillAssets()
{
    const DataPtr& snapshot = m_workspace.context.data();
    const auto failure = m_workspace.context.failure();
    const auto now = snapshot && failure ? std::optional(std::pair(snapshot, *failure)) : std::nullopt;
    if (now == m_assetsOf)
        return;
    m_assetsOf = now;
    m_asset->clear();
    if (!now)
        return;
    const Failure& current = snapshot->failures[*failure];
    for (const AssetIndex asset : assetsToAsk(*snapshot, current)) {
        const Asset* found = snapshot->dataset.asset(asset);
        m_asset->addItem(toQString(found->description.empty() ? found->id : found->id + ", " + found->description),
            QVariant::fromValue(asset.value));
    }
    m_asset->setCurrentIndex(current.asset.valid() ? 0 : -1);
}

void FactsView::refresh()
{
    const DataPtr snapshot = m_workspace.context.data();
    const auto failure = m_workspace.context.failure();
    fillAssets();
    if (!snapshot || !failure) {
        m_asked.reset();
        m_facts.reset();
        showEmpty(snapshot && snapshot->failures.empty()
                ? tr("No failures yet. Import deviations or a failure list (File, Import) to see their facts.")
                : tr("Choose a failure in the bar above; its facts stand here."));
        return;
    }
    if (m_facts && m_facts->asked.snapshot != snapshot) { // its positions belong to data that are gone
        m_facts.reset();
        showEmpty(tr("The facts are being computed."));
    }
    FactsQuestion question{snapshot, *failure, m_workspace.context.before(), m_workspace.context.after(),
        m_workspace.context.window(), {}, m_against->value(), toUtf8(m_workspace.context.filter()), m_usage->period(),
        m_usage->thresholds()};
    if (m_asset->currentIndex() >= 0)
        question.asset.value = m_asset->currentData().value<std::uint32_t>();
    if (!isVisible() || m_asked == question)
        return;
    m_asked = question;
    m_workspace.jobs.run<Facts>(
        tr("Facts of %1").arg(toQString(snapshot->failures[*failure].id)), this,
        [question](
            const std::stop_token& stop, const ProgressFn& progress) { return computeFacts(question, stop, progress); },
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
    if (facts.error().code == ErrorCode::InvalidFilter) {
        showEmpty(tr("The filter is not valid (%1); correct it in the bar above or below.")
                      .arg(toQString(kept(facts.error().detail))));
        return;
    }
    showEmpty(tr("The facts were not computed; leave this step and come back to compute them again."));
    Q_EMIT failed(facts.error());
}

// Columns whose words must not be cut are as wide as those, within bounds; the last one takes what is left.
void FactsView::fitColumns(Part part)
{
    struct Fit
    {
        Part part;
        int column;
        int most;
    };
    constexpr int kPadding = 16;
    constexpr int kMostRows = 300;
    constexpr std::array kFits{Fit{DifferencesPart, 0, 140}, Fit{DifferencesPart, 1, 250}, Fit{DifferencesPart, 3, 130},
        Fit{ConditionPart, 0, 240}, Fit{ConditionPart, 5, 150}, Fit{ConditionPart, 6, 130}, Fit{KnownPart, 0, 230}};
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    for (const Fit& fit : kFits) {
        if (fit.part != part)
            continue;
        const TextTableModel& model = *m_pages[part].model;
        int width = kPadding + metrics.horizontalAdvance(model.headerData(fit.column, Qt::Horizontal).toString());
        for (int row = 0; row < std::min(kMostRows, model.rowCount()); ++row)
            width =
                std::max(width, kPadding + metrics.horizontalAdvance(model.index(row, fit.column).data().toString()));
        m_pages[part].table->setColumnWidth(fit.column, std::min(width, fit.most));
    }
}

void FactsView::fill(Part part, FactsTable table)
{
    constexpr int kRow = 22;
    constexpr int kHeader = 24;
    Page& page = m_pages[part];
    m_isFollowing = true;
    page.note->setText(table.note);
    page.table->setEmptyText(table.empty);
    page.model->setTheme(themeOf(palette()));
    std::vector<std::vector<TableCell>> rows = table.rows;
    page.shown = std::move(table);
    page.model->setRows(std::move(rows));
    fitColumns(part);
    if (page.basis != nullptr) {
        page.basis->clear();
        page.basis->setVisible(page.model->rowCount() > 0);
    }
    if (part == ConditionPart) { // no higher than its rows; the rest belongs to the curves
        const int count = page.model->rowCount();
        page.table->setMinimumHeight(count > 0 ? kHeader + kRow * std::min(count, 12) : 0);
        page.table->setMaximumHeight(count > 0 ? kHeader + kRow * std::min(count, 12) : QWIDGETSIZE_MAX);
    }
    m_isFollowing = false;
}

void FactsView::showFacts()
{
    if (!m_facts)
        return;
    const SiteTime times = m_workspace.context.times();
    fill(ChronologyPart, chronologyTable(*m_facts));
    fill(FitnessPart, fitnessTable(*m_facts, known(), times));
    fill(DifferencesPart, differencesTable(*m_facts));
    fill(ConditionPart, conditionTable(*m_facts, known(), times));
    fill(KnownPart, knownTable(*m_facts, times));
    m_usage->show(*m_facts, known());
    showHistory();
    const auto& rows = m_facts->chronology.rows;
    const auto own = std::find_if(rows.begin(), rows.end(), [](const ChronologyRow& r) { return r.isFailure; });
    if (own != rows.end())
        m_pages[ChronologyPart].table->scrollTo(
            m_pages[ChronologyPart].model->index(static_cast<int>(own - rows.begin()), 0),
            QAbstractItemView::PositionAtCenter);
    follow();
}

void FactsView::showHistory()
{
    const bool hasHistory = m_facts && m_facts->history;
    const bool hasCurves = hasHistory && !(m_facts->history->counters.empty() && m_facts->history->asFound.empty());
    m_curves->setVisible(hasCurves);
    m_noHistory->setVisible(hasHistory && !hasCurves);
    if (!hasCurves) {
        m_history->clear();
        if (hasHistory)
            m_noHistory->setText(tr("No maintenance, calibration or cleaning of %1 is recorded before this failure, so "
                                    "there is no curve. Import its work orders or calibrations to see one.")
                                     .arg(assetName(m_facts->dataset(), m_facts->asked.asset)));
        return;
    }
    std::vector<QString> names;
    for (const CounterHistory& counter : m_facts->history->counters)
        names.push_back(counterName(counter.name));
    m_history->setInput({m_facts->asked.snapshot, m_facts->history, m_facts->failure().id, std::move(names),
        m_workspace.context.times()});
}

void FactsView::showEmpty(const QString& sentence)
{
    for (std::size_t part = 0; part < kParts; ++part) {
        FactsTable none;
        none.empty = sentence;
        fill(static_cast<Part>(part), std::move(none));
    }
    m_usage->showEmpty(sentence);
    showHistory();
}

void FactsView::choose(Part part, const QModelIndex& now)
{
    if (m_isFollowing || !now.isValid())
        return;
    const FactsBasis* basis = m_pages[part].shown.basisOf(now.row(), now.column());
    if (m_pages[part].basis != nullptr) {
        if (basis != nullptr)
            m_pages[part].basis->showBasis(*basis);
        else
            m_pages[part].basis->clear();
    }
    if (basis != nullptr && !basis->events.empty())
        m_workspace.context.select(basis->events.front());
}

void FactsView::follow()
{
    const auto event = m_workspace.context.selected();
    m_history->setSelected(event);
    if (!event)
        return;
    m_isFollowing = true;
    const auto holds = [&](const FactsBasis* basis) {
        return basis != nullptr && std::find(basis->events.begin(), basis->events.end(), *event) != basis->events.end();
    };
    for (Page& page : m_pages) {
        const QModelIndex now = page.table->currentIndex();
        if (now.isValid() && holds(page.shown.basisOf(now.row(), now.column())))
            continue;
        for (int r = 0; r < page.model->rowCount(); ++r) {
            if (page.basis != nullptr || !holds(page.shown.basisOf(r, 0)))
                continue;
            page.table->setCurrentIndex(page.model->index(r, 0));
            page.table->scrollTo(page.model->index(r, 0));
            break;
        }
    }
    m_isFollowing = false;
}

} // namespace antecedent::app
