// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/report/report_view.h"

#include "app/window/ledger/case_book.h"
#include "app/window/report/preview_panel.h"
#include "app/window/report/report_contents.h"
#include "app/window/report/report_panel.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/palette.h"
#include "widgets/common/text.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

QString contributionText(Contribution contribution)
{
    switch (contribution) {
    case Contribution::Supported:
        return ReportView::tr("contribution of an asset supported");
    case Contribution::NotSupported:
        return ReportView::tr("contribution of an asset not supported");
    case Contribution::Inconclusive:
        return ReportView::tr("inconclusive");
    }
    return {};
}

QString checkText(const Result<TwinVerification>& check)
{
    if (!check)
        return toQString(errorPhrase(check.error()));
    if (check->holds())
        return ReportView::tr("Holds: %1 files, %2 numbers from %3 records, %4 candidates.")
            .arg(countText(check->files), countText(check->numbers), countText(check->records),
                countText(check->candidates));
    const TwinFinding& first = check->findings.front();
    return ReportView::tr("Does not hold, %1 findings. First: %2 %3, %4.", nullptr, pluralOf(check->findings.size()))
        .arg(countText(check->findings.size()), toQString(first.kind), toQString(first.subject),
            toQString(first.detail));
}

bool holds(const Result<TwinVerification>& check)
{
    return check && check->holds();
}

} // namespace

ReportView::ReportView(const Workspace& workspace, QWidget* parent)
    : View(parent)
    , m_workspace(workspace)
    , m_order(new ReportPanel(this))
    , m_model({{tr("Written")}, {tr("Failure"), false, true}, {tr("By")}, {tr("File")}, {tr("Check")}, {tr("Twin")}})
    , m_table(new TableView(this))
    , m_preview(new PreviewPanel(workspace.jobs, this))
    , m_tabs(new QTabWidget(this))
    , m_name(new QLabel(this))
    , m_place(new QLabel(this))
    , m_check(new QLabel(this))
    , m_statement(new QLabel(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_order);
    auto* line = new QFrame(this);
    line->setFrameShape(QFrame::VLine);
    line->setForegroundRole(QPalette::Mid);
    line->setFrameShadow(QFrame::Plain);
    layout->addWidget(line);
    layout->addWidget(makeSide(), 1);
    connect(&workspace.context, &Context::dataChanged, this, &ReportView::refresh);
    connect(&workspace.context, &Context::zoneChanged, this, [this] {
        m_order->setData(m_shown, m_workspace.context.times());
        follow();
        fillReports();
    });
    connect(&workspace.context, &Context::questionChanged, this, &ReportView::follow);
    connect(&workspace.jobs, &Jobs::changed, this, [this] { m_order->setProgress(m_workspace.jobs.fraction()); });
    connect(m_order, &ReportPanel::folderChanged, this, &ReportView::showDetails);
    connect(m_order, &ReportPanel::orderChanged, this, &ReportView::showPages);
    connect(m_preview, &PreviewPanel::failed, this, &ReportView::failed);
    connect(&workspace.book, &CaseBook::changed, m_preview, &PreviewPanel::invalidate);
    connect(m_order, &ReportPanel::wanted, this, &ReportView::write);
    connect(m_order, &ReportPanel::cancelled, this, [this] { m_stop.request_stop(); });
    refresh();
}

QString ReportView::title() const
{
    return tr("Report");
}

QString ReportView::badge() const
{
    return m_reports.empty() ? QString() : QString::number(m_reports.size());
}

