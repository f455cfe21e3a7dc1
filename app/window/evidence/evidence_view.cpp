// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/evidence_view.h"

#include "app/window/evidence/candidate_delegates.h"
#include "app/window/evidence/candidate_filter.h"
#include "app/window/evidence/candidate_panel.h"
#include "app/window/evidence/evidence_words.h"
#include "app/window/evidence/freeze_dialog.h"
#include "app/window/evidence/plan_panel.h"
#include "app/window/shared/finding_label.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/palette.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShowEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kSide = 14;
constexpr int kSettleMs = 250;

QLabel* prepared(QLabel* label, const QString& name)
{
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setContentsMargins(kSide, 6, kSide, 6);
    return label;
}

// Whether all that was done to the file since then is about the plan, so that results stay what they were.
bool hasSameData(const DataPtr& before, const DataPtr& now)
{
    if (!before || !now || before->path != now->path || before->caseInfo.id != now->caseInfo.id
        || before->audit.size() > now->audit.size())
        return false;
    return std::all_of(
        now->audit.begin() + static_cast<std::ptrdiff_t>(before->audit.size()), now->audit.end(), casework::keepsData);
}

} // namespace

EvidenceView::EvidenceView(const Workspace& workspace, QWidget* parent)
    : View(parent)
    , m_workspace(workspace)
    , m_candidates(EvidenceWords::candidateColumns())
    , m_filter(new CandidateFilter(this))
    , m_question(prepared(new QLabel(this), QStringLiteral("evidenceQuestion")))
    , m_numbers(prepared(new QLabel(this), QStringLiteral("preflight")))
    , m_other(new QPushButton(this))
    , m_act(new QPushButton(this))
    , m_plan(new PlanPanel(this))
    , m_pages(new QStackedWidget(this))
{
    m_numbers->setAccessibleName(tr("Pre-flight"));
    m_other->setObjectName(QStringLiteral("otherParameters"));
    m_act->setObjectName(QStringLiteral("freezeAndAssess"));
    m_act->setDefault(true); // primary: filled with the accent
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 4, kSide, 4);
    head->setSpacing(8);
    head->addWidget(m_question, 1);
    head->addWidget(m_other);
    head->addWidget(m_act);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_plan);
    layout->addWidget(m_numbers);
    m_pages->addWidget(makeMessage());
    m_pages->addWidget(makeResults());
    layout->addWidget(m_pages, 1);
    m_settling.setSingleShot(true);
    m_settling.setInterval(kSettleMs);
    connect(&m_settling, &QTimer::timeout, this, [this] { ask(EvidenceWish::Preflight); });
    connect(m_plan, &PlanPanel::edited, this, &EvidenceView::edit);
    connect(m_other, &QPushButton::clicked, this, &EvidenceView::togglePlan);
    connect(m_act, &QPushButton::clicked, this, &EvidenceView::act);
    connect(&workspace.context, &Context::dataChanged, this, &EvidenceView::follow);
    connect(&workspace.context, &Context::questionChanged, this, &EvidenceView::follow);
    connect(&workspace.context, &Context::zoneChanged, this, &EvidenceView::refresh);
    refresh();
}

EvidenceView::~EvidenceView()
{
    m_running.request_stop();
}

QWidget* EvidenceView::makeMessage()
{
    m_message = new QTextBrowser(this);
    m_message->setObjectName(QStringLiteral("evidenceMessage"));
    m_message->setAccessibleName(tr("State of the evidence"));
    m_message->setFrameShape(QFrame::NoFrame);
    m_message->document()->setDocumentMargin(kSide);
    return m_message;
}

QWidget* EvidenceView::makeResults()
{
    auto* page = new QWidget(this);
    m_answer = new FindingLabel(page);
    prepared(m_answer, QStringLiteral("evidenceAnswer"));
    m_answer->setAccessibleName(tr("Finding"));
    makeTable(page);
    QWidget* bar = makeBar(page);
    m_details = new CandidatePanel(page);
    auto* splitter = new QSplitter(Qt::Vertical, page);
    splitter->addWidget(m_table);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_answer);
    layout->addWidget(bar);
    layout->addWidget(splitter, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EvidenceView::showCandidate);
    connect(m_table, &QTableView::activated, this, &EvidenceView::openCandidate);
    connect(m_details, &CandidatePanel::windowWanted, this, &EvidenceView::openWindow);
    connect(m_details, &CandidatePanel::edgeMoved, this, &EvidenceView::moveEdge);
    connect(m_details, &CandidatePanel::edgeDropped, this, &EvidenceView::dropEdge);
    connect(m_details, &CandidatePanel::edgeReset, this, &EvidenceView::showCandidate);
    connect(m_details, &CandidatePanel::pinWanted, this, &EvidenceView::pinCandidate);
    return page;
}

