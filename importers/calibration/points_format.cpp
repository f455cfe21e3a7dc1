// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/calibration/points_format.h"

#include "importers/calibration/point_fold.h"
#include "importers/format/rows_source.h"

namespace antecedent::importers {

namespace {

std::optional<FormatMatch> matchPoints(std::string_view head, std::string_view /*name*/)
{
    constexpr int kSure = 95;
    const DelimitedHead found = readDelimitedHead(head);
    if (!found.isTable() || !findPointColumns(found.columns))
        return std::nullopt;
    return FormatMatch{kSure, phrase("points of calibration data sheets by their headings")};
}

} // namespace

Format calibrationPointsFormat()
{
    Format out;
    out.id = "calibrationpoints";
    out.title = "points of calibration data sheets";
    out.isDelimited = true;
    out.match = matchPoints;
    out.open = RowsSource<PointFold>::open;
    return out;
}

} // namespace antecedent::importers
