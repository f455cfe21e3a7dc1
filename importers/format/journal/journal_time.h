// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The time of a journal row. GMT and local time in one row give its offset. Threads: pure.

#include <string>
#include <string_view>

namespace antecedent::importers {

// The local time as it is written, with the offset that GMT in the same row gives it: whole quarter hours, up to a
// minute apart. Two times that contradict each other become a text that says so and is no time. GMT alone is marked as
// such, a local time alone stays as it is.
std::string journalTime(std::string_view gmt, std::string_view local);

} // namespace antecedent::importers
