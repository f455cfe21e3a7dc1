// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facts/condition.h"

#include "model/base/text.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <set>

namespace antecedent {

namespace {

constexpr std::array<const char*, 6> kCounters{"since_maintenance", "since_preventive", "since_corrective",
    "since_replacement", "since_calibration", "since_cleaning"};
enum CounterSlot : std::size_t { Maintenance, Preventive, Corrective, Replacement, CalibrationSlot, CleaningSlot };

bool isFail(std::string_view result)
{
    const std::string word = toLowerAscii(trimmed(result));
    return word.find("fail") != std::string::npos || word == "nok" || word == "rejected" || word == "oot"
        || word == "out of tolerance";
}

bool isCancelled(const WorkOrder& order)
{
    const std::string word = toLowerAscii(trimmed(order.status));
    return word.starts_with("can") || word == "cncl" || word == "rejected" || word == "dlfl";
}

bool isPreventive(const WorkOrder& order)
{
    const std::string word = toLowerAscii(trimmed(order.type));
    return word.starts_with("pm") || word.starts_with("prev") || word.starts_with("plan");
}

} // namespace

// One question under way: which records count, and what they said so far.
struct ConditionFacts::Search
{
    ConditionCard card;
    std::vector<AssetIndex> parts; // the asset and its parts
    std::vector<AssetIndex> cleaned; // the assets whose cleaning counts
    std::set<TableId> withoutEntry;

    // False if the record may not be used: entered later, or (as known then) its source does not say when.
    bool mayUse(
        TableId table, const TimeValue& entered, const TimeValue& happened, const RecordId& id, std::string what)
    {
        const auto was = wasEntered(entered, card.at);
        if (!was)
            withoutEntry.insert(table);
        if (was && !*was)
            card.enteredLater.push_back({std::move(what), happened, entered, id});
        return card.known == AsKnown::Now || was.value_or(false);
    }

