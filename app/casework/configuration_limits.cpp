// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/configuration_limits.h"

#include "app/casework/case_versions.h"
#include "model/base/phrase.h"
#include "model/base/text.h"
#include "model/domain/normal_form.h"
#include "model/export/canonical_csv.h"
#include "model/store/counted_records.h"
#include "model/store/source_versions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <span>

namespace antecedent::casework {

namespace {

constexpr const char* kSourceName = "limits.csv from configuration";

// They carry the offset of each time, so no zone is needed.
importers::ImportOptions limitOptions()
{
    importers::ImportOptions out;
    out.plan.as = "canonical:limits";
    out.plan.encoding = importers::Encoding::Utf8;
    return out;
}

// The importer would take a list without them for one that completes records of others.
bool hasRequiredColumns(std::string_view text)
{
    const std::vector<std::string_view> names = split(text.substr(0, text.find_first_of("\r\n")), ',');
    const std::span<const ColumnSpec> columns = tableSpec(TableId::Limits).columns;
    return std::all_of(columns.begin(), columns.end(), [&](const ColumnSpec& column) {
        return column.role != ColumnRole::Required || std::find(names.begin(), names.end(), column.name) != names.end();
    });
}

// What a limit holds for, and from when.
std::string subjectOf(const RecordBatch& batch, std::size_t row)
{
    constexpr std::array<std::string_view, 5> kParts{"kind", "asset_id", "asset_class", "product", "unit"};
    constexpr char kUnitSeparator = '\x1f';
    const TableSpec& spec = tableSpec(TableId::Limits);
    std::string out;
    for (const std::string_view part : kParts) {
        const std::vector<std::string_view>& texts = batch.columns[*spec.find(part)].texts;
        out.append(texts.empty() ? std::string_view() : texts[row]) += kUnitSeparator;
    }
    const std::vector<TimeValue>& effective = batch.columns[*spec.find("effective")].times;
    return out + std::to_string(effective.empty() ? TimeValue::kUnknown : effective[row].utcUs);
}

using LimitFn = std::function<void(std::string form, const std::string& subject, double value)>;

Result<void> eachLimit(const CaseFile& file, const LimitFn& take)
{
    return readCountedRecords(file, TableId::Limits, [&](const RecordBatch& batch) -> Result<void> {
        const std::vector<Decimal>& values = batch.columns[*tableSpec(TableId::Limits).find("value")].numbers;
        for (std::size_t row = 0; row < batch.rows; ++row) {
            std::string form;
            appendNormalForm(form, batch, row);
            take(std::move(form), subjectOf(batch, row), values.empty() ? 0.0 : toDouble(values[row]));
        }
        return {};
    });
}

} // namespace

Result<LimitsText> limitsTextOf(const CaseFile& file)
{
    LimitsText out;
    const Result<std::uint64_t> count =
        writeCanonicalTable(file, TableId::Limits, [&](TableId /*table*/, std::string_view bytes) -> Result<void> {
            out.text += bytes;
            return {};
        });
    if (!count)
        return count.error();
    out.count = *count;
    return out;
}

Result<LimitsTrial> tryLimits(CaseFile& file, const std::string& text)
{
    const Result<LimitsText> here = limitsTextOf(file);
    if (!here)
        return here.error();
    if (here->text == text)
        return LimitsTrial{here->count, false};
    if (!hasRequiredColumns(text))
        return Error{ErrorCode::CorruptInput, "limits", "its header lacks a column that limits need"};
    importers::ImportOptions options = limitOptions();
    options.dryRun = true;
    const Result<importers::SourceSummary> read = importers::importBytes(file, kSourceName, text, options);
    if (!read)
        return Error{read.error().code, "limits", read.error().detail};
    if (read->rows.rejected > 0 && !read->earlierSource)
        return Error{ErrorCode::CorruptInput, "limits",
            phrase("%1 of its %2 rows can't be read as limits", read->rows.rejected, read->rows.read).english()};
    const Result<SetAside> aside = SetAside::read(file);
    if (!aside)
        return aside.error();
    // What is set aside counts again once another source states it.
    const bool isStated = read->rows.duplicate == read->rows.read && aside->count(TableId::Limits) == 0;
    return LimitsTrial{read->rows.read, !read->earlierSource && !isStated};
}

Result<LimitsImport> addLimits(
    CaseFile& file, const std::string& text, const std::string& bundle, const std::string& reason)
{
    LimitsImport out;
    const Result<void> before = eachLimit(file, [&](std::string form, const std::string& subject, double value) {
        out.before.forms.insert(std::move(form));
        out.before.values[subject].insert(value);
    });
    if (!before)
        return before.error();
    importers::ImportOptions options = limitOptions();
    options.statement = "system: Antecedent, configuration with SHA-256 " + bundle;
    Result<importers::SourceSummary> source = importers::importBytes(file, kSourceName, text, options);
    if (!source)
        return Error{source.error().code, "limits", source.error().detail};
    out.source = std::move(*source);
    const nlohmann::json about{{"name", kSourceName}, {"sha256", toHex(out.source.sha256)}, {"bundle_sha256", bundle}};
    const Result<void> noted = file.note("import_limits", "limits", about.dump(), reason);
    return noted ? Result<LimitsImport>(std::move(out)) : Result<LimitsImport>(noted.error());
}

Result<LimitsBroughtIn> limitsOutcome(CaseFile& file, const LimitsImport& imported)
{
    importers::ImportSummary summary;
    summary.sources.push_back(imported.source);
    const Result<std::vector<VersionStanding>> versions = versionsAfterImport(file, summary);
    if (!versions)
        return versions.error();
    LimitsBroughtIn out;
    if (!versions->empty())
        out.newerThan = versions->front().earlier.info.name;
    const Result<void> after = eachLimit(file, [&](const std::string& form, const std::string& subject, double value) {
        if (imported.before.forms.contains(form))
            return;
        ++out.added;
        const auto here = imported.before.values.find(subject);
        out.differing += here != imported.before.values.end() && !here->second.contains(value) ? 1U : 0U;
    });
    if (!after)
        return after.error();
    out.same = imported.source.rows.read - std::min(imported.source.rows.read, out.added);
    return out;
}

} // namespace antecedent::casework
