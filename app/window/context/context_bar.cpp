// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/context/context_bar.h"

#include "app/window/context/context_segment.h"
#include "app/window/shared/filter_edit.h"
#include "app/window/shared/window_names.h"
#include "widgets/common/palette.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kWide = 1500; // names are shown from here on, and nothing folds
constexpr int kHigh = 46;
constexpr int kLow = 30;
constexpr int kGap = 10; // between segments
constexpr int kLeft = 6;
constexpr int kRight = 10;

void choose(QComboBox* box, const QString& text)
{
    if (box->isEditable()) {
        if (!box->lineEdit()->hasFocus() || !box->lineEdit()->isModified()) {
            box->setEditText(text);
            box->lineEdit()->setCursorPosition(0); // what it begins with says most
        }
        return;
    }
    const int index = box->findData(text);
    box->setCurrentIndex(index >= 0 ? index : box->findText(text));
}

// Words of a fixed list are never cut, in whatever language.
void showWhole(QComboBox& box)
{
    box.setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box.setMinimumWidth(box.sizeHint().width());
}

} // namespace

ContextBar::ContextBar(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_bar(new QHBoxLayout(this))
    , m_back(new QToolButton(this))
    , m_forward(new QToolButton(this))
    , m_more(new QToolButton(this))
    , m_folded(new QFrame(this, Qt::Popup))
{
    setObjectName(QStringLiteral("contextBar"));
    m_bar->setSpacing(kGap);
    addHistory();
    addSegments();
    addMore();
    connectContext();
    fill();
}

void ContextBar::addHistory()
{
    m_back->setText(QStringLiteral("‹"));
    m_back->setObjectName(QStringLiteral("contextBack"));
    m_back->setAccessibleName(tr("Back"));
    m_back->setToolTip(tr("Back (Alt+Left)"));
    m_back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_forward->setText(QStringLiteral("›"));
    m_forward->setObjectName(QStringLiteral("contextForward"));
    m_forward->setAccessibleName(tr("Forward"));
    m_forward->setToolTip(tr("Forward (Alt+Right)"));
    m_forward->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    auto* both = new QHBoxLayout;
    both->setSpacing(0);
    for (QToolButton* button : {m_back, m_forward}) {
        button->setAutoRaise(true);
        button->setFixedSize(22, 24);
        both->addWidget(button);
    }
    m_bar->addLayout(both);
}

ContextSegment* ContextBar::addSegment(const QString& name, int stretch)
{
    auto* segment = new ContextSegment(name, this);
    m_segments.push_back({segment, stretch, false});
    m_bar->addWidget(segment, stretch);
    return segment;
}

void ContextBar::addSegments()
{
    m_case = addSegment(tr("Case"), 2)
                 ->addChoice(QStringLiteral("caseChoice"), tr("Case"), tr("The cases of this file"), 84);
    m_failure = addSegment(tr("Failure"), 5)
                    ->addChoice(QStringLiteral("failureChoice"), tr("Failure"),
                        tr("The failure at hand; type its first letters"), 200);
    ContextSegment* anchor = addSegment(tr("Anchor"), 1);
    anchor->addWord(QStringLiteral("t0"));
    m_anchor = anchor->addText(QStringLiteral("anchorChoice"), tr("Anchor: when the failure happened"), {}, 106);
    addUsualAnchors(*m_anchor);
    addWindow();
    addComparison();
    addView();
    for (const QWidget* segment : {static_cast<QWidget*>(m_filterSegment), static_cast<QWidget*>(m_scopeSegment),
             m_case->parentWidget(), m_controls->parentWidget(), m_zone->parentWidget(), m_anchor->parentWidget()})
        m_folding.push_back(indexOf(segment));
}

void ContextBar::addWindow()
{
    ContextSegment* window = addSegment(tr("Window around t0"), 2);
    window->addWord(QStringLiteral("−"));
    m_before = window->addText(QStringLiteral("beforeChoice"), tr("Window before the failure"), {}, 108);
    window->addWord(QStringLiteral("+"));
    m_after = window->addText(QStringLiteral("afterChoice"), tr("Window after the failure"), {}, 52);
    addUsualLengthsBefore(*m_before);
    addUsualLengthsAfter(*m_after);
}

void ContextBar::addComparison()
{
    m_scopeSegment = addSegment(tr("Scope"));
    m_scope = m_scopeSegment->addChoice(
        QStringLiteral("scopeChoice"), tr("Scope"), tr("Where antecedents are looked for"), 84);
    for (const auto& [scope, words] :
        {std::pair("asset", tr("asset")), std::pair("unit", tr("unit")), std::pair("batch", tr("batch")),
            std::pair("upstream", tr("upstream")), std::pair("cell", tr("cell")), std::pair("site", tr("site"))})
        m_scope->addItem(words, QString::fromLatin1(scope));
    showWhole(*m_scope);
    ContextSegment* controls = addSegment(tr("Controls"));
    m_controls = controls->addText(QStringLiteral("controlsChoice"), tr("Controls per failure, at most"), {}, 50);
    controls->addWord(tr("controls"));
    for (const char* number : {"0", "5", "10", "20", "50"})
        m_controls->addItem(QString::fromLatin1(number));
}

void ContextBar::addView()
{
    m_filterSegment = addSegment(tr("Filter"), 2);
    m_filter = new FilterEdit(m_workspace, m_filterSegment);
    m_filter->setObjectName(QStringLiteral("contextFilter"));
    m_filter->setAccessibleName(tr("Filter of the records"));
    m_filter->setMinimumWidth(96);
    m_filterSegment->addEditor(m_filter);
    m_filter->setPlaceholderText(tr("no filter"));
    m_zone = addSegment(tr("Time"), 1)->addChoice(QStringLiteral("zoneChoice"), tr("Time zone of all times"), {}, 118);
    m_known = addSegment(tr("As known"))
                  ->addChoice(QStringLiteral("knownChoice"), tr("As known"),
                      tr("Then: only what had been entered by the time of the failure"), 92);
    m_known->addItem(tr("known now"), QStringLiteral("now"));
    m_known->addItem(tr("known then"), QStringLiteral("then"));
    showWhole(*m_known);
    m_plan = new QToolButton(this);
    m_plan->setObjectName(QStringLiteral("planState"));
    m_plan->setAutoRaise(true);
    m_plan->setAccessibleName(tr("Analysis plan"));
    addSegment(tr("Analysis plan"))->addEditor(m_plan);
}

void ContextBar::addMore()
{
    m_more->setObjectName(QStringLiteral("contextMore"));
    m_more->setAccessibleName(tr("More of the context"));
    m_more->setAutoRaise(true);
    m_bar->addWidget(m_more);
    m_folded->setObjectName(QStringLiteral("contextFolded"));
    m_folded->setFrameShape(QFrame::StyledPanel);
    m_folded->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(m_folded);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(8);
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_folded->adjustSize();
        m_folded->resize(std::max(m_folded->width(), 280), m_folded->height());
        const int x = std::min(m_more->mapTo(window(), QPoint()).x(), window()->width() - m_folded->width());
        m_folded->move(window()->mapToGlobal(QPoint(x, mapTo(window(), QPoint(0, height())).y())));
        m_folded->show();
        m_folded->setFocus();
    });
}

