# IBM Maximo, FAILUREREPORT: a row per step of the failure hierarchy. The three rows of an order complete it: what the problem
# was, its cause, the remedy.
[profile]
name = maximo-failure-reports
title = IBM Maximo failure reports
columns = WONUM, FAILURECODE, ASSETNUM, TYPE
optional = SITEID
ignore = LINENUM, ORGID, TICKETID, TICKETCLASS, PARENT, FAILUREREPORTID

[table work_orders]
when = {TYPE} = PROBLEM
completes = yes
work_order_id = {SITEID|several:/}{WONUM}
asset_id = {ASSETNUM}
failure_mode = {FAILURECODE}

[table work_orders]
when = {TYPE} = CAUSE
completes = yes
work_order_id = {SITEID|several:/}{WONUM}
asset_id = {ASSETNUM}
failure_cause = {FAILURECODE}

[table work_orders]
when = {TYPE} = REMEDY
completes = yes
work_order_id = {SITEID|several:/}{WONUM}
asset_id = {ASSETNUM}
activity = {FAILURECODE|lower}
