# Electronic batch records of the FactoryTalk Batch family (.evt). A person is named without the domain in front. Ends without a
# start, states between running and the end, and equipment that belongs to no unit procedure become events. Units keep
# the names of the journal: which asset they are is found by their spelling, or confirmed.
[profile]
name = batch-journal
title = Batch journal: batches, steps, operator actions, materials, parameters
format = batchjournal
ignore = record, element

[table batches]
when = {record} = batch
batch_id = {batch_id}
product = {product}
recipe = {recipe}
start = {time}
end = {end}
status = {status}
disposition = {disposition}

[table batch_steps]
when = {record} = step
batch_id = {batch_id}
level = {level}
name = {name}
asset_id = {asset_id}
start = {time}
end = {end}
step_id = {step_id}
parent_id = {parent_id}
status = {status}
attributes = no

[table events]
when = {record} = event
time = {time}
asset_id = {asset_id}
batch_id = {batch_id}
category = {category}
code = {code}
text = {text}
value = {value}
unit = {unit}
actor = {actor|after:\}
attributes = no

[table events]
when = {record} = step_end
time = {time}
asset_id = {asset_id}
batch_id = {batch_id}
category = step
code = {name}
text = {level} ended; its start is not in this journal
attributes = no

[table events]
when = {record} = state
time = {time}
end = {end}
asset_id = {asset_id}
batch_id = {batch_id}
category = state
code = {code}
text = {level} {name}
attributes = no

[table events]
when = {record} = allocation
time = {time}
end = {end}
asset_id = {asset_id}
batch_id = {batch_id}
category = allocation
code = {code}
text = {text}
attributes = no

[table parameters]
when = {record} = parameter
batch_id = {batch_id}
step = {name}
parameter = {code}
target = {target}
actual = {value}
unit = {unit}
time = {time}
attributes = no

[table genealogy]
when = {record} = material
batch_id = {batch_id}
material_lot = {material_lot}
material = {material}
quantity = {value}
unit = {unit}
time = {time}
direction = {direction}
attributes = no
