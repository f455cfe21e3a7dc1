// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Work off the GUI thread: one pool, a title, progress and time left per job, cancel. A result is delivered on the GUI
// thread as long as its receiver lives; the destructor asks all jobs to stop and waits. Exceptions end at the job's
// edge as ErrorCode::Internal. Threads: use from the GUI thread; the work runs in the pool.

#include "model/base/progress.h"
#include "model/base/result.h"
#include "widgets/document/time_left.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <exception>
#include <functional>
#include <list>
#include <memory>
#include <stop_token>

namespace antecedent::widgets {

class Jobs : public QObject
{
    Q_OBJECT

public:
    explicit Jobs(QObject* parent = nullptr);
    ~Jobs() override;

    template <class T> using Work = std::function<Result<T>(const std::stop_token&, const ProgressFn&)>;

    // `done` is called with the result, Cancelled included. A job with an empty title is not shown.
    template <class T>
    void run(const QString& title, QObject* receiver, Work<T> work, std::function<void(Result<T>)> done)
    {
        const std::shared_ptr<Job> job = start(title);
        const QPointer<QObject> alive(receiver);
        m_pool.start([this, job, alive, work = std::move(work), done = std::move(done)] {
            auto result = std::make_shared<Result<T>>(guarded<T>(work, *job));
            QMetaObject::invokeMethod(this, [this, job, alive, result, done] {
                finish(job);
                if (alive)
                    done(std::move(*result));
            });
        });
    }

    bool isBusy() const { return !m_jobs.empty(); }
    QString title() const; // of the oldest shown job
    double fraction() const; // 0..1 of it; negative: not known
    // How long it will still take; nullopt until that can be said.
    std::optional<std::int64_t> timeLeftMs() const;
    std::size_t shownCount() const; // jobs with a title
    void cancelShown(); // the one whose title is shown
    void cancelAll();
    // Stops and waits; for tests and the end of the program.
    void shutDown();

Q_SIGNALS:
    void changed();

private:
    struct Job
    {
        QString title;
        std::stop_source stop;
        std::atomic<std::uint64_t> done = 0;
        std::atomic<std::uint64_t> total = 0;
        QElapsedTimer since;
        TimeLeft left; // of the GUI thread
    };

    template <class T> static Result<T> guarded(const Work<T>& work, Job& job)
    {
        const ProgressFn progress = [&job](const Progress& p) {
            job.done = p.done;
            job.total = p.total;
        };
        try {
            if (job.stop.stop_requested())
                return Error{ErrorCode::Cancelled, {}, {}};
            return work(job.stop.get_token(), progress);
        } catch (const std::exception& failure) {
            return Error{ErrorCode::Internal, {}, failure.what()};
        }
    }
    std::shared_ptr<Job> start(const QString& title);
    void finish(const std::shared_ptr<Job>& job);
    Job* shown() const;
    static double fractionOf(const Job& job);
    void measure();

    QThreadPool m_pool;
    QTimer m_poll;
    std::list<std::shared_ptr<Job>> m_jobs;
};

} // namespace antecedent::widgets
