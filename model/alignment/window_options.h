// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of an alignment: anchor, clock, window length, scope (cli.md `align`; semantics.md "Anchors, windows,
// controls"). Threads: plain values and pure functions. Errors: InvalidArgument with the option in `where`.

#include "model/base/result.h"
#include "model/base/time.h"

#include <string>
#include <string_view>

namespace antecedent {

// Finished: the end of the record (of events as failures: when a work order was finished, a state ended).
enum class AnchorKind : std::uint8_t { Occurred, Detected, FirstExcursion, SampleTaken, StepStart, StepEnd, Finished };

struct AnchorRule
{
    AnchorKind kind = AnchorKind::Occurred;
    std::string step; // StepStart, StepEnd
    bool operator==(const AnchorRule&) const = default;
};

enum class Clock : std::uint8_t { Wall, Phase, Batch, RunHours, Uses };
enum class Scope : std::uint8_t { Asset, Unit, Batch, Upstream, Cell, Site };
// Procedure: from so long before the start of the unit procedure that runs at the anchor.
enum class LengthUnit : std::uint8_t { Wall, Batches, RunHours, Uses, Since, Procedure };
enum class SinceEvent : std::uint8_t {
    CalibrationPass,
    Clean,
    Replacement,
    GoodBatch,
    Maintenance,
    TestPass, // last result within limits of a batch on the unit
    Inspection, // last inspection or replacement
    Changeover, // begin of the last use for another product
};

// How far a window reaches from its anchor: `72h`, `5batches`, `200runh`, `10uses`,
// `since:calibration-pass`, `procedure+24h`.
struct WindowLength
{
    LengthUnit unit = LengthUnit::Wall;
    Duration wall{}; // Wall, Procedure
    double amount = 0; // Batches, RunHours, Uses
    SinceEvent since = SinceEvent::CalibrationPass;
    bool operator==(const WindowLength&) const = default;
};
inline WindowLength wallLength(Duration d)
{
    return WindowLength{LengthUnit::Wall, d, 0, SinceEvent::CalibrationPass};
}

struct WindowOptions
{
    AnchorRule anchor;
    Clock clock = Clock::Wall; // unit of the offsets that are shown
    WindowLength before = wallLength(std::chrono::hours(72));
    std::optional<WindowLength> atLeast; // bounds of the window's begin
    std::optional<WindowLength> atMost;
    std::optional<WindowLength> fallback; // where the data do not tell how far `before` reaches
    WindowLength after = wallLength(std::chrono::hours(4)); // shown, never antecedent
    Scope scope = Scope::Unit;
    int controls = 10; // cap per failure; 0: none
    Duration stratum = std::chrono::hours(24 * 84);
    double minCoverage = 0.9; // a window below is not usable for that record kind
};

Result<AnchorRule> parseAnchor(std::string_view text); // ...|step:NAME:start|end|finished
Result<Clock> parseClock(std::string_view text); // wall|phase|batch|run-hours|uses
Result<WindowLength> parseWindowLength(std::string_view text);
Result<Scope> parseScope(std::string_view text); // asset|unit|batch|upstream|cell|site
std::string toText(const AnchorRule& anchor);
std::string toText(Clock clock);
std::string toText(const WindowLength& length); // `72h`: the shortest whole unit
std::string toText(Scope scope);

} // namespace antecedent
