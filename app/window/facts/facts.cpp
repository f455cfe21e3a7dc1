// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/facts/facts.h"

#include "model/alignment/filter.h"
#include "widgets/document/context.h"

#include <algorithm>
#include <unordered_set>

namespace antecedent::app {

namespace {

constexpr std::size_t kMostRows = 5000; // of the chronology; what is left out is counted
constexpr std::size_t kStopEvery = 65536;

using Records = std::unordered_set<RecordId, RecordIdHash>;

Records namedRecords(const Facts& facts)
{
    Records named;
    for (const ChronologyRow& row : facts.chronology.rows)
        named.insert(row.ref.id);
    for (const std::optional<FitnessMatrix>& fitness : facts.fitness)
        if (fitness)
            for (const FitnessRow& row : fitness->rows) {
                named.insert(row.stepRecord);
                for (const FitnessCell& cell : row.cells)
                    named.insert(cell.records.begin(), cell.records.end());
            }
    if (facts.differences)
        for (const Difference& d : facts.differences->differences)
            named.insert(d.records.begin(), d.records.end());
    for (const auto& triggers : facts.triggers)
        for (const UsageTrigger& trigger : triggers)
            named.insert(trigger.record);
    for (const std::optional<ConditionCard>& card : facts.cards) {
        if (!card)
            continue;
        for (const Counter& c : card->counters)
            named.insert(c.record);
        for (const Overdue& o : card->overdue)
            named.insert(o.record);
        for (const OpenWork& w : card->openWork)
            named.insert(w.record);
        for (const KnownDifference& d : card->enteredLater)
            named.insert(d.record);
        for (const AsFound& found : card->asFound)
            named.insert(found.record);
    }
    return named;
}

Result<void> placeOnAxis(Facts& facts, const std::stop_token& stop)
{
    const Records named = namedRecords(facts);
    const UnifiedEvents& events = facts.asked.snapshot->context.events;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (i % kStopEvery == 0 && stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        const RecordId id = recordOf(facts.dataset(), events, i).id;
        if (named.contains(id))
            facts.events.try_emplace(id, static_cast<std::uint32_t>(i));
    }
    return {};
}

// Whether silence about open work orders at t0 says that there were none.
bool coversOpenWork(const AlignmentContext& context, const ConditionCard& card)
{
    const bool isLeftOut =
        std::find(card.notAvailable.begin(), card.notAvailable.end(), tableSpec(TableId::WorkOrders).name)
        != card.notAvailable.end();
    return !isLeftOut && context.coverage.share(TableId::WorkOrders, 0, Interval{card.at, card.at}) >= 1;
}

} // namespace

bool FactsQuestion::operator==(const FactsQuestion& other) const
{
    return snapshot == other.snapshot && failure == other.failure && asset == other.asset && before == other.before
        && after == other.after && against == other.against && filter == other.filter && period == other.period
        && thresholds == other.thresholds && widgets::isSameWindow(window, other.window);
}

std::optional<std::uint32_t> Facts::eventOf(const RecordId& record) const
{
    const auto found = events.find(record);
    return found != events.end() ? std::optional(found->second) : std::nullopt;
}

std::vector<AssetIndex> assetsToAsk(const widgets::InvestigationData& data, const Failure& failure)
{
    std::vector<AssetIndex> out;
    const auto add = [&](AssetIndex asset) {
        if (asset.valid() && std::find(out.begin(), out.end(), asset) == out.end())
            out.push_back(asset);
    };
    add(failure.asset);
    if (failure.asset.valid())
        for (const AssetIndex part : data.context.scopes.subtree(data.context.scopes.unitOf(failure.asset)))
            add(part);
    if (!failure.batch.valid())
        return out;
    std::vector<AssetIndex> used;
    for (const BatchStep& step : data.dataset.steps)
        if (step.batch == failure.batch && step.asset.valid())
            used.push_back(step.asset);
    std::sort(used.begin(), used.end());
    for (const AssetIndex asset : used)
        add(asset);
    return out;
}

namespace {

constexpr std::array kBoth{AsKnown::Now, AsKnown::Then};

Result<void> addBatch(Facts& facts, const std::stop_token& stop)
{
    const AlignmentContext& context = facts.asked.snapshot->context;
    const BatchIndex batch = facts.failure().batch;
    for (const AsKnown known : kBoth) {
        Result<FitnessMatrix> fitness = fitForUse(context, batch, known);
        if (!fitness)
            return fitness.error();
        facts.fitness[static_cast<std::size_t>(known)] = std::move(*fitness);
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
    }
    Result<Differences> differences = differencesOf(context, batch, facts.asked.against);
    if (!differences)
        return differences.error();
    facts.differences = std::move(*differences);
    return {};
}

// Up to t0, of the assets that the condition may be asked for.
void addUsage(Facts& facts)
{
    const widgets::InvestigationData& data = *facts.asked.snapshot;
    const std::vector<AssetIndex> assets = assetsToAsk(data, facts.failure());
    const Timestamp t0 = facts.failure().anchor;
    const std::optional<Interval> span = usedSpan(data.context);
    if (assets.empty() || !span || t0 <= span->begin)
        return;
    facts.periods = usagePeriods({span->begin, t0}, facts.asked.period, data.siteZone);
    facts.usage = usageOf(data.context, assets, facts.periods);
    std::vector<UsageThreshold> thresholds = thresholdsOf(data.dataset, t0);
    thresholds.insert(thresholds.end(), facts.asked.thresholds.begin(), facts.asked.thresholds.end());
    const ConditionFacts condition(data.context);
    for (const AsKnown known : kBoth)
        facts.triggers[static_cast<std::size_t>(known)] = usageTriggers(condition, thresholds, t0, known, assets);
}

// Rows that the shared filter chooses; the failure always stays.
Result<void> filterChronology(Facts& facts)
{
    const std::string& text = facts.asked.filter;
    if (text.find_first_not_of(' ') == std::string::npos)
        return {};
    const Result<Filter> filter = Filter::parse(text, facts.dataset());
    if (!filter)
        return filter.error();
    const UnifiedEvents& events = facts.asked.snapshot->context.events;
    Records chosen;
    for (const std::uint32_t event : filter->select(facts.dataset(), events))
        chosen.insert(recordOf(facts.dataset(), events, event).id);
    facts.unmatched = std::erase_if(facts.chronology.rows,
        [&](const ChronologyRow& row) { return !row.isFailure && !chosen.contains(row.ref.id); });
    return {};
}

Result<void> addCondition(Facts& facts, const std::stop_token& stop)
{
    const AlignmentContext& context = facts.asked.snapshot->context;
    for (const AsKnown known : kBoth) {
        const auto i = static_cast<std::size_t>(known);
        facts.cards[i] = conditionAt(context, facts.asked.asset, facts.failure().anchor, known);
        facts.isOpenWorkKnown[i] = coversOpenWork(context, *facts.cards[i]);
    }
    Result<ConditionHistory> history = conditionHistory(context, facts.asked.asset, facts.failure(), {}, stop);
    if (!history)
        return history.error();
    facts.history = std::make_shared<const ConditionHistory>(std::move(*history));
    return {};
}

} // namespace

Result<Facts> computeFacts(const FactsQuestion& question, const std::stop_token& stop, const ProgressFn& progress)
{
    constexpr std::uint64_t kParts = 4;
    Facts facts;
    facts.asked = question;
    const AlignmentContext& context = question.snapshot->context;
    const auto tell = [&](std::uint64_t done) {
        if (progress)
            progress({"facts", done, kParts});
        return !stop.stop_requested();
    };
    const Error cancelled{ErrorCode::Cancelled, {}, {}};
    ChronologyOptions options;
    options.window = question.window;
    options.maxRows = question.filter.empty() ? kMostRows : 0;
    facts.chronology = chronologyOf(context, facts.failure(), options);
    if (const Result<void> filtered = filterChronology(facts); !filtered)
        return filtered.error();
    if (!tell(1))
        return cancelled;
    if (facts.failure().batch.valid())
        if (const Result<void> added = addBatch(facts, stop); !added)
            return added.error();
    if (!tell(2))
        return cancelled;
    if (question.asset.valid())
        if (const Result<void> added = addCondition(facts, stop); !added)
            return added.error();
    addUsage(facts);
    if (!tell(3))
        return cancelled;
    if (const Result<void> placed = placeOnAxis(facts, stop); !placed)
        return placed.error();
    return facts;
}

} // namespace antecedent::app
