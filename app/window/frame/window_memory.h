// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Splitters of the views and widths of their columns, as they were left: taken from the widgets and given back to them,
// so that no view needs to care. A table or splitter that is another one by now keeps its usual form. Threads: GUI.

#include <QByteArray>

class QWidget;

namespace antecedent::app {

// As JSON.
QByteArray arrangementOf(const QWidget* views);
void arrange(QWidget* views, const QByteArray& arrangement);

} // namespace antecedent::app
