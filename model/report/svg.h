// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A drawing as an inline SVG element, and the escaping that makes any text safe in XML and HTML. Threads: pure.

#include "model/report/drawing.h"

#include <string>
#include <string_view>

namespace antecedent {

// `&<>"'` as entities; control characters that XML 1.0 forbids become U+FFFD; bytes that are not UTF-8 too.
std::string escapeXml(std::string_view text);
// At most `decimals` digits after the point, trailing zeros cut, never an exponent, independent of the locale.
std::string fixedNumber(double value, int decimals);
// <svg> element with a title for readers who cannot see it; sizes in points.
std::string toSvg(const Drawing& drawing);

} // namespace antecedent
