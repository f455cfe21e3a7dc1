# IBM Maximo Calibration, PLUSCWODSPOINT: the points of a data sheet, folded to one row per order by the format. They complete
# the calibration of the order with its largest as-found error.
[profile]
name = maximo-calibration-points
title = IBM Maximo calibration points
format = calibrationpoints
columns = WONUM, POINTS, ASFOUNDERROR, ASLEFTERROR
ignore = element, POINTS, NOMINAL, ASFOUND, ASLEFT

[table calibrations]
completes = yes
calibration_id = {WONUM}
as_found_error = {ASFOUNDERROR}
as_left_error = {ASLEFTERROR}
tolerance = {TOLERANCE}
tolerance_low = {TOLLOWER}
tolerance_high = {TOLUPPER}
unit = {UNIT}
