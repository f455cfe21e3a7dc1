// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/machine_dataset.h"

#include "model/base/text.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace antecedent::testsupport {

namespace {

template <class T> void sortById(std::vector<T>& records)
{
    std::sort(records.begin(), records.end(), [](const T& a, const T& b) { return a.id < b.id; });
}

void extend(std::optional<Interval>& span, const TimeValue& time)
{
    if (!time.known())
        return;
    const Interval one{time.at(), time.at() + Duration(1)};
    span = span ? Interval{std::min(span->begin, one.begin), std::max(span->end, one.end)} : one;
}

} // namespace

std::vector<std::vector<std::string>> readCsv(const std::filesystem::path& file)
{
    std::vector<std::vector<std::string>> rows;
    std::ifstream in(file, std::ios::binary);
    std::string line;
    std::getline(in, line); // header
    while (std::getline(in, line)) {
        std::vector<std::string> row(1);
        bool isQuoted = false;
        for (const char c : line) {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted)
                row.emplace_back();
            else if (c != '\r')
                row.back() += c;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::optional<std::filesystem::path> sharedFolder()
{
    const char* named = std::getenv("ANTECEDENT_SHARED");
    for (const std::filesystem::path& folder : {std::filesystem::path(named == nullptr ? "" : named),
             std::filesystem::path(ANTECEDENT_SOURCE_DIR) / ".." / "shared",
             std::filesystem::path(ANTECEDENT_SOURCE_DIR) / ".." / ".." / "shared"})
        if (!folder.empty() && std::filesystem::is_directory(folder / "data"))
            return folder;
    return std::nullopt;
}

TimeValue DatasetBuilder::time(const std::string& text) const
{
    TimeValue value;
    if (const auto parsed = parseIso(text)) {
        value.utcUs = parsed->us;
        value.precision = parsed->precision;
        value.offsetMinutes = parsed->offsetMinutes;
    }
    return value;
}

RecordId DatasetBuilder::nextId(const std::string& what)
{
    return recordIdOf(what + '#' + std::to_string(++m_counts[what]));
}

AssetIndex DatasetBuilder::asset(const std::string& id, const std::string& assetClass, const std::string& parent)
{
    if (id.empty())
        return {};
    if (const AssetIndex known = m_data.findAsset(id); known.valid())
        return known;
    Asset made;
    made.id = id;
    made.assetClass = assetClass;
    made.isImplicit = assetClass.empty();
    made.parent = asset(parent);
    made.head.id = recordIdOf("asset " + id);
    const auto index = indexOf<AssetIndexTag>(m_data.assets.size());
    if (made.parent.valid())
        m_data.assets[made.parent.value].children.push_back(index);
    m_data.assets.push_back(std::move(made));
    m_data.assetNames[id] = index;
    return index;
}

BatchIndex DatasetBuilder::batch(const std::string& id, const std::string& product, const std::string& recipe)
{
    if (id.empty())
        return {};
    if (const BatchIndex known = m_data.findBatch(id); known.valid())
        return known;
    Batch made;
    made.id = id;
    made.product = product;
    made.recipe = recipe;
    made.head.id = recordIdOf("batch " + id);
    const auto index = indexOf<BatchIndexTag>(m_data.batches.size());
    m_data.batches.push_back(std::move(made));
    m_data.batchNames[id] = index;
    return index;
}

void DatasetBuilder::step(const std::string& batchId, const std::string& name, const std::string& assetId,
    const std::string& start, const std::string& end, const std::string& level)
{
    BatchStep made;
    made.batch = batch(batchId);
    made.name = name;
    made.asset = asset(assetId);
    made.level = level;
    made.start = time(start);
    made.end = time(end);
    made.head.id = nextId("step " + batchId + name + start);
    Batch& owner = m_data.batches[made.batch.value];
    if (!owner.start.known() || made.start.utcUs < owner.start.utcUs)
        owner.start = made.start;
    if (!owner.end.known() || made.end.utcUs > owner.end.utcUs)
        owner.end = made.end;
    m_data.steps.push_back(std::move(made));
}

void DatasetBuilder::event(const std::string& when, const std::string& assetId, const std::string& category,
    const std::string& code, const std::string& batchId, const std::string& end)
{
    m_events.push_back({time(when), time(end), asset(assetId), batch(batchId), m_data.strings.intern(category),
        m_data.strings.intern(code), nextId("event " + when + assetId + category + code)});
}

void DatasetBuilder::workOrder(const std::string& id, const std::string& assetId, const std::string& type,
    const std::string& failureMode, const std::string& reported)
{
    WorkOrder made;
    made.id = id;
    made.asset = asset(assetId);
    made.type = type;
    made.failureMode = failureMode;
    made.reported = time(reported);
    made.started = made.reported;
    made.finished = made.reported;
    made.head.id = nextId("order " + id);
    m_data.workOrders.push_back(std::move(made));
}

void DatasetBuilder::material(const std::string& batchId, const std::string& lot, const std::string& when)
{
    GenealogyEntry made;
    made.batch = batch(batchId);
    made.materialLot = lot;
    made.time = time(when);
    made.direction = "consumed";
    made.head.id = nextId("material " + batchId + lot);
    m_data.genealogy.push_back(std::move(made));
}

void DatasetBuilder::deviation(const std::string& id, const std::string& occurred, const std::string& assetId,
    const std::string& classification, const std::string& batchId)
{
    Deviation made;
    made.id = id;
    made.occurred = time(occurred);
    made.asset = asset(assetId);
    made.batch = batch(batchId);
    made.classification = classification;
    made.head.id = nextId("deviation " + id);
    m_data.deviations.push_back(std::move(made));
}

Dataset DatasetBuilder::finish()
{
    std::sort(m_events.begin(), m_events.end(), [](const Event& a, const Event& b) {
        return a.time.utcUs != b.time.utcUs ? a.time.utcUs < b.time.utcUs : a.id < b.id;
    });
    std::map<std::uint32_t, std::optional<Interval>> byCategory;
    std::map<TableId, std::optional<Interval>> byTable;
    EventColumns& events = m_data.events;
    for (const Event& e : m_events) {
        extend(byCategory[e.category], e.time);
        events.timeUs.push_back(e.time.utcUs);
        events.endUs.push_back(e.end.utcUs);
        events.precision.push_back(static_cast<std::uint8_t>(e.time.precision));
        events.asset.push_back(e.asset);
        events.batch.push_back(e.batch);
        events.category.push_back(e.category);
        events.code.push_back(e.code);
        events.id.push_back(e.id);
    }
    const std::size_t size = m_events.size();
    events.severity.assign(size, 0);
    events.text.assign(size, 0);
    events.actor.assign(size, 0);
    events.source.assign(size, {});
    events.row.assign(size, 0);
    events.recordedUs.assign(size, TimeValue::kUnknown);
    for (const WorkOrder& order : m_data.workOrders)
        extend(byTable[TableId::WorkOrders], order.reported);
    for (const BatchStep& s : m_data.steps) {
        extend(byTable[TableId::BatchSteps], s.start);
        extend(byTable[TableId::BatchSteps], s.end);
    }
    for (const GenealogyEntry& g : m_data.genealogy)
        extend(byTable[TableId::Genealogy], g.time);
    for (const auto& [category, span] : byCategory)
        if (span)
            m_data.coverage.push_back({TableId::Events, category, {*span}});
    for (const auto& [table, span] : byTable)
        if (span)
            m_data.coverage.push_back({table, 0, {*span}});
    sortById(m_data.workOrders);
    sortById(m_data.deviations);
    std::sort(m_data.steps.begin(), m_data.steps.end(), [](const BatchStep& a, const BatchStep& b) {
        return std::tie(a.start.utcUs, a.batch, a.level, a.name) < std::tie(b.start.utcUs, b.batch, b.level, b.name);
    });
    return std::move(m_data);
}

Dataset readMachines(const std::filesystem::path& folder)
{
    DatasetBuilder builder;
    std::vector<std::string> machines;
    for (const auto& row : readCsv(folder / "PdM_machines.csv"))
        machines.push_back(row[0]);
    std::sort(machines.begin(), machines.end());
    for (const std::string& machine : machines)
        builder.asset(machine);
    for (const auto& row : readCsv(folder / "PdM_errors.csv"))
        builder.event(row[0], row[1], "error", row[2]);
    for (const auto& row : readCsv(folder / "PdM_maint.csv"))
        builder.workOrder(row[1] + '/' + row[0] + '/' + row[2], row[1], "REPLACEMENT", row[2], row[0]);
    for (const auto& row : readCsv(folder / "PdM_failures.csv"))
        builder.deviation(row[1] + '/' + row[0] + '/' + row[2], row[0], row[1], row[2]);
    return builder.finish();
}

} // namespace antecedent::testsupport
