// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/unified_events.h"

#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace antecedent {

namespace {

// A row before sorting; `name` indexes the class names met so far.
struct Row
{
    std::int64_t onset;
    std::int64_t end;
    std::int64_t uncertainty;
    AssetIndex asset;
    BatchIndex batch;
    std::uint32_t name;
    TableId table;
    std::uint32_t item;
    std::int64_t recorded;
};

std::string joinedName(std::string_view head, std::string_view first, char separator, std::string_view second)
{
    std::string name(head);
    if (!first.empty())
        name.append(1, ':').append(first);
    if (!second.empty())
        name.append(1, first.empty() ? ':' : separator).append(second);
    return name;
}

Duration clockUncertainty(const Dataset& dataset, SourceIndex source)
{
    if (!source.valid() || source.value >= dataset.sources.size())
        return Duration{};
    return dataset.sources[source.value].clockUncertainty.value_or(Duration{});
}

class Unifier
{
public:
    explicit Unifier(const Dataset& dataset)
        : m_dataset(dataset)
    {
    }

    UnifiedEvents run()
    {
        addMaintenance();
        addProduction();
        addQuality();
        return merged();
    }

private:
    std::uint32_t className(std::string_view name, TableId table, std::uint32_t category = 0)
    {
        const auto id = m_names.intern(name);
        if (id >= m_classes.size())
            m_classes.resize(id + 1);
        if (m_classes[id].name.empty())
            m_classes[id] = EventClass{std::string(name), table, category};
        return id;
    }

    void add(TableId table, std::size_t item, const RecordHead& head, const TimeValue& onset, std::int64_t end,
        AssetIndex asset, BatchIndex batch, const std::string& name)
    {
        if (!onset.known()) {
            ++m_undated[table];
            return;
        }
        m_rows.push_back(Row{onset.utcUs, end, uncertaintyOf(m_dataset, onset, head.source).count(), asset, batch,
            className(name, table), table, static_cast<std::uint32_t>(item), head.recorded.utcUs});
    }

    void addMaintenance();
    void addProduction();
    void addQuality();
    std::vector<std::uint32_t> eventNames();
    std::vector<std::uint32_t> eventOrder() const;
    UnifiedEvents merged();
    std::vector<ClassIndex> sortClasses(UnifiedEvents& out);

