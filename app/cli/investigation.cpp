// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/investigation.h"

#include "model/store/login_name.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>
#include <ctime>

namespace antecedent::cli {

namespace {

WallTime wallTime()
{
    const auto now = std::chrono::system_clock::now();
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    WallTime out;
    out.utc = std::chrono::time_point_cast<Duration>(now);
    std::tm local{};
    std::tm utc{};
#ifdef _WIN32
    localtime_s(&local, &seconds);
    gmtime_s(&utc, &seconds);
#else
    localtime_r(&seconds, &local);
    gmtime_r(&seconds, &utc);
#endif
    const auto minutes = [](const std::tm& t) {
        return daysFromCivil(t.tm_year + 1900, t.tm_mon + 1, t.tm_mday) * 1440 + t.tm_hour * 60 + t.tm_min;
    };
    out.offsetMinutes = static_cast<std::int16_t>(minutes(local) - minutes(utc));
    return out;
}

} // namespace

Actor systemActor()
{
    return {loginName(), wallTime};
}

Result<CaseFile> openFile(const FileOptions& options, OpenMode mode)
{
    return CaseFile::open(options.investigation, mode, systemActor());
}

Result<std::unique_ptr<Investigation>> openInvestigation(Session& session, const FileOptions& options, OpenMode mode)
{
    Result<CaseFile> file = openFile(options, mode);
    if (!file)
        return file.error();
    Result<CaseInfo> info = file->findCase(options.caseId);
    if (!info)
        return info.error();
    Result<Dataset> dataset = loadDataset(*file, *info, {}, session.stopToken(), session.progress());
    session.endProgress();
    if (!dataset)
        return dataset.error();
    if (session.stopToken().stop_requested())
        return Error{ErrorCode::Cancelled, {}, {}};
    Result<Configuration> tables = parseConfiguration(dataset->ownTables);
    if (!tables)
        return tables.error();
    return std::make_unique<Investigation>(std::move(*file), std::move(*info), std::move(*dataset), std::move(*tables));
}

Result<SourceIndex> findSource(const Dataset& dataset, const std::string& name, const std::string& option)
{
    constexpr std::size_t kLeastHash = 6;
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < dataset.sources.size(); ++i)
        if (dataset.sources[i].name == name
            || (name.size() >= kLeastHash && toHex(dataset.sources[i].sha256).starts_with(name)))
            found.push_back(i);
    if (found.size() != 1)
        return Error{ErrorCode::InvalidArgument, option,
            found.empty() ? "no source is called '" + name + "'"
                          : "several sources are called '" + name + "'; use the begin of the hash"};
    return SourceIndex{found.front()};
}

Result<Timestamp> parseInstant(const std::string& option, const std::string& text)
{
    const std::optional<IsoTime> parsed = parseIso(text);
    if (!parsed || !parsed->hasOffset)
        return Error{ErrorCode::InvalidArgument, option,
            "'" + text + "' is not a time with offset, such as 2026-03-29T01:30:00+01:00 or …Z"};
    return Timestamp(Duration(parsed->us));
}

nlohmann::json jsonTime(const TimeValue& time)
{
    return time.known() ? nlohmann::json(formatUtc(time)) : nlohmann::json();
}

nlohmann::json jsonTime(std::optional<Timestamp> time, int digits)
{
    return time ? nlohmann::json(formatUtc(*time, digits)) : nlohmann::json();
}

nlohmann::json jsonText(const std::string& text)
{
    return text.empty() ? nlohmann::json() : nlohmann::json(text);
}

nlohmann::json jsonNumber(const Decimal& number)
{
    return number.known ? nlohmann::json(toDouble(number)) : nlohmann::json();
}

nlohmann::json jsonNumber(std::optional<double> number)
{
    return number && std::isfinite(*number) ? nlohmann::json(*number) : nlohmann::json();
}

nlohmann::json jsonAsset(const Dataset& dataset, AssetIndex asset)
{
    return asset.valid() ? nlohmann::json(dataset.assets[asset.value].id) : nlohmann::json();
}

nlohmann::json jsonBatch(const Dataset& dataset, BatchIndex batch)
{
    return batch.valid() ? nlohmann::json(dataset.batches[batch.value].id) : nlohmann::json();
}

} // namespace antecedent::cli
