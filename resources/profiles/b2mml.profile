# B2MML and BatchML, V02 to V0701: batch production records, batch lists, production and work performance, maintenance,
# equipment. Ends without a start (a dialect states only when a phase was completed) become events. B2MML has no element for
# the type of a work order: sites state it in a parameter, in data of the response or in an extension, in words of their own.
[profile]
name = b2mml
title = B2MML: batches, steps, events, materials, trends, maintenance, equipment
format = b2mml
ignore = record, element

[map type]
CORRECTIVE = CM
CORRECTIVE MAINTENANCE = CM
BREAKDOWN = CM
REPAIR = CM
UNPLANNED = CM
EMERGENCY = CM
INSTANDSETZUNG = CM
PREVENTIVE = PM
PREVENTIVE MAINTENANCE = PM
PREVENTATIVE = PM
PREDICTIVE = PM
PLANNED = PM
SCHEDULED = PM
WARTUNG = PM
CALIBRATION = CAL
KALIBRIERUNG = CAL
INSPECTION = INSP
INSPEKTION = INSP
MAINTENANCE =

[table batches]
when = {record} = batch
batch_id = {batch_id}
product = {product}
recipe = {recipe}
recipe_version = {recipe_version}
start = {time}
end = {end}
status = {status}
lot = {lot}
campaign = {campaign}
size = {size}
attributes = no

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
performed_by = {actor}

[table events]
when = {record} in event, alarm
time = {time}
end = {end}
asset_id = {asset_id}
batch_id = {batch_id}
category = {category}
code = {code}
severity = {severity}
text = {text}
acknowledged = {acknowledged}
value = {value}
limit = {limit}
unit = {unit}
actor = {actor}
recorded = {recorded}

[table events]
when = {record} = step_end
time = {time}
asset_id = {asset_id}
batch_id = {batch_id}
category = step
code = {name}
text = {level} ended; its start is not recorded
actor = {actor}
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
recorded_by = {actor}
attributes = no

[table genealogy]
when = {record} = material
batch_id = {batch_id}
material_lot = {material_lot}
source_batch_id = {source_batch_id}
material = {material}
quantity = {value}
unit = {unit}
time = {time}
direction = {direction}
attributes = no

[table tags]
when = {record} = tag
tag = {tag}
asset_id = {asset_id}
parameter = {text}
unit = {unit}
attributes = no

[table samples]
when = {record} = sample
time = {time}
tag = {tag}
value = {value}
quality = {quality}

[table results]
when = {record} = result
sample_id = {sample_id}
batch_id = {batch_id}
step = {name}
location = {location}
test = {code}
value = {value}
unit = {unit}
sampled = {time}
reported = {recorded}
outcome = {status}
instrument_id = {asset_id}
attributes = no

[table work_orders]
when = {record} = work_order
work_order_id = {work_order_id}
asset_id = {asset_id}
type = {type|upper|map:type}
priority = {priority}
failure_mode = {failure_mode}
failure_mechanism = {failure_mechanism}
failure_cause = {cause}
activity = {activity|lower}
detection_method = {detection_method}
maintainable_item = {maintainable_item}
reported = {reported}
started = {time}
finished = {end}
due = {due}
status = {status}
text = {text}
plan_id = {plan}
performed_by = {actor}

[table work_order_status]
when = {record} = order_status
work_order_id = {work_order_id}
status = {status}
time = {time}
attributes = no

[table assets]
when = {record} = asset
asset_id = {asset_id}
parent_id = {parent_asset}
asset_class = {asset_class}
description = {text}
serial = {serial}
attributes = no

[table installations]
when = {record} = installation
position = {asset_id}
item = {serial}
part_no = {part_no}
lot = {material_lot}
from = {time}
to = {end}
work_order_id = {work_order_id}
attributes = no
