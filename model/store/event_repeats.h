// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds exact repeats among events. A repeat has the time of what it repeats: while times ascend, or descend as in
// lists with the newest first, an event outside the span of times so far is new without a look-up, and one at the time
// of the event before it is compared with those of that time. A set of all fingerprints is built only once a time falls
// inside the span. Threads: those of the database.

#include "model/store/fingerprint.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace antecedent {

class EventRepeats
{
public:
    // False: it was there.
    bool insert(std::int64_t time, const Fingerprint& print)
    {
        if (m_hasSet)
            return m_set.insert(print);
        if (time > m_last || time < m_first) {
            m_first = time < m_first ? time : m_first;
            m_last = time > m_last ? time : m_last;
            m_before = time;
            m_sameTime = m_ordered.size();
            m_ordered.push_back(print);
            return true;
        }
        return insertWithin(time, print);
    }
    // An event of an earlier source.
    void addEarlier(const Fingerprint& print);
    // For an event that comes soon.
    void prefetch(const Fingerprint& print) const
    {
        if (m_hasSet)
            m_set.prefetch(print);
    }

private:
    bool insertWithin(std::int64_t time, const Fingerprint& print);
    void buildSet();

    std::vector<Fingerprint> m_ordered; // all so far, while there is no set
    std::size_t m_sameTime = 0; // the first in m_ordered with the time of the last
    std::int64_t m_before = 0; // time of the last
    std::int64_t m_first = std::numeric_limits<std::int64_t>::max();
    std::int64_t m_last = std::numeric_limits<std::int64_t>::min();
    FingerprintSet m_set;
    bool m_hasSet = false;
};

} // namespace antecedent
