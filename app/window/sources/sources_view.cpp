// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sources/sources_view.h"

#include "app/window/shared/csv.h"
#include "app/window/shared/table_view.h"
#include "app/window/sources/clocks_panel.h"
#include "app/window/sources/names_panel.h"
#include "app/window/sources/quality_panel.h"
#include "app/window/sources/source_details.h"
#include "app/window/sources/versions_panel.h"
#include "importers/pipeline/original_rows.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr std::size_t kMostOriginals = 5'000;
constexpr int kNameColumn = 0;
constexpr int kRecognisedColumn = 6;
const std::vector<int> kWidths{134, 172, 68, 58, 62, 72, 140, 94, 166, 72, 60}; // together as wide as the least window

TableCell number(std::uint64_t count, bool isBad = false)
{
    TableCell cell(countText(count), QVariant::fromValue(static_cast<qulonglong>(count)));
    if (isBad && count > 0)
        cell.ink = Paint::Error;
    return cell;
}

// "orders 2026-04.csv, 2 records set aside"; empty if it counts as it is.
QString replacedWords(const InvestigationData& data, const StoredSource& source)
{
    const auto found = data.replaced.find(source.id);
    if (found == data.replaced.end())
        return {};
    const auto newer = std::find_if(data.sources.begin(), data.sources.end(),
        [&](const StoredSource& other) { return toHex(other.info.sha256) == found->second.by; });
    const std::string& name = newer == data.sources.end() ? found->second.by : newer->info.name;
    return SourcesView::tr("%1, %n records set aside", nullptr, static_cast<int>(found->second.setAside))
        .arg(toQString(name));
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return SourcesView::tr("stated");
    case Severity::Warning:
        return SourcesView::tr("warning");
    case Severity::Rejected:
        return SourcesView::tr("rejected");
    case Severity::Duplicate:
        return SourcesView::tr("duplicate");
    }
    return {};
}

} // namespace

void SourcesModel::setStrips(std::vector<CoverageStrip> strips)
{
    m_strips = std::move(strips);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, kCoverageColumn), index(rowCount() - 1, kCoverageColumn));
}

void SourcesModel::setAxisText(const QString& text)
{
    m_axisText = text;
    Q_EMIT headerDataChanged(Qt::Horizontal, kCoverageColumn, kCoverageColumn);
}

QVariant SourcesModel::data(const QModelIndex& index, int role) const
{
    const auto row = static_cast<std::size_t>(index.row());
    if (role == CoverageDelegate::kStripRole && index.isValid() && row < m_strips.size())
        return QVariant::fromValue(m_strips[row]);
    return TextTableModel::data(index, role);
}

QVariant SourcesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section == kCoverageColumn && orientation == Qt::Horizontal && role == Qt::DisplayRole && !m_axisText.isEmpty())
        return m_axisText;
    return TextTableModel::headerData(section, orientation, role);
}

void RemarkFilter::setKind(const QString& kind)
{
    m_kind = kind;
    invalidateFilter();
}

void RemarkFilter::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool RemarkFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QAbstractItemModel* model = sourceModel();
    if (!m_kind.isEmpty() && model->index(row, kKindColumn, parent).data().toString() != m_kind)
        return false;
    if (m_text.isEmpty())
        return true;
    for (int c = 0; c < model->columnCount(parent); ++c)
        if (model->index(row, c, parent).data().toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    return false;
}

SourcesView::SourcesView(const Workspace& workspace, QWidget* parent)
    : View(parent)
    , m_workspace(workspace)
    , m_sources({{tr("Source"), false, true}, {tr("Coverage")}, {tr("Rows read"), true}, {tr("Stored"), true},
          {tr("Rejected"), true}, {tr("Duplicate"), true}, {tr("Recognised as")}, {tr("Zone")}, {tr("Span")},
          {tr("SHA-256")}, {tr("Statement")}})
    , m_diagnostics({{tr("Row"), true}, {tr("Line"), true}, {tr("Became")}, {tr("Column")}, {tr("Reason"), false, true},
          {tr("Value")}, {tr("Original row")}, {tr("What to do")}})
    , m_sourceTable(new TableView(this))
    , m_details(new SourceDetails(this))
    , m_tabs(new QTabWidget(this))
    , m_quality(new QualityPanel(workspace, this))
    , m_diagnosticTable(new TableView(this))
    , m_heading(new QLabel(this))
    , m_kind(new QComboBox(this))
    , m_find(new QLineEdit(this))
{
    m_sourceTable->setObjectName(QStringLiteral("sources"));
    m_sourceTable->setAccessibleName(tr("Sources"));
    m_sourceTable->setModel(&m_sources);
    m_sourceTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_sourceTable->setItemDelegateForColumn(SourcesModel::kCoverageColumn, new CoverageDelegate(m_sourceTable));
    m_sourceTable->setWidths(kWidths);
    m_sourceTable->setEmptyText(tr("No sources yet. Drop files or a folder here, or import them (Ctrl+Shift+I)."));
    auto* lower = new QSplitter(Qt::Horizontal, this);
    lower->addWidget(m_details);
    lower->addWidget(m_tabs);
    makeTabs();
    lower->setStretchFactor(0, 0);
    lower->setStretchFactor(1, 1);
    lower->setSizes({320, 800});
    lower->setChildrenCollapsible(false);
    auto* down = new QSplitter(Qt::Vertical, this);
    down->addWidget(m_sourceTable);
    down->addWidget(lower);
    down->setStretchFactor(0, 3);
    down->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(down);
    connect(m_sourceTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SourcesView::showSource);
    connect(&workspace.context, &Context::dataChanged, this, &SourcesView::refresh);
    connect(&workspace.context, &Context::zoneChanged, this, &SourcesView::refresh);
    refresh();
}

