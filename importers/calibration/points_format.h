// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The format "calibrationpoints": points of calibration data sheets, a row per calibration (point_fold.h).

#include "importers/format/format.h"

namespace antecedent::importers {

Format calibrationPointsFormat();

} // namespace antecedent::importers
