// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/evidence/condition/canonical_folder.h"

#include "model/base/zone.h"
#include "model/evidence/condition/uses.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <set>
#include <sstream>
#include <tuple>

namespace antecedent::test {

namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells(1);
    bool isQuoted = false;
    for (const char c : line) {
        if (c == '"')
            isQuoted = !isQuoted;
        else if (c == ',' && !isQuoted)
            cells.emplace_back();
        else if (c != '\r')
            cells.back() += c;
    }
    return cells;
}

std::vector<Row> readTable(const std::filesystem::path& file)
{
    std::vector<Row> rows;
    std::ifstream in(file);
    std::string line;
    if (!std::getline(in, line))
        return rows;
    const std::vector<std::string> names = cellsOf(line);
    std::set<std::string> seen;
    while (std::getline(in, line)) {
        if (!seen.insert(line).second)
            continue;
        const std::vector<std::string> cells = cellsOf(line);
        Row row;
        for (std::size_t i = 0; i < names.size() && i < cells.size(); ++i)
            row[names[i]] = cells[i];
        rows.push_back(std::move(row));
    }
    return rows;
}

class Reader
{
public:
    Reader(const std::filesystem::path& folder, const std::string& zone)
        : m_folder(folder)
        , m_zone(findZone(zone).value_or(Zone()))
    {
    }

    CanonicalFolder read()
    {
        d.sources.emplace_back();
        d.siteZone = m_zone.name();
        readAssets();
        readBatches();
        readSteps();
        readEvents();
        readMaintenance();
        readDeviations();
        sortRecords();
        addCoverage();
        readTags();
        return std::move(m_result);
    }

private:
    TimeValue time(const std::string& text) const
    {
        TimeValue value;
        const auto iso = parseIso(text);
        if (!iso)
            return value;
        value.precision = iso->precision;
        value.utcUs = iso->hasOffset ? iso->us : m_zone.resolveLocal(iso->us).utcUs[0];
        return value;
    }
    static Decimal number(const std::string& text) { return parseDecimal(text).value_or(Decimal{}); }
    RecordHead head(const std::string& table, const Row& row)
    {
        RecordHead h;
        std::string text = table;
        for (const auto& [name, value] : row)
            text += '\x1f' + name + '=' + value;
        h.id = recordIdOf(text);
        h.source = SourceIndex{0};
        h.row = ++m_row;
        return h;
    }
    AssetIndex asset(const std::string& name) const
    {
        const auto found = m_names.find(condition::plainName(name));
        return name.empty() || found == m_names.end() ? AssetIndex{} : found->second;
    }
    std::vector<Row> table(const std::string& name) const { return readTable(m_folder / (name + ".csv")); }

    void readAssets()
    {
        std::vector<Row> rows = table("assets");
        std::sort(rows.begin(), rows.end(), [](Row& a, Row& b) { return a["asset_id"] < b["asset_id"]; });
        for (Row& row : rows) {
            Asset a;
            a.head = head("assets", row);
            a.id = row["asset_id"];
            a.assetClass = row["asset_class"];
            a.description = row["description"];
            a.cmmsId = row["cmms_id"];
            a.historianPrefix = row["historian_prefix"];
            const auto index = indexOf<AssetIndexTag>(d.assets.size());
            d.assetNames[a.id] = index;
            for (const std::string& name : {a.id, a.cmmsId, a.historianPrefix})
                if (!name.empty())
                    m_names.try_emplace(condition::plainName(name), index);
            d.assets.push_back(std::move(a));
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            d.assets[i].parent = asset(rows[i]["parent_id"]);
            if (d.assets[i].parent.valid())
                d.assets[d.assets[i].parent.value].children.push_back(indexOf<AssetIndexTag>(i));
        }
    }

    void readBatches()
    {
        std::vector<Row> rows = table("batches");
        std::sort(rows.begin(), rows.end(), [](Row& a, Row& b) { return a["batch_id"] < b["batch_id"]; });
        for (Row& row : rows) {
            if (d.batchNames.contains(row["batch_id"]))
                continue;
            Batch b;
            b.head = head("batches", row);
            b.id = row["batch_id"];
            b.product = row["product"];
            b.recipe = row["recipe"];
            b.start = time(row["start"]);
            b.end = time(row["end"]);
            b.status = row["status"];
            d.batchNames[b.id] = indexOf<BatchIndexTag>(d.batches.size());
            d.batches.push_back(std::move(b));
        }
        for (Row& row : table("genealogy")) {
            GenealogyEntry g;
            g.head = head("genealogy", row);
            g.batch = d.findBatch(row["batch_id"]);
            g.materialLot = row["material_lot"];
            g.sourceBatch = d.findBatch(row["source_batch_id"]);
            g.material = row["material"];
            g.time = time(row["time"]);
            g.direction = row["direction"];
            d.genealogy.push_back(std::move(g));
        }
    }

