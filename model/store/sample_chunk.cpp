// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/sample_chunk.h"

#include "model/base/text.h"
#include "model/store/codec.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace antecedent {

namespace {

constexpr std::size_t kMaxBlock = std::size_t{1} << 28U;
constexpr std::uint8_t kMaxScale = 18;
constexpr std::uint8_t kPlainMantissas = 255;

constexpr std::array<std::int64_t, 19> kPowers = [] {
    std::array<std::int64_t, 19> powers{};
    std::int64_t power = 1;
    for (std::int64_t& p : powers) {
        p = power;
        power = power <= std::numeric_limits<std::int64_t>::max() / 10 ? power * 10 : power;
    }
    return powers;
}();

std::uint64_t kindHashOf(std::uint8_t scale, std::string_view quality,
    const std::vector<std::pair<std::string_view, std::string_view>>& further)
{
    Fingerprint print;
    mixInto(print, std::uint64_t{scale});
    mixInto(print, quality);
    for (const auto& [name, text] : further) {
        mixInto(print, name);
        mixInto(print, text);
    }
    return print.a;
}

Error damaged()
{
    return Error{ErrorCode::InvestigationDamaged, {}, "sample chunk does not decode"};
}

using KindRuns = std::vector<std::pair<std::uint32_t, std::size_t>>; // kind and count

// Merges runs of kinds into runs of one of their parts.
template <class Part> void putRuns(ByteWriter& out, const KindRuns& runs, const Part& part)
{
    for (std::size_t i = 0; i < runs.size();) {
        const std::uint64_t value = part(runs[i].first);
        std::size_t count = 0;
        for (; i < runs.size() && part(runs[i].first) == value; ++i)
            count += runs[i].second;
        out.varint(value);
        out.varint(count);
    }
}

// A text table and the runs of its numbers.
template <class Part>
void putTextRuns(ByteWriter& out, const KindRuns& runs, const StringPool& texts, const Part& textOf)
{
    std::unordered_map<std::uint32_t, std::uint64_t> numbers;
    std::vector<std::uint32_t> used;
    for (const auto& [kind, count] : runs)
        if (numbers.try_emplace(textOf(kind), used.size()).second)
            used.push_back(textOf(kind));
    out.varint(used.size());
    for (const std::uint32_t id : used)
        out.text(texts.text(id));
    putRuns(out, runs, [&](std::uint32_t kind) { return numbers.at(textOf(kind)); });
}

// A typical step between neighbours: the median of the first ones.
std::int64_t typicalStep(const std::vector<std::int64_t>& steps)
{
    std::array<std::int64_t, 31> some{};
    const std::size_t count = std::min(steps.size(), some.size());
    std::copy_n(steps.begin(), count, some.begin());
    std::sort(some.begin(), some.begin() + static_cast<std::ptrdiff_t>(count));
    return some[count / 2];
}

template <std::int64_t Unit> bool areWhole(const std::vector<std::int64_t>& steps)
{
    return std::all_of(steps.begin(), steps.end(), [](std::int64_t step) { return step % Unit == 0; });
}

// The coarsest of second, millisecond and microsecond in which all steps are whole.
std::int64_t unitOf(const std::vector<std::int64_t>& steps)
{
    if (!areWhole<1'000>(steps))
        return 1;
    return areWhole<1'000'000>(steps) ? 1'000'000 : 1'000;
}

// A column of whole numbers as its first value, unit, typical step and, per further value, what its step differs.
struct SteppedColumn
{
    std::int64_t first = 0;
    std::int64_t unit = 1;
    std::int64_t step = 0;
    std::vector<std::uint64_t> residuals; // zigzag

    template <class Value>
    SteppedColumn(std::size_t count, bool scaled, const Value& value)
        : first(value(0))
    {
        thread_local std::vector<std::int64_t> steps;
        steps.resize(count - 1);
        for (std::size_t i = 1; i < count; ++i)
            steps[i - 1] = wrapSub(value(i), value(i - 1));
        if (scaled)
            unit = unitOf(steps);
        step = typicalStep(steps) / unit;
        residuals.resize(steps.size());
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const std::int64_t units = unit == 1 ? steps[i] : unit == 1'000 ? steps[i] / 1'000 : steps[i] / 1'000'000;
            residuals[i] = zigzag(wrapSub(units, step));
        }
    }
    void put(ByteWriter& out) const
    {
        out.signedVarint(first);
        out.signedVarint(unit);
        out.signedVarint(step);
    }
};

struct SteppedHead
{
    std::int64_t first = 0;
    std::int64_t unit = 1;
    std::int64_t step = 0;
    explicit SteppedHead(ByteReader& in)
        : first(in.signedVarint())
        , unit(in.signedVarint())
        , step(in.signedVarint())
    {
    }
    template <class T> void expand(const std::vector<std::uint64_t>& residuals, std::vector<T>& out) const
    {
        std::int64_t value = first;
        out.push_back(static_cast<T>(value));
        for (const std::uint64_t residual : residuals) {
            const auto units = static_cast<std::uint64_t>(wrapAdd(unzigzag(residual), step));
            value = wrapAdd(value, static_cast<std::int64_t>(units * static_cast<std::uint64_t>(unit)));
            out.push_back(static_cast<T>(value));
        }
    }
};

// The scale to which all mantissas can be brought without overflow, else kPlainMantissas.
std::uint8_t commonScale(
    const SampleColumns& samples, std::size_t begin, std::size_t end, const SampleKinds& kinds, const KindRuns& runs)
{
    std::uint8_t common = 0;
    std::uint8_t least = kMaxScale;
    for (const auto& [kind, count] : runs)
        if (const std::uint8_t scale = kinds[kind].scale; scale <= kMaxScale) {
            common = std::max(common, scale);
            least = std::min(least, scale);
        }
    if (common <= least)
        return common;
    for (std::size_t i = begin; i < end; ++i) {
        const std::uint8_t scale = kinds[samples.kinds[i]].scale;
        if (scale > kMaxScale)
            continue;
        const std::int64_t limit = std::numeric_limits<std::int64_t>::max() / kPowers[common - scale];
        if (samples.mantissas[i] > limit || samples.mantissas[i] < -limit)
            return kPlainMantissas;
    }
    return common;
}

void widen(std::optional<ValueRange>& range, double value)
{
    if (!range)
        range = ValueRange{value, value};
    range->min = std::min(range->min, value);
    range->max = std::max(range->max, value);
}

// Differences of the mantissas brought to the common scale; their range is found in whole numbers. Returns the first.
std::int64_t scaledValues(const SampleColumns& samples, std::size_t begin, const SampleKinds& kinds,
    const KindRuns& runs, std::uint8_t common, std::vector<std::uint64_t>& out, std::optional<ValueRange>& range)
{
    std::int64_t first = 0;
    std::int64_t before = 0;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t greatest = std::numeric_limits<std::int64_t>::min();
    std::size_t at = begin;
    for (const auto& [kind, count] : runs) {
        const std::size_t end = at + count;
        const std::uint8_t scale = kinds[kind].scale;
        if (scale > kMaxScale) {
            at = end;
            continue;
        }
        const std::int64_t power = kPowers[common - scale];
        if (out.empty())
            first = before = samples.mantissas[at] * power;
        for (; at < end; ++at) {
            const std::int64_t scaled = samples.mantissas[at] * power;
            least = std::min(least, scaled);
            greatest = std::max(greatest, scaled);
            out.push_back(zigzag(wrapSub(scaled, before)));
            before = scaled;
        }
    }
    if (least > greatest)
        return first;
    widen(range, toDouble(sampleValue(least, common)));
    widen(range, toDouble(sampleValue(greatest, common)));
    return first;
}

// Mantissas that have no common scale.
void plainValues(const SampleColumns& samples, std::size_t begin, std::size_t end, const SampleKinds& kinds,
    std::vector<std::uint64_t>& out, std::optional<ValueRange>& range)
{
    for (std::size_t i = begin; i < end; ++i)
        if (const std::uint8_t scale = kinds[samples.kinds[i]].scale; scale <= kMaxScale) {
            out.push_back(zigzag(samples.mantissas[i]));
            widen(range, toDouble(sampleValue(samples.mantissas[i], scale)));
        }
}

// Writes the head of the values and the doubles; the rest becomes planes.
std::vector<std::uint64_t> putValues(ByteWriter& out, const SampleColumns& samples, std::size_t begin, std::size_t end,
    const SampleKinds& kinds, const KindRuns& runs, std::optional<ValueRange>& range)
{
    std::vector<std::uint64_t> values;
    values.reserve(end - begin);
    const std::uint8_t common = commonScale(samples, begin, end, kinds, runs);
    out.varint(common);
    std::int64_t first = 0;
    if (common == kPlainMantissas)
        plainValues(samples, begin, end, kinds, values, range);
    else
        first = scaledValues(samples, begin, kinds, runs, common, values, range);
    out.signedVarint(first);
    const bool doubles =
        std::any_of(runs.begin(), runs.end(), [&](const auto& run) { return kinds[run.first].scale == kDoubleScale; });
    for (std::size_t i = begin; doubles && i < end; ++i)
        if (kinds[samples.kinds[i]].scale == kDoubleScale) {
            out.bytes(&samples.mantissas[i], 8);
            widen(range, toDouble(sampleValue(samples.mantissas[i], kDoubleScale)));
        }
    return values;
}

// What a decoded chunk holds; the rows in the source are decoded only where they are wanted.
struct ChunkHead
{
    std::size_t rows = 0;
    std::vector<std::uint32_t> forms;
    std::vector<std::int64_t> times;
    std::vector<std::uint8_t> scales;
    std::vector<std::int64_t> mantissas;
    TextCodes quality;
    std::vector<std::uint64_t> sourceRows;
    std::vector<std::pair<std::string, TextCodes>> further;
    std::vector<std::uint8_t> buffer; // owner of the texts
};

// From the planes of the exact values back to mantissas.
bool expandValues(const std::vector<std::uint64_t>& values, std::uint64_t common, std::int64_t first, ChunkHead& head)
{
    std::int64_t before = first;
    std::size_t next = 0;
    for (std::size_t i = 0; i < head.rows; ++i) {
        const std::uint8_t scale = head.scales[i];
        if (scale > kMaxScale)
            continue;
        const std::int64_t value = unzigzag(values[next++]);
        if (common == kPlainMantissas) {
            head.mantissas[i] = value;
            continue;
        }
        if (scale > common)
            return false;
        before = wrapAdd(before, value);
        head.mantissas[i] = scale == common ? before : before / kPowers[common - scale];
    }
    return true;
}

bool getTextRuns(ByteReader& in, std::size_t rows, TextCodes& out)
{
    const std::uint64_t count = in.varint();
    if (count == 0 || count > rows)
        return false;
    out.texts.resize(static_cast<std::size_t>(count));
    for (std::string_view& text : out.texts)
        text = in.text();
    in.runs(out.codes, rows);
    return !in.failed()
        && std::all_of(out.codes.begin(), out.codes.end(), [&](std::uint32_t code) { return code < count; });
}

Result<ChunkHead> decodeChunk(std::span<const std::uint8_t> data, bool wantsRows)
{
    PartReader parts(data);
    Result<std::vector<std::uint8_t>> meta = parts.part(kMaxBlock);
    if (!meta)
        return meta.error();
    ChunkHead head;
    head.buffer = std::move(*meta);
    ByteReader in(head.buffer);
    const std::uint64_t rows = in.varint();
    if (rows == 0 || rows > kSampleChunkRows)
        return damaged();
    head.rows = static_cast<std::size_t>(rows);
    const std::uint64_t timePlanes = in.varint();
    const std::uint64_t valuePlanes = in.varint();
    const std::uint64_t rowPlanes = in.varint();
    in.runs(head.forms, head.rows);
    const SteppedHead time(in);
    in.runs(head.scales, head.rows);
    const std::uint64_t common = in.varint();
    const std::int64_t first = in.signedVarint();
    if (in.failed() || (common > kMaxScale && common != kPlainMantissas))
        return damaged();
    head.mantissas.assign(head.rows, 0);
    std::size_t exact = 0;
    for (std::size_t i = 0; i < head.rows; ++i) {
        if (head.scales[i] <= kMaxScale)
            ++exact;
        if (head.scales[i] != kDoubleScale)
            continue;
        if (const std::span<const std::uint8_t> bits = in.bytes(8); bits.size() == 8)
            std::memcpy(&head.mantissas[i], bits.data(), 8);
    }
    if (in.failed() || !getTextRuns(in, head.rows, head.quality))
        return damaged();
    const SteppedHead row(in);
    const std::uint64_t further = in.varint();
    for (std::uint64_t i = 0; i < further && !in.failed(); ++i) {
        head.further.emplace_back(in.text(), TextCodes());
        if (!getTextRuns(in, head.rows, head.further.back().second))
            return damaged();
    }
    if (in.failed() || !in.atEnd())
        return damaged();
    const Result<std::vector<std::uint64_t>> times = parts.planes(head.rows - 1, timePlanes);
    if (!times)
        return times.error();
    head.times.reserve(head.rows);
    time.expand(*times, head.times);
    const Result<std::vector<std::uint64_t>> values = parts.planes(exact, valuePlanes);
    if (!values)
        return values.error();
    if (!expandValues(*values, common, first, head))
        return damaged();
    if (!wantsRows)
        return head;
    const Result<std::vector<std::uint64_t>> sourceRows = parts.planes(head.rows - 1, rowPlanes);
    if (!sourceRows)
        return sourceRows.error();
    row.expand(*sourceRows, head.sourceRows);
    if (!parts.atEnd())
        return damaged();
    return head;
}

} // namespace

