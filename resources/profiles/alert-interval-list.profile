# Alerts as intervals: equipment, rule, start and end.
[profile]
name = alert-interval-list
title = Alerts with start and end
columns = equipment_id, equipment_name, rule_id, start_time, end_time

[table events]
time = {start_time}
end = {end_time}
asset_id = {equipment_id}
category = alarm
code = {rule_id}

[table assets]
when = {equipment_id} !=
asset_id = {equipment_id}
description = {equipment_name}
attributes = no
