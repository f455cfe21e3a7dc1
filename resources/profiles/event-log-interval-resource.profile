# Event log as a table, with the headings of XES, activities with start and end, with resources.
[profile]
name = event-log-interval-resource
title = Event log as a table, with the headings of XES, activities with start and end, with resources
columns = case:concept:name, concept:name, time:timestamp, start_timestamp, org:resource

[table events]
time = {start_timestamp}
end = {time:timestamp}
asset_id = {org:resource}
batch_id = {case:concept:name}
category = activity
code = {concept:name}
