# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the acceptance scripts share: arguments, simulated plants, the program, its records as plain rows.

Times are integers, microseconds since 1970 UTC; an unknown value is the empty text, of a time None.
"""

import argparse
import concurrent.futures
import csv
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FAMILIES = ("single_failure", "wear_out", "calibration_drift", "maintenance_induced", "fouling_cip", "material_lot",
            "operator_error", "mixed")
TIMES = {"time", "start", "end", "reported", "started", "finished", "performed", "due", "occurred", "detected"}
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


# ---- arguments

def parser(text, plants=True):
    out = argparse.ArgumentParser(description=text)
    out.add_argument("--cli", default=os.environ.get("ANTECEDENT_CLI"), help="antecedent-cli; or ANTECEDENT_CLI")
    out.add_argument("--shared", default=os.environ.get("ANTECEDENT_SHARED"),
                     help="folder with plantsim/plantsim.py and data; or ANTECEDENT_SHARED")
    out.add_argument("--plantsim", help="plantsim.py, if it is elsewhere")
    out.add_argument("--jobs", type=int, default=1, help="plants at a time")
    out.add_argument("--keep", metavar="FOLDER", help="work in this folder and keep it; plants that are there are used")
    if plants:
        out.add_argument("--families", default="all", help="comma separated, or all")
        out.add_argument("--seeds", default="1-5", help="1-5, or 1,4,7")
    return out


def arguments(out):
    options = out.parse_args()
    if not options.cli:
        out.error("which antecedent-cli? Give --cli or ANTECEDENT_CLI")
    found = shutil.which(options.cli)
    if not found:
        out.error("no program at " + options.cli)
    options.cli = os.path.abspath(found)
    if not hasattr(options, "families"):
        return options
    if not options.plantsim and options.shared:
        options.plantsim = os.path.join(options.shared, "plantsim", "plantsim.py")
    if not options.plantsim or not os.path.isfile(options.plantsim):
        out.error("no plant simulator; give --plantsim, --shared or ANTECEDENT_SHARED")
    options.families = list(FAMILIES) if options.families == "all" else options.families.split(",")
    unknown = [f for f in options.families if f not in FAMILIES]
    if unknown:
        out.error("unknown family " + ", ".join(unknown))
    seeds = []
    for part in options.seeds.split(","):
        first, _, last = part.partition("-")
        seeds += range(int(first), int(last or first) + 1)
    options.seeds = seeds
    return options


class Work:
    """The folder of a run: kept, or gone at the end."""

    def __init__(self, keep):
        self.keep = keep

    def __enter__(self):
        if self.keep:
            os.makedirs(self.keep, exist_ok=True)
            self.folder = Path(self.keep).resolve()
        else:
            self.folder = Path(tempfile.mkdtemp(prefix="antecedent-plant-"))
        return self

    def __exit__(self, *_):
        if not self.keep:
            shutil.rmtree(self.folder, ignore_errors=True)


def over_plants(options, work, measure):
    """measure(family, seed, folder) for each plant, in order; the folder is emptied unless it is kept."""
    def one(plant):
        folder = work.folder / ("%s-%d" % plant)
        folder.mkdir(exist_ok=True)
        try:
            return measure(plant[0], plant[1], folder)
        finally:
            if not work.keep:
                shutil.rmtree(folder, ignore_errors=True)
    plants = [(f, s) for f in options.families for s in options.seeds]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        yield from zip(plants, pool.map(one, plants))


# ---- the plant

class Plant:
    def __init__(self, folder):
        self.folder = folder
        self.meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        self.zone = self.meta["iana_zone"]

    def truth(self):
        return json.loads((self.folder / "truth.json").read_text(encoding="utf-8"))

    def rows(self, table):
        with open(self.folder / "canonical" / (table + ".csv"), encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


def simulate(plantsim, family, seed, out, *options):
    if not (out / "truth.json").exists():
        run = subprocess.run([sys.executable, plantsim, family, "--seed", str(seed), "--out", str(out), *options],
                             capture_output=True, text=True)
        if run.returncode != 0:
            raise RuntimeError("plantsim: " + run.stderr.strip())
    return Plant(out)


# ---- the program

class Failed(Exception):
    pass


class Program:
    def __init__(self, path):
        self.path = path

    def run(self, *words, timeout=600):
        run = subprocess.run([self.path, *map(str, words)], capture_output=True, text=True, encoding="utf-8",
                             timeout=timeout)
        if run.returncode != 0:
            said = run.stderr.strip() or "status %d without a word" % run.returncode
            raise Failed("%s: %s" % (words[0], said))
        return run.stdout

    def json(self, *words):
        return json.loads(self.run("--quiet", "--json", *words))

    def investigation(self, path, zone):
        path.unlink(missing_ok=True)
        self.run("--quiet", "new", path, "--title", "plant", "--site-zone", zone)
        return path

    def load(self, path, zone, sources):
        """A new investigation with these sources; nothing is said but the zone. Returns what the import reports."""
        self.investigation(path, zone)
        return self.json("import", path, *sources, "--time-zone", zone)


def parse_time(text):
    """ISO 8601 with an offset; None if empty."""
    if not text:
        return None
    m = re.match(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?)?(Z|[+-]\d\d:\d\d)?$", text)
    if not m:
        raise ValueError("no time: " + text)
    y, mo, d, h, mi, s = (int(v or 0) for v in m.groups()[:6])
    at = datetime.datetime(y, mo, d, h, mi, s, tzinfo=datetime.timezone.utc)
    us = (at - EPOCH) // datetime.timedelta(microseconds=1) + int((m[7] or "0").ljust(6, "0")[:6])
    if m[8] and m[8] != "Z":
        sign = -1 if m[8][0] == "-" else 1
        us -= sign * (int(m[8][1:3]) * 60 + int(m[8][4:6])) * 60_000_000
    return us


def plain(row):
    out = {}
    for name, value in row.items():
        if name in TIMES:
            out[name] = parse_time(value) if isinstance(value, str) else value
        elif isinstance(value, str) and value[:1] == "'" and value[1:2] in ("=", "+", "-", "@"):
            out[name] = value[1:]  # the export's guard against formulas
        else:
            out[name] = "" if value is None else value
    return out


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [plain(row) for row in csv.DictReader(file)]


class Records:
    """The records of an investigation by table, as `export --format canonical` writes them."""

    def __init__(self, program, investigation):
        folder = investigation.with_suffix(".tables")
        shutil.rmtree(folder, ignore_errors=True)
        program.run("--quiet", "export", investigation, "--format", "canonical", "-o", folder)
        self.tables = {path.stem: read_csv(path) for path in sorted(folder.glob("*.csv"))}
        self.samples = self.tables.pop("samples", [])
        shutil.rmtree(folder)

    def __getitem__(self, table):
        return self.tables.get(table, [])


# ---- output

def table(head, rows):
    cells = [list(map(str, head))] + [list(map(str, row)) for row in rows]
    width = [max(len(row[k]) for row in cells) for k in range(len(head))]
    for row in cells:
        print("  ".join(c.ljust(w) if k == 0 else c.rjust(w) for k, (c, w) in enumerate(zip(row, width))).rstrip())


def share(part, whole):
    return "%.1f %%" % (100.0 * part / whole) if whole else "-"


def verdict(bars):
    """Prints the bars, each (words, is met); the exit status."""
    for words, is_met in bars:
        print("%s: %s" % ("met" if is_met else "MISSED", words))
    return 0 if all(is_met for _, is_met in bars) else 1
