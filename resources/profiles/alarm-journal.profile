# Alarms of control systems, paired to intervals by the format: a row per alarm. Which journals are known:
# importers/alarm/alarm_dialect.h. Local times without offset are read in the zone stated at import. A time in which an alarm was
# suppressed, shelved or out of service is an event of its own; no alarm, as nobody saw one.
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
suppressed = {suppressed}

[table events]
when = {record} = suppression
time = {onset}
end = {end}
asset_id = {source}
batch_id = {batch}
category = suppression
code = {condition}
text = {message}
suppressed = {suppressed}
actor = {acknowledged_by}

[table events]
when = {record} = event
time = {onset}
asset_id = {source}
batch_id = {batch}
category = {event_category}
code = {condition}
text = {message}
value = {value}
unit = {unit}
actor = {acknowledged_by}
