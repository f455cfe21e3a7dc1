// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sources_view.h"

#include "app/window/table_view.h"
#include "widgets/common/text.h"

#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

namespace {

TableCell number(std::uint64_t count, bool isBad = false)
{
    TableCell cell(countText(count), QVariant::fromValue(static_cast<qulonglong>(count)));
    if (isBad && count > 0)
        cell.ink = Paint::Error;
    return cell;
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

SourcesView::SourcesView(const Workspace& workspace, QWidget* parent)
    : View(parent)
    , m_workspace(workspace)
    , m_sources({{tr("Source"), false, true}, {tr("Recognised as")}, {tr("Zone")}, {tr("From")}, {tr("To")},
          {tr("Rows read"), true}, {tr("Stored"), true}, {tr("Rejected"), true}, {tr("Duplicate"), true},
          {tr("SHA-256")}, {tr("Export statement")}})
    , m_diagnostics({{tr("Row"), true}, {tr("Line"), true}, {tr("Became")}, {tr("What"), false, true}, {tr("Column")},
          {tr("Original text")}, {tr("What to do")}})
    , m_sourceTable(new TableView(this))
    , m_diagnosticTable(new TableView(this))
    , m_heading(new QLabel(this))
{
    m_sourceTable->setObjectName(QStringLiteral("sources"));
    m_sourceTable->setAccessibleName(tr("Sources"));
    m_sourceTable->setModel(&m_sources);
    m_sourceTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_sourceTable->setWidths({210, 190, 120, 150, 150, 80, 80, 80, 80, 90});
    m_sourceTable->setEmptyText(tr("No sources yet. Drop files or a folder here, or import them (Ctrl+I)."));
    m_diagnosticTable->setObjectName(QStringLiteral("diagnostics"));
    m_diagnosticTable->setAccessibleName(tr("Rejected rows and warnings"));
    m_diagnosticTable->setModel(&m_diagnostics);
    m_diagnosticTable->setWidths({60, 60, 90, 300, 130, 260});
    m_diagnosticTable->setEmptyText(tr("Every row of this source was stored without a remark."));
    m_heading->setContentsMargins(14, 8, 14, 8);
    auto* lower = new QWidget(this);
    auto* lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins(0, 0, 0, 0);
    lowerLayout->setSpacing(0);
    lowerLayout->addWidget(m_heading);
    lowerLayout->addWidget(m_diagnosticTable, 1);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_sourceTable);
    splitter->addWidget(lower);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(
        m_sourceTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SourcesView::showDiagnostics);
    connect(&workspace.context, &Context::dataChanged, this, &SourcesView::refresh);
    connect(&workspace.context, &Context::zoneChanged, this, &SourcesView::refresh);
    refresh();
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

void SourcesView::refresh()
{
    std::vector<std::vector<TableCell>> rows;
    if (const DataPtr& snapshot = m_workspace.context.data()) {
        const SiteTime times = m_workspace.context.times();
        for (const StoredSource& source : snapshot->sources) {
            const SourceInfo& info = source.info;
            const QString hash = toQString(toHex(info.sha256));
            TableCell shortHash(hash.left(8));
            shortHash.tip = hash;
            const QString statement = toQString(info.statement);
            rows.push_back({toQString(info.name), toQString(info.importer),
                info.zone.empty() ? tr("in the values") : toQString(info.zone),
                info.span ? times.full(info.span->begin) : unknownText(),
                info.span ? times.full(info.span->end) : unknownText(), number(info.rowsRead), number(info.rowsStored),
                number(info.rowsRejected, true), number(info.rowsDuplicate), shortHash,
                statement.isEmpty() ? tr("none: a missing record is not determinable") : statement.simplified()});
        }
    }
    m_sources.setTheme(themeOf(palette()));
    m_sources.setRows(std::move(rows));
    if (m_sources.rowCount() > 0)
        m_sourceTable->selectRow(0);
    showDiagnostics();
    Q_EMIT badgeChanged();
}

void SourcesView::showDiagnostics()
{
    std::vector<std::vector<TableCell>> rows;
    const DataPtr& snapshot = m_workspace.context.data();
    const int row = m_sourceTable->currentIndex().row();
    if (snapshot && row >= 0 && row < static_cast<int>(snapshot->sources.size())) {
        const StoredSource& source = snapshot->sources[static_cast<std::size_t>(row)];
        for (const StoredDiagnostic& stored : snapshot->diagnostics) {
            if (stored.source != source.id)
                continue;
            const Diagnostic& d = stored.diagnostic;
            const DiagnosticInfo& info = diagnosticInfo(d.code);
            TableCell became(severityName(d.severity));
            if (d.severity == Severity::Rejected)
                became.ink = Paint::Error;
            const QString what =
                toQString(info.what) + (d.detail.empty() ? QString() : QStringLiteral(": ") + toQString(d.detail));
            rows.push_back({d.row > 0 ? number(d.row) : TableCell(unknownText()),
                d.line > 0 ? number(d.line) : TableCell(unknownText()), became, what, toQString(d.columnName),
                toQString(d.excerpt).simplified(), toQString(info.todo)});
        }
        m_heading->setText(tr("Remarks on %1: %2").arg(toQString(source.info.name), countText(rows.size())));
    } else {
        m_heading->setText(tr("Remarks"));
    }
    m_diagnostics.setTheme(themeOf(palette()));
    m_diagnostics.setRows(std::move(rows));
}

} // namespace antecedent::app
