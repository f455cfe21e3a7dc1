# IBM Maximo, work orders of its REST interface (JSON) or its integration framework (XML), with failure reports, status
# history, calibration data sheets and points inside; attributes as in the lists. See maximo-work-orders for keys and work types.
[profile]
name = maximo-messages
title = IBM Maximo work orders with what is inside, JSON or XML
format = maximo
columns = record, WONUM, ASSETNUM, WORKTYPE, STATUS, REPORTDATE
ignore = element, JPNUM, REPORTEDBY

[map calibration]
PMCAL = CAL
CMCAL = CAL
EMCAL = CAL

[map adjusted]
0 = yes
1 = no
N = yes
Y = no

[table work_orders]
when = {record} = order
when = {WORKTYPE|map:calibration} != CAL
work_order_id = {SITEID|several:/}{WONUM}
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
when = {record} = order
when = {WORKTYPE|map:calibration} = CAL
when = {ACTSTART} =
work_order_id = {SITEID|several:/}{WONUM}
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
when = {record} = order
when = {WORKTYPE|map:calibration} = CAL
when = {ACTSTART} !=
calibration_id = {SITEID|several:/}{WONUM}
asset_id = {ASSETNUM}
performed = {ACTSTART}
due = {PLUSCNEXTDATE}
performed_by = {LEAD}

[table work_order_status]
when = {record} = order
when = {STATUSDATE} !=
when = {WORKTYPE|map:calibration} != CAL
work_order_id = {SITEID|several:/}{WONUM}
status = {STATUS}
time = {STATUSDATE}
by = {CHANGEBY}
attributes = no

[table work_order_status]
when = {record} = status
work_order_id = {SITEID|several:/}{WONUM}
status = {STATUS}
time = {CHANGEDATE}
by = {CHANGEBY}
attributes = no

[table work_orders]
when = {record} = failure
when = {TYPE} = PROBLEM
completes = yes
work_order_id = {SITEID|several:/}{WONUM}
asset_id = {ASSETNUM}
failure_mode = {REPORTCODE}
attributes = no

[table work_orders]
when = {record} = failure
when = {TYPE} = CAUSE
completes = yes
work_order_id = {SITEID|several:/}{WONUM}
asset_id = {ASSETNUM}
failure_cause = {REPORTCODE}
attributes = no

[table work_orders]
when = {record} = failure
when = {TYPE} = REMEDY
completes = yes
work_order_id = {SITEID|several:/}{WONUM}
asset_id = {ASSETNUM}
activity = {REPORTCODE|lower}
attributes = no

[table calibrations]
when = {record} = sheet
completes = yes
calibration_id = {SITEID|several:/}{WONUM}
asset_id = {ASSETNUM}
result = {ASFOUNDCALSTATUS|lower}
as_found_result = {ASFOUNDCALSTATUS|lower}
as_left_result = {ASLEFTCALSTATUS|lower}
adjusted = {NOADJMADE|map:adjusted}
reviewed_by = {REVIEWER}
attributes = no

[table calibrations]
when = {record} = point
calibration_id = {SITEID|several:/}{WONUM}
asset_id = {ASSETNUM}
performed = {ACTSTART}
due = {PLUSCNEXTDATE}
point = {POINT}
nominal = {NOMINAL}
unit = {UNIT}
as_found_error = {ASFOUNDERROR}
as_left_error = {ASLEFTERROR}
tolerance_low = {TOLLOWER}
tolerance_high = {TOLUPPER}
result = {ASFOUND|lower}
as_found_result = {ASFOUND|lower}
as_left_result = {ASLEFT|lower}
adjusted = {NOADJMADE|map:adjusted}
performed_by = {LEAD}
reviewed_by = {REVIEWER}
attributes = no
