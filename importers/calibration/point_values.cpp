// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/calibration/point_values.h"

#include "importers/mapping/tolerance_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <initializer_list>

namespace antecedent::importers {

namespace {

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return equalsIgnoreCase(text, word); });
}

bool hasOtherOutput(const PointCells& cells, char decimalMark)
{
    if (!cells.inputUnit.empty() && !cells.outputUnit.empty() && !equalsIgnoreCase(cells.inputUnit, cells.outputUnit))
        return true;
    const std::string apart = differenceText(cells.wanted, cells.nominal, decimalMark);
    return !apart.empty() && apart != "0";
}

} // namespace

PointErrors pointErrors(const PointCells& cells, char decimalMark)
{
    const bool isOther = hasOtherOutput(cells, decimalMark);
    const auto error = [&](std::string_view stated, std::string_view in, std::string_view out) {
        return stated.empty() ? differenceText(out, isOther ? cells.wanted : in, decimalMark) : std::string(stated);
    };
    PointErrors out;
    out.found = error(cells.foundError, cells.foundIn, cells.foundOut);
    out.left = error(cells.leftError, cells.leftIn, cells.leftOut);
    out.unit = std::string(isOther && cells.foundError.empty() ? cells.outputUnit : cells.unit);
    return out;
}

std::optional<bool> isPointFailed(std::string_view passed, std::string_view failed)
{
    const auto isYes = [](std::string_view text) { return isOneOf(text, {"1", "Y", "true", "yes"}); };
    const auto isNo = [](std::string_view text) { return isOneOf(text, {"0", "N", "false", "no"}); };
    for (const std::string_view mark : {failed, passed}) {
        if (isOneOf(mark, {"FAIL", "FAILED"}))
            return true;
        if (isOneOf(mark, {"PASS", "PASSED"}))
            return false;
    }
    if (isYes(failed) || isYes(passed))
        return isYes(failed);
    if (isNo(failed) && isNo(passed))
        return std::nullopt; // not judged
    return isNo(passed) ? std::optional(true) : isNo(failed) ? std::optional(false) : std::nullopt;
}

} // namespace antecedent::importers
