// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Times as a person types them. Threads: pure.

#include "widgets/common/site_time.h"

#include <QString>

#include <optional>

namespace antecedent::app {

// Microseconds UTC. Local time in the zone, `2026-03-29 01:30` with or without seconds, decimals, offset; `t0`; or a
// distance to the anchor, `-4 h 50 min`, `+90 s`, `1.5d`. Of a local time that occurs twice the earlier one.
std::optional<std::int64_t> enteredTime(const QString& text, const Zone& zone, std::optional<std::int64_t> anchorUs);
// As it can be typed again: `2026-03-29 01:30:00`.
QString typedForm(std::int64_t us, const widgets::SiteTime& times);

} // namespace antecedent::app
