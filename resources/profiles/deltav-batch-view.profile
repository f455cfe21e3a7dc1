# DeltaV batch historian, view batchview: one row per batch. Of its columns uniqueid, batchid and product are documented by name, start
# and end by what they are; not tried on a real export. State changes of steps are read from brecipestatechangeview or batcheventview.
[profile]
name = deltav-batch-view
title = DeltaV batch historian, batches
columns = uniqueid, batchid, start, end, product

[table batches]
batch_id = {batchid}
product = {product}
start = {start}
end = {end}
