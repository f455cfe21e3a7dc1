// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The report as one self-contained HTML 5 file: inline style and SVG, no script, nothing loaded from elsewhere, fit for
// printing on A4. All texts are escaped. Threads: pure; equal documents give equal bytes.

#include "model/report/document.h"

#include <string>

namespace antecedent {

std::string renderHtml(const ReportDocument& document);

} // namespace antecedent
