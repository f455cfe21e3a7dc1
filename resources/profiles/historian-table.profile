# Process data of a historian in any of the shapes that the format knows (one row per value, a column per tag, a time column of
# its own for each tag). Units and descriptions that stand in headings become those of the tags. A change of the state of a
# digital tag is an event at what the tag belongs to; whether a tag is one of steps or of lines between its values is kept as its
# attribute `interpolation`.
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

[table events]
when = {record} = state
time = {time}
asset_id = {tag}
category = state
code = {tag}={value}
attributes = no

[table tags]
when = {record} = tag
tag = {tag}
parameter = {description}
unit = {unit}
