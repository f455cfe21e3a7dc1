// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The two clicks that freeze the plan in a window: the button of the step Evidence, and the answer to its question.

#include <QDialog>
#include <QPushButton>
#include <QTest>

namespace antecedent {

// The question, which stands open; null without one.
inline QDialog* askToFreeze(const QWidget& window)
{
    auto* act = window.findChild<QPushButton*>(QStringLiteral("freezeAndAssess"));
    if (act == nullptr)
        return nullptr;
    QTest::mouseClick(act, Qt::LeftButton);
    auto* dialog = window.findChild<QDialog*>(QStringLiteral("freezeDialog"));
    return dialog != nullptr && dialog->isVisible() ? dialog : nullptr;
}

inline bool freezePlan(const QWidget& window)
{
    const QDialog* dialog = askToFreeze(window);
    auto* confirm = dialog == nullptr ? nullptr : dialog->findChild<QPushButton*>(QStringLiteral("freezeConfirm"));
    if (confirm == nullptr)
        return false;
    QTest::mouseClick(confirm, Qt::LeftButton);
    return true;
}

} // namespace antecedent
