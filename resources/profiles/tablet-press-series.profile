# Process data of a tablet press, one row per scan with campaign, batch and product code. Tags are named by their columns.
[profile]
name = tablet-press-series
title = Tablet press, one row per scan
columns = timestamp, campaign, batch, code, tbl_speed, fom, main_comp, tbl_fill, SREL, pre_comp, produced, waste, cyl_main, cyl_pre, stiffness, ejection

[table samples]
each = tbl_speed, fom, main_comp, tbl_fill, SREL, pre_comp, produced, waste, cyl_main, cyl_pre, stiffness, ejection
time = {timestamp}
tag = {@name}
value = {@value}

[table batches]
batch_id = {batch}
product = {code}
campaign = {campaign}
