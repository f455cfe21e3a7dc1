// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keys by the names that stand on keyboards of the window's language: Ctrl+G is Strg+G in German. Threads: GUI.

#include <QString>

namespace antecedent::app {

QString keyNames(QString keys);

} // namespace antecedent::app
