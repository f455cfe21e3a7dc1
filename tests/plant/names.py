#!/usr/bin/env python3
# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores the proposals for names of assets and tags against the true pairs of simulated plants.

`as exported`: the lists of assets and tags state the maintenance numbers, prefixes and assets that a plant's lists do;
only names that no list states are scored. `bare`: those columns are taken out, so that spelling and records must do.
A true pair counts if its name occurs in the files. Bars hold for `as exported`; wrong confirmations for both.
"""

import collections
import csv
import shutil
import sys

import plant

TAKEN_OUT = {"assets": ("cmms_id", "historian_prefix"), "tags": ("asset_id",)}


def bare_tables(site, out):
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(site.folder / "canonical", out)
    for table, columns in TAKEN_OUT.items():
        rows = site.rows(table)
        with open(out / (table + ".csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [c for c in rows[0] if c not in columns], extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
    return out


def names_in_use(site, is_bare):
    """{kind: names that occur in the files}"""
    assets = set()
    for table in ("batch_steps", "events", "work_orders", "calibrations", "cleanings", "deviations"):
        assets.update(row["asset_id"] for row in site.rows(table))
    if not is_bare:
        for row in site.rows("assets"):
            assets.update((row["cmms_id"], row["historian_prefix"]))
    return {"asset": assets - {""}, "tag": {row["tag"] for row in site.rows("tags")}}


def score(program, site, file, sources, is_bare):
    """Counts by (kind, what), and lines about what is wrong."""
    program.load(file, site.zone, [sources])
    proposals = {(p["kind"], p["name"]): p for p in program.json("aliases", file, "--suggest")["proposals"]}
    truth = site.truth()["alias_map"]
    own = {row["asset_id"] for row in site.rows("assets")}
    count, lines = collections.Counter(), []
    for kind, names in names_in_use(site, is_bare).items():
        for name in sorted(names & set(truth) - own):
            proposal = proposals.get((kind, name), {"state": "absent", "candidates": []})
            if proposal["state"] == "stated":
                count[kind, "stated"] += 1
                if proposal["candidates"][0]["asset"] != truth[name]:
                    lines.append("stated wrongly: %s is %s" % (name, truth[name]))
                continue
            candidates = [c["asset"] for c in proposal["candidates"]]
            count[kind, "pairs"] += 1
            count[kind, "among"] += truth[name] in candidates
            count[kind, "first"] += candidates[:1] == [truth[name]]
            if truth[name] not in candidates:
                lines.append("not proposed: %s %s is %s, proposed %s" % (kind, name, truth[name], candidates))
    if any(p["safe"] for p in proposals.values()):
        program.run("--quiet", "aliases", file, "--confirm-safe", "--reason", "acceptance")
    for alias in program.json("aliases", file)["aliases"]:
        if alias["state"] != "confirmed":
            continue
        name, kind = alias["name"], "tag" if ("tag", alias["name"]) in proposals else "asset"
        count[kind, "confirmed"] += 1
        if name in truth and truth[name] != alias["asset"]:
            count[kind, "wrong"] += 1
            lines.append("confirmed wrongly: %s %s is %s, not %s" % (kind, name, truth[name], alias["asset"]))
    return count, lines


def main():
    options = plant.arguments(plant.parser(__doc__.split("\n")[0]))
    program = plant.Program(options.cli)
    total = {"as exported": collections.Counter(), "bare": collections.Counter()}
    examples = []
    with plant.Work(options.keep) as work:
        def measure(family, seed, folder):
            site = plant.simulate(options.plantsim, family, seed, folder / "long", "--batches", "200", "--historian",
                                  "off", "--no-vendor")
            return {"as exported": score(program, site, folder / "names.ante", site.folder / "canonical", False),
                    "bare": score(program, site, folder / "bare.ante", bare_tables(site, folder / "bare"), True)}
        for (family, seed), result in plant.over_plants(options, work, measure):
            count = result["as exported"][0]
            print("%s seed %d: %s" % (family, seed, ", ".join("%s %s %d" % (*k, n) for k, n in sorted(count.items()))),
                  file=sys.stderr, flush=True)
            for mode, (count, lines) in result.items():
                total[mode] += count
                examples += ["%s, %s-%d: %s" % (mode, family, seed, line) for line in lines]
    rows, bars = [], []
    for mode, count in total.items():
        for kind in ("asset", "tag"):
            pairs, wrong, confirmed = (count[kind, k] for k in ("pairs", "wrong", "confirmed"))
            among = count[kind, "among"]
            rows.append([mode, kind, count[kind, "stated"], pairs, plant.share(among, pairs),
                         plant.share(count[kind, "first"], pairs), confirmed, wrong])
            if mode == "as exported":
                bars.append(("%s: 98 %% of the true pairs of %ss among the proposals" % (mode, kind),
                             among >= 0.98 * pairs > 0))
            bars.append(("%s: at most 1 %% of the confirmed %ss wrong" % (mode, kind), wrong <= 0.01 * confirmed))
    plant.table(["lists", "names of", "stated", "pairs to find", "among proposals", "first",
                 "confirmed as safe", "wrong"], rows)
    for line in sorted(examples, key=lambda l: ("wrongly" not in l, l.startswith("bare")))[:20]:
        print("example: " + line)
    return plant.verdict(bars)


if __name__ == "__main__":
    sys.exit(main())
