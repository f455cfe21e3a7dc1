// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Chattering alarms and alarm floods, by the numbers of ISA-18.2.

#include "model/quality/subjects.h"

#include "model/base/text.h"
#include "model/domain/alarm_load.h"

#include <array>
#include <deque>
#include <map>
#include <tuple>

namespace antecedent::quality {

namespace {

struct Alarm
{
    std::array<std::int64_t, kChatterOnsets - 1> last{kUnknownUs, kUnknownUs}; // the one before first
    std::uint64_t chattered = 0;
    QualityPlace first; // that chattered
};

void findChatter(const Inspection& in, const Stream& stream)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, Alarm> alarms; // asset, code
    for (const std::uint32_t item : stream.items) {
        const std::int64_t at = in.dataset.events.timeUs[item];
        if (precisionWidth(static_cast<TimePrecision>(in.dataset.events.precision[item])).count() >= kChatterWindowUs)
            continue; // three within a minute cannot be seen
        Alarm& alarm = alarms[{in.dataset.events.asset[item].value, in.dataset.events.code[item]}];
        if (alarm.last[0] != kUnknownUs && isChatter(alarm.last[0], at)) {
            if (alarm.chattered++ == 0)
                alarm.first = placeOf(in.streams.fact(stream, item));
        }
        alarm.last[0] = alarm.last[1];
        alarm.last[1] = at;
    }
    QualityFinding finding = findingOf(in, QualityKind::Chattering, QualityWeight::Note, stream);
    std::vector<QualityPlace> places;
    std::uint64_t onsets = 0;
    std::uint64_t most = 0;
    Phrase which;
    for (auto& [key, alarm] : alarms) {
        if (alarm.chattered == 0)
            continue;
        onsets += alarm.chattered;
        alarm.first.value = static_cast<double>(alarm.chattered);
        if (alarm.chattered > most) {
            most = alarm.chattered;
            const Asset* asset = in.dataset.asset(AssetIndex{key.first});
            which = Phrase(in.dataset.strings.text(key.second) + (asset == nullptr ? "" : " @ " + asset->id));
        }
        places.push_back(alarm.first);
    }
    if (places.empty())
        return;
    addByTime(finding, std::move(places));
    finding.what = plural(finding.count, "%1 alarm chatters, with three or more onsets within a minute (%2): %3",
        "%1 alarms chatter, with three or more onsets within a minute (%2), most %3",
        plural(onsets, "%1 onset", "%1 onsets"), which);
    finding.consequence = phrase("A window counts an alarm once, however often it came; the alarm rates of uses and "
                                 "the sequences have each onset");
    in.out.push_back(std::move(finding));
}

struct Flood
{
    std::int64_t beginUs = 0;
    std::int64_t endUs = 0;
    std::size_t most = 0; // within ten minutes
    std::uint32_t first = 0; // item
};

std::vector<Flood> floodsOf(const Inspection& in, const Stream& stream)
{
    struct Area
    {
        std::deque<std::uint32_t> recent;
        bool isFlood = false;
        Flood flood;
    };
    std::map<std::uint32_t, Area> areas; // by cell
    std::vector<Flood> found;
    const auto& times = in.dataset.events.timeUs;
    for (const std::uint32_t item : stream.items) {
        const AssetIndex asset = in.dataset.events.asset[item];
        Area& area = areas[asset.valid() ? in.input.context.scopes.cellOf(asset).value : AssetIndex::kNone];
        area.recent.push_back(item);
        while (!isWithin(times[area.recent.front()], times[item], kFloodWindowUs))
            area.recent.pop_front();
        if (area.recent.size() > kFloodOnsets) {
            if (!area.isFlood)
                area.flood = {times[area.recent.front()], 0, 0, area.recent.front()};
            area.isFlood = true;
            area.flood.endUs = times[item];
            area.flood.most = std::max(area.flood.most, area.recent.size());
        } else if (area.isFlood) {
            found.push_back(area.flood);
            area.isFlood = false;
        }
    }
    for (const auto& [cell, area] : areas)
        if (area.isFlood)
            found.push_back(area.flood);
    std::sort(found.begin(), found.end(),
        [](const Flood& a, const Flood& b) { return std::tie(a.beginUs, a.first) < std::tie(b.beginUs, b.first); });
    return found;
}

void findFloods(const Inspection& in, const Stream& stream)
{
    QualityFinding finding = findingOf(in, QualityKind::AlarmFlood, QualityWeight::Note, stream);
    for (const Flood& flood : floodsOf(in, stream)) {
        QualityPlace place = placeOf(in.streams.fact(stream, flood.first));
        place.to = momentOf(flood.endUs);
        place.value = static_cast<double>(flood.most);
        addPlace(finding, place);
    }
    if (finding.count == 0)
        return;
    finding.what = plural(finding.count, "%1 alarm flood, more than ten alarms of an area in ten minutes: %2",
        "%1 alarm floods, more than ten alarms of an area in ten minutes, at most %2",
        static_cast<std::uint64_t>(*finding.worst));
    finding.consequence =
        phrase("Many classes fall into the same windows, so that the data cannot tell which of them mattered");
    in.out.push_back(std::move(finding));
}

} // namespace

void findAlarmLoad(const Inspection& in)
{
    for (const Stream& stream : in.streams.all()) {
        if (stream.table != TableId::Events
            || !equalsIgnoreCase(trimmed(in.dataset.strings.text(stream.category)), "alarm"))
            continue;
        findChatter(in, stream);
        findFloods(in, stream);
    }
}

} // namespace antecedent::quality
