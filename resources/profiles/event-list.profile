# Events as a list with a type, the equipment and a text.
[profile]
name = event-list
title = Event list with type, equipment and batch
columns = timestamp, type, equipment, batch, text

[table events]
time = {timestamp}
asset_id = {equipment}
batch_id = {batch}
category = event
code = {type}
text = {text}
