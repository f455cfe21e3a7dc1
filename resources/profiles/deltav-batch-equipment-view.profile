# DeltaV batch historian, view batchequipmentview: which batch had which unit, from its acquisition to its release. The two times are
# documented; batchid and unit are taken to be named as in batch journals. Not tried on a real export: edit it where names differ.
[profile]
name = deltav-batch-equipment-view
title = DeltaV batch historian, equipment of batches
columns = batchid, unit, AcquireTime, ReleaseTime
optional = uniqueid, recipe

[table events]
time = {AcquireTime}
end = {ReleaseTime}
asset_id = {unit}
batch_id = {batchid}
category = allocation
code = ALLOCATED
text = {recipe}
