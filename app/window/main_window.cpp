// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the window is put together; its files, menus and saved views have sources of their own.
#include "app/window/main_window.h"

#include "app/window/audit/audit_view.h"
#include "app/window/conclusion/conclusion_view.h"
#include "app/window/context/context_bar.h"
#include "app/window/evidence/evidence_view.h"
#include "app/window/facts/facts_view.h"
#include "app/window/failures/failures_view.h"
#include "app/window/frame/command_search.h"
#include "app/window/frame/file_drop.h"
#include "app/window/frame/focus_ring.h"
#include "app/window/frame/inspector_place.h"
#include "app/window/frame/status_strip.h"
#include "app/window/frame/window_memory.h"
#include "app/window/guide/guide_pages.h"
#include "app/window/guide/guide_window.h"
#include "app/window/impact/impact_view.h"
#include "app/window/rail.h"
#include "app/window/records/events_panel.h"
#include "app/window/records/inspector.h"
#include "app/window/records/record_actions.h"
#include "app/window/report/report_view.h"
#include "app/window/sequences/sequences_view.h"
#include "app/window/sources/sources_view.h"
#include "app/window/start_page.h"
#include "app/window/timeline/timeline_view.h"
#include "widgets/common/banner.h"
#include "widgets/common/palette.h"
#include "widgets/common/style.h"
#include "widgets/common/text.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kNarrowWindow = 1200; // below, the rail shows icons

// The pages of the guide, in the order of the steps.
constexpr std::array kStepPages{
    "sources", "failures", "timeline", "facts", "sequences", "evidence", "impact", "conclusion", "report", "audit"};

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
    , m_actions(new RecordActions(m_workspace, this))
    , m_inspector(new Inspector(m_workspace, *m_actions, m_workbench))
    , m_place(new InspectorPlace(m_inspector, m_across, m_workbench))
    , m_status(new StatusStrip(m_workspace, this))
    , m_guide(new GuideOpener(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Antecedent"));
    makeWorkbench();
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_workbench);
    auto* central = new QWidget(this);
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_banner); // below, so that what is being read stays where it is
    setCentralWidget(central);
    setStatusBar(m_status);
    m_status->addSwitch(m_place->toggle());
    new FocusRing(this);
    makeMenus();
    connectFrame();
    showRecent();
    setGuidePage(this, QStringLiteral("first-steps"));
    setTheme(m_settings.theme);
    resize(1280, 800);
    restoreGeometry(m_settings.geometry);
    m_place->setWidth(m_settings.inspectorWidth);
    m_place->setClosed(m_settings.isInspectorClosed);
    m_down->restoreState(m_settings.levels);
    m_events->setFolded(m_settings.isEventTableFolded);
    arrange(m_stack, m_settings.views);
    arrangeFrame();
    showSummary();
}

