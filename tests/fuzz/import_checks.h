// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What holds for every source, whatever its bytes: it is read to its end or refused with words, each row is mapped or
// rejected, and it makes no difference how the bytes arrive. Broken promises end the program. Threads: one.

#include <string_view>

namespace antecedent::fuzz {

// The flat table that a format makes of the bytes, whether it recognises them or not; true if it does. `name`: of the
// file.
bool checkFormat(std::string_view bytes, std::string_view format, std::string_view name);

// Recognition, plan, mapping of all rows, a trial.
void checkImport(std::string_view bytes, std::string_view name);

// What is shown of a source before it is imported, with the statement of its export and proposed mappings.
void checkInspection(std::string_view bytes, std::string_view name);

} // namespace antecedent::fuzz
