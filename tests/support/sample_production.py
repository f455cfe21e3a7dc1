# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fourteen weeks of production of the sample plant. What happens, and why, stands in run() and its constants."""

from dataclasses import dataclass
from random import Random

from sample_maintenance import Maintenance
from sample_plant import BACKGROUND_ALARMS, at, utc

HOLIDAYS = {63, 88}  # Easter Monday, 1 May
WORKING_DAYS = [day for day in range(96) if day % 7 < 5 and day not in HOLIDAYS]
SECOND_BATCH_EVERY = 5  # on such a working day the line makes two batches, one per press

# The seal of the force feeder of press 2 lasts that many batches; then the feeder slips and the weight varies. The last
# repair finds the scored shaft that wears the seals and replaces the feeder, which ends it.
SEAL_LIVES = [8, 6, 7, 6, 8, 6]
PRODUCT_OF = {"TAB-410": "LANOPRID-40", "TAB-420": "LANOPRID-20"}  # tooling stays on its press
BAD_LOT_BATCHES = (40, 41)  # the only two with the disintegrant lot that swells badly; the first is out of limit
NEW_OPERATOR = "OP-23"  # there at four of the six failures, and at many good batches
OPERATORS = ["OP-07", "OP-11", "OP-19", NEW_OPERATOR]
LOT_CADENCE = [("API", "Active substance", 7), ("LAC", "Lactose", 5), ("PVP", "Binder", 12), ("CCS", "Disintegrant", 9),
               ("MGS", "Lubricant", 20)]


@dataclass
class Batch:
    number: int
    days: tuple  # of granulation, compression, coating
    press: str
    is_second: bool
    identity: str = ""
    product: str = ""
    operator: str = ""
    life: int = 0  # batches that the seal will last
    use: int = 0  # batches on this seal, this one included
    failed_at: float = 0  # minutes, 0: good