void ContextBar::connectContext()
{
    Context& context = m_workspace.context;
    connect(m_back, &QToolButton::clicked, &context, &Context::goBack);
    connect(m_forward, &QToolButton::clicked, &context, &Context::goForward);
    connect(m_case, &QComboBox::activated, this,
        [this](int index) { Q_EMIT caseWanted(m_case->itemData(index).toString()); });
    connect(m_failure, &QComboBox::activated, this,
        [this](int index) { m_workspace.context.setFailure(static_cast<std::size_t>(index)); });
    for (QComboBox* box : {m_before, m_after, m_controls}) {
        connect(box, &QComboBox::activated, this, &ContextBar::applyWindow);
        connect(box->lineEdit(), &QLineEdit::editingFinished, this, &ContextBar::applyWindow);
    }
    connect(m_scope, &QComboBox::activated, this, &ContextBar::applyWindow);
    connect(m_anchor, &QComboBox::activated, this, &ContextBar::applyAnchor);
    connect(m_anchor->lineEdit(), &QLineEdit::editingFinished, this, &ContextBar::applyAnchor);
    connect(m_filter, &FilterEdit::settled, &context, &Context::setFilter);
    connect(m_zone, &QComboBox::activated, this, [this](int index) { m_workspace.context.setUtc(index == 1); });
    connect(m_known, &QComboBox::activated, this, [this](int index) { m_workspace.context.setKnownThen(index == 1); });
    connect(m_plan, &QToolButton::clicked, this, &ContextBar::planWanted);
    connect(&context, &Context::dataChanged, this, &ContextBar::fill);
    connect(&context, &Context::zoneChanged, this, &ContextBar::fill);
    connect(&context, &Context::questionChanged, this, &ContextBar::refresh);
    connect(&context, &Context::knownChanged, this, &ContextBar::refresh);
    connect(&context, &Context::historyChanged, this, &ContextBar::refresh);
    connect(&context, &Context::planChanged, this, &ContextBar::showPlan);
    connect(&context, &Context::anchorWanted, this, &ContextBar::findAnchors);
}

