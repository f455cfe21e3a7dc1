// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a B2MML or BatchML document is: its root by local name (BatchML V02, B2MML V0400 to V0701), its namespace, and
// whether such a message holds anything that happened. Threads: pure.

#include <optional>
#include <string>
#include <string_view>

namespace antecedent::importers {

struct B2mmlKind
{
    std::string root; // local name, as written
    std::string noun; // in lower case, without the verb of a message
    std::string space; // namespace of the root; empty if it has none
    bool isKnownSpace = false; // it names B2MML or BatchML
    bool isOfAVersion = false; // it is that of a version: -V02 to -V0600, or the one of V0700 and later
    std::string refusal; // why nothing can be imported from such a document; empty: it can
};

// By root element and namespace; nullopt: no B2MML.
std::optional<B2mmlKind> b2mmlKindOf(std::string_view root, std::string_view space);

} // namespace antecedent::importers
