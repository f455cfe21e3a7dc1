// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/links.h"

#include "widgets/common/marks.h"
#include "widgets/common/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace antecedent::widgets {

namespace {

constexpr std::int64_t kDayUs = 86'400'000'000;
constexpr std::int64_t kReachUs = 7 * kDayUs;
constexpr std::size_t kMost = 40;

bool isAlarm(MarkKind mark)
{
    return mark >= MarkKind::AlarmCritical && mark <= MarkKind::AlarmLow;
}

class LinkFinder
{
    Q_DECLARE_TR_FUNCTIONS(LinkFinder)

public:
    LinkFinder(const InvestigationData& data, const LinkEnd& end)
        : m_data(data)
        , m_dataset(data.dataset)
        , m_events(data.context.events)
        , m_end(end)
        , m_event(end.index)
        , m_at(timeOf(end))
    {
        if (!end.isFailure)
            m_asset = m_events.asset[m_event];
    }

    std::vector<RecordLink> find()
    {
        if (m_end.isFailure) {
            ofFailure(m_data.failures[m_end.index]);
            return finish();
        }
        ofRecord();
        ofBatch();
        return finish();
    }

private:
    void ofRecord()
    {
        const std::uint32_t item = m_events.item[m_event];
        switch (m_events.table[m_event]) {
        case TableId::WorkOrders:
            ofOrder(m_dataset.workOrders[item]);
            break;
        case TableId::Installations:
            ofInstallation(m_dataset.installations[item]);
            break;
        case TableId::Cleanings:
            ofCleaning(m_dataset.cleanings[item]);
            break;
        case TableId::Calibrations:
            nearest(kDayUs, tr("work on the same asset within a day"),
                [this](std::uint32_t other) { return m_events.table[other] == TableId::WorkOrders; });
            break;
        case TableId::BatchSteps:
            ofStep(m_dataset.steps[item]);
            break;
        default:
            if (isAlarm(markOf(m_dataset, m_events, m_event)))
                nearestAfter(tr("next corrective work on the same asset"),
                    [this](std::uint32_t other) { return markOf(m_dataset, m_events, other) == MarkKind::Corrective; });
            break;
        }
    }

    std::int64_t timeOf(const LinkEnd& end) const
    {
        return end.isFailure ? m_data.failures[end.index].anchor.time_since_epoch().count()
                             : m_events.onsetUs[end.index];
    }

    void add(const LinkEnd& other, bool isStated, const QString& words)
    {
        if (other == m_end)
            return;
        const bool isAfter = timeOf(other) >= m_at;
        m_links.push_back({isAfter ? m_end : other, isAfter ? other : m_end, isStated, words});
    }
    void addRecord(std::uint32_t other, bool isStated, const QString& words) { add({false, other}, isStated, words); }

    template <class Accepts> void addFailures(const QString& words, const Accepts& accepts)
    {
        for (std::uint32_t i = 0; i < m_data.failures.size() && m_links.size() < kMost; ++i)
            if (accepts(m_data.failures[i]))
                add({true, i}, true, words);
    }

    // All records of a table that the predicate accepts by their position in the Dataset.
    template <class Accepts> void addAll(TableId table, const QString& words, const Accepts& accepts)
    {
        for (std::uint32_t i = 0; i < m_events.size() && m_links.size() < kMost; ++i)
            if (m_events.table[i] == table && accepts(m_events.item[i]))
                addRecord(i, true, words);
    }

    template <class Accepts> void nearest(std::int64_t reach, const QString& words, const Accepts& accepts)
    {
        std::optional<std::uint32_t> best;
        for (const std::uint32_t other : m_data.context.byAsset.range(m_asset, m_at - reach, m_at + reach + 1))
            if (other != m_event && accepts(other)
                && (!best || std::abs(m_events.onsetUs[other] - m_at) < std::abs(m_events.onsetUs[*best] - m_at)))
                best = other;
        if (best)
            addRecord(*best, false, words);
    }

    template <class Accepts> void nearestAfter(const QString& words, const Accepts& accepts)
    {
        for (const std::uint32_t other : m_data.context.byAsset.range(m_asset, m_at, m_at + kReachUs))
            if (other != m_event && accepts(other))
                return addRecord(other, false, words);
    }

