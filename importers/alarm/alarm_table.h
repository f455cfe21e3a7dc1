// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An alarm journal as one row per occurrence: onset, end, acknowledgement, place, condition, severity (1 critical to 4
// low), what is missing, chattering, flood, how it was suppressed; then the columns of the journal that have no meaning
// of their own. A time in which an alarm was suppressed is a row of record "suppression". Rows that are no alarms (an
// operator's action, a message) are rows of record "event". Threads: one reader at a time.

#include "importers/alarm/alarm_dialect.h"
#include "importers/alarm/alarm_pairing.h"
#include "importers/text/delimited_rows.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace antecedent::importers {

class AlarmTable
{
public:
    // `bytes` must outlive this. Errors: UnknownFormat if it is no alarm journal; CorruptInput for a journal that is
    // newest first and longer than kMostReversed rows.
    static Result<std::unique_ptr<AlarmTable>> open(ByteSource& bytes, const TextHints& hints = {});
    static constexpr std::size_t kMostReversed = 400'000;

    const std::vector<std::string>& header() const { return m_header; }
    // The next row, by the header's columns; false at the end.
    Result<bool> next(std::vector<std::string>& row);
    // What was found in the journal as a whole, once all rows are read: counts of what is missing or came again, of
    // alarms that chatter, of floods.
    std::vector<std::string> remarks() const;
    ExportStatement statement() const { return m_rows->statement(); }
    const Footers& footers() const { return m_rows->footers(); }
    std::uint64_t rowsRead() const { return m_rows->rowsRead(); }

private:
    AlarmTable(std::unique_ptr<CellRows> rows, const DelimitedHead& head, AlarmColumns columns);
    Result<bool> readRow(std::optional<AlarmRow>& row);
    Result<bool> feed();
    Result<void> feedReversed();
    void write(const AlarmInterval& interval, std::vector<std::string>& row) const;

    std::unique_ptr<CellRows> m_rows;
    AlarmColumns m_columns;
    char m_decimalMark = '.';
    std::optional<AlarmRow> m_pending; // whose properties may stand in the rows behind
    std::string m_doubt; // about the columns
    AlarmPairing m_pairing;
    std::vector<std::string> m_header;
    AlarmInterval m_interval;
    std::uint32_t m_copies = 0; // of the interval at hand that are still to be written
    std::vector<std::string> m_damaged; // lines that can't be read
    struct Counts
    {
        std::uint64_t intervals = 0;
        std::uint64_t withoutClear = 0;
        std::uint64_t withoutSet = 0;
        std::uint64_t chattering = 0;
        std::uint64_t inFlood = 0;
        std::uint64_t withoutScale = 0;
        std::uint64_t events = 0;
        std::uint64_t suppressions = 0;
        std::uint64_t openSuppressions = 0;
        std::uint64_t suppressed = 0;
        std::uint64_t unknownStates = 0;
    };
    void count(const AlarmInterval& interval);

    Counts m_counts;
    bool m_isNewestFirst = false;
    bool m_isEnded = false;
};

} // namespace antecedent::importers
