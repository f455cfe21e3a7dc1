// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/failures/failures_view.h"

#include "app/window/failures/sentinel_bar.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kSide = 14;
constexpr int kFacetWidth = 244;
constexpr std::size_t kMostLeftOut = 1000; // listed; the others are counted

QVariant timeKey(std::int64_t us)
{
    return QVariant::fromValue(static_cast<qlonglong>(us));
}

// 2026-02 in site time.
QString monthOf(Timestamp at, const SiteTime& times)
{
    return toQString(formatUtc(at + Duration(times.offsetUs(at)))).left(7);
}

// A failure as a row, with the values of its facets.
struct Listed
{
    std::vector<TableCell> cells;
    FailureTraits traits;
};

Listed listed(const InvestigationData& data, const std::string& id, AssetIndex assetIndex, BatchIndex batchIndex,
    const std::string& classification, const Deviation* deviation)
{
    const Asset* asset = data.dataset.asset(assetIndex);
    const Batch* batch = data.dataset.batch(batchIndex);
    const QString assetId = asset != nullptr ? toQString(asset->id) : QString();
    const QString product = batch != nullptr ? toQString(batch->product) : QString();
    TableCell name(toQString(id));
    name.mark = MarkKind::OtherFailure;
    const auto known = [](const QString& text) { return text.isEmpty() ? unknownText() : text; };
    const auto stated = [&](const std::string Deviation::*field) {
        return known(deviation != nullptr ? toQString(deviation->*field).simplified() : QString());
    };
    Listed row;
    row.cells = {name, QString(), toQString(classification), assetId.isEmpty() ? unknownText() : assetId,
        batch != nullptr ? toQString(batch->id) : unknownText(), known(product), stated(&Deviation::severity),
        stated(&Deviation::status), stated(&Deviation::text)};
    row.traits.values = {toQString(classification), assetId, product, QString()};
    return row;
}

// Work orders with their asset.
std::vector<std::pair<AssetIndex, FailureCalendar::Entry>> worksOf(const InvestigationData& data)
{
    using What = FailureCalendar::Entry::What;
    std::vector<std::pair<AssetIndex, FailureCalendar::Entry>> works;
    const UnifiedEvents& events = data.context.events;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events.table[i] != TableId::WorkOrders)
            continue;
        const MarkKind kind = markOf(data.dataset, events, i);
        const What what = kind == MarkKind::Preventive ? What::Preventive
            : kind == MarkKind::Corrective             ? What::Corrective
                                                       : What::OtherWork;
        works.push_back({events.asset[i], {Timestamp(Duration(events.onsetUs[i])), what}});
    }
    return works;
}

} // namespace

FailuresView::FailuresView(const Workspace& workspace, QWidget* parent)
    : View(parent)
    , m_workspace(workspace)
    , m_model({{tr("Failure"), false, true}, {tr("Time")}, {tr("Classification")}, {tr("Asset")}, {tr("Batch")},
          {tr("Product")}, {tr("Severity")}, {tr("Status")}, {tr("Text")}})
    , m_sentinels(new SentinelBar(workspace, this))
    , m_calendar(new FailureCalendar(this))
    , m_facets(new FacetPanel(m_filter, this))
    , m_table(new TableView(this))
    , m_search(new QLineEdit(this))
    , m_rows(new QComboBox(this))
    , m_found(new QLabel(this))
    , m_clear(new QPushButton(tr("Show all"), this))
{
    makeTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_calendar);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    auto* side = new QWidget(this);
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::Base);
    auto* inside = new QVBoxLayout(side);
    inside->setContentsMargins(kSide - 6, 4, 8, 0);
    inside->addWidget(m_facets);
    splitter->addWidget(side);
    splitter->addWidget(m_table);
    splitter->setSizes({kFacetWidth, 900});
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    layout->addWidget(splitter, 1);
    connect(m_search, &QLineEdit::textChanged, &m_filter, &FailureFilter::setText);
    connect(&m_filter, &FailureFilter::filterChanged, this, &FailuresView::showFound);
    connect(m_calendar, &FailureCalendar::chosen, this, &FailuresView::take);
    connect(m_rows, &QComboBox::currentIndexChanged, this, &FailuresView::fillCalendar);
    connect(m_clear, &QPushButton::clicked, this, &FailuresView::clearFilters);
    connect(m_sentinels, &SentinelBar::failed, this, &View::failed);
    connect(m_sentinels, &SentinelBar::told, this, &View::told);
    connect(m_sentinels, &SentinelBar::changed, this, &View::changed);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (m_isFollowing || !now.isValid())
            return;
        const int row = now.data(TextTableModel::kRowRole).toInt();
        if (row < static_cast<int>(m_workspace.context.data()->failures.size()))
            m_workspace.context.setFailure(static_cast<std::size_t>(row));
    });
    connect(m_table, &QTableView::activated, this, [this] {
        const Context& context = m_workspace.context;
        if (const Failure* failure = context.currentFailure())
            m_workspace.context.showInterval({failure->anchor - context.before(), failure->anchor + context.after()});
    });
    connect(&workspace.context, &Context::dataChanged, this, &FailuresView::refresh);
    connect(&workspace.context, &Context::zoneChanged, this, &FailuresView::refresh);
    connect(&workspace.context, &Context::questionChanged, this, &FailuresView::follow);
    refresh();
}

