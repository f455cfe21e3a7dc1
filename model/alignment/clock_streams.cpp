// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/clock_streams.h"

#include "model/alignment/scope.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace antecedent {

namespace {

using Key = std::tuple<std::uint32_t, std::string, std::string>;

class Streams
{
public:
    explicit Streams(const Dataset& dataset)
        : m_scopes(dataset)
        , m_units(dataset.assets.size())
    {
    }

    void add(
        SourceIndex source, const std::string& category, const std::string& kind, AssetIndex asset, std::int64_t us)
    {
        if (!source.valid() || !asset.valid() || us == TimeValue::kUnknown)
            return;
        ClockStream& stream = m_streams[Key{source.value, category, kind}];
        if (stream.times.empty()) {
            stream.source = source;
            stream.category = category;
            stream.kind = kind;
            stream.times.resize(m_units);
        }
        stream.times[m_scopes.unitOf(asset).value].push_back(us);
        ++stream.size;
    }
    void add(const RecordHead& head, const std::string& kind, AssetIndex asset, const TimeValue& time)
    {
        if (time.known())
            add(head.source, {}, kind, asset, time.utcUs);
    }

    std::vector<ClockStream> finish(std::size_t fewest)
    {
        std::vector<ClockStream> out;
        for (auto& [key, stream] : m_streams) {
            if (stream.size < fewest)
                continue;
            stream.size = 0;
            for (auto& times : stream.times) {
                std::sort(times.begin(), times.end());
                times.erase(std::unique(times.begin(), times.end()), times.end());
                stream.size += times.size();
            }
            stream.widthUs = widthOf(stream);
            if (stream.size >= fewest)
                out.push_back(std::move(stream));
        }
        return out;
    }

private:
    // The widest step that 98 % of the times are multiples of.
    static std::int64_t widthOf(const ClockStream& stream)
    {
        constexpr std::array<std::int64_t, 7> kWidths{
            3'600'000'000, 900'000'000, 300'000'000, 60'000'000, 1'000'000, 1'000, 1};
        for (const std::int64_t width : kWidths) {
            std::size_t whole = 0;
            for (const auto& times : stream.times)
                whole += static_cast<std::size_t>(
                    std::count_if(times.begin(), times.end(), [width](std::int64_t us) { return us % width == 0; }));
            if (whole * 50 >= stream.size * 49)
                return width;
        }
        return 1;
    }

    ScopeIndex m_scopes;
    std::size_t m_units; // numbers of assets
    std::map<Key, ClockStream> m_streams;
};

// From the first start to the last end of a batch on an asset: steps within follow each other by the recipe's clock,
// and would agree with anything at a fixed distance.
void addUses(const Dataset& d, Streams& streams)
{
    struct Use
    {
        const BatchStep* first = nullptr;
        const BatchStep* last = nullptr;
    };
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, Use> uses; // source, batch, asset
    for (const BatchStep& step : d.steps) {
        Use& use = uses[{step.head.source.value, step.batch.value, step.asset.value}];
        if (step.start.known() && (use.first == nullptr || step.start.utcUs < use.first->start.utcUs))
            use.first = &step;
        if (step.end.known() && (use.last == nullptr || step.end.utcUs > use.last->end.utcUs))
            use.last = &step;
    }
    for (const auto& [key, use] : uses) {
        if (use.first != nullptr)
            streams.add(use.first->head, "batch_steps:start", use.first->asset, use.first->start);
        if (use.last != nullptr)
            streams.add(use.last->head, "batch_steps:end", use.last->asset, use.last->end);
    }
}

void addRecords(const Dataset& d, Streams& streams)
{
    addUses(d, streams);
    for (const WorkOrder& w : d.workOrders) {
        streams.add(w.head, "work_orders:" + w.type + ":started", w.asset, w.started);
        streams.add(w.head, "work_orders:" + w.type + ":finished", w.asset, w.finished);
        streams.add(w.head, "work_orders:" + w.type + ":malfunction_start", w.asset, w.malfunctionStart);
    }
    for (const Cleaning& c : d.cleanings) {
        streams.add(c.head, "cleanings:start", c.asset, c.start);
        streams.add(c.head, "cleanings:end", c.asset, c.end);
    }
    for (const Calibration& c : d.calibrations)
        streams.add(c.head, "calibrations:performed", c.asset, c.performed);
}

// Without alarms, which come at times of their own.
void addEvents(const Dataset& d, Streams& streams)
{
    const EventColumns& e = d.events;
    const std::optional<std::uint32_t> alarm = d.strings.find("alarm");
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> kinds; // by category and code
    for (std::size_t i = 0; i < e.size(); ++i) {
        if (e.category[i] == alarm)
            continue;
        const std::string& category = d.strings.text(e.category[i]);
        std::string& kind = kinds[{e.category[i], e.code[i]}];
        if (kind.empty())
            kind = category + ':' + d.strings.text(e.code[i]);
        streams.add(e.source[i], category, kind + ":start", e.asset[i], e.timeUs[i]);
        if (e.endUs[i] > e.timeUs[i])
            streams.add(e.source[i], category, kind + ":end", e.asset[i], e.endUs[i]);
    }
}

} // namespace

std::vector<ClockStream> clockStreams(const Dataset& dataset, std::size_t fewest)
{
    Streams streams(dataset);
    addRecords(dataset, streams);
    addEvents(dataset, streams);
    return streams.finish(fewest);
}

} // namespace antecedent
