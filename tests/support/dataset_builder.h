// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Builds small Datasets by hand for tests: rows name assets and batches by text, take() resolves, sorts and fills the
// coverage (first to last record of each kind) as loading from a store would. Times are ISO 8601 with Z or offset; ""
// is unknown.

#include "model/domain/dataset.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace antecedent::test {

inline TimeValue time(std::string_view text)
{
    TimeValue value;
    if (const auto iso = parseIso(text)) {
        value.utcUs = iso->us;
        value.precision = iso->precision;
        value.offsetMinutes = iso->offsetMinutes;
    }
    return value;
}

inline Timestamp at(std::string_view text)
{
    return time(text).at();
}

inline Decimal number(std::string_view text)
{
    return parseDecimal(text).value_or(Decimal{});
}

class DatasetBuilder
{
public:
    DatasetBuilder& asset(std::string id, std::string parent = {}, std::string assetClass = {})
    {
        m_assets[id] = {std::move(parent), std::move(assetClass)};
        return *this;
    }

    DatasetBuilder& batch(std::string id, std::string product = "P", std::string recipe = "R",
        std::string_view start = {}, std::string_view end = {}, const std::function<void(Batch&)>& more = {})
    {
        Batch batch;
        batch.head = head("batches", id);
        batch.product = std::move(product);
        batch.recipe = std::move(recipe);
        batch.start = time(start);
        batch.end = time(end);
        batch.id = id;
        if (more)
            more(batch);
        m_batches[id] = std::move(batch);
        return *this;
    }

    DatasetBuilder& step(std::string batchId, std::string name, std::string assetId, std::string_view start,
        std::string_view end, std::string level = "unit_procedure", const std::function<void(BatchStep&)>& more = {})
    {
        BatchStep step;
        step.head = head("batch_steps", batchId + name + assetId + std::string(start) + level);
        step.name = std::move(name);
        step.level = std::move(level);
        step.start = time(start);
        step.end = time(end);
        if (more)
            more(step);
        needBatch(batchId);
        needAsset(assetId);
        later([=](Dataset& d) mutable {
            step.batch = d.findBatch(batchId);
            step.asset = d.findAsset(assetId);
            d.steps.push_back(step);
        });
        return *this;
    }

    DatasetBuilder& event(std::string_view when, std::string assetId, std::string category, std::string code,
        std::string batchId = {}, std::string_view end = {}, std::string text = {}, std::string severity = {})
    {
        needAsset(assetId);
        needBatch(batchId);
        m_events.push_back({time(when), time(end), assetId, batchId, category, code, text, severity, m_events.size()});
        return *this;
    }

    DatasetBuilder& workOrder(std::string id, std::string assetId, std::string type, std::string_view reported,
        std::string_view finished = {}, const std::function<void(WorkOrder&)>& more = {})
    {
        WorkOrder order;
        order.head = head("work_orders", id);
        order.id = std::move(id);
        order.type = std::move(type);
        order.reported = time(reported);
        order.finished = time(finished);
        order.status = finished.empty() ? "OPEN" : "CLOSED";
        if (more)
            more(order);
        needAsset(assetId);
        later([=](Dataset& d) mutable {
            order.asset = d.findAsset(assetId);
            d.workOrders.push_back(order);
        });
        return *this;
    }

    DatasetBuilder& calibration(std::string id, std::string assetId, std::string_view performed,
        std::string_view due = {}, std::string result = "pass", const std::function<void(Calibration&)>& more = {})
    {
        Calibration c;
        c.head = head("calibrations", id);
        c.id = std::move(id);
        c.performed = time(performed);
        c.due = time(due);
        c.result = std::move(result);
        if (more)
            more(c);
        needAsset(assetId);
        later([=](Dataset& d) mutable {
            c.asset = d.findAsset(assetId);
            d.calibrations.push_back(c);
        });
        return *this;
    }

    // Of every asset and product, at all times.
    DatasetBuilder& limit(std::string kind, std::string_view value, std::string unit)
    {
        Limit limit;
        limit.head = head("limits", kind);
        limit.kind = std::move(kind);
        limit.value = number(value);
        limit.unit = std::move(unit);
        later([=](Dataset& d) { d.limits.push_back(limit); });
        return *this;
    }

