// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Configuration of the file as its documents keep it (kind kConfigurationDocuments): a text, or "the built-in one
// again". Each put is a version, so that a plan finds the templates that it was frozen with. Errors:
// InvestigationDamaged; those of the store. Threads: as the file's.

#include "model/base/result.h"
#include "model/domain/dataset.h"
#include "model/store/case_file.h"

#include <map>
#include <string>
#include <string_view>

namespace antecedent {

// Names of mapping profiles begin with it; the others are tables that an analysis works by.
inline constexpr std::string_view kProfilePrefix = "profile/";

// An empty text: the built-in one again, or no such profile any more.
std::string configurationJson(std::string_view text);
Result<std::string> configurationText(const StoredDocument& document);

// The tables that an analysis works by, as they were when document `until` was stored.
Result<std::map<std::string, OwnTable>> readOwnTables(const CaseFile& file, std::int64_t until = kAllDocuments);

} // namespace antecedent
