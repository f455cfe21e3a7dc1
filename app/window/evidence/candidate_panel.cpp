// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/candidate_panel.h"

#include "app/window/evidence/evidence_words.h"
#include "app/window/evidence/lag_strip.h"
#include "app/window/evidence/window_matrix.h"
#include "app/window/ledger/ledger_form.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/text.h"

#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kSide = 14;

constexpr std::size_t kMostLeftOut = 300; // shown; the others are counted

enum Column : std::uint8_t { Window, Role, With, Batch, From, To, Value, Records };

QTextBrowser* makeText(const QString& name, const QString& accessibleName, QWidget* parent)
{
    auto* text = new QTextBrowser(parent);
    text->setObjectName(name);
    text->setAccessibleName(accessibleName);
    text->setFrameShape(QFrame::NoFrame);
    text->setOpenLinks(false);
    text->document()->setDocumentMargin(kSide - 4);
    return text;
}

std::vector<TableColumn> windowColumns()
{
    return {{CandidatePanel::tr("Window"), false, true}, {CandidatePanel::tr("Role")},
        {CandidatePanel::tr("Candidate")}, {CandidatePanel::tr("Batch")}, {CandidatePanel::tr("From")},
        {CandidatePanel::tr("To")}, {CandidatePanel::tr("Value"), true}, {CandidatePanel::tr("Records"), true}};
}

QVariant timeKey(Timestamp t)
{
    return QVariant::fromValue(static_cast<qlonglong>(t.time_since_epoch().count()));
}

std::vector<TableCell> windowRow(const WindowUse& use, const SiteTime& times)
{
    TableCell id(toQString(use.id));
    TableCell role(use.isCase ? CandidatePanel::tr("failure") : CandidatePanel::tr("control"), use.isCase ? 0 : 1);
    if (use.isCase)
        id.mark = MarkKind::OtherFailure;
    TableCell exposed(
        use.exposed ? CandidatePanel::tr("● with") : CandidatePanel::tr("○ without"), use.exposed ? 0 : 1);
    if (use.exposed)
        exposed.ink = use.isCase ? Paint::Failure : Paint::Text;
    TableCell from(unknownText());
    TableCell to(unknownText());
    if (use.interval) {
        from = TableCell(times.full(use.interval->begin), timeKey(use.interval->begin));
        to = TableCell(times.full(use.interval->end), timeKey(use.interval->end));
    }
    return {id, role, exposed, use.batch.empty() ? unknownText() : toQString(use.batch), from, to,
        use.value ? TableCell(numberText(*use.value, 'g', 4), *use.value) : TableCell(unknownText(), -1.0),
        TableCell(QString::number(use.records.size()), static_cast<int>(use.records.size()))};
}

} // namespace

CandidatePanel::CandidatePanel(QWidget* parent)
    : QWidget(parent)
    , m_windows(windowColumns())
{
    auto* tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("evidenceDetails"));
    tabs->setAccessibleName(tr("Candidate, for and against"));
    tabs->setDocumentMode(true);
    m_statement = makeText(QStringLiteral("candidateStatement"), tr("Statement of the candidate"), tabs);
    m_reasons = makeText(QStringLiteral("reasons"), tr("For and against"), tabs);
    tabs->addTab(m_statement, tr("Candidate"));
    tabs->addTab(m_reasons, tr("For and against"));
    auto* right = new QWidget(this);
    m_counts = new QLabel(right);
    m_counts->setObjectName(QStringLiteral("windowCounts"));
    m_counts->setWordWrap(true);
    m_counts->setContentsMargins(kSide, 5, kSide, 5);
    auto* views = new QTabWidget(right);
    views->setObjectName(QStringLiteral("windowViews"));
    views->setAccessibleName(tr("Windows of the candidate"));
    views->setDocumentMode(true);
    views->addTab(makePicture(), tr("Matrix and lags"));
    views->addTab(makeTable(), tr("Windows"));
    m_pin = formButton(tr("Pin to a hypothesis…"), QStringLiteral("pinCandidate"),
        tr("Pin the numbers of this candidate, as they are now, to a hypothesis"), right);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, kSide, 0);
    top->addWidget(m_counts, 1);
    top->addWidget(m_pin);
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->setSpacing(0);
    rightLayout->addLayout(top);
    rightLayout->addWidget(views, 1);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(tabs);
    splitter->addWidget(right);
    splitter->setSizes({460, 640});
    splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_pin, &QPushButton::clicked, this, &CandidatePanel::pinWanted);
}

