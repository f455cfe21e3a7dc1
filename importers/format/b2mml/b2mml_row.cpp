// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/b2mml/b2mml_row.h"

namespace antecedent::importers {

std::string elementAt(std::uint64_t line, std::string_view what)
{
    std::string out = "line ";
    out += std::to_string(line);
    out += ' ';
    out += what;
    return out;
}

} // namespace antecedent::importers
