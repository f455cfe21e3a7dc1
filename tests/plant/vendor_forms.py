#!/usr/bin/env python3
# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the records made of the vendor files of a simulated plant with those of its canonical files.

Each group of files goes alone into an investigation of its own, with nothing said but the time zone. A record is equal
if it has its counterpart with all fields that the format carries; different, missing and extra ones must be none.
"""

import collections
import re
import sys
import traceback

import plant
from plant import Records

SECOND = 1_000_000

# What a format can't carry, and why. "all": no vendor file has it.
NOT_CARRIED = {
    "all": [
        ("failures, states, quality and utility events", "no vendor file is of the quality system, of states, or of "
                                                         "building control"),
        ("cleanings, assets, tags", "no vendor file lists them"),
        ("severity 0 of events that are not alarms", "formats have no priority for them; it is unknown, not 0"),
    ],
    "b2mml": [
        ("operator events and alarms without batch", "a batch production record holds those of its batch"),
        ("alarms of priority 3 and 4", "the message has priority 1 and 2 only"),
    ],
    "journal": [
        ("names of assets, recipes, unit procedures, operations", "a batch server has capitals and underscores: R_101"),
        ("operator events without batch, alarms", "a batch journal holds what its batches did"),
        ("genealogy of products, source batch", "material tracking states what was consumed"),
        ("the operator in the text", "stands in UserID, and so in the actor of the event"),
    ],
    "journals": [
        ("as journal; genealogy of the file of 14 columns", "that set has no columns of materials and lots"),
        ("end, status and later steps of the batch that runs", "its file ends in the middle"),
    ],
    "sap": [
        ("text", "the short text has 40 characters, in the language of the list"),
        ("finished of a notification alone", "a list of notifications has dates without time; the order has the time"),
        ("calibrations", "the order list has none"),
    ],
    "maximo": [
        ("calibration_id", "is the number of the order; the certificate is kept beside it as CERTIFICATENUM"),
    ],
    "aveva alarms": [
        ("asset_id", "a process variable: M201.JKT for M-201-JKT, M201.UNIT for M-201"),
        ("batch_id", "the columns have no batch"),
        ("an unknown end", "every alarm of the journal returns"),
    ],
    "factorytalk alarms": [
        ("asset_id, code", "the name of an alarm is asset and code in one, L_210_CND_CND_T_HI; the source is the unit"),
        ("batch_id", "stands in Tag1, which a site fills as it likes; kept beside the record"),
        ("alarms of other units", "the file is of the lyophilisers"),
        ("an unknown end", "every alarm of the journal returns"),
    ],
    "historian wide": [
        ("values of bad quality", "a word stands in their place; kept as a gap"),
        ("tags of utilities", "in no file"),
    ],
    "aveva history": [("values of bad quality", "empty in the file; a gap"), ("other units", "one unit only")],
    "pi datalink": [
        ("values within the compression deviation", "the archive drops them"),
        ("values of bad quality", "a digital state stands in their place; kept as a gap"),
        ("which of two equal local times in autumn", "no offset; the first is taken, with a warning"),
        ("other units", "one unit only"),
    ],
}


# ---- records as (key, fields); names in the form that the format gives them

def token(text):
    return re.sub(r"[^A-Z0-9]+", "_", text.upper())


def number(text):
    return float(text) if text not in (None, "") else None


def second(time):
    return None if time is None else time // SECOND


class Site:
    """Units of assets and their prefix, from the canonical list."""

    def __init__(self, records):
        self.assets = {a["asset_id"]: a for a in records["assets"]}

    def unit(self, asset):
        row = self.assets[asset]
        return asset if row["historian_prefix"] else row["parent_id"]

    def variable(self, asset):
        unit = self.unit(asset)
        return "%s.%s" % (self.assets[unit]["historian_prefix"], asset[len(unit) + 1:] or "UNIT")

    def is_lyophiliser(self, asset):
        return bool(asset) and self.assets[self.unit(asset)]["asset_class"] == "lyophiliser"


def same(name):
    return name


def batches(rows, recipe=same):
    return [((r["batch_id"],), {"product": r["product"], "recipe": recipe(r["recipe"]), "start": r["start"],
                                "end": r["end"], "status": r["status"]}) for r in rows["batches"]]


def steps(rows, name=same):
    def named(r):
        return r["name"] if r["level"] == "phase" else name(r["name"])
    return [((r["batch_id"], r["level"], named(r), name(r["asset_id"])), {"start": r["start"], "end": r["end"]})
            for r in rows["batch_steps"]]


def genealogy(rows, is_full=True):
    out = []
    for r in rows["genealogy"]:
        if is_full or r["direction"] == "consumed":
            fields = {"quantity": number(r["quantity"]), "unit": r["unit"]}
            if is_full:
                fields["source_batch_id"] = r["source_batch_id"]
            out.append(((r["batch_id"], r["material_lot"], r["material"], r["direction"], r["time"]), fields))
    return out


def operators(rows, name=same, text=same):
    return [((r["batch_id"], name(r["asset_id"]), r["code"], r["time"]), {"text": text(r["text"])})
            for r in rows["events"] if r["category"] == "operator" and r["batch_id"]]


def without_operator(text):
    return re.sub(r"\s*\(OP-\d+\)", "", text)


def alarms(rows, wanted, asset=same, code=None, fields=("end", "severity", "text")):
    """`wanted` says which; the time is compared to the second, which is what the canonical file has."""
    out = []
    for r in rows["events"]:
        if r["category"] == "alarm" and wanted(r):
            key = (asset(r["asset_id"]), code(r) if code else r["code"], second(r["time"]))
            values = dict(r, end=second(r["end"]))
            out.append((key, {f: values[f] for f in fields}))
    return out


def work_orders(rows, fields):
    return [((r["work_order_id"],), {f: r[f] for f in fields}) for r in rows["work_orders"]]


def calibrations(rows, is_canonical):
    out = []
    for r in rows["calibrations"]:
        fields = {f: r[f] for f in ("asset_id", "performed", "due", "unit", "result")}
        fields.update((f, number(r[f])) for f in ("as_found_error", "as_left_error", "tolerance"))
        out.append(((r["calibration_id"] if is_canonical else r.get("CERTIFICATENUM", ""),), fields))
    return out


# ---- the groups: name, files, and a function (canonical, vendor, site) -> [(table, expected, found)]

def everything(_):
    return True


def b2mml(ours, theirs, _):
    def wanted(r):
        return r["batch_id"] and r["severity"] in ("1", "2")
    fields = ("end", "severity", "text", "batch_id")
    return [("batches", batches(ours), batches(theirs)), ("steps", steps(ours), steps(theirs)),
            ("genealogy", genealogy(ours), genealogy(theirs)), ("operators", operators(ours), operators(theirs)),
            ("alarms", alarms(ours, wanted, fields=fields), alarms(theirs, everything, fields=fields))]


def of_batches(checks, ids, position=0):
    """Only the expectations about these batches."""
    return [(name, [e for e in expected if e[0][position] in ids], found) for name, expected, found in checks]


def b2mml_single(ours, theirs, site):
    ids = {r["batch_id"] for r in theirs["batches"]}
    checks = b2mml(ours, theirs, site)
    alarm = [(key, fields) for key, fields in checks[4][1] if fields["batch_id"] in ids]
    return of_batches(checks[:4], ids) + [("alarms", alarm, checks[4][2])] + samples(ours, theirs, True)


def journal(ours, theirs, _):
    return [("batches", batches(ours, token), batches(theirs)), ("steps", steps(ours, token), steps(theirs)),
            ("genealogy", genealogy(ours, False), genealogy(theirs, False)),
            ("operators", operators(ours, token, without_operator), operators(theirs))]


def journals(ours, theirs, site):
    """Of the batch that still runs, what has ended must be there, and nothing else; no lots in the second file."""
    running = {r["batch_id"] for r in theirs["batches"] if r["end"] is None}
    done = {r["batch_id"] for r in theirs["batches"]} - running
    lots = {r["batch_id"] for r in theirs["genealogy"]}
    short = done - lots
    checks = []
    for name, expected, found in journal(ours, theirs, site):
        ids = done - short if name == "genealogy" else done
        checks.append((name, [e for e in expected if e[0][0] in ids], [f for f in found if f[0][0] not in running]))
    begun = [(key, {"start": f["start"]}) for key, f in steps(ours, token) if key[0] in running]
    seen = [(key, {"start": f["start"]}) for key, f in steps(theirs) if key[0] in running]
    last = max((f["start"] for _, f in seen), default=0)
    return checks + [("running", [e for e in begun if e[1]["start"] <= last], seen)]


def sap(ours, theirs, _):
    fields = ("asset_id", "type", "priority", "failure_mode", "failure_cause", "reported", "started", "finished",
              "status")
    return [("work orders", work_orders(ours, fields), work_orders(theirs, fields))]


def maximo(ours, theirs, _):
    fields = ("asset_id", "type", "priority", "failure_mode", "failure_cause", "reported", "started", "finished",
              "status", "text")
    return [("work orders", work_orders(ours, fields), work_orders(theirs, fields)),
            ("calibrations", calibrations(ours, True), calibrations(theirs, False))]


def aveva_alarms(ours, theirs, site):
    return [("alarms", alarms(ours, everything, site.variable), alarms(theirs, everything))]


def factorytalk_alarms(ours, theirs, site):
    def wanted(r):
        return site.is_lyophiliser(r["asset_id"])

    def code(r):
        return "%s_%s" % (token(r["asset_id"]), r["code"])
    return [("alarms", alarms(ours, wanted, lambda a: token(site.unit(a)), code), alarms(theirs, everything))]


def samples(ours, theirs, is_compressed=False):
    def value(r):
        is_good = r["value"] not in ("", "NaN") and r["quality"].lower() in ("", "good")
        return number(r["value"]) if is_good else None
    tags = {r["tag"] for r in theirs.samples}
    found = [((r["tag"], r["time"]), {"value": value(r)}) for r in theirs.samples]
    expected = [((r["tag"], r["time"]), {"value": value(r)}) for r in ours.samples if r["tag"] in tags]
    if is_compressed:  # only values are compared: the archive drops some, and has states where a gap begins
        known = {key for key, _ in expected}
        found = [(key if key in known else (key[0], key[1] + 3600 * SECOND), fields) for key, fields in found
                 if fields["value"] is not None]
        kept = {key for key, _ in found}
        expected = [e for e in expected if e[0] in kept]
    return [("samples", expected, found)]


def historian(ours, theirs, _):
    return samples(ours, theirs)


def pi_datalink(ours, theirs, _):
    return samples(ours, theirs, True)


GROUPS = [
    ("b2mml", ("mes_b2mml.xml",), b2mml),
    ("b2mml, one record", ("mes_b2mml_single.xml",), b2mml_single),
    ("journal", ("mes_journal.evt",), journal),
    ("journals", ("journals/*.evt",), journals),
    ("sap", ("cmms_sap_pm.csv", "cmms_sap_iw69_en.txt"), sap),
    ("maximo", ("cmms_maximo.csv", "cmms_maximo_failurereport.csv", "cmms_maximo_pluscwods.csv",
                "cmms_maximo_pluscwodspoint.csv"), maximo),
    ("aveva alarms", ("alarm_journal.csv",), aveva_alarms),
    ("factorytalk alarms", ("alarm_ftae.csv",), factorytalk_alarms),
    ("historian wide", ("historian_*.csv",), historian),
    ("aveva history", ("aveva_history_*.csv",), historian),
    ("pi datalink", ("pi_datalink_*.csv",), pi_datalink),
]


# ---- counting

class Counts:
    def __init__(self):
        self.equal = self.different = self.missing = self.extra = 0
        self.fields = collections.Counter()
        self.examples = []

    def add(self, other):
        for name in ("equal", "different", "missing", "extra"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.fields += other.fields
        self.examples = (self.examples + other.examples)[:6]

    def wrong(self):
        return self.different + self.missing + self.extra


def compare(expected, found, where):
    """Multisets: several records may have one key; equal ones are paired first."""
    out = Counts()
    left = collections.defaultdict(list)
    for key, fields in found:
        left[key].append(fields)
    rest = []
    for key, fields in expected:
        if fields in left[key]:
            left[key].remove(fields)
            out.equal += 1
        else:
            rest.append((key, fields))
    for key, fields in rest:
        if not left[key]:
            out.missing += 1
            out.examples.append("%s missing %s %s" % (where, key, fields))
            continue
        came = left[key].pop(0)
        out.different += 1
        names = [n for n in fields if fields[n] != came[n]]
        out.fields.update(names)
        out.examples.append("%s %s %s" % (where, key, ", ".join(
            "%s %r, came %r" % (n, fields[n], came[n]) for n in names)))
    for key, several in left.items():
        out.extra += len(several)
        out.examples += ["%s extra %s %s" % (where, key, fields) for fields in several]
    return out


def questions(report):
    """What the import could not settle by itself."""
    out = []
    for source in report["sources"]:
        name = source["path"].replace("\\", "/").rsplit("/", 1)[-1]
        if source["error"]:
            out.append("%s: %s" % (name, source["error"]))
        elif not source["rows_stored"]:
            out.append(name + ": nothing stored")
        elif source["rows_rejected"]:
            out.append("%s: %d rows rejected" % (name, source["rows_rejected"]))
    return out


def measure(program, plantsim, family, seed, folder):
    site_folder = folder / "vendor60"
    site = plant.simulate(plantsim, family, seed, site_folder, "--batches", "60")
    ours_file = folder / "canonical.ante"
    asked = questions(program.load(ours_file, site.zone, [site_folder / "canonical"]))
    ours = Records(program, ours_file)
    known = Site(ours)
    counts = {}
    for name, patterns, checks in GROUPS:
        files = [path for pattern in patterns for path in sorted((site_folder / "vendor").glob(pattern))]
        where = "%s-%d %s" % (family, seed, name)
        if not files:
            asked.append(where + ": no such files")
            continue
        target = folder / "vendor.ante"
        try:
            asked += ["%s-%d %s" % (family, seed, q) for q in questions(program.load(target, site.zone, files))]
            for table, expected, found in checks(ours, Records(program, target), known):
                counts[name, table] = compare(expected, found, where)
        except (plant.Failed, KeyError, ValueError):
            asked.append("%s: %s" % (where, traceback.format_exc(limit=2).strip().replace("\n", " | ")))
    return counts, asked


def main():
    options = plant.arguments(plant.parser(__doc__.split("\n")[0]))
    program = plant.Program(options.cli)
    total, asked = collections.defaultdict(Counts), []
    with plant.Work(options.keep) as work:
        def one(family, seed, folder):
            return measure(program, options.plantsim, family, seed, folder)
        for (family, seed), (counts, questions_here) in plant.over_plants(options, work, one):
            wrong = sum(c.wrong() for c in counts.values())
            print("%s seed %d: %d records equal, %d not" % (family, seed, sum(c.equal for c in counts.values()), wrong),
                  file=sys.stderr, flush=True)
            asked += questions_here
            for key, each in counts.items():
                total[key].add(each)
    plant.table(["files", "table", "equal", "different", "missing", "extra", "fields that differ"],
                [[group, name, c.equal, c.different, c.missing, c.extra,
                  ", ".join("%s %d" % f for f in c.fields.most_common())] for (group, name), c in total.items()])
    print("\nWhat the formats can't carry:")
    for group, lines in NOT_CARRIED.items():
        for what, why in lines:
            print("  %s: %s: %s" % (group, what, why))
    for line in asked:
        print("question: " + line)
    for c in total.values():
        for line in c.examples:
            print("example: " + line)
    wrong = sum(c.wrong() for c in total.values())
    plants = len(options.families) * len(options.seeds)
    return plant.verdict([("%d plants, %d records differ, are missing or too many" % (plants, wrong), wrong == 0),
                          ("imports that need more than the time zone: %d" % len(asked), not asked)])


if __name__ == "__main__":
    sys.exit(main())
