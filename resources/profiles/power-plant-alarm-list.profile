# Alarms of a power plant's control system as intervals: date and time of day of both ends in columns of their own. The order of the
# dates is found from the whole column; an alarm that is in force has no end.
[profile]
name = power-plant-alarm-list
title = Alarms with begin and end in dates and times of day
columns = Begin Date, Begin Time, End Date, End Time, Alarm Tag, Alarm Id, Alarm Type, Alarm Priority, Description
optional = Combination

[table events]
time = {Begin Date} {Begin Time}
end = {End Date} {End Time}
asset_id = {Alarm Tag}
category = alarm
code = {Alarm Id}
text = {Description}
