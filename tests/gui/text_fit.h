// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Looks over all that is visible in a window for text that does not fit: labels, buttons, boxes, tabs, headers of
// tables and numbers in them wider or higher than their place, and text that lies on other text. What ends in an
// ellipsis by intent (long text of table cells) is left alone. Threads: GUI.

#include <QString>
#include <QStringList>
#include <QWidget>

namespace antecedent::gui {

// One line per fault: which widget, its text, what is wrong with it. Empty: everything fits.
QStringList textFaults(const QWidget& top);

} // namespace antecedent::gui
