// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/twin/twin.h"

#include "model/report/twin/twin_json.h"
#include "model/report/twin/twin_ledger.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <unordered_set>

namespace antecedent {

namespace {

namespace fs = std::filesystem;

// Events that the twin keeps: those that it names, and all that stand in one of its windows on an asset in scope, so
// that a recount can also find what is missing.
class EventScope
{
public:
    EventScope(const ReportInputs& inputs, const std::vector<RecordMark>& marks)
        : m_events(inputs.context->dataset.events)
    {
        for (const RecordMark& mark : marks)
            m_named.insert(mark.records.begin(), mark.records.end());
        for (const RecordId& record : recordsOf(inputs.ledger))
            m_named.insert(record);
        std::vector<Interval> intervals;
        if (inputs.window) {
            intervals.push_back({inputs.window->interval.begin, inputs.window->shownUntil});
            addParts(inputs.window->parts);
        }
        for (const Analysis& analysis : inputs.assessment->analyses)
            if (analysis.classification == inputs.failure.classification)
                addAnalysis(inputs, analysis, intervals);
        m_intervals = joined(std::move(intervals));
    }

    bool keeps(std::size_t i) const
    {
        if (i < m_events.id.size() && m_named.contains(m_events.id[i]))
            return true;
        if (m_events.asset[i].valid() && !m_assets.contains(m_events.asset[i]))
            return false;
        const Timestamp t{Duration(m_events.timeUs[i])};
        const auto after = std::upper_bound(m_intervals.begin(), m_intervals.end(), t,
            [](Timestamp value, const Interval& interval) { return value < interval.begin; });
        return after != m_intervals.begin() && std::prev(after)->contains(t);
    }

private:
    void addParts(const std::vector<ScopePart>& parts)
    {
        for (const ScopePart& part : parts)
            m_assets.insert(part.asset);
    }
    void addAnalysis(const ReportInputs& inputs, const Analysis& analysis, std::vector<Interval>& intervals)
    {
        std::set<Interval> distinct;
        for (const Candidate& candidate : analysis.candidates) {
            m_assets.insert(inputs.context->dataset.findAsset(candidate.assetId));
            for (const WindowUse& use : candidate.windows) {
                m_named.insert(use.records.begin(), use.records.end());
                if (use.interval)
                    distinct.insert(*use.interval);
            }
        }
        intervals.insert(intervals.end(), distinct.begin(), distinct.end());
        for (const Failure& failure : allFailures(inputs.context->dataset, inputs.options.anchor))
            if (std::find(analysis.failures.begin(), analysis.failures.end(), failure.id) != analysis.failures.end())
                addParts(
                    inputs.context->scopes.scope(inputs.options.scope, failure.asset, failure.batch, failure.anchor));
    }

    const EventColumns& m_events;
    std::unordered_set<RecordId, RecordIdHash> m_named;
    std::set<AssetIndex> m_assets;
    std::vector<Interval> m_intervals;
};

Error unwritable(const fs::path& path)
{
    return Error{ErrorCode::FileUnwritable, path.string(), "the twin could not be written"};
}

Result<void> writeFile(const fs::path& path, const std::string& bytes)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out)
        return unwritable(path);
    return {};
}

// An empty folder, or one that holds nothing but an older twin, is cleared; anything else is refused.
Result<void> clearFolder(const fs::path& folder)
{
    std::error_code failed;
    if (!fs::exists(folder, failed))
        return {};
    if (!fs::is_directory(folder, failed))
        return Error{ErrorCode::FileExists, folder.string(), "is a file, not a folder for the twin"};
    const std::set<std::string> known{"manifest.json", "twin.json", "README.txt", "records"};
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed))
        if (!known.contains(entry.path().filename().string()))
            return Error{
                ErrorCode::FileExists, folder.string(), "holds other files than a twin; choose another folder"};
    for (const std::string& name : known)
        fs::remove_all(folder / name, failed);
    if (failed)
        return unwritable(folder);
    return {};
}

} // namespace

Twin buildTwin(const ReportInputs& inputs, const std::vector<RecordMark>& marks, const std::string& language)
{
    Twin twin;
    twin.files["twin.json"] = twinJson(inputs, marks);
    twin.files["README.txt"] = twinReadme();
    const EventScope scope(inputs, marks);
    const TwinTables tables =
        tablesOf(inputs.context->dataset, [&](std::size_t position) { return scope.keeps(position); });
    for (const auto& [name, table] : tables)
        twin.files["records/" + name + ".csv"] = toCsv(table);
    nlohmann::json files = nlohmann::json::object();
    for (const auto& [name, bytes] : twin.files)
        files[name] = {{"sha256", toHex(sha256(bytes))}, {"bytes", bytes.size()}};
    const nlohmann::json manifest{{"format", "antecedent-twin"}, {"format_version", kTwinFormatVersion},
        {"report_language", language}, {"files", files}};
    std::string text = manifest.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    twin.digest = printDigest(sha256(text));
    twin.files["manifest.json"] = std::move(text);
    return twin;
}

Result<void> writeTwin(const Twin& twin, const std::string& folder)
{
    const fs::path root(folder);
    if (const Result<void> cleared = clearFolder(root); !cleared)
        return cleared.error();
    std::error_code failed;
    fs::create_directories(root / "records", failed);
    if (failed)
        return unwritable(root);
    // The manifest last: a folder without it is not a twin.
    for (const auto& [name, bytes] : twin.files)
        if (name != "manifest.json")
            if (const Result<void> written = writeFile(root / name, bytes); !written)
                return written.error();
    return writeFile(root / "manifest.json", twin.files.at("manifest.json"));
}

ReportAndTwin makeReport(const ReportInputs& inputs, const std::string& name, const Lexicon& lexicon)
{
    Twin twin = buildTwin(inputs, composeReport(inputs).marks, lexicon.language());
    ComposedReport report = composeReport(inputs, {twin.digest, name}, lexicon);
    return {std::move(report.document), std::move(twin)};
}

} // namespace antecedent
