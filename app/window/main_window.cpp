// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include "app/window/audit/audit_view.h"
#include "app/window/case_loading.h"
#include "app/window/conclusion/conclusion_view.h"
#include "app/window/context/context_bar.h"
#include "app/window/evidence/evidence_view.h"
#include "app/window/facts/facts_view.h"
#include "app/window/failures/failures_view.h"
#include "app/window/impact/impact_view.h"
#include "app/window/import/import_wizard.h"
#include "app/window/investigation_files.h"
#include "app/window/rail.h"
#include "app/window/records/events_panel.h"
#include "app/window/records/inspector.h"
#include "app/window/report/report_view.h"
#include "app/window/sequences/sequences_view.h"
#include "app/window/sources/sources_view.h"
#include "app/window/start_page.h"
#include "app/window/timeline/timeline_view.h"
#include "widgets/common/banner.h"
#include "widgets/common/palette.h"
#include "widgets/common/style.h"
#include "widgets/common/text.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kTimelineStep = 2;
constexpr int kEvidenceStep = 5;

} // namespace

MainWindow::MainWindow(Settings settings)
    : m_settings(std::move(settings))
    , m_pages(new QStackedWidget(this))
    , m_start(new StartPage(this))
    , m_workbench(new QWidget(this))
    , m_banner(new Banner(this))
    , m_rail(new Rail(this))
    , m_stack(new QStackedWidget(this))
    , m_across(new QSplitter(Qt::Horizontal, this))
    , m_down(new QSplitter(Qt::Vertical, this))
    , m_events(new EventsPanel(m_workspace, this))
    , m_inspector(new Inspector(m_workspace, this))
    , m_work(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_summary(new QLabel(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Antecedent"));
    setAcceptDrops(true);
    makeWorkbench();
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_workbench);
    auto* central = new QWidget(this);
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_pages, 1);
    setCentralWidget(central);
    makeMenus();
    m_progress->setMaximumWidth(160);
    m_progress->setMaximumHeight(14);
    m_progress->setTextVisible(false);
    statusBar()->addWidget(m_work);
    statusBar()->addWidget(m_progress);
    statusBar()->addWidget(m_cancel);
    statusBar()->addPermanentWidget(m_summary);
    m_start->setRecent(m_settings.recent);
    connect(m_start, &StartPage::newWanted, this, &MainWindow::newInvestigation);
    connect(m_start, &StartPage::openWanted, this, &MainWindow::chooseFile);
    connect(m_start, &StartPage::sampleWanted, this, &MainWindow::openSample);
    connect(m_start, &StartPage::recentWanted, this, &MainWindow::openFile);
    connect(&m_jobs, &Jobs::changed, this, &MainWindow::showStatus);
    // Queued: what a job has brought may start the next one.
    connect(&m_jobs, &Jobs::changed, this, &MainWindow::changeLanguage, Qt::QueuedConnection);
    connect(m_cancel, &QPushButton::clicked, &m_jobs, &Jobs::cancelAll);
    connect(&m_context, &Context::dataChanged, this, &MainWindow::showSummary);
    setTheme(m_settings.theme);
    resize(1280, 800);
    restoreGeometry(m_settings.geometry);
    m_across->restoreState(m_settings.splitters);
    showStatus();
}

MainWindow::~MainWindow()
{
    m_jobs.shutDown();
}

