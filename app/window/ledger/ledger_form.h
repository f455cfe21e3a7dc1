// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the forms of the conclusion view share: named fields, the line that says what is wrong, and the question for a
// reason. Threads: GUI.

#include "model/base/result.h"

#include <QString>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QWidget;

namespace antecedent::app {

// Named and described for keyboard and screen readers.
QPushButton* formButton(const QString& text, const QString& name, const QString& tip, QWidget* parent);
QComboBox* formChoice(const QString& name, const QString& accessibleName, QWidget* parent);
QLabel* formHeading(const QString& text, QWidget* parent);
// Hidden until showProblem gives it an error.
QLabel* formProblem(const QString& name, QWidget* parent);
bool showProblem(QLabel* label, const Result<void>& done); // true: there is none

// Asks for a reason in a small dialog; `then` is called with it, its error is shown and asked about again.
void askReason(QWidget* parent, const QString& title, const std::function<Result<void>(const QString&)>& then);

} // namespace antecedent::app
