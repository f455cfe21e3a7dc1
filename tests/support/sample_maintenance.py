# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Maintenance, calibration and changes of the sample plant."""

from sample_plant import at, utc

ROUTINE_REPAIRS = [  # day, hour, asset, failure mode, cause, text, activity, hours
    (9, 10, "COA-510-SPR", "plugged", "contamination", "Spray gun 3 blocked, cleaned and refitted", "repair", 2),
    (17, 8, "DEX-920", "low output", "wear", "Fan belt slack, tensioned", "adjust", 1),
    (30, 13, "GRA-310-SPR", "low output", "wear", "Pump tube flattened, replaced", "replace", 1),
    (44, 9, "TAB-410", "noise", "lubrication", "Lower cam track noisy, greased", "service", 2),
    (58, 14, "DRY-320-FLT", "plugged", "contamination", "Filter bags washed", "service", 3),
    (73, 9, "HVA-930", "parameter deviation", "setting", "Humidity loop retuned", "adjust", 2),
    (80, 11, "WSH-700", "parameter deviation", "contamination", "Conductivity cell cleaned", "service", 1),
]

CALIBRATIONS = [  # day, asset, as found, as left, tolerance, unit, days until the next
    (4, "IPC-600", 0.2, 0.1, 1.0, "mg", 30), (32, "IPC-600", 0.3, 0.1, 1.0, "mg", 30),
    (60, "IPC-600", -0.2, -0.1, 1.0, "mg", 30), (88, "IPC-600", 0.3, 0.1, 1.0, "mg", 30),
    (10, "DRY-320-TT", 0.2, 0.2, 1.0, "K", 180), (11, "COA-510-TT", -0.4, 0.1, 1.0, "K", 180),
    (24, "TAB-410-LC", 0.3, 0.3, 1.0, "%", 180), (25, "TAB-420-LC", 0.9, 0.2, 1.0, "%", 180),
]


class Maintenance:
    def __init__(self, production):
        self.p = production
        self.seals = 0
        self.seal_since = 0
        self.number = 4100100

    def order(self, **values):
        self.number += 1
        self.p.add("cmms/work_orders.csv", work_order_id=str(self.number), status="CLOSED", **values)
        return str(self.number)

    def replace_seal(self, batch):
        """The corrective order that answers a failure. Returns when the press runs again, in minutes."""
        t0 = batch.failed_at
        self.seals += 1
        is_last = self.seals == 6
        begin = t0 + self.p.between(40, 80)
        end = begin + (self.p.between(240, 300) if is_last else self.p.between(120, 180))
        batch.repaired = end
        text = "Feeder slips under load. Paddle seal worn through, seal kit replaced, test run good"
        if is_last:
            text = ("Feeder slips under load again. Feeder opened: paddle shaft scored over 40 mm, seal cut by it. "
                    "Complete feeder replaced, old one kept for inspection")
        order = self.order(asset_id="TAB-420-FDR", type="CM", priority="1", failure_mode="erratic output",
                           failure_cause="wear", reported=utc(t0 + self.p.between(15, 30)), started=utc(begin),
                           finished=utc(end), text=text, activity="replace",
                           maintainable_item="force feeder" if is_last else "paddle seal", failure_mechanism="wear",
                           detection_method="production interference", performed_by="ME-04", recorded=utc(end + 45))
        item = "feeder FF-0088" if is_last else f"seal kit SK-{1180 + 7 * self.seals}"
        self.install(item, begin, order)
        return end

    def install(self, item, minutes, order):
        table = self.p.files["cmms/installations.csv"]
        if table.rows:
            table.rows[-1]["to"] = utc(minutes)
        else:
            table.add(position="TAB-420-FDR", item="seal kit SK-1180", part_no="31-7702", **{"from": utc(-20 * 1440)},
                      to=utc(minutes))
        table.add(position="TAB-420-FDR", item=item, part_no="31-7700" if "feeder" in item else "31-7702",
                  **{"from": utc(minutes)}, work_order_id=order)

    def calendar(self):
        for day in range(1, 96, 14):  # every second Tuesday, before the shift
            self.planned("TAB-420", "PM-TAB-14D", "lubricate", "Fortnightly lubrication of press 2", at(day, 5), 40,
                         at(day, 12))
        for day in range(8, 96, 14):
            self.planned("TAB-410", "PM-TAB-14D", "lubricate", "Fortnightly lubrication of press 1", at(day, 5), 40,
                         at(day, 12))
        self.planned("TAB-410-FDR", "PM-FDR-90D", "service", "Quarterly service of feeder 1, seal as new", at(46, 15),
                     150, at(50, 12))
        self.planned("TAB-420-FDR", "PM-FDR-90D", "service", "Quarterly service of feeder 2, gearbox oil changed",
                     at(79, 15), 150, at(60, 12))
        self.planned("GRA-310", "PM-GRA-60D", "inspect", "Inspection of impeller seal", at(40, 15), 90, at(41, 12))
        for day, hour, asset, mode, cause, text, activity, hours in ROUTINE_REPAIRS:
            begin = at(day, hour)
            self.order(asset_id=asset, type="CM", priority="3", failure_mode=mode, failure_cause=cause,
                       reported=utc(begin - 50), started=utc(begin), finished=utc(begin + 60 * hours), text=text,
                       activity=activity, performed_by="ME-02", recorded=utc(begin + 60 * hours + 30))
        self.calibrate()
        self.p.add("qms/changes.csv", change_id="CC-26-014", kind="setpoint", asset_id="COA-510",
                   effective=utc(at(45, 6)), text="Exhaust air setpoint raised by 1 K")
        self.p.add("qms/changes.csv", change_id="CC-26-019", kind="like_for_like", asset_id="DEX-920",
                   effective=utc(at(52, 6)), text="Filter cartridges of another supplier, same class")

    def planned(self, asset, plan, activity, text, begin, lasts, due):
        self.order(asset_id=asset, type="PM", priority="4", reported=utc(begin - 60), started=utc(begin),
                   finished=utc(begin + lasts), text=text, plan_id=plan, due=utc(due), activity=activity,
                   performed_by="ME-02", recorded=utc(begin + lasts + 20))

    def calibrate(self):
        for k, (day, asset, found, left, tolerance, unit, days) in enumerate(CALIBRATIONS, 1):
            begin = at(day, 15)
            self.p.add("cmms/calibrations.csv", calibration_id=f"CAL-26-{k:03d}", asset_id=asset, performed=utc(begin),
                       due=utc(at(day + days, 22)), as_found_error=found, as_left_error=left, tolerance=tolerance,
                       unit=unit, result="pass", as_found_result="pass", as_left_result="pass",
                       adjusted="yes" if found != left else "no", performed_by="ME-06",
                       recorded=utc(begin + 90))
