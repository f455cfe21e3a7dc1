# One log of work orders, alerts and anomalies: the group tells what a row is.
[profile]
name = cmms-event-log
title = Log of work orders, alerts and anomalies
columns = event_id, event_group, event_category, event_type, description, equipment_id, equipment_name, event_time, note

[map category]
ALERT = alarm
ANOMALY = anomaly

[table work_orders]
when = {event_group} = WORK_ORDER
work_order_id = {event_id|replace:WO-:WO}
asset_id = {equipment_id}
type = {event_category}
failure_mode = {event_type}
finished = {event_time}

[table events]
when = {event_group} in ALERT, ANOMALY
time = {event_time}
asset_id = {equipment_id}
category = {event_group|map:category}
code = {event_type}
text = {description}

[table assets]
when = {equipment_id} !=
asset_id = {equipment_id}
description = {equipment_name}
attributes = no
