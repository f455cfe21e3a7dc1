# version: 3
[profile]
name = a-b
title = All that a profile can say
columns = x, y
ignore = "z, z"
optional = odd
[source]
encoding = windows-1252
delimiter = tab
quote = none
decimal = comma
header = yes
title-rows = 1
skip-rows = 1
[zones]
by = x
value a = +01:00
column y = Europe/Berlin
[times]
x = dmy
y = epoch-seconds
[map m]
a = b
* = c
[table events]
when = {x} != a
when = {y} in 1, 2
time = {x} {y} - {z}
category = {x|map:m|lower}
code = {=category}{"odd"|replace:a:b}{{
text = {x|before: /|after:a|default:n|number|strip-zeros|upper|minus:y|tolerance-low:y|tolerance-high}
each = x, y
attributes = no
overnight = yes
