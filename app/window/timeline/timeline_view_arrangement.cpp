// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a saved view keeps of the timeline.
#include "app/window/timeline/timeline_view.h"

#include "widgets/common/text.h"
#include "widgets/timeline/timeline_widget.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr const char* kSwitches[] = {"timelineRelative", "timelineCompressed", "timelineLinked", "timelineCovered"};

} // namespace

QByteArray TimelineView::arrangement() const
{
    const DataPtr& snapshot = m_workspace.context.data();
    if (!snapshot)
        return {};
    QJsonObject out;
    // Texts: a double can't hold every microsecond.
    out.insert(QStringLiteral("from"), QString::number(m_timeline->axis().fromUs));
    out.insert(QStringLiteral("to"), QString::number(m_timeline->axis().toUs));
    out.insert(QStringLiteral("lanes"), QString::fromUtf8(toBytes(m_timeline->choice())));
    out.insert(QStringLiteral("search"), m_timeline->choice().search);
    out.insert(QStringLiteral("mode"), static_cast<int>(mode()));
    for (const char* name : kSwitches)
        if (const auto* action = findChild<QAction*>(QString::fromLatin1(name)))
            out.insert(QString::fromLatin1(name), action->isChecked());
    QJsonArray hidden;
    for (const TagIndex tag : m_timeline->tags())
        if (!m_timeline->isShown(tag))
            hidden.append(toQString(snapshot->dataset.tags[tag.value].name));
    out.insert(QStringLiteral("hidden"), hidden);
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

void TimelineView::setArrangement(const QByteArray& arrangement)
{
    const QJsonObject in = QJsonDocument::fromJson(arrangement).object();
    const DataPtr& snapshot = m_workspace.context.data();
    if (in.isEmpty() || !snapshot)
        return;
    LaneChoice choice = laneChoiceFrom(in.value(QStringLiteral("lanes")).toString().toUtf8());
    choice.search = in.value(QStringLiteral("search")).toString();
    m_timeline->setChoice(choice);
    m_search->setText(choice.search);
    for (const char* name : kSwitches)
        if (auto* action = findChild<QAction*>(QString::fromLatin1(name)))
            action->setChecked(in.value(QString::fromLatin1(name)).toBool(action->isChecked()));
    const QJsonArray hidden = in.value(QStringLiteral("hidden")).toArray();
    for (const TagIndex tag : m_timeline->tags())
        m_timeline->setShown(tag, !hidden.contains(toQString(snapshot->dataset.tags[tag.value].name)));
    fillSignals();
    setMode(
        static_cast<Mode>(std::clamp(in.value(QStringLiteral("mode")).toInt(), 0, static_cast<int>(Mode::Overlay))));
    const std::int64_t from = in.value(QStringLiteral("from")).toString().toLongLong();
    const std::int64_t to = in.value(QStringLiteral("to")).toString().toLongLong();
    if (from < to)
        m_timeline->showRange(from, to);
}

} // namespace antecedent::app
