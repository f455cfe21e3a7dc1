// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of a stored source as they stand in its file, rejected ones included: read again from the kept bytes by the
// stored plan. Threads: the one that owns the CaseFile.

#include "model/store/case_file.h"

#include <cstdint>
#include <map>
#include <set>
#include <stop_token>
#include <string>

namespace antecedent::importers {

// By the line where a row starts; rows are cut to 400 bytes. Lines at which no row starts are left out. Errors: those
// of CaseFile::sourceBytes, CorruptInput, Cancelled.
Result<std::map<std::uint64_t, std::string>> originalRows(const CaseFile& file, const StoredSource& source,
    const std::set<std::uint64_t>& lines, const std::stop_token& stop);

// The text of a source's rows as its row places count it, from its kept bytes: unpacked, flat, in UTF-8. A decoder for
// CaseFile::originalRow. Errors: CorruptInput, those of the source's format.
Result<std::string> sourceText(const StoredSource& source, std::string bytes);

} // namespace antecedent::importers
