# IBM Maximo, attributes of WORKORDER as a list download or report gives them. Numbers count
# within a site: in a file of several sites the site is part of the key. If such a file is completed by files of one site, write
# {SITEID}/{WONUM} in all profiles of Maximo. Work types are those of the product's sample data;
# a site may have others. Orders of type CAL, PMCAL, CMCAL or EMCAL that were carried out are calibrations; their data sheets
# (PLUSCWODS) and points (PLUSCWODSPOINT) complete them.
[profile]
name = maximo-work-orders
title = IBM Maximo work orders
columns = WONUM, DESCRIPTION, ASSETNUM, WORKTYPE, STATUS, REPORTDATE
optional = SITEID, ACTSTART, ACTFINISH, WOPRIORITY, PROBLEMCODE, PMNUM, TARGCOMPDATE, FAILDATE, LEAD, INSPECTOR, REPORTEDBY, PLUSCNEXTDATE, STATUSDATE, CHANGEBY
ignore = ORGID, PLUSCLOOP, HASLD, HISTORYFLAG, WOCLASS, ISTASK, WORKORDERID, LANGCODE

[map calibration]
PMCAL = CAL
CMCAL = CAL
EMCAL = CAL

[table work_orders]
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
when = {WORKTYPE|map:calibration} = CAL
when = {ACTSTART} !=
calibration_id = {SITEID|several:/}{WONUM}
asset_id = {ASSETNUM}
performed = {ACTSTART}
due = {PLUSCNEXTDATE}
performed_by = {LEAD}

[table work_order_status]
when = {STATUSDATE} !=
when = {WORKTYPE|map:calibration} != CAL
work_order_id = {SITEID|several:/}{WONUM}
status = {STATUS}
time = {STATUSDATE}
by = {CHANGEBY}
attributes = no
