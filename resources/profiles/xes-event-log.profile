# Event logs in XES. A case is a batch, an activity an event, its resource the asset; pauses of an activity and readings of
# sensors that are no numbers are states, numbers are process data.
[profile]
name = xes-event-log
title = XES event log: cases, activities, sensor streams
format = xes
ignore = record, element, end element, concept:name

[table events]
when = {record} = event
time = {time}
end = {end}
asset_id = {org:resource}
batch_id = {batch}
category = {category}
code = {code}
severity = {severity}
text = {text}

[table events]
when = {record} = pause
time = {time}
end = {end}
asset_id = {org:resource}
batch_id = {batch}
category = state
code = {concept:name}: suspended

[table batches]
when = {record} = trace
batch_id = {case:concept:name}
start = {time}
end = {end}

[table tags]
when = {record} = tag
tag = {tag}
asset_id = {stream:source}
parameter = {stream:id}

[table samples]
when = {record} = point
time = {time}
tag = {tag}
value = {stream:value}

[table events]
when = {record} = reading
time = {time}
asset_id = {stream:source}
batch_id = {batch}
category = state
code = {stream:id}={stream:value}
