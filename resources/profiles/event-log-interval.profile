# Event log as a table, with the headings of XES, activities with start and end.
[profile]
name = event-log-interval
title = Event log as a table, with the headings of XES, activities with start and end
columns = case:concept:name, concept:name, time:timestamp, start_timestamp

[table events]
time = {start_timestamp}
end = {time:timestamp}
batch_id = {case:concept:name}
category = activity
code = {concept:name}
