// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A walk through everything that the window can show: each step of the rail with its modes and tabs, the dialogs, the
// import wizard, errors. At each stop the visitor is called with a name such as "facts.condition" and what is shown:
// the main window or a dialog. A control that a build or an investigation does not offer is passed by. Threads: GUI.

#include "tests/gui/stage.h"

namespace antecedent::gui {

// `depth`: All also writes (freezes the plan, takes a hypothesis over, writes a report), so the file should be a copy.
enum class Depth { Look, All };

using Visitor = std::function<void(const QString& name, QWidget& shown)>;

void visitStart(Stage& stage, const Visitor& visit);
void visitSteps(Stage& stage, Depth depth, const QString& reportFolder, const Visitor& visit);
void visitDialogs(Stage& stage, const Visitor& visit);
// Of an open investigation; `sources`: a file or folder with something to ask about. Nothing is imported.
void visitImport(Stage& stage, const QString& sources, const Visitor& visit);
// A list of a machine with dates to ask about and rows that are rejected, a table and a readme, in a folder of
// `folder`.
QString makeForeignFolder(const QString& folder);
void visitErrors(Stage& stage, const QString& brokenFile, const Visitor& visit);

} // namespace antecedent::gui
