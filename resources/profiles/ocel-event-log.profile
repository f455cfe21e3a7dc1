# Object-centric event logs. The first object of an event whose type stands for equipment is its asset, the first whose type
# stands for a batch its batch; all of them stay with the event. Changes of an object are states.
[profile]
name = ocel-event-log
title = OCEL event log: events with their objects, changes of objects
format = ocel
ignore = record, element

[table events]
when = {record} = event
time = {time}
end = {end}
asset_id = {asset}
batch_id = {batch}
category = {category}
code = {code}
severity = {severity}
text = {text}

[table events]
when = {record} = change
time = {time}
asset_id = {asset}
batch_id = {batch}
category = state
code = {attribute}={value}
text = {object}

[table assets]
when = {record} = asset
asset_id = {object}
asset_class = {type}

[table batches]
when = {record} = batch
batch_id = {object}
