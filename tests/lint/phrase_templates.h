// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The English templates that the sources use (model/base/phrase.h): literals in phrase("..."), say("..."),
// plural(n, "...", "..."), term("..."). Threads: pure.

#include "tests/lint/source_tree.h"

#include <map>
#include <set>
#include <string>

namespace antecedent::lint {

// Template to the first file that uses it.
std::map<std::string, std::string> phraseTemplates(const std::vector<SourceFile>& files);
// Every string literal of the files, neighbours joined; words that term() looks up at run time are among them.
std::set<std::string> literalsOf(const std::vector<SourceFile>& files);
// "%1", "%2" and so on, in ascending order.
std::string placesOf(const std::string& text);

} // namespace antecedent::lint
