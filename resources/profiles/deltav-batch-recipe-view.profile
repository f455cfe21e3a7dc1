# DeltaV batch historian, view batchrecipeview: the procedure with the times of its activation, what is below it with those of its
# execution. The four times are documented; batchid, recipe and unit are taken to be named as in batch journals. Not tried on a real
# export: edit it where names differ.
[profile]
name = deltav-batch-recipe-view
title = DeltaV batch historian, procedures and their steps
columns = batchid, recipe, ActivateTime, DeactivateTime, StartTime, EndTime
optional = uniqueid, unit

[table batches]
when = {StartTime} =
when = {ActivateTime} !=
batch_id = {batchid}
recipe = {recipe}
start = {ActivateTime}
end = {DeactivateTime}

[table batch_steps]
when = {StartTime} !=
batch_id = {batchid}
name = {recipe}
asset_id = {unit}
start = {StartTime}
end = {EndTime}
