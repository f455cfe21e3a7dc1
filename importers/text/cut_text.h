// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Texts that are longer than what is kept of them: half a character at the end would make a row of it that is no UTF-8.
// Threads: pure.

#include <cstddef>
#include <string_view>

namespace antecedent::importers {

// At most so many bytes from the beginning, and whole characters of UTF-8 only.
inline std::string_view cutText(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U)
        --most;
    return text.substr(0, most);
}

} // namespace antecedent::importers
