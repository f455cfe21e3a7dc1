// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A source as a user names it: a file, or one table of a file, `plan.xlsx#Alarms`. Threads: pure.

#include "importers/text/byte_source.h"
#include "model/base/result.h"

#include <memory>
#include <string>
#include <vector>

namespace antecedent::importers {

struct SourcePath
{
    std::string file;
    std::string part; // empty: the file as a whole
};

// A file whose own name has a # is taken as it is.
SourcePath splitSourcePath(const std::string& path);
// The names by which the tables of a file are read: the file's own, unless it has several of them. What can't be read
// is listed by its own name, so that reading it says why.
std::vector<std::string> tablesOfFile(const std::string& file);
// The packed bytes, from their start. Errors of FileSource::open.
Result<std::unique_ptr<ByteSource>> openSource(const SourcePath& path);

} // namespace antecedent::importers
