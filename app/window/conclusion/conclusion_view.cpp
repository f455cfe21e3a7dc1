// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/conclusion/conclusion_view.h"

#include "app/casework/case_ledger.h"
#include "app/window/conclusion/conclusion_panel.h"
#include "app/window/conclusion/conclusion_words.h"
#include "app/window/conclusion/fact_panel.h"
#include "app/window/conclusion/hypothesis_panel.h"
#include "app/window/evidence/evidence_words.h"
#include "app/window/ledger/case_book.h"
#include "app/window/ledger/ledger_form.h"
#include "app/window/shared/finding_label.h"
#include "app/window/shared/table_view.h"
#include "app/window/shared/window_place.h"
#include "model/domain/record_lookup.h"
#include "widgets/common/text.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShowEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kSide = 14;

enum Column : std::uint8_t { Statement, State, For, Against, Neutral };

std::vector<TableColumn> ledgerColumns()
{
    return {{ConclusionView::tr("Hypothesis"), false, true}, {ConclusionView::tr("State")},
        {ConclusionView::tr("For"), true}, {ConclusionView::tr("Against"), true},
        {ConclusionView::tr("Neutral"), true}};
}

std::vector<TableColumn> offerColumns()
{
    return {{ConclusionView::tr("Cause")}, {ConclusionView::tr("Proposed hypothesis"), false, true},
        {ConclusionView::tr("Verdict")}};
}

TableCell countCell(std::size_t count)
{
    return TableCell(QString::number(count), static_cast<int>(count));
}

// Of a record that stands in the ledger. Where a newer export states it differently, the one that it is now.
std::optional<std::uint32_t> eventShown(const InvestigationData& snapshot, const Shown& shown)
{
    const std::optional<RecordId> record = recordIdFromHex(shown.subject);
    const auto time = shown.values.find("time");
    const auto event =
        record ? eventOf(snapshot, *record, time == shown.values.end() ? std::string() : time->second) : std::nullopt;
    const std::string key = casework::lastingKeyOf(shown);
    if (event || key.empty())
        return event;
    const std::vector<FoundRecord> now = findByLastingKey(snapshot.dataset, key);
    return now.size() == 1 ? eventOf(snapshot, now.front().id, formatUtc(now.front().time)) : std::nullopt;
}

} // namespace

ConclusionView::ConclusionView(const Workspace& workspace, QWidget* parent)
    : View(parent)
    , m_workspace(workspace)
    , m_hypotheses(ledgerColumns())
    , m_offers(offerColumns())
    , m_outcome(new FindingLabel(this))
    , m_note(new QLabel(this))
    , m_table(new TableView(this))
    , m_offerTable(new TableView(this))
    , m_pages(new QStackedWidget(this))
    , m_hypothesis(new HypothesisPanel(workspace, this))
    , m_facts(new FactPanel(workspace, this))
    , m_conclusion(new ConclusionPanel(workspace, this))
{
    for (QWidget* page :
        {static_cast<QWidget*>(m_hypothesis), static_cast<QWidget*>(m_facts), static_cast<QWidget*>(m_conclusion)})
        m_pages->addWidget(page);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(makeLedger());
    splitter->addWidget(m_pages);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({430, 430});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(splitter, 1);
    connect(m_hypothesis, &HypothesisPanel::evidenceOpened, this, &ConclusionView::openEvidence);
    connect(m_facts, &FactPanel::failed, this, &View::failed);
    connect(m_facts, &FactPanel::told, this, &View::told);
    connect(&workspace.book, &CaseBook::changed, this, &ConclusionView::refresh);
    connect(&workspace.book, &CaseBook::written, this, [this](const LedgerEntry& entry) {
        if (entry.after && std::holds_alternative<Hypothesis>(*entry.after))
            choose(entry.item);
    });
    connect(&workspace.context, &Context::dataChanged, this, &ConclusionView::follow);
    connect(&workspace.context, &Context::questionChanged, this, &ConclusionView::follow);
    connect(&workspace.context, &Context::zoneChanged, this, &ConclusionView::refresh);
    addHypothesis();
    follow();
}

ConclusionView::~ConclusionView()
{
    m_running.request_stop();
}

