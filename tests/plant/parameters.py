#!/usr/bin/env python3
# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores the proposals for what tags measure against the true parameters of simulated plants.

Of every second tag, chosen by a seed, the parameter is taken out of the list. A tag can be known if a tag whose name
ends the same still has its true parameter stated, and its word if any tag has. Bars hold for those that can be known;
wrong confirmations for all.
"""

import collections
import csv
import random
import shutil
import sys

import plant


def half_stated(site, out, draw):
    """Assets, and tags with half of the parameters; {tag: true parameter that was taken out}, and the stated ones"""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    shutil.copy(site.folder / "canonical" / "assets.csv", out)
    rows = site.rows("tags")
    tags = sorted(row["tag"] for row in rows)
    chosen = set(random.Random(draw).sample(tags, len(tags) // 2))
    hidden = {row["tag"]: row["parameter"] for row in rows if row["tag"] in chosen}
    stated = {row["tag"]: row["parameter"] for row in rows if row["tag"] not in chosen}
    with open(out / "tags.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        for row in rows:
            writer.writerow({**row, "parameter": "" if row["tag"] in chosen else row["parameter"]})
    return hidden, stated


def ending(tag):
    return tag.partition(".")[2]


def score(program, site, folder, draw):
    """Counts, and lines about what is wrong."""
    hidden, stated = half_stated(site, folder / draw, draw)
    file = folder / (draw + ".ante")
    program.load(file, site.zone, [folder / draw])
    suggest = program.json("aliases", file, "--suggest", "--kind", "parameter")["proposals"]
    proposals = {p["name"]: p for p in suggest if p["state"] == "open"}
    endings = {(ending(tag), parameter) for tag, parameter in stated.items()}
    words = set(stated.values())
    count, lines = collections.Counter(), []
    for tag, truth in hidden.items():
        candidates = [c["parameter"] for c in proposals.get(tag, {"candidates": []})["candidates"]]
        groups = ["all"] + ["word"] * (truth in words) + ["known"] * ((ending(tag), truth) in endings)
        for group in groups:
            count[group] += 1
            count[group, "among"] += truth in candidates
            count[group, "first"] += candidates[:1] == [truth]
            count[group, "safe"] += proposals.get(tag, {}).get("safe") is True and candidates[:1] == [truth]
        if groups[-1] == "known" and truth not in candidates:
            lines.append("not proposed: %s measures %s, proposed %s" % (tag, truth, candidates))
    if any(p["safe"] for p in proposals.values()):
        program.run("--quiet", "aliases", file, "--confirm-safe", "--kind", "parameter", "--reason", "acceptance")
    for decided in program.json("aliases", file)["parameters"]:
        count["confirmed"] += 1
        if decided["parameter"] != hidden[decided["name"]]:
            count["wrong"] += 1
            lines.append("confirmed wrongly: %s measures %s, not %s"
                         % (decided["name"], hidden[decided["name"]], decided["parameter"]))
    return count, lines


def main():
    options = plant.parser(__doc__.split("\n")[0])
    options.add_argument("--draws", type=int, default=5, help="so many halves of each plant")
    options = plant.arguments(options)
    program = plant.Program(options.cli)
    total, examples = collections.Counter(), []
    with plant.Work(options.keep) as work:
        def measure(family, seed, folder):
            site = plant.simulate(options.plantsim, family, seed, folder / "short", "--batches", "20", "--historian",
                                  "off", "--no-vendor")
            return [score(program, site, folder, "%s-%d-%d" % (family, seed, draw))
                    for draw in range(options.draws)]
        for (family, seed), results in plant.over_plants(options, work, measure):
            for draw, (count, lines) in enumerate(results):
                total += count
                examples += ["%s-%d, half %d: %s" % (family, seed, draw, line) for line in lines]
    rows = []
    for group, text in (("all", "all that were taken out"), ("word", "whose word the file still has"),
                        ("known", "of which a tag of the same ending has it")):
        count = total[group]
        rows.append([text, count] + [plant.share(total[group, k], count) for k in ("among", "first", "safe")])
    plant.table(["tags", "count", "among proposals", "first", "first and safe"], rows)
    print("confirmed as safe: %d, wrong: %d" % (total["confirmed"], total["wrong"]))
    for line in sorted(examples, key=lambda l: "wrongly" not in l)[:20]:
        print("example: " + line)
    return plant.verdict([
        ("98 % of the parameters that can be known among the proposals",
         total["known", "among"] >= 0.98 * total["known"] > 0),
        ("at most 1 % of the confirmed parameters wrong", total["wrong"] <= 0.01 * total["confirmed"])])


if __name__ == "__main__":
    sys.exit(main())
