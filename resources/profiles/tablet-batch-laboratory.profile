# Laboratory and in-process results of tablet batches, one row per batch, with the material batches that went in. The start
# is a month.
[profile]
name = tablet-batch-laboratory
title = Results and material batches of tablet batches
columns = batch, code, strength, size, start, api_batch, smcc_batch, lactose_batch, starch_batch, dissolution_av, dissolution_min, impurities_total

[table batches]
batch_id = {batch}
product = {code}
start = {start}
size = {size}
yield_actual = {batch_yield}

[table genealogy]
each = api_batch, smcc_batch, lactose_batch, starch_batch
batch_id = {batch}
material_lot = {@name|before:_batch}-{@value}
material = {@name|before:_batch}
direction = consumed

[table results]
each = api_water, api_total_impurities, api_l_impurity, api_content, api_ps01, api_ps05, api_ps09, lactose_water, lactose_sieve0045, lactose_sieve015, lactose_sieve025, smcc_water, smcc_td, smcc_bd, smcc_ps01, smcc_ps05, smcc_ps09, starch_ph, starch_water, tbl_min_thickness, tbl_max_thickness, fct_min_thickness, fct_max_thickness, tbl_min_weight, tbl_max_weight, tbl_rsd_weight, fct_rsd_weight, tbl_min_hardness, tbl_max_hardness, tbl_av_hardness, fct_min_hardness, fct_max_hardness, fct_av_hardness, tbl_max_diameter, fct_max_diameter, tbl_tensile, fct_tensile, tbl_yield, dissolution_av, dissolution_min, resodual_solvent, impurities_total, impurity_o, impurity_l
sample_id = {batch}
batch_id = {batch}
test = {@name}
value = {@value}
