// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/pdf/page_flow.h"

namespace antecedent {

namespace {

// Height of pieces first..last with their spaces, the first one at the top of a page or not.
double heightOf(const std::vector<Piece>& pieces, std::size_t first, std::size_t last, bool isAtTop)
{
    double height = 0;
    for (std::size_t i = first; i <= last; ++i) {
        if (i == first && isAtTop)
            height += pieces[i].repeatedHeader ? pieces[i].repeatedHeader->height : 0;
        else
            height += pieces[i].spaceBefore;
        height += pieces[i].height;
    }
    return height;
}

} // namespace

std::vector<PlacedPage> breakIntoPages(const std::vector<Piece>& pieces, double pageHeight)
{
    std::vector<PlacedPage> pages(1);
    double y = 0;
    for (std::size_t i = 0; i < pieces.size();) {
        std::size_t last = i;
        while (last + 1 < pieces.size() && pieces[last].keepWithNext
            && heightOf(pieces, i, last + 1, true) <= pageHeight && !pieces[last + 1].startsPage)
            ++last;
        const bool fits = y + heightOf(pieces, i, last, pages.back().empty()) <= pageHeight;
        if (!pages.back().empty() && (!fits || pieces[i].startsPage)) {
            pages.emplace_back();
            y = 0;
        }
        for (; i <= last; ++i) {
            const Piece& piece = pieces[i];
            if (!pages.back().empty()) {
                y += piece.spaceBefore;
            } else if (piece.repeatedHeader) {
                pages.back().push_back({piece.repeatedHeader.get(), y});
                y += piece.repeatedHeader->height;
            }
            pages.back().push_back({&piece, y});
            y += piece.height;
        }
    }
    return pages;
}

} // namespace antecedent
