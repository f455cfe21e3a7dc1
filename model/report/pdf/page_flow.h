// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Breaks a column of pieces (lines, table rows, figures) into pages: pieces chained by keepWithNext stay together where
// a page can hold them, and a table's header is repeated on each page that the table reaches. Pure arithmetic, units
// are the caller's.

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

class QPainter;

namespace antecedent {

struct Piece
{
    double spaceBefore = 0; // left out at the top of a page
    double height = 0;
    bool keepWithNext = false;
    bool startsPage = false;
    std::function<void(QPainter&, double y)> paint; // y of the piece's top
    std::shared_ptr<const Piece> repeatedHeader; // painted first when the piece comes first on a page
    bool mayFloat = false; // with its chain: where it does not fit, what follows fills the page and it opens the next
};

struct PlacedPiece
{
    const Piece* piece = nullptr;
    double y = 0;
};

using PlacedPage = std::vector<PlacedPiece>;

// At least one page. The pieces must outlive the result.
std::vector<PlacedPage> breakIntoPages(const std::vector<Piece>& pieces, double pageHeight);

} // namespace antecedent
