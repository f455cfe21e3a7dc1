// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sequences/sequences_view.h"

#include "app/window/sequences/sequence_files.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/text.h"
#include "widgets/sequence/sequence_widget.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QSplitter>

#include <algorithm>
#include <cmath>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kMostNodes = 40;
constexpr int kUsualNodes = 12;
constexpr int kSideWidth = 330;
constexpr double kNarrowest = 720; // px of a graph
constexpr int kSettleMs = 120;

QString spanOf(double seconds, bool isSigned)
{
    return spanText(Duration(static_cast<std::int64_t>(std::llround(seconds * 1e6))), isSigned);
}

QString classesText(int count)
{
    return SequencesView::tr("%1 classes", nullptr, pluralOf(count)).arg(count);
}

QString orderText(EdgeOrder order)
{
    switch (order) {
    case EdgeOrder::Certain:
        return SequencesView::tr("certain");
    case EdgeOrder::Likely:
        return SequencesView::tr("likely");
    case EdgeOrder::Undetermined:
        return SequencesView::tr("undetermined: the clocks don't tell");
    }
    return {};
}

} // namespace

SequencesView::SequencesView(const Workspace& workspace, QWidget* parent)
    : View(parent)
    , m_workspace(workspace)
    , m_windows({{tr("Window"), false, true}, {tr("Times"), true}, {tr("Last"), true}, {tr("Gap"), true}})
{
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Sequence graph"));
    m_scroll->setBackgroundRole(QPalette::Base);
    m_graph = new SequenceWidget(m_scroll);
    m_scroll->setWidget(m_graph);
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(m_scroll);
    across->addWidget(makeSide());
    across->setStretchFactor(0, 4); // the names of windows may be long
    across->setStretchFactor(1, 1);
    across->setSizes({900, kSideWidth});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(across, 1);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &SequencesView::refresh);
    connect(m_graph, &SequenceWidget::chosen, this, &SequencesView::showChoice);
    connect(m_graph, &SequenceWidget::opened, this, &SequencesView::openWindow);
    connect(&workspace.context, &Context::dataChanged, this, &SequencesView::refresh);
    connect(&workspace.context, &Context::questionChanged, this, [this] {
        m_wantedSupport = 0;
        refresh();
    });
    connect(&workspace.context, &Context::zoneChanged, this, &SequencesView::showChoice);
    refresh();
}

QString SequencesView::title() const
{
    return tr("Sequences");
}

