# Process data of a historian in any of the shapes that the format knows (one row per value, a column per tag, a time column of
# its own for each tag). Units that stand in headings become those of the tags.
[profile]
name = historian-table
title = Process data of a historian
format = historian
columns = record, time, tag, value, quality, unit, zone
ignore = element

[zones]
by = zone

[table samples]
when = {record} = sample
time = {time}
tag = {tag}
value = {value}
quality = {quality}

[table tags]
when = {record} = tag
tag = {tag}
unit = {unit}
attributes = no
