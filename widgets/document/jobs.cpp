// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/document/jobs.h"

namespace antecedent::widgets {

Jobs::Jobs(QObject* parent)
    : QObject(parent)
{
    constexpr int kPollMs = 100;
    m_pool.setMaxThreadCount(2);
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, &Jobs::changed);
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

const Jobs::Job* Jobs::shown() const
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
    if (job == nullptr || job->total == 0)
        return -1;
    return static_cast<double>(job->done) / static_cast<double>(job->total);
}

void Jobs::cancelAll()
{
    for (const std::shared_ptr<Job>& job : m_jobs)
        job->stop.request_stop();
}

} // namespace antecedent::widgets