QWidget* SequencesView::makeBar()
{
    auto* widget = new QWidget(this);
    auto* bar = new QHBoxLayout(widget);
    bar->setContentsMargins(14, 4, 14, 4);
    bar->setSpacing(6);
    m_mode = new QButtonGroup(this);
    const auto mode = [&](SequenceMode which, const QString& text, const QString& tip, const QString& name) {
        auto* button = new QPushButton(text, widget);
        button->setCheckable(true);
        button->setToolTip(tip);
        button->setObjectName(name);
        button->setAccessibleName(tip);
        m_mode->addButton(button, static_cast<int>(which));
        bar->addWidget(button);
    };
    mode(SequenceMode::OneFailure, tr("This failure"), tr("Records of the window of this failure"),
        QStringLiteral("sequencesOne"));
    mode(SequenceMode::AllFailures, tr("All failures"), tr("Classes before all failures of this classification"),
        QStringLiteral("sequencesAll"));
    mode(SequenceMode::MinusControls, tr("Failures − controls"),
        tr("Only what stands before failures more often than in their controls"), QStringLiteral("sequencesMinus"));
    m_mode->button(static_cast<int>(SequenceMode::MinusControls))->setChecked(true);
    bar->addSpacing(14);
    const auto slider = [&](const QString& name, const QString& tip, int most, int value, QLabel*& text) {
        auto* label = new QLabel(name, widget);
        auto* made = new QSlider(Qt::Horizontal, widget);
        made->setRange(1, most);
        made->setValue(value);
        made->setFixedWidth(96);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        label->setBuddy(made);
        text = new QLabel(widget);
        text->setMinimumWidth(52);
        bar->addWidget(label);
        bar->addWidget(made);
        bar->addWidget(text);
        return made;
    };
    m_support = slider(tr("Support"), tr("Failures that a class or an order needs to be drawn"), 1, 1, m_supportText);
    m_support->setObjectName(QStringLiteral("sequencesSupport"));
    m_top = slider(tr("Top"), tr("Classes that are drawn at most"), kMostNodes, kUsualNodes, m_topText);
    m_top->setObjectName(QStringLiteral("sequencesTop"));
    bar->addStretch(1);
    addBrush(bar);
    m_save = new QPushButton(tr("Save"), widget);
    m_save->setToolTip(tr("The picture as seen, or the whole graph"));
    auto* menu = new QMenu(m_save);
    for (const QString& format : {QStringLiteral("svg"), QStringLiteral("png"), QStringLiteral("dot"),
             QStringLiteral("graphml"), QStringLiteral("json")})
        menu->addAction(format.toUpper(), this, [this, format] { save(format); });
    m_save->setMenu(menu);
    bar->addWidget(m_save);
    connect(m_mode, &QButtonGroup::idClicked, this, &SequencesView::refresh);
    connect(m_support, &QSlider::valueChanged, this, [this](int value) {
        m_wantedSupport = value;
        m_supportText->setText(QStringLiteral("≥ %1").arg(value));
        m_settle.start();
    });
    connect(m_top, &QSlider::valueChanged, this, [this](int value) {
        m_topText->setText(classesText(value));
        m_settle.start();
    });
    m_topText->setText(classesText(kUsualNodes));
    return widget;
}

// The stretch that is looked at, as on the axis: the usual ones by menu, and all of the window again.
void SequencesView::addBrush(QHBoxLayout* bar)
{
    m_brush = new QPushButton(this);
    m_brush->setObjectName(QStringLiteral("sequencesBrush"));
    m_brush->setToolTip(tr("Stretch of time to the failure that is counted, here and marked in the timeline. Drag on "
                           "the axis, or Shift with the arrow keys"));
    auto* menu = new QMenu(m_brush);
    menu->addAction(tr("All of the window"), this, [this] { m_workspace.context.setBrush(std::nullopt); });
    for (const int hours : {72, 24, 12, 6, 1})
        menu->addAction(hours == 1 ? tr("Last hour") : tr("Last %1 hours").arg(hours), this, [this, hours] {
            m_workspace.context.setBrush(TimeBrush{-Duration(std::chrono::hours(hours)), {}});
        });
    m_brush->setMenu(menu);
    bar->addWidget(m_brush);
    connect(m_graph, &SequenceWidget::brushed, this, [this](const SequenceWidget::Brush& brush) {
        const auto us = [](double seconds) { return Duration(std::llround(seconds * 1e6)); };
        m_workspace.context.setBrush(
            brush ? std::optional(TimeBrush{us(brush->first), us(brush->second)}) : std::nullopt);
    });
    connect(&m_workspace.context, &Context::brushChanged, this, [this] {
        showBrush();
        refresh();
    });
    showBrush();
}

void SequencesView::showBrush()
{
    const std::optional<TimeBrush>& brush = m_workspace.context.brush();
    m_graph->setBrush(brush ? SequenceWidget::Brush({toSeconds(brush->from), toSeconds(brush->to)}) : std::nullopt);
    const QString words = brush ? tr("%1 to %2")
                                      .arg(spanText(brush->from, true),
                                          brush->to == Duration{} ? QStringLiteral("0") : spanText(brush->to, true))
                                : tr("all");
    m_brush->setText(tr("Brush: %1").arg(words));
    m_brush->setAccessibleName(tr("Time brush: %1").arg(words));
}

