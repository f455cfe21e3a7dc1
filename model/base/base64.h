// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes as text and back: base64 with padding, one line (RFC 4648 section 4). Threads: pure.

#include <optional>
#include <string>
#include <string_view>

namespace antecedent {

std::string toBase64(std::string_view bytes);
// nullopt unless it is exactly what toBase64 gives for some bytes.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace antecedent
