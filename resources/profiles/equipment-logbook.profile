# Equipment logbook after 21 CFR 211.182: one date and two clock times per entry, over midnight too.
[profile]
name = equipment-logbook
title = Equipment use and cleaning logbook
columns = Date, Time From, Time To, Equipment ID, Activity
optional = Product, Batch, Remarks, Done by, Checked by

[map batch]
n/a = 
N/A = 
na = 
- = 

[table batch_steps]
when = {Activity|lower} in use, production, batch, verwendung, benutzung
when = {Batch|map:batch} !=
batch_id = {Batch|map:batch}
level = unit_procedure
name = {Activity}
asset_id = {Equipment ID}
start = {Date} {Time From}
end = {Date} {Time To}
overnight = yes
performed_by = {Done by}
checked_by = {Checked by}

[table events]
when = {Activity|lower} in use, production, batch, verwendung, benutzung
when = {Batch|map:batch} =
time = {Date} {Time From}
end = {Date} {Time To}
overnight = yes
asset_id = {Equipment ID}
category = state
code = {Activity|upper}
text = {Remarks}
actor = {Done by}

[table events]
when = {Activity|lower} in idle, down, stillstand
time = {Date} {Time From}
end = {Date} {Time To}
overnight = yes
asset_id = {Equipment ID}
batch_id = {Batch|map:batch}
category = state
code = {Activity|upper}
text = {Remarks}
actor = {Done by}

[table cleanings]
when = {Activity|lower} in clean, cleaning, cip, sip, reinigung
cleaning_id = {=asset_id}/{=start}
asset_id = {Equipment ID}
type = {Activity}
start = {Date} {Time From}
end = {Date} {Time To}
overnight = yes
performed_by = {Done by}
verified_by = {Checked by}

[table work_orders]
when = {Activity|lower} in maintain, maintenance, repair, pm, wartung, reparatur, instandhaltung
work_order_id = {=asset_id}/{=started}
asset_id = {Equipment ID}
started = {Date} {Time From}
finished = {Date} {Time To}
overnight = yes
text = {Remarks}
performed_by = {Done by}
verified_by = {Checked by}

[table calibrations]
when = {Activity|lower} in calibrate, calibration, kalibrierung
calibration_id = {=asset_id}/{=performed}
asset_id = {Equipment ID}
performed = {Date} {Time From}
performed_by = {Done by}
reviewed_by = {Checked by}
