// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/timeline_view.h"

#include "widgets/common/text.h"
#include "widgets/timeline/timeline_widget.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPixmap>
#include <QPushButton>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

namespace {

// Local time as it is typed, `2026-03-29 01:30` or with seconds or offset, in the zone that is shown.
std::optional<std::int64_t> typedTime(const QString& text, const Zone& zone)
{
    const auto iso = parseIso(toUtf8(text.trimmed()));
    if (!iso)
        return std::nullopt;
    if (iso->hasOffset)
        return iso->us;
    const LocalMatch match = zone.resolveLocal(iso->us);
    return match.count > 0 ? std::optional(match.utcUs[0]) : std::nullopt;
}

QString typedForm(std::int64_t us, const SiteTime& times)
{
    const Timestamp at{Duration(us)};
    const std::string local = formatUtc(at + Duration(times.offsetUs(at)));
    return toQString(local).left(19).replace(QLatin1Char('T'), QLatin1Char(' '));
}

} // namespace

TimelineView::TimelineView(const Workspace& workspace, QWidget* parent)
    : View(parent)
    , m_workspace(workspace)
    , m_timeline(new TimelineWidget(workspace.context, this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_signals(new QPushButton(tr("Process data"), this))
{
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(14, 4, 14, 4);
    bar->setSpacing(8);
    const auto button = [&](const QString& text, const QString& tip, auto slot) {
        auto* made = new QPushButton(text, this);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        connect(made, &QPushButton::clicked, m_timeline, slot);
        bar->addWidget(made);
        return made;
    };
    button(tr("Fit window"), tr("Show the window around the failure (F)"), &TimelineWidget::fitWindow);
    button(tr("All"), tr("Show everything (A)"), &TimelineWidget::fitAll);
    button(QStringLiteral("+"), tr("Zoom in (+)"), [this] { m_timeline->zoom(0.6); })->setFixedWidth(32);
    button(QStringLiteral("−"), tr("Zoom out (−)"), [this] { m_timeline->zoom(1.6); })->setFixedWidth(32);
    bar->addSpacing(12);
    for (QLineEdit* edit : {m_from, m_to}) {
        edit->setFixedWidth(150);
        edit->setAccessibleName(edit == m_from ? tr("From") : tr("To"));
        edit->setToolTip(tr("A time such as 2026-03-29 01:30"));
        connect(edit, &QLineEdit::returnPressed, this, &TimelineView::goToTyped);
    }
    bar->addWidget(m_from);
    bar->addWidget(new QLabel(tr("to"), this));
    bar->addWidget(m_to);
    bar->addStretch(1);
    m_signals->setObjectName(QStringLiteral("signals"));
    m_signals->setToolTip(tr("Tags that are drawn below the lanes of their asset"));
    m_signals->setMenu(new QMenu(m_signals));
    bar->addWidget(m_signals);
    auto* picture = new QPushButton(tr("Save picture"), this);
    picture->setFlat(true);
    connect(picture, &QPushButton::clicked, this, &TimelineView::exportPicture);
    bar->addWidget(picture);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_timeline, 1);
    connect(m_timeline, &TimelineWidget::rangeChanged, this, &TimelineView::showRange);
    connect(m_timeline, &TimelineWidget::tagsChanged, this, &TimelineView::fillSignals);
    constexpr int kSettleMs = 40;
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(m_timeline, &TimelineWidget::tracesWanted, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_settle, &QTimer::timeout, this, &TimelineView::readTraces);
    connect(&workspace.context, &Context::zoneChanged, this, &TimelineView::showRange);
    connect(&workspace.context, &Context::intervalWanted, this, [this](const Interval& wanted) {
        m_timeline->showRange(
            wanted.begin.time_since_epoch().count(), std::max(wanted.end, wanted.begin).time_since_epoch().count());
    });
    showRange();
    fillSignals();
    m_settle.start();
}

QString TimelineView::title() const
{
    return tr("Timeline");
}

void TimelineView::showRange()
{
    const SiteTime times = m_workspace.context.times();
    m_from->setText(typedForm(m_timeline->axis().fromUs, times));
    m_to->setText(typedForm(m_timeline->axis().toUs, times));
}

void TimelineView::fillSignals()
{
    QMenu* menu = m_signals->menu();
    menu->clear();
    const DataPtr snapshot = m_workspace.context.data();
    m_signals->setEnabled(snapshot && !m_timeline->tags().empty());
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
    const auto from = typedTime(m_from->text(), zone);
    const auto to = typedTime(m_to->text(), zone);
    if (!from || !to || *to <= *from) {
        Q_EMIT failed({ErrorCode::InvalidArgument, "from-to",
            "write two times such as 2026-03-29 01:30, the later one on the right"});
        return;
    }
    m_timeline->showRange(*from, *to);
}

void TimelineView::exportPicture()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the timeline as seen"), {}, tr("PNG (*.png)"));
    if (path.isEmpty())
        return;
    if (m_timeline->picture().save(path, "PNG"))
        Q_EMIT told(tr("Wrote %1.").arg(path));
    else
        Q_EMIT failed({ErrorCode::FileUnwritable, toUtf8(path), "the picture can't be written"});
}

} // namespace antecedent::app