// What is known of the chosen source, then what is decided over all of them.
void SourcesView::makeTabs()
{
    m_tabs->setObjectName(QStringLiteral("sourceTabs"));
    m_tabs->setDocumentMode(true);
    auto* remarks = new QWidget(m_tabs);
    makeRemarks(remarks);
    m_tabs->addTab(remarks, tr("Remarks"));
    m_tabs->addTab(m_quality, tr("Data quality"));
    connect(m_quality, &QualityPanel::countChanged, this, [this](int findings) {
        m_tabs->setTabText(m_tabs->indexOf(m_quality),
            findings < 0 ? tr("Data quality")
                         : tr("Data quality: %1").arg(countText(static_cast<std::uint64_t>(findings))));
    });
    connect(m_quality, &QualityPanel::failed, this, &View::failed);
    const auto add = [this](DecisionPanel* panel, const QString& name) {
        m_tabs->addTab(panel, name);
        connect(panel, &DecisionPanel::failed, this, &View::failed);
        connect(panel, &DecisionPanel::changed, this, &View::changed);
    };
    add(new ClocksPanel(m_workspace, m_tabs), tr("Clocks"));
    add(new NamesPanel(m_workspace, m_tabs), tr("Names"));
    add(new VersionsPanel(m_workspace, m_tabs), tr("Versions"));
}

void SourcesView::makeRemarks(QWidget* parent)
{
    m_shown.setSourceModel(&m_diagnostics);
    m_shown.setSortRole(TextTableModel::kSortRole);
    m_diagnosticTable->setObjectName(QStringLiteral("diagnostics"));
    m_diagnosticTable->setAccessibleName(tr("Rejected rows and warnings"));
    m_diagnosticTable->setModel(&m_shown);
    m_diagnosticTable->setSortingEnabled(true);
    m_diagnosticTable->sortByColumn(0, Qt::AscendingOrder);
    m_diagnosticTable->setWidths({60, 60, 80, 110, 250, 130, 270});
    m_kind->setObjectName(QStringLiteral("remarkKind"));
    m_kind->setAccessibleName(tr("Which remarks"));
    m_kind->addItem(tr("all remarks"), QString());
    for (const Severity severity : {Severity::Rejected, Severity::Warning, Severity::Duplicate, Severity::Info})
        m_kind->addItem(severityName(severity), severityName(severity));
    m_find->setObjectName(QStringLiteral("remarkFind"));
    m_find->setPlaceholderText(tr("Find in all columns"));
    m_find->setAccessibleName(tr("Find in the remarks"));
    m_find->setClearButtonEnabled(true);
    m_find->setMinimumWidth(200);
    m_heading->setObjectName(QStringLiteral("remarkHeading"));
    QFont strong = m_heading->font();
    strong.setWeight(QFont::DemiBold);
    m_heading->setFont(strong);
    auto* save = new QPushButton(tr("Export CSV, as shown"), parent);
    save->setObjectName(QStringLiteral("exportRemarks"));
    save->setFlat(true);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(14, 6, 14, 6);
    bar->setSpacing(8);
    bar->addWidget(m_heading, 1);
    bar->addWidget(m_kind);
    bar->addWidget(m_find);
    bar->addWidget(save);
    auto* layout = new QVBoxLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_diagnosticTable, 1);
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_shown.setKind(m_kind->currentData().toString());
        countShown();
    });
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_shown.setText(text);
        countShown();
    });
    connect(save, &QPushButton::clicked, this, &SourcesView::exportShown);
}

