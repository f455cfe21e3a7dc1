// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What --profile stands for: a built-in name, a file with one profile or several, or a folder of such files, which are
// tried like the built-in ones. Threads: main.

#include "importers/profile/profile.h"

#include <string>
#include <vector>

namespace antecedent::cli {

struct ChosenProfiles
{
    std::vector<importers::Profile> stated; // a single one is used whatever the header says
    std::vector<importers::Profile> more; // of a folder
};
Result<ChosenProfiles> chosenProfiles(const std::string& option);

} // namespace antecedent::cli
