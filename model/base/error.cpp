// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"

#include "model/base/lexicon.h"

#include <utility>

namespace antecedent {

namespace {

struct Wording
{
    const char* what;
    const char* todo;
};

Wording wording(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return {"Cancelled", "Nothing was changed"};
    case ErrorCode::FileNotFound:
        return {"File not found", "Check the name and the folder"};
    case ErrorCode::FileUnreadable:
        return {"The file can't be read", "Check that it is readable and not locked"};
    case ErrorCode::FileExists:
        return {"The file exists already", "Choose another name, or remove the file first"};
    case ErrorCode::FileUnwritable:
        return {"The file can't be written", "Check the folder, its rights and the free disk space"};
    case ErrorCode::NotAnInvestigation:
        return {"Not an investigation file", "Name an .ante file, or create one with 'new'"};
    case ErrorCode::SchemaTooNew:
        return {"The file was written by a newer version", "Open it with that version"};
    case ErrorCode::InvestigationDamaged:
        return {"The investigation file is damaged", "Run 'verify', and restore a copy"};
    case ErrorCode::StoreFailed:
        return {"The investigation file refused the change", "Check free disk space and that no other program uses it"};
    case ErrorCode::UnknownFormat:
        return {"No importer recognises the file", "Run 'inspect', then import with --as or --profile"};
    case ErrorCode::AmbiguousFormat:
        return {"Several importers recognise the file equally well", "Choose one with --as or --profile"};
    case ErrorCode::NotData:
        return {"Not data", "Nothing to do"};
    case ErrorCode::InvalidProfile:
        return {"The mapping profile is not valid", "Correct the line, or run 'inspect' on the source"};
    case ErrorCode::InvalidTable:
        return {
            "The table is not valid", "Correct it there, or start from the one that is in use: configuration --show"};
    case ErrorCode::InvalidFilter:
        return {"The filter is not valid", "Write for example: asset = \"R-101\" and category = alarm"};
    case ErrorCode::InvalidArgument:
        return {"An argument is not valid", "See --help"};
    case ErrorCode::UnknownCase:
        return {"No such case", "List them with 'cases'"};
    case ErrorCode::UnknownFailure:
        return {"No such failure", "List them with 'failures'"};
    case ErrorCode::UnknownAsset:
        return {"No such asset", "Check the name; 'summary' counts the assets"};
    case ErrorCode::UnknownBatch:
        return {"No such batch", "Check the batch number"};
    case ErrorCode::UnknownZone:
        return {"No such time zone", "Use an IANA name such as Europe/Berlin, or an offset such as +01:00"};
    case ErrorCode::NoFailures:
        return {"No failures to investigate", "Import deviations, or choose events with --where"};
    case ErrorCode::CorruptInput:
        return {"The source is damaged", "Export it again"};
    case ErrorCode::TooLarge:
        return {"The source exceeds a limit", "Split it"};
    case ErrorCode::NotAvailable:
        return {"Not available in this version", "See --help for what is"};
    case ErrorCode::VerificationFailed:
        return {"The verification failed", "See the list above"};
    case ErrorCode::Internal:
        return {"Internal error", "Please report it with the steps that led to it"};
    }
    return {"Internal error", ""};
}

void appendOneLine(std::string& out, const std::string& text)
{
    for (const char c : text)
        out += (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) ? ' ' : c;
}

} // namespace

Phrase errorPhrase(const Error& error)
{
    const Wording words = wording(error.code);
    std::vector<Phrase> parts{term(words.what)};
    std::string line;
    appendOneLine(line, error.where);
    if (!line.empty())
        parts.emplace_back(std::exchange(line, {}));
    appendOneLine(line, error.detail);
    if (!line.empty())
        parts.push_back(kept(std::move(line)));
    const Phrase what = listOf(std::move(parts), ": ");
    return *words.todo == '\0' ? phrase("%1.", what) : phrase("%1. %2.", what, term(words.todo));
}

std::string errorText(const Error& error)
{
    return errorPhrase(error).english();
}

} // namespace antecedent