QString SourcesView::title() const
{
    return tr("Sources");
}

QString SourcesView::badge() const
{
    const DataPtr& snapshot = m_workspace.context.data();
    return snapshot ? QString::number(snapshot->sources.size()) : QString();
}

void SourcesView::resizeEvent(QResizeEvent* event)
{
    View::resizeEvent(event);
    widenNames();
}

void SourcesView::widenNames()
{
    constexpr int kMost = 340;
    constexpr int kPadding = 16;
    int room = width() - kPadding - std::accumulate(kWidths.begin(), kWidths.end(), 0);
    for (const int column : {kNameColumn, kRecognisedColumn}) {
        const int least = kWidths[static_cast<std::size_t>(column)];
        if (const auto given = m_given.find(column);
            given != m_given.end() && given->second != m_sourceTable->columnWidth(column))
            continue; // somebody has moved it
        const int wanted =
            std::min(kMost, static_cast<QAbstractItemView*>(m_sourceTable)->sizeHintForColumn(column) + kPadding);
        const int more = std::clamp(wanted - least, 0, std::max(0, room));
        room -= more;
        m_given[column] = least + more;
        m_sourceTable->setColumnWidth(column, least + more);
    }
}

QString SourcesView::badgeWords() const
{
    const DataPtr& snapshot = m_workspace.context.data();
    if (!snapshot)
        return {};
    std::uint64_t rejected = 0;
    for (const StoredSource& source : snapshot->sources)
        rejected += source.info.rowsRejected;
    const QString all = tr("%n sources", nullptr, static_cast<int>(snapshot->sources.size()));
    return rejected == 0 ? all : tr("%1, %2 rows rejected").arg(all, countText(rejected));
}

const StoredSource* SourcesView::chosen() const
{
    const DataPtr& snapshot = m_workspace.context.data();
    const int row = m_sourceTable->currentIndex().row();
    const bool isThere = snapshot && row >= 0 && row < static_cast<int>(snapshot->sources.size());
    return isThere ? &snapshot->sources[static_cast<std::size_t>(row)] : nullptr;
}

void SourcesView::refresh()
{
    std::vector<std::vector<TableCell>> rows;
    const int before = m_sourceTable->currentIndex().row();
    if (const DataPtr& snapshot = m_workspace.context.data()) {
        const SiteTime times = m_workspace.context.times();
        for (const StoredSource& source : snapshot->sources) {
            const SourceInfo& info = source.info;
            const QString hash = toQString(toHex(info.sha256));
            TableCell shortHash(hash.left(8));
            shortHash.tip = hash;
            const QString statement = toQString(info.statement);
            TableCell coverage;
            coverage.tip = info.span ? tr("%1 to %2").arg(times.full(info.span->begin), times.full(info.span->end))
                                     : tr("no dated records");
            TableCell span(
                info.span ? tr("%1 – %2").arg(times.date(info.span->begin), times.date(info.span->end)) : unknownText(),
                info.span ? QVariant::fromValue(static_cast<qlonglong>(info.span->begin.time_since_epoch().count()))
                          : QVariant());
            span.tip = coverage.tip;
            TableCell stated(statement.isEmpty() ? tr("none") : tr("stated"));
            stated.tip = statement.isEmpty() ? tr("none: a missing record is not determinable") : statement;
            TableCell name(toQString(info.name));
            if (const QString words = replacedWords(*snapshot, source); !words.isEmpty()) {
                name.ink = Paint::TextMuted;
                name.tip = tr("%1: replaced by %2").arg(name.text, words);
            }
            rows.push_back({name, coverage, number(info.rowsRead), number(info.rowsStored),
                number(info.rowsRejected, true), number(info.rowsDuplicate), toQString(info.importer),
                info.zone.empty() ? tr("in the values") : toQString(info.zone), span, shortHash, stated});
        }
    }
    m_sources.setTheme(themeOf(palette()));
    m_sources.setRows(std::move(rows));
    widenNames();
    if (m_sources.rowCount() > 0)
        m_sourceTable->selectRow(before >= 0 && before < m_sources.rowCount() ? before : 0);
    showStrips();
    showSource();
    Q_EMIT badgeChanged();
}

