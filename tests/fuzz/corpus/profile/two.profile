[profile]
name = one
columns = x
[table samples]
time = {x} {y}
tag = {@name}
value = {@value}
each = *
[profile]
name = two
reference = yes
columns = y
