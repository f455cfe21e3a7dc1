// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/sample_trace.h"

#include "model/store/chunk_reader.h"
#include "model/store/closed_case.h"

#include <algorithm>
#include <cmath>

namespace antecedent {

namespace {

std::int64_t medianOf(std::vector<std::int64_t>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::optional<std::int64_t> usualStep(const std::vector<Sample>& samples)
{
    std::vector<std::int64_t> steps;
    steps.reserve(samples.size());
    for (std::size_t i = 1; i < samples.size(); ++i)
        steps.push_back((samples[i].time - samples[i - 1].time).count());
    return steps.empty() ? std::nullopt : std::optional(medianOf(steps));
}

class Tracer
{
public:
    Tracer(const Interval& range, std::size_t columns)
        : m_columns(std::max<std::size_t>(columns, 1))
        , m_width(std::max<std::int64_t>((range.end - range.begin).count(), 1))
    {
        m_trace.range = range;
        m_trace.asked = m_columns.size();
    }

    void add(const std::vector<Sample>& samples)
    {
        for (const Sample& sample : samples)
            if (!std::isnan(sample.value))
                add(sample);
    }

    SampleTrace finish(std::vector<std::int64_t> steps)
    {
        for (SampleColumn& column : m_columns)
            if (column.samples > 0)
                m_trace.columns.push_back(column);
        if (!steps.empty())
            m_trace.scan = Duration(medianOf(steps));
        return std::move(m_trace);
    }

private:
    void add(const Sample& sample)
    {
        const double at =
            static_cast<double>((sample.time - m_trace.range.begin).count()) / static_cast<double>(m_width);
        const auto place = static_cast<std::size_t>(std::max(0.0, at * static_cast<double>(m_columns.size())));
        SampleColumn& column = m_columns[std::min(place, m_columns.size() - 1)];
        if (column.samples == 0)
            column = {sample.time, sample.time, sample.value, sample.value, sample.value, sample.value, 0};
        // Chunks of two sources may overlap in time.
        if (sample.time < column.firstTime) {
            column.firstTime = sample.time;
            column.first = sample.value;
        }
        if (sample.time >= column.lastTime) {
            column.lastTime = sample.time;
            column.last = sample.value;
        }
        column.low = std::min(column.low, sample.value);
        column.high = std::max(column.high, sample.value);
        ++column.samples;
        ++m_trace.samples;
        m_trace.low = std::min(m_trace.low.value_or(sample.value), sample.value);
        m_trace.high = std::max(m_trace.high.value_or(sample.value), sample.value);
    }

    SampleTrace m_trace;
    std::vector<SampleColumn> m_columns;
    std::int64_t m_width;
};

} // namespace

std::vector<Interval> SampleTrace::holes() const
{
    std::vector<Interval> found;
    const Duration longest = std::max(longestStep(), Duration(1));
    Timestamp last = range.begin;
    for (const SampleColumn& column : columns) {
        if (column.firstTime - last > longest)
            found.push_back({last, column.firstTime});
        last = std::max(last, column.lastTime);
    }
    if (columns.empty() || range.end - last > longest)
        found.push_back({last, range.end});
    return found;
}

Result<SampleTrace> readSampleTrace(const CaseFile& file, const CaseInfo& investigationCase, const std::string& tag,
    const Interval& range, std::size_t columns, const std::stop_token& stop)
{
    const SourceId lastSource = lastSourceOf(investigationCase);
    const Result<std::vector<std::int64_t>> chunks = listSampleChunks(file, tag, range, lastSource);
    if (!chunks)
        return chunks.error();
    Tracer tracer(range, columns);
    std::vector<std::int64_t> steps;
    std::vector<Sample> samples;
    for (const std::int64_t chunk : *chunks) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        samples.clear();
        if (const Result<void> read = readSampleChunk(file, chunk, range, samples); !read)
            return read.error();
        tracer.add(samples);
        if (const auto step = usualStep(samples))
            steps.push_back(*step);
    }
    return tracer.finish(std::move(steps));
}

} // namespace antecedent
