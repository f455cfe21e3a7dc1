// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/frame/recent_files.h"

#include "app/window/frame/saved_views.h"
#include "app/window/settings.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kThousand = 1000;
constexpr std::size_t kMostMarks = 60;

struct RecentWords
{
    Q_DECLARE_TR_FUNCTIONS(RecentFiles)
};

QString wordsOf(const InvestigationData& snapshot)
{
    if (snapshot.failures.empty())
        return RecentWords::tr("No failures yet, %n sources", nullptr, static_cast<int>(snapshot.sources.size()));
    const SiteTime times(snapshot.siteZone);
    const QString from = times.date(snapshot.failures.front().anchor);
    const QString to = times.date(snapshot.failures.back().anchor);
    const QString count = RecentWords::tr("%n failures", nullptr, static_cast<int>(snapshot.failures.size()));
    return from == to ? RecentWords::tr("%1, %2").arg(count, from)
                      : RecentWords::tr("%1, %2 to %3").arg(count, from, to);
}

QJsonArray marksOf(const InvestigationData& snapshot)
{
    QJsonArray marks;
    const auto& onsets = snapshot.context.events.onsetUs;
    if (onsets.empty() || onsets.back() <= onsets.front())
        return marks;
    const auto add = [&](Timestamp t, RecentMark::Kind kind) {
        const double share = static_cast<double>(t.time_since_epoch().count() - onsets.front())
            / static_cast<double>(onsets.back() - onsets.front());
        marks.append(QJsonArray{static_cast<int>(std::clamp(share, 0.0, 1.0) * kThousand), static_cast<int>(kind)});
    };
    std::size_t orders = 0;
    for (const WorkOrder& order : snapshot.dataset.workOrders)
        if (order.started.known() && ++orders <= kMostMarks)
            add(order.started.at(), RecentMark::Kind::Maintenance);
    const std::size_t count = snapshot.failures.size();
    for (std::size_t i = count > kMostMarks ? count - kMostMarks : 0; i < count; ++i)
        add(snapshot.failures[i].anchor, i + 1 == count ? RecentMark::Kind::Latest : RecentMark::Kind::Failure);
    return marks;
}

} // namespace

void rememberOpened(const QString& path, const InvestigationData& snapshot)
{
    QJsonObject out;
    out.insert(QStringLiteral("title"), toQString(snapshot.dataset.title));
    out.insert(QStringLiteral("key"), keyOf(snapshot));
    out.insert(QStringLiteral("words"), wordsOf(snapshot));
    out.insert(QStringLiteral("opened"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    out.insert(QStringLiteral("marks"), marksOf(snapshot));
    rememberRecent(path, QJsonDocument(out).toJson(QJsonDocument::Compact));
}

std::vector<RecentFile> recentFiles(const QStringList& paths, const QStringList& steps)
{
    std::vector<RecentFile> files;
    for (const QString& path : paths) {
        const QJsonObject in = QJsonDocument::fromJson(rememberedRecent(path)).object();
        RecentFile file;
        file.path = path;
        file.title = in.value(QStringLiteral("title")).toString();
        file.words = in.value(QStringLiteral("words")).toString();
        file.opened = QDateTime::fromString(in.value(QStringLiteral("opened")).toString(), Qt::ISODate);
        if (const QString key = in.value(QStringLiteral("key")).toString(); !key.isEmpty())
            file.step = steps.value(rememberedStep(key));
        for (const QJsonValue& mark : in.value(QStringLiteral("marks")).toArray())
            file.marks.push_back({mark.toArray().at(0).toInt(),
                static_cast<RecentMark::Kind>(std::clamp(mark.toArray().at(1).toInt(), 0, 2))});
        files.push_back(std::move(file));
    }
    return files;
}

} // namespace antecedent::app