    DatasetBuilder& cleaning(std::string id, std::string assetId, std::string_view start, std::string_view end,
        std::string type = "CIP", std::string result = "pass", std::string skid = {},
        const std::function<void(Cleaning&)>& more = {})
    {
        Cleaning c;
        c.head = head("cleanings", id);
        c.id = std::move(id);
        c.type = std::move(type);
        c.start = time(start);
        c.end = time(end);
        c.result = std::move(result);
        if (more)
            more(c);
        needAsset(assetId);
        needAsset(skid);
        later([=](Dataset& d) mutable {
            c.asset = d.findAsset(assetId);
            c.skid = d.findAsset(skid);
            d.cleanings.push_back(c);
        });
        return *this;
    }

    DatasetBuilder& deviation(std::string id, std::string classification, std::string_view occurred,
        std::string assetId = {}, std::string batchId = {}, const std::function<void(Deviation&)>& more = {})
    {
        Deviation v;
        v.head = head("deviations", id);
        v.id = std::move(id);
        v.classification = std::move(classification);
        v.occurred = time(occurred);
        if (more)
            more(v);
        needAsset(assetId);
        needBatch(batchId);
        later([=](Dataset& d) mutable {
            v.asset = d.findAsset(assetId);
            v.batch = d.findBatch(batchId);
            d.deviations.push_back(v);
        });
        return *this;
    }

    DatasetBuilder& material(std::string batchId, std::string lot, std::string_view when, std::string material = {},
        std::string sourceBatch = {}, std::string direction = "consumed")
    {
        GenealogyEntry g;
        g.head = head("genealogy", batchId + lot + sourceBatch + direction + std::string(when));
        g.materialLot = std::move(lot);
        g.material = std::move(material);
        g.time = time(when);
        g.direction = std::move(direction);
        needBatch(batchId);
        needBatch(sourceBatch);
        later([=](Dataset& d) mutable {
            g.batch = d.findBatch(batchId);
            g.sourceBatch = d.findBatch(sourceBatch);
            d.genealogy.push_back(g);
        });
        return *this;
    }

    DatasetBuilder& link(std::string from, std::string to, std::string kind)
    {
        AssetLink l;
        l.head = head("asset_links", from + to + kind);
        l.kind = std::move(kind);
        needAsset(from);
        needAsset(to);
        later([=](Dataset& d) mutable {
            l.from = d.findAsset(from);
            l.to = d.findAsset(to);
            d.assetLinks.push_back(l);
        });
        return *this;
    }

    // Any other change, made after names are resolved and before sorting.
    DatasetBuilder& later(std::function<void(Dataset&)> change)
    {
        m_later.push_back(std::move(change));
        return *this;
    }

    RecordHead head(std::string_view table, std::string_view key)
    {
        RecordHead h;
        h.id = recordIdOf(std::string(table) + "\x1f" + std::string(key));
        h.source = SourceIndex{0};
        h.row = ++m_row;
        return h;
    }

    Dataset take()
    {
        Dataset d;
        d.sources.push_back(SourceInfo{});
        d.sources.back().name = "test.csv";
        addAssets(d);
        for (auto& [id, batch] : m_batches) {
            d.batchNames[id] = indexOf<BatchIndexTag>(d.batches.size());
            d.batches.push_back(batch);
        }
        addEvents(d);
        for (const auto& change : m_later)
            change(d);
        sortRecords(d);
        addCoverage(d);
        return d;
    }

private:
    struct EventRow
    {
        TimeValue when;
        TimeValue end;
        std::string asset, batch, category, code, text, severity;
        std::size_t number = 0;
        RecordId id{};
    };

    void needAsset(const std::string& id)
    {
        if (!id.empty())
            m_assets.try_emplace(id);
    }
    void needBatch(const std::string& id)
    {
        if (!id.empty() && m_batches.count(id) == 0)
            batch(id);
    }

    void addAssets(Dataset& d) const
    {
        std::set<std::string> names;
        for (const auto& [id, row] : m_assets) {
            names.insert(id);
            if (!row.first.empty())
                names.insert(row.first);
        }
        for (const std::string& name : names) {
            Asset asset;
            asset.id = name;
            asset.head.id = recordIdOf("assets\x1f" + name);
            d.assetNames[name] = indexOf<AssetIndexTag>(d.assets.size());
            d.assets.push_back(asset);
        }
        for (const auto& [id, row] : m_assets) {
            Asset& asset = d.assets[d.findAsset(id).value];
            asset.assetClass = row.second;
            asset.parent = d.findAsset(row.first);
            if (asset.parent.valid())
                d.assets[asset.parent.value].children.push_back(d.findAsset(id));
        }
    }