void ContextBar::fill()
{
    m_case->clear();
    m_failure->clear();
    m_zone->clear();
    if (const DataPtr& snapshot = m_workspace.context.data()) {
        const SiteTime times = m_workspace.context.times();
        for (const CaseInfo& info : snapshot->cases) {
            QString name = toQString(info.id);
            if (!info.title.empty() && info.title != snapshot->dataset.title)
                name += QStringLiteral(" · ") + toQString(info.title);
            m_case->addItem(info.open ? name : tr("%1, closed").arg(name), toQString(info.id));
        }
        m_case->setCurrentIndex(m_case->findData(toQString(snapshot->caseInfo.id)));
        for (const Failure& failure : snapshot->failures) {
            const Asset* asset = snapshot->dataset.asset(failure.asset);
            const bool isNamed = asset != nullptr && failure.deviation != nullptr; // sentinels' ids name it
            m_failure->addItem(toQString(failure.id) + QStringLiteral(" · ")
                + (isNamed ? toQString(asset->id) + QStringLiteral(" · ") : QString()) + times.date(failure.anchor));
        }
        m_zone->addItem(SiteTime(snapshot->siteZone).zoneName());
        m_zone->addItem(QStringLiteral("UTC"));
        m_zone->setToolTip(tr("Times of the site (%1) or UTC").arg(m_zone->itemText(0)));
    }
    refresh();
    showPlan();
}

void ContextBar::refresh()
{
    const Context& context = m_workspace.context;
    setEnabled(context.data() != nullptr);
    m_back->setEnabled(context.canGoBack());
    m_forward->setEnabled(context.canGoForward());
    m_failure->setEnabled(m_failure->count() > 0);
    m_failure->setCurrentIndex(context.failure() ? static_cast<int>(*context.failure()) : -1);
    if (const Failure* failure = context.currentFailure())
        m_failure->setToolTip(
            tr("%1, %2; t0 is when it %3")
                .arg(m_failure->currentText(), toQString(failure->classification), toQString(failure->anchorFrom)));
    choose(m_anchor, anchorName(context.anchor()));
    choose(m_before, lengthName(context.window().before));
    choose(m_after, lengthName(context.window().after));
    choose(m_scope, toQString(toText(context.window().scope)));
    choose(m_controls, QString::number(context.window().controls));
    if (!m_filter->hasFocus() || m_filter->text().trimmed() != context.filter())
        m_filter->showFilter(context.filter());
    tintFilter();
    m_known->setCurrentIndex(context.isKnownThen() ? 1 : 0);
    m_zone->setCurrentIndex(context.isUtc() ? 1 : 0);
    showHints();
    m_more->setToolTip(tr("Scope, filter and what else has no room"));
    arrange();
}