    void readSteps()
    {
        for (Row& row : table("batch_steps")) {
            BatchStep s;
            s.head = head("batch_steps", row);
            s.batch = d.findBatch(row["batch_id"]);
            s.level = row["level"];
            s.name = row["name"];
            s.asset = asset(row["asset_id"]);
            s.start = time(row["start"]);
            s.end = time(row["end"]);
            d.steps.push_back(std::move(s));
        }
    }

    void readEvents()
    {
        std::vector<Row> rows = table("events");
        std::stable_sort(rows.begin(), rows.end(), [this](const Row& a, const Row& b) {
            return std::make_tuple(time(a.at("time")).utcUs, a) < std::make_tuple(time(b.at("time")).utcUs, b);
        });
        EventColumns& e = d.events;
        for (Row& row : rows) {
            const TimeValue t = time(row["time"]);
            if (!t.known())
                continue;
            e.timeUs.push_back(t.utcUs);
            e.endUs.push_back(time(row["end"]).utcUs);
            e.precision.push_back(static_cast<std::uint8_t>(t.precision));
            e.asset.push_back(asset(row["asset_id"]));
            e.batch.push_back(d.findBatch(row["batch_id"]));
            e.category.push_back(d.strings.intern(row["category"]));
            e.code.push_back(d.strings.intern(row["code"]));
            e.severity.push_back(d.strings.intern(row["severity"]));
            e.text.push_back(d.strings.intern(row["text"]));
            e.actor.push_back(0);
            e.source.push_back(SourceIndex{0});
            e.row.push_back(++m_row);
            e.id.push_back(head("events", row).id);
            e.recordedUs.push_back(TimeValue::kUnknown);
        }
    }

    void readMaintenance()
    {
        for (Row& row : table("work_orders")) {
            WorkOrder w;
            w.head = head("work_orders", row);
            w.id = row["work_order_id"];
            w.asset = asset(row["asset_id"]);
            w.type = row["type"];
            w.priority = row["priority"];
            w.failureMode = row["failure_mode"];
            w.failureCause = row["failure_cause"];
            w.reported = time(row["reported"]);
            w.started = time(row["started"]);
            w.finished = time(row["finished"]);
            w.status = row["status"];
            d.workOrders.push_back(std::move(w));
        }
        for (Row& row : table("calibrations")) {
            Calibration c;
            c.head = head("calibrations", row);
            c.id = row["calibration_id"];
            c.asset = asset(row["asset_id"]);
            c.performed = time(row["performed"]);
            c.due = time(row["due"]);
            c.asFoundError = number(row["as_found_error"]);
            c.asLeftError = number(row["as_left_error"]);
            c.tolerance = number(row["tolerance"]);
            c.result = row["result"];
            d.calibrations.push_back(std::move(c));
        }
        for (Row& row : table("cleanings")) {
            Cleaning c;
            c.head = head("cleanings", row);
            c.id = row["cleaning_id"];
            c.asset = asset(row["asset_id"]);
            c.type = row["type"];
            c.start = time(row["start"]);
            c.end = time(row["end"]);
            c.result = row["result"];
            d.cleanings.push_back(std::move(c));
        }
    }

    void readDeviations()
    {
        for (Row& row : table("deviations")) {
            Deviation v;
            v.head = head("deviations", row);
            v.id = row["deviation_id"];
            v.occurred = time(row["occurred"]);
            v.detected = time(row["detected"]);
            v.batch = d.findBatch(row["batch_id"]);
            v.asset = asset(row["asset_id"]);
            v.classification = row["classification"];
            v.severity = row["severity"];
            v.text = row["text"];
            d.deviations.push_back(std::move(v));
        }
    }

