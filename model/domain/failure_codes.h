// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the codes of ISO 14224 in a work order mean: failure mode, mechanism, cause, detection method, maintenance
// activity. The names are bundled (resources/tables/iso14224_codes.csv); codes that a site added have none. Threads:
// pure.

#include "model/base/phrase.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace antecedent {

enum class CodeList : std::uint8_t { Mode, Mechanism, Cause, Detection, Activity };

// Of a column of the canonical table of work orders; nullopt for columns without codes.
std::optional<CodeList> codeListOf(std::string_view column);
// Empty for a code that is none of the list. Letters without case; `2` of a mechanism or cause is `2.0`.
Phrase failureCodeName(CodeList list, std::string_view code);
// "ELP (External leakage of process medium)"; the code alone if it has no name.
Phrase namedCode(CodeList list, std::string_view code);

// Name of the failure mode in a class of work orders, `work_order:CM/ELP`; empty for other classes.
Phrase failureModeOfClass(std::string_view eventClass);

} // namespace antecedent
