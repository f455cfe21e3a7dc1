// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Progress and cancellation of long work. Cancel is a std::stop_token, polled at least every 100 ms.

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string_view>

namespace antecedent {

struct Progress
{
    std::string_view step; // what is being done, a short English word or name
    std::uint64_t done = 0;
    std::uint64_t total = 0; // 0: not known
};

// Called from the worker's thread; must not block. May be empty.
using ProgressFn = std::function<void(const Progress&)>;

} // namespace antecedent
