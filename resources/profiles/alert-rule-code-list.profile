# List of alert rules and the failure codes that they point to
[profile]
name = alert-rule-code-list
title = List of alert rules and the failure codes that they point to
columns = rule_id, rule_name, primary_code, primary_code_description
reference = yes