QWidget* CandidatePanel::makePicture()
{
    auto* page = new QWidget(this);
    m_matrix = new WindowMatrix(page);
    m_lags = new LagStrip(page);
    auto* legend = new QLabel(tr("Diamond: failure. Circle or empty: control. Filled: with it. Double click or Enter "
                                 "opens a window in the timeline."),
        page);
    legend->setForegroundRole(QPalette::PlaceholderText);
    legend->setContentsMargins(kSide, 2, kSide, 4);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_matrix, 1);
    layout->addWidget(legend);
    layout->addWidget(m_lags);
    connect(m_matrix, &WindowMatrix::opened, this, &CandidatePanel::openUse);
    connect(m_lags, &LagStrip::edgeMoved, this, &CandidatePanel::edgeMoved);
    connect(m_lags, &LagStrip::edgeDropped, this, &CandidatePanel::edgeDropped);
    connect(m_lags, &LagStrip::edgeReset, this, &CandidatePanel::edgeReset);
    return page;
}

QWidget* CandidatePanel::makeTable()
{
    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("windows"));
    m_table->setAccessibleName(tr("Windows of the candidate"));
    m_table->setModel(&m_windows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setWidths({140, 60, 78, 80, 134, 134, 64, 60});
    m_table->setEmptyText(tr("Choose a candidate; its windows stand here."));
    connect(m_table, &QTableView::activated, this, &CandidatePanel::open);
    return m_table;
}

void CandidatePanel::show(const Evidence* evidence, const Candidate* candidate, const std::string& failure,
    const SiteTime& times, const InvestigationData* snapshot)
{
    m_shown = candidate;
    m_failure = failure;
    m_pin->setEnabled(candidate != nullptr);
    m_uses.clear();
    m_windows.setTheme(themeOf(palette()));
    m_reasons->setHtml(evidence != nullptr ? EvidenceWords::reasonsHtml(*evidence, failure) : QString());
    m_statement->setHtml(candidate != nullptr
            ? EvidenceWords::candidateHtml(*candidate, evidence->analysis.preflight.candidatesTestable)
            : QString());
    if (candidate == nullptr) {
        m_counts->clear();
        m_windows.setRows({});
        m_matrix->setInput({}, nullptr);
        m_lags->setInput({});
        return;
    }
    m_leftOut = evidence->analysis.exclusions.size();
    fillTable(*evidence, *candidate, times);
    const bool isRank = candidate->design == "rank";
    m_matrix->setInput({candidate->windows, failure, isRank}, snapshot);
    const WindowLength& before = evidence->window.before;
    const bool isTime = before.unit == LengthUnit::Wall && candidate->design.starts_with("time");
    m_lags->setInput({candidate->windows, failure, isTime ? std::optional(before.wall) : std::nullopt});
    m_counts->setText(countsText(*candidate));
}

QString CandidatePanel::countsText(const Candidate& candidate) const
{
    return tr("<b>Windows</b>&nbsp; with it %1 of %2 failures, %3 of %4 controls; %5 left out.")
        .arg(candidate.caseExposed)
        .arg(candidate.caseWindows)
        .arg(candidate.controlExposed)
        .arg(candidate.controlWindows)
        .arg(m_leftOut);
}

