// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The flat table of a format whose rows are made one by one. `Rows` has open(bytes, hints), header(), next(row), which
// is false at the end, and may have remarks(), texts about the source as a whole once all rows are read, and
// statement(), footers(), rowsRead() as DelimitedRows has them. Threads: one reader at a time.

#include "importers/format/table_source.h"
#include "importers/text/text_hints.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace antecedent::importers {

template <class Rows> class RowsSource final : public TableSource
{
public:
    // For Format::open. Errors: those of Rows::open.
    static Result<std::unique_ptr<TableSource>> open(
        ByteSource& bytes, std::string_view /*part*/, const TextHints& hints)
    {
        Result<std::unique_ptr<Rows>> rows = Rows::open(bytes, hints);
        if (!rows)
            return rows.error();
        return std::unique_ptr<TableSource>(new RowsSource(std::move(*rows)));
    }

private:
    explicit RowsSource(std::unique_ptr<Rows> rows)
        : m_rows(std::move(rows))
    {
    }
    Result<bool> more(CsvWriter& out) override
    {
        constexpr std::size_t kRows = 1000;
        if (!m_isStarted)
            out.row(m_rows->header());
        m_isStarted = true;
        const Result<bool> hasMore = addRows(out, kRows);
        if constexpr (requires { m_rows->footers(); }) {
            say(m_rows->statement());
            countRows(m_rows->rowsRead());
            if (hasMore && !*hasMore)
                for (std::string& remark : m_rows->footers().remarks())
                    note(DiagnosticCode::SourceRemark, std::move(remark));
        }
        return hasMore;
    }
    Result<bool> addRows(CsvWriter& out, std::size_t limit)
    {
        for (std::size_t i = 0; i < limit; ++i) {
            const Result<bool> hasMore = m_rows->next(m_row);
            if (!hasMore)
                return hasMore;
            if (!*hasMore) {
                if constexpr (requires { m_rows->remarks(); })
                    for (std::string& remark : m_rows->remarks())
                        note(DiagnosticCode::SourceRemark, std::move(remark));
                return false;
            }
            out.row(m_row);
        }
        return true;
    }

    std::unique_ptr<Rows> m_rows;
    std::vector<std::string> m_row;
    bool m_isStarted = false;
};

} // namespace antecedent::importers