void MainWindow::makeWorkbench()
{
    auto* layout = new QVBoxLayout(m_workbench);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new ContextBar(m_workspace, m_workbench);
    layout->addWidget(bar);
    connect(bar, &ContextBar::failed, m_banner, &Banner::showError);
    connect(bar, &ContextBar::planWanted, this, [this] { showStep(kEvidenceStep); });
    connect(bar, &ContextBar::caseWanted, this, [this](const QString& id) { loadCase(toUtf8(id)); });
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    m_across->addWidget(m_stack);
    m_across->addWidget(m_inspector);
    m_across->setStretchFactor(0, 1);
    m_across->setStretchFactor(1, 0);
    m_across->setSizes({900, 308});
    m_inspector->setMinimumWidth(240);
    m_down->addWidget(m_across);
    m_down->addWidget(m_events);
    m_down->setStretchFactor(0, 1);
    m_down->setSizes({500, 213});
    middle->addWidget(m_down, 1);
    layout->addLayout(middle, 1);
    addView(new SourcesView(m_workspace, this));
    addView(new FailuresView(m_workspace, this));
    addView(new TimelineView(m_workspace, this));
    addView(new FactsView(m_workspace, this));
    addView(new SequencesView(m_workspace, this));
    addView(new EvidenceView(m_workspace, this));
    addView(new ImpactView(m_workspace, this));
    addView(new ConclusionView(m_workspace, this));
    addView(new ReportView(m_workspace, this));
    addView(new AuditView(m_workspace, this));
    connect(m_rail, &Rail::chosen, this, &MainWindow::showStep);
    connect(&m_context, &Context::intervalWanted, this, [this] { showStep(kTimelineStep); });
    connect(&m_book, &CaseBook::failed, m_banner, &Banner::showError);
    connect(m_events, &EventsPanel::failed, m_banner, &Banner::showError);
    connect(m_events, &EventsPanel::told, m_banner, &Banner::showNote);
    showStep(0);
}

void MainWindow::addView(View* view)
{
    const int step = static_cast<int>(m_views.size());
    m_views.push_back(view);
    m_stack->addWidget(view);
    m_rail->addStep(view->title());
    connect(view, &View::badgeChanged, this, [this, view, step] { m_rail->setBadge(step, view->badge()); });
    connect(view, &View::failed, m_banner, &Banner::showError);
    connect(view, &View::told, m_banner, &Banner::showNote);
    connect(view, &View::changed, this, &MainWindow::reload);
}

void MainWindow::showStep(int step)
{
    m_stack->setCurrentIndex(step);
    m_rail->setCurrent(step);
    const View* view = m_views[static_cast<std::size_t>(step)];
    m_events->setVisible(!view->isTable());
    m_inspector->setVisible(view->hasInspector());
    m_stack->setMinimumWidth(view->minimumSizeHint().width()); // not that of the widest view
}

void MainWindow::showStatus()
{
    const QString title = m_jobs.title();
    m_work->setText(title.isEmpty() ? tr("Ready") : title);
    m_progress->setVisible(!title.isEmpty());
    m_cancel->setVisible(!title.isEmpty());
    const double fraction = m_jobs.fraction();
    m_progress->setRange(0, fraction < 0 ? 0 : 1000);
    m_progress->setValue(static_cast<int>(fraction * 1000));
}

void MainWindow::showSummary()
{
    const DataPtr& snapshot = m_context.data();
    m_pages->setCurrentWidget(snapshot ? m_workbench : static_cast<QWidget*>(m_start));
    if (!snapshot) {
        setWindowTitle(QStringLiteral("Antecedent"));
        m_summary->clear();
        return;
    }
    setWindowTitle(tr("%1 — Antecedent").arg(toQString(snapshot->dataset.title)));
    const std::size_t records = snapshot->context.events.size();
    const std::size_t sources = snapshot->sources.size();
    const QStringList facts{tr("%1 records", nullptr, pluralOf(records)).arg(countText(records)),
        tr("%1 sources", nullptr, pluralOf(sources)).arg(countText(sources)), toQString(snapshot->caseInfo.id),
        tr("times of the site in %1").arg(SiteTime(snapshot->siteZone).zoneName())};
    m_summary->setText(facts.join(QStringLiteral(" · ")));
}

void MainWindow::openFile(const QString& path)
{
    const std::string file = toUtf8(path);
    m_jobs.run<OpenedCase>(
        tr("Opening %1").arg(QFileInfo(path).fileName()), this,
        [file](
            const std::stop_token& stop, const ProgressFn& progress) { return openCase(file, {}, {}, stop, progress); },
        [this, path](Result<OpenedCase> opened) {
            if (!opened) {
                m_wanted.clear();
                m_banner->showError(opened.error());
                return;
            }
            m_banner->hide();
            m_settings.addRecent(path);
            m_start->setRecent(m_settings.recent);
            m_context.setData(opened->data, opened->plan);
            showStep(opened->data->sources.empty() ? 0 : kTimelineStep);
            if (!m_wanted.isEmpty())
                importPaths(std::exchange(m_wanted, {}));
        });
}

void MainWindow::reload()
{
    if (m_context.data())
        loadCase(m_context.data()->caseInfo.id);
}

