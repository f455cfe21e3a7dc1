// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/align.h"

#include <algorithm>
#include <cmath>

namespace antecedent {

namespace {

// Cells of a stratum. A window of minutes or less (since the last calibration, just before) would have millions; then
// every second, third, ... cell serves, still counted from the stratum's begin.
constexpr std::int64_t kMostCells = 10'000;
constexpr std::uint64_t kMix = 0x9E37'79B9'7F4A'7C15ULL;

// SplitMix64 over the failure's record and the cell: spreads the choice of controls without any randomness.
std::uint64_t orderKey(const RecordId& record, std::uint64_t cell)
{
    std::uint64_t state = cell;
    for (const std::uint8_t byte : record.bytes)
        state = (state ^ byte) * kMix;
    state ^= state >> 30U;
    state *= 0xBF58'476D'1CE4'E5B9ULL;
    state ^= state >> 27U;
    state *= 0x94D0'49BB'1331'11EBULL;
    return state ^ (state >> 31U);
}

Interval stratumOf(Timestamp t, Duration length)
{
    const std::int64_t us = t.time_since_epoch().count();
    const std::int64_t size = length.count();
    const std::int64_t number = us >= 0 ? us / size : -((-us + size - 1) / size);
    return Interval{Timestamp(Duration(number * size)), Timestamp(Duration((number + 1) * size))};
}

std::int64_t strideOf(std::int64_t cells)
{
    return (cells + kMostCells - 1) / kMostCells;
}

std::vector<Interval> equalCells(const Interval& stratum, Duration length)
{
    std::vector<Interval> cells;
    const std::int64_t count = stratum.length() / length;
    for (std::int64_t i = 0; i < count; i += strideOf(count))
        cells.push_back(Interval{stratum.begin + i * length, stratum.begin + (i + 1) * length});
    return cells;
}

std::vector<Interval> thinned(const std::vector<Interval>& cells)
{
    std::vector<Interval> kept;
    const auto stride = static_cast<std::size_t>(strideOf(static_cast<std::int64_t>(cells.size())));
    for (std::size_t i = 0; i < cells.size(); i += stride)
        kept.push_back(cells[i]);
    return kept;
}

// Cells of so many batches or uses of the unit, counted from the stratum's begin.
std::vector<Interval> useCells(
    const AlignmentContext& context, AssetIndex asset, const Interval& stratum, const WindowLength& before)
{
    std::vector<Timestamp> begins;
    BatchIndex last;
    for (const auto i : context.operating.uses(asset, stratum)) {
        const BatchStep& step = context.dataset.steps[i];
        if (before.unit == LengthUnit::Batches && !begins.empty() && step.batch == last)
            continue;
        begins.push_back(step.start.at());
        last = step.batch;
    }
    std::vector<Interval> cells;
    const auto n = static_cast<std::size_t>(std::llround(before.amount));
    for (std::size_t i = 0; i + n < begins.size(); i += n)
        if (begins[i] < begins[i + n])
            cells.push_back(Interval{begins[i], begins[i + n]});
    return cells;
}

// Cells of so many run hours, counted from the stratum's begin.
std::vector<Interval> runHourCells(
    const AlignmentContext& context, AssetIndex asset, const Interval& stratum, const WindowLength& before)
{
    std::vector<Interval> cells;
    const auto length = Duration(static_cast<std::int64_t>(before.amount * 3.6e9));
    Timestamp begin = stratum.begin;
    Duration left = length;
    for (const Interval& run : context.operating.intervals(asset)) {
        Timestamp at = std::max(run.begin, stratum.begin);
        const Timestamp end = std::min(run.end, stratum.end);
        while (at < end && end - at >= left) {
            at += left;
            cells.push_back(Interval{begin, at});
            begin = at;
            left = length;
        }
        if (at < end)
            left -= end - at;
    }
    return cells;
}

bool touchesAssetless(const AlignmentContext& context, const Failure& other, AssetIndex unit, const Interval& cell)
{
    const auto steps = context.scopes.stepsOfBatch(other.batch);
    return std::any_of(steps.begin(), steps.end(), [&](std::uint32_t i) {
        const BatchStep& step = context.dataset.steps[i];
        const Timestamp end = step.end.known() ? step.end.at() : step.start.at() + Duration(1);
        return step.asset.valid() && context.scopes.unitOf(step.asset) == unit && step.start.at() < cell.end
            && cell.begin < end;
    });
}

class CellJudge
{
public:
    CellJudge(const AlignmentContext& context, const Failure& failure, std::span<const Failure> others,
        const Interval& caseWindow, const WindowOptions& options)
        : m_context(context)
        , m_failure(failure)
        , m_others(others)
        , m_case(caseWindow)
        , m_options(options)
        , m_unit(context.scopes.unitOf(failure.asset))
        , m_caseRun(context.operating.within(failure.asset, caseWindow))
    {
        const Batch* batch = context.dataset.batch(failure.batch);
        m_product = batch != nullptr ? batch->product : context.operating.productIn(failure.asset, caseWindow);
    }