// A filter acts on every view, so it does not hide: it is the last to fold, and has the ground of a selection.
void ContextBar::tintFilter()
{
    QPalette colors = palette();
    if (!m_workspace.context.filter().isEmpty())
        colors.setColor(QPalette::Base, color(themeOf(palette()), Paint::Selection));
    m_filter->setPalette(colors);
}

std::vector<std::size_t> ContextBar::foldingOrder() const
{
    std::vector<std::size_t> order = m_folding;
    if (!m_workspace.context.filter().isEmpty())
        std::rotate(order.begin(), order.begin() + 1, order.end()); // the filter stands first
    return order;
}

void ContextBar::showHints()
{
    const Context& context = m_workspace.context;
    markProblem(m_anchor, {},
        tr("When the failure happened: one of the list, or “start of” or “end of” and the name of a step"));
    markProblem(m_before, context.windowNote(),
        tr("A length such as 36 h or 10 d, or one of the list; now %1 before t0")
            .arg(spanText(context.before(), false)));
    markProblem(m_after, {}, tr("A length such as 90 s, 15 min, 4 h; shown, never antecedent"));
    markProblem(m_controls, {}, tr("Control windows or batches per failure; 0: none"));
}

void ContextBar::showPlan()
{
    const Context& context = m_workspace.context;
    const CasePlan& plan = context.plan();
    const QString hash = toQString(plan.hash).section(QLatin1Char(':'), 1).left(8);
    if (context.data() == nullptr)
        m_plan->setText(QStringLiteral("–"));
    else if (context.isExploratory())
        m_plan->setText(tr("◐ exploratory"));
    else
        m_plan->setText(plan.isFrozen ? tr("● frozen %1").arg(hash) : tr("○ draft"));
    m_plan->setToolTip(context.isExploratory() ? tr("The evidence that is shown has other parameters than the frozen "
                                                    "plan %1. Click to see it.")
                                                     .arg(hash)
            : plan.isFrozen
            ? tr("The plan was frozen before the first result: %1. Click to see it.").arg(toQString(plan.hash))
            : tr("The plan is a draft: edit it, then freeze it in the step Evidence. Click to go "
                 "there."));
    m_plan->setAccessibleName(tr("Analysis plan: %1").arg(m_plan->text().mid(2)));
    arrange();
}

std::size_t ContextBar::indexOf(const QWidget* segment) const
{
    const auto found = std::find_if(
        m_segments.begin(), m_segments.end(), [&](const Placed& placed) { return placed.segment == segment; });
    return static_cast<std::size_t>(found - m_segments.begin());
}

std::size_t ContextBar::foldedWanted(const std::vector<std::size_t>& order) const
{
    const std::size_t belowWide = m_workspace.context.filter().isEmpty() ? 2 : 1;
    std::vector<int> widths; // without names
    for (const Placed& placed : m_segments)
        widths.push_back(kGap + placed.segment->leastWidth());
    int needed = 2 * 22 + kLeft + kRight;
    for (const int width : widths)
        needed += width;
    std::size_t folded = 0;
    const bool isWide = width() >= kWide;
    while (folded < order.size() && (needed > width() || (!isWide && folded < belowWide))) {
        if (folded == 0)
            needed += kGap + m_more->sizeHint().width();
        needed -= widths[order[folded]];
        ++folded;
    }
    return folded;
}

void ContextBar::place(std::size_t segment, bool isFolded)
{
    Placed& placed = m_segments[segment];
    if (placed.isFolded == isFolded)
        return;
    placed.isFolded = isFolded;
    QLayout* from = isFolded ? m_bar : m_folded->layout();
    from->removeWidget(placed.segment);
    if (isFolded) {
        m_folded->layout()->addWidget(placed.segment);
    } else {
        const auto before = std::count_if(m_segments.begin(), m_segments.begin() + static_cast<std::ptrdiff_t>(segment),
            [](const Placed& other) { return !other.isFolded; });
        m_bar->insertWidget(static_cast<int>(before) + 1, placed.segment, placed.stretch);
    }
    placed.segment->show();
}