QWidget* ConclusionView::makeHead()
{
    auto* head = new QWidget(this);
    m_outcome->setObjectName(QStringLiteral("recordedConclusion"));
    m_outcome->setAccessibleName(tr("Recorded conclusion"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextFormat(Qt::RichText);
    m_outcome->setContentsMargins(kSide, 6, kSide, 6);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 4, kSide, 4);
    layout->setSpacing(6);
    layout->addWidget(m_outcome, 1);
    const auto add = [&](const QString& text, const char* name, const QString& tip, auto act) {
        QPushButton* button = formButton(text, QString::fromLatin1(name), tip, head);
        connect(button, &QPushButton::clicked, this, act);
        layout->addWidget(button);
        m_actions.push_back(button);
    };
    add(tr("New hypothesis"), "newHypothesis", tr("Write down what may have caused it"), [this] {
        addHypothesis();
        m_hypothesis->focusForm();
    });
    add(tr("Facts"), "showFacts", tr("Manual facts: interview, inspection, test, paper log"), [this] {
        showPage(m_facts);
        m_facts->focusForm();
    });
    add(tr("Conclude"), "conclude", tr("Record the conclusion with its grade and rationale"), [this] {
        m_conclusion->showAnew();
        showPage(m_conclusion);
    });
    return head;
}

QWidget* ConclusionView::makeLedger()
{
    constexpr int kLeast = 350; // or statements become columns of words
    auto* side = new QWidget(this);
    side->setMinimumWidth(kLeast);
    m_table->setObjectName(QStringLiteral("hypotheses"));
    m_table->setAccessibleName(tr("Hypotheses by group of causes"));
    m_table->setModel(&m_hypotheses);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setWidths({200, 80, 32, 54, 52});
    m_table->setWordWrap(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(Statement, QHeaderView::Stretch);
    m_table->setEmptyText(tr("No investigation is open."));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ConclusionView::showChosen);
    connect(m_table, &QTableView::clicked, this, &ConclusionView::showChosen);
    auto* splitter = new QSplitter(Qt::Vertical, side);
    splitter->addWidget(m_table);
    splitter->addWidget(makeProposals(splitter));
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    return side;
}

QWidget* ConclusionView::makeProposals(QWidget* parent)
{
    auto* box = new QWidget(parent);
    m_note->setObjectName(QStringLiteral("proposalNote"));
    m_note->setWordWrap(true);
    m_offerTable->setObjectName(QStringLiteral("proposals"));
    m_offerTable->setAccessibleName(tr("Hypotheses that the evidence suggests"));
    m_offerTable->setModel(&m_offers);
    m_offerTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_offerTable->setWidths({70, 200, 108});
    m_offerTable->setWordWrap(true);
    m_offerTable->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_offerTable->horizontalHeader()->setStretchLastSection(false);
    m_offerTable->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_take = formButton(tr("Take over"), QStringLiteral("takeOver"),
        tr("Put the proposal into the form; nothing is kept until Add is pressed"), box);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(kSide, 6, kSide, 0);
    bar->addWidget(m_note, 1);
    bar->addWidget(m_take);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(bar);
    layout->addWidget(m_offerTable, 1);
    connect(m_take, &QPushButton::clicked, this, &ConclusionView::takeOver);
    connect(m_offerTable, &QTableView::activated, this, &ConclusionView::takeOver);
    return box;
}

QString ConclusionView::title() const
{
    return tr("Conclusion");
}

QString ConclusionView::badge() const
{
    const Ledger& ledger = m_workspace.book.ledger();
    if (const Conclusion* conclusion = ledger.conclusionFor(failure()))
        return conclusion->grade == Grade::NotDetermined ? tr("open") : tr("concluded");
    const std::vector<const Hypothesis*> all = ledger.hypothesesFor(failure());
    return all.empty() ? QString() : QString::number(all.size());
}

QString ConclusionView::badgeWords() const
{
    const Ledger& ledger = m_workspace.book.ledger();
    const Conclusion* conclusion = ledger.conclusionFor(failure());
    const QString hypotheses = tr("%n hypotheses", nullptr, static_cast<int>(ledger.hypothesesFor(failure()).size()));
    if (conclusion == nullptr)
        return tr("%1, no conclusion yet").arg(hypotheses);
    return conclusion->grade == Grade::NotDetermined ? tr("%1, cause not determined").arg(hypotheses)
                                                     : tr("%1, concluded").arg(hypotheses);
}

void ConclusionView::showEvent(QShowEvent* event)
{
    View::showEvent(event);
    askProposals();
}

std::string ConclusionView::failure() const
{
    const Failure* now = m_workspace.context.currentFailure();
    return now == nullptr ? std::string() : now->id;
}

void ConclusionView::follow()
{
    if (m_hypothesis->isBlank()) {
        Hypothesis draft;
        draft.failure = failure();
        m_hypothesis->showNew(draft); // of the failure that is at hand now
    }
    refresh();
    askProposals();
}

void ConclusionView::refresh()
{
    for (QPushButton* button : m_actions)
        button->setEnabled(m_workspace.context.data() != nullptr);
    showOutcome();
    fillHypotheses();
    fillProposals();
    m_hypothesis->refresh();
    m_facts->refresh();
    m_conclusion->refresh();
    Q_EMIT badgeChanged();
}

void ConclusionView::showOutcome()
{
    const Ledger& ledger = m_workspace.book.ledger();
    const Conclusion* conclusion = ledger.conclusionFor(failure());
    m_outcome->setStrong(conclusion != nullptr && conclusion->grade != Grade::NotDetermined);
    if (conclusion != nullptr) {
        const LedgerEntry* made = ledger.lastEntryOf(idOf(*conclusion));
        m_outcome->setText(
            QStringLiteral("<b>%1</b> — %2<br><small>%3</small>")
                .arg(ConclusionWords::grade(conclusion->grade), toQString(conclusion->rationale).toHtmlEscaped(),
                    tr("On %1, recorded by %2, %3. Not signed.")
                        .arg(ConclusionWords::scope(conclusion->failure), toQString(made->by),
                            m_workspace.context.times().full(made->at, 0))
                        .toHtmlEscaped()));
        return;
    }
    const bool isClosed = m_workspace.context.data() && !m_workspace.context.data()->caseInfo.open;
    m_outcome->setText(ledger.hypothesesFor(failure()).empty()
            ? QStringLiteral("<b>%1</b> %2")
                  .arg(tr("No hypothesis yet."),
                      isClosed ? tr("The case is closed.")
                               : tr("Take over a proposal below or write one at the right; then pin records for and "
                                    "against it, from any view."))
            : QStringLiteral("<b>%1</b> %2")
                  .arg(tr("No conclusion on %1 is recorded.").arg(ConclusionWords::scope(failure())).toHtmlEscaped(),
                      isClosed ? tr("The case is closed.") : QString()));
}

void ConclusionView::fillHypotheses()
{
    const Ledger& ledger = m_workspace.book.ledger();
    m_rows.clear();
    m_groups.clear();
    std::vector<std::vector<TableCell>> rows;
    if (m_workspace.context.data())
        for (const CauseGroup group : kAllGroups) {
            TableCell name(tr("%1 — %2").arg(ConclusionWords::group(group), ConclusionWords::groupHint(group)));
            name.ink = Paint::TextSecondary;
            rows.push_back({name});
            m_rows.emplace_back();
            m_groups.push_back(group);
            for (const Hypothesis* h : ledger.hypothesesFor(failure())) {
                if (h->group != group)
                    continue;
                TableCell statement(toQString(h->id + ": " + h->statement));
                statement.tip = tr("%1, of %2: %3")
                                    .arg(toQString(h->id), ConclusionWords::scope(h->failure), toQString(h->statement));
                TableCell state(ConclusionWords::state(h->state), static_cast<int>(h->state));
                if (h->state == HypothesisState::RuledOut)
                    statement.ink = state.ink = Paint::TextMuted;
                rows.push_back({statement, state, countCell(ledger.count(h->id, EvidenceSide::For)),
                    countCell(ledger.count(h->id, EvidenceSide::Against)),
                    countCell(ledger.count(h->id, EvidenceSide::Neutral))});
                m_rows.push_back(h->id);
                m_groups.push_back(group);
            }
        }
    const QSignalBlocker quiet(m_table->selectionModel());
    m_table->clearSpans();
    m_hypotheses.setTheme(themeOf(palette()));
    m_hypotheses.setRows(std::move(rows));
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].empty())
            m_table->setSpan(static_cast<int>(i), 0, 1, Neutral + 1);
    const auto shown = std::find(m_rows.begin(), m_rows.end(), m_hypothesis->shown());
    if (!m_hypothesis->shown().empty() && shown != m_rows.end())
        m_table->selectRow(static_cast<int>(shown - m_rows.begin()));
    else if (!m_hypothesis->shown().empty())
        addHypothesis(); // what was shown is taken back, or is of another failure
}

