// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/timeline_view.h"

#include "widgets/common/text.h"
#include "widgets/timeline/timeline_widget.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
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
    connect(&workspace.context, &Context::zoneChanged, this, &TimelineView::showRange);
    connect(&workspace.context, &Context::intervalWanted, this, [this](const Interval& wanted) {
        m_timeline->showRange(
            wanted.begin.time_since_epoch().count(), std::max(wanted.end, wanted.begin).time_since_epoch().count());
    });
    showRange();
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