// What is shown of the candidates, and how they leave the window.
QWidget* EvidenceView::makeBar(QWidget* page)
{
    auto* widget = new QWidget(page);
    m_search = new QLineEdit(widget);
    m_search->setObjectName(QStringLiteral("candidateSearch"));
    m_search->setAccessibleName(tr("Find candidates"));
    m_search->setPlaceholderText(tr("Find in all columns"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(170);
    m_kind = new QComboBox(widget);
    m_kind->setObjectName(QStringLiteral("candidateKind"));
    m_kind->setAccessibleName(tr("Kind of candidate"));
    m_kind->setMinimumWidth(170);
    m_verdict = new QComboBox(widget);
    m_verdict->setObjectName(QStringLiteral("candidateVerdict"));
    m_verdict->setAccessibleName(tr("Verdict of candidate"));
    m_verdict->setMinimumWidth(170);
    m_found = new QLabel(widget);
    m_found->setObjectName(QStringLiteral("candidatesFound"));
    auto* bar = new QHBoxLayout(widget);
    bar->setContentsMargins(kSide, 6, kSide, 6);
    bar->setSpacing(8);
    bar->addWidget(m_search);
    bar->addWidget(m_kind);
    bar->addWidget(m_verdict);
    bar->addWidget(m_found);
    bar->addStretch(1);
    const auto button = [&](const QString& text, const QString& tip, const char* name) {
        auto* made = new QPushButton(text, widget);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        made->setObjectName(QString::fromLatin1(name));
        bar->addWidget(made);
        return made;
    };
    connect(button(tr("Copy table"), tr("Copy the candidates as shown, as a table for a document or a spreadsheet"),
                "candidatesCopyTable"),
        &QPushButton::clicked, m_table, &TableView::copyTable);
    connect(button(tr("CSV…"), tr("Write the candidates as shown to a CSV file"), "candidatesCsv"),
        &QPushButton::clicked, this, &EvidenceView::exportShown);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setFilterFixedString(text);
        showFound();
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        std::set<CandidateKind> kinds;
        for (const QVariant& kind : m_kind->currentData().toList())
            kinds.insert(static_cast<CandidateKind>(kind.toInt()));
        m_filter->setKinds(std::move(kinds));
        showFound();
    });
    connect(m_verdict, &QComboBox::currentIndexChanged, this, [this] {
        std::set<Verdict> verdicts;
        for (const QVariant& verdict : m_verdict->currentData().toList())
            verdicts.insert(static_cast<Verdict>(verdict.toInt()));
        m_filter->setVerdicts(std::move(verdicts));
        showFound();
    });
    return widget;
}

void EvidenceView::makeTable(QWidget* page)
{
    m_table = new TableView(page);
    m_table->setObjectName(QStringLiteral("candidates"));
    m_table->setAccessibleName(tr("Candidates"));
    auto* header = new ForestHeader(EvidenceWords::Forest, m_table);
    m_table->setHorizontalHeader(header);
    m_filter->setSourceModel(&m_candidates);
    m_table->setModel(m_filter);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTextElideMode(Qt::ElideMiddle); // class and asset stay legible
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // by place until a header is clicked
    header->setStretchLastSection(false);
    const auto candidate = [this](int row) { return candidateOfRow(row); };
    m_table->viewport()->installEventFilter(this);
    m_table->setItemDelegateForColumn(EvidenceWords::Verdict, new VerdictDelegate(candidate, m_table));
    m_table->setItemDelegateForColumn(EvidenceWords::Forest, new ForestDelegate(candidate, m_table));
}

QString EvidenceView::title() const
{
    return tr("Evidence");
}

QString EvidenceView::badge() const
{
    if (!m_evidence && m_workspace.context.data() && !m_workspace.context.data()->failures.empty())
        return m_workspace.context.plan().isFrozen ? tr("planned") : tr("draft");
    if (!m_evidence)
        return {};
    if (!m_evidence->hasResult)
        return tr("draft");
    if (m_evidence->plan.exploratory)
        return tr("exploratory");
    const FailureAssessment* assessment = m_evidence->assessmentOf(m_failure);
    return assessment != nullptr ? EvidenceWords::contribution(assessment->contribution).toLower() : QString();
}

QString EvidenceView::badgeWords() const
{
    const QString state = badge();
    if (state == tr("draft"))
        return tr("the plan is a draft, nothing is computed yet");
    if (state == tr("planned"))
        return tr("the plan is frozen; open this step to compute its result");
    if (state == tr("exploratory"))
        return tr("exploratory result, not the planned one");
    return state.isEmpty() ? state : tr("contribution %1").arg(state);
}

