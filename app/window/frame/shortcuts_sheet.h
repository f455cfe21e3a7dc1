// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All keys of the window on one sheet, made from its actions and buttons, so that none can be missing or wrong; then
// those that views handle themselves. Threads: GUI.

#include <QString>

#include <vector>

class QWidget;

namespace antecedent::app {

struct ShortcutGroup
{
    QString title;
    std::vector<std::pair<QString, QString>> keys; // key, what it does
};

// Of a window's menus, its other actions and buttons, and the views.
std::vector<ShortcutGroup> shortcutsOf(const QWidget* window);

void showShortcuts(QWidget* window);

} // namespace antecedent::app
