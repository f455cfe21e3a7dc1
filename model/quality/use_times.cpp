// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quality/use_times.h"

#include <algorithm>

namespace antecedent::quality {

namespace {

// Both disjoint and ascending.
std::vector<Interval> without(const std::vector<Interval>& all, const std::vector<Interval>& taken)
{
    std::vector<Interval> left;
    auto next = taken.begin();
    for (const Interval& interval : all) {
        Timestamp from = interval.begin;
        while (next != taken.end() && next->end <= from)
            ++next;
        for (auto each = next; each != taken.end() && each->begin < interval.end; ++each) {
            if (each->begin > from)
                left.push_back({from, each->begin});
            from = std::max(from, each->end);
        }
        if (from < interval.end)
            left.push_back({from, interval.end});
    }
    return left;
}

} // namespace

UseTimes::UseTimes(const AlignmentContext& context)
    : m_context(context)
    , m_resting(context.dataset.assets.size())
{
    const Dataset& dataset = context.dataset;
    const EventColumns& e = dataset.events;
    std::vector<std::int64_t> since(dataset.assets.size(), TimeValue::kUnknown); // without stated end
    for (std::size_t i = 0; i < e.size(); ++i) {
        if (!e.asset[i].valid() || e.timeUs[i] == TimeValue::kUnknown
            || !isStateCategory(dataset.strings.text(e.category[i])))
            continue;
        std::vector<Interval>& resting = m_resting[e.asset[i].value];
        std::int64_t& open = since[e.asset[i].value];
        const auto add = [&resting](std::int64_t from, std::int64_t to) {
            resting.push_back({Timestamp(Duration(from)), Timestamp(Duration(to))});
        };
        if (open != TimeValue::kUnknown)
            add(open, e.timeUs[i]);
        open = TimeValue::kUnknown;
        if (isRunningCode(dataset.strings.text(e.code[i])))
            continue;
        if (e.endUs[i] != TimeValue::kUnknown)
            add(e.timeUs[i], e.endUs[i]);
        else
            open = e.timeUs[i];
    }
}

const std::vector<Interval>* UseTimes::of(AssetIndex asset)
{
    if (!asset.valid() || m_context.operating.basis(asset) != OperatingBasis::StepsAndStates)
        return nullptr;
    const auto [known, isNew] = m_known.try_emplace(asset);
    if (!isNew)
        return &known->second;
    std::vector<Interval> resting;
    const AssetIndex unit = m_context.scopes.unitOf(asset);
    for (AssetIndex at = asset; at.valid(); at = m_context.dataset.assets[at.value].parent) {
        resting.insert(resting.end(), m_resting[at.value].begin(), m_resting[at.value].end());
        if (at == unit)
            break;
    }
    known->second = without(m_context.operating.intervals(asset), joined(std::move(resting)));
    return &known->second;
}

} // namespace antecedent::quality