void EvidenceView::showEvent(QShowEvent* event)
{
    View::showEvent(event);
    if (m_isStale)
        ask(EvidenceWish::Look);
}

bool EvidenceView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == m_table->viewport())
        shareRest();
    return View::eventFilter(watched, event);
}

void EvidenceView::follow()
{
    const DataPtr& snapshot = m_workspace.context.data();
    const Failure* current = m_workspace.context.currentFailure();
    const std::string failure = current != nullptr ? current->id : std::string();
    const std::string classification = current != nullptr ? current->classification : std::string();
    const bool isSentinel = current != nullptr && current->deviation == nullptr;
    const bool isSameCase = snapshot && m_snapshot && snapshot->path == m_snapshot->path
        && snapshot->caseInfo.id == m_snapshot->caseInfo.id;
    const bool isSame = (snapshot == m_snapshot || hasSameData(m_snapshot, snapshot))
        && classification == m_classification && isSentinel == m_isSentinel && failure.empty() == m_failure.empty();
    const bool isNewFailure = failure != m_failure;
    m_snapshot = snapshot;
    m_failure = failure;
    m_classification = classification;
    m_isSentinel = isSentinel;
    resetEdge();
    if (isSame) {
        if (isNewFailure)
            refresh();
        followWindow();
        return;
    }
    m_running.request_stop();
    m_settling.stop();
    ++m_turn;
    m_isAsking = false;
    m_evidence.reset();
    m_preflight.reset();
    m_isPlanOpen = false;
    if (!isSameCase)
        m_draft = {};
    m_isStale = !m_failure.empty();
    refresh();
    if (m_isStale && isVisible())
        ask(EvidenceWish::Look);
}

// The window of the context is edited in the bar or by the plan's fields: a draft takes it, a result stays until the
// other one is asked for, and as planned again brings the planned result back.
void EvidenceView::followWindow()
{
    const Context& context = m_workspace.context;
    if (m_isAsking || !m_evidence || m_failure.empty())
        return;
    const std::optional<WindowOptions> shown = m_plan->window();
    if (m_evidence->hasResult && context.isWindowPlanned()) {
        const bool isOther = m_evidence->plan.exploratory && !m_evidence->isLaterChoice;
        if (isOther || (m_preflight && m_preflight->plan.hash != m_evidence->plan.hash)) {
            m_isPlanOpen = false;
            m_preflight.reset();
            m_draft = {};
            m_settling.stop();
            ++m_turn; // a pre-flight on its way is not wanted any more
            m_plan->setPlan(m_evidence->plan, m_evidence->templates, m_classification);
            if (isOther)
                ask(EvidenceWish::Look);
            else
                refresh();
        }
        return;
    }
    const bool isThere = m_evidence->hasResult && isSameWindow(m_evidence->window, context.window());
    if (isThere || (shown && isSameWindow(*shown, context.window())))
        return;
    m_isPlanOpen = m_evidence->hasResult;
    m_plan->setWindow(context.window());
    settle();
    refresh();
}

EvidenceQuestion EvidenceView::question(EvidenceWish wish) const
{
    return {m_snapshot, m_classification, m_isSentinel, m_draft, wish};
}

void EvidenceView::ask(EvidenceWish wish)
{
    m_isStale = false;
    m_settling.stop();
    m_running.request_stop();
    m_running = std::stop_source();
    m_isAsking = wish != EvidenceWish::Preflight;
    const std::uint64_t turn = ++m_turn;
    const EvidenceQuestion question = this->question(wish);
    refresh();
    const QString name = m_classification.empty() ? toQString(m_failure) : toQString(m_classification);
    m_workspace.jobs.run<Evidence>(
        m_isAsking ? tr("Weighing the evidence for %1").arg(name) : QString(), this,
        [question, running = m_running](const std::stop_token& stop, const ProgressFn& progress) {
            const std::stop_callback forward(stop, [running]() mutable { running.request_stop(); });
            return evidenceOf(question, running.get_token(), progress);
        },
        [this, turn, wish](Result<Evidence> answer) {
            if (turn == m_turn)
                take(wish, std::move(answer));
        });
}

