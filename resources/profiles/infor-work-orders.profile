# Infor EAM, the work order grid by its titles. Made from a description of the product; not tried on a real export.
[profile]
name = infor-work-orders
title = Infor EAM work orders
columns = Work Order, Description, Equipment, Type, Status, Date Reported
optional = Start Date, Date Completed, Problem Code, Failure Code, Cause Code, Action Code, Priority, Sched. Start Date
ignore = Organization

[map type]
Breakdown = CM
Corrective = CM
Preventive = PM
PPM = PM
Calibration = CAL
Inspection = INSP

[table work_orders]
work_order_id = {Work Order}
asset_id = {Equipment}
type = {Type|map:type}
priority = {Priority}
failure_mode = {Problem Code}
failure_mechanism = {Failure Code}
failure_cause = {Cause Code}
activity = {Action Code}
reported = {Date Reported}
started = {Start Date}
finished = {Date Completed}
due = {Sched. Start Date}
status = {Status}
text = {Description}
