# List of components with explanations
[profile]
name = component-list
title = List of components with explanations
columns = equipment, component, explanation
reference = yes
