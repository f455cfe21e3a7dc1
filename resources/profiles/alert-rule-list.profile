# List of alert rules
[profile]
name = alert-rule-list
title = List of alert rules
columns = rule_id, rule_name, rule_logic
reference = yes
