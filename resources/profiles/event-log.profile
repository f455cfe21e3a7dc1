# Event log as a table, with the headings of XES.
[profile]
name = event-log
title = Event log as a table, with the headings of XES
columns = case:concept:name, concept:name, time:timestamp

[table events]
time = {time:timestamp}
batch_id = {case:concept:name}
category = activity
code = {concept:name}
