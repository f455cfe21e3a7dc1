// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// original: a row as it stands in its source, or the whole source as it was imported.

#include "app/cli/commands.h"
#include "app/cli/investigation.h"
#include "importers/pipeline/original_rows.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace antecedent::cli {

namespace {

// By number, by name, or by the beginning of the hash.
Result<StoredSource> chooseSource(const CaseFile& file, const std::string& text)
{
    Result<std::vector<StoredSource>> sources = file.sources();
    if (!sources)
        return sources.error();
    SourceId number = 0;
    const char* end = text.data() + text.size();
    const bool isNumber = std::from_chars(text.data(), end, number).ptr == end;
    constexpr std::size_t kShortestHash = 8;
    std::vector<const StoredSource*> found;
    for (const StoredSource& source : *sources) {
        const bool isHash = text.size() >= kShortestHash && toHex(source.info.sha256).starts_with(text);
        if ((isNumber && source.id == number) || source.info.name == text || isHash)
            found.push_back(&source);
    }
    if (found.size() == 1)
        return *found.front();
    return Error{ErrorCode::InvalidArgument, "--source " + text,
        found.empty() ? "no source has this number, name or hash; summary lists them"
                      : "several sources have this name; give the number or the hash"};
}

// The line on which a row begins that was not stored.
Result<std::string> rejectedRow(const CaseFile& file, const StoredSource& source, std::uint64_t row)
{
    const Result<std::vector<StoredDiagnostic>> diagnostics = file.diagnostics();
    if (!diagnostics)
        return diagnostics.error();
    const auto about = std::find_if(diagnostics->begin(), diagnostics->end(), [&](const StoredDiagnostic& d) {
        return d.source == source.id && d.diagnostic.row == row && d.diagnostic.line > 0;
    });
    const std::string where = source.info.name + " row " + std::to_string(row);
    if (about == diagnostics->end())
        return Error{ErrorCode::InvalidArgument, where, "the source has no such row"};
    Result<std::string> bytes = file.sourceBytes(source.id);
    if (!bytes)
        return bytes.error();
    const Result<std::string> text = importers::sourceText(source, std::move(*bytes));
    if (!text)
        return text.error();
    std::string_view rest = *text;
    for (std::uint64_t line = 1;; ++line) {
        const std::size_t end = rest.find_first_of("\r\n");
        if (line == about->diagnostic.line)
            return std::string(rest.substr(0, end));
        if (end == std::string_view::npos)
            return Error{ErrorCode::InvestigationDamaged, where, "the source is shorter than the row's place"};
        rest.remove_prefix(rest.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
    }
}

} // namespace

int showOriginal(Session& session, const OriginalOptions& options)
{
    Result<CaseFile> file = openFile(options.file, OpenMode::ReadOnly);
    if (!file)
        return session.fail(file.error());
    const Result<StoredSource> source = chooseSource(*file, options.source);
    if (!source)
        return session.fail(source.error());
    if (options.row == 0) {
        if (options.output.empty())
            return session.fail(
                {ErrorCode::InvalidArgument, "original", "give --row N, or -o OUT for the whole source"});
        const Result<std::string> bytes = file->sourceBytes(source->id);
        if (!bytes)
            return session.fail(bytes.error());
        if (const Result<void> written = writeFile(options.output, *bytes); !written)
            return session.fail(written.error());
        session.message("Wrote " + options.output + ", sha256:" + toHex(sha256(*bytes)) + ".");
        return kDone;
    }
    Result<std::string> text = file->originalRow(source->id, options.row, importers::sourceText);
    const bool isStored = text.has_value();
    if (!isStored && text.error().code == ErrorCode::InvalidArgument)
        text = rejectedRow(*file, *source, options.row);
    if (!text)
        return session.fail(text.error());
    if (session.isJson)
        session.printJson({{"source", source->info.name}, {"sha256", toHex(source->info.sha256)}, {"row", options.row},
            {"stored", isStored}, {"text", *text}});
    else
        session.print(*text);
    return kDone;
}

} // namespace antecedent::cli
