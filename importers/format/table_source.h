// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The flat table of a format as a stream: rows are made as they are read, some at a time. What a format has to know of
// the whole source before its rows (the objects of a log, the texts that cells share, a JSON message) it holds in
// memory or in a temporary file, with a limit of its own. Threads: one reader at a time.

#include "importers/format/csv_writer.h"
#include "importers/text/byte_source.h"
#include "importers/text/export_lines.h"
#include "model/base/diagnostic.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace antecedent::importers {

class TableSource : public ByteSource
{
public:
    Result<std::size_t> read(std::span<char> out) final;
    // What was found since the last call that concerns no single row: a part that can't be read, a sheet that is
    // hidden. At most a hundred of a source; the last says that there are more.
    std::vector<Diagnostic> takeNotes();
    // What the export says of itself, as far as it is read: before its headings, and behind its rows once they are
    // read.
    const ExportStatement& statement() const { return m_statement; }
    // Rows of the source that were read so far, where the flat table has another number of them.
    std::optional<std::uint64_t> sourceRows() const { return m_sourceRows; }

protected:
    // Appends some rows, the headings first; false: there are no more. It may append none and still have more.
    virtual Result<bool> more(CsvWriter& rows) = 0;
    // `detail`: what and where, in English, without final full stop.
    void note(DiagnosticCode code, std::string detail);
    // That the source can't be read on; nothing if `problem` is empty. `isCut`: it ends inside of something.
    void noteEnd(const std::string& problem, bool isCut);
    void say(const ExportStatement& statement) { m_statement.add(statement); }
    void countRows(std::uint64_t read) { m_sourceRows = read; }

private:
    CsvWriter m_rows;
    std::size_t m_taken = 0;
    bool m_ended = false;
    std::vector<Diagnostic> m_notes;
    std::size_t m_noted = 0;
    ExportStatement m_statement;
    std::optional<std::uint64_t> m_sourceRows;
};

} // namespace antecedent::importers
