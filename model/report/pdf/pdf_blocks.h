// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Turns the blocks of a report into the pieces that page_flow.h breaks into pages. Units of 1/20 point.

#include "model/report/document.h"
#include "model/report/pdf/page_flow.h"
#include "model/report/pdf/pdf_text.h"

#include <vector>

namespace antecedent {

// Paints a drawing with its top left corner at (x, y).
void paintDrawing(QPainter& painter, const PdfFonts& fonts, const Drawing& drawing, double x, double y);
// Pieces of all blocks in order, for a column of `width`. They keep references to `fonts` and `document`.
std::vector<Piece> piecesOf(const ReportDocument& document, const PdfFonts& fonts, double width);

} // namespace antecedent
