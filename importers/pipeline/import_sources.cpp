// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/import_sources.h"

#include "importers/export_statement.h"
#include "importers/format/source_path.h"
#include "importers/inspect.h"
#include "importers/pipeline/source_import.h"
#include "importers/pipeline/source_tail.h"
#include "model/base/text.h"

#include <algorithm>
#include <filesystem>

namespace antecedent::importers {

namespace {

// Without folder; a sheet's name may have a slash.
std::string sourceName(const SourcePath& path)
{
    const std::size_t slash = path.file.find_last_of("/\\");
    const std::string name = slash == std::string::npos ? path.file : path.file.substr(slash + 1);
    return path.part.empty() ? name : name + '#' + path.part;
}

std::uint64_t fileSize(const std::string& path)
{
    const std::string file = splitSourcePath(path).file;
    std::error_code code;
    const auto size = std::filesystem::file_size(std::filesystem::path(std::u8string(file.begin(), file.end())), code);
    return code ? 0 : size;
}

SourceInput inputOf(const SourcePath& path)
{
    return {sourceName(path), path.file, [path] { return openSource(path); }, fileSize(path.file)};
}

Result<Digest> hashOf(ByteSource& source, const std::string& part, const std::stop_token& stop)
{
    Sha256 hash;
    std::string buffer(std::size_t{1} << 20U, '\0');
    for (;;) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        const Result<std::size_t> count = source.read(std::span<char>(buffer.data(), buffer.size()));
        if (!count)
            return count.error();
        if (*count == 0) {
            addPart(hash, part);
            return hash.finish();
        }
        hash.add(std::string_view(buffer.data(), *count));
    }
}

// The stored source with the same bytes. The hash is only made when one of the same size is there.
Result<std::optional<StoredSource>> findEarlier(
    const CaseFile& file, const SourceInput& input, const std::string& part, const std::stop_token& stop)
{
    const Result<std::vector<StoredSource>> sources = file.sources();
    if (!sources)
        return sources.error();
    const bool candidate = std::any_of(sources->begin(), sources->end(),
        [&](const StoredSource& source) { return source.sizeBytes == input.sizeBytes; });
    if (!candidate)
        return std::optional<StoredSource>();
    const Result<std::unique_ptr<ByteSource>> bytes = input.open();
    if (!bytes)
        return bytes.error();
    const Result<Digest> hash = hashOf(**bytes, part, stop);
    if (!hash)
        return hash.error();
    return file.findSourceByHash(*hash);
}

// Every row of a source that is stored already is a repeat, except those that were rejected then.
void summariseEarlier(const StoredSource& source, SourceSummary& out)
{
    out.sha256 = source.info.sha256;
    out.importer = source.info.importer;
    out.zone = source.info.zone;
    out.rows.read = source.info.rowsRead;
    out.rows.rejected = source.info.rowsRejected;
    out.rows.duplicate = source.info.rowsRead - source.info.rowsRejected;
    out.earlierSource = static_cast<std::uint64_t>(source.id);
    if (out.rows.duplicate > 0)
        out.diagnostics[diagnosticInfo(DiagnosticCode::DuplicateRow).name] = out.rows.duplicate;
    if (source.info.span) {
        out.first = source.info.span->begin;
        out.last = source.info.span->end;
    }
}

Result<bool> acceptAll(const SourceSummary& /*read*/)
{
    return true;
}

Result<void> asDone(const Result<bool>& stored)
{
    return stored ? Result<void>() : Result<void>(stored.error());
}

// What the source says of itself. Who exported and when alone is only a statement where a message says it in a place of
// its own.
std::string ownStatement(const SourceInput& input, const SourceHead& head)
{
    ExportStatement out = statementIn(head);
    if (!input.file.empty())
        out.add(statementBehind(input.file, head));
    const Format* format = findFormat(head.format);
    const bool isMessage = format != nullptr && format->hasHeadings && !format->isDelimited;
    return out.isTelling() || isMessage ? statementText(out) : std::string();
}

Result<void> importInput(CaseFile& file, const SourceInput& input, ImportOptions options, SourceSummary& out,
    const std::stop_token& stop, const ProgressFn& progress)
{
    const SourceOpener& open = input.open;
    Result<std::unique_ptr<ByteSource>> bytes = open();
    if (!bytes)
        return bytes.error();
    const Result<SourceHead> head = readSourceHead(**bytes, input.name, options.plan);
    if (!head)
        return head.error();
    if (options.statement.empty())
        options.statement = ownStatement(input, *head);
    Result<ImportPlan> plan = proposePlan(*head, options.plan);
    if (!plan)
        return plan.error();
    if (const Result<void> settled = settleDateOrders(open, *head, options.plan, *plan); !settled)
        return settled.error();
    out.importer = plan->importer;
    out.zone = plan->zone;
    const Result<std::optional<StoredSource>> earlier = findEarlier(file, input, options.plan.part, stop);
    if (!earlier)
        return earlier.error();
    if (*earlier) {
        summariseEarlier(**earlier, out);
        return {};
    }
    if (!isEncodingOpen(*head, options.plan, *plan))
        return asDone(storeSource(file, *plan, options, input, out, acceptAll, stop, progress));
    // Text of single bytes may be UTF-8 further on; what begins as UTF-8 is looked at as a whole only once it fails,
    // which the flat table of a format does not show.
    if (plan->form.encoding != Encoding::Utf8 || !plan->format.empty())
        if (const Result<bool> settled = settleEncoding(open, *plan, stop); !settled)
            return settled.error();
    const SourceSummary before = out;
    const auto isUtf8 = [&](const SourceSummary& read) -> Result<bool> {
        if (plan->form.encoding != Encoding::Utf8
            || !read.diagnostics.contains(diagnosticInfo(DiagnosticCode::InvalidEncoding).name))
            return true;
        const Result<bool> changed = settleEncoding(open, *plan, stop);
        return changed ? Result<bool>(!*changed) : changed;
    };
    const Result<bool> stored = storeSource(file, *plan, options, input, out, isUtf8, stop, progress);
    if (!stored || *stored)
        return asDone(stored);
    out = before;
    return asDone(storeSource(file, *plan, options, input, out, acceptAll, stop, progress));
}

Result<void> importOne(CaseFile& file, const ImportOptions& stated, SourceSummary& out, const std::stop_token& stop,
    const ProgressFn& progress)
{
    const SourcePath path = splitSourcePath(out.path);
    ImportOptions options = stated;
    options.plan.part = path.part;
    return importInput(file, inputOf(path), std::move(options), out, stop, progress);
}

// Nothing was stored: the counts of what was read until then are left out.
SourceSummary failedSummary(const SourceSummary& summary, const Error& error)
{
    SourceSummary out;
    out.path = summary.path;
    out.importer = summary.importer;
    out.error = error;
    if (out.error->where.empty())
        out.error->where = summary.path;
    return out;
}

} // namespace