// Records are counted off the GUI thread; an answer for an older snapshot is dropped.
void SourcesView::showStrips()
{
    const DataPtr snapshot = m_workspace.context.data();
    m_sources.setStrips({});
    m_sources.setAxisText({});
    if (!snapshot)
        return;
    m_workspace.jobs.run<std::vector<CoverageStrip>>(
        QString(), this,
        [snapshot](const std::stop_token& stop, const ProgressFn&) -> Result<std::vector<CoverageStrip>> {
            return coverageStrips(*snapshot, stop);
        },
        [this, snapshot](Result<std::vector<CoverageStrip>> strips) {
            if (!strips || snapshot != m_workspace.context.data())
                return;
            const SiteTime times = m_workspace.context.times();
            if (!strips->empty() && strips->front().axis)
                m_sources.setAxisText(
                    tr("%1 – %2").arg(times.date(strips->front().axis->begin), times.date(strips->front().axis->end)));
            m_sources.setStrips(std::move(*strips));
        });
}

void SourcesView::showSource()
{
    const StoredSource* source = chosen();
    m_details->setSource(source, m_workspace.context.times(),
        source == nullptr ? QString() : replacedWords(*m_workspace.context.data(), *source));
    m_quality->setSource(source);
    fillRemarks({});
    readOriginals();
}

void SourcesView::fillRemarks(const std::map<std::uint64_t, std::string>& originals)
{
    std::vector<std::vector<TableCell>> rows;
    const DataPtr& snapshot = m_workspace.context.data();
    if (const StoredSource* source = chosen()) {
        for (const StoredDiagnostic& stored : snapshot->diagnostics) {
            if (stored.source != source->id)
                continue;
            const Diagnostic& d = stored.diagnostic;
            const DiagnosticInfo& info = diagnosticInfo(d.code);
            TableCell became(severityName(d.severity));
            if (d.severity == Severity::Rejected)
                became.ink = Paint::Error;
            const QString what = toQString(term(info.what))
                + (d.detail.empty() ? QString() : QStringLiteral(": ") + toQString(kept(d.detail)));
            const auto original = originals.find(d.line);
            const QString row = original != originals.end() ? toQString(original->second).simplified() : QString();
            rows.push_back({d.row > 0 ? number(d.row) : TableCell(unknownText()),
                d.line > 0 ? number(d.line) : TableCell(unknownText()), became, toQString(d.columnName), what,
                toQString(d.excerpt).simplified(), row, toQString(term(info.todo))});
        }
    }
    m_diagnostics.setTheme(themeOf(palette()));
    m_diagnostics.setRows(std::move(rows));
    countShown();
}

// From the kept bytes of the source; rejected rows stand nowhere else.
void SourcesView::readOriginals()
{
    const StoredSource* source = chosen();
    const std::uint64_t question = ++m_question;
    if (source == nullptr)
        return;
    const DataPtr snapshot = m_workspace.context.data();
    std::set<std::uint64_t> lines;
    for (const StoredDiagnostic& stored : snapshot->diagnostics) {
        const bool isRow =
            stored.diagnostic.severity == Severity::Rejected || stored.diagnostic.severity == Severity::Warning;
        if (stored.source == source->id && isRow && stored.diagnostic.line > 0 && lines.size() < kMostOriginals)
            lines.insert(stored.diagnostic.line);
    }
    if (lines.empty())
        return;
    using Rows = std::map<std::uint64_t, std::string>;
    m_workspace.jobs.run<Rows>(
        QString(), this,
        [path = snapshot->path, source = *source, lines](
            const std::stop_token& stop, const ProgressFn&) -> Result<Rows> {
            const Result<CaseFile> file = CaseFile::open(path, OpenMode::ReadOnly);
            if (!file)
                return file.error();
            return importers::originalRows(*file, source, lines, stop);
        },
        [this, question](Result<Rows> rows) {
            if (rows && question == m_question)
                fillRemarks(*rows);
        });
}

void SourcesView::countShown()
{
    const StoredSource* source = chosen();
    const auto shown = static_cast<std::uint64_t>(m_shown.rowCount());
    const auto all = static_cast<std::uint64_t>(m_diagnostics.rowCount());
    if (source == nullptr)
        m_heading->setText(tr("Remarks"));
    else if (shown == all)
        m_heading->setText(tr("Remarks on %1: %2").arg(toQString(source->info.name), countText(all)));
    else
        m_heading->setText(
            tr("Remarks on %1: %2 of %3").arg(toQString(source->info.name), countText(shown), countText(all)));
    m_diagnosticTable->setEmptyText(source == nullptr ? tr("No source is chosen.")
            : all == 0                                ? tr("Every row of this source was stored without a remark.")
                       : tr("No remark of this kind. Show all remarks, or clear the search."));
}

void SourcesView::exportShown()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the remarks"), {}, tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    if (const Result<void> written = writeCsv(m_shown, path); !written)
        Q_EMIT failed(written.error());
    else
        Q_EMIT told(tr("Wrote %1.").arg(path));
}

} // namespace antecedent::app
