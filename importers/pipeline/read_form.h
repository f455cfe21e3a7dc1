// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the text of a stored source was read, by the plan that is kept with it. Threads: pure.

#include "importers/text/text_hints.h"
#include "importers/text/text_source.h"
#include "model/store/case_file.h"

#include <string>

namespace antecedent::importers {

// What a plan of another version does not say is as usual.
struct ReadForm
{
    TextForm text;
    std::string format;
    std::string container;
    std::string part;
    TextHints hints;
};

ReadForm readFormOf(const StoredSource& source);

} // namespace antecedent::importers
