# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Master data of the sample plant, and the table type that make_sample.py writes."""

from datetime import datetime, timedelta

START = datetime(2026, 2, 2)  # local midnight of the first day, a Monday
DST = datetime(2026, 3, 29, 2)  # local time of the change to summer time


class Time(int):
    """Seconds since START, without the hour of summer time."""


def utc(minutes):
    return Time(round(60 * minutes))


def local_text(time):
    local = START + timedelta(seconds=time)
    if local >= DST:
        local += timedelta(hours=1)
    return local.strftime("%Y-%m-%d %H:%M")


def utc_text(time):
    return (START + timedelta(seconds=time - 3600)).strftime("%Y-%m-%dT%H:%M:%SZ")


def at(day, hour, minute=0):
    """Minutes since START of a time on the plant's clock."""
    summer = START + timedelta(days=day) >= DST.replace(hour=0)
    return day * 1440 + hour * 60 + minute - (60 if summer else 0)


class Table:
    """A canonical table: rows as dictionaries; columns and order are fixed when it is written."""

    def __init__(self, columns, key=None):
        self.columns = columns.split()
        self.key = key
        self.rows = []

    def add(self, **values):
        unknown = set(values) - set(self.columns)
        assert not unknown, unknown
        self.rows.append({name: value for name, value in values.items() if value is not None})

    def to_csv(self, local):
        text = local_text if local else utc_text

        def field(value):
            if isinstance(value, Time):
                return text(value)
            value = str(value)
            return '"' + value.replace('"', '""') + '"' if any(c in value for c in ',"\n') else value

        rows = sorted(self.rows, key=lambda row: row.get(self.key, 0)) if self.key else self.rows
        lines = [",".join(self.columns)]
        lines += [",".join(field(row.get(column, "")) for column in self.columns) for row in rows]
        return "\r\n".join(lines) + "\r\n"


SCHEMA = {
    "cmms/assets.csv": ("asset_id parent_id asset_class description cmms_id serial criticality", None),
    "cmms/asset_links.csv": ("from to kind", None),
    "cmms/work_orders.csv": (
        "work_order_id asset_id type priority failure_mode failure_cause reported started finished status text plan_id "
        "due activity maintainable_item failure_mechanism detection_method performed_by recorded", "reported"),
    "cmms/installations.csv": ("position item part_no from to work_order_id", None),
    "cmms/calibrations.csv": (
        "calibration_id asset_id performed due as_found_error as_left_error tolerance unit result as_found_result "
        "as_left_result adjusted performed_by recorded", "performed"),
    "cmms/limits.csv": ("kind asset_id asset_class value unit basis version", None),
    "mes/batches.csv": ("batch_id product recipe recipe_version campaign start end status size yield_actual "
                        "yield_theoretical disposition disposition_time", "start"),
    "mes/batch_steps.csv": ("batch_id level name asset_id start end performed_by", "start"),
    "mes/genealogy.csv": ("batch_id material_lot material quantity unit time direction", "time"),
    "mes/parameters.csv": ("batch_id step parameter target low high actual unit time", "time"),
    "mes/results.csv": ("sample_id batch_id step test value unit low high sampled reported outcome instrument_id",
                        "sampled"),
    "mes/operator_events.csv": ("time asset_id batch_id category code text actor", "time"),
    "mes/cleanings.csv": ("cleaning_id asset_id type start end result reason skid_id previous_batch expires "
                          "recorded", "start"),
    "dcs/events.csv": ("time asset_id batch_id category code severity text end", "time"),
    "historian/tags.csv": ("tag asset_id parameter unit low_limit high_limit", None),
    "historian/samples.csv": ("time tag value", "time"),
    "qms/deviations.csv": ("deviation_id occurred detected batch_id asset_id classification severity text recorded",
                           "occurred"),
    "qms/changes.csv": ("change_id kind asset_id product effective text", "effective"),
}

ASSETS = [  # id, parent, class, description, number in the maintenance system
    ("KRONAU", "", "site", "Kronau works", ""),
    ("OSD", "KRONAU", "area", "Oral solid dose building", ""),
    ("LINE-3", "OSD", "process cell", "Tablet line 3", "10-L3"),
    ("GRA-310", "LINE-3", "unit", "High-shear granulator", "10-L3-0310"),
    ("GRA-310-IMP", "GRA-310", "impeller drive", "Impeller drive and seal", "10-L3-0311"),
    ("GRA-310-SPR", "GRA-310", "dosing pump", "Binder spray pump", "10-L3-0312"),
    ("DRY-320", "LINE-3", "unit", "Fluid bed dryer", "10-L3-0320"),
    ("DRY-320-TT", "DRY-320", "temperature transmitter", "Inlet air temperature", "10-L3-0321"),
    ("DRY-320-FLT", "DRY-320", "filter", "Exhaust filter bags", "10-L3-0322"),
    ("BLE-330", "LINE-3", "unit", "Bin blender", "10-L3-0330"),
    ("TAB-410", "LINE-3", "unit", "Rotary tablet press 1", "10-L3-0410"),
    ("TAB-410-FDR", "TAB-410", "force feeder", "Force feeder of press 1", "10-L3-0411"),
    ("TAB-410-LC", "TAB-410", "load cell", "Main compression load cell", "10-L3-0412"),
    ("TAB-420", "LINE-3", "unit", "Rotary tablet press 2", "10-L3-0420"),
    ("TAB-420-FDR", "TAB-420", "force feeder", "Force feeder of press 2", "10-L3-0421"),
    ("TAB-420-LC", "TAB-420", "load cell", "Main compression load cell", "10-L3-0422"),
    ("TAB-420-PUN", "TAB-420", "tooling", "Punches and dies of press 2", "10-L3-0423"),
    ("COA-510", "LINE-3", "unit", "Pan coater", "10-L3-0510"),
    ("COA-510-SPR", "COA-510", "spray gun", "Spray guns", "10-L3-0511"),
    ("COA-510-TT", "COA-510", "temperature transmitter", "Exhaust air temperature", "10-L3-0512"),
    ("IPC-600", "LINE-3", "balance", "In-process control balance", "10-L3-0600"),
    ("WSH-700", "LINE-3", "washing skid", "Parts washer", "10-L3-0700"),
    ("UTL", "OSD", "process cell", "Utilities", "10-UT"),
    ("DEX-920", "UTL", "unit", "Dust extraction", "10-UT-0920"),
    ("HVA-930", "UTL", "unit", "Room air handler of line 3", "10-UT-0930"),
]