std::uint32_t SampleKinds::intern(const SampleKind& kind)
{
    std::vector<std::pair<std::string_view, std::string_view>> further;
    for (std::size_t i = 0; i < kind.further.size(); ++i)
        if (kind.further[i] != 0)
            further.emplace_back(m_furtherNames[i], texts.text(kind.further[i]));
    std::sort(further.begin(), further.end());
    const std::uint64_t hash = kindHashOf(kind.scale, texts.text(kind.quality), further);
    const auto [first, last] = m_ids.equal_range(hash);
    for (auto at = first; at != last; ++at)
        if (m_kinds[at->second] == kind)
            return at->second;
    const auto id = static_cast<std::uint32_t>(m_kinds.size());
    m_kinds.push_back(kind);
    m_hashes.push_back(hash);
    m_ids.emplace(hash, id);
    return id;
}

std::size_t SampleKinds::furtherColumn(std::string_view name)
{
    const auto found = std::find(m_furtherNames.begin(), m_furtherNames.end(), name);
    if (found != m_furtherNames.end())
        return static_cast<std::size_t>(found - m_furtherNames.begin());
    m_furtherNames.emplace_back(name);
    return m_furtherNames.size() - 1;
}

void SampleColumns::reserve(std::size_t count)
{
    times.reserve(count);
    mantissas.reserve(count);
    rows.reserve(count);
    kinds.reserve(count);
}