QWidget* SequencesView::makeSide()
{
    auto* side = new QWidget(this);
    side->setMinimumWidth(260);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 10, 0, 10);
    m_chosen = new QLabel(side);
    m_chosen->setObjectName(QStringLiteral("sequencesChosen"));
    m_chosen->setContentsMargins(14, 0, 14, 0);
    m_chosen->setWordWrap(true);
    QFont strong = m_chosen->font();
    strong.setPixelSize(13);
    strong.setWeight(QFont::DemiBold);
    m_chosen->setFont(strong);
    m_counts = new QLabel(side);
    m_counts->setObjectName(QStringLiteral("sequencesCounts"));
    m_counts->setAccessibleName(tr("What the graph counts"));
    m_counts->setContentsMargins(14, 0, 14, 0);
    m_counts->setWordWrap(true);
    m_counts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_table = new TableView(side);
    m_table->setObjectName(QStringLiteral("sequencesWindows"));
    m_table->setAccessibleName(tr("Windows of the chosen class or order"));
    m_table->setModel(&m_windows);
    m_table->setWidths({112, 46, 96, 56});
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_open = new QPushButton(tr("Open in timeline"), side);
    m_open->setObjectName(QStringLiteral("sequencesOpen"));
    m_open->setToolTip(tr("Show this window in the timeline (Enter)"));
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(14, 0, 14, 0);
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    layout->addWidget(m_chosen);
    layout->addWidget(m_counts);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(m_open, &QPushButton::clicked, this, &SequencesView::openWindow);
    connect(m_table, &QTableView::activated, this, &SequencesView::openWindow);
    return side;
}

void SequencesView::showEvent(QShowEvent* event)
{
    View::showEvent(event);
    refresh();
}

void SequencesView::resizeEvent(QResizeEvent* event)
{
    View::resizeEvent(event);
    m_settle.start();
}

void SequencesView::refresh()
{
    const DataPtr snapshot = m_workspace.context.data();
    const auto failure = m_workspace.context.failure();
    if (!snapshot || !failure) {
        m_asked.reset();
        m_answer.reset();
        showEmpty(tr("Choose a failure first; what came before it stands here."));
        return;
    }
    if (!isVisible())
        return;
    const double width = std::max(
        kNarrowest, static_cast<double>(m_scroll->width() - m_scroll->verticalScrollBar()->sizeHint().width()));
    const SequencesQuestion question{snapshot, *failure, m_workspace.context.window(),
        static_cast<SequenceMode>(m_mode->checkedId()), m_wantedSupport, m_top->value(), width,
        toUtf8(m_workspace.context.filter()), m_workspace.context.brush()};
    if (m_asked == question)
        return;
    SequencesMemory memory;
    if (m_answer && m_answer->asked.isAlignedLike(question))
        memory.alignment = m_answer->alignment;
    if (m_answer && m_answer->asked.snapshot == snapshot && m_answer->asked.filter == question.filter)
        memory.shown = m_answer->shown;
    const std::string kind = snapshot->path + '\n' + snapshot->caseInfo.id + '\n'
        + std::to_string(static_cast<int>(question.mode)) + '\n' + snapshot->failures[*failure].classification;
    if (m_rowsOf != kind) {
        m_rows.clear();
        m_rowsOf = kind;
    }
    if (question.mode != SequenceMode::OneFailure)
        memory.rows = m_rows;
    m_asked = question;
    m_workspace.jobs.run<Sequences>(
        memory.alignment ? QString() : tr("Sequences before %1").arg(toQString(snapshot->failures[*failure].id)), this,
        [question, memory](const std::stop_token& stop, const ProgressFn& progress) {
            return computeSequences(question, memory, stop, progress);
        },
        [this, question](Result<Sequences> made) {
            if (m_asked == question)
                answer(std::move(made));
        });
}

void SequencesView::answer(Result<Sequences> made)
{
    if (made) {
        m_answer = std::move(*made);
        if (m_answer->asked.mode != SequenceMode::OneFailure)
            for (const auto& [id, row] : m_answer->rows)
                m_rows[id] = row; // also of those that are gone now and may come back
        showAnswer();
        return;
    }
    m_asked.reset(); // asked again when the view is shown again
    m_answer.reset();
    if (made.error().code == ErrorCode::InvalidFilter) {
        showEmpty(tr("The filter is not valid (%1); correct it in the bar above or below.")
                      .arg(toQString(made.error().detail)));
        return;
    }
    showEmpty(tr("The sequences were not computed; leave this step and come back to compute them again."));
    Q_EMIT failed(made.error());
}

