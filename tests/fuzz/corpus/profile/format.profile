[profile]
name = c
format = xes
columns = x, y
[table work_orders]
when = {x} = event
work_order_id = {x}
asset_id = {column 3}
type = CM
completes = yes
