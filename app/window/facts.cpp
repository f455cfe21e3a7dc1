// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/facts.h"

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
    if (facts.fitness)
        for (const FitnessRow& row : facts.fitness->rows)
            named.insert(row.stepRecord);
    if (facts.differences)
        for (const Difference& d : facts.differences->differences)
            named.insert(d.records.begin(), d.records.end());
    if (!facts.card)
        return named;
    for (const Counter& c : facts.card->counters)
        named.insert(c.record);
    for (const Overdue& o : facts.card->overdue)
        named.insert(o.record);
    for (const OpenWork& w : facts.card->openWork)
        named.insert(w.record);
    for (const KnownDifference& d : facts.card->enteredLater)
        named.insert(d.record);
    if (facts.card->lastAsFound)
        named.insert(facts.card->lastAsFound->record);
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

std::optional<std::uint32_t> Facts::eventOf(const RecordId& record) const
{
    const auto found = events.find(record);
    return found != events.end() ? std::optional(found->second) : std::nullopt;
}

Result<Facts> computeFacts(const FactsQuestion& question, const std::stop_token& stop)
{
    const Error cancelled{ErrorCode::Cancelled, {}, {}};
    Facts facts;
    facts.asked = question;
    const AlignmentContext& context = question.snapshot->context;
    const Failure& failure = facts.failure();
    ChronologyOptions options;
    options.window.before = wallLength(question.before);
    options.window.after = wallLength(question.after);
    options.maxRows = kMostRows;
    facts.chronology = chronologyOf(context, failure, options);
    if (stop.stop_requested())
        return cancelled;
    if (failure.batch.valid()) {
        Result<FitnessMatrix> fitness = fitForUse(context, failure.batch, question.known);
        if (!fitness)
            return fitness.error();
        facts.fitness = std::move(*fitness);
        if (stop.stop_requested())
            return cancelled;
        Result<Differences> differences = differencesOf(context, failure.batch);
        if (!differences)
            return differences.error();
        facts.differences = std::move(*differences);
    }
    if (stop.stop_requested())
        return cancelled;
    if (failure.asset.valid()) {
        facts.card = conditionAt(context, failure.asset, failure.anchor, question.known);
        facts.isOpenWorkKnown = coversOpenWork(context, *facts.card);
    }
    if (const Result<void> placed = placeOnAxis(facts, stop); !placed)
        return placed.error();
    return facts;
}

} // namespace antecedent::app
