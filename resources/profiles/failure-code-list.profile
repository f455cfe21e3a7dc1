# List of failure codes
[profile]
name = failure-code-list
title = List of failure codes
columns = category, primary_code, primary_code_description
reference = yes
