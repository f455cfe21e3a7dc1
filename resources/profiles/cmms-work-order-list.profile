# Work orders with primary and secondary failure codes, the time of completion and the duration.
[profile]
name = cmms-work-order-list
title = Work orders with failure codes, completion and duration
columns = wo_id, wo_description, primary_code, primary_code_description, secondary_code, equipment_id, equipment_name, preventive, work_priority, actual_finish, duration

[map kind]
TRUE = PM
FALSE = CM

[table work_orders]
work_order_id = {wo_id|replace:WO-:WO}
asset_id = {equipment_id}
type = {preventive|upper|map:kind}
priority = {work_priority}
failure_mode = {primary_code}
maintainable_item = {collection}
text = {wo_description}
started = {actual_finish} - {duration}
finished = {actual_finish}

[table assets]
when = {equipment_id} !=
asset_id = {equipment_id}
description = {equipment_name}
attributes = no
