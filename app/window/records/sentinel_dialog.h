// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which events like a given one are to be failures of the case: its class on its asset, its class anywhere, or it
// alone; says how many that are before anything is written. Threads: GUI; counting runs in a job.

#include "app/window/shared/view.h"

#include <functional>

namespace antecedent::app {

// `then` gets a filter and the reason for the audit trail.
void askForSentinel(const Workspace& workspace, QWidget* parent, std::uint32_t event,
    const std::function<void(const std::string& where, const std::string& reason)>& then);

} // namespace antecedent::app
