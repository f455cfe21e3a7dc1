// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/twin/twin_tables.h"

#include "model/alignment/unified_events.h"
#include "model/base/text.h"
#include "model/report/svg.h"

#include <algorithm>
#include <utility>

namespace antecedent {

namespace {

// Collects the fields of one row by name; the columns are those of the first row.
class TableMaker
{
public:
    TableMaker(const Dataset& dataset, TwinTable& table)
        : m_data(dataset)
        , m_table(table)
    {
    }

    TableMaker& begin(const RecordId& id)
    {
        m_row.clear();
        m_isFirst = m_table.columns.empty();
        return text("record_id", toHex(id));
    }
    TableMaker& text(const char* name, std::string value)
    {
        if (m_isFirst)
            m_table.columns.emplace_back(name);
        m_row.push_back(std::move(value));
        return *this;
    }
    TableMaker& time(const char* name, const TimeValue& value) { return text(name, formatUtc(value)); }
    TableMaker& number(const char* name, const Decimal& value) { return text(name, formatDecimal(value)); }
    TableMaker& asset(const char* name, AssetIndex index)
    {
        const Asset* found = m_data.asset(index);
        return text(name, found == nullptr ? std::string() : found->id);
    }
    TableMaker& batch(const char* name, BatchIndex index)
    {
        const Batch* found = m_data.batch(index);
        return text(name, found == nullptr ? std::string() : found->id);
    }
    // Closes the row; `onset` is the time with which the record stands on the axis.
    void end(const RecordHead& head, const TimeValue& onset = {}) { end(head.recorded, onset, head.source); }
    void end(const TimeValue& recorded, const TimeValue& onset, SourceIndex source)
    {
        time("recorded", recorded);
        text("onset_uncertainty_s",
            onset.known() ? fixedNumber(toSeconds(uncertaintyOf(m_data, onset, source)), 6) : std::string());
        m_table.rows.push_back(std::move(m_row));
        m_row = {};
    }

private:
    const Dataset& m_data;
    TwinTable& m_table;
    std::vector<std::string> m_row;
    bool m_isFirst = false;
};

void addAssets(const Dataset& d, TwinTables& out)
{
    TableMaker assets(d, out["assets"]);
    for (const Asset& a : d.assets)
        assets.begin(a.head.id)
            .text("asset_id", a.id)
            .asset("parent_id", a.parent)
            .text("asset_class", a.assetClass)
            .text("description", a.description)
            .text("serial", a.serial)
            .text("criticality", a.criticality)
            .text("gmp_status", a.gmpStatus)
            .end(a.head);
    TableMaker links(d, out["asset_links"]);
    for (const AssetLink& l : d.assetLinks)
        links.begin(l.head.id)
            .asset("from", l.from)
            .asset("to", l.to)
            .text("kind", l.kind)
            .time("start", l.start)
            .time("end", l.end)
            .end(l.head);
}

void addBatches(const Dataset& d, TwinTables& out)
{
    TableMaker batches(d, out["batches"]);
    for (const Batch& b : d.batches)
        batches.begin(b.head.id)
            .text("batch_id", b.id)
            .text("product", b.product)
            .text("recipe", b.recipe)
            .time("start", b.start)
            .time("end", b.end)
            .text("status", b.status)
            .text("recipe_version", b.recipeVersion)
            .text("campaign", b.campaign)
            .text("lot", b.lot)
            .number("size", b.size)
            .number("yield_actual", b.yieldActual)
            .number("yield_theoretical", b.yieldTheoretical)
            .text("disposition", b.disposition)
            .time("disposition_time", b.dispositionTime)
            .text("distributed", b.distributed)
            .end(b.head);
    TableMaker steps(d, out["batch_steps"]);
    for (const BatchStep& s : d.steps)
        steps.begin(s.head.id)
            .batch("batch_id", s.batch)
            .text("level", s.level)
            .text("name", s.name)
            .asset("asset_id", s.asset)
            .time("start", s.start)
            .time("end", s.end)
            .text("status", s.status)
            .end(s.head, s.start);
    TableMaker parameters(d, out["parameters"]);
    for (const Parameter& p : d.parameters)
        parameters.begin(p.head.id)
            .batch("batch_id", p.batch)
            .text("step", p.step)
            .text("parameter", p.parameter)
            .number("target", p.target)
            .number("low", p.low)
            .number("high", p.high)
            .number("actual", p.actual)
            .text("unit", p.unit)
            .time("time", p.time)
            .end(p.head, p.time);
    TableMaker results(d, out["results"]);
    for (const TestResult& r : d.results)
        results.begin(r.head.id)
            .text("sample_id", r.sampleId)
            .batch("batch_id", r.batch)
            .text("step", r.step)
            .text("location", r.location)
            .text("test", r.test)
            .number("value", r.value)
            .text("unit", r.unit)
            .number("low", r.low)
            .number("high", r.high)
            .time("sampled", r.sampled)
            .time("reported", r.reported)
            .text("outcome", r.outcome)
            .text("instrument_id", r.instrumentId)
            .end(r.head, r.sampled.known() ? r.sampled : r.reported);
    TableMaker genealogy(d, out["genealogy"]);
    for (const GenealogyEntry& g : d.genealogy)
        genealogy.begin(g.head.id)
            .batch("batch_id", g.batch)
            .text("material_lot", g.materialLot)
            .batch("source_batch_id", g.sourceBatch)
            .text("material", g.material)
            .number("quantity", g.quantity)
            .text("unit", g.unit)
            .time("time", g.time)
            .text("direction", g.direction)
            .end(g.head, g.time);
}

void addEvents(const Dataset& d, const EventFilter& keep, TwinTables& out)
{
    TableMaker events(d, out["events"]);
    const EventColumns& e = d.events;
    const auto timeOf = [](std::int64_t us, std::uint8_t precision) {
        TimeValue value;
        value.utcUs = us;
        value.precision = static_cast<TimePrecision>(precision);
        return value;
    };
    for (std::size_t i = 0; i < e.size(); ++i) {
        if (keep && !keep(i))
            continue;
        const TimeValue onset = timeOf(e.timeUs[i], e.precision[i]);
        const TimeValue end = timeOf(e.endUs[i], e.precision[i]);
        const RecordId id = i < e.id.size() ? e.id[i] : RecordId{};
        events.begin(id)
            .time("time", onset)
            .asset("asset_id", e.asset[i])
            .batch("batch_id", e.batch[i])
            .text("category", d.strings.text(e.category[i]))
            .text("code", d.strings.text(e.code[i]))
            .text("severity", d.strings.text(e.severity[i]))
            .time("end", end)
            .end(timeOf(e.recordedUs[i], static_cast<std::uint8_t>(TimePrecision::Second)), onset, e.source[i]);
    }
}

void addMaintenance(const Dataset& d, TwinTables& out)
{
    TableMaker orders(d, out["work_orders"]);
    for (const WorkOrder& w : d.workOrders)
        orders.begin(w.head.id)
            .text("work_order_id", w.id)
            .asset("asset_id", w.asset)
            .text("type", w.type)
            .text("failure_mode", w.failureMode)
            .text("failure_cause", w.failureCause)
            .time("reported", w.reported)
            .time("started", w.started)
            .time("finished", w.finished)
            .text("status", w.status)
            .text("text", w.text)
            .text("plan_id", w.planId)
            .time("due", w.due)
            .text("activity", w.activity)
            .time("returned_to_service", w.returnedToService)
            .text("deviation_id", w.deviationId)
            .text("open", isOpen(w) ? "yes" : "no")
            .end(w.head, onsetOf(w));
    TableMaker installations(d, out["installations"]);
    for (const Installation& i : d.installations)
        installations.begin(i.head.id)
            .asset("position", i.position)
            .text("item", i.item)
            .text("part_no", i.partNo)
            .text("lot", i.lot)
            .time("from", i.from)
            .time("to", i.to)
            .text("work_order_id", i.workOrderId)
            .end(i.head, i.from);
    TableMaker calibrations(d, out["calibrations"]);
    for (const Calibration& c : d.calibrations)
        calibrations.begin(c.head.id)
            .text("calibration_id", c.id)
            .asset("asset_id", c.asset)
            .time("performed", c.performed)
            .time("due", c.due)
            .number("as_found_error", c.asFoundError)
            .number("as_left_error", c.asLeftError)
            .number("tolerance", c.tolerance)
            .text("unit", c.unit)
            .text("result", c.result)
            .text("as_found_result", c.asFoundResult)
            .text("as_left_result", c.asLeftResult)
            .text("point", c.point)
            .end(c.head, c.performed);
    TableMaker limits(d, out["limits"]);
    for (const Limit& l : d.limits)
        limits.begin(l.head.id)
            .text("kind", l.kind)
            .asset("asset_id", l.asset)
            .text("asset_class", l.assetClass)
            .text("product", l.product)
            .number("value", l.value)
            .text("unit", l.unit)
            .text("basis", l.basis)
            .text("version", l.version)
            .text("approved_by", l.approvedBy)
            .time("effective", l.effective)
            .end(l.head);
    TableMaker cleanings(d, out["cleanings"]);
    for (const Cleaning& c : d.cleanings)
        cleanings.begin(c.head.id)
            .text("cleaning_id", c.id)
            .asset("asset_id", c.asset)
            .text("type", c.type)
            .time("start", c.start)
            .time("end", c.end)
            .text("result", c.result)
            .text("reason", c.reason)
            .asset("skid_id", c.skid)
            .batch("previous_batch", c.previousBatch)
            .batch("next_batch", c.nextBatch)
            .time("expires", c.expires)
            .end(c.head, c.start);
    TableMaker changes(d, out["changes"]);
    for (const Change& c : d.changes)
        changes.begin(c.head.id)
            .text("change_id", c.id)
            .text("kind", c.kind)
            .asset("asset_id", c.asset)
            .text("product", c.product)
            .time("effective", c.effective)
            .time("end", c.end)
            .text("text", c.text)
            .end(c.head, c.effective);
    TableMaker meters(d, out["meters"]);
    for (const MeterReading& m : d.meters)
        meters.begin(m.head.id)
            .asset("asset_id", m.asset)
            .text("kind", m.kind)
            .time("time", m.time)
            .number("reading", m.reading)
            .end(m.head, m.time);
}

void addQuality(const Dataset& d, TwinTables& out)
{
    TableMaker deviations(d, out["deviations"]);
    for (const Deviation& v : d.deviations)
        deviations.begin(v.head.id)
            .text("deviation_id", v.id)
            .time("occurred", v.occurred)
            .time("detected", v.detected)
            .batch("batch_id", v.batch)
            .asset("asset_id", v.asset)
            .text("classification", v.classification)
            .text("severity", v.severity)
            .text("text", v.text)
            .time("occurred_from", v.occurredFrom)
            .time("occurred_to", v.occurredTo)
            .text("status", v.status)
            .end(v.head, v.occurred);
}

} // namespace

TwinTables tablesOf(const Dataset& dataset, const EventFilter& keepEvent)
{
    TwinTables out;
    addAssets(dataset, out);
    addBatches(dataset, out);
    addEvents(dataset, keepEvent, out);
    addMaintenance(dataset, out);
    addQuality(dataset, out);
    std::erase_if(out, [](const auto& entry) { return entry.second.rows.empty(); });
    for (auto& [name, table] : out)
        std::sort(table.rows.begin(), table.rows.end());
    return out;
}

} // namespace antecedent
