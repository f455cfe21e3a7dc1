# IBM Maximo, work orders of its REST interface (JSON) or its integration framework (XML): the attributes as in the list. See
# maximo-work-orders for keys and work types.
[profile]
name = maximo-messages
title = IBM Maximo work orders, JSON or XML
format = maximo
columns = WONUM, ASSETNUM, WORKTYPE, STATUS, REPORTDATE
ignore = element, SITEID, JPNUM, CHANGEDATE, REPORTEDBY

[map calibration]
PMCAL = CAL
CMCAL = CAL
EMCAL = CAL

[table work_orders]
when = {WORKTYPE|map:calibration} != CAL
work_order_id = {WONUM}
asset_id = {ASSETNUM}
type = {WORKTYPE}
priority = {WOPRIORITY}
failure_mode = {PROBLEMCODE}
reported = {REPORTDATE}
started = {ACTSTART}
finished = {ACTFINISH}
status = {STATUS}
text = {DESCRIPTION}
plan_id = {PMNUM}
due = {TARGCOMPDATE}
malfunction_start = {FAILDATE}
performed_by = {LEAD}
verified_by = {INSPECTOR}

[table work_orders]
when = {WORKTYPE|map:calibration} = CAL
when = {ACTSTART} =
work_order_id = {WONUM}
asset_id = {ASSETNUM}
type = {WORKTYPE|map:calibration}
priority = {WOPRIORITY}
reported = {REPORTDATE}
finished = {ACTFINISH}
status = {STATUS}
text = {DESCRIPTION}
plan_id = {PMNUM}
due = {TARGCOMPDATE}

[table calibrations]
when = {WORKTYPE|map:calibration} = CAL
when = {ACTSTART} !=
calibration_id = {WONUM}
asset_id = {ASSETNUM}
performed = {ACTSTART}
due = {PLUSCNEXTDATE}
performed_by = {LEAD}

[table work_order_status]
when = {STATUSDATE} !=
when = {WORKTYPE|map:calibration} != CAL
work_order_id = {WONUM}
status = {STATUS}
time = {STATUSDATE}
by = {CHANGEBY}
attributes = no
