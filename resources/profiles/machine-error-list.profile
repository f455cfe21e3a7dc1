# Errors of machines: when, which machine, which error.
[profile]
name = machine-error-list
title = Error list of machines
columns = datetime, machineID, errorID

[table events]
time = {datetime}
asset_id = {machineID|number}
category = error
code = {errorID}