    const Dataset& m_dataset;
    StringPool m_names;
    std::vector<EventClass> m_classes;
    std::vector<Row> m_rows;
    std::map<TableId, std::size_t> m_undated;
};

const RecordHead& headOf(const Dataset& dataset, TableId table, std::uint32_t item)
{
    switch (table) {
    case TableId::WorkOrders:
        return dataset.workOrders[item].head;
    case TableId::Calibrations:
        return dataset.calibrations[item].head;
    case TableId::Cleanings:
        return dataset.cleanings[item].head;
    case TableId::BatchSteps:
        return dataset.steps[item].head;
    case TableId::Genealogy:
        return dataset.genealogy[item].head;
    case TableId::Changes:
        return dataset.changes[item].head;
    default:
        return dataset.results[item].head;
    }
}

// Class name of each event, by the pair of its category and code.
std::vector<std::uint32_t> Unifier::eventNames()
{
    const EventColumns& e = m_dataset.events;
    std::vector<std::uint32_t> names(e.size(), 0);
    std::unordered_map<std::uint64_t, std::uint32_t> known;
    for (std::size_t i = 0; i < e.size(); ++i) {
        auto [found, isNew] = known.try_emplace((std::uint64_t{e.category[i]} << 32) | e.code[i], 0U);
        if (isNew) {
            const auto name = joinedName(
                trimmed(m_dataset.strings.text(e.category[i])), trimmed(m_dataset.strings.text(e.code[i])), ':', {});
            found->second = className(name, TableId::Events, e.category[i]);
        }
        names[i] = found->second;
    }
    return names;
}

// Dated events by (time, record id): the order in which a dataset is loaded, made again only if it is not so.
std::vector<std::uint32_t> Unifier::eventOrder() const
{
    const EventColumns& e = m_dataset.events;
    std::vector<std::uint32_t> order;
    order.reserve(e.size());
    for (std::size_t i = 0; i < e.size(); ++i)
        if (e.timeUs[i] != TimeValue::kUnknown)
            order.push_back(static_cast<std::uint32_t>(i));
    const auto less = [&e](std::uint32_t a, std::uint32_t b) {
        if (e.timeUs[a] != e.timeUs[b] || e.id.empty())
            return e.timeUs[a] < e.timeUs[b];
        return e.id[a] < e.id[b];
    };
    if (!std::is_sorted(order.begin(), order.end(), less))
        std::stable_sort(order.begin(), order.end(), less);
    return order;
}

void Unifier::addMaintenance()
{
    for (std::size_t i = 0; i < m_dataset.workOrders.size(); ++i) {
        const auto& o = m_dataset.workOrders[i];
        const std::int64_t end = o.finished.known() ? o.finished.utcUs
            : isOpen(o)                             ? UnifiedEvents::kOpenEnd
                                                    : UnifiedEvents::kNoEnd;
        add(TableId::WorkOrders, i, o.head, onsetOf(o), end, o.asset, {},
            joinedName("work_order", trimmed(o.type), '/', trimmed(o.failureMode)));
    }
    for (std::size_t i = 0; i < m_dataset.calibrations.size(); ++i) {
        const auto& c = m_dataset.calibrations[i];
        add(TableId::Calibrations, i, c.head, c.performed, UnifiedEvents::kNoEnd, c.asset, {},
            joinedName("calibration", trimmed(c.asFoundResult.empty() ? c.result : c.asFoundResult), ':', {}));
    }
    for (std::size_t i = 0; i < m_dataset.cleanings.size(); ++i) {
        const auto& c = m_dataset.cleanings[i];
        add(TableId::Cleanings, i, c.head, c.start, c.end.utcUs, c.asset, {},
            joinedName("cleaning", trimmed(c.type), ':', trimmed(c.result)));
    }
}

void Unifier::addProduction()
{
    for (std::size_t i = 0; i < m_dataset.steps.size(); ++i) {
        const auto& s = m_dataset.steps[i];
        add(TableId::BatchSteps, i, s.head, s.start, s.end.utcUs, s.asset, s.batch,
            joinedName("step", trimmed(s.name), ':', {}));
    }
    for (std::size_t i = 0; i < m_dataset.genealogy.size(); ++i) {
        const auto& g = m_dataset.genealogy[i];
        if (equalsIgnoreCase(g.direction, "produced"))
            continue; // what a batch made is no antecedent of it; impact reads the genealogy itself
        const std::string lot = !g.materialLot.empty() ? g.materialLot
            : g.sourceBatch.valid()                    ? m_dataset.batch(g.sourceBatch)->id
                                                       : std::string();
        add(TableId::Genealogy, i, g.head, g.time, UnifiedEvents::kNoEnd, {}, g.batch,
            joinedName("material", trimmed(lot), ':', {}));
    }
}

void Unifier::addQuality()
{
    for (std::size_t i = 0; i < m_dataset.changes.size(); ++i) {
        const auto& c = m_dataset.changes[i];
        add(TableId::Changes, i, c.head, c.effective, c.end.utcUs, c.asset, {},
            joinedName("change", trimmed(c.kind), ':', {}));
    }
    for (std::size_t i = 0; i < m_dataset.results.size(); ++i) {
        const auto& r = m_dataset.results[i];
        add(TableId::Results, i, r.head, r.sampled.known() ? r.sampled : r.reported, UnifiedEvents::kNoEnd,
            m_dataset.findAsset(r.location), r.batch, joinedName("result", trimmed(r.test), ':', trimmed(r.outcome)));
    }
}

std::vector<ClassIndex> Unifier::sortClasses(UnifiedEvents& out)
{
    std::vector<std::uint32_t> order;
    for (std::uint32_t id = 0; id < m_classes.size(); ++id)
        if (!m_classes[id].name.empty())
            order.push_back(id);
    std::sort(order.begin(), order.end(),
        [this](std::uint32_t a, std::uint32_t b) { return m_classes[a].name < m_classes[b].name; });
    std::vector<ClassIndex> rank(m_classes.size());
    for (const auto id : order) {
        rank[id] = indexOf<ClassIndexTag>(out.classes.size());
        out.classes.push_back(std::move(m_classes[id]));
    }
    return rank;
}

UnifiedEvents Unifier::merged()
{
    const auto names = eventNames();
    const auto order = eventOrder();
    const EventColumns& e = m_dataset.events;
    std::sort(m_rows.begin(), m_rows.end(), [this](const Row& a, const Row& b) {
        if (a.onset != b.onset || a.table != b.table)
            return std::tie(a.onset, a.table) < std::tie(b.onset, b.table);
        return headOf(m_dataset, a.table, a.item).id < headOf(m_dataset, b.table, b.item).id;
    });
    std::vector<std::int64_t> clock;
    for (std::size_t s = 0; s < m_dataset.sources.size(); ++s)
        clock.push_back(clockUncertainty(m_dataset, indexOf<SourceIndexTag>(s)).count());
    std::array<std::int64_t, 16> half{};
    for (std::size_t p = 0; p <= static_cast<std::size_t>(TimePrecision::Year); ++p)
        half[p] = precisionWidth(static_cast<TimePrecision>(p)).count() / 2;

    UnifiedEvents out;
    const auto rank = sortClasses(out);
    out.reserve(order.size() + m_rows.size());
    const auto append = [&](const Row& row) {
        out.onsetUs.push_back(row.onset);
        out.endUs.push_back(row.end);
        out.uncertaintyUs.push_back(row.uncertainty);
        out.asset.push_back(row.asset);
        out.batch.push_back(row.batch);
        out.eventClass.push_back(rank[row.name]);
        out.table.push_back(row.table);
        out.item.push_back(row.item);
        out.recordedUs.push_back(row.recorded);
    };
    const auto comesBeforeEvents = [](const Row& row) { return row.table < TableId::Events; };
    std::size_t next = 0;
    for (const std::uint32_t i : order) {
        while (next < m_rows.size()
            && (m_rows[next].onset < e.timeUs[i]
                || (m_rows[next].onset == e.timeUs[i] && comesBeforeEvents(m_rows[next]))))
            append(m_rows[next++]);
        const auto source = e.source[i].value;
        const std::int64_t uncertainty = half[e.precision[i] & 15U] + (source < clock.size() ? clock[source] : 0);
        append(Row{e.timeUs[i], e.endUs[i], uncertainty, e.asset[i], e.batch[i], names[i], TableId::Events, i,
            e.recordedUs[i]});
    }
    while (next < m_rows.size())
        append(m_rows[next++]);
    if (order.size() < e.size())
        m_undated[TableId::Events] += e.size() - order.size();
    out.undated = std::move(m_undated);
    return out;
}

} // namespace

