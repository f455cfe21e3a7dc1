// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/document/context.h"

namespace antecedent::widgets {

Context::Context(QObject* parent)
    : QObject(parent)
{
}

void Context::setData(DataPtr data)
{
    const Failure* old = currentFailure();
    const std::string kept = old != nullptr ? old->id : std::string();
    const bool isSameFile = data && m_data && data->path == m_data->path;
    m_data = std::move(data);
    m_selected.reset();
    m_past.clear(); // positions of failures belong to a snapshot
    m_future.clear();
    if (!isSameFile) {
        m_now = {};
        m_suspectOf.clear();
    }
    m_now.failure.reset();
    if (m_data) {
        for (std::size_t i = 0; i < m_data->failures.size(); ++i)
            if (m_data->failures[i].id == kept)
                m_now.failure = i;
        if (!m_now.failure && !m_data->failures.empty())
            m_now.failure = m_data->failures.size() - 1; // the latest
    }
    Q_EMIT dataChanged();
    Q_EMIT questionChanged();
    Q_EMIT selectionChanged();
}

const Failure* Context::currentFailure() const
{
    return m_data && m_now.failure ? &m_data->failures[*m_now.failure] : nullptr;
}

const Deviation* Context::currentDeviation() const
{
    const Failure* failure = currentFailure();
    return failure != nullptr ? m_data->dataset.findDeviation(failure->id) : nullptr;
}

void Context::ask(const Question& question)
{
    if (question == m_now)
        return;
    m_past.push_back(m_now);
    m_future.clear();
    m_now = question;
    Q_EMIT questionChanged();
}

void Context::setFailure(std::optional<std::size_t> failure)
{
    Question next = m_now;
    next.failure = failure;
    ask(next);
}

void Context::setWindow(Duration before, Duration after)
{
    Question next = m_now;
    next.before = before;
    next.after = after;
    ask(next);
}

void Context::setFilter(const QString& filter)
{
    Question next = m_now;
    next.filter = filter;
    ask(next);
}

void Context::select(std::optional<std::uint32_t> event)
{
    if (m_selected == event)
        return;
    m_selected = event;
    Q_EMIT selectionChanged();
}

const std::string& Context::suspect() const
{
    static const std::string none;
    const Failure* failure = currentFailure();
    return failure != nullptr && failure->id == m_suspectOf ? m_suspect : none;
}

void Context::setSuspect(const std::string& failure, const std::string& asset)
{
    if (failure == m_suspectOf && asset == m_suspect)
        return;
    m_suspectOf = failure;
    m_suspect = asset;
    Q_EMIT suspectChanged();
}

void Context::setUtc(bool isUtc)
{
    if (m_isUtc == isUtc)
        return;
    m_isUtc = isUtc;
    Q_EMIT zoneChanged();
}

SiteTime Context::times() const
{
    return m_isUtc || !m_data ? SiteTime() : SiteTime(m_data->siteZone);
}

void Context::goBack()
{
    if (m_past.empty())
        return;
    m_future.push_back(m_now);
    m_now = m_past.back();
    m_past.pop_back();
    Q_EMIT questionChanged();
}

void Context::goForward()
{
    if (m_future.empty())
        return;
    m_past.push_back(m_now);
    m_now = m_future.back();
    m_future.pop_back();
    Q_EMIT questionChanged();
}

} // namespace antecedent::widgets
