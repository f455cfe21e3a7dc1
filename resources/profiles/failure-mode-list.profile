# List of failure modes with mechanisms
[profile]
name = failure-mode-list
title = List of failure modes with mechanisms
columns = Equipment, Failure Mode, Degradation Mechanism, Influencing Factors
reference = yes
