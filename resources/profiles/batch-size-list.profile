# List of batch sizes by product
[profile]
name = batch-size-list
title = List of batch sizes by product
columns = Product code, Batch Size (tablets), Normalisation factor
reference = yes
