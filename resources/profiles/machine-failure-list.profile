# Failures of machines, without numbers: the number is made from what is known.
[profile]
name = machine-failure-list
title = Failure list of machines
columns = datetime, machineID, failure

[table deviations]
deviation_id = {=asset_id}/{=classification}/{=occurred}
occurred = {datetime}
asset_id = {machineID|number}
classification = {failure}