QString SequencesView::footText() const
{
    const SequenceLayout& layout = m_answer->picture->layout;
    const SequenceGraph& graph = *m_answer->picture->graph;
    QStringList words;
    words << tr("Folded: %1 classes and %2 orders below support %3 or outside the top %4%5.")
                 .arg(layout.foldedNodes + graph.droppedNodes())
                 .arg(layout.foldedEdges + graph.droppedEdges())
                 .arg(m_answer->support)
                 .arg(m_answer->asked.top)
                 .arg(m_answer->asked.mode == SequenceMode::MinusControls
                         ? tr(", or not more frequent than in controls")
                         : QString());
    if (!m_answer->asked.filter.empty())
        words << tr("Only records that match the filter.");
    if (m_answer->asked.brush)
        words << tr("Only records in the brushed time.");
    if (m_answer->excludedFailures > 0)
        words << tr(
            "%1 failures of this classification are left out (%2).", nullptr, pluralOf(m_answer->excludedFailures))
                     .arg(m_answer->excludedFailures)
                     .arg(toQString(m_answer->firstReason));
    return words.join(QLatin1Char(' '));
}

void SequencesView::showAnswer()
{
    const bool isOne = m_answer->asked.mode == SequenceMode::OneFailure;
    {
        const QSignalBlocker quiet(m_support);
        m_support->setRange(1, std::max(1, m_answer->failures));
        m_support->setValue(m_answer->support);
        m_support->setEnabled(!isOne && m_answer->failures > 1);
        m_supportText->setText(QStringLiteral("≥ %1").arg(m_answer->support));
    }
    m_save->setEnabled(m_answer->picture.has_value());
    if (m_answer->picture) {
        m_graph->setPicture(m_answer->picture, footText());
        return;
    }
    const QString reason = toQString(m_answer->firstReason);
    showEmpty(m_answer->failures == 0 && !reason.isEmpty()
            ? tr("No window can be used (%1). Choose another length before the failure.").arg(reason)
            : m_answer->asked.brush || !m_answer->asked.filter.empty()
            ? tr("Nothing that the brush and the filter choose stands before the failure with this support. Choose all "
                 "of the window under Brush, clear the filter, or lower the support.")
            : tr("Nothing stands before the failure with this support. Lower the support, lengthen the window, or look "
                 "at all failures without subtracting controls."));
}

void SequencesView::showEmpty(const QString& sentence)
{
    m_save->setEnabled(false);
    m_graph->setEmptyText(sentence);
    m_graph->setPicture(std::nullopt, {});
    m_graph->resize(m_scroll->viewport()->size());
}

std::vector<SequenceWindow> SequencesView::chosenWindows() const
{
    const SequenceChoice& choice = m_graph->choice();
    if (!m_answer || !m_answer->picture || choice.isNone())
        return {};
    const SequencePicture& picture = *m_answer->picture;
    std::vector<SequenceWindow> windows = choice.node >= 0
        ? picture.graph->windowsOfNode(picture.layout.nodes[static_cast<std::size_t>(choice.node)].node)
        : picture.graph->windowsOfEdge(picture.layout.edges[static_cast<std::size_t>(choice.edge)].edge);
    std::stable_partition(windows.begin(), windows.end(), [](const SequenceWindow& w) { return w.isCase; });
    return windows;
}

