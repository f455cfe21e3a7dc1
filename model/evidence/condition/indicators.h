// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Indicators of an asset's condition, one value per use: process features centred by product and divided by the robust
// spread of their use-to-use differences (phases of one tag and kind averaged), and alarm onsets per code, from the end
// of the previous use to the end of this one. Threads: pure.

#include "model/evidence/condition/features.h"

namespace antecedent::condition {

struct Indicator
{
    Phrase name; // "alarm:PDI_HI", "noise of vibration (AG01.VIB)"
    bool isAlarm = false;
    std::vector<double> values; // per use of the unit: standard deviations, or onsets; NaN unknown
};

// By asset, ascending by name; alarms last.
using Indicators = std::map<AssetIndex, std::vector<Indicator>>;

Indicators makeIndicators(const Plant& plant, const Features& features);

// Robust standard deviation of use-to-use noise over the known values, in their order; 0 for fewer than two.
double successiveSpread(const std::vector<double>& values);

} // namespace antecedent::condition
