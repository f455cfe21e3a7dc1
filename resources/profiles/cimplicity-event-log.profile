# GE CIMPLICITY, table EVENT_LOG: what was logged and when, local time and UTC. Made from the product's documentation; not tried
# on a real export.
[profile]
name = cimplicity-event-log
title = CIMPLICITY event log
columns = timestamp_utc, alarm_id, alarm_class, resource, alarm_message
optional = logged_by, reference
ignore = timestamp, sequence_number, generation_time, generation_time_utc, project, msec

[zones]
column timestamp_utc = UTC

[table events]
time = {timestamp_utc}
asset_id = {resource}
category = alarm
code = {alarm_id}
text = {alarm_message}
actor = {logged_by}
