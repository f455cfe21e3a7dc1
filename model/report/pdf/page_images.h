// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pages of a report as pictures, painted by the code that paints the PDF: line breaks, page breaks and figures are
// those of the print. Cost: laying out the whole document once, painting the wanted pages. Needs a QGuiApplication.
// Errors: Internal. Threads: any, one call at a time per document.

#include "model/base/result.h"
#include "model/report/document.h"

#include <QtGui/QImage>

#include <vector>

namespace antecedent {

struct PageImages
{
    std::size_t pages = 0; // of the document
    std::size_t first = 0; // page of images[0], from 0
    std::vector<QImage> images; // opaque, one per page
};

// Height of a page per its width (A4).
inline constexpr double kPageAspect = 297.0 / 210.0;

// Pages from `first` on, as many as there are up to `count`, each `width` pixels wide (1..4000).
Result<PageImages> paintPages(const ReportDocument& document, std::size_t first, std::size_t count, int width);

} // namespace antecedent
