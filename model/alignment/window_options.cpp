// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/window_options.h"

#include "model/base/decimal.h"
#include "model/base/text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace antecedent {

namespace {

constexpr std::array<std::pair<Clock, std::string_view>, 5> kClocks{{{Clock::Wall, "wall"}, {Clock::Phase, "phase"},
    {Clock::Batch, "batch"}, {Clock::RunHours, "run-hours"}, {Clock::Uses, "uses"}}};
constexpr std::array<std::pair<Scope, std::string_view>, 6> kScopes{{{Scope::Asset, "asset"}, {Scope::Unit, "unit"},
    {Scope::Batch, "batch"}, {Scope::Upstream, "upstream"}, {Scope::Cell, "cell"}, {Scope::Site, "site"}}};
constexpr std::array<std::pair<SinceEvent, std::string_view>, 8> kSince{
    {{SinceEvent::CalibrationPass, "calibration-pass"}, {SinceEvent::Clean, "clean"},
        {SinceEvent::Replacement, "replacement"}, {SinceEvent::GoodBatch, "good-batch"},
        {SinceEvent::Maintenance, "maintenance"}, {SinceEvent::TestPass, "test-pass"},
        {SinceEvent::Inspection, "inspection"}, {SinceEvent::Changeover, "changeover"}}};
constexpr std::array<std::pair<LengthUnit, std::string_view>, 5> kUnits{
    {{LengthUnit::Batches, "batches"}, {LengthUnit::Batches, "batch"}, {LengthUnit::RunHours, "runh"},
        {LengthUnit::Uses, "uses"}, {LengthUnit::Uses, "use"}}};
constexpr std::array<std::pair<AnchorKind, std::string_view>, 5> kAnchors{{{AnchorKind::Occurred, "occurred"},
    {AnchorKind::Detected, "detected"}, {AnchorKind::FirstExcursion, "first-excursion"},
    {AnchorKind::SampleTaken, "sample-taken"}, {AnchorKind::Finished, "finished"}}};

template <class Table> auto valueOf(const Table& table, std::string_view word)
{
    using Value = typename Table::value_type::first_type;
    for (const auto& [value, name] : table)
        if (name == word)
            return std::optional<Value>(value);
    return std::optional<Value>();
}

template <class Table, class Value> std::string_view wordOf(const Table& table, Value value)
{
    for (const auto& [known, name] : table)
        if (known == value)
            return name;
    return {};
}

constexpr double kLeastRunHours = 0.01;

Error invalid(std::string_view option, std::string_view text, std::string_view expected)
{
    return Error{ErrorCode::InvalidArgument, std::string(option),
        "\"" + std::string(text) + "\" is not one of " + std::string(expected)};
}

std::string amountText(double amount)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), amount, std::chars_format::fixed);
    return std::string(buffer.data(), end.ptr);
}

} // namespace

Result<AnchorRule> parseAnchor(std::string_view text)
{
    if (const auto kind = valueOf(kAnchors, text))
        return AnchorRule{*kind, {}};
    constexpr std::string_view kStep = "step:";
    if (text.starts_with(kStep)) {
        const auto rest = text.substr(kStep.size());
        const auto colon = rest.rfind(':');
        const auto edge = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
        if (colon != 0 && (edge == "start" || edge == "end"))
            return AnchorRule{
                edge == "start" ? AnchorKind::StepStart : AnchorKind::StepEnd, std::string(rest.substr(0, colon))};
    }
    return invalid("--anchor", text,
        "occurred, detected, first-excursion, sample-taken, finished, step:NAME:start, step:NAME:end");
}

Result<Clock> parseClock(std::string_view text)
{
    if (const auto clock = valueOf(kClocks, text))
        return *clock;
    return invalid("--clock", text, "wall, phase, batch, run-hours, uses");
}

Result<Scope> parseScope(std::string_view text)
{
    if (const auto scope = valueOf(kScopes, text))
        return *scope;
    return invalid("--scope", text, "asset, unit, batch, upstream, cell, site");
}

Result<WindowLength> parseWindowLength(std::string_view text)
{
    if (const auto wall = parseDuration(text))
        return wallLength(*wall);
    constexpr std::string_view kPrefix = "since:";
    WindowLength length;
    if (text.starts_with(kPrefix)) {
        if (const auto since = valueOf(kSince, text.substr(kPrefix.size()))) {
            length.unit = LengthUnit::Since;
            length.since = *since;
            return length;
        }
    }
    constexpr std::string_view kProcedure = "procedure+";
    if (text.starts_with(kProcedure)) {
        if (const auto wall = parseDuration(text.substr(kProcedure.size()))) {
            length = wallLength(*wall);
            length.unit = LengthUnit::Procedure;
            return length;
        }
    }
    const auto digits = text.find_first_not_of("0123456789.");
    if (digits != std::string_view::npos && digits > 0) {
        const auto amount = parseDecimal(text.substr(0, digits));
        const auto unit = valueOf(kUnits, text.substr(digits));
        const double value = amount ? toDouble(*amount) : 0;
        const double least = unit == LengthUnit::RunHours ? kLeastRunHours : 1;
        const bool isWhole = value == std::floor(value);
        if (unit && value >= least && value < 1e6 && (isWhole || *unit == LengthUnit::RunHours)) {
            length.unit = *unit;
            length.amount = value;
            return length;
        }
    }
    return invalid("window length", text,
        "72h (s, m, h, d), 5batches, 200runh, 10uses, since:calibration-pass|clean|replacement|good-batch|maintenance|"
        "test-pass|inspection|changeover, procedure+24h");
}

std::string toText(const AnchorRule& anchor)
{
    if (anchor.kind == AnchorKind::StepStart || anchor.kind == AnchorKind::StepEnd)
        return "step:" + anchor.step + (anchor.kind == AnchorKind::StepStart ? ":start" : ":end");
    return std::string(wordOf(kAnchors, anchor.kind));
}

std::string toText(Clock clock)
{
    return std::string(wordOf(kClocks, clock));
}

std::string toText(Scope scope)
{
    return std::string(wordOf(kScopes, scope));
}

std::string toText(const WindowLength& length)
{
    switch (length.unit) {
    case LengthUnit::Since:
        return "since:" + std::string(wordOf(kSince, length.since));
    case LengthUnit::Procedure:
        return "procedure+" + toText(wallLength(length.wall));
    case LengthUnit::Wall:
        break;
    default:
        return amountText(length.amount) + std::string(wordOf(kUnits, length.unit));
    }
    const std::int64_t us = length.wall.count();
    constexpr std::int64_t kSecond = 1'000'000;
    if (us % (3600 * kSecond) == 0)
        return std::to_string(us / (3600 * kSecond)) + "h";
    if (us % (60 * kSecond) == 0)
        return std::to_string(us / (60 * kSecond)) + "m";
    return us % kSecond == 0 ? std::to_string(us / kSecond) + "s" : amountText(toSeconds(length.wall)) + "s";
}

} // namespace antecedent
