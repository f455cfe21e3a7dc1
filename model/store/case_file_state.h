// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The inside of a CaseFile. Threads: as case_file.h.

#include "model/store/case_file.h"
#include "model/store/database.h"

#include <memory>

namespace antecedent {

struct CaseFile::State
{
    std::unique_ptr<Database> database;
    Actor actor;

    // An error unless the file was opened for writing.
    Result<void> requireWritable() const;
};

} // namespace antecedent
