// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What to say where decisions on the whole file are made while a closed case is shown. Threads: GUI.

#include "widgets/document/investigation_data.h"

#include <QString>

namespace antecedent::app {

// Empty: the case is open, or there is none.
QString closedCaseNote(const widgets::DataPtr& snapshot);

} // namespace antecedent::app
