// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lengths of windows and anchors as people read and type them, in the language of the window: `72 h`, `8 run hours`,
// `since cleaning`, `start of Blending`. The words of the command line (`8runh`, `since:clean`) are read as well.
// Threads: GUI.

#include "model/alignment/window_options.h"

#include <QString>

class QComboBox;

namespace antecedent::app {

QString lengthName(const WindowLength& length);
QString anchorName(const AnchorRule& anchor);

// What lengthName() and anchorName() give, in any case of letters; else as parseWindowLength() and parseAnchor().
// Errors: InvalidArgument, in words of the window.
Result<WindowLength> lengthOfName(const QString& name);
Result<AnchorRule> anchorOfName(const QString& name);

// The usual choices of an editable box; what is meant stands in the data of an item, as in the command line.
void addUsualLengthsBefore(QComboBox& box);
void addUsualLengthsAfter(QComboBox& box);
void addUsualAnchors(QComboBox& box);

} // namespace antecedent::app
