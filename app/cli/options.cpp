// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include <CLI/CLI.hpp>

namespace antecedent::cli {

void addFileOptions(CLI::App& command, FileOptions& options)
{
    command.add_option("INV", options.investigation, "Investigation file (.ante)")->required();
    command.add_option("--case", options.caseId, "Case; default: the latest open one");
}

void addExcursionOptions(CLI::App& command, SelectionArguments& options)
{
    command.add_option("--occurrence", options.occurrence, "With --where: only the N-th occurrence per asset")
        ->type_name("N")
        ->check(CLI::Range(0, 1000000));
    command
        .add_option("--hysteresis", options.hysteresis,
            "With --where on a tag, e.g. 'TT-101 > 80': an excursion goes on until the value is back by more than this")
        ->type_name("NUMBER");
    command
        .add_option("--min-duration", options.minimum,
            "With --where on a tag: shorter excursions are no failures and are counted as left out, e.g. 30s")
        ->type_name("DURATION");
}

void addSelectionOptions(CLI::App& command, SelectionArguments& options)
{
    command.add_option("--failure", options.failures, "Failure (deviation) id; may be repeated")
        ->type_name("ID")
        ->allow_extra_args(false);
    command
        .add_option("--where", options.where,
            "Filter, e.g. asset = \"R-101\" and category = alarm and text ~ \"temp\"; on values of a tag: 'TT-101 > "
            "80'")
        ->type_name("FILTER");
    command
        .add_option("--classification", options.classification,
            "Failures of this classification, or of a choice of the case (SEN-001)")
        ->type_name("C");
    addExcursionOptions(command, options);
}

void addWindowOptions(CLI::App& command, WindowArguments& options)
{
    command.add_option("--anchor", options.anchor,
        "occurred, detected, first-excursion, sample-taken, step:NAME:start, step:NAME:end (default: from the plan)");
    command.add_option("--clock", options.clock, "wall, phase, batch, run-hours, uses");
    command.add_option(
        "--before", options.before, "Window before the anchor: 72h, 3d, 5batches, 200runh, since:calibration-pass");
    command.add_option("--after", options.after, "Window after the anchor, shown and never antecedent: 4h");
    command.add_option("--scope", options.scope, "asset, unit, batch, upstream, cell, site")
        ->check(CLI::IsMember({"asset", "unit", "batch", "upstream", "cell", "site"}));
    command.add_option("--controls", options.controls, "At most N control windows per failure")
        ->type_name("N")
        ->check(CLI::Range(0, 1000));
}

} // namespace antecedent::cli