void SequencesView::showChoice()
{
    const std::vector<SequenceWindow> windows = chosenWindows();
    const SequenceChoice& choice = m_graph->choice();
    m_open->setEnabled(!windows.empty());
    m_windows.setTheme(themeOf(palette()));
    m_table->setEmptyText(tr("Click a class or an order to see the windows that it counts."));
    if (windows.empty()) {
        m_chosen->setText(tr("Nothing chosen"));
        m_counts->clear();
        m_windows.setRows({});
        return;
    }
    const SequenceGraph& graph = *m_answer->picture->graph;
    const auto counted = [&](int cases, int caseTotal, int controls, int controlTotal) {
        return tr("%1 of %2 failures, %3 of %4 controls").arg(cases).arg(caseTotal).arg(controls).arg(controlTotal);
    };
    if (choice.node >= 0) {
        const SequenceNode& node =
            graph.nodes()[m_answer->picture->layout.nodes[static_cast<std::size_t>(choice.node)].node];
        m_chosen->setText(node.isFailure ? tr("The failure") : toQString(node.label));
        QString text = counted(node.caseWindows, node.caseCovered, node.controlWindows, node.controlCovered);
        if (!node.isFailure && node.medianOffsetS)
            text += tr("\nLast onset: median %1 before the failure").arg(spanOf(-*node.medianOffsetS, false));
        m_counts->setText(text);
    } else {
        const SequenceEdge& edge =
            graph.edges()[m_answer->picture->layout.edges[static_cast<std::size_t>(choice.edge)].edge];
        m_chosen->setText(toQString(graph.nodes()[edge.from].label) + QStringLiteral(" → ")
            + toQString(graph.nodes()[edge.to].label));
        QString text = counted(edge.caseWindows, graph.caseWindows(), edge.controlWindows, graph.controlWindows());
        if (edge.medianGapS)
            text += tr("\nGap: median %1, quartiles %2 to %3")
                        .arg(spanOf(*edge.medianGapS, false), spanOf(*edge.lowerQuartileGapS, false),
                            spanOf(*edge.upperQuartileGapS, false));
        m_counts->setText(text + tr("\nOrder: %1").arg(orderText(edge.order)));
    }
    std::vector<std::vector<TableCell>> rows;
    for (const SequenceWindow& window : windows) {
        const AlignedWindow& aligned = m_answer->alignment->windows[window.window];
        TableCell name((window.isCase ? QString() : QStringLiteral("○ ")) + toQString(aligned.id));
        if (window.isCase)
            name.mark = MarkKind::Failure;
        name.tip = (window.isCase ? tr("failure %1, %2") : tr("control %1, %2"))
                       .arg(toQString(aligned.id), m_workspace.context.times().full(aligned.anchor));
        rows.push_back({name, QString::number(window.times),
            choice.node < 0 || window.event ? spanOf(window.lastOffsetS, true) : unknownText(),
            window.lastGapS ? spanOf(*window.lastGapS, false) : unknownText()});
    }
    m_windows.setRows(std::move(rows));
    m_table->setCurrentIndex(m_windows.index(0, 0));
}

void SequencesView::openWindow()
{
    const std::vector<SequenceWindow> windows = chosenWindows();
    const int row = std::max(0, m_table->currentIndex().row());
    if (windows.empty() || static_cast<std::size_t>(row) >= windows.size())
        return;
    const SequenceWindow window = windows[static_cast<std::size_t>(row)];
    const AlignedWindow aligned = m_answer->alignment->windows[window.window];
    Context& context = m_workspace.context;
    if (window.isCase) {
        const std::string id = m_answer->alignment->failures[aligned.failure].id;
        const auto& failures = context.data()->failures;
        const auto found =
            std::find_if(failures.begin(), failures.end(), [&](const Failure& failure) { return failure.id == id; });
        if (found != failures.end())
            context.setFailure(static_cast<std::size_t>(found - failures.begin()));
    }
    if (window.event)
        context.select(window.event);
    context.showInterval({aligned.interval.begin, aligned.shownUntil});
}

void SequencesView::save(const QString& format)
{
    if (!m_answer || !m_answer->picture)
        return;
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the sequences"), {}, QStringLiteral("*.%1").arg(format));
    if (path.isEmpty())
        return;
    if (const Result<void> saved = saveSequences(*m_answer, footText(), format, path))
        Q_EMIT told(tr("Wrote %1.").arg(path));
    else
        Q_EMIT failed(saved.error());
}

} // namespace antecedent::app
