// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/alias_table.h"

#include "app/cli/csv_output.h"
#include "app/cli/investigation.h"
#include "model/base/csv_table.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace antecedent::cli {

namespace {

// Column of a table that need not be there.
std::string_view field(const CsvTable& table, const std::vector<std::string>& row, std::string_view column)
{
    const std::size_t at = table.column(column);
    return at < row.size() ? trimmed(row[at]) : std::string_view();
}

bool isYes(std::string_view word)
{
    const std::string lower = toLowerAscii(word);
    const std::array<std::string_view, 6> yes{"yes", "y", "x", "1", "true", "ja"};
    return std::find(yes.begin(), yes.end(), lower) != yes.end();
}

Result<std::optional<Timestamp>> parseDate(const std::string& where, std::string_view text)
{
    if (text.empty())
        return std::optional<Timestamp>();
    const std::optional<IsoTime> time = parseIso(text);
    if (!time || (!time->hasOffset && time->precision != TimePrecision::Day))
        return Error{ErrorCode::InvalidArgument, where,
            "'" + std::string(text) + "' is neither a time with offset or Z nor a date (UTC)"};
    return std::optional(Timestamp(Duration(time->us)));
}

// What the rows of a table say, added up.
class Rows
{
public:
    Rows(const CsvTable& table, casework::NameWishes& wishes)
        : m_table(table)
        , m_names(wishes.names.confirm)
        , m_parameters(wishes.parameters.confirm)
    {
    }

    Result<void> add(const std::vector<std::string>& row, const std::string& where)
    {
        const bool isMarked = !has("confirm") || isYes(field(m_table, row, "confirm"));
        const std::string name(field(m_table, row, "name"));
        if (name.empty() || !isMarked)
            return {};
        const std::string word(field(m_table, row, "kind"));
        const std::optional<NameKind> kind = kindFrom(toLowerAscii(word));
        if (!kind && !word.empty())
            return Error{ErrorCode::InvalidArgument, where,
                "'" + word + "' is no kind; write asset, tag or parameter, or leave it empty"};
        const bool mayMean = kind != NameKind::Parameter;
        const bool mayMeasure = !kind || kind == NameKind::Parameter;
        const std::string asset(mayMean ? field(m_table, row, "asset_id") : std::string_view());
        const std::string parameter(mayMeasure ? field(m_table, row, "parameter") : std::string_view());
        if (asset.empty() && parameter.empty())
            return nothingFor(name, kind, where);
        const Result<std::optional<Timestamp>> from = parseDate(where + ", from", field(m_table, row, "from"));
        const Result<std::optional<Timestamp>> to = parseDate(where + ", to", field(m_table, row, "to"));
        if (!from || !to)
            return !from ? from.error() : to.error();
        const AliasPeriod period{asset, *from, *to};
        Result<void> added = asset.empty() ? Result<void>() : addName(name, period, where);
        return added && !parameter.empty() ? addParameter(name, parameter, period, where) : added;
    }

private:
    bool has(std::string_view column) const { return m_table.column(column) != m_table.columns.size(); }

    // Rows that nobody marked are often left unfinished; a mark without a decision is a mistake.
    Result<void> nothingFor(const std::string& name, std::optional<NameKind> kind, const std::string& where) const
    {
        if (!has("confirm"))
            return {};
        const char* column = !kind ? "asset_id and parameter" : kind == NameKind::Parameter ? "parameter" : "asset_id";
        return Error{ErrorCode::InvalidArgument, where,
            "'" + name + "' is to be confirmed, and " + column + (kind ? " is empty" : " are empty")};
    }

    Result<void> addParameter(
        const std::string& tag, const std::string& parameter, const AliasPeriod& period, const std::string& where)
    {
        if (period.from || period.to)
            return Error{ErrorCode::InvalidArgument, where,
                "'" + tag + "' measures its parameter at all times; leave from and to empty"};
        const auto [found, isNew] = m_parameters.try_emplace(tag, ParameterDecision{AliasState::Confirmed, parameter});
        if (!isNew && found->second.parameter != parameter)
            return Error{ErrorCode::InvalidArgument, where, "'" + tag + "' stands there twice; leave one row"};
        return {};
    }

