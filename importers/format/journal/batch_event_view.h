// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Exports of the views brecipestatechangeview and batcheventview of DeltaV's batch historian, as the lines of a batch
// journal: the historian keeps in columns what the journal has in its lines, of the same servers. Documented are
// EventType and EventDescript (PI Interface for Emerson DeltaV Batch, "Start and stop events") and occurtime, msecs,
// isdst of the event views; recipe, unit, phase and user are taken to be named as in the journal, and none of them was
// seen in a real export. Threads: one reader at a time.

#include "importers/text/delimited_rows.h"

#include <memory>
#include <optional>
#include <string>

namespace antecedent::importers {

struct BatchEventColumns
{
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    std::size_t time = kNone;
    std::size_t fraction = kNone;
    std::size_t daylight = kNone;
    std::size_t type = kNone;
    std::size_t text = kNone;
    std::size_t uniqueId = kNone;
    std::size_t batchId = kNone;
    std::size_t recipe = kNone;
    std::size_t unit = kNone;
    std::size_t phase = kNone;
    std::size_t user = kNone;
};

// nullopt: the list is no such view.
std::optional<BatchEventColumns> findBatchEventColumns(const DelimitedHead& head);

class BatchEventView final : public ByteSource
{
public:
    BatchEventView(std::unique_ptr<DelimitedRows> rows, BatchEventColumns columns)
        : m_rows(std::move(rows))
        , m_columns(columns)
    {
    }
    // Lines with a row of headings; a damaged row becomes a line that is none.
    Result<std::size_t> read(std::span<char> out) override;

private:
    void addRow();

    std::unique_ptr<DelimitedRows> m_rows;
    BatchEventColumns m_columns;
    std::string m_text;
    std::size_t m_taken = 0;
    std::uint64_t m_lines = 0; // written
    bool m_isEnded = false;
};

} // namespace antecedent::importers
