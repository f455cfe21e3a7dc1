// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who changes an investigation, and when. The store never asks the system for a name or a time itself: both come from
// the program's edge (the command line gives the operating system's user and clock), so that tests and results stay
// deterministic. Threads: the clock is called from the thread that writes.

#include "model/base/time.h"

#include <cstdint>
#include <functional>
#include <string>

namespace antecedent {

// A reading of the wall clock: the instant and the local offset from UTC at that instant.
struct WallTime
{
    Timestamp utc{};
    std::int16_t offsetMinutes = 0;
};
using WallClock = std::function<WallTime()>;

struct Actor
{
    std::string name;
    WallClock clock;
};

} // namespace antecedent