QWidget* FailuresView::makeBar()
{
    m_search->setObjectName(QStringLiteral("failureSearch"));
    m_search->setPlaceholderText(tr("Find in all columns"));
    m_search->setAccessibleName(tr("Find failures"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(160);
    m_rows->setObjectName(QStringLiteral("calendarRows"));
    m_rows->setAccessibleName(tr("Rows of the calendar"));
    m_rows->addItem(tr("Calendar by asset"), static_cast<int>(Facet::Asset));
    m_rows->addItem(tr("Calendar by classification"), static_cast<int>(Facet::Classification));
    m_found->setObjectName(QStringLiteral("failuresFound"));
    m_clear->setObjectName(QStringLiteral("failuresShowAll"));
    auto* widget = new QWidget(this);
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(kSide, 6, kSide, 6);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_search);
    row->addWidget(m_rows);
    row->addWidget(m_found);
    row->addWidget(m_clear);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_sentinels);
    return widget;
}

void FailuresView::makeTable()
{
    m_filter.setSourceModel(&m_model);
    m_table->setObjectName(QStringLiteral("failures"));
    m_table->setAccessibleName(tr("Failures"));
    m_table->setModel(&m_filter);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(1, Qt::AscendingOrder);
    m_table->setWidths({128, 150, 156, 92, 78, 96, 70, 70});
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

QString FailuresView::badgeWords() const
{
    const DataPtr& snapshot = m_workspace.context.data();
    if (!snapshot)
        return {};
    const QString all = tr("%n failures", nullptr, static_cast<int>(snapshot->failures.size()));
    const Failure* failure = m_workspace.context.currentFailure();
    return failure != nullptr ? tr("%1, at hand %2").arg(all, toQString(failure->id)) : all;
}

void FailuresView::refresh()
{
    fillTable();
    m_facets->refill();
    fillCalendar();
    showFound();
    follow();
    Q_EMIT badgeChanged();
}

void FailuresView::fillTable()
{
    std::vector<std::vector<TableCell>> rows;
    std::vector<FailureTraits> traits;
    const auto add = [&](Listed row, TableCell time) {
        row.cells[1] = std::move(time);
        rows.push_back(std::move(row.cells));
        traits.push_back(std::move(row.traits));
    };
    if (const DataPtr& snapshot = m_workspace.context.data()) {
        const SiteTime times = m_workspace.context.times();
        for (const Failure& failure : snapshot->failures) {
            Listed row =
                listed(*snapshot, failure.id, failure.asset, failure.batch, failure.classification, failure.deviation);
            row.traits.at = failure.anchor;
            row.traits.values[static_cast<std::size_t>(Facet::Period)] = monthOf(failure.anchor, times);
            add(std::move(row), {times.full(failure.anchor), timeKey(failure.anchor.time_since_epoch().count())});
        }
        for (const Deviation& d : snapshot->dataset.deviations)
            if (!d.occurred.known() && !d.occurredTo.known() && !d.detected.known())
                add(listed(*snapshot, d.id, d.asset, d.batch, d.classification, &d),
                    {tr("undated"), timeKey(std::numeric_limits<std::int64_t>::max())});
        const auto& excluded = snapshot->excluded;
        for (std::size_t i = 0; i < std::min(excluded.size(), kMostLeftOut); ++i) {
            Listed row;
            row.cells.resize(static_cast<std::size_t>(m_model.columnCount()));
            row.cells[0] = toQString(excluded[i].id);
            row.cells.back() = toQString(excluded[i].reason);
            row.cells[0].ink = Paint::TextMuted;
            row.cells.back().ink = Paint::TextMuted;
            row.traits.isLeftOut = true;
            add(std::move(row), {tr("left out"), timeKey(std::numeric_limits<std::int64_t>::max())});
        }
    }
    constexpr int kLeast = 110;
    constexpr int kMost = 280;
    constexpr int kMark = 44; // mark and padding
    int width = kLeast;
    for (const std::vector<TableCell>& row : rows)
        width = std::max(width, kMark + fontMetrics().horizontalAdvance(row.front().text) * 11 / 10); // semibold
    m_table->setColumnWidth(0, std::min(width, kMost));
    m_isFollowing = true;
    m_model.setTheme(themeOf(palette()));
    m_filter.setTraits(std::move(traits));
    m_model.setRows(std::move(rows));
    hideUnknown();
    m_isFollowing = false;
}

// Columns that no failure says anything in.
void FailuresView::hideUnknown()
{
    constexpr int kAsset = 3;
    for (int column = kAsset; column < m_model.columnCount(); ++column) {
        bool isKnown = m_model.rowCount() == 0;
        for (int row = 0; row < m_model.rowCount() && !isKnown; ++row) {
            const QString text = m_model.index(row, column).data().toString();
            isKnown = !text.isEmpty() && text != unknownText();
        }
        m_table->setColumnHidden(column, !isKnown);
    }
}

Facet FailuresView::calendarFacet() const
{
    return static_cast<Facet>(m_rows->currentData().toInt());
}

void FailuresView::fillCalendar()
{
    FailureCalendar::Input input;
    input.times = m_workspace.context.times();
    input.heading = calendarFacet() == Facet::Asset ? tr("Asset") : tr("Classification");
    m_filter.setStretch(std::nullopt);
    const DataPtr& snapshot = m_workspace.context.data();
    if (!snapshot) {
        m_calendar->setInput(std::move(input));
        return;
    }
    using What = FailureCalendar::Entry::What;
    const auto facet = static_cast<std::size_t>(calendarFacet());
    std::map<QString, FailureCalendar::Row> rows;
    std::map<QString, std::set<AssetIndex>> assets; // whose maintenance a row shows
    for (std::size_t i = 0; i < snapshot->failures.size(); ++i) {
        const Failure& failure = snapshot->failures[i];
        const QString value = m_filter.traits()[i].values[facet];
        FailureCalendar::Row& row = rows[value];
        row.value = value;
        row.name = value.isEmpty() ? FacetPanel::unknownValue() : value;
        row.entries.push_back({failure.anchor, What::Failure});
        if (failure.asset.valid())
            assets[value].insert(failure.asset);
    }
    const std::vector<std::pair<AssetIndex, FailureCalendar::Entry>> works = worksOf(*snapshot);
    const auto& scopes = snapshot->context.scopes;
    for (auto& [value, row] : rows) {
        std::set<AssetIndex> parts;
        for (const AssetIndex asset : assets[value])
            for (const AssetIndex part : scopes.subtree(asset))
                parts.insert(part);
        for (const auto& [asset, entry] : works)
            if (parts.contains(asset))
                row.entries.push_back(entry);
        input.rows.push_back(row);
    }
    const auto failuresOf = [](const FailureCalendar::Row& row) {
        return std::count_if(row.entries.begin(), row.entries.end(),
            [](const FailureCalendar::Entry& entry) { return entry.what == What::Failure; });
    };
    std::stable_sort(input.rows.begin(), input.rows.end(),
        [&](const auto& a, const auto& b) { return failuresOf(a) > failuresOf(b); });
    m_calendar->setVisible(!snapshot->failures.empty());
    m_calendar->setInput(std::move(input));
}

void FailuresView::take(const QString& value, const std::optional<Interval>& stretch)
{
    m_filter.setTicked(calendarFacet(), stretch ? std::set<QString>{value} : std::set<QString>{});
    m_filter.setStretch(stretch);
    m_facets->refill();
}

void FailuresView::clearFilters()
{
    m_calendar->clearChoice();
    for (std::size_t f = 0; f < kFacets; ++f)
        m_filter.setTicked(static_cast<Facet>(f), {});
    m_filter.setStretch(std::nullopt);
    m_search->clear();
    m_facets->refill();
}

void FailuresView::showFound()
{
    const DataPtr& snapshot = m_workspace.context.data();
    const std::size_t all = snapshot ? snapshot->failures.size() : 0;
    m_clear->setVisible(m_filter.isFiltering());
    QString text = tr("%1 of %2 failures", nullptr, pluralOf(all)).arg(m_filter.counted()).arg(all);
    if (snapshot && !snapshot->excluded.empty())
        text += tr(", %1 events left out", nullptr, pluralOf(snapshot->excluded.size()))
                    .arg(countText(snapshot->excluded.size()));
    m_found->setText(text);
    m_table->setEmptyText(all > 0
            ? tr("No failure has these values. Show all to see them again.")
            : tr("No failures yet. Import deviations (Ctrl+Shift+I), or take any events as failures with "
                 "the filter above."));
}

void FailuresView::follow()
{
    const auto failure = m_workspace.context.failure();
    if (!failure)
        return;
    const QModelIndex index = m_filter.mapFromSource(m_model.index(static_cast<int>(*failure), 0));
    m_isFollowing = true;
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    m_isFollowing = false;
}

} // namespace antecedent::app
