// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/event_repeats.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::size_t kCompared = 16; // events of one time that are compared one by one

} // namespace

bool EventRepeats::insertWithin(std::int64_t time, const Fingerprint& print)
{
    if (time != m_before || m_ordered.size() - m_sameTime >= kCompared) {
        buildSet();
        return m_set.insert(print);
    }
    const auto same = m_ordered.begin() + static_cast<std::ptrdiff_t>(m_sameTime);
    if (std::find(same, m_ordered.end(), print) != m_ordered.end())
        return false;
    m_ordered.push_back(print);
    return true;
}

void EventRepeats::addEarlier(const Fingerprint& print)
{
    buildSet();
    m_set.insert(print);
}

void EventRepeats::buildSet()
{
    if (m_hasSet)
        return;
    m_hasSet = true;
    for (const Fingerprint& print : m_ordered)
        m_set.insert(print);
    m_ordered = {};
}

} // namespace antecedent