void MainWindow::loadCase(const std::string& caseId)
{
    const std::string file = m_context.data()->path;
    const AnchorRule anchor = m_context.anchor();
    m_jobs.run<OpenedCase>(
        tr("Reading the investigation"), this,
        [file, caseId, anchor](const std::stop_token& stop, const ProgressFn& progress) {
            return openCase(file, caseId, anchor, stop, progress);
        },
        [this, file](Result<OpenedCase> opened) {
            if (!opened)
                m_banner->showError(opened.error());
            else if (m_context.data() && m_context.data()->path == file) // else another one was opened meanwhile
                m_context.setData(opened->data, opened->plan);
        });
}

void MainWindow::newInvestigation()
{
    const auto wanted = askForNewInvestigation(this);
    if (!wanted) {
        m_wanted.clear();
        return;
    }
    if (const Result<void> made = createInvestigation(*wanted); !made) {
        m_banner->showError(made.error());
        return;
    }
    openFile(wanted->path);
}

void MainWindow::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open an investigation"), QString(), tr("Investigations (*.ante);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void MainWindow::openSample()
{
    m_jobs.run<QString>(
        tr("Preparing the sample"), this,
        [](const std::stop_token& stop, const ProgressFn& progress) { return makeSample(stop, progress); },
        [this](Result<QString> path) {
            if (path)
                openFile(*path);
            else
                m_banner->showError(path.error());
        });
}

void MainWindow::importPaths(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    if (!m_context.data()) {
        // Into the file that is being opened, or a new one.
        m_wanted = paths;
        if (!m_jobs.isBusy())
            newInvestigation();
        return;
    }
    auto* wizard = new ImportWizard(m_workspace, paths, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &ImportWizard::importWanted, this, &MainWindow::runImport);
    wizard->open();
}

void MainWindow::runImport(const std::vector<importers::SourceRequest>& requests)
{
    const std::string file = m_context.data()->path;
    m_jobs.run<importers::ImportSummary>(
        tr("Importing"), this,
        [file, requests](const std::stop_token& stop, const ProgressFn& progress) -> Result<importers::ImportSummary> {
            Result<CaseFile> opened = CaseFile::open(file, OpenMode::ReadWrite, currentActor());
            if (!opened)
                return opened.error();
            return importers::importSources(*opened, requests, stop, progress);
        },
        [this](Result<importers::ImportSummary> summary) {
            if (!summary)
                m_banner->showError(summary.error());
            else
                m_banner->showNote(importText(*summary));
            reload();
        });
}

void MainWindow::setTheme(const QString& theme)
{
    m_settings.theme = theme;
    if (qobject_cast<WorkbenchStyle*>(QApplication::style()) == nullptr)
        QApplication::setStyle(new WorkbenchStyle);
    const Theme chosen = theme == QLatin1String("dark") ? Theme::Dark : Theme::Light;
    QApplication::setPalette(widgetPalette(chosen));
    // Icons and inks are made anew once all widgets have the palette.
    QTimer::singleShot(0, this, [this] { Q_EMIT m_context.zoneChanged(); });
}

void MainWindow::setLanguage(const QString& language)
{
    if (language == m_settings.language)
        return;
    m_settings.language = language;
    m_isLanguageWaiting = true;
    if (!m_jobs.title().isEmpty())
        m_banner->showNote(tr("The language changes as soon as this is done: %1").arg(m_jobs.title()));
    changeLanguage();
}

void MainWindow::changeLanguage()
{
    if (!m_isLanguageWaiting || m_jobs.isBusy())
        return;
    m_isLanguageWaiting = false;
    Q_EMIT languageWanted();
}

const Settings& MainWindow::settings()
{
    m_settings.geometry = saveGeometry();
    m_settings.splitters = m_across->saveState();
    return m_settings;
}

void MainWindow::takeOver(MainWindow& other)
{
    other.m_jobs.shutDown();
    m_book.takeOver(other.m_book);
    m_context.takeOver(other.m_context);
    showStep(other.m_stack->currentIndex());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveSettings(settings());
    m_jobs.shutDown(); // an import that runs is rolled back, the file stays as before
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (paths.size() == 1 && paths.front().endsWith(QLatin1String(".ante")))
        openFile(paths.front());
    else
        importPaths(paths);
}

} // namespace antecedent::app
