// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Applies a plan's mapping to blocks of rows: cells to canonical records, and a diagnostic for every value that can't
// be read. Works column by column; a plain column of a large export costs no allocation and no copy. Threads: one per
// thread.

#include "importers/import_plan.h"
#include "importers/record_sink.h"
#include "importers/text/row_block.h"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace antecedent::importers {

class Mapper
{
public:
    // Errors: InvalidProfile (a column that the source does not have), UnknownZone.
    static Result<Mapper> compile(const ImportPlan& plan);
    ~Mapper();
    Mapper(Mapper&&) noexcept;
    Mapper& operator=(Mapper&&) noexcept;

    // `firstRow`: number of the block's first row, from 1.
    MappedBlock map(const RowBlock& block, std::uint64_t firstRow);
    // What is to be said of the source as a whole: unknown columns kept as attributes, date orders assumed.
    std::vector<Diagnostic> sourceDiagnostics() const;
    // The texts of the time columns whose numeric dates leave their order open, collected from a block by source
    // column.
    void collectDates(const RowBlock& block, std::map<std::string, DateEvidence>& evidence) const;
    // The first two values of each column of which the mapping asks whether it has several.
    using Values = std::map<std::string, std::set<std::string>>;
    void collectValues(const RowBlock& block, Values& values) const;

private:
    struct State;
    explicit Mapper(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace antecedent::importers