    // Empty if the cell can serve as control window.
    Phrase reason(const Interval& cell) const
    {
        const Duration length = m_case.length();
        if (cell.overlaps(Interval{m_case.begin - length, m_case.end + length}))
            return phrase("touches the failure's own window or the gap of one window around it");
        for (const Failure& other : m_others) {
            if (other.id == m_failure.id)
                continue;
            if (other.asset.valid() && m_context.scopes.unitOf(other.asset) == m_unit) {
                if (cell.overlaps(Interval{other.anchor - 2 * length, other.anchor + length}))
                    return phrase("touches the window of %1 or the gap of one window around it", named(other));
            } else if (!other.asset.valid() && other.classification == m_failure.classification
                && touchesAssetless(m_context, other, m_unit, cell)) {
                return phrase("a batch of %1 used the unit", named(other));
            }
        }
        if (m_context.coverage.bestShare(cell) < m_options.minCoverage)
            return phrase("no source covers it");
        if (m_context.operating.basis(m_failure.asset) == OperatingBasis::Coverage)
            return {};
        const Duration run = m_context.operating.within(m_failure.asset, cell);
        if (run <= Duration{})
            return phrase("the asset did not operate");
        if (2 * run < m_caseRun)
            return phrase("the asset operated less than half as long as before the failure");
        const std::string product = m_context.operating.productIn(m_failure.asset, cell);
        if (!m_product.empty() && !product.empty() && product != m_product)
            return phrase("another product, %1", product);
        return {};
    }

private:
    static Phrase named(const Failure& failure) { return phrase(kFailureWords, failure.id); }

    const AlignmentContext& m_context;
    const Failure& m_failure;
    std::span<const Failure> m_others;
    Interval m_case;
    const WindowOptions& m_options;
    AssetIndex m_unit;
    Duration m_caseRun;
    std::string m_product;
};

} // namespace

std::vector<ControlWindow> controlWindows(const AlignmentContext& context, const Failure& failure,
    std::span<const Failure> allFailures, const Interval& caseWindow, const WindowOptions& options)
{
    const Interval stratum = stratumOf(failure.anchor, options.stratum);
    std::vector<Interval> cells;
    switch (options.before.unit) {
    case LengthUnit::Batches:
    case LengthUnit::Uses:
        cells = thinned(useCells(context, failure.asset, stratum, options.before));
        break;
    case LengthUnit::RunHours:
        cells = thinned(runHourCells(context, failure.asset, stratum, options.before));
        break;
    default:
        if (caseWindow.length() > Duration{})
            cells = equalCells(stratum, caseWindow.length());
        break;
    }
    const CellJudge judge(context, failure, allFailures, caseWindow, options);
    std::vector<ControlWindow> windows;
    std::vector<std::pair<std::uint64_t, std::size_t>> usable;
    for (const Interval& cell : cells) {
        windows.push_back(ControlWindow{cell, judge.reason(cell)});
        if (windows.back().excluded.empty())
            usable.emplace_back(
                orderKey(failure.record, static_cast<std::uint64_t>(cell.begin.time_since_epoch().count())),
                windows.size() - 1);
    }
    std::sort(usable.begin(), usable.end());
    for (std::size_t i = static_cast<std::size_t>(std::max(options.controls, 0)); i < usable.size(); ++i)
        windows[usable[i].second].excluded = phrase("beyond the cap of %1", options.controls);
    return windows;
}

} // namespace antecedent
