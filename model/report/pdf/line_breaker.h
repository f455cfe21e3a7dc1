// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a text breaks into lines. Codes of the plant and numbers with their unit stay whole where a line can hold them:
// a line ends at a space, but not before "%" or a unit, nor after "=", "<" or "@"; only a piece that is longer than a
// line is cut, after the last "_", ":", "/", ".", "," or "-" that fits, else anywhere. Widths are the caller's units.
// Threads: pure.

#include <QtCore/QString>

#include <functional>
#include <vector>

namespace antecedent {

struct LineBreak
{
    qsizetype at = 0; // the new line begins here, or after the space that stands here
    bool isSpace = false;
};

// Ascending. `widthOf` is the width of one character of the text, given its position.
std::vector<LineBreak> lineBreaks(
    const QString& text, const std::function<double(qsizetype)>& widthOf, double lineWidth);

} // namespace antecedent
