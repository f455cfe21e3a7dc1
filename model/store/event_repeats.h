// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds exact repeats among events. A repeat has the time of what it repeats: while times ascend, or descend as in
// lists with the newest first, an event outside the span of times so far is new without a look-up, and one at the time
// of the event before it is compared with those of that time. A set of all fingerprints is built only once a time falls
// inside the span, or there are many. Memory: bounded, by that set. Threads: those of the database.

#include "model/store/large_fingerprint_set.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace antecedent {

class EventRepeats
{
public:
    // `inMemory`: fingerprints, of more of which the rest is in a temporary file.
    explicit EventRepeats(std::size_t inMemory = LargeFingerprintSet::kInMemory)
        : m_inMemory(inMemory)
        , m_set(inMemory)
    {
    }
    // False: it was there. Errors: those of the temporary file.
    Result<bool> insert(std::int64_t time, const Fingerprint& print)
    {
        if (time <= m_last && time >= m_first)
            return insertWithin(time, print);
        m_first = time < m_first ? time : m_first;
        m_last = time > m_last ? time : m_last;
        if (m_hasSet)
            return addOutside(print);
        m_before = time;
        m_sameTime = m_ordered.size();
        return keep(print);
    }
    // An event of an earlier source.
    Result<void> addEarlier(std::int64_t time, const Fingerprint& print);
    // For an event that comes soon.
    void prefetch(const Fingerprint& print) const
    {
        if (m_hasSet)
            m_set.prefetch(print);
    }

private:
    Result<bool> insertWithin(std::int64_t time, const Fingerprint& print);
    Result<bool> addOutside(const Fingerprint& print);
    Result<bool> keep(const Fingerprint& print);
    Result<void> buildSet();

    std::size_t m_inMemory;
    std::vector<Fingerprint> m_ordered; // all so far, while there is no set
    std::size_t m_sameTime = 0; // the first in m_ordered with the time of the last
    std::int64_t m_before = 0; // time of the last
    std::int64_t m_first = std::numeric_limits<std::int64_t>::max(); // of all
    std::int64_t m_last = std::numeric_limits<std::int64_t>::min();
    LargeFingerprintSet m_set;
    bool m_hasSet = false;
};

} // namespace antecedent
