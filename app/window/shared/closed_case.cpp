// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shared/closed_case.h"

#include <QCoreApplication>

namespace antecedent::app {

QString closedCaseNote(const widgets::DataPtr& snapshot)
{
    if (!snapshot || snapshot->caseInfo.open)
        return {};
    return QCoreApplication::translate(
        "ClosedCase", "This case is closed and keeps what was decided before. What you decide counts for open cases.");
}

} // namespace antecedent::app