void UnifiedEvents::reserve(std::size_t rows)
{
    for (auto* column : {&onsetUs, &endUs, &uncertaintyUs, &recordedUs})
        column->reserve(rows);
    asset.reserve(rows);
    batch.reserve(rows);
    eventClass.reserve(rows);
    table.reserve(rows);
    item.reserve(rows);
}

std::optional<ClassIndex> UnifiedEvents::findClass(std::string_view name) const
{
    const auto found = std::lower_bound(
        classes.begin(), classes.end(), name, [](const EventClass& c, std::string_view key) { return c.name < key; });
    if (found == classes.end() || found->name != name)
        return std::nullopt;
    return indexOf<ClassIndexTag>(static_cast<std::size_t>(found - classes.begin()));
}

UnifiedEvents unifyEvents(const Dataset& dataset)
{
    return Unifier(dataset).run();
}

const TimeValue& onsetOf(const WorkOrder& order)
{
    if (order.reported.known())
        return order.reported;
    return order.started.known() ? order.started : order.finished;
}

bool isClosedStatus(std::string_view status)
{
    static constexpr std::array<std::string_view, 17> kClosed{"close", "closed", "comp", "complete", "completed",
        "teco", "clsd", "cnf", "done", "finished", "can", "cancelled", "canceled", "cncl", "rejected", "wcomp", "dlfl"};
    for (const auto word : split(status, ' '))
        if (std::any_of(kClosed.begin(), kClosed.end(),
                [&](std::string_view closed) { return equalsIgnoreCase(word, closed); }))
            return true;
    return false;
}

