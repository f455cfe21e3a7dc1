// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Small text helpers on UTF-8. ASCII rules only: results never depend on a locale. Threads: pure functions.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

std::string_view trimmedEnds(std::string_view text);
// Without blanks, tabs, CR, LF, NBSP (UTF-8) at both ends.
inline std::string_view trimmed(std::string_view text)
{
    if (text.empty())
        return text;
    const auto first = static_cast<unsigned char>(text.front());
    const auto last = static_cast<unsigned char>(text.back());
    const bool printable = first > ' ' && first < 0x80 && last > ' ' && last < 0x80;
    return printable ? text : trimmedEnds(text);
}
std::string toLowerAscii(std::string_view text);
bool equalsIgnoreCase(std::string_view a, std::string_view b);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
// RFC 4180: quoted only where needed, quotes doubled.
void appendCsvField(std::string& out, std::string_view field);
bool isValidUtf8(std::string_view bytes);

// "1 sample", "2 samples": the number with the word that belongs to it.
std::string counted(std::uint64_t count, std::string_view one, std::string_view many);

} // namespace antecedent
