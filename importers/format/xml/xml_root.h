// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The root element of a document by its first bytes, to tell formats apart. Threads: pure.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct XmlRoot
{
    std::string name; // local name
    std::string space; // the namespace it is in, as its attributes state it; may be empty
    std::string version; // of an attribute named version with any prefix
    std::vector<std::string> children; // local names of the first elements inside, at most 50 different ones
};

// nullopt: the bytes are no XML.
std::optional<XmlRoot> xmlRoot(std::string_view head);

} // namespace antecedent::importers