Result<Digest> hashOfFile(const std::string& path, const std::stop_token& stop)
{
    const SourcePath named = splitSourcePath(path);
    const Result<std::unique_ptr<FileSource>> source = FileSource::open(named.file);
    if (!source)
        return source.error();
    return hashOf(**source, named.part, stop);
}

bool ImportSummary::failed() const
{
    return std::any_of(
        sources.begin(), sources.end(), [](const SourceSummary& source) { return source.error.has_value(); });
}

std::uint64_t ImportSummary::rejected() const
{
    std::uint64_t out = 0;
    for (const SourceSummary& source : sources)
        out += source.rows.rejected;
    return out;
}

Result<ImportSummary> importSources(CaseFile& file, const std::vector<std::string>& paths, const ImportOptions& options,
    const std::stop_token& stop, const ProgressFn& progress)
{
    ImportOptions chosen = options;
    if (chosen.plan.zone.empty()) {
        const Result<std::string> site = file.siteZone();
        if (!site)
            return site.error();
        chosen.plan.zone = *site;
    }
    chosen.plan.more.insert(chosen.plan.more.end(), chosen.profiles.begin(), chosen.profiles.end());
    ImportSummary out;
    for (const std::string& path : paths) {
        const Result<std::vector<std::string>> files = listSources(path);
        if (!files)
            return files.error();
        std::error_code code;
        const bool folder =
            std::filesystem::is_directory(std::filesystem::path(std::u8string(path.begin(), path.end())), code);
        ImportOptions chosenHere = chosen;
        if (!folder && chosen.profiles.size() == 1)
            chosenHere.plan.profile = chosen.profiles.front();
        for (const std::string& source : *files) {
            SourceSummary summary;
            summary.path = source;
            const Result<void> done = importOne(file, chosenHere, summary, stop, progress);
            if (!done && done.error().code == ErrorCode::Cancelled)
                return done.error();
            if (!done && folder && done.error().code == ErrorCode::NotData) {
                summary.isNotData = true;
                summary.notDataReason = done.error().detail;
            } else if (!done)
                summary = failedSummary(summary, done.error());
            out.sources.push_back(std::move(summary));
        }
    }
    return out;
}

Result<ImportSummary> importSources(
    CaseFile& file, const std::vector<SourceRequest>& requests, const std::stop_token& stop, const ProgressFn& progress)
{
    std::uint64_t total = 0;
    for (const SourceRequest& request : requests)
        total += fileSize(request.path);
    std::uint64_t before = 0;
    ImportSummary out;
    for (const SourceRequest& request : requests) {
        const ProgressFn inAll = [&](const Progress& now) {
            if (progress)
                progress({now.step, before + now.done, total});
        };
        SourceSummary summary;
        summary.path = request.path;
        const Result<void> done = importOne(file, request.options, summary, stop, inAll);
        if (!done && done.error().code == ErrorCode::Cancelled)
            return done.error();
        if (!done)
            summary = failedSummary(summary, done.error());
        before += fileSize(request.path);
        out.sources.push_back(std::move(summary));
    }
    return out;
}

Result<SourceSummary> importBytes(CaseFile& file, const std::string& name, std::string_view bytes,
    const ImportOptions& options, const std::stop_token& stop, const ProgressFn& progress)
{
    const SourceOpener open = [bytes]() -> Result<std::unique_ptr<ByteSource>> {
        return std::unique_ptr<ByteSource>(std::make_unique<MemorySource>(bytes));
    };
    SourceSummary out;
    out.path = name;
    const Result<void> done = importInput(file, {name, {}, open, bytes.size()}, options, out, stop, progress);
    return done ? Result<SourceSummary>(std::move(out)) : Result<SourceSummary>(done.error());
}

} // namespace antecedent::importers
