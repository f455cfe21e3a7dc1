# Components replaced in machines, without work order numbers: the number is made from what is known.
[profile]
name = machine-component-replacements
title = Replacement of components of machines
columns = datetime, machineID, comp

[table work_orders]
work_order_id = {=asset_id}/{=maintainable_item}/{=finished}
asset_id = {machineID|number}
failure_mode = {comp}
maintainable_item = {comp}
activity = replace
finished = {datetime}
