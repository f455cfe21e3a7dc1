// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Errors of operations (tier 2: the operation failed as a whole). Bad rows of a file are not errors but diagnostics
// (diagnostic.h); bugs are assertions. An Error is a closed code plus the words that fill its sentence, so that callers
// can branch on it and user interfaces can translate it. Threads: plain values.

#include <cstdint>
#include <string>

namespace antecedent {

enum class ErrorCode : std::uint8_t {
    Cancelled, // by the user; interfaces stay silent on it
    FileNotFound,
    FileUnreadable,
    FileExists,
    FileUnwritable,
    NotAnInvestigation, // the file is not an .ante file
    SchemaTooNew,
    InvestigationDamaged, // SQLite or a stored structure is malformed
    StoreFailed, // SQLite refused an operation (disk full, locked)
    UnknownFormat, // no importer recognises a source
    AmbiguousFormat, // several importers recognise it equally well
    NotData, // readme and the like: listed, not imported
    InvalidProfile, // mapping profile, with line number in the detail
    InvalidTable, // plan templates, reset table, plausibility table; with line or entry
    InvalidFilter, // filter language, with column in the detail
    InvalidArgument,
    UnknownCase,
    UnknownFailure,
    UnknownAsset,
    UnknownBatch,
    UnknownZone,
    NoFailures,
    CorruptInput, // a source that cannot be decoded at all (damaged .gz, ...)
    TooLarge,
    NotAvailable, // not part of this version
    VerificationFailed,
    Internal,
};

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    std::string where; // file, table, option or position that the error is about; may be empty
    std::string detail; // what exactly, in English, without final full stop; may be empty

    bool operator==(const Error&) const = default;
};

// One line for a person: what, where, what to do. English, without line breaks.
std::string errorText(const Error& error);

} // namespace antecedent
