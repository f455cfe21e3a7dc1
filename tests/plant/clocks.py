#!/usr/bin/env python3
# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores the estimated offsets of clocks against the true ones of simulated plants.

An estimate with at least 20 anchors is right within max(5 s, half of its stated interval) of the true difference to the
clock of the reference. Three plants each: clocks that differ, clocks that are right (nothing may be proposed), and a
maintenance list whose dates are 268 days late (must be found; civil time lets single rows differ by an hour then).
"""

import collections
import csv
import datetime
import shutil
import sys

import plant

ANCHORS = 20
SHIFT = datetime.timedelta(days=268)
SHIFTED = {"work_orders": ("reported", "started", "finished"), "calibrations": ("performed", "due")}
PROPOSED = ("differs", "daylight_saving")
TABLES = ("--batches", "200", "--historian", "off", "--no-vendor")


def system_of(meta, source, category):
    of = meta["files"]["canonical/" + source]
    return of if isinstance(of, str) else of[category or "state"]


def estimates(program, site, file, sources):
    """(source with its category, its system, the system of the reference, the estimate), where there is one."""
    program.load(file, site.zone, [sources])
    for clock in program.json("clocks", file, "--suggest")["clocks"]:
        estimate = clock["estimate"]
        if estimate:
            name = clock["source"] + ("/" + clock["category"] if clock["category"] else "")
            yield (name, system_of(site.meta, clock["source"], clock["category"]),
                   system_of(site.meta, estimate["reference"], estimate["reference_category"]), estimate)


def shifted_tables(site, out):
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(site.folder / "canonical", out)
    for table, columns in SHIFTED.items():
        rows = site.rows(table)
        for row in rows:
            for c in columns:
                if row[c]:
                    row[c] = (datetime.datetime.fromisoformat(row[c]) + SHIFT).isoformat()
        with open(out / (table + ".csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return out


def measure(program, plantsim, family, seed, folder):
    """Counts by (kind of plant, source, what), and lines about what is wrong."""
    count, lines = collections.Counter(), []
    where = "%s-%d " % (family, seed)
    site = plant.simulate(plantsim, family, seed, folder / "long", *TABLES)
    skew = site.truth()["clock_skew_s"]
    many = set()
    for name, system, reference, e in estimates(program, site, folder / "clocks.ante", site.folder / "canonical"):
        true = skew[system] - skew[reference]
        if e["anchors"] < ANCHORS:
            count["skew", name, "few"] += 1
            continue
        many.add(name)
        if e["offset_s"] is None:
            lines.append("%s%s: no offset (%s), true %+d s" % (where, name, e["words"], true))
            count["skew", name, "estimates"] += 1
            continue
        half = (e["high_s"] - e["low_s"]) / 2
        error = abs(e["offset_s"] - true)
        is_right, is_covered = error <= max(5, half), e["low_s"] <= true <= e["high_s"]
        count["skew", name, "estimates"] += 1
        count["skew", name, "right"] += is_right
        count["skew", name, "covered"] += is_covered
        if not is_right or not is_covered:
            lines.append("%s%s: %s, true %+d s" % (where, name, e["words"], true))
    right = plant.simulate(plantsim, family, seed, folder / "right", *TABLES, "--confounders=-clock_skew")
    for name, _, _, e in estimates(program, right, folder / "right.ante", right.folder / "canonical"):
        count["right", name, "estimates"] += e["anchors"] >= ANCHORS
        count["right", name, "proposed"] += e["finding"] in PROPOSED
        if e["finding"] in PROPOSED:
            lines.append("%s%s: %s, the clocks are right" % (where, name, e["words"]))
    late = shifted_tables(site, folder / "late")
    for name, system, reference, e in estimates(program, site, folder / "late.ante", late):
        if system != "CMMS" or name not in many:
            continue
        true = SHIFT.total_seconds() + skew[system] - skew[reference]
        count["late", name, "estimates"] += 1
        half = (e["high_s"] - e["low_s"]) / 2 if e["offset_s"] is not None else 0
        is_found = e["finding"] in PROPOSED and any(abs(e["offset_s"] - true + hour) <= max(5, half)
                                                    for hour in (-3600, 0, 3600))
        count["late", name, "found"] += is_found
        if not is_found:
            lines.append("%s%s, 268 days late: %s" % (where, name, e["words"]))
    return count, lines


def main():
    options = plant.arguments(plant.parser(__doc__.split("\n")[0]))
    program = plant.Program(options.cli)
    total, examples = collections.Counter(), []
    with plant.Work(options.keep) as work:
        def one(family, seed, folder):
            return measure(program, options.plantsim, family, seed, folder)
        for (family, seed), (count, lines) in plant.over_plants(options, work, one):
            here = collections.Counter()
            for (kind, _, what), n in count.items():
                here[kind + " " + what] += n
            print("%s seed %d: %s" % (family, seed, ", ".join("%s %d" % each for each in sorted(here.items()))),
                  file=sys.stderr, flush=True)
            total += count
            examples += lines

    def sum_of(kind, what):
        return sum(n for (k, _, w), n in total.items() if (k, w) == (kind, what))
    rows = []
    for name in sorted({name for _, name, _ in total}):
        n, late = total["skew", name, "estimates"], total["late", name, "estimates"]
        rows.append([name, total["skew", name, "few"], n, plant.share(total["skew", name, "right"], n),
                     plant.share(total["skew", name, "covered"], n), total["right", name, "estimates"],
                     total["right", name, "proposed"], "%d of %d" % (total["late", name, "found"], late)])
    plant.table(["source", "fewer than %d anchors" % ANCHORS, "estimates", "right", "interval holds truth",
                 "estimates of right clocks", "of them proposed", "268 days found"], rows)
    for line in examples[:20]:
        print("example: " + line)
    n = sum_of("skew", "estimates")
    return plant.verdict([
        ("estimates within max(5 s, half of the interval): %d of %d" % (sum_of("skew", "right"), n),
         sum_of("skew", "right") == n > 0),
        ("intervals that hold the truth, 95 %% asked for: %s" % plant.share(sum_of("skew", "covered"), n),
         sum_of("skew", "covered") >= 0.95 * n),
        ("right clocks that would be corrected: %d" % sum_of("right", "proposed"), sum_of("right", "proposed") == 0),
        ("lists 268 days late that are found: %d of %d" % (sum_of("late", "found"), sum_of("late", "estimates")),
         sum_of("late", "found") == sum_of("late", "estimates") > 0)])


if __name__ == "__main__":
    sys.exit(main())
