// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The dated records of each source as streams: one per table, of events one per category, each in order of time.
// Threads: immutable once built; the dataset must outlive it.

#include "model/domain/dataset.h"

#include <string_view>
#include <vector>

namespace antecedent::quality {

inline constexpr std::int64_t kUnknownUs = TimeValue::kUnknown;

struct Fact
{
    std::int64_t onsetUs = kUnknownUs; // where it stands on the time axis
    std::int64_t startUs = kUnknownUs; // of what lasts
    std::int64_t endUs = kUnknownUs;
    std::int64_t recordedUs = kUnknownUs;
    std::int64_t widthUs = 0; // that the onset's precision leaves open
    std::int64_t localUs = 0; // the onset as the source's clock showed it
    AssetIndex asset;
    BatchIndex batch;
    std::uint64_t row = 0;
    RecordId id; // all zero where the dataset has none
    std::string_view group; // what durations are compared within: name of a step, type of an order
};

struct Stream
{
    SourceIndex source;
    TableId table = TableId::Events;
    std::uint32_t category = 0; // of events, id of Dataset::strings
    std::vector<std::uint32_t> items; // ascending by onset
};

class FactStreams
{
public:
    explicit FactStreams(const Dataset& dataset);

    // Ascending by source, table, category.
    const std::vector<Stream>& all() const { return m_streams; }
    Fact fact(const Stream& stream, std::uint32_t item) const;
    std::int64_t onsetUs(const Stream& stream, std::uint32_t item) const
    {
        return stream.table == TableId::Events ? m_dataset.events.timeUs[item] : m_rows[item].onsetUs;
    }

private:
    void addRows();
    void addEvents();
    void add(TableId table, const RecordHead& head, const TimeValue& onset, const TimeValue& start,
        const TimeValue& end, AssetIndex asset, BatchIndex batch, std::string_view group = {});

    const Dataset& m_dataset;
    std::vector<Fact> m_rows;
    std::vector<std::pair<SourceIndex, TableId>> m_places; // of m_rows
    std::vector<Stream> m_streams;
};

} // namespace antecedent::quality
