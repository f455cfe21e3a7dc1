# version: 3
[profile]
name = a-b
title = All 1skip-rows = 0
[zones]
by = x
value a = +01:00
column y = Europe/Berlin
[times]
x {column 3}= dmy
y = epoch-seconds
[map m]
a = b
* = c
[table events]
when = {x} != a
when = {y} in , 2
time = {x} {y} -({z}
category = {x|map:m|lower}
code = {=category}{"odd"|replace:a:b}{{
text = {x|before: /|after:a|default:n|number|strip-zeros|upper|minus:y|tolerance-low:y|tolerance-high}
each = x, y
attributes = no
overnight = yes
