# Machines with model and age.
[profile]
name = machine-list
title = List of machines
columns = machineID, model, age

[table assets]
asset_id = {machineID|number}
asset_class = {model}
