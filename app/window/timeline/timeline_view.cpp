// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the tool bar of the timeline does; timeline_view_bars.cpp builds it.
#include "app/window/timeline/timeline_view.h"

#include "app/window/context/time_entry.h"
#include "app/window/settings.h"
#include "app/window/timeline/overlay_page.h"
#include "widgets/common/text.h"
#include "widgets/timeline/aligned_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace antecedent::app {

using namespace widgets;

QString TimelineView::title() const
{
    return tr("Timeline");
}

void TimelineView::connectTimeline()
{
    constexpr int kSettleMs = 40;
    connect(m_timeline, &TimelineWidget::rangeChanged, this, &TimelineView::showRange);
    connect(m_timeline, &TimelineWidget::tagsChanged, this, &TimelineView::fillSignals);
    connect(m_timeline, &TimelineWidget::cursorsChanged, this, &TimelineView::showCursors);
    connect(m_timeline, &TimelineWidget::choiceChanged, this, [this] {
        if (m_search->text() != m_timeline->choice().search)
            m_search->setText(m_timeline->choice().search);
        if (const DataPtr& snapshot = m_workspace.context.data())
            rememberLanes(toQString(snapshot->path), toBytes(m_timeline->choice()));
    });
    connect(m_aligned, &AlignedWidget::failureChosen, this, [this] { setMode(Mode::One); });
    connect(m_overlay, &OverlayPage::failed, this, &TimelineView::failed);
    connect(m_overlay, &OverlayPage::told, this, &TimelineView::told);
    connect(m_overlay, &OverlayPage::alignedWanted, this, [this] { setMode(Mode::Aligned); });
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(m_timeline, &TimelineWidget::tracesWanted, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_settle, &QTimer::timeout, this, &TimelineView::readTraces);
    connect(&m_workspace.context, &Context::zoneChanged, this, [this] {
        showRange();
        showCursors();
    });
    connect(&m_workspace.context, &Context::dataChanged, this, &TimelineView::recallLanes);
    connect(&m_workspace.context, &Context::intervalWanted, this, [this](const Interval& wanted) {
        setMode(Mode::One);
        m_timeline->showRange(
            wanted.begin.time_since_epoch().count(), std::max(wanted.end, wanted.begin).time_since_epoch().count());
    });
    connect(&m_workspace.context, &Context::aroundWanted, this, [this] {
        setMode(Mode::One);
        m_timeline->showContext();
    });
}

void TimelineView::recallLanes()
{
    const DataPtr& snapshot = m_workspace.context.data();
    if (!snapshot || toQString(snapshot->path) == m_recalled)
        return;
    m_recalled = toQString(snapshot->path);
    m_timeline->setChoice(laneChoiceFrom(rememberedLanes(m_recalled)));
}

void TimelineView::showRange()
{
    const SiteTime times = m_workspace.context.times();
    m_from->setText(typedForm(m_timeline->axis().fromUs, times));
    m_to->setText(typedForm(m_timeline->axis().toUs, times));
}

void TimelineView::showCursors()
{
    const QString words = m_timeline->cursorWords();
    m_cursorText->setText(words);
    m_cursorBar->setVisible(!words.isEmpty() && mode() == Mode::One);
}

TimelineView::Mode TimelineView::mode() const
{
    return m_pages->currentWidget() == m_aligned ? Mode::Aligned
        : m_pages->currentWidget() == m_overlay  ? Mode::Overlay
                                                 : Mode::One;
}

void TimelineView::setMode(Mode mode)
{
    const bool isOne = mode == Mode::One;
    m_pages->setCurrentIndex(static_cast<int>(mode));
    m_one->setChecked(isOne);
    m_all->setChecked(mode == Mode::Aligned);
    m_over->setChecked(mode == Mode::Overlay);
    m_order->setVisible(mode == Mode::Aligned);
    m_search->setVisible(mode != Mode::Aligned); // their place is the same
    for (QWidget* widget : {static_cast<QWidget*>(m_lanes), static_cast<QWidget*>(m_search),
             static_cast<QWidget*>(m_signals), static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_to),
             static_cast<QWidget*>(m_goTo), static_cast<QWidget*>(m_show)})
        widget->setEnabled(isOne);
    if (isOne)
        fillSignals();
    showCursors();
    if (mode == Mode::Overlay)
        m_overlay->overlay()->setFocus();
    else
        m_pages->currentWidget()->setFocus();
}

void TimelineView::fit()
{
    if (mode() == Mode::Aligned)
        m_aligned->fit();
    else if (mode() == Mode::Overlay)
        m_overlay->overlay()->fit();
    else
        m_timeline->fitWindow();
}

void TimelineView::zoom(double factor)
{
    if (mode() == Mode::Overlay)
        m_overlay->overlay()->zoom(factor);
    else
        m_timeline->zoom(factor);
}

void TimelineView::fillSignals()
{
    QMenu* menu = m_signals->menu();
    menu->clear();
    const DataPtr snapshot = m_workspace.context.data();
    m_signals->setEnabled(mode() == Mode::One && snapshot && !m_timeline->tags().empty());
    if (!snapshot)
        return;
    for (const TagIndex tag : m_timeline->tags()) {
        const Tag& record = snapshot->dataset.tags[tag.value];
        const Asset* asset = snapshot->dataset.asset(record.asset);
        QString text = toQString(record.name);
        if (!record.parameter.empty())
            text += QStringLiteral(" · ") + toQString(record.parameter);
        if (asset != nullptr)
            text += QStringLiteral(" · ") + toQString(asset->id);
        QAction* action = menu->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(m_timeline->isShown(tag));
        connect(action, &QAction::toggled, this, [this, tag](bool isOn) { m_timeline->setShown(tag, isOn); });
    }
}