void ConclusionView::choose(const std::string& hypothesis)
{
    const auto row = std::find(m_rows.begin(), m_rows.end(), hypothesis);
    if (row == m_rows.end())
        return;
    m_hypothesis->show(hypothesis);
    m_table->selectRow(static_cast<int>(row - m_rows.begin()));
}

void ConclusionView::showChosen()
{
    const auto row = static_cast<std::size_t>(m_table->currentIndex().row());
    if (!m_table->currentIndex().isValid() || row >= m_rows.size())
        return;
    if (m_rows[row].empty()) {
        Hypothesis draft;
        draft.failure = failure();
        draft.group = m_groups[row];
        m_hypothesis->showNew(draft);
    } else {
        m_hypothesis->show(m_rows[row]);
    }
    showPage(m_hypothesis);
}

void ConclusionView::showPage(QWidget* page)
{
    m_pages->setCurrentWidget(page);
}

void ConclusionView::addHypothesis()
{
    Hypothesis draft;
    draft.failure = failure();
    m_hypothesis->showNew(draft);
    showPage(m_hypothesis);
}

void ConclusionView::askProposals()
{
    const DataPtr& snapshot = m_workspace.context.data();
    const Deviation* deviation = m_workspace.context.currentDeviation();
    if (!snapshot || deviation == nullptr || !isVisible())
        return;
    if (m_evidence && m_snapshot == snapshot && m_evidenceOf == deviation->classification)
        return;
    m_running.request_stop();
    m_running = std::stop_source();
    m_evidence.reset();
    m_snapshot = snapshot;
    m_evidenceOf = deviation->classification;
    const std::uint64_t turn = ++m_turn;
    const EvidenceQuestion question{snapshot, deviation->classification, false, {}, EvidenceWish::Look};
    fillProposals();
    m_workspace.jobs.run<Evidence>(
        tr("Looking for hypotheses in the evidence"), this,
        [question, running = m_running](const std::stop_token& stop, const ProgressFn& progress) {
            const std::stop_callback forward(stop, [running]() mutable { running.request_stop(); });
            return evidenceOf(question, running.get_token(), progress);
        },
        [this, turn](Result<Evidence> answer) {
            if (turn != m_turn)
                return;
            if (answer)
                m_evidence = std::move(*answer);
            else if (answer.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(answer.error());
            fillProposals();
        });
}

void ConclusionView::fillProposals()
{
    m_proposals.clear();
    std::vector<std::vector<TableCell>> rows;
    const FailureAssessment* assessment = m_evidence ? m_evidence->assessmentOf(failure()) : nullptr;
    if (assessment != nullptr)
        for (const casework::Proposal& proposal :
            casework::proposalsFrom(m_evidence->analysis, *assessment, m_workspace.book.ledger())) {
            TableCell statement(toQString(proposal.statement));
            statement.tip = toQString(proposal.candidate->statement);
            rows.push_back({ConclusionWords::group(proposal.hypothesis.group), statement,
                EvidenceWords::verdict(proposal.candidate->verdict)});
            Hypothesis taken = proposal.hypothesis;
            taken.statement = windowLexicon().say(proposal.statement);
            taken.ifFalse = windowLexicon().say(proposal.ifFalse);
            m_proposals.push_back(std::move(taken));
        }
    m_offers.setTheme(themeOf(palette()));
    m_offers.setRows(std::move(rows));
    const bool hasAny = !m_proposals.empty();
    m_take->setEnabled(hasAny && m_workspace.book.isOpen());
    if (hasAny && !m_offerTable->currentIndex().isValid())
        m_offerTable->selectRow(0);
    m_note->setText(tr("<b>Proposed by the evidence</b>, kept only if you take one over"));
    m_offerTable->setEmptyText(failure().empty() ? tr("Choose a failure above.")
            : m_workspace.context.currentDeviation() == nullptr
            ? tr("Hypotheses are proposed for deviations, not for events that were chosen as failures.")
            : !m_evidence ? tr("The evidence is being weighed …")
            : !m_evidence->hasResult
            ? tr("The plan is a draft. Freeze it in Evidence (Ctrl+6); what it finds is offered here.")
            : tr("The evidence suggests no hypothesis that is not in the ledger."));
}

void ConclusionView::takeOver()
{
    const auto row = static_cast<std::size_t>(m_offerTable->currentIndex().row());
    if (!m_offerTable->currentIndex().isValid() || row >= m_proposals.size())
        return;
    m_hypothesis->showNew(m_proposals[row]);
    showPage(m_hypothesis);
    m_hypothesis->focusForm();
}

void ConclusionView::openEvidence(const Shown& shown, bool inTimeline)
{
    const DataPtr& snapshot = m_workspace.context.data();
    if (!snapshot)
        return;
    if (shown.kind != ShownKind::Record) {
        Q_EMIT told(toQString(shown.words));
        return;
    }
    // Over all records, where a newer export states it differently by now.
    m_workspace.jobs.run<std::optional<std::uint32_t>>(
        QString(), this,
        [snapshot, shown](const std::stop_token&, const ProgressFn&) -> Result<std::optional<std::uint32_t>> {
            return eventShown(*snapshot, shown);
        },
        [this, snapshot, words = toQString(shown.words), inTimeline](Result<std::optional<std::uint32_t>> event) {
            if (snapshot != m_workspace.context.data())
                return;
            if (!event || !*event)
                Q_EMIT told(tr("%1 has no place on the time axis.").arg(words));
            else
                selectEvent(**event, inTimeline);
        });
}

void ConclusionView::selectEvent(std::uint32_t event, bool inTimeline)
{
    m_workspace.context.select(event);
    if (!inTimeline)
        return;
    const Timestamp at{Duration(m_workspace.context.data()->context.events.onsetUs[event])};
    m_workspace.context.showInterval({at - std::chrono::hours(1), at + std::chrono::hours(1)});
}

} // namespace antecedent::app
