// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/event_repeats.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::size_t kCompared = 16; // events of one time that are compared one by one

} // namespace

Result<bool> EventRepeats::insertWithin(std::int64_t time, const Fingerprint& print)
{
    if (m_hasSet)
        return m_set.insert(print);
    if (time != m_before || m_ordered.size() - m_sameTime >= kCompared) {
        if (const Result<void> built = buildSet(); !built)
            return built.error();
        return m_set.insert(print);
    }
    const auto same = m_ordered.begin() + static_cast<std::ptrdiff_t>(m_sameTime);
    if (std::find(same, m_ordered.end(), print) != m_ordered.end())
        return false;
    return keep(print);
}

Result<bool> EventRepeats::addOutside(const Fingerprint& print)
{
    if (const Result<void> added = m_set.add(print); !added)
        return added.error();
    return true;
}

Result<bool> EventRepeats::keep(const Fingerprint& print)
{
    m_ordered.push_back(print);
    if (m_ordered.size() >= m_inMemory)
        if (const Result<void> built = buildSet(); !built)
            return built.error();
    return true;
}

Result<void> EventRepeats::addEarlier(std::int64_t time, const Fingerprint& print)
{
    if (const Result<void> built = buildSet(); !built)
        return built;
    m_first = std::min(m_first, time);
    m_last = std::max(m_last, time);
    if (const Result<bool> inserted = m_set.insert(print); !inserted)
        return inserted.error();
    return {};
}

Result<void> EventRepeats::buildSet()
{
    if (m_hasSet)
        return {};
    m_hasSet = true;
    for (const Fingerprint& print : m_ordered)
        if (const Result<void> added = m_set.add(print); !added)
            return added;
    m_ordered = {};
    return {};
}

} // namespace antecedent
