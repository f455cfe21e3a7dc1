# IBM Maximo Calibration, PLUSCWODSPOINT: the points of a data sheet, folded to one row per order by the format. They complete
# the calibration of the order with its largest as-found error and whether a point failed.
[profile]
name = maximo-calibration-points
title = IBM Maximo calibration points
format = calibrationpoints
columns = WONUM, POINTS, ASFOUNDERROR, ASLEFTERROR
ignore = element, POINTS, NOMINAL

[table calibrations]
completes = yes
calibration_id = {SITEID|several:/}{WONUM}
as_found_error = {ASFOUNDERROR}
as_left_error = {ASLEFTERROR}
result = {ASFOUND|lower}
as_found_result = {ASFOUND|lower}
as_left_result = {ASLEFT|lower}
tolerance = {TOLERANCE}
tolerance_low = {TOLLOWER}
tolerance_high = {TOLUPPER}
unit = {UNIT}