void SampleColumns::clear()
{
    times.clear();
    mantissas.clear();
    rows.clear();
    kinds.clear();
}

void SampleColumns::sort()
{
    if (std::is_sorted(times.begin(), times.end()))
        return;
    std::vector<std::uint32_t> order(times.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return times[a] < times[b]; });
    const auto permute = [&](auto& values) {
        auto sorted = values;
        for (std::size_t i = 0; i < order.size(); ++i)
            sorted[i] = values[order[i]];
        values.swap(sorted);
    };
    permute(mantissas);
    permute(rows);
    permute(kinds);
    permute(times);
}

Fingerprint tagPrint(std::string_view tag)
{
    Fingerprint print;
    mixInto(print, tag);
    return print;
}

EncodedSamples encodeSamples(const SampleColumns& samples, std::size_t begin, std::size_t end, const SampleKinds& kinds)
{
    EncodedSamples out;
    KindRuns runs;
    for (std::size_t i = begin; i < end;) {
        const std::uint32_t kind = samples.kinds[i];
        const std::size_t start = i;
        while (i < end && samples.kinds[i] == kind)
            ++i;
        runs.emplace_back(kind, i - start);
    }
    const std::size_t count = end - begin;
    const SteppedColumn times(count, true, [&](std::size_t i) { return samples.times[begin + i]; });
    const SteppedColumn rows(
        count, false, [&](std::size_t i) { return static_cast<std::int64_t>(samples.rows[begin + i]); });
    thread_local ByteWriter meta;
    meta.clear();
    putRuns(meta, runs, [&](std::uint32_t kind) { return kinds[kind].form; });
    times.put(meta);
    putRuns(meta, runs, [&](std::uint32_t kind) { return kinds[kind].scale; });
    const std::vector<std::uint64_t> values = putValues(meta, samples, begin, end, kinds, runs, out.range);
    putTextRuns(meta, runs, kinds.texts, [&](std::uint32_t kind) { return kinds[kind].quality; });
    rows.put(meta);
    const std::size_t further = kinds.furtherNames().size();
    meta.varint(further);
    for (std::size_t f = 0; f < further; ++f) {
        meta.text(kinds.furtherNames()[f]);
        putTextRuns(meta, runs, kinds.texts,
            [&](std::uint32_t kind) { return f < kinds[kind].further.size() ? kinds[kind].further[f] : 0U; });
    }
    std::vector<std::uint8_t> columns;
    PartWriter columnParts(columns);
    ByteWriter head;
    head.varint(count);
    head.varint(columnParts.planes(times.residuals));
    head.varint(columnParts.planes(values));
    head.varint(columnParts.planes(rows.residuals));
    head.bytes(meta.view().data(), meta.size());
    PartWriter(out.data).part(head.view());
    out.data.insert(out.data.end(), columns.begin(), columns.end());
    return out;
}

