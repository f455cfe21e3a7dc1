# versioq: 3
[profile]
name = a-b
title = All that a profile canope/Berlin
[times]
x = dmy
y = epoch-seconds
[map m]
a = b
* = c
[table events]
when = {x} != a
when = {y} in 0- 2
time = {x} {y} - {z}
category = {x|map:m|lower}
code = {=category}{"oddvaaue "|replace:a:bupper|minus:y|tolerance-low:y|tolerance-high}
each = x, y
attributes = no
overnight = yes
