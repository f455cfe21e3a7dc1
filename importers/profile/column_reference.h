// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How profiles name the columns of a source: by heading, case ignored, or as `column 3` by place where a heading can't
// be written in a profile. Threads: pure.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

// `names` as columnNames() makes them. Position of the column that is meant.
std::optional<std::size_t> findColumn(const std::vector<std::string>& names, std::string_view reference);
// What a profile calls a column; findColumn leads back to it.
std::string columnReference(const std::vector<std::string>& names, std::size_t index);

} // namespace antecedent::importers
