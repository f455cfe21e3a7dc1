# Alarms of control systems, paired to intervals by the format: a row per alarm. Which journals are known:
# importers/alarm/alarm_dialect.h. Local times without offset are read in the zone stated at import.
[profile]
name = alarm-journal
title = Alarm journal of a control system
format = alarms
columns = record, onset, source, condition, pairing
ignore = element, rows

[table events]
when = {record} = alarm
time = {onset}
end = {end}
acknowledged = {acknowledged}
acknowledged_by = {acknowledged_by}
asset_id = {source}
batch_id = {batch}
category = alarm
code = {condition}
severity = {severity}
text = {message}
value = {value}
limit = {limit}
unit = {unit}

[table events]
when = {record} = event
time = {onset}
asset_id = {source}
batch_id = {batch}
category = message
code = {condition}
text = {message}
actor = {acknowledged_by}
