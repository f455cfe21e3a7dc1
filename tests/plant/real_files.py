#!/usr/bin/env python3
# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports every file below a folder, each into an investigation of its own, and says in one line what came of it.

A file that no importer takes is imported with the profile that the program proposes for it, if there is one, and the
line says so. Exit status 1 if a file ends in a crash, in silence, or takes more than 300 seconds, if its rows do not
add up, if files that hold the same do not give the same, or if a count differs from real_counts.csv: what the
descriptions of the data state, or follows from them. There `rows_read` and `rows_duplicate` are those of the import,
other words a table of the summary, or a category of events.
"""

import collections
import concurrent.futures
import csv
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import plant

LIMIT_S = 300
# Forms of one log: equal content hash, with the zone that their times without offset are in.
EQUAL = [("ocel/ocel20_example.jsonocel", "ocel/ocel20_example.sqlite", "ocel/ocel20_example.xmlocel")]


def expected_counts():
    out = {}
    with open(Path(__file__).with_name("real_counts.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            out.setdefault(row["file"], []).append((row["what"], int(row["count"])))
    return out


def ask(words):
    """(JSON or None, what was said on stderr); raises TimeoutExpired, and Failed after a crash or silence."""
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, encoding="utf-8", timeout=LIMIT_S)
    said = done.stderr.strip()
    if done.returncode < 0 or done.returncode > 4:
        raise plant.Failed("crash, status %d: %s" % (done.returncode, said[-300:]))
    try:
        return json.loads(done.stdout), said
    except ValueError:
        if not said:
            raise plant.Failed("status %d without a word" % done.returncode)
        return None, said


class Outcome:
    def __init__(self, program, path, target, zone):
        self.path, self.sources, self.said, self.fault, self.summary = path, [], "", None, {}
        self.is_proposed = False
        try:
            self.load(program, target, zone)
        except subprocess.TimeoutExpired:
            self.fault = "no end within %d s" % LIMIT_S
        except plant.Failed as failed:
            self.fault = str(failed)

    def load(self, program, target, zone):
        words = [program.path, "--quiet", "--json", "import", target, self.path, "--time-zone", zone]
        program.investigation(target, zone)
        report, self.said = ask(words)
        self.sources = report["sources"] if report else []
        is_settled = any(s["rows_read"] or s["not_data"] for s in self.sources) or "Not data" in self.said
        if not is_settled and not any((s["error"] or "").startswith("Not data") for s in self.sources):
            profile = target.with_suffix(".profile")
            ask([program.path, "--json", "inspect", self.path, "--profile-out", profile, "--time-zone", zone])
            if profile.exists():
                report, said = ask(words + ["--profile", profile])
                if report and any(s["rows_stored"] for s in report["sources"]):
                    self.sources, self.said, self.is_proposed = report["sources"], said, True
                profile.unlink()
        if self.has_data():
            self.summary = program.json("summary", target)
            self.events = self.categories(program, target)

    @staticmethod
    def categories(program, target):
        path = target.with_suffix(".events.csv")
        program.run("--quiet", "events", target, "--csv", path)
        rows = plant.read_csv(path)
        path.unlink()
        return collections.Counter(r["category"] for r in rows if r["table"] == "events")

    def has_data(self):
        return any(s["rows_stored"] for s in self.sources)

    def line(self):
        """What came of it, in one line; sets the fault if there is no word about it."""
        if self.fault:
            return "FAULT: " + self.fault
        parts = ["profile proposed"] if self.is_proposed else []
        for s in self.sources:
            rows = [s["rows_" + k] for k in ("read", "stored", "rejected", "duplicate")]
            if s["error"]:
                parts.append("refused: " + s["error"])
                continue
            records = ", ".join("%s %d" % each for each in sorted(s["records"].items()))
            parts.append("%s: %d read, %d stored, %d rejected, %d duplicate; %s" % (s["importer"], *rows, records))
            if rows[0] != sum(rows[1:]):
                self.fault = "rows do not add up"
        if self.summary:
            stored = collections.Counter()
            for s in self.sources:
                stored.update(s["records"])
            parts += ["%s: %d of %d left after merging by id" % (t, self.summary["counts"].get(t, n), n)
                      for t, n in stored.items() if self.summary["counts"].get(t, n) != n]
        if not self.sources and self.said:
            parts.append("refused: " + self.said)
        if not parts:
            self.fault = "no source and no word"
        return "; ".join(parts) or "nothing"

    def count(self, what):
        if what.startswith("rows_"):
            return sum(s[what] for s in self.sources)
        counts = self.summary.get("counts", {})
        return counts[what] if what in counts else self.events[what] if self.summary else 0


def main():
    arguments = plant.parser(__doc__.split("\n")[0], plants=False)
    arguments.add_argument("folder", nargs="?", help="default: data below --shared")
    arguments.add_argument("--time-zone", default="Europe/Berlin", help="of times without offset (%(default)s)")
    options = plant.arguments(arguments)
    folder = Path(options.folder or os.path.join(options.shared or "", "data"))
    if not folder.is_dir():
        arguments.error("no folder " + str(folder))
    program = plant.Program(options.cli)
    expected = expected_counts()
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    faults, imported, refused, counts, hashes = [], 0, 0, [], {}
    with plant.Work(options.keep) as work:
        def one(numbered):
            number, path = numbered
            began = time.monotonic()
            outcome = Outcome(program, path, work.folder / ("real-%04d.ante" % number), options.time_zone)
            return outcome, time.monotonic() - began
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for outcome, seconds in pool.map(one, enumerate(files)):
                name = outcome.path.relative_to(folder).as_posix()
                print("%s: %s [%.1f s]" % (name, outcome.line(), seconds), flush=True)
                if outcome.fault:
                    faults.append("%s: %s" % (name, outcome.fault))
                imported, refused = imported + outcome.has_data(), refused + (not outcome.has_data())
                hashes[name] = outcome.summary.get("content_hash")
                counts += [(name, what, n, outcome.count(what)) for what, n in expected.pop(name, [])]
    print()
    plant.table(["file", "what", "stated", "imported", ""],
                [[*each, "" if each[2] == each[3] else "DIFFERS"] for each in counts])
    wrong = [each for each in counts if each[2] != each[3]]
    for name in expected:
        print("not there: " + name)
    for fault in faults:
        print("fault: " + fault)
    unequal = [names for names in EQUAL if all(n in hashes for n in names) and len({hashes[n] for n in names}) > 1]
    print("%d files: %d imported, %d refused or without data" % (len(files), imported, refused))
    return plant.verdict([("no crash, no silence, none over %d s" % LIMIT_S, not faults),
                          ("counts as stated: %d of %d" % (len(counts) - len(wrong), len(counts)), not wrong and not expected),
                          ("forms of one log that give unequal records: %d" % len(unequal), not unequal)])


if __name__ == "__main__":
    sys.exit(main())
