// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quality/fact_streams.h"

#include "model/alignment/unified_events.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace antecedent::quality {

FactStreams::FactStreams(const Dataset& dataset)
    : m_dataset(dataset)
{
    addRows();
    addEvents();
    std::sort(m_streams.begin(), m_streams.end(), [](const Stream& a, const Stream& b) {
        return std::tie(a.source, a.table, a.category) < std::tie(b.source, b.table, b.category);
    });
}

void FactStreams::add(TableId table, const RecordHead& head, const TimeValue& onset, const TimeValue& start,
    const TimeValue& end, AssetIndex asset, BatchIndex batch, std::string_view group)
{
    if (!onset.known() || !head.source.valid())
        return;
    Fact fact;
    fact.onsetUs = onset.utcUs;
    fact.startUs = start.utcUs;
    fact.endUs = end.utcUs;
    fact.recordedUs = head.recorded.utcUs;
    fact.widthUs = precisionWidth(onset.precision).count();
    fact.localUs = onset.utcUs + std::int64_t{onset.offsetMinutes} * 60'000'000;
    fact.asset = asset;
    fact.batch = batch;
    fact.row = head.row;
    fact.id = head.id;
    fact.group = group;
    m_rows.push_back(fact);
    m_places.emplace_back(head.source, table);
}

void FactStreams::addRows()
{
    const Dataset& d = m_dataset;
    const TimeValue none;
    for (const Batch& b : d.batches)
        add(TableId::Batches, b.head, b.start, b.start, b.end, {}, d.findBatch(b.id));
    for (const BatchStep& s : d.steps)
        add(TableId::BatchSteps, s.head, s.start, s.start, s.end, s.asset, s.batch, s.name);
    for (const Parameter& p : d.parameters)
        add(TableId::Parameters, p.head, p.time, none, none, {}, p.batch);
    for (const TestResult& r : d.results)
        add(TableId::Results, r.head, r.sampled.known() ? r.sampled : r.reported, r.sampled, r.reported, {}, r.batch);
    for (const GenealogyEntry& g : d.genealogy)
        add(TableId::Genealogy, g.head, g.time, none, none, {}, g.batch);
    for (const WorkOrder& w : d.workOrders)
        add(TableId::WorkOrders, w.head, onsetOf(w), w.started, w.finished, w.asset, {}, w.type);
    for (const WorkOrderStatus& s : d.workOrderStatus)
        add(TableId::WorkOrderStatus, s.head, s.time, none, none, {}, {});
    for (const Installation& i : d.installations)
        add(TableId::Installations, i.head, i.from, i.from, i.to, i.position, {});
    for (const Calibration& c : d.calibrations)
        add(TableId::Calibrations, c.head, c.performed, none, none, c.asset, {});
    for (const Cleaning& c : d.cleanings)
        add(TableId::Cleanings, c.head, c.start, c.start, c.end, c.asset, {}, c.type);
    for (const MeterReading& m : d.meters)
        add(TableId::Meters, m.head, m.time, none, none, m.asset, {});
    for (const Change& c : d.changes)
        add(TableId::Changes, c.head, c.effective, c.effective, c.end, c.asset, {});
    for (const Deviation& v : d.deviations)
        add(TableId::Deviations, v.head, v.occurred.known() ? v.occurred : v.detected, none, none, v.asset, v.batch);

    std::map<std::pair<SourceIndex, TableId>, std::vector<std::uint32_t>> items;
    for (std::uint32_t i = 0; i < m_rows.size(); ++i)
        items[m_places[i]].push_back(i);
    for (auto& [place, own] : items) {
        std::sort(own.begin(), own.end(), [this](std::uint32_t a, std::uint32_t b) {
            return std::tie(m_rows[a].onsetUs, m_rows[a].row, m_rows[a].id)
                < std::tie(m_rows[b].onsetUs, m_rows[b].row, m_rows[b].id);
        });
        m_streams.push_back({place.first, place.second, 0, std::move(own)});
    }
}

void FactStreams::addEvents()
{
    const EventColumns& e = m_dataset.events;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> places; // source, category: position in m_streams
    for (std::uint32_t i = 0; i < e.size(); ++i) {
        if (e.timeUs[i] == kUnknownUs || !e.source[i].valid())
            continue;
        const auto [place, isNew] = places.try_emplace({e.source[i].value, e.category[i]}, m_streams.size());
        if (isNew)
            m_streams.push_back({e.source[i], TableId::Events, e.category[i], {}});
        m_streams[place->second].items.push_back(i);
    }
    for (const auto& [key, place] : places) {
        auto& items = m_streams[place].items;
        const auto isBefore = [&e](std::uint32_t a, std::uint32_t b) { return e.timeUs[a] < e.timeUs[b]; };
        if (!std::is_sorted(items.begin(), items.end(), isBefore))
            std::stable_sort(items.begin(), items.end(), isBefore);
    }
}

Fact FactStreams::fact(const Stream& stream, std::uint32_t item) const
{
    if (stream.table != TableId::Events)
        return m_rows[item];
    const EventColumns& e = m_dataset.events;
    Fact fact;
    fact.onsetUs = fact.startUs = fact.localUs = e.timeUs[item];
    fact.endUs = e.endUs[item];
    fact.recordedUs = e.recordedUs[item];
    fact.widthUs = precisionWidth(static_cast<TimePrecision>(e.precision[item])).count();
    fact.asset = e.asset[item];
    fact.batch = e.batch[item];
    fact.row = e.row[item];
    if (!e.id.empty())
        fact.id = e.id[item];
    return fact;
}

} // namespace antecedent::quality
