# IBM Maximo, the list of work orders as its window downloads it, with the titles of the window. A site chooses which columns
# its list shows and may have changed their titles. See maximo-work-orders for keys and work types.
[profile]
name = maximo-work-order-list
title = IBM Maximo list of work orders, with the titles of its window
columns = Work Order, Description, Asset, Status, Reported Date
optional = Site, Work Type, Actual Start, Actual Finish, Priority, Problem Code, PM, Target Finish, Failure Date, Lead, Inspector, Next Calibration Date, Status Date, Changed By

[map calibration]
PMCAL = CAL
CMCAL = CAL
EMCAL = CAL

[table work_orders]
when = {Work Type|map:calibration} != CAL
work_order_id = {Site|several:/}{Work Order}
asset_id = {Asset}
type = {Work Type}
priority = {Priority}
failure_mode = {Problem Code}
reported = {Reported Date}
started = {Actual Start}
finished = {Actual Finish}
status = {Status}
text = {Description}
plan_id = {PM}
due = {Target Finish}
malfunction_start = {Failure Date}
performed_by = {Lead}
verified_by = {Inspector}

[table work_orders]
when = {Work Type|map:calibration} = CAL
when = {Actual Start} =
work_order_id = {Site|several:/}{Work Order}
asset_id = {Asset}
type = {Work Type|map:calibration}
priority = {Priority}
reported = {Reported Date}
finished = {Actual Finish}
status = {Status}
text = {Description}
plan_id = {PM}
due = {Target Finish}

[table calibrations]
when = {Work Type|map:calibration} = CAL
when = {Actual Start} !=
calibration_id = {Site|several:/}{Work Order}
asset_id = {Asset}
performed = {Actual Start}
due = {Next Calibration Date}
performed_by = {Lead}

[table work_order_status]
when = {Status Date} !=
when = {Work Type|map:calibration} != CAL
work_order_id = {Site|several:/}{Work Order}
status = {Status}
time = {Status Date}
by = {Changed By}
attributes = no
