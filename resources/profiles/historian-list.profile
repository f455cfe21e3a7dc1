# Process data as a list: one row per time and tag.
[profile]
name = historian-list
title = Historian export, one row per value
columns = timestamp, tag, value, quality

[table samples]
time = {timestamp}
tag = {tag}
value = {value}
quality = {quality}
