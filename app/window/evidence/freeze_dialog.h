// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The question before the plan is frozen, which can't be taken back: what will be looked for, in words; whether that is
// what the template says, as the window may have been set just to look at something; and what it means. Threads: GUI.

#include <QDialog>

namespace antecedent::app {

class PlanPanel;

class FreezeDialog : public QDialog
{
    Q_OBJECT

public:
    FreezeDialog(const PlanPanel& plan, const QString& classification, QWidget* parent);

Q_SIGNALS:
    void templateWanted(); // instead of what the fields say; nothing is frozen

private:
    void addWords(const QString& html, const char* name);
};

} // namespace antecedent::app