class Production:
    def __init__(self, files):
        self.files = files
        self.random = Random(20260202)
        self.maintenance = Maintenance(self)
        self.samples = 0

    # --- dice: only random() is drawn, so that the sequence is the same in every version of Python
    def between(self, low, high):
        return low + (high - low) * self.random.random()

    def chance(self, p):
        return self.random.random() < p

    def near(self, centre, spread):
        return centre + spread * (self.random.random() + self.random.random() + self.random.random() - 1.5)

    def add(self, table, **values):
        self.files[table].add(**values)

    def alarm(self, minutes, asset, code, text, priority, batch=None, lasts=2.0):
        self.add("dcs/events.csv", time=utc(minutes), asset_id=asset, batch_id=batch, category="alarm", code=code,
                 severity=priority, text=text, end=utc(minutes + lasts))

    def state(self, begin, end, asset, code, batch=None):
        self.add("dcs/events.csv", time=utc(begin), asset_id=asset, batch_id=batch, category="state", code=code,
                 severity=0, end=utc(end))

    # --- the story
    def run(self):
        for batch in self.plan():
            self.granulate(batch)
            self.dry(batch)
            self.blend(batch)
            begin, end = self.compress(batch)
            self.coat(batch)
            self.check_quality(batch, begin, end)
            self.consume_lots(batch)
        self.background()
        self.maintenance.calendar()

    def plan(self):
        batches, use, life = [], 0, 0
        for i, day in enumerate(WORKING_DAYS[:-2]):
            days = (day, WORKING_DAYS[i + 1], WORKING_DAYS[i + 2])
            has_second = i % SECOND_BATCH_EVERY == 2
            press = "TAB-410" if not has_second and self.chance(0.2) else "TAB-420"
            for is_second in ([False, True] if has_second else [False]):
                batch = Batch(len(batches) + 1, days, "TAB-410" if is_second else press, is_second)
                batch.identity = f"K26{batch.number:03d}"
                batch.product = PRODUCT_OF[batch.press]
                if batch.press == "TAB-420":
                    use += 1
                    batch.use, batch.life = use, SEAL_LIVES[life] if life < len(SEAL_LIVES) else 0
                    if use == batch.life:
                        use, life = 0, life + 1
                batch.operator = self.press_operator(batch, life)
                batches.append(batch)
        return batches

    def press_operator(self, batch, life):
        fails = batch.life and batch.use == batch.life
        if fails:
            return NEW_OPERATOR if life % 3 else OPERATORS[life % 2]
        return NEW_OPERATOR if self.chance(0.4) else OPERATORS[int(self.between(0, 3))]

    def step(self, batch, name, asset, begin, end, operator):
        self.add("mes/batch_steps.csv", batch_id=batch.identity, level="unit_procedure", name=name, asset_id=asset,
                 start=utc(begin), end=utc(end), performed_by=operator)
        if asset and not asset.startswith("TAB"):
            self.state(begin, end, asset, "RUNNING", batch.identity)

    def parameter(self, batch, step, name, target, low, high, actual, unit, minutes):
        self.add("mes/parameters.csv", batch_id=batch.identity, step=step, parameter=name, target=target, low=low,
                 high=high, actual=f"{actual:.2f}", unit=unit, time=utc(minutes))

    def sample(self, minutes, tag, value, digits=2):
        self.add("historian/samples.csv", time=utc(minutes), tag=tag, value=f"{value:.{digits}f}")

    def clean(self, asset, kind, begin, lasts, reason, batch, skid=None):
        number = len(self.files["mes/cleanings.csv"].rows) + 1
        self.add("mes/cleanings.csv", cleaning_id=f"CL-{number:04d}", asset_id=asset, type=kind, start=utc(begin),
                 end=utc(begin + lasts), result="passed", reason=reason, skid_id=skid, previous_batch=batch.identity,
                 expires=utc(begin + lasts + 120 * 60), recorded=utc(begin + lasts + 10))

    def operator(self, minutes, asset, batch, code, text, actor):
        self.add("mes/operator_events.csv", time=utc(minutes), asset_id=asset, batch_id=batch.identity,
                 category="operator", code=code, text=text, actor=actor)

    def granulate(self, batch):
        begin = at(batch.days[0], 11 if batch.is_second else 5, 40) + self.between(0, 20)
        end = begin + self.between(80, 100)
        batch.granulated, batch.granulated_by = end, OPERATORS[int(self.between(0, 3))]
        self.step(batch, "Dispensing", None, begin - 90, begin - 20, "OP-31")
        self.step(batch, "Granulation", "GRA-310", begin, end, batch.granulated_by)
        self.parameter(batch, "Granulation", "impeller power at end", 11, 9, 13, self.near(11, 0.7), "kW", end)
        self.clean("GRA-310", "CIP", end + 15, 50, "between_batches", batch, "WSH-700")

    def dry(self, batch):
        begin = batch.granulated + self.between(5, 12)
        end = begin + self.between(120, 150)
        batch.dried = end
        self.step(batch, "Drying", "DRY-320", begin, end, batch.granulated_by)
        for k in range(int((end - begin) / 10)):
            self.sample(begin + 10 * k, "TI320", self.near(62, 1.2), 1)
        self.parameter(batch, "Drying", "loss on drying", 1.8, 1.0, 2.5, self.near(1.8, 0.2), "%", end)

    def blend(self, batch):
        begin = batch.dried + self.between(20, 40)
        self.step(batch, "Blending", "BLE-330", begin, begin + 40, batch.granulated_by)

    def compress(self, batch):
        press, identity = batch.press, batch.identity
        begin = at(batch.days[1], 6, 10) + self.between(0, 25)
        run = self.between(380, 440)
        end = begin + run
        wear = (batch.use / batch.life) if batch.life else 0.2
        self.operator(begin - 30, press, batch, "LINE_CLEARANCE", "Line clearance done", batch.operator)
        if batch.life and batch.use == batch.life:
            batch.failed_at = begin + run * self.between(0.55, 0.8)
            repaired = self.fail(batch)
            end = repaired + run - (batch.failed_at - begin)
            self.state(begin, batch.failed_at + 6, press, "RUNNING", identity)
            self.state(batch.failed_at + 6, repaired, press, "DOWN", identity)
            self.state(repaired, end, press, "RUNNING", identity)
        else:
            self.state(begin, end, press, "RUNNING", identity)
        self.step(batch, "Compression", press, begin, end, batch.operator)
        self.press_signals(batch, begin, end, wear)
        for _ in range(1 + int(self.between(0, 4))):
            self.alarm(self.between(begin, begin + run * 0.5), press, "HOPPER_LEVEL_LOW", "Granule level below sensor",
                       4, identity)
        if batch.life and batch.use == batch.life - 1 and self.chance(0.7):
            self.feeder_alarm(end - self.between(30, 90), press, identity)
        if self.chance(0.3):
            self.operator(self.between(begin, begin + run), press, batch, "FEEDER_SPEED_CHANGE",
                          "Feeder speed adjusted within range", batch.operator)
        self.parameter(batch, "Compression", "turret speed", 45, 40, 50, self.near(45, 0.8), "rpm", end)
        self.parameter(batch, "Compression", "main compression force", 12, 9, 15, self.near(12, 0.6), "kN", end)
        self.clean(press, "manual", end + 20, 60, "between_batches", batch)
        self.clean(press + "-FDR", "CIP", end + 60, 35, "between_batches", batch, "WSH-700")
        return begin, end

    def feeder_alarm(self, minutes, press, batch):
        self.alarm(minutes, press + "-FDR", "FEEDER_TORQUE_HIGH", "Feeder torque above warning limit", 2, batch, 4)

    def fail(self, batch):
        """The seal is through: torque alarms in the hours before, then the weight varies. Returns the end of repair."""
        for hours in (self.between(3.0, 3.5), self.between(1.6, 2.2), self.between(0.5, 1.0)):
            self.feeder_alarm(batch.failed_at - hours * 60, batch.press, batch.identity)
        number = len(self.files["qms/deviations.csv"].rows) + 1
        t0 = batch.failed_at
        self.add("qms/deviations.csv", deviation_id=f"DEV-26-{number:03d}", occurred=utc(t0), detected=utc(t0 + 9),
                 batch_id=batch.identity, asset_id=batch.press, classification="Tablet weight variation",
                 severity="major", text="In-process check of tablet weight outside 2.0 % relative standard deviation, "
                 "compression stopped", recorded=utc(t0 + 150))
        return self.maintenance.replace_seal(batch)

    def press_signals(self, batch, begin, end, wear):
        number = batch.press[-3:]
        for k in range(int((end - begin) / 5)):
            minutes = begin + 5 * k
            worn = max(0.0, wear - 0.5) / 0.5 if batch.life else 0.0
            if batch.failed_at and minutes > batch.failed_at + 6:
                if minutes < batch.repaired:
                    continue
                worn = 0.0
            self.sample(minutes, "TQ" + number, self.near(3.1 + 1.1 * worn**1.5, 0.12))
            self.sample(minutes, "FC" + number, self.near(12, 0.25))

    def coat(self, batch):
        begin = at(batch.days[2], 13 if batch.is_second else 7, 15) + self.between(0, 30)
        end = begin + self.between(190, 230)
        self.step(batch, "Coating", "COA-510", begin, end, OPERATORS[int(self.between(0, 3))])
        for k in range(int((end - begin) / 10)):
            self.sample(begin + 10 * k, "TI510", self.near(45, 0.8), 1)
        self.parameter(batch, "Coating", "weight gain", 3.0, 2.5, 3.5, self.near(3.0, 0.12), "%", end)
        self.clean("COA-510", "CIP", end + 30, 45, "between_batches", batch, "WSH-700")
        batch.finished = end

    def check_quality(self, batch, begin, end):
        worn = max(0.0, batch.use / batch.life - 0.5) if batch.life else 0.0
        checks = [begin + (end - begin) * k / 6 for k in range(1, 6)]
        checks = [t for t in checks if not batch.failed_at or not batch.failed_at < t < batch.repaired + 30]
        if batch.failed_at:
            checks = sorted(checks + [batch.failed_at])
        for k, minutes in enumerate(checks, 1):
            rsd = self.near(0.95 + 0.5 * worn, 0.12) if minutes != batch.failed_at else self.between(2.2, 2.9)
            if batch.failed_at and minutes > batch.failed_at:
                rsd = self.near(0.95, 0.12)
            self.result(batch, f"{batch.identity}-W{k}", "Compression", "tablet weight RSD", rsd, "%", 0, 2.0,
                        minutes, 5)
        slow = batch.number in BAD_LOT_BATCHES
        first_bad = batch.number == BAD_LOT_BATCHES[0]
        time = 16.4 if first_bad else 13.8 if slow else self.near(8.0, 1.2)
        self.result(batch, f"{batch.identity}-D", "Compression", "disintegration time", time, "min", 0, 15, end, 1500)
        if first_bad:
            self.disintegration_deviation(batch, end)
        self.add("mes/batches.csv", batch_id=batch.identity, product=batch.product, recipe=batch.product + "-MBR",
                 recipe_version="4", campaign=f"C{(batch.number // 6) + 1:02d}",
                 start=utc(batch.granulated - 200), end=utc(batch.finished), status="COMPLETE", size=180,
                 yield_actual=f"{self.near(176 if not batch.failed_at else 168, 1.5):.1f}", yield_theoretical=180,
                 disposition="under investigation" if batch.failed_at or first_bad else "released",
                 disposition_time=utc(batch.finished + 9 * 1440))

    def result(self, batch, sample, step, test, value, unit, low, high, minutes, reported_after):
        self.add("mes/results.csv", sample_id=sample, batch_id=batch.identity, step=step, test=test,
                 value=f"{value:.2f}", unit=unit, low=low, high=high, sampled=utc(minutes),
                 reported=utc(minutes + reported_after), outcome="pass" if low <= value <= high else "fail",
                 instrument_id="IPC-600" if "weight" in test else None)

    def disintegration_deviation(self, batch, sampled):
        number = len(self.files["qms/deviations.csv"].rows) + 1
        self.add("qms/deviations.csv", deviation_id=f"DEV-26-{number:03d}", occurred=utc(sampled),
                 detected=utc(sampled + 1500), batch_id=batch.identity, classification="Disintegration time",
                 severity="major", text="Disintegration time of the end sample above 15 min",
                 recorded=utc(sampled + 1600))

    def consume_lots(self, batch):
        for code, material, cadence in LOT_CADENCE:
            lot = f"{code}-26{(batch.number + len(material)) // cadence + 1:02d}"
            if code == "CCS" and batch.number in BAD_LOT_BATCHES:
                lot = "CCS-2690"
            self.add("mes/genealogy.csv", batch_id=batch.identity, material_lot=lot, material=material,
                     quantity={"API": 36, "LAC": 120, "PVP": 9, "CCS": 12, "MGS": 3}[code], unit="kg",
                     time=utc(batch.granulated - 150), direction="consumed")

    def background(self):
        """Alarms that mean nothing, at any time of a working day."""
        for asset, code, text, priority, days in BACKGROUND_ALARMS:
            minutes = self.between(0, days) * 1440
            while minutes < 96 * 1440:
                day = int(minutes / 1440)
                if day in WORKING_DAYS:
                    self.alarm(at(day, 6) + self.between(0, 540), asset, code, text, priority)
                minutes += self.between(0.2, 1.8) * days * 1440
