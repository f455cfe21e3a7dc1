// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which importer a source belongs to: every canonical table and every profile is scored by the columns of the header
// that it takes. The best one is proposed; a tie or no match is an error for the user to decide. Threads: pure.

#include "importers/format/format.h"
#include "importers/import_plan.h"
#include "importers/text/export_lines.h"
#include "importers/text/row_block.h"
#include "model/base/phrase.h"
#include "model/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct PlanOptions
{
    std::string as; // importer id, as "canonical:events", "profile:<name>"; or a bare table or profile name
    std::optional<Profile> profile; // stated by the user: used whatever the header says
    std::vector<Profile> more; // profiles of the user: tried like all others, first among equals
    std::string zone;
    AmbiguousPolicy ambiguous = AmbiguousPolicy::Earlier;
    std::optional<DateOrder> dateOrder;
    std::optional<Encoding> encoding; // stated by the user
    std::string part; // of a format with several tables; empty: the first
};

struct Candidate
{
    std::string importer; // "canonical:<table>" or "profile:<name>"
    std::size_t matched = 0; // columns of the header that it takes
    int confidence = 0; // 0..100
    Phrase reason;
    int rank = 0; // among equals: 2 the user's profiles, 1 canonical tables, 0 built-in profiles
};

// What the first part of a source shows.
struct SourceHead
{
    std::string name; // file name without folder
    std::string text; // decoded
    bool complete = false; // the text is the whole source
    bool isWhole = false; // the encoding was found from all bytes of the source
    std::string compression; // "gzip" or empty
    std::string format; // id; the text is its flat table then; empty: delimited text
    std::string container; // id of the format whose flat table `format` was recognised in, a workbook; mostly empty
    std::string part; // as asked for
    FormatMatch formatMatch;
    std::string otherContent; // what no format reads, in English (format.h); empty: nothing is known
    TextHints hints; // of the text that a format reads
    ExportStatement said; // of the export, by its format or behind the rows; what stands before headings is in the text
    EncodingGuess encoding; // of the source
    DialectGuess dialect;
    std::vector<std::string> columns; // names as mappings see them
    std::vector<std::vector<std::string>> rows; // the first ones behind the header
};

// `bytes`: the packed source from its start. Errors: CorruptInput, FileUnreadable.
Result<SourceHead> readSourceHead(ByteSource& bytes, std::string_view name, const PlanOptions& options);

// Best first. Empty if nothing takes the header.
std::vector<Candidate> recognise(const SourceHead& head, const PlanOptions& options);

// How the rows of a source are cut, whatever they mean: a plan without a mapping.
ImportPlan rowPlan(const SourceHead& head);

// The plan for a source by the head alone (date orders from the head's rows). Errors: UnknownFormat, AmbiguousFormat,
// NotData, InvalidProfile, UnknownZone.
Result<ImportPlan> proposePlan(const SourceHead& head, const PlanOptions& options);

// Whether lines about the list may stand among the rows of the flat text: in delimited text and sheets, while tables
// that a format makes have them taken off.
bool mayHaveFooters(std::string_view format);

// The rows of a head as the plan reads them, behind title, header and unit rows.
RowBlock headRows(const SourceHead& head, const ImportPlan& plan);

// Readme, licence, programs and the like, by name and content.
bool isNotData(std::string_view name, const SourceHead& head);

} // namespace antecedent::importers
