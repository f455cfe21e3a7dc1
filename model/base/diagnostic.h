// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bad data is data: what an import found wrong, row by row. Counts per code are exact; every rejected row is kept with
// its reason. The code's name is fixed (it appears in `import --json`); its text says what to do. Threads: plain
// values.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace antecedent {

enum class Severity : std::uint8_t {
    Info, // stated for the record
    Warning, // the row is stored, with something left out or assumed
    Rejected, // the row is not stored
    Duplicate, // the row repeats a stored one
};

enum class DiagnosticCode : std::uint8_t {
    RequiredValueMissing,
    RequiredValueUnreadable,
    TooFewFields, // row shorter than the header, with required columns lost
    TooManyFields,
    UnterminatedQuote,
    FieldTooLarge,
    InvalidEncoding, // bytes that are not text in the source's encoding (a NUL among them)
    NonexistentLocalTime, // local time in the gap at the start of daylight saving
    AmbiguousLocalTime, // occurs twice; with --ambiguous reject: rejected, else Warning (AmbiguousTimeResolved)
    MissingZone, // a local time and no zone for the source
    DuplicateRow, // exact repeat
    RowNotMapped, // no table of the mapping takes the row
    // warnings
    OptionalValueUnreadable,
    UndatedRecord,
    AmbiguousTimeResolved,
    DateOrderAssumed,
    EndBeforeStart,
    FutureTime,
    ConflictingValues, // two sources state different values of one record
    UnresolvedName, // asset or batch that no other table knows
    EmptyDateValue, // 00.00.0000, 31.12.9999 and the like, read as unknown
    BadQualityValue, // a word in place of a process value; kept as a gap
    ExtraAttribute, // Info: unknown column kept as attribute
    ClockWentBack,
    TruncatedSource, // ends inside a record
    StatementMismatch, // rows or period of the export statement differ from the source
    OutsideCoverage, // no time of the record lies in the period that the import states
    EncodingAssumed, // the bytes of the whole source decided, against its beginning
    UnreadablePart, // from some place on, or an element of it; the rest was read
    SourceRemark, // Info: what the source says of itself and no row holds (a sheet is hidden)
    IncompleteRecord, // sources state parts of a record, and none a value that it needs
};

struct DiagnosticInfo
{
    DiagnosticCode code;
    const char* name; // stable, PascalCase
    Severity severity;
    const char* what; // one sentence without final full stop
    const char* todo; // what the user can do
};
const DiagnosticInfo& diagnosticInfo(DiagnosticCode code);
// The code of that name, or nullopt.
std::optional<DiagnosticCode> findDiagnosticCode(std::string_view name);

struct Diagnostic
{
    static constexpr std::size_t kMaxExcerpt = 200;

    DiagnosticCode code = DiagnosticCode::RequiredValueMissing;
    Severity severity = Severity::Rejected;
    std::uint64_t row = 0; // 1-based number of the source row (header not counted); 0: the source as a whole
    std::uint64_t line = 0; // 1-based line in the decoded text where the row starts
    std::uint32_t column = 0; // 1-based; 0: the row as a whole
    std::string columnName; // as in the source's header
    std::string excerpt; // at most kMaxExcerpt bytes of the offending value, UTF-8
    std::string detail; // what was expected, in English; may be empty
};
// Of the source as a whole, with the severity of its code.
Diagnostic diagnosticOf(DiagnosticCode code, std::string detail = {});

} // namespace antecedent
