// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How long a job will still take, from its progress: by the speed of the last while, and silent until that means
// something (some seconds and some percent of the work, and a speed that does not jump). A job that counts from the
// beginning again, for its next part, is estimated anew. Milliseconds. Threads: plain value.

#include <cstdint>
#include <deque>
#include <optional>

#include <QString>

namespace antecedent::widgets {

class TimeLeft
{
public:
    void add(std::int64_t atMs, double fraction); // 0..1; negative: not known
    std::optional<std::int64_t> leftMs() const;

private:
    struct Point
    {
        std::int64_t atMs = 0;
        double fraction = 0;
    };
    std::deque<Point> m_points; // ascending in both; the first is where this part began
};

// `about 2 min left`, `about 40 s left`, `a few seconds left`.
QString timeLeftText(std::int64_t leftMs);

} // namespace antecedent::widgets