void CandidatePanel::showRecount(const Candidate* recounted, const InvestigationData* snapshot)
{
    const QString label =
        tr("<b>Exploratory, window %1.</b>").arg(m_lags->edge() ? spanText(*m_lags->edge(), false) : unknownText());
    if (recounted == nullptr) {
        m_counts->setText(
            label + QLatin1Char(' ') + tr("In this window it is not seen before any failure or control."));
        m_lags->setWindows({});
        m_matrix->setInput({}, snapshot);
        return;
    }
    m_counts->setText(label + QLatin1Char(' ')
        + tr("With it %1 of %2 failures, %3 of %4 controls; exact p %5, not adjusted. Let go to assess with it.")
              .arg(recounted->caseExposed)
              .arg(recounted->caseWindows)
              .arg(recounted->controlExposed)
              .arg(recounted->controlWindows)
              .arg(EvidenceWords::probability(recounted->pExact)));
    m_lags->setWindows(recounted->windows);
    m_matrix->setInput({recounted->windows, m_failure, false}, snapshot);
}

void CandidatePanel::fillTable(const Evidence& evidence, const Candidate& candidate, const SiteTime& times)
{
    const auto& windows = candidate.windows;
    for (std::size_t i = 0; i < windows.size(); ++i)
        m_uses.push_back(i);
    // The failure at hand, the other failures, the controls.
    const auto group = [&](std::size_t i) { return !windows[i].isCase ? 2 : windows[i].failure == m_failure ? 0 : 1; };
    std::stable_sort(m_uses.begin(), m_uses.end(), [&](std::size_t a, std::size_t b) { return group(a) < group(b); });
    std::vector<std::vector<TableCell>> rows;
    for (const std::size_t i : m_uses)
        rows.push_back(windowRow(windows[i], times));
    const auto& left = evidence.analysis.exclusions;
    const auto addNote = [&](const QString& name, const QString& role, const QString& note) {
        rows.push_back({name, role, note}); // the note takes the place of the other columns
    };
    for (std::size_t i = 0; i < std::min(left.size(), kMostLeftOut); ++i)
        addNote(toQString(following({left[i].failure, left[i].window})), tr("left out"), toQString(left[i].reason));
    if (left.size() > kMostLeftOut)
        addNote(tr("%1 more").arg(left.size() - kMostLeftOut), tr("left out"), QString());
    m_table->clearSpans();
    m_windows.setRows(std::move(rows));
    const auto hide = [&](Column column, auto isThere) {
        m_table->setColumnHidden(column, std::none_of(windows.begin(), windows.end(), isThere));
    };
    constexpr int kLeast = 140;
    constexpr int kMost = 260;
    constexpr int kMark = 40; // mark and padding
    int width = kLeast;
    for (const WindowUse& use : windows)
        width = std::max(width, kMark + fontMetrics().horizontalAdvance(toQString(use.id)));
    m_table->setColumnWidth(Window, std::min(width, kMost));
    for (int row = static_cast<int>(m_uses.size()); row < m_windows.rowCount(); ++row)
        m_table->setSpan(row, With, 1, Records - With + 1);
    hide(Batch, [](const WindowUse& use) { return !use.batch.empty(); });
    hide(From, [](const WindowUse& use) { return use.interval.has_value(); });
    hide(To, [](const WindowUse& use) { return use.interval.has_value(); });
    hide(Value, [](const WindowUse& use) { return use.value.has_value(); });
}

void CandidatePanel::open(const QModelIndex& index)
{
    const auto row = static_cast<std::size_t>(index.row());
    if (index.isValid() && row < m_uses.size())
        openUse(m_uses[row]);
}

void CandidatePanel::openUse(std::size_t window)
{
    if (m_shown != nullptr && window < m_shown->windows.size() && !m_lags->isMoving())
        Q_EMIT windowWanted(m_shown->windows[window]);
}

} // namespace antecedent::app
