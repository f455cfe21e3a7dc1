#!/usr/bin/env python3
# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the sample plant of resources/sample: canonical tables as five systems of a tablet plant would export them.

    make_sample.py FOLDER           writes the files
    make_sample.py --check FOLDER   writes nothing; exit status 1 if FOLDER holds other bytes than would be written

Standard library only. Equal bytes on every machine: one seeded generator, of which only random() is used, no clock, no
zone of the machine. Times are minutes since the first midnight, plant local; they are written as UTC except by the
maintenance system, which exports local time without offset, as such systems do. sample_plant.py holds the master data.
"""

import sys
from pathlib import Path

from sample_plant import Table, master_data, utc
from sample_production import Production


def tables():
    """All files as {relative path: Table}, master data first, then what happened."""
    files = master_data()
    Production(files).run()
    return files


def spoil(files):
    """The blemishes that real exports have: a repeated row, another spelling, a row without its required value."""
    events = files["dcs/events.csv"]
    events.rows.append(events.rows[len(events.rows) // 3])
    orders = files["cmms/work_orders.csv"]
    next(row for row in orders.rows if row["asset_id"] == "TAB-420")["asset_id"] = "Tab 420"
    orders.rows.append({"work_order_id": "4100999", "type": "CM", "reported": utc(0), "status": "CLOSED",
                        "text": "Entered without equipment, see paper log"})


def main(arguments):
    check = "--check" in arguments
    folder = Path(arguments[-1])
    files = tables()
    spoil(files)
    differing = []
    for name, table in sorted(files.items()):
        data = table.to_csv(local=name.startswith("cmms/")).encode()
        path = folder / name
        if check:
            if not path.is_file() or path.read_bytes() != data:
                differing.append(name)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    if differing:
        print("differs from what make_sample.py writes: " + ", ".join(differing))
        return 1
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__)
        sys.exit(2)
    sys.exit(main(sys.argv[1:]))
