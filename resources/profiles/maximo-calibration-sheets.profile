# IBM Maximo Calibration, PLUSCWODS: the data sheet of a calibration order. It completes the calibration that the order gives
# (which has the time), and the points (PLUSCWODSPOINT) give the errors.
[profile]
name = maximo-calibration-sheets
title = IBM Maximo calibration data sheets
columns = WONUM, ASSETNUM, DSPLANNUM, ASFOUNDCALSTATUS, ASLEFTCALSTATUS
optional = SITEID, NOADJMADE, REVIEWER, CERTIFICATENUM
ignore = REVISIONNUM, ORGID, PLUSCWODSID

[map adjusted]
0 = yes
1 = no
N = yes
Y = no

[table calibrations]
completes = yes
calibration_id = {SITEID|several:/}{WONUM}
asset_id = {ASSETNUM}
result = {ASFOUNDCALSTATUS|lower}
as_found_result = {ASFOUNDCALSTATUS|lower}
as_left_result = {ASLEFTCALSTATUS|lower}
adjusted = {NOADJMADE|map:adjusted}
reviewed_by = {REVIEWER}