    void sortRecords()
    {
        const auto byId = [](const auto& a, const auto& b) { return a.id < b.id; };
        std::sort(d.workOrders.begin(), d.workOrders.end(), byId);
        std::sort(d.deviations.begin(), d.deviations.end(), byId);
        std::sort(d.steps.begin(), d.steps.end(), [](const BatchStep& a, const BatchStep& b) {
            return std::tie(a.start.utcUs, a.batch, a.level, a.name, a.head.id)
                < std::tie(b.start.utcUs, b.batch, b.level, b.name, b.head.id);
        });
        std::sort(d.calibrations.begin(), d.calibrations.end(), [](const Calibration& a, const Calibration& b) {
            return std::tie(a.performed.utcUs, a.id) < std::tie(b.performed.utcUs, b.id);
        });
        std::sort(d.cleanings.begin(), d.cleanings.end(), [](const Cleaning& a, const Cleaning& b) {
            return std::tie(a.start.utcUs, a.id) < std::tie(b.start.utcUs, b.id);
        });
    }

    void addCoverage()
    {
        std::int64_t first = std::numeric_limits<std::int64_t>::max();
        std::int64_t last = std::numeric_limits<std::int64_t>::min();
        std::set<std::uint32_t> categories;
        for (std::size_t i = 0; i < d.events.size(); ++i) {
            first = std::min(first, d.events.timeUs[i]);
            last = std::max(last, d.events.timeUs[i]);
            categories.insert(d.events.category[i]);
        }
        const std::vector<Interval> all{{Timestamp(Duration(first)), Timestamp(Duration(last + 1))}};
        for (const std::uint32_t category : categories)
            d.coverage.push_back({TableId::Events, category, all});
        for (const TableId table :
            {TableId::BatchSteps, TableId::WorkOrders, TableId::Calibrations, TableId::Cleanings, TableId::Genealogy})
            d.coverage.push_back({table, 0, all});
    }

    void readTags()
    {
        std::map<std::string, Tag> tags;
        for (Row& row : table("tags")) {
            Tag t;
            t.head = head("tags", row);
            t.name = row["tag"];
            t.asset = asset(row["asset_id"]);
            t.parameter = row["parameter"];
            t.unit = row["unit"];
            t.lowLimit = number(row["low_limit"]);
            t.highLimit = number(row["high_limit"]);
            const auto [entry, isNew] = tags.try_emplace(t.name, t);
            if (!isNew && t.asset.valid())
                entry->second = t;
        }
        std::map<std::string, std::size_t> positions;
        for (auto& [name, tag] : tags) {
            positions[name] = d.tags.size();
            d.tags.push_back(std::move(tag));
        }
        m_result.samples.byTag.resize(d.tags.size());
        std::ifstream in(m_folder / "samples.csv");
        std::string line;
        std::getline(in, line);
        std::string lastText;
        TimeValue lastTime;
        while (std::getline(in, line)) {
            const std::vector<std::string> cells = cellsOf(line);
            const auto found = cells.size() < 4 ? positions.end() : positions.find(cells[1]);
            const auto value = cells.size() < 4 ? std::nullopt : parseDecimal(cells[2]);
            if (found == positions.end())
                continue;
            if (cells[0] != lastText) {
                lastText = cells[0];
                lastTime = time(lastText);
            }
            const bool isGood = cells[3] == "Good" && value;
            m_result.samples.byTag[found->second].push_back(
                {lastTime.at(), isGood ? toDouble(*value) : std::numeric_limits<double>::quiet_NaN()});
        }
        for (auto& list : m_result.samples.byTag)
            std::stable_sort(
                list.begin(), list.end(), [](const Sample& a, const Sample& b) { return a.time < b.time; });
    }

    std::filesystem::path m_folder;
    Zone m_zone;
    CanonicalFolder m_result;
    Dataset& d = m_result.dataset;
    std::map<std::string, AssetIndex> m_names;
    std::uint64_t m_row = 0;
};

} // namespace

Result<std::vector<Sample>> MemorySamples::read(TagIndex tag, const Interval& interval)
{
    const std::vector<Sample>& all = byTag[tag.value];
    const auto before = [](const Sample& s, Timestamp t) { return s.time < t; };
    const auto first = std::lower_bound(all.begin(), all.end(), interval.begin, before);
    const auto last = std::lower_bound(first, all.end(), interval.end, before);
    return std::vector<Sample>(first, last);
}

CanonicalFolder readCanonicalFolder(const std::filesystem::path& folder, const std::string& zone)
{
    return Reader(folder, zone).read();
}

} // namespace antecedent::test
