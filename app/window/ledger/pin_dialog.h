// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pinning from any view: what is shown is frozen off the GUI thread, then a dialog asks to which hypothesis, a new one
// included, and which way it speaks. Threads: GUI.

#include "app/window/shared/view.h"
#include "model/conclusion/ledger_types.h"

#include <functional>

namespace antecedent::app {

// Calls `then` with a record as it is now, as long as `receiver` lives and the data are the same.
void whenShown(
    const Workspace& workspace, QObject* receiver, std::uint32_t event, const std::function<void(const Shown&)>& then);

// The dialog; it writes through the case's book.
void askWhereToPin(const Workspace& workspace, QWidget* parent, const Shown& shown);
// A note on a record, as a manual fact.
void askForNote(const Workspace& workspace, QWidget* parent, const Shown& record);

} // namespace antecedent::app
