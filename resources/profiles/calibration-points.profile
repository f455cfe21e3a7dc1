# Calibration results, a row per point: nominal value, as found, as left, tolerance as ±0.5, +0.5/-0.2 or 0.5 % of the nominal
# value, of the span or of the upper end of the range (% of span, % FS, % URL) where a column Span or Range states it. Each point is a record of its own beside the others of its calibration.
[profile]
name = calibration-points
title = Calibration results by point
columns = Instrument, CalDate, Point, Nominal, AsFound, AsLeft, Tolerance
optional = WO, DueDate, Unit, AsFoundResult, AsLeftResult, Standard, By, Reviewed, Tag, Span, Range

[table calibrations]
when = {WO} !=
calibration_id = {WO}
asset_id = {Instrument}
performed = {CalDate}
due = {DueDate}
point = {Point}
nominal = {Nominal}
unit = {Unit}
as_found_error = {AsFound|minus:Nominal}
as_left_error = {AsLeft|minus:Nominal}
tolerance_low = {Tolerance|tolerance-low:Nominal:Span|tolerance-low:Nominal:Range}
tolerance_high = {Tolerance|tolerance-high:Nominal:Span|tolerance-high:Nominal:Range}
result = {AsFoundResult|lower}
as_found_result = {AsFoundResult|lower}
as_left_result = {AsLeftResult|lower}
standard_id = {Standard}
performed_by = {By}
reviewed_by = {Reviewed}

[table calibrations]
when = {WO} =
when = {DueDate} !=
calibration_id = {=asset_id}/{=due}
asset_id = {Instrument}
performed = {CalDate}
due = {DueDate}
point = {Point}
nominal = {Nominal}
unit = {Unit}
as_found_error = {AsFound|minus:Nominal}
as_left_error = {AsLeft|minus:Nominal}
tolerance_low = {Tolerance|tolerance-low:Nominal:Span|tolerance-low:Nominal:Range}
tolerance_high = {Tolerance|tolerance-high:Nominal:Span|tolerance-high:Nominal:Range}
result = {AsFoundResult|lower}
as_found_result = {AsFoundResult|lower}
as_left_result = {AsLeftResult|lower}
standard_id = {Standard}
performed_by = {By}
reviewed_by = {Reviewed}

[table calibrations]
when = {WO} =
when = {DueDate} =
calibration_id = {=asset_id}/{=performed}
asset_id = {Instrument}
performed = {CalDate}
point = {Point}
nominal = {Nominal}
unit = {Unit}
as_found_error = {AsFound|minus:Nominal}
as_left_error = {AsLeft|minus:Nominal}
tolerance_low = {Tolerance|tolerance-low:Nominal:Span|tolerance-low:Nominal:Range}
tolerance_high = {Tolerance|tolerance-high:Nominal:Span|tolerance-high:Nominal:Range}
result = {AsFoundResult|lower}
as_found_result = {AsFoundResult|lower}
as_left_result = {AsLeftResult|lower}
standard_id = {Standard}
performed_by = {By}
reviewed_by = {Reviewed}
