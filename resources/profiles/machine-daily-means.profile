# Daily means of the sensors of machines, one column per quantity.
[profile]
name = machine-daily-means
title = Daily means of machine sensors
columns = day_num, date, machineID, volt, rotate, pressure, vibration
ignore = column 1, day_num

[table samples]
each = volt, rotate, pressure, vibration
time = {date}
tag = {machineID|number}.{@name}
value = {@value}