    void reset(std::size_t slot, const TimeValue& when, const std::string& ref, const RecordId& id)
    {
        Counter& counter = card.counters[slot];
        if (counter.last.known() && counter.last.utcUs >= when.utcUs)
            return;
        counter.last = when;
        counter.ref = ref;
        counter.record = id;
    }
};

const Counter& ConditionCard::counter(std::string_view name) const
{
    const auto found = std::find_if(counters.begin(), counters.end(), [&](const Counter& c) { return c.name == name; });
    assert(found != counters.end()); // names are fixed
    return *found;
}

ConditionFacts::ConditionFacts(const AlignmentContext& context)
    : m_context(context)
{
    const Dataset& dataset = context.dataset;
    const auto file = [&](auto& lists, const auto& records, const auto& assetOf) {
        lists.resize(dataset.assets.size());
        for (std::size_t i = 0; i < records.size(); ++i)
            if (const AssetIndex asset = assetOf(records[i]); asset.valid())
                lists[asset.value].push_back(static_cast<std::uint32_t>(i));
    };
    file(m_orders, dataset.workOrders, [](const WorkOrder& o) { return o.asset; });
    file(m_calibrations, dataset.calibrations, [](const Calibration& c) { return c.asset; });
    file(m_cleanings, dataset.cleanings, [](const Cleaning& c) { return c.asset; });
    file(m_installations, dataset.installations, [](const Installation& i) { return i.position; });
    for (std::size_t i = 0; i < dataset.workOrderStatus.size(); ++i)
        if (dataset.workOrderStatus[i].time.known())
            m_status[dataset.workOrderStatus[i].workOrderId].push_back(static_cast<std::uint32_t>(i));
    for (auto& [id, list] : m_status)
        std::stable_sort(list.begin(), list.end(), [&](std::uint32_t a, std::uint32_t b) {
            return dataset.workOrderStatus[a].time.utcUs < dataset.workOrderStatus[b].time.utcUs;
        });
}

std::optional<bool> ConditionFacts::wasEntered(const TimeValue& entered, Timestamp t)
{
    return entered.known() ? std::optional(entered.at() <= t) : std::nullopt;
}

TimeValue ConditionFacts::entryOf(const WorkOrder& order) const
{
    if (order.head.recorded.known())
        return order.head.recorded;
    if (const auto found = m_status.find(order.id); found != m_status.end())
        return m_context.dataset.workOrderStatus[found->second.front()].time;
    return order.reported;
}

TimeValue ConditionFacts::closedAt(const WorkOrder& order, AsKnown known) const
{
    TimeValue closed;
    if (const auto found = m_status.find(order.id); found != m_status.end())
        for (const auto i : found->second)
            if (!closed.known() && isClosedStatus(m_context.dataset.workOrderStatus[i].status))
                closed = m_context.dataset.workOrderStatus[i].time;
    if (known == AsKnown::Then && closed.known())
        return closed; // the system only knew of the finish when the order was closed in it
    return order.finished.known() ? order.finished : closed;
}

bool ConditionFacts::isOpenAt(const WorkOrder& order, Timestamp t, AsKnown known) const
{
    const TimeValue& onset = onsetOf(order);
    if (!onset.known() || onset.at() > t || isCancelled(order))
        return false;
    // Preventive work that is planned, not begun and not late is no open work.
    const TimeValue& due = order.latestAllowed.known() ? order.latestAllowed : order.due;
    const bool hasBegun = order.started.known() && order.started.at() <= t;
    const bool isLate = due.known() && due.at() <= t;
    if (isPreventive(order) && !hasBegun && !isLate)
        return false;
    const TimeValue closed = closedAt(order, known);
    return closed.known() ? closed.at() > t : isOpen(order);
}

void ConditionFacts::addWork(Search& search) const
{
    ConditionCard& card = search.card;
    for (const AssetIndex part : search.parts) {
        for (const auto i : m_orders[part.value]) {
            const WorkOrder& order = m_context.dataset.workOrders[i];
            const TimeValue& onset = onsetOf(order);
            const TimeValue closed = closedAt(order, card.known);
            // Strictly before: the order that is finished at the failure itself answers it and resets nothing for it.
            const bool isFinished = closed.known() && closed.at() < card.at;
            if (!onset.known() || (onset.at() > card.at && !isFinished)) // a late entry may be finished before it
                continue;
            if (!search.mayUse(TableId::WorkOrders, entryOf(order), isFinished ? closed : onset, order.head.id,
                    phrase("work order %1", order.id)))
                continue;
            const TimeValue now = closedAt(order, AsKnown::Now);
            const TimeValue then = closedAt(order, AsKnown::Then);
            if (now.known() && now.at() <= card.at && then.at() > card.at)
                card.enteredLater.push_back({phrase("work order %1 finished", order.id), now, then, order.head.id});
            if (isOpenAt(order, card.at, card.known))
                card.openWork.push_back({order.id, order.asset, order.head.id});
            if (!isFinished || isCancelled(order))
                continue;
            const Resets resets = m_context.configuration.resets.resetsOf(order);
            const TimeValue& when = order.finished.known() ? order.finished : closed;
            const std::array<bool, 6> flags{resets.maintenance, resets.preventive, resets.corrective,
                resets.replacement, resets.calibration, resets.cleaning};
            for (std::size_t slot = 0; slot < flags.size(); ++slot)
                if (flags[slot])
                    search.reset(slot, when, order.id, order.head.id);
        }
    }
    std::sort(
        card.openWork.begin(), card.openWork.end(), [](const OpenWork& a, const OpenWork& b) { return a.id < b.id; });
}

void ConditionFacts::addCalibrations(Search& search) const
{
    ConditionCard& card = search.card;
    std::map<std::pair<AssetIndex, std::string>, AsFound> asFound;
    for (const AssetIndex part : search.parts) {
        for (const auto i : m_calibrations[part.value]) {
            const Calibration& c = m_context.dataset.calibrations[i];
            if (!c.performed.known() || c.performed.at() > card.at
                || !search.mayUse(
                    TableId::Calibrations, c.head.recorded, c.performed, c.head.id, phrase("calibration %1", c.id)))
                continue;
            search.reset(CalibrationSlot, c.performed, c.id, c.head.id);
            AsFound& found = asFound[{c.asset, c.point}]; // calibrations stand in order of time
            found = AsFound{c.asset, c.point, c.id, c.performed, c.asFoundError, c.tolerance, c.unit,
                c.asFoundResult.empty() ? c.result : c.asFoundResult, c.head.id};
        }
    }
    for (auto& [key, found] : asFound) {
        if (!card.lastAsFound || card.lastAsFound->performed.utcUs < found.performed.utcUs)
            card.lastAsFound = found;
        card.asFound.push_back(std::move(found));
    }
}

void ConditionFacts::addCleanings(Search& search) const
{
    for (const AssetIndex asset : search.cleaned) {
        for (const auto i : m_cleanings[asset.value]) {
            const Cleaning& c = m_context.dataset.cleanings[i];
            const TimeValue& when = c.end.known() ? c.end : c.start;
            if (!when.known() || when.at() > search.card.at || isFail(c.result))
                continue;
            if (search.mayUse(TableId::Cleanings, c.head.recorded, when, c.head.id, phrase("cleaning %1", c.id)))
                search.reset(CleaningSlot, when, c.id, c.head.id);
        }
    }
}

void ConditionFacts::addInstallations(Search& search) const
{
    for (const AssetIndex part : search.parts) {
        for (const auto i : m_installations[part.value]) {
            const Installation& item = m_context.dataset.installations[i];
            if (!item.from.known() || item.from.at() > search.card.at)
                continue;
            if (search.mayUse(TableId::Installations, item.head.recorded, item.from, item.head.id,
                    phrase("installation of %1", item.item)))
                search.reset(
                    Replacement, item.from, item.workOrderId.empty() ? item.item : item.workOrderId, item.head.id);
        }
    }
}

const Limit* ConditionFacts::limitFor(
    std::string_view kind, AssetIndex asset, std::string_view product, Timestamp t) const
{
    const Limit* best = nullptr;
    int bestScore = -1;
    const AssetIndex unit = m_context.scopes.unitOf(asset);
    for (const Limit& limit : m_context.dataset.limits) {
        if (limit.kind != kind || !limit.value.known || (limit.effective.known() && limit.effective.at() > t))
            continue;
        if (!limit.product.empty() && limit.product != product)
            continue;
        int score = limit.product.empty() ? 0 : 1;
        if (limit.asset.valid()) {
            if (limit.asset != asset && limit.asset != unit)
                continue;
            score += limit.asset == asset ? 40 : 30;
        } else if (!limit.assetClass.empty()) {
            const Asset* own = m_context.dataset.asset(asset);
            const Asset* top = m_context.dataset.asset(unit);
            const bool isOwn = own != nullptr && equalsIgnoreCase(own->assetClass, limit.assetClass);
            if (!isOwn && (top == nullptr || !equalsIgnoreCase(top->assetClass, limit.assetClass)))
                continue;
            score += isOwn ? 20 : 10;
        }
        const bool isNewer = best != nullptr && score == bestScore && limit.effective.utcUs > best->effective.utcUs;
        if (score > bestScore || isNewer) {
            best = &limit;
            bestScore = score;
        }
    }
    return best;
}

void ConditionFacts::addOverdue(Search& search) const
{
    ConditionCard& card = search.card;
    bool isCalibrationDueKnown = false;
    bool isMaintenanceDueKnown = false;
    const auto add = [&](const char* kind, const TimeValue& due, const std::string& ref, AssetIndex asset,
                         const RecordId& id) {
        if (due.at() < card.at)
            card.overdue.push_back({kind, due, toSeconds(card.at - due.at()), ref, asset, id});
    };
    for (const AssetIndex part : search.parts) {
        const Calibration* last = nullptr;
        for (const auto i : m_calibrations[part.value]) {
            const Calibration& c = m_context.dataset.calibrations[i];
            const bool isUsable = card.known == AsKnown::Now || wasEntered(c.head.recorded, card.at).value_or(false);
            if (c.performed.known() && c.performed.at() <= card.at && isUsable)
                last = &c;
        }
        if (last != nullptr) {
            TimeValue due = last->due;
            if (!due.known())
                due = dueByLimit("calibration", part, last->performed, card.at);
            isCalibrationDueKnown = isCalibrationDueKnown || due.known();
            if (due.known())
                add("calibration", due, last->id, part, last->head.id);
        }
        for (const auto i : m_orders[part.value]) {
            const WorkOrder& order = m_context.dataset.workOrders[i];
            const TimeValue& due = order.latestAllowed.known() ? order.latestAllowed : order.due;
            const bool isUsable = card.known == AsKnown::Now || wasEntered(entryOf(order), card.at).value_or(false);
            if (!isPreventive(order) || !isUsable || isCancelled(order) || !due.known())
                continue;
            isMaintenanceDueKnown = true;
            const TimeValue closed = closedAt(order, card.known);
            if (closed.known() ? closed.at() > card.at : isOpen(order))
                add("pm", due, order.id, part, order.head.id);
        }
    }
    const Counter& preventive = card.counters[Preventive];
    const TimeValue due =
        preventive.last.known() ? dueByLimit("pm", card.asset, preventive.last, card.at) : TimeValue{};
    if (due.known()) {
        isMaintenanceDueKnown = true;
        add("pm", due, preventive.ref, card.asset, preventive.record);
    }
    std::sort(card.overdue.begin(), card.overdue.end(), [](const Overdue& a, const Overdue& b) {
        return std::tie(a.kind, a.asset, a.ref) < std::tie(b.kind, b.asset, b.ref);
    });
    if (!isCalibrationDueKnown)
        card.dueUnknown.emplace_back("calibration");
    if (!isMaintenanceDueKnown)
        card.dueUnknown.emplace_back("pm");
}

TimeValue ConditionFacts::dueByLimit(std::string_view kind, AssetIndex asset, const TimeValue& last, Timestamp at) const
{
    const Limit* limit = limitFor(kind, asset, {}, at);
    if (limit == nullptr)
        return {};
    const double hours = limit->unit == "d" ? 24 * toDouble(limit->value) : toDouble(limit->value);
    if (limit->unit != "d" && limit->unit != "h")
        return {};
    constexpr double kMost = 1e8; // what a limit of a million years says is nothing
    if (!(std::abs(hours) < kMost))
        return {};
    TimeValue due = last;
    due.utcUs += std::llround(hours * 3.6e9); // days are seldom whole hours in binary
    return due;
}

void ConditionFacts::count(ConditionCard& card) const
{
    const OperatingTime& operating = m_context.operating;
    for (Counter& counter : card.counters) {
        if (!counter.last.known())
            continue;
        const Interval since{counter.last.at(), card.at};
        counter.hours = toSeconds(since.length()) / 3600;
        counter.runHours = operating.runHours(card.asset, since);
        counter.cycles = operating.meterCycles(card.asset, since);
        if (operating.basis(card.asset) != OperatingBasis::StepsAndStates || !operating.knowsFrom(since.begin))
            continue;
        const auto uses = operating.uses(card.asset, since);
        for (const auto step : uses)
            counter.uses.push_back(m_context.dataset.steps[step].head.id);
        counter.batches = static_cast<int>(operating.batches(card.asset, since).size());
        if (!counter.cycles)
            counter.cycles = static_cast<double>(uses.size());
    }
}

ConditionCard ConditionFacts::card(AssetIndex asset, Timestamp at, AsKnown known) const
{
    Search search;
    search.card.asset = asset;
    search.card.at = at;
    search.card.known = known;
    for (const char* name : kCounters) {
        search.card.counters.emplace_back();
        search.card.counters.back().name = name;
    }
    const std::span<const AssetIndex> parts = m_context.scopes.subtree(asset);
    search.parts.assign(parts.begin(), parts.end());
    std::sort(search.parts.begin(), search.parts.end());
    // A part is cleaned with what it is built into, up to its unit, unless it has cleanings of its own.
    search.cleaned = search.parts;
    const AssetIndex unit = m_context.scopes.unitOf(asset);
    const auto hasCleanings = [&](const std::vector<AssetIndex>& assets) {
        return std::any_of(
            assets.begin(), assets.end(), [&](AssetIndex part) { return !m_cleanings[part.value].empty(); });
    };
    for (AssetIndex above = asset; !hasCleanings(search.cleaned) && above != unit && above.valid();) {
        above = m_context.dataset.assets[above.value].parent;
        if (above.valid())
            search.cleaned = {above};
    }
    search.card.basis = m_context.operating.basis(asset);
    addWork(search);
    addCalibrations(search);
    addCleanings(search);
    addInstallations(search);
    count(search.card);
    addOverdue(search);
    std::sort(search.card.enteredLater.begin(), search.card.enteredLater.end(),
        [](const KnownDifference& a, const KnownDifference& b) {
            return std::tie(a.what, a.record) < std::tie(b.what, b.record);
        });
    if (known == AsKnown::Then)
        for (const TableId table : search.withoutEntry)
            search.card.notAvailable.emplace_back(tableSpec(table).name);
    return std::move(search.card);
}

ConditionCard conditionAt(const AlignmentContext& context, AssetIndex asset, Timestamp at, AsKnown known)
{
    return ConditionFacts(context).card(asset, at, known);
}

} // namespace antecedent