    void addEvents(Dataset& d)
    {
        for (EventRow& row : m_events)
            row.id = recordIdOf("events\x1f" + std::to_string(row.when.utcUs) + row.asset + row.category + row.code
                + row.batch + std::to_string(row.number));
        std::sort(m_events.begin(), m_events.end(), [](const EventRow& a, const EventRow& b) {
            return a.when.utcUs != b.when.utcUs ? a.when.utcUs < b.when.utcUs : a.id < b.id;
        });
        EventColumns& e = d.events;
        for (const EventRow& row : m_events) {
            e.timeUs.push_back(row.when.utcUs);
            e.endUs.push_back(row.end.utcUs);
            e.precision.push_back(static_cast<std::uint8_t>(row.when.precision));
            e.asset.push_back(d.findAsset(row.asset));
            e.batch.push_back(d.findBatch(row.batch));
            e.category.push_back(d.strings.intern(row.category));
            e.code.push_back(d.strings.intern(row.code));
            e.severity.push_back(d.strings.intern(row.severity));
            e.text.push_back(d.strings.intern(row.text));
            e.actor.push_back(0);
            e.source.push_back(SourceIndex{0});
            e.row.push_back(row.number + 1);
            e.id.push_back(row.id);
            e.recordedUs.push_back(TimeValue::kUnknown);
        }
    }

    static void sortRecords(Dataset& d)
    {
        const auto byId = [](const auto& a, const auto& b) { return a.id < b.id; };
        std::sort(d.workOrders.begin(), d.workOrders.end(), byId);
        std::sort(d.deviations.begin(), d.deviations.end(), byId);
        std::sort(d.steps.begin(), d.steps.end(), [](const BatchStep& a, const BatchStep& b) {
            return std::tie(a.start.utcUs, a.batch, a.level, a.name)
                < std::tie(b.start.utcUs, b.batch, b.level, b.name);
        });
        std::sort(d.calibrations.begin(), d.calibrations.end(), [](const Calibration& a, const Calibration& b) {
            return std::tie(a.performed.utcUs, a.id, a.point) < std::tie(b.performed.utcUs, b.id, b.point);
        });
        std::sort(d.cleanings.begin(), d.cleanings.end(), [](const Cleaning& a, const Cleaning& b) {
            return std::tie(a.start.utcUs, a.id) < std::tie(b.start.utcUs, b.id);
        });
    }

    static void addCoverage(Dataset& d)
    {
        std::map<std::pair<TableId, std::uint32_t>, std::pair<std::int64_t, std::int64_t>> spans;
        const auto add = [&](TableId table, std::uint32_t category, const TimeValue& t) {
            if (!t.known())
                return;
            auto [found, isNew] = spans.try_emplace({table, category}, t.utcUs, t.utcUs);
            found->second.first = std::min(found->second.first, t.utcUs);
            found->second.second = std::max(found->second.second, t.utcUs);
        };
        for (std::size_t i = 0; i < d.events.size(); ++i) {
            TimeValue t;
            t.utcUs = d.events.timeUs[i];
            add(TableId::Events, d.events.category[i], t);
        }
        for (const auto& r : d.workOrders)
            for (const TimeValue& t : {r.reported, r.started, r.finished})
                add(TableId::WorkOrders, 0, t);
        for (const auto& r : d.calibrations)
            add(TableId::Calibrations, 0, r.performed);
        for (const auto& r : d.cleanings)
            add(TableId::Cleanings, 0, r.start);
        for (const auto& r : d.steps)
            for (const TimeValue& t : {r.start, r.end})
                add(TableId::BatchSteps, 0, t);
        for (const auto& r : d.genealogy)
            add(TableId::Genealogy, 0, r.time);
        for (const auto& [kind, span] : spans)
            d.coverage.push_back(Coverage{kind.first, kind.second,
                {Interval{Timestamp(Duration(span.first)), Timestamp(Duration(span.second + 1))}}});
    }

    std::map<std::string, std::pair<std::string, std::string>> m_assets; // id to (parent, class)
    std::map<std::string, Batch> m_batches;
    std::vector<EventRow> m_events;
    std::vector<std::function<void(Dataset&)>> m_later;
    std::uint64_t m_row = 0;
};

} // namespace antecedent::test