MainWindow::~MainWindow()
{
    delete findChild<FocusRing*>(); // it must not move between windows that are being taken down
    m_jobs.shutDown();
    // All that is shown refers to members of this: a line that loses the focus still edits the context.
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

void MainWindow::makeWorkbench()
{
    auto* layout = new QVBoxLayout(m_workbench);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new ContextBar(m_workspace, m_workbench);
    layout->addWidget(bar);
    setGuidePage(bar, QStringLiteral("controls"));
    connect(bar, &ContextBar::failed, m_banner, &Banner::showError);
    connect(bar, &ContextBar::planWanted, this, [this] { showStep(kEvidenceStep); });
    connect(bar, &ContextBar::caseWanted, this, [this](const QString& id) { loadCase(toUtf8(id)); });
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    m_across->addWidget(m_stack);
    m_across->setChildrenCollapsible(false);
    m_down->addWidget(m_across);
    m_down->addWidget(m_events);
    m_down->setStretchFactor(0, 1);
    m_down->setStretchFactor(1, 0);
    m_down->setCollapsible(0, false);
    m_down->setCollapsible(1, false);
    m_down->setSizes({500, 213});
    middle->addWidget(m_down, 1);
    layout->addLayout(middle, 1);
    makeViews();
}

void MainWindow::makeViews()
{
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
    setGuidePage(m_inspector, QStringLiteral("window"));
    setGuidePage(m_events, QStringLiteral("filter"));
    connect(m_rail, &Rail::chosen, this, &MainWindow::showStep);
    showStep(0);
}

void MainWindow::addView(View* view)
{
    const int step = static_cast<int>(m_views.size());
    setGuidePage(view, QString::fromLatin1(kStepPages[m_views.size()]));
    m_views.push_back(view);
    m_stack->addWidget(view);
    m_rail->addStep(view->title());
    connect(view, &View::badgeChanged, this,
        [this, view, step] { m_rail->setBadge(step, view->badge(), view->badgeWords()); });
    connect(view, &View::failed, m_banner, &Banner::showError);
    connect(view, &View::told, m_banner, &Banner::showNote);
    connect(view, &View::changed, this, &MainWindow::reload);
}

void MainWindow::connectFrame()
{
    connect(m_start, &StartPage::newWanted, this, &MainWindow::newInvestigation);
    connect(m_start, &StartPage::openWanted, this, &MainWindow::chooseFile);
    connect(m_start, &StartPage::sampleWanted, this, &MainWindow::openSample);
    connect(m_start, &StartPage::recentWanted, this, &MainWindow::openFile);
    // Queued: what a job has brought may start the next one.
    connect(&m_jobs, &Jobs::changed, this, &MainWindow::changeLanguage, Qt::QueuedConnection);
    connect(&m_context, &Context::dataChanged, this, &MainWindow::showSummary);
    connect(&m_context, &Context::intervalWanted, this, [this] { showStep(kTimelineStep); });
    connect(&m_context, &Context::aroundWanted, this, [this] { showStep(kTimelineStep); });
    connect(&m_context, &Context::selectionChanged, this, [this] {
        if (m_context.selected())
            m_place->recordSelected();
    });
    connect(m_search, &CommandSearch::recordsWanted, this, [this] { showStep(kTimelineStep); });
    connect(&m_book, &CaseBook::failed, m_banner, &Banner::showError);
    connect(m_events, &EventsPanel::failed, m_banner, &Banner::showError);
    connect(m_events, &EventsPanel::told, m_banner, &Banner::showNote);
    connect(m_actions, &RecordActions::failed, m_banner, &Banner::showError);
    connect(m_actions, &RecordActions::told, m_banner, &Banner::showNote);
    connect(m_actions, &RecordActions::changed, this, &MainWindow::reload);
    connect(new FileDrop(this), &FileDrop::dropped, this, &MainWindow::openPaths);
}

void MainWindow::showStep(int step)
{
    m_stack->setCurrentIndex(step);
    m_rail->setCurrent(step);
    const View* view = m_views[static_cast<std::size_t>(step)];
    setGuidePage(this, guidePageFor(view)); // for the rail, the menus and the bars
    m_events->setVisible(!view->isTable());
    m_place->setAllowed(view->hasInspector());
    m_stack->setMinimumWidth(view->minimumSizeHint().width()); // not that of the widest view
    if (m_context.data())
        rememberStep(keyOf(*m_context.data()), step);
}

void MainWindow::showRecent()
{
    QStringList steps;
    for (const View* view : m_views)
        steps << view->title();
    m_start->setRecent(recentFiles(m_settings.recent, steps));
}

void MainWindow::showSummary()
{
    const DataPtr& snapshot = m_context.data();
    if (!snapshot)
        showRecent();
    m_pages->setCurrentWidget(snapshot ? m_workbench : static_cast<QWidget*>(m_start));
    if (!snapshot)
        setGuidePage(this, QStringLiteral("first-steps"));
    setWindowTitle(
        snapshot ? tr("%1 — Antecedent").arg(toQString(snapshot->dataset.title)) : QStringLiteral("Antecedent"));
    m_place->toggle()->setVisible(snapshot != nullptr);
    for (std::size_t i = 0; i < m_views.size(); ++i) // also those that have no news
        m_rail->setBadge(static_cast<int>(i), m_views[i]->badge(), m_views[i]->badgeWords());
    fillSavedViews();
}

void MainWindow::arrangeFrame()
{
    m_place->arrange(width());
    m_rail->setNarrow(m_settings.isRailNarrow || width() < kNarrowWindow);
}

void MainWindow::setTheme(const QString& theme)
{
    m_settings.theme = theme;
    showTheme();
}

void MainWindow::showTheme()
{
    if (qobject_cast<WorkbenchStyle*>(QApplication::style()) == nullptr)
        QApplication::setStyle(new WorkbenchStyle);
    Theme chosen = m_settings.theme == QLatin1String("dark") ? Theme::Dark : Theme::Light;
    if (m_settings.theme.isEmpty()) {
        QApplication::setPalette(QPalette()); // as the system has it
        chosen = themeOf(QApplication::palette());
    }
    QApplication::setPalette(widgetPalette(chosen));
    // Icons and inks are made anew once all widgets have the palette.
    QTimer::singleShot(0, this, [this] { Q_EMIT m_context.zoneChanged(); });
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ThemeChange && m_settings.theme.isEmpty())
        QTimer::singleShot(0, this, &MainWindow::showTheme);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    arrangeFrame();
}

const Settings& MainWindow::settings()
{
    m_settings.geometry = saveGeometry();
    m_settings.views = arrangementOf(m_stack);
    m_settings.inspectorWidth = m_place->width();
    m_settings.isInspectorClosed = m_place->isClosed();
    m_settings.isEventTableFolded = m_events->isFolded();
    if (!m_settings.isEventTableFolded)
        m_settings.levels = m_down->saveState();
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

} // namespace antecedent::app
