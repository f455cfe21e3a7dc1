// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is stated or settled of the text of a source, so that a reader need not guess it from the first bytes. Threads:
// plain values.

#include "importers/text/encoding.h"
#include "importers/text/time_text.h"

#include <optional>

namespace antecedent::importers {

struct TextHints
{
    std::optional<Encoding> encoding;
    std::optional<char> decimalMark;
    std::optional<DateOrder> dateOrder; // for what depends on the order of rows in time

    bool operator==(const TextHints&) const = default;
};

} // namespace antecedent::importers
