// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of a source as its plan has them: unpacked, flat, behind titles, header and unit rows, without the lines
// about the list that stand among them. Memory does not grow with the source. Threads: one reader at a time.

#include "importers/format/flat_source.h"
#include "importers/import_plan.h"
#include "importers/text/export_lines.h"
#include "importers/text/row_block.h"

#include <memory>
#include <vector>

namespace antecedent::importers {

class RowFeed
{
public:
    // `packed` (from its start) and `plan` outlive the feed. Errors: those of FlatSource::open.
    static Result<std::unique_ptr<RowFeed>> open(
        ByteSource& packed, const ImportPlan& plan, std::size_t blockBytes = TextSource::kBlockBytes);
    // The next rows into `block`, which may get none; false at the end. Errors: CorruptInput, FileUnreadable.
    Result<bool> next(RowBlock& block);
    std::vector<Diagnostic> takeNotes() { return m_flat->takeNotes(); } // what the format says of the source by now
    std::vector<Diagnostic> footerRemarks() const; // at the end
    std::optional<std::uint64_t> sourceRows() const { return m_flat->sourceRows(); } // as FlatSource has it

private:
    RowFeed(std::unique_ptr<FlatSource> flat, const ImportPlan& plan, std::size_t blockBytes);

    std::unique_ptr<FlatSource> m_flat;
    TextSource m_text;
    std::size_t m_toSkip; // rows
    std::size_t m_columns;
    bool m_hasFooters;
    Footers m_footers;
};

} // namespace antecedent::importers