    void ofOrder(const WorkOrder& order)
    {
        addFailures(tr("named by the work order"), [&](const Failure& failure) {
            return !order.deviationId.empty() && failure.deviation != nullptr
                && failure.deviation->id == order.deviationId;
        });
        if (order.deviationId.empty())
            answeredFailure(order);
        addAll(TableId::Installations, tr("installed by the work order"),
            [&](std::uint32_t item) { return m_dataset.installations[item].workOrderId == order.id; });
        if (markOf(m_dataset, m_events, m_event) != MarkKind::Corrective)
            return;
        std::optional<std::uint32_t> last;
        for (const std::uint32_t other : m_data.context.byAsset.range(m_asset, m_at - kReachUs, m_at))
            if (isAlarm(markOf(m_dataset, m_events, other)))
                last = other;
        if (last)
            addRecord(*last, false, tr("last alarm on the same asset before the work"));
    }

    // The last failure that the order may answer though it does not name it.
    void answeredFailure(const WorkOrder& order)
    {
        std::optional<std::uint32_t> answered;
        for (std::uint32_t i = 0; i < m_data.failures.size(); ++i)
            if (m_at - m_data.failures[i].anchor.time_since_epoch().count() <= kReachUs
                && answersFailure(m_dataset, order, m_data.failures[i]))
                answered = i;
        if (answered)
            add({true, *answered}, false, tr("work on the failed asset after the failure"));
    }

    void ofFailure(const Failure& failure)
    {
        if (failure.deviation != nullptr)
            addAll(TableId::WorkOrders, tr("named by the work order"),
                [&](std::uint32_t item) { return m_dataset.workOrders[item].deviationId == failure.deviation->id; });
    }

    void ofInstallation(const Installation& installation)
    {
        if (!installation.workOrderId.empty())
            addAll(TableId::WorkOrders, tr("installed by the work order"),
                [&](std::uint32_t item) { return m_dataset.workOrders[item].id == installation.workOrderId; });
    }

    void ofCleaning(const Cleaning& cleaning)
    {
        addAll(TableId::BatchSteps, tr("batch that the cleaning record names"), [&](std::uint32_t item) {
            const BatchStep& step = m_dataset.steps[item];
            return step.asset == cleaning.asset && step.batch.valid()
                && (step.batch == cleaning.previousBatch || step.batch == cleaning.nextBatch);
        });
    }

    void ofStep(const BatchStep& step)
    {
        if (step.batch.valid())
            addAll(TableId::Cleanings, tr("batch that the cleaning record names"), [&](std::uint32_t item) {
                const Cleaning& cleaning = m_dataset.cleanings[item];
                return cleaning.asset == step.asset
                    && (cleaning.previousBatch == step.batch || cleaning.nextBatch == step.batch);
            });
    }

    // A record of a batch that failed belongs to its failure.
    void ofBatch()
    {
        const BatchIndex batch = m_events.batch[m_event];
        if (batch.valid())
            addFailures(
                tr("failure of the same batch"), [&](const Failure& failure) { return failure.batch == batch; });
    }

    std::vector<RecordLink> finish()
    {
        // A stated link says all that a computed one does.
        std::stable_sort(m_links.begin(), m_links.end(), [](const RecordLink& a, const RecordLink& b) {
            return std::tuple(a.from, a.to, !a.isStated) < std::tuple(b.from, b.to, !b.isStated);
        });
        m_links.erase(std::unique(m_links.begin(), m_links.end(),
                          [](const RecordLink& a, const RecordLink& b) { return a.from == b.from && a.to == b.to; }),
            m_links.end());
        return std::move(m_links);
    }

    const InvestigationData& m_data;
    const Dataset& m_dataset;
    const UnifiedEvents& m_events;
    const LinkEnd m_end;
    const std::uint32_t m_event; // if it is a record
    const std::int64_t m_at;
    AssetIndex m_asset;
    std::vector<RecordLink> m_links;
};

} // namespace

std::vector<RecordLink> linksOf(const InvestigationData& data, const LinkEnd& end)
{
    const std::size_t size = end.isFailure ? data.failures.size() : data.context.events.size();
    return end.index < size ? LinkFinder(data, end).find() : std::vector<RecordLink>();
}

} // namespace antecedent::widgets
