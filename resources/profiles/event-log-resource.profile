# Event log as a table, with the headings of XES, with resources.
[profile]
name = event-log-resource
title = Event log as a table, with the headings of XES, with resources
columns = case:concept:name, concept:name, time:timestamp, org:resource

[table events]
time = {time:timestamp}
asset_id = {org:resource}
batch_id = {case:concept:name}
category = activity
code = {concept:name}
