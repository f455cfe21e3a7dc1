// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Coding of sample chunks: up to 4,096 samples of one tag. Times as difference of differences, values as differences of
// decimal mantissas, so that they print with the digits of the source. Format: format_notes, "sample_chunks".
// Threads: plain values and pure functions.

#include "model/base/decimal.h"
#include "model/base/result.h"
#include "model/base/time.h"
#include "model/domain/dataset.h"
#include "model/store/event_chunk.h"
#include "model/store/fingerprint.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace antecedent {

inline constexpr std::size_t kSampleChunkRows = 4'096;
inline constexpr std::uint8_t kNoValueScale = 254;
inline constexpr std::uint8_t kDoubleScale = 255;

// What many samples of a source share beside time and value: the form of the time, the scale of the value, the quality
// and the values of further columns.
struct SampleKind
{
    std::uint32_t form = 0; // packTimeForm
    std::uint8_t scale = 0; // 0..18, kNoValueScale, kDoubleScale
    std::uint32_t quality = 0; // id in SampleKinds::texts
    std::vector<std::uint32_t> further; // ids in texts, per furtherNames; missing ones are empty
    bool operator==(const SampleKind&) const = default;
};

// The kinds of one source, numbered.
class SampleKinds
{
public:
    std::uint32_t intern(const SampleKind& kind);
    const SampleKind& operator[](std::uint32_t id) const { return m_kinds[id]; }
    // Hash of scale, quality and further columns for sample fingerprints.
    std::uint64_t hash(std::uint32_t id) const { return m_hashes[id]; }
    // Position of a further column by its name.
    std::size_t furtherColumn(std::string_view name);
    const std::vector<std::string>& furtherNames() const { return m_furtherNames; }
    StringPool texts;

private:
    std::vector<SampleKind> m_kinds;
    std::vector<std::uint64_t> m_hashes;
    std::unordered_multimap<std::uint64_t, std::uint32_t> m_ids;
    std::vector<std::string> m_furtherNames;
};

// Samples of one tag as columns of equal length.
struct SampleColumns
{
    std::vector<std::int64_t> times;
    std::vector<std::int64_t> mantissas; // bits of a double where the kind's scale is kDoubleScale
    std::vector<std::uint64_t> rows; // in the source
    std::vector<std::uint32_t> kinds;

    std::size_t size() const { return times.size(); }
    void add(std::int64_t time, std::int64_t mantissa, std::uint64_t row, std::uint32_t kind)
    {
        if (times.size() == times.capacity())
            reserve(times.empty() ? kFirstRoom : times.size() * 2);
        times.push_back(time);
        mantissas.push_back(mantissa);
        rows.push_back(row);
        kinds.push_back(kind);
    }
    void reserve(std::size_t count);
    void clear();
    // Stable, by time.
    void sort();

private:
    static constexpr std::size_t kFirstRoom = 64;
};

struct ValueRange
{
    double min = 0;
    double max = 0;
};

// Fingerprint of a sample; `tag` is that of the tag's name.
inline Fingerprint samplePrint(Fingerprint tag, std::int64_t time, std::int64_t mantissa, std::uint64_t kindHash)
{
    mixInto(tag, static_cast<std::uint64_t>(time));
    mixInto(tag, static_cast<std::uint64_t>(mantissa));
    mixInto(tag, kindHash);
    return tag;
}
Fingerprint tagPrint(std::string_view tag);

// Samples [begin, end) of columns ascending by time. `range` is empty if no sample has a value.
struct EncodedSamples
{
    std::vector<std::uint8_t> data;
    std::optional<ValueRange> range;
};
EncodedSamples encodeSamples(
    const SampleColumns& samples, std::size_t begin, std::size_t end, const SampleKinds& kinds);

// Appends a chunk's samples to `out`, with their kinds interned in `kinds`.
Result<void> decodeSamples(std::span<const std::uint8_t> data, SampleColumns& out, SampleKinds& kinds);
// Times and values only, those in [begin, end); a sample without a value or of bad quality is NaN.
Result<void> decodeSampleValues(std::span<const std::uint8_t> data, const Interval& interval, std::vector<Sample>& out);

Decimal sampleValue(std::int64_t mantissa, std::uint8_t scale);
// True for quality words that say that the value must not be used (`Bad`, `bad - no comm`, …).
bool isBadQuality(std::string_view quality);

} // namespace antecedent
