// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A drawn sequence graph as a file: svg and png are the picture (light, for paper), dot, graphml and json the whole
// graph as the command line writes it. Error: FileUnwritable. Threads: GUI.

#include "app/window/sequences/sequences.h"

class QString;

namespace antecedent::app {

// The answer must have a picture; `foot` are the words below it.
Result<void> saveSequences(const Sequences& answer, const QString& foot, const QString& format, const QString& path);

} // namespace antecedent::app
