// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/diagnostic.h"

#include <array>
#include <utility>

namespace antecedent {

namespace {

using enum DiagnosticCode;
using enum Severity;

constexpr std::array kInfos{
    DiagnosticInfo{RequiredValueMissing, "RequiredValueMissing", Rejected, "A required value is missing",
        "Complete the export, or map another column"},
    DiagnosticInfo{RequiredValueUnreadable, "RequiredValueUnreadable", Rejected, "A required value can't be read",
        "Correct the value, or state its form (order of dates, decimal mark)"},
    DiagnosticInfo{TooFewFields, "TooFewFields", Rejected, "The row has fewer fields than the header",
        "Check the delimiter and quotes of this row"},
    DiagnosticInfo{TooManyFields, "TooManyFields", Rejected, "The row has more fields than the header",
        "Check the delimiter and quotes of this row"},
    DiagnosticInfo{UnterminatedQuote, "UnterminatedQuote", Rejected, "A quoted field is not closed",
        "Check the quotes from this line on"},
    DiagnosticInfo{FieldTooLarge, "FieldTooLarge", Rejected, "A field exceeds the size limit",
        "Check for a missing closing quote"},
    DiagnosticInfo{InvalidEncoding, "InvalidEncoding", Rejected, "The row has bytes that are not text in this encoding",
        "Export again as UTF-8, or state the encoding (in the wizard, or --encoding)"},
    DiagnosticInfo{NonexistentLocalTime, "NonexistentLocalTime", Rejected,
        "The local time does not exist (start of daylight saving)", "Check the zone of the source"},
    DiagnosticInfo{AmbiguousLocalTime, "AmbiguousLocalTime", Rejected,
        "The local time occurs twice (end of daylight saving)",
        "Say which of the two is meant (in the wizard, or --ambiguous earlier or later)"},
    DiagnosticInfo{MissingZone, "MissingZone", Rejected, "A local time without zone",
        "State the zone of the source (in the wizard, or --time-zone)"},
    DiagnosticInfo{
        DuplicateRow, "DuplicateRow", Duplicate, "The row repeats a stored one", "Nothing to do; it is counted once"},
    DiagnosticInfo{RowNotMapped, "RowNotMapped", Rejected, "No table of the mapping takes this row",
        "Add a table with a matching condition to the profile"},
    DiagnosticInfo{OptionalValueUnreadable, "OptionalValueUnreadable", Warning,
        "An optional value can't be read and is left unknown", "Correct the value if it matters"},
    DiagnosticInfo{UndatedRecord, "UndatedRecord", Warning, "The record has no time and is kept undated",
        "Add a time if it belongs on the timeline"},
    DiagnosticInfo{AmbiguousTimeResolved, "AmbiguousTimeResolved", Warning,
        "The local time occurs twice; one was chosen as stated", "Check the choice (in the wizard, or --ambiguous)"},
    DiagnosticInfo{DateOrderAssumed, "DateOrderAssumed", Warning,
        "No date of the column settles the order of day and month", "State it (in the wizard, or --date-order)"},
    DiagnosticInfo{
        EndBeforeStart, "EndBeforeStart", Warning, "The end is before the start", "Check the record in its system"},
    DiagnosticInfo{FutureTime, "FutureTime", Warning, "The time is after the export",
        "Check the clock and the zone of the source"},
    DiagnosticInfo{ConflictingValues, "ConflictingValues", Warning,
        "Two rows or sources state different values of this record", "Compare the sources; both are kept"},
    DiagnosticInfo{UnresolvedName, "UnresolvedName", Warning, "No table knows this name",
        "Import the missing table, or add an alias"},
    DiagnosticInfo{
        EmptyDateValue, "EmptyDateValue", Info, "A date that means 'none' is read as unknown", "Nothing to do"},
    DiagnosticInfo{BadQualityValue, "BadQualityValue", Warning,
        "A word stands in place of the process value; kept as a gap", "Nothing to do; the gap is not bridged"},
    DiagnosticInfo{ExtraAttribute, "ExtraAttribute", Info, "An unknown column is kept as attribute",
        "Map it in a profile if it has a meaning here"},
    DiagnosticInfo{ClockWentBack, "ClockWentBack", Warning, "The clock of the source went back",
        "State the zone of the source, or which of the two is meant (in the wizard, or --ambiguous)"},
    DiagnosticInfo{TruncatedSource, "TruncatedSource", Warning, "The source ends inside a record", "Export it again"},
    DiagnosticInfo{StatementMismatch, "StatementMismatch", Warning, "The export statement and the source differ",
        "Check that the export is complete"},
    DiagnosticInfo{OutsideCoverage, "OutsideCoverage", Warning,
        "The record lies outside the period that the import states",
        "Correct the stated period, or check what the export was filtered by"},
    DiagnosticInfo{EncodingAssumed, "EncodingAssumed", Warning,
        "The encoding is not stated, and the beginning of the source suggests another one than the whole",
        "Check a name with special letters, and state the encoding if it is wrong (in the wizard, or --encoding)"},
    DiagnosticInfo{UnreadablePart, "UnreadablePart", Warning, "A part of the source can't be read",
        "Look at the place that is named, and export the source again"},
    DiagnosticInfo{SourceRemark, "SourceRemark", Info, "The source has more than its rows", "Nothing to do"},
    DiagnosticInfo{IncompleteRecord, "IncompleteRecord", Warning,
        "Only a part of this record is stated, without a value that it needs; it is left out",
        "Import the source that states the rest"},
};

} // namespace

const DiagnosticInfo& diagnosticInfo(DiagnosticCode code)
{
    return kInfos[static_cast<std::size_t>(code)];
}

std::optional<DiagnosticCode> findDiagnosticCode(std::string_view name)
{
    for (const DiagnosticInfo& info : kInfos)
        if (info.name == name)
            return info.code;
    return std::nullopt;
}

Diagnostic diagnosticOf(DiagnosticCode code, std::string detail)
{
    Diagnostic out;
    out.code = code;
    out.severity = diagnosticInfo(code).severity;
    out.detail = std::move(detail);
    return out;
}

} // namespace antecedent
