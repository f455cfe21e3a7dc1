// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What this program is: versions, as reports state them, and the licences of all that is in it. Threads: GUI.

class QWidget;

namespace antecedent::app {

void showAbout(QWidget* parent);

} // namespace antecedent::app
