// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/document/jobs.h"

#include <algorithm>

namespace antecedent::widgets {

Jobs::Jobs(QObject* parent)
    : QObject(parent)
{
    constexpr int kPollMs = 100;
    m_pool.setMaxThreadCount(2);
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, &Jobs::measure);
}

Jobs::~Jobs()
{
    shutDown();
}

void Jobs::shutDown()
{
    cancelAll();
    m_pool.waitForDone();
}

std::shared_ptr<Jobs::Job> Jobs::start(const QString& title)
{
    auto job = std::make_shared<Job>();
    job->title = title;
    job->since.start();
    m_jobs.push_back(job);
    m_poll.start();
    Q_EMIT changed();
    return job;
}

void Jobs::finish(const std::shared_ptr<Job>& job)
{
    m_jobs.remove(job);
    if (m_jobs.empty())
        m_poll.stop();
    Q_EMIT changed();
}

Jobs::Job* Jobs::shown() const
{
    for (const std::shared_ptr<Job>& job : m_jobs)
        if (!job->title.isEmpty())
            return job.get();
    return nullptr;
}

QString Jobs::title() const
{
    const Job* job = shown();
    return job != nullptr ? job->title : QString();
}

double Jobs::fraction() const
{
    const Job* job = shown();
    return job != nullptr ? fractionOf(*job) : -1;
}

double Jobs::fractionOf(const Job& job)
{
    const std::uint64_t total = job.total;
    return total == 0 ? -1 : std::min(1.0, static_cast<double>(job.done) / static_cast<double>(total));
}

void Jobs::measure()
{
    for (const std::shared_ptr<Job>& job : m_jobs)
        if (!job->title.isEmpty())
            job->left.add(job->since.elapsed(), fractionOf(*job));
    Q_EMIT changed();
}

std::optional<std::int64_t> Jobs::timeLeftMs() const
{
    const Job* job = shown();
    return job != nullptr ? job->left.leftMs() : std::nullopt;
}

std::size_t Jobs::shownCount() const
{
    return static_cast<std::size_t>(std::count_if(
        m_jobs.begin(), m_jobs.end(), [](const std::shared_ptr<Job>& job) { return !job->title.isEmpty(); }));
}

void Jobs::cancelShown()
{
    if (Job* job = shown())
        job->stop.request_stop();
}

void Jobs::cancelAll()
{
    for (const std::shared_ptr<Job>& job : m_jobs)
        job->stop.request_stop();
}

} // namespace antecedent::widgets
