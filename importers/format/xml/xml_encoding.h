// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The encoding of an XML document: a byte order mark, the zero bytes of UTF-16, else what the declaration states, else
// UTF-8 (XML 1.0, appendix F). Threads: pure.

#include "importers/text/encoding.h"

#include <optional>
#include <string>
#include <string_view>

namespace antecedent::importers {

struct XmlEncoding
{
    bool needsMore = false; // the declaration is cut
    std::optional<Encoding> encoding; // none: one that is not known here
    std::size_t markBytes = 0; // to be skipped
    std::string name; // as the declaration states it; may be empty
};

// `isWhole`: no bytes follow.
XmlEncoding encodingOfXml(std::string_view head, bool isWhole);

} // namespace antecedent::importers
