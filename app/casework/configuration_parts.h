// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the configuration of a file and its bundles share: how texts and approvals stand in documents. Threads: pure.

#include "app/casework/case_configuration.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace antecedent::casework {

Result<void> checkReason(const std::string& reason);

// Of exactly the text with this hash.
std::string approvalName(std::string_view item, const Digest& hash);
std::string approvalJson(const ConfigurationApproval& approval);
// nullopt: it does not say who and when.
std::optional<ConfigurationApproval> approvalFrom(const nlohmann::json& json);

// What the audit trail repeats of a text: its hash and version; the text itself is in the document.
std::string contentOf(const std::string& name, const std::string& text);

} // namespace antecedent::casework