LINKS = [("DEX-920", "TAB-410", "supplies"), ("DEX-920", "TAB-420", "supplies"), ("HVA-930", "BLE-330", "supplies"),
         ("WSH-700", "TAB-410-FDR", "cleans"), ("WSH-700", "TAB-420-FDR", "cleans"), ("IPC-600", "TAB-420", "measures"),
         ("IPC-600", "TAB-410", "measures")]

LIMITS = [  # kind, asset, class, value, unit, basis
    ("pm", "", "force feeder", 90, "d", "Maintenance plan MP-017"),
    ("calibration", "", "load cell", 180, "d", "Calibration plan CP-004"),
    ("calibration", "", "temperature transmitter", 180, "d", "Calibration plan CP-004"),
    ("calibration", "IPC-600", "", 30, "d", "Calibration plan CP-002"),
    ("dirty_hold", "", "unit", 48, "h", "Cleaning validation CV-112"),
    ("clean_hold", "", "unit", 120, "h", "Cleaning validation CV-112"),
    ("usage", "", "force feeder", 20, "batches", "Supplier recommendation"),
]

TAGS = [  # tag, asset, parameter, unit, low, high
    ("TQ410", "TAB-410-FDR", "feeder torque", "N.m", 2.0, 4.5),
    ("TQ420", "TAB-420-FDR", "feeder torque", "N.m", 2.0, 4.5),
    ("FC410", "TAB-410-LC", "main compression force", "kN", 9.0, 15.0),
    ("FC420", "TAB-420-LC", "main compression force", "kN", 9.0, 15.0),
    ("TI320", "DRY-320-TT", "inlet air temperature", "degC", 55.0, 68.0),
    ("TI510", "COA-510-TT", "exhaust air temperature", "degC", 40.0, 50.0),
]

# Equipment whose alarms come and go without meaning: asset, code, text, priority, mean days between two.
BACKGROUND_ALARMS = [
    ("GRA-310-IMP", "IMPELLER_LOAD_HIGH", "Impeller load above warning limit", 3, 5.0),
    ("GRA-310-SPR", "BINDER_FLOW_LOW", "Binder flow below warning limit", 3, 6.0),
    ("DRY-320", "FILTER_DP_HIGH", "Exhaust filter differential pressure high", 3, 4.0),
    ("COA-510-SPR", "ATOMISING_AIR_LOW", "Atomising air pressure low", 3, 3.5),
    ("COA-510", "PAN_SPEED_DEVIATION", "Pan speed off setpoint", 4, 7.0),
    ("DEX-920", "DP_LOW", "Duct differential pressure low", 4, 0.9),
    ("HVA-930", "ROOM_RH_HIGH", "Relative humidity above alert limit", 3, 6.0),
    ("TAB-410", "EJECTION_FORCE_HIGH", "Ejection force above warning limit", 3, 6.0),
    ("TAB-420", "EJECTION_FORCE_HIGH", "Ejection force above warning limit", 3, 6.0),
    ("TAB-410-FDR", "FEEDER_TORQUE_HIGH", "Feeder torque above warning limit", 2, 32.0),
    ("WSH-700", "CONDUCTIVITY_HIGH", "Final rinse conductivity above limit, rinse repeated", 3, 8.0),
]


def master_data():
    files = {name: Table(*schema) for name, schema in SCHEMA.items()}
    for identity, parent, kind, text, number in ASSETS:
        files["cmms/assets.csv"].add(asset_id=identity, parent_id=parent, asset_class=kind, description=text,
                                     cmms_id=number, criticality="B" if parent == "UTL" else "A")
    for source, target, kind in LINKS:
        files["cmms/asset_links.csv"].add(**{"from": source, "to": target, "kind": kind})
    for kind, asset, asset_class, value, unit, basis in LIMITS:
        files["cmms/limits.csv"].add(kind=kind, asset_id=asset, asset_class=asset_class, value=value, unit=unit,
                                     basis=basis, version="1")
    for tag, asset, parameter, unit, low, high in TAGS:
        files["historian/tags.csv"].add(tag=tag, asset_id=asset, parameter=parameter, unit=unit, low_limit=low,
                                        high_limit=high)
    return files
