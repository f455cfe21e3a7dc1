// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The report as PDF/A-1b: A4, opaque colours, fonts embedded from the program's resources (no font of the system is
// used), text that can be searched and copied. Equal documents give equal bytes: dates and identifiers come from the
// document. A QGuiApplication of the caller is used if there is one, else a display-less one is made for the call, so
// it must run on the main thread of a program without a QCoreApplication of its own. Units inside: 1/20 point.

#include "model/base/result.h"
#include "model/report/document.h"

#include <string>

namespace antecedent {

struct RenderedPdf
{
    std::string bytes;
    int pages = 0;
};

Result<RenderedPdf> renderPdf(const ReportDocument& document);

} // namespace antecedent