Result<void> decodeSamples(std::span<const std::uint8_t> data, SampleColumns& out, SampleKinds& kinds)
{
    const Result<ChunkHead> decoded = decodeChunk(data, true);
    if (!decoded)
        return decoded.error();
    const ChunkHead& head = *decoded;
    std::vector<std::size_t> columns;
    for (const auto& [name, codes] : head.further)
        columns.push_back(kinds.furtherColumn(name));
    SampleKind kind;
    std::uint32_t id = 0;
    for (std::size_t i = 0; i < head.rows; ++i) {
        SampleKind next{head.forms[i], head.scales[i], kinds.texts.intern(head.quality.at(i)), {}};
        for (std::size_t f = 0; f < columns.size(); ++f)
            if (const std::uint32_t text = kinds.texts.intern(head.further[f].second.at(i)); text != 0) {
                next.further.resize(std::max(next.further.size(), columns[f] + 1));
                next.further[columns[f]] = text;
            }
        if (i == 0 || !(next == kind)) {
            kind = std::move(next);
            id = kinds.intern(kind);
        }
        out.kinds.push_back(id);
    }
    out.rows.insert(out.rows.end(), head.sourceRows.begin(), head.sourceRows.end());
    out.times.insert(out.times.end(), head.times.begin(), head.times.end());
    out.mantissas.insert(out.mantissas.end(), head.mantissas.begin(), head.mantissas.end());
    return {};
}