void TimelineView::fillLanes()
{
    QMenu* menu = m_lanes->menu();
    menu->clear();
    for (std::size_t kind = 0; kind < kLaneKinds; ++kind) {
        QAction* action = menu->addAction(laneName(static_cast<LaneKind>(kind)));
        action->setCheckable(true);
        action->setChecked(!m_timeline->choice().hidden.test(kind));
        connect(action, &QAction::toggled, this, [this, kind](bool isOn) {
            LaneChoice choice = m_timeline->choice();
            choice.hidden.set(kind, !isOn);
            m_timeline->setChoice(choice);
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Fold all assets"), this, [this] { m_timeline->foldAll(true); });
    menu->addAction(tr("Unfold all assets"), this, [this] { m_timeline->foldAll(false); });
    QAction* order = menu->addAction(tr("Order of the asset tree"), this, [this] {
        LaneChoice choice = m_timeline->choice();
        choice.order.clear();
        m_timeline->setChoice(choice);
    });
    order->setEnabled(!m_timeline->choice().order.isEmpty());
}

void TimelineView::setSearch(const QString& words)
{
    LaneChoice choice = m_timeline->choice();
    if (choice.search == words)
        return;
    choice.search = words;
    m_timeline->setChoice(choice);
}

// One job at a time reads what the latest range needs; what changed meanwhile is asked for after it.
void TimelineView::readTraces()
{
    const DataPtr snapshot = m_workspace.context.data();
    const std::vector<TagIndex> wanted = m_timeline->wantedTraces();
    if (!snapshot || wanted.empty() || m_isReading)
        return;
    m_isReading = true;
    const Interval range = rangeToRead(m_timeline->axis());
    const std::size_t columns = columnsToRead(m_timeline->axis());
    using Traces = std::vector<std::pair<TagIndex, TracePtr>>;
    m_workspace.jobs.run<Traces>(
        QString(), this,
        [snapshot, wanted, range, columns](const std::stop_token& stop, const ProgressFn&) -> Result<Traces> {
            const Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadOnly, currentActor());
            if (!file)
                return file.error();
            Traces traces;
            for (const TagIndex tag : wanted) {
                Result<SampleTrace> trace = readSampleTrace(
                    *file, snapshot->caseInfo, snapshot->dataset.tags[tag.value].name, range, columns, stop);
                if (!trace)
                    return trace.error();
                traces.emplace_back(tag, std::make_shared<const SampleTrace>(std::move(*trace)));
            }
            return traces;
        },
        [this, snapshot](Result<Traces> traces) {
            m_isReading = false;
            if (!traces) {
                Q_EMIT failed(traces.error());
                return;
            }
            if (snapshot != m_workspace.context.data())
                return m_settle.start();
            for (auto& [tag, trace] : *traces)
                m_timeline->setTrace(tag, std::move(trace));
            m_settle.start();
        });
}

void TimelineView::goToTyped()
{
    const Zone zone = m_workspace.context.times().zone();
    const auto from = enteredTime(m_from->text(), zone, m_timeline->anchorUs());
    const auto to = enteredTime(m_to->text(), zone, m_timeline->anchorUs());
    if (!from || !to || *to <= *from) {
        Q_EMIT failed({ErrorCode::InvalidArgument, "from-to",
            toUtf8(tr("write two times such as 2026-03-29 01:30, the later one on the right"))});
        return;
    }
    m_timeline->showRange(*from, *to);
}

void TimelineView::goToTime()
{
    const auto at = enteredTime(m_goTo->text(), m_workspace.context.times().zone(), m_timeline->anchorUs());
    if (!at) {
        Q_EMIT failed({ErrorCode::InvalidArgument, "go-to",
            toUtf8(
                tr("write a time such as 2026-03-29 01:30:05, t0, or a distance to the failure such as -4 h 50 min"))});
        return;
    }
    m_timeline->goTo(*at);
    m_timeline->setCursor(0, at);
    m_timeline->setFocus();
}

Picture TimelineView::picture() const
{
    Picture out;
    out.size = m_pages->currentWidget()->size();
    const Failure* failure = m_workspace.context.currentFailure();
    out.title = failure != nullptr ? tr("Timeline of %1").arg(toQString(failure->id)) : title();
    if (mode() == Mode::Aligned) {
        out.size = m_aligned->viewport()->size();
        out.paint = [this](QPainter& painter) { m_aligned->paint(painter); };
    } else if (mode() == Mode::Overlay) {
        if (failure != nullptr)
            out.title = tr("Overlay of %1").arg(toQString(failure->id));
        out.size = m_overlay->overlay()->viewport()->size();
        out.paint = [this](QPainter& painter) { m_overlay->overlay()->paint(painter); };
    } else {
        out.size = m_timeline->viewport()->size();
        out.paint = [this](QPainter& painter) { m_timeline->paint(painter); };
    }
    return out;
}

void TimelineView::savePictureAs(const QString& format)
{
    if (mode() == Mode::Overlay && !m_overlay->isShowing()) {
        Q_EMIT told(tr("There is no overlay to save."));
        return;
    }
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the picture as seen"),
        (mode() == Mode::Overlay ? QStringLiteral("overlay.") : QStringLiteral("timeline.")) + format,
        QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
    if (path.isEmpty())
        return;
    if (const Result<void> saved = savePicture(picture(), format, path); !saved)
        Q_EMIT failed(saved.error());
    else
        Q_EMIT told(tr("Wrote %1.").arg(path));
}

void TimelineView::copyPicture()
{
    QGuiApplication::clipboard()->setImage(imageOf(picture()));
    Q_EMIT told(tr("The picture is in the clipboard."));
}

} // namespace antecedent::app