    Result<void> addName(const std::string& name, const AliasPeriod& period, const std::string& where)
    {
        const auto [found, isNew] = m_names.try_emplace(name);
        AliasDecision& decision = found->second;
        const bool isDated = period.from || period.to;
        const bool isRepeat = !isNew && !isDated && decision.asset == period.asset;
        if (!isNew && !isRepeat && (!isDated || !decision.asset.empty()))
            return Error{ErrorCode::InvalidArgument, where,
                "'" + name + "' stands there twice; leave one row, or give both dates in from and to"};
        if (isDated)
            decision.periods.push_back(period);
        else
            decision.asset = period.asset;
        return {};
    }

    const CsvTable& m_table;
    AliasDecisions& m_names;
    ParameterDecisions& m_parameters;
};

} // namespace

const char* wordOf(AliasState state)
{
    switch (state) {
    case AliasState::Confirmed:
        return "confirmed";
    case AliasState::Refused:
        return "refused";
    case AliasState::Withdrawn:
        break;
    }
    return "withdrawn";
}

const char* wordOf(NameState state)
{
    switch (state) {
    case NameState::Open:
        return "open";
    case NameState::Read:
        return "read";
    case NameState::Stated:
        return "stated";
    case NameState::Confirmed:
        break;
    }
    return "confirmed";
}

const char* wordOf(NameKind kind)
{
    return kind == NameKind::Parameter ? "parameter" : kind == NameKind::Tag ? "tag" : "asset";
}

std::optional<NameKind> kindFrom(std::string_view word)
{
    for (const NameKind kind : {NameKind::Asset, NameKind::Tag, NameKind::Parameter})
        if (word == wordOf(kind))
            return kind;
    return std::nullopt;
}

std::string scoreText(double score)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%.2f", score);
    return text.data();
}

std::string timeText(std::optional<Timestamp> time)
{
    return time ? formatUtc(*time) : std::string();
}

std::string reasonsText(const AliasCandidate& candidate)
{
    std::vector<std::string> parts(candidate.reasons.begin(), candidate.reasons.end());
    for (const Phrase& objection : candidate.objections)
        parts.push_back("against it: " + objection.english());
    return join(parts, "; ");
}

Result<void> readDecisions(const std::string& path, casework::NameWishes& wishes)
{
    const Result<std::string> text = readFile(path);
    if (!text)
        return text.error();
    const Result<CsvTable> table = csvTableFrom(*text);
    if (!table)
        return Error{ErrorCode::CorruptInput, path, table.error().detail};
    const auto has = [&](const char* column) { return table->column(column) != table->columns.size(); };
    if (!has("name") || (!has("asset_id") && !has("parameter")))
        return Error{ErrorCode::InvalidArgument, path,
            "the columns name and asset_id are needed; name and parameter for what tags measure"};
    Rows rows(*table, wishes);
    for (std::size_t i = 0; i < table->rows.size(); ++i)
        if (const Result<void> added = rows.add(table->rows[i], path + ", row " + std::to_string(i + 1)); !added)
            return added.error();
    return {};
}

Result<void> writeProposals(
    Session& session, const Dataset& dataset, const std::vector<AliasProposal>& proposals, const std::string& path)
{
    CsvOutput csv({"name", "asset_id", "confirm", "score", "reason", "kind", "state", "records", "from", "to",
        "other_candidates", "parameter"});
    for (const AliasProposal& proposal : proposals) {
        if (!casework::isUndecided(proposal))
            continue;
        std::vector<std::string> others;
        for (std::size_t i = 1; i < proposal.candidates.size(); ++i)
            others.push_back(casework::meaningOf(dataset, proposal.candidates[i]) + " ("
                + scoreText(proposal.candidates[i].score) + ")");
        const AliasCandidate& best = proposal.candidates.front();
        const Asset* asset = dataset.asset(best.asset);
        csv.add({proposal.name, asset ? asset->id : std::string(), proposal.isSafe ? "yes" : "", scoreText(best.score),
            reasonsText(best), wordOf(proposal.kind), wordOf(proposal.state),
            proposal.state == NameState::Open ? std::to_string(proposal.records) : std::string(), timeText(best.from),
            timeText(best.to), join(others, "; "), best.parameter});
    }
    return csv.write(session, path);
}

} // namespace antecedent::cli
