// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The description of the stored encodings that every investigation file carries in its table format_notes. It is
// constant for a schema version; verify compares it. Threads: constant data.

#include <span>
#include <string_view>

namespace antecedent {

inline constexpr std::string_view kProgramTopic = "0 program needed";

struct FormatNote
{
    std::string_view topic;
    std::string_view text;
};

std::span<const FormatNote> formatNotes();

} // namespace antecedent
