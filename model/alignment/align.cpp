// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/align.h"

#include <algorithm>
#include <set>

namespace antecedent {

namespace {

std::vector<std::vector<std::uint32_t>> assetlessEvents(const Dataset& dataset, const UnifiedEvents& events)
{
    std::vector<std::vector<std::uint32_t>> byBatch(dataset.batches.size());
    for (std::size_t i = 0; i < events.size(); ++i)
        if (!events.asset[i].valid() && events.batch[i].valid())
            byBatch[events.batch[i].value].push_back(static_cast<std::uint32_t>(i));
    return byBatch;
}

class Aligner
{
public:
    Aligner(const AlignmentContext& context, const FailureSet& set, const WindowOptions& options)
        : m_context(context)
        , m_options(options)
    {
        m_out.failures = set.failures;
        for (const ExcludedFailure& excluded : set.excluded)
            m_out.exclusions.push_back({excluded.id, {}, excluded.reason});
        std::set<std::string> ids;
        // The chosen ones first: their anchors may come from process data.
        std::vector<Failure> all = set.failures;
        for (Failure& failure : allFailures(context.dataset, options.anchor))
            all.push_back(std::move(failure));
        for (const Failure& failure : all) {
            if (!ids.insert(failure.id).second)
                continue;
            if (failure.asset.valid())
                m_onUnit[context.scopes.unitOf(failure.asset)].push_back(failure);
            else
                m_withoutAsset[failure.classification].push_back(failure);
        }
    }

    void add(std::size_t index)
    {
        const Failure& failure = m_out.failures[index];
        AlignedWindow window = caseWindow(index);
        m_bases.insert(context().operating.basis(failure.asset));
        if (!window.excluded.empty()) {
            m_out.exclusions.push_back({failure.id, {}, window.excluded});
            m_out.windows.push_back(std::move(window));
            return;
        }
        const Interval interval = window.interval;
        m_out.windows.push_back(std::move(window));
        if (m_options.controls <= 0)
            return;
        if (failure.asset.valid())
            addTimeControls(index, interval);
        else
            addBatchControls(index, interval.length());
    }

    Alignment finish()
    {
        for (const OperatingBasis basis : m_bases)
            m_out.notes.push_back(phrase("operating time from %1", term(toText(basis))));
        return std::move(m_out);
    }

private:
    const AlignmentContext& context() const { return m_context; }

    AlignedWindow caseWindow(std::size_t index) const
    {
        const Failure& failure = m_out.failures[index];
        AlignedWindow window;
        window.id = failure.id;
        window.failure = static_cast<std::uint32_t>(index);
        window.isCase = true;
        window.stratum = failure.id;
        window.anchor = failure.anchor;
        window.shownUntil = failure.anchor + m_options.after.wall;
        window.asset = failure.asset;
        window.batch = failure.batch;
        window.parts = m_context.scopes.scope(m_options.scope, failure.asset, failure.batch, failure.anchor);
        const CaseInterval interval = caseInterval(m_context, failure, m_options);
        window.interval = interval.interval.value_or(Interval{failure.anchor, failure.anchor});
        if (!interval.interval)
            window.excluded = interval.reason;
        if (window.excluded.empty() && window.parts.empty() && !failure.batch.valid())
            window.excluded = phrase("neither asset nor batch is known");
        if (window.excluded.empty() && m_context.coverage.bestShare(window.interval) < m_options.minCoverage)
            window.excluded = phrase("no source covers the window");
        fill(failure, window);
        return window;
    }

    void fill(const Failure& failure, AlignedWindow& window) const
    {
        window.coverage = m_context.coverage.worstShare(window.interval);
        window.uncovered = m_context.coverage.kindsBelow(m_options.minCoverage, window.interval);
        collectEvents(m_context, failure, m_options, window);
    }

    void addTimeControls(std::size_t index, const Interval& interval)
    {
        const Failure& failure = m_out.failures[index];
        std::vector<Failure> others = m_onUnit[m_context.scopes.unitOf(failure.asset)];
        const auto& withoutAsset = m_withoutAsset[failure.classification];
        others.insert(others.end(), withoutAsset.begin(), withoutAsset.end());
        const Phrase cap = phrase("beyond the cap of %1", m_options.controls);
        std::size_t beyond = 0;
        int number = 0;
        for (const ControlWindow& control : controlWindows(m_context, failure, others, interval, m_options)) {
            if (control.excluded == cap) {
                ++beyond;
                continue;
            }
            if (!control.excluded.empty()) {
                m_out.exclusions.push_back({failure.id, formatUtc(control.interval.begin), control.excluded});
                continue;
            }
            AlignedWindow window;
            window.id = failure.id + "#" + std::to_string(++number);
            window.failure = static_cast<std::uint32_t>(index);
            window.stratum = failure.id;
            window.anchor = control.interval.end;
            window.interval = control.interval;
            window.shownUntil = control.interval.end + m_options.after.wall;
            window.asset = failure.asset;
            const auto batches =
                m_context.operating.batchesDuring(failure.asset, Interval{window.anchor - Duration(1), window.anchor});
            window.batch = batches.empty() ? BatchIndex{} : batches.back();
            window.parts = m_context.scopes.scope(m_options.scope, failure.asset, window.batch, window.anchor);
            fill(failure, window);
            m_out.windows.push_back(std::move(window));
        }
        if (beyond > 0)
            m_out.exclusions.push_back({failure.id, phrase("%1 control windows", beyond), cap});
    }