void EvidenceView::take(EvidenceWish wish, Result<Evidence> answer)
{
    m_isAsking = false;
    const bool isPreflight = wish == EvidenceWish::Preflight;
    if (!answer && !isPreflight) {
        m_evidence.reset();
        m_preflight.reset();
        m_isPlanOpen = false;
        refresh();
        const bool isCancelled = answer.error().code == ErrorCode::Cancelled;
        showMessage(QStringLiteral("<p>%1</p>")
                        .arg(isCancelled ? tr("Cancelled.") : toQString(errorPhrase(answer.error())).toHtmlEscaped()));
        m_act->setText(tr("Try again"));
        m_act->show();
    } else if (!answer) {
        m_preflight.reset();
        refresh();
        Q_EMIT failed(answer.error());
    } else if (isPreflight && m_evidence && m_evidence->hasResult) {
        m_preflight = std::move(*answer);
        refresh();
    } else {
        m_evidence = std::move(*answer);
        m_preflight.reset();
        if (!isPreflight)
            m_plan->setPlan(m_evidence->plan, m_evidence->templates, m_classification);
        refresh();
        if (!isPreflight)
            followWindow();
    }
    if (wish == EvidenceWish::Freeze || wish == EvidenceWish::Explore)
        Q_EMIT changed(); // the audit trail is longer
}

void EvidenceView::settle()
{
    m_draft = m_plan->overrides();
    m_numbers->setEnabled(false); // of the plan before the edit
    m_settling.start();
}

void EvidenceView::edit()
{
    settle();
    if (const std::optional<WindowOptions> window = m_plan->window())
        m_workspace.context.setWindow(*window);
}

void EvidenceView::togglePlan()
{
    Context& context = m_workspace.context;
    m_settling.stop();
    if (m_isPlanOpen && !context.isWindowPlanned())
        context.resetWindow(); // what was explored goes with it
    m_isPlanOpen = !m_isPlanOpen && !m_isAsking;
    m_preflight.reset();
    if (m_evidence && !m_isAsking)
        m_plan->setPlan(m_evidence->plan, m_evidence->templates, m_classification);
    if (!m_isAsking && !m_isPlanOpen && m_evidence && m_evidence->plan.exploratory && !m_evidence->isLaterChoice) {
        m_draft = {};
        ask(EvidenceWish::Look);
        return;
    }
    refresh();
}

void EvidenceView::moveEdge(Duration before)
{
    const Candidate* candidate = currentCandidate();
    if (candidate == nullptr || !m_evidence)
        return;
    m_counting.request_stop();
    m_counting = std::stop_source();
    const std::uint64_t turn = ++m_countTurn;
    WindowOptions window = m_evidence->window;
    window.before = wallLength(before);
    window.atLeast.reset();
    window.atMost.reset();
    window.fallback.reset();
    const CandidateName name{candidate->eventClass, candidate->assetId, candidate->assetClass};
    m_workspace.jobs.run<std::optional<Candidate>>(
        QString(), this,
        [question = question(EvidenceWish::Look), window, name, counting = m_counting](
            const std::stop_token& stop, const ProgressFn&) {
            const std::stop_callback forward(stop, [counting]() mutable { counting.request_stop(); });
            return recountOf(question, window, name, counting.get_token());
        },
        [this, turn](Result<std::optional<Candidate>> counted) {
            if (turn == m_countTurn && counted)
                m_details->showRecount(*counted ? &**counted : nullptr, m_snapshot.get());
        });
}

void EvidenceView::dropEdge(Duration before)
{
    if (!m_evidence || !m_evidence->hasResult)
        return;
    resetEdge();
    WindowOptions window = m_evidence->window;
    window.before = wallLength(before);
    window.atLeast.reset();
    window.atMost.reset();
    window.fallback.reset();
    m_workspace.context.setWindow(window);
    if (m_workspace.context.isWindowPlanned()) // back where it was
        return;
    m_plan->setWindow(window);
    m_isPlanOpen = true;
    m_draft = m_plan->overrides();
    ask(EvidenceWish::Explore);
}

void EvidenceView::resetEdge()
{
    m_counting.request_stop();
    ++m_countTurn;
}

void EvidenceView::act()
{
    if (!m_evidence)
        ask(EvidenceWish::Look);
    else if (!m_plan->isValid())
        return;
    else if (m_evidence->isFrozen) {
        m_draft = m_plan->overrides();
        ask(EvidenceWish::Explore);
    } else
        askToFreeze();
}

void EvidenceView::askToFreeze()
{
    auto* dialog = new FreezeDialog(*m_plan, toQString(m_classification), this);
    connect(dialog, &FreezeDialog::templateWanted, m_plan, &PlanPanel::takeTemplate);
    connect(dialog, &QDialog::accepted, this, [this, snapshot = m_snapshot, classification = m_classification] {
        const bool isSame = snapshot == m_snapshot && classification == m_classification;
        if (!isSame || !m_evidence || m_evidence->isFrozen || !m_plan->isValid())
            return;
        m_draft = m_plan->overrides();
        ask(EvidenceWish::Freeze);
    });
    dialog->open();
}

} // namespace antecedent::app