void ContextBar::arrange()
{
    const bool isWide = width() >= kWide;
    setFixedHeight(isWide ? kHigh : kLow);
    m_bar->setContentsMargins(kLeft, isWide ? 2 : 3, kRight, isWide ? 4 : 3);
    const std::vector<std::size_t> order = foldingOrder();
    const std::size_t folded = foldedWanted(order);
    for (std::size_t i = 0; i < order.size(); ++i)
        place(order[i], i < folded);
    for (const Placed& placed : m_segments)
        placed.segment->setNameVisible(isWide || placed.isFolded);
    const bool isHidden = !m_workspace.context.filter().isEmpty() && m_segments[indexOf(m_filterSegment)].isFolded;
    m_more->setText(isHidden ? tr("more, filtered ▾") : tr("more ▾"));
    m_more->setVisible(folded > 0);
}

void ContextBar::applyWindow()
{
    const auto before = lengthOfName(m_before->currentText());
    const auto after = lengthOfName(m_after->currentText());
    bool isNumber = false;
    const int controls = m_controls->currentText().trimmed().toInt(&isNumber);
    const auto scope = parseScope(toUtf8(m_scope->currentData().toString()));
    const bool isBefore = before && (before->unit != LengthUnit::Wall || before->wall > Duration{});
    if (!isBefore)
        return markProblem(m_before, before ? tr("A length longer than 0") : toQString(before.error().detail), {});
    if (!after || after->unit != LengthUnit::Wall)
        return markProblem(m_after, tr("A length such as 90 s, 15 min, 4 h"), {});
    if (!isNumber || controls < 0 || controls > 1000)
        return markProblem(m_controls, tr("A number from 0 to 1000"), {});
    WindowOptions next = m_workspace.context.window();
    if (next.before != *before) { // a stated length is taken as it is
        next.atLeast.reset();
        next.atMost.reset();
        next.fallback.reset();
    }
    next.before = *before;
    next.after = *after;
    next.controls = controls;
    if (scope)
        next.scope = *scope;
    for (QComboBox* box : {m_before, m_after, m_controls})
        box->lineEdit()->setModified(false);
    m_workspace.context.setWindow(next);
    refresh();
}

void ContextBar::applyAnchor()
{
    const auto anchor = anchorOfName(m_anchor->currentText());
    if (!anchor)
        return markProblem(m_anchor, toQString(anchor.error().detail), {});
    m_anchor->lineEdit()->setModified(false);
    m_workspace.context.setAnchor(*anchor);
    refresh();
}

void ContextBar::findAnchors()
{
    const DataPtr snapshot = m_workspace.context.data();
    if (!snapshot)
        return;
    FailureRule rule = snapshot->rule;
    rule.anchor = m_workspace.context.anchor();
    m_workspace.jobs.run<DataPtr>(
        tr("Finding when the failures happened"), this,
        [snapshot, rule](
            const std::stop_token& stop, const ProgressFn&) { return withFailures(*snapshot, rule, stop); },
        [this](Result<DataPtr> anchored) {
            if (anchored)
                m_workspace.context.putAnchored(std::move(*anchored));
            else
                Q_EMIT failed(anchored.error());
        });
}

void ContextBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ContextBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tintFilter();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
}

void ContextBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.fillRect(rect(), color(theme, Paint::Panel));
    painter.setPen(color(theme, Paint::LineStrong));
    painter.drawLine(0, height() - 1, width(), height() - 1);
    painter.setPen(color(theme, Paint::Line));
    for (int i = 1; i < m_bar->count(); ++i)
        if (const QWidget* widget = m_bar->itemAt(i)->widget(); widget != nullptr && !widget->isHidden())
            painter.drawLine(widget->x() - kGap / 2, 6, widget->x() - kGap / 2, height() - 7);
}

} // namespace antecedent::app
