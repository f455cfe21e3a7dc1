# Process features of tablet batches, one row per batch.
[profile]
name = tablet-batch-process
title = Process features of tablet batches
columns = batch, code, tbl_speed_mean, total_waste, startup_waste, weekend, SREL_production_mean, stiffness_mean, ejection_mean

[table batches]
batch_id = {batch}
product = {code}

[table parameters]
each = tbl_speed_mean, tbl_speed_change, tbl_speed_0_duration, total_waste, startup_waste, fom_mean, fom_change, SREL_startup_mean, SREL_production_mean, SREL_production_max, main_CompForce mean, main_CompForce_sd, main_CompForce_median, pre_CompForce_mean, tbl_fill_mean, tbl_fill_sd, cyl_height_mean, stiffness_mean, stiffness_max, stiffness_min, ejection_mean, ejection_max, ejection_min, Startup_tbl_fill_maxDifference, Startup_main_CompForce_mean, Startup_tbl_fill_mean, Drug release average (%), Drug release min (%), Residual solvent, Total impurities, Impurity O, Impurity L
batch_id = {batch}
parameter = {@name}
actual = {@value}