bool isOpen(const WorkOrder& order)
{
    return !order.finished.known() && !order.status.empty() && !isClosedStatus(order.status);
}

RecordRef recordOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i)
{
    const auto item = events.item[i];
    if (events.table[i] == TableId::Events) {
        const RecordId id = dataset.events.id.empty() ? RecordId{} : dataset.events.id[item]; // loaded without ids
        return RecordRef{TableId::Events, id, dataset.events.source[item], dataset.events.row[item]};
    }
    const RecordHead& head = headOf(dataset, events.table[i], item);
    return RecordRef{events.table[i], head.id, head.source, head.row};
}

TimeValue onsetTime(const Dataset& dataset, const UnifiedEvents& events, std::size_t i)
{
    const auto item = events.item[i];
    switch (events.table[i]) {
    case TableId::Events: {
        TimeValue value;
        value.utcUs = dataset.events.timeUs[item];
        value.precision = static_cast<TimePrecision>(dataset.events.precision[item]);
        return value;
    }
    case TableId::WorkOrders:
        return onsetOf(dataset.workOrders[item]);
    case TableId::Calibrations:
        return dataset.calibrations[item].performed;
    case TableId::Cleanings:
        return dataset.cleanings[item].start;
    case TableId::BatchSteps:
        return dataset.steps[item].start;
    case TableId::Genealogy:
        return dataset.genealogy[item].time;
    case TableId::Changes:
        return dataset.changes[item].effective;
    default: {
        const TestResult& result = dataset.results[item];
        return result.sampled.known() ? result.sampled : result.reported;
    }
    }
}

std::string_view categoryOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i)
{
    if (events.table[i] == TableId::Events)
        return dataset.strings.text(dataset.events.category[events.item[i]]);
    const std::string_view name = events.className(i);
    return name.substr(0, name.find(':'));
}

std::string codeOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i)
{
    if (events.table[i] == TableId::Events)
        return dataset.strings.text(dataset.events.code[events.item[i]]);
    const std::string& name = events.className(i);
    const auto colon = name.find(':');
    return colon == std::string::npos ? std::string() : name.substr(colon + 1);
}

std::string_view severityOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i)
{
    if (events.table[i] == TableId::Events)
        return dataset.strings.text(dataset.events.severity[events.item[i]]);
    if (events.table[i] == TableId::WorkOrders)
        return dataset.workOrders[events.item[i]].priority;
    return {};
}

std::string_view textOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i)
{
    const auto item = events.item[i];
    switch (events.table[i]) {
    case TableId::Events:
        return dataset.strings.text(dataset.events.text[item]);
    case TableId::WorkOrders:
        return dataset.workOrders[item].text;
    case TableId::Changes:
        return dataset.changes[item].text;
    case TableId::Genealogy:
        return dataset.genealogy[item].material;
    case TableId::Cleanings:
        return dataset.cleanings[item].reason;
    default:
        return {};
    }
}

std::string_view actorOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i)
{
    const auto item = events.item[i];
    switch (events.table[i]) {
    case TableId::Events:
        return dataset.strings.text(dataset.events.actor[item]);
    case TableId::WorkOrders:
        return dataset.workOrders[item].performedBy;
    case TableId::BatchSteps:
        return dataset.steps[item].performedBy;
    case TableId::Cleanings:
        return dataset.cleanings[item].performedBy;
    case TableId::Calibrations:
        return dataset.calibrations[item].performedBy;
    default:
        return {};
    }
}

Duration uncertaintyOf(const Dataset& dataset, const TimeValue& time, SourceIndex source)
{
    return precisionWidth(time.precision) / 2 + clockUncertainty(dataset, source);
}

Order orderOf(Timestamp a, Duration uncertaintyA, Timestamp b, Duration uncertaintyB)
{
    const Duration gap = b - a;
    const Duration needed = std::max(uncertaintyA + uncertaintyB, Duration(1));
    if (gap >= needed)
        return Order::Before;
    return -gap >= needed ? Order::After : Order::Undetermined;
}

} // namespace antecedent
