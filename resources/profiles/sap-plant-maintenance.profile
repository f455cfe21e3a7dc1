# Lists of SAP plant maintenance: orders (IW38, IW39), notifications (IW28, IW29), notification items (IW69), equipment (IH08),
# measurement documents (IK17). The format gives fixed columns whatever the layout of the list is. Order and notification
# types are those that SAP delivers; every site has its own, to be edited here. An order has the codes of the item of its
# notification that the list has first; further items stay as texts beside it. Readings of counters are meters, other readings are samples of a tag.
[profile]
name = sap-plant-maintenance
title = SAP plant maintenance list
format = sap
columns = record, ORDER, ASSET, TYPE, STATUS, REPORTED, STARTED, FINISHED
ignore = element

[map type]
PM01 = CM
PM02 = PM
PM03 = INSP
PM05 = CAL
PM06 = CAL
M1 =
M2 = CM
M3 =

[table work_orders]
when = {record} = order
work_order_id = {ORDER}
asset_id = {ASSET}
type = {TYPE|map:type}
priority = {PRIORITY}
failure_mode = {FAILURE}
failure_cause = {CAUSE}
reported = {REPORTED}
started = {STARTED}
finished = {FINISHED}
status = {STATUS}
text = {TEXT}
plan_id = {PLAN}
due = {DUE}
activity = {ACTIVITY}
maintainable_item = {ITEM}
malfunction_start = {MALFUNCTION_START}
malfunction_end = {MALFUNCTION_END}
breakdown = {BREAKDOWN}

[table work_orders]
when = {record} = item
completes = yes
work_order_id = {ORDER}
asset_id = {ASSET}

[table assets]
when = {record} = equipment
asset_id = {ASSET}
parent_id = {SUPERIOR}
asset_class = {CLASS}
description = {TEXT}
serial = {SERIAL}
criticality = {CRITICALITY}

[table tags]
when = {record} = tag
tag = {TAG}
asset_id = {ASSET}
parameter = {COUNTER}
unit = {UNIT}
attributes = no

[table samples]
when = {record} = reading
tag = {TAG}
time = {TIME}
value = {READING}

[table meters]
when = {record} = measurement
asset_id = {ASSET}
kind = {COUNTER}
time = {TIME}
reading = {READING}