Result<void> decodeSampleValues(std::span<const std::uint8_t> data, const Interval& interval, std::vector<Sample>& out)
{
    const Result<ChunkHead> decoded = decodeChunk(data, false);
    if (!decoded)
        return decoded.error();
    const ChunkHead& head = *decoded;
    std::vector<bool> bad;
    for (const std::string_view text : head.quality.texts)
        bad.push_back(isBadQuality(text));
    const auto first =
        std::lower_bound(head.times.begin(), head.times.end(), interval.begin.time_since_epoch().count());
    const auto last = std::lower_bound(first, head.times.end(), interval.end.time_since_epoch().count());
    for (auto i = static_cast<std::size_t>(first - head.times.begin());
         i < static_cast<std::size_t>(last - head.times.begin()); ++i) {
        const bool gap = head.scales[i] == kNoValueScale || bad[head.quality.codes[i]];
        const double value =
            gap ? std::numeric_limits<double>::quiet_NaN() : toDouble(sampleValue(head.mantissas[i], head.scales[i]));
        out.push_back(Sample{Timestamp(Duration(head.times[i])), value});
    }
    return {};
}

Decimal sampleValue(std::int64_t mantissa, std::uint8_t scale)
{
    Decimal value;
    if (scale == kNoValueScale)
        return value;
    value.mantissa = mantissa;
    value.known = true;
    value.inexact = scale == kDoubleScale;
    value.scale = value.inexact ? std::uint8_t{0} : scale;
    return value;
}

bool isBadQuality(std::string_view quality)
{
    return quality.size() >= 3 && equalsIgnoreCase(quality.substr(0, 3), "bad");
}

} // namespace antecedent
