// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xes/xes_activities.h"

#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

using Column = XesColumn;

enum class Transition : std::uint8_t { Start, Complete, Suspend, Resume, Other };

Transition transitionOf(std::string_view text)
{
    const auto is = [&](std::string_view word) { return equalsIgnoreCase(text, word); };
    if (is("start"))
        return Transition::Start;
    if (is("complete") || is("ate_abort") || is("pi_abort"))
        return Transition::Complete;
    return is("suspend") ? Transition::Suspend : is("resume") ? Transition::Resume : Transition::Other;
}

std::string keyOf(const XesRow& row)
{
    return row[Column::Activity] + '\n' + row[Column::Instance];
}

} // namespace

void TraceActivities::add(XesRow&& row, XesRows& out)
{
    switch (transitionOf(row[Column::Lifecycle])) {
    case Transition::Start:
        open(m_open, std::move(row), out);
        return;
    case Transition::Complete:
        close(m_open, std::move(row), out);
        return;
    case Transition::Suspend:
        row[Column::Record] = "pause";
        open(m_paused, std::move(row), out);
        return;
    case Transition::Resume:
        row[Column::Record] = "pause";
        close(m_paused, std::move(row), out);
        return;
    case Transition::Other:
        out.add(std::move(row));
        return;
    }
}

void TraceActivities::flush(XesRows& out)
{
    std::vector<XesRow> rest;
    for (Open* open : {&m_open, &m_paused})
        for (auto& [key, rows] : *open)
            std::move(rows.begin(), rows.end(), std::back_inserter(rest));
    std::sort(rest.begin(), rest.end(), [](const XesRow& a, const XesRow& b) { return a.order < b.order; });
    for (XesRow& row : rest)
        out.add(std::move(row));
    m_open.clear();
    m_paused.clear();
    m_count = 0;
}

void TraceActivities::open(Open& into, XesRow&& row, XesRows& out)
{
    if (m_count >= kMostOpen) {
        m_unpaired += m_count;
        flush(out);
    }
    ++m_count;
    into[keyOf(row)].push_back(std::move(row));
}

void TraceActivities::close(Open& from, XesRow&& row, XesRows& out)
{
    const auto found = from.empty() ? from.end() : from.find(keyOf(row));
    if (found == from.end()) {
        out.add(std::move(row));
        return;
    }
    XesRow whole = std::move(found->second.front());
    found->second.pop_front();
    --m_count;
    if (found->second.empty())
        from.erase(found);
    mergeInto(whole, std::move(row));
    out.add(std::move(whole));
}

} // namespace antecedent::importers