    void addBatchControls(std::size_t index, Duration length)
    {
        const Failure& failure = m_out.failures[index];
        std::vector<ControlBatch> usable;
        for (ControlBatch& control : controlBatches(m_context, failure)) {
            if (control.excluded.empty())
                usable.push_back(std::move(control));
            else
                m_out.exclusions.push_back(
                    {failure.id, m_context.dataset.batches[control.batch.value].id, control.excluded});
        }
        // The nearest in time serve: the same campaign and season, before and after alike.
        std::stable_sort(usable.begin(), usable.end(), [&](const ControlBatch& a, const ControlBatch& b) {
            const auto distance = [&](const ControlBatch& c) {
                return c.anchor < failure.anchor ? failure.anchor - c.anchor : c.anchor - failure.anchor;
            };
            if (a.sameUnit != b.sameUnit)
                return a.sameUnit;
            return distance(a) < distance(b);
        });
        const auto cap = static_cast<std::size_t>(m_options.controls);
        if (usable.size() > cap) {
            m_out.exclusions.push_back(
                {failure.id, phrase("%1 control batches", usable.size() - cap), phrase("beyond the cap of %1", cap)});
            usable.resize(cap);
        }
        std::sort(usable.begin(), usable.end(),
            [](const ControlBatch& a, const ControlBatch& b) { return a.batch < b.batch; });
        for (const ControlBatch& control : usable) {
            AlignedWindow window;
            window.id = failure.id + "#" + m_context.dataset.batches[control.batch.value].id;
            window.failure = static_cast<std::uint32_t>(index);
            window.isBatchControl = true;
            window.stratum = failure.id;
            window.anchor = control.anchor;
            window.interval = Interval{control.anchor - length, control.anchor};
            window.shownUntil = control.anchor + m_options.after.wall;
            window.batch = control.batch;
            window.parts = m_context.scopes.scope(m_options.scope, {}, control.batch, control.anchor);
            fill(failure, window);
            m_out.windows.push_back(std::move(window));
        }
    }

    const AlignmentContext& m_context;
    const WindowOptions& m_options;
    std::map<AssetIndex, std::vector<Failure>> m_onUnit;
    std::map<std::string, std::vector<Failure>> m_withoutAsset;
    std::set<OperatingBasis> m_bases;
    Alignment m_out;
};

} // namespace

AlignmentContext::AlignmentContext(const Dataset& data, Configuration tables)
    : dataset(data)
    , configuration(std::move(tables))
    , events(unifyEvents(data))
    , byAsset(events, data.assets.size())
    , inForce(events, data.assets.size())
    , scopes(data)
    , operating(data, scopes)
    , coverage(data)
    , assetlessByBatch(assetlessEvents(data, events))
{
}

std::vector<Failure> allFailures(const Dataset& dataset, const AnchorRule& anchor)
{
    auto set = selectFailures(dataset, FailureSelection{}, anchor);
    if (!set)
        return {};
    FailureSelection rest;
    for (const ExcludedFailure& excluded : set->excluded)
        rest.ids.push_back(excluded.id);
    if (rest.ids.empty())
        return std::move(set->failures);
    // Where the rule finds no time, something failed all the same.
    if (const auto others = selectFailures(dataset, rest, AnchorRule{}))
        set->failures.insert(set->failures.end(), others->failures.begin(), others->failures.end());
    return std::move(set->failures);
}

Result<Alignment> align(const AlignmentContext& context, const FailureSet& failures, const WindowOptions& options,
    const std::stop_token& stop, const ProgressFn& progress)
{
    if (options.after.unit != LengthUnit::Wall)
        return Error{ErrorCode::InvalidArgument, "--after", "must be a duration such as 4h"};
    const bool isEmpty = options.before.unit == LengthUnit::Wall && options.before.wall <= Duration{};
    if (isEmpty || options.stratum < std::chrono::hours(1))
        return Error{ErrorCode::InvalidArgument, "--before", "must be longer than 0"};
    Aligner aligner(context, failures, options);
    for (std::size_t i = 0; i < failures.failures.size(); ++i) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        if (progress)
            progress(Progress{"align", i, failures.failures.size()});
        aligner.add(i);
    }
    return aligner.finish();
}

} // namespace antecedent