QWidget* ReportView::makeSide()
{
    m_tabs->setObjectName(QStringLiteral("reportTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_preview, tr("Pages as they will print"));
    m_tabs->addTab(makeList(), tr("Written reports"));
    return m_tabs;
}

QString ReportView::badgeWords() const
{
    return tr("%n reports written", nullptr, static_cast<int>(m_reports.size()));
}

QWidget* ReportView::makeList()
{
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_table->setObjectName(QStringLiteral("reports"));
    m_table->setAccessibleName(tr("Reports of this investigation"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setWidths({152, 100, 64, 150, 84, 96});
    m_table->horizontalHeader()->setStretchLastSection(false);
    for (const int named : {1, 3}) // failure and file
        m_table->horizontalHeader()->setSectionResizeMode(named, QHeaderView::Stretch);
    m_table->setEmptyText(tr("No report yet. Choose the failures at the left, then write one."));
    layout->addWidget(m_table, 1);
    layout->addWidget(makeDetails());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReportView::showDetails);
    connect(m_table, &QTableView::doubleClicked, this, &ReportView::openPdf);
    return side;
}

QWidget* ReportView::makeDetails()
{
    m_details = new QWidget(this);
    auto* layout = new QVBoxLayout(m_details);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(4);
    QFont big = m_name->font();
    big.setPointSizeF(12);
    big.setWeight(QFont::DemiBold);
    m_name->setFont(big);
    m_name->setObjectName(QStringLiteral("reportName"));
    m_place->setObjectName(QStringLiteral("reportPlace"));
    m_check->setObjectName(QStringLiteral("reportCheck"));
    m_statement->setObjectName(QStringLiteral("reportStatement"));
    for (QLabel* label : {m_name, m_place, m_check, m_statement}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    m_actionBar = new QHBoxLayout;
    m_actionBar->setSpacing(6);
    addButton(tr("Open"), QStringLiteral("reportOpen"), tr("Open the PDF"), &ReportView::openPdf);
    addButton(
        tr("Open HTML"), QStringLiteral("reportOpenHtml"), tr("Open the report in the browser"), &ReportView::openHtml);
    addButton(tr("Open folder"), QStringLiteral("reportOpenFolder"), tr("Show the folder of the report"),
        &ReportView::openFolder);
    addButton(tr("Verify"), QStringLiteral("reportVerify"),
        tr("Compute hashes and numbers of the report again from its twin"), &ReportView::verifyChosen);
    m_actionBar->addStretch(1);
    layout->addSpacing(4);
    layout->addLayout(m_actionBar);
    return m_details;
}

QPushButton* ReportView::addButton(
    const QString& text, const QString& name, const QString& tip, void (ReportView::*slot)())
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    connect(button, &QPushButton::clicked, this, slot);
    m_actionBar->addWidget(button);
    m_actions.push_back(button);
    return button;
}

void ReportView::showEvent(QShowEvent* event)
{
    View::showEvent(event);
    follow(); // now that the list has its height
    askPlan();
}

void ReportView::refresh()
{
    const DataPtr& snapshot = m_workspace.context.data();
    if (snapshot == m_shown && snapshot)
        return;
    if (!snapshot || !m_shown || snapshot->path != m_shown->path || snapshot->caseInfo.id != m_shown->caseInfo.id)
        m_isFrozen.reset();
    m_shown = snapshot;
    m_order->setData(snapshot, m_workspace.context.times());
    follow();
    fillReports();
    askPlan();
    Q_EMIT badgeChanged();
}

void ReportView::follow()
{
    if (m_shown == m_workspace.context.data())
        m_order->setFailure(m_workspace.context.failure());
    showPages();
}

ReportOrder ReportView::order() const
{
    return {m_workspace.context.data(), m_order->failures(), toUtf8(m_order->reportTitle()),
        toUtf8(QDir(m_order->folder()).absolutePath()), m_order->contents().language(), m_order->contents().leftOut()};
}

void ReportView::showPages()
{
    m_preview->setOrder(order(), m_isFrozen);
}

void ReportView::askPlan()
{
    const DataPtr snapshot = m_workspace.context.data();
    if (!snapshot || !isVisible())
        return;
    m_workspace.jobs.run<bool>(
        QString(), this, [snapshot](const std::stop_token&, const ProgressFn&) { return hasFrozenPlan(*snapshot); },
        [this, snapshot](Result<bool> isFrozen) {
            if (snapshot != m_workspace.context.data())
                return;
            if (isFrozen) {
                m_isFrozen = *isFrozen;
                m_order->setFrozen(*isFrozen);
                showPages();
            } else {
                Q_EMIT failed(isFrozen.error());
            }
        });
}

void ReportView::write()
{
    const QString folder = m_order->folder();
    if (!QFileInfo(folder).isDir()) {
        Q_EMIT failed({ErrorCode::FileNotFound, toUtf8(folder), toUtf8(tr("choose a folder that exists"))});
        return;
    }
    const ReportOrder order = this->order();
    m_stop = {};
    m_order->setWriting(true);
    const QString title =
        order.failures.size() == 1 ? tr("Writing the report") : tr("Writing %1 reports").arg(order.failures.size());
    m_workspace.jobs.run<ReportRun>(
        title, this,
        [order, own = m_stop](const std::stop_token& stop, const ProgressFn& progress) -> Result<ReportRun> {
            std::stop_source both = own;
            const std::stop_callback link(stop, [&both] { both.request_stop(); });
            return writeReports(order, both.get_token(), progress);
        },
        [this](Result<ReportRun> run) {
            m_order->setWriting(false);
            if (run)
                finish(*run);
            else
                Q_EMIT failed(run.error());
        });
}

void ReportView::finish(const ReportRun& run)
{
    for (const ReportOutcome& outcome : run.written)
        m_known[outcome.report.pdfSha256] = {outcome.report.pdf, outcome.report, outcome.check};
    if (!run.written.empty())
        m_tabs->setCurrentIndex(1); // what was written, and that it holds
    if (run.stopped && run.stopped->code != ErrorCode::Cancelled)
        Q_EMIT failed(*run.stopped);
    else if (run.stopped)
        Q_EMIT told(tr("Cancelled. %1 reports were finished before and stay.", nullptr, pluralOf(run.written.size()))
                        .arg(run.written.size()));
    else
        Q_EMIT told(run.written.size() == 1
                ? tr("Wrote %1.").arg(QDir::toNativeSeparators(toQString(run.written.front().report.pdf)))
                : tr("Wrote %1 reports to %2.")
                      .arg(run.written.size())
                      .arg(QDir::toNativeSeparators(m_order->folder())));
    Q_EMIT changed(); // the audit trail is longer, the plan may be frozen
}

void ReportView::fillReports()
{
    const casework::EarlierReport* before = chosen();
    const std::int64_t kept = before != nullptr ? before->seq : 0;
    const DataPtr& snapshot = m_workspace.context.data();
    const std::size_t count = m_reports.size();
    m_reports = snapshot ? casework::reportsIn(snapshot->audit) : std::vector<casework::EarlierReport>{};
    std::reverse(m_reports.begin(), m_reports.end());
    const SiteTime times = m_workspace.context.times();
    std::vector<std::vector<TableCell>> rows;
    for (const casework::EarlierReport& report : m_reports) {
        TableCell check(tr("not checked"));
        check.ink = Paint::TextSecondary;
        const auto known = m_known.find(report.pdfSha256);
        if (known != m_known.end() && known->second.check) {
            const bool isGood = holds(*known->second.check);
            check = TableCell(isGood ? tr("holds") : tr("does not hold"));
            check.ink = isGood ? Paint::Ok : Paint::Error;
            check.tip = checkText(*known->second.check);
        }
        TableCell twin(toQString(report.twinDigest).section(QLatin1Char(':'), 1).left(12));
        twin.tip = toQString(report.twinDigest);
        rows.push_back(
            {times.full(Timestamp(std::chrono::floor<std::chrono::seconds>(report.written))), toQString(report.failure),
                toQString(report.actor), report.pdf.empty() ? unknownText() : toQString(report.pdf), check, twin});
    }
    m_model.setTheme(themeOf(palette()));
    m_model.setRows(std::move(rows));
    const auto same = std::find_if(
        m_reports.begin(), m_reports.end(), [&](const casework::EarlierReport& r) { return r.seq == kept; });
    const bool isNew = m_reports.size() > count;
    if (!m_reports.empty())
        m_table->selectRow(isNew || same == m_reports.end() ? 0 : static_cast<int>(same - m_reports.begin()));
    showDetails();
}

const casework::EarlierReport* ReportView::chosen() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && static_cast<std::size_t>(row) < m_reports.size() ? &m_reports[static_cast<std::size_t>(row)]
                                                                        : nullptr;
}

std::string ReportView::pathOf(const casework::EarlierReport& report) const
{
    const auto known = m_known.find(report.pdfSha256);
    if (known != m_known.end() && !known->second.pdf.empty())
        return known->second.pdf;
    return report.pdf.empty() ? std::string() : toUtf8(QDir(m_order->folder()).filePath(toQString(report.pdf)));
}

void ReportView::showDetails()
{
    const casework::EarlierReport* report = chosen();
    for (QPushButton* button : m_actions)
        button->setEnabled(report != nullptr && !pathOf(*report).empty());
    for (QLabel* label : {m_name, m_place, m_check, m_statement})
        label->clear();
    m_details->setVisible(report != nullptr);
    if (report == nullptr)
        return;
    const auto known = m_known.find(report->pdfSha256);
    const bool isFresh = known != m_known.end() && known->second.report;
    m_name->setText(toQString(report->failure)
        + (isFresh ? tr(", %1 pages", nullptr, pluralOf(known->second.report->pages)).arg(known->second.report->pages)
                   : QString()));
    const QString path = QDir::toNativeSeparators(toQString(pathOf(*report)));
    m_place->setText(path.isEmpty() ? tr("Where it was written is not in the audit trail.")
            : isFresh               ? path
                                    : tr("Looked for at %1").arg(path));
    const bool isChecked = known != m_known.end() && known->second.check;
    m_check->setText(isChecked ? checkText(*known->second.check)
                               : tr("Not checked yet. Verify computes its hashes and numbers again."));
    QPalette ink = palette();
    if (isChecked)
        ink.setColor(QPalette::WindowText, color(themeOf(ink), holds(*known->second.check) ? Paint::Ok : Paint::Error));
    m_check->setPalette(ink);
    if (isFresh)
        m_statement->setText(
            tr("Answer: %1. %2")
                .arg(contributionText(known->second.report->contribution), toQString(known->second.report->statement)));
}

void ReportView::withChosen(const std::function<void(const std::string& pdf)>& act)
{
    const casework::EarlierReport* report = chosen();
    if (report == nullptr)
        return;
    const std::string path = pathOf(*report);
    const std::string hash = report->pdfSha256;
    m_workspace.jobs.run<bool>(
        QString(), this,
        [path, hash](const std::stop_token&, const ProgressFn&) -> Result<bool> {
            if (const Result<void> found = findReport(path, hash); !found)
                return found.error();
            return true;
        },
        [this, path, act](Result<bool> found) {
            if (found)
                act(path);
            else if (found.error().code == ErrorCode::FileNotFound)
                Q_EMIT failed({ErrorCode::FileNotFound, path,
                    toUtf8(tr("choose the folder at the left where the report is kept"))});
            else
                Q_EMIT failed(found.error());
        });
}

void ReportView::openPdf()
{
    withChosen([](const std::string& pdf) { QDesktopServices::openUrl(QUrl::fromLocalFile(toQString(pdf))); });
}

void ReportView::openHtml()
{
    withChosen([this](const std::string& pdf) {
        const QFileInfo file(toQString(pdf));
        const QString page = file.dir().filePath(file.completeBaseName() + QStringLiteral(".html"));
        if (QFileInfo::exists(page))
            QDesktopServices::openUrl(QUrl::fromLocalFile(page));
        else
            Q_EMIT failed({ErrorCode::FileNotFound, toUtf8(page),
                toUtf8(tr("the report was written without HTML; open the PDF"))});
    });
}

void ReportView::openFolder()
{
    withChosen([](const std::string& pdf) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(toQString(pdf)).absolutePath()));
    });
}

void ReportView::verifyChosen()
{
    const casework::EarlierReport* report = chosen();
    if (report == nullptr)
        return;
    const std::string path = pathOf(*report);
    const std::string hash = report->pdfSha256;
    using Check = Result<TwinVerification>;
    m_workspace.jobs.run<TwinVerification>(
        tr("Verifying %1").arg(toQString(report->failure)), this,
        [path, hash](const std::stop_token&, const ProgressFn&) -> Check {
            if (const Result<void> found = findReport(path, hash); !found)
                return found.error();
            return verifyReportFile(path);
        },
        [this, path, hash](Check check) {
            if (!check && check.error().code == ErrorCode::Cancelled)
                return;
            if (!check && check.error().code == ErrorCode::FileNotFound) {
                Q_EMIT failed({ErrorCode::FileNotFound, path,
                    toUtf8(tr("choose the folder at the left where the report is kept"))});
                return;
            }
            Known& known = m_known[hash];
            if (known.pdf.empty())
                known.pdf = path;
            known.check = std::move(check);
            fillReports();
        });
}

} // namespace antecedent::app
