# Blue Mountain RAM, a query grid of finished work. Made from a description of the product; not tried on a real export. Work on
# a member of a system is listed for the member and for the system: records are one by their Work ID.
[profile]
name = blue-mountain-work
title = Blue Mountain RAM work records
columns = Asset ID, Work ID, Work Type, Work Date
optional = Asset Type, Event Name, Due Date, Result, As Found Result, As Left Result, Performed By, Reviewed By, Approval Date

[table calibrations]
when = {Work Type} in Calibration, CAL, Cal
calibration_id = {Work ID}
asset_id = {Asset ID}
performed = {Work Date}
due = {Due Date}
result = {Result|lower}
as_found_result = {As Found Result|lower}
as_left_result = {As Left Result|lower}
performed_by = {Performed By}
reviewed_by = {Reviewed By}

[table work_orders]
when = {Work Type} in PM, CM, Preventive, Corrective, Preventive Maintenance, Corrective Maintenance, Repair, Inspection, INSP
work_order_id = {Work ID}
asset_id = {Asset ID}
type = {Work Type}
finished = {Work Date}
due = {Due Date}
status = {Result}
text = {Event Name}
performed_by = {Performed By}
verified_by = {Reviewed By}
