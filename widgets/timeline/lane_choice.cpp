// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/lane_choice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <numeric>

namespace antecedent::widgets {

namespace {

bool hasAllWords(const QString& search, const LaneGroup& group, const QString& own)
{
    const QStringList words = search.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) {
        return group.title.contains(word, Qt::CaseInsensitive) || group.subtitle.contains(word, Qt::CaseInsensitive)
            || own.contains(word, Qt::CaseInsensitive);
    });
}

QStringList listOf(const QJsonValue& value)
{
    QStringList out;
    for (const QJsonValue& entry : value.toArray())
        out << entry.toString();
    return out;
}

} // namespace

std::vector<std::size_t> LaneChoice::ordered(const std::vector<LaneGroup>& groups) const
{
    std::vector<std::size_t> out(groups.size());
    std::iota(out.begin(), out.end(), std::size_t{0});
    if (order.isEmpty())
        return out;
    // Those of the list share out the places among themselves, the others stay.
    std::vector<std::size_t> places;
    std::vector<std::pair<qsizetype, std::size_t>> named;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (const qsizetype place = order.indexOf(groups[i].title); place >= 0) {
            places.push_back(i);
            named.emplace_back(place, i);
        }
    std::stable_sort(named.begin(), named.end());
    for (std::size_t i = 0; i < places.size(); ++i)
        out[places[i]] = named[i].second;
    return out;
}

bool LaneChoice::shows(const LaneGroup& group, const Lane& lane) const
{
    return !hidden.test(static_cast<std::size_t>(lane.kind)) && hasAllWords(search, group, laneName(lane.kind));
}

bool LaneChoice::shows(const LaneGroup& group, const Plot& plot) const
{
    return hasAllWords(search, group, plot.name + QLatin1Char(' ') + plot.tagName);
}

void LaneChoice::move(const std::vector<LaneGroup>& groups, std::size_t group, std::size_t to)
{
    std::vector<std::size_t> now = ordered(groups);
    const auto at = static_cast<std::size_t>(std::find(now.begin(), now.end(), group) - now.begin());
    if (at >= now.size())
        return;
    now.erase(now.begin() + static_cast<std::ptrdiff_t>(at));
    now.insert(now.begin() + static_cast<std::ptrdiff_t>(std::min(to > at ? to - 1 : to, now.size())), group);
    QStringList all;
    for (const std::size_t i : now)
        all << groups[i].title;
    for (const QString& other : order) // of other failures
        if (!all.contains(other))
            all << other;
    order = all;
}

QByteArray toBytes(const LaneChoice& choice)
{
    QJsonArray folded;
    for (const QString& asset : choice.folded)
        folded.append(asset);
    return QJsonDocument(
        QJsonObject{{QStringLiteral("order"), QJsonArray::fromStringList(choice.order)},
            {QStringLiteral("folded"), folded}, {QStringLiteral("hidden"), static_cast<int>(choice.hidden.to_ulong())}})
        .toJson(QJsonDocument::Compact);
}

LaneChoice laneChoiceFrom(const QByteArray& bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    LaneChoice out;
    out.order = listOf(object.value(QLatin1String("order")));
    for (const QString& asset : listOf(object.value(QLatin1String("folded"))))
        out.folded.insert(asset);
    out.hidden = static_cast<unsigned long long>(std::max(0, object.value(QLatin1String("hidden")).toInt()));
    return out;
}

} // namespace antecedent::widgets
