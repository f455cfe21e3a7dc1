# IBM Maximo, WOSTATUS: which status an order had since when.
[profile]
name = maximo-status-history
title = IBM Maximo status history of work orders
columns = WONUM, STATUS, CHANGEDATE, CHANGEBY
optional = SITEID
ignore = ORGID, MEMO, WOSTATUSID, PARENT, GLACCOUNT

[table work_order_status]
work_order_id = {SITEID|several:/}{WONUM}
status = {STATUS}
time = {CHANGEDATE}
by = {CHANGEBY}
