# Cleaning and sterilisation of equipment, with the end of the clean hold time.
[profile]
name = cleaning-list
title = Cleaning and sterilisation of equipment
columns = Equipment, CleaningID, Type, Start, End, Result
optional = Recipe, Reason, Skid, PrevBatch, NextBatch, CleanHoldUntil, FinalRinse_uS, TOC_ppb, F0_min, By, VerifiedBy

[map result]
OK = pass
PASS = pass
Pass = pass
i.O. = pass
NOK = fail
FAIL = fail
Fail = fail
n.i.O. = fail

[table cleanings]
cleaning_id = {CleaningID}
asset_id = {Equipment}
type = {Type|replace: major:|replace: minor:}
start = {Start}
end = {End}
result = {Result|map:result}
reason = {Reason}
recipe = {Recipe}
skid_id = {Skid}
previous_batch = {PrevBatch}
next_batch = {NextBatch}
expires = {CleanHoldUntil}
rinse_conductivity = {FinalRinse_uS}
toc = {TOC_ppb}
f0 = {F0_min}
performed_by = {By}
verified_by = {VerifiedBy}
