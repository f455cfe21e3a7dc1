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

// Merges runs of kinds into runs of one of their parts.
template <class Part>
void putRuns(ByteWriter& out, const std::vector<std::pair<std::uint32_t, std::size_t>>& runs, const Part& part)
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
void putTextRuns(ByteWriter& out, const std::vector<std::pair<std::uint32_t, std::size_t>>& runs,
    const StringPool& texts, const Part& textOf)
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

void putDifferences(ByteWriter& out, const std::int64_t* values, std::size_t count)
{
    std::int64_t before = 0;
    std::int64_t step = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t difference = wrapSub(values[i], before);
        out.signedVarint(wrapSub(difference, step));
        before = values[i];
        step = difference;
    }
}

// The scale to which all mantissas can be brought without overflow, else kPlainMantissas.
std::uint8_t commonScale(const SampleColumns& samples, std::size_t begin, std::size_t end, const SampleKinds& kinds)
{
    std::uint8_t common = 0;
    std::uint8_t least = kMaxScale;
    for (std::size_t i = begin; i < end; ++i)
        if (const std::uint8_t scale = kinds[samples.kinds[i]].scale; scale <= kMaxScale) {
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

// Mantissas brought to the common scale; their range is found in whole numbers.
void putScaledValues(ByteWriter& out, const SampleColumns& samples, std::size_t begin, std::size_t end,
    const SampleKinds& kinds, std::uint8_t common, std::optional<ValueRange>& range)
{
    std::int64_t before = 0;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t greatest = std::numeric_limits<std::int64_t>::min();
    for (std::size_t i = begin; i < end; ++i) {
        const std::uint8_t scale = kinds[samples.kinds[i]].scale;
        if (scale > kMaxScale)
            continue;
        const std::int64_t scaled = samples.mantissas[i] * kPowers[common - scale];
        least = std::min(least, scaled);
        greatest = std::max(greatest, scaled);
        out.signedVarint(wrapSub(scaled, before));
        before = scaled;
    }
    if (least > greatest)
        return;
    widen(range, toDouble(sampleValue(least, common)));
    widen(range, toDouble(sampleValue(greatest, common)));
}

void putValues(ByteWriter& out, const SampleColumns& samples, std::size_t begin, std::size_t end,
    const SampleKinds& kinds, std::optional<ValueRange>& range)
{
    const std::uint8_t common = commonScale(samples, begin, end, kinds);
    out.varint(common);
    if (common != kPlainMantissas)
        putScaledValues(out, samples, begin, end, kinds, common, range);
    for (std::size_t i = begin; i < end && common == kPlainMantissas; ++i)
        if (const std::uint8_t scale = kinds[samples.kinds[i]].scale; scale <= kMaxScale) {
            out.signedVarint(samples.mantissas[i]);
            widen(range, toDouble(sampleValue(samples.mantissas[i], scale)));
        }
    for (std::size_t i = begin; i < end; ++i)
        if (kinds[samples.kinds[i]].scale == kDoubleScale) {
            out.bytes(&samples.mantissas[i], 8);
            widen(range, toDouble(sampleValue(samples.mantissas[i], kDoubleScale)));
        }
}

// The first part of a decoded chunk: all but quality, rows and further columns.
struct ChunkHead
{
    std::size_t rows = 0;
    std::vector<std::uint32_t> forms;
    std::vector<std::int64_t> times;
    std::vector<std::uint8_t> scales;
    std::vector<std::int64_t> mantissas;
};

bool getValues(ByteReader& in, ChunkHead& head)
{
    in.runs(head.scales, head.rows);
    const std::uint64_t common = in.varint();
    if (common > kMaxScale && common != kPlainMantissas)
        return false;
    head.mantissas.assign(head.rows, 0);
    std::int64_t before = 0;
    for (std::size_t i = 0; i < head.rows; ++i) {
        const std::uint8_t scale = head.scales[i];
        if (scale > kMaxScale)
            continue;
        if (common == kPlainMantissas) {
            head.mantissas[i] = in.signedVarint();
            continue;
        }
        if (scale > common)
            return false;
        before = wrapAdd(before, in.signedVarint());
        head.mantissas[i] = scale == common ? before : before / kPowers[common - scale];
    }
    for (std::size_t i = 0; i < head.rows; ++i) {
        if (head.scales[i] != kDoubleScale)
            continue;
        const std::span<const std::uint8_t> bits = in.bytes(8);
        if (bits.size() == 8)
            std::memcpy(&head.mantissas[i], bits.data(), 8);
    }
    return !in.failed();
}

bool getHead(ByteReader& in, ChunkHead& head)
{
    const std::uint64_t rows = in.varint();
    if (rows == 0 || rows > kSampleChunkRows)
        return false;
    head.rows = static_cast<std::size_t>(rows);
    in.runs(head.forms, head.rows);
    head.times.resize(head.rows);
    std::int64_t before = 0;
    std::int64_t step = 0;
    for (std::int64_t& time : head.times) {
        step = wrapAdd(step, in.signedVarint());
        before = wrapAdd(before, step);
        time = before;
    }
    return getValues(in, head);
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

Fingerprint samplePrint(Fingerprint tag, std::int64_t time, std::int64_t mantissa, std::uint64_t kindHash)
{
    mixInto(tag, static_cast<std::uint64_t>(time));
    mixInto(tag, static_cast<std::uint64_t>(mantissa));
    mixInto(tag, kindHash);
    return tag;
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
    thread_local ByteWriter bytes;
    bytes.clear();
    std::vector<std::pair<std::uint32_t, std::size_t>> runs;
    for (std::size_t i = begin; i < end; ++i) {
        if (runs.empty() || runs.back().first != samples.kinds[i])
            runs.emplace_back(samples.kinds[i], 0);
        ++runs.back().second;
    }
    const std::size_t count = end - begin;
    bytes.varint(count);
    putRuns(bytes, runs, [&](std::uint32_t kind) { return kinds[kind].form; });
    putDifferences(bytes, samples.times.data() + begin, count);
    putRuns(bytes, runs, [&](std::uint32_t kind) { return kinds[kind].scale; });
    putValues(bytes, samples, begin, end, kinds, out.range);
    putTextRuns(bytes, runs, kinds.texts, [&](std::uint32_t kind) { return kinds[kind].quality; });
    std::int64_t before = 0;
    std::int64_t step = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const std::int64_t difference = wrapSub(static_cast<std::int64_t>(samples.rows[i]), before);
        bytes.signedVarint(wrapSub(difference, step));
        before = static_cast<std::int64_t>(samples.rows[i]);
        step = difference;
    }
    const std::size_t further = kinds.furtherNames().size();
    bytes.varint(further);
    for (std::size_t f = 0; f < further; ++f) {
        bytes.text(kinds.furtherNames()[f]);
        putTextRuns(bytes, runs, kinds.texts,
            [&](std::uint32_t kind) { return f < kinds[kind].further.size() ? kinds[kind].further[f] : 0U; });
    }
    zstdCompress(bytes.view(), out.data);
    return out;
}

Result<void> decodeSamples(std::span<const std::uint8_t> data, SampleColumns& out, SampleKinds& kinds)
{
    const Result<std::vector<std::uint8_t>> bytes = zstdDecompress(data, kMaxBlock);
    if (!bytes)
        return bytes.error();
    ByteReader in(*bytes);
    ChunkHead head;
    TextCodes quality;
    if (!getHead(in, head) || !getTextRuns(in, head.rows, quality))
        return damaged();
    std::int64_t before = 0;
    std::int64_t step = 0;
    for (std::size_t i = 0; i < head.rows; ++i) {
        step = wrapAdd(step, in.signedVarint());
        before = wrapAdd(before, step);
        out.rows.push_back(static_cast<std::uint64_t>(before));
    }
    std::vector<std::pair<std::size_t, TextCodes>> further(std::min<std::uint64_t>(in.varint(), 10'000));
    for (auto& [column, codes] : further) {
        column = kinds.furtherColumn(in.text());
        if (!getTextRuns(in, head.rows, codes))
            return damaged();
    }
    if (in.failed() || !in.atEnd())
        return damaged();
    SampleKind kind;
    std::uint32_t id = 0;
    for (std::size_t i = 0; i < head.rows; ++i) {
        SampleKind next{head.forms[i], head.scales[i], kinds.texts.intern(quality.at(i)), {}};
        for (const auto& [column, codes] : further)
            if (const std::uint32_t text = kinds.texts.intern(codes.at(i)); text != 0) {
                next.further.resize(std::max(next.further.size(), column + 1));
                next.further[column] = text;
            }
        if (i == 0 || !(next == kind)) {
            kind = std::move(next);
            id = kinds.intern(kind);
        }
        out.kinds.push_back(id);
    }
    out.times.insert(out.times.end(), head.times.begin(), head.times.end());
    out.mantissas.insert(out.mantissas.end(), head.mantissas.begin(), head.mantissas.end());
    return {};
}

Result<void> decodeSampleValues(std::span<const std::uint8_t> data, const Interval& interval, std::vector<Sample>& out)
{
    const Result<std::vector<std::uint8_t>> bytes = zstdDecompress(data, kMaxBlock);
    if (!bytes)
        return bytes.error();
    ByteReader in(*bytes);
    ChunkHead head;
    TextCodes quality;
    if (!getHead(in, head) || !getTextRuns(in, head.rows, quality))
        return damaged();
    std::vector<bool> bad;
    for (const std::string_view text : quality.texts)
        bad.push_back(isBadQuality(text));
    const auto first =
        std::lower_bound(head.times.begin(), head.times.end(), interval.begin.time_since_epoch().count());
    const auto last = std::lower_bound(first, head.times.end(), interval.end.time_since_epoch().count());
    for (auto i = static_cast<std::size_t>(first - head.times.begin());
         i < static_cast<std::size_t>(last - head.times.begin()); ++i) {
        const bool gap = head.scales[i] == kNoValueScale || bad[quality.codes[i]];
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
