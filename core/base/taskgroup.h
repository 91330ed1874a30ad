// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMutex>
#include <QThreadPool>
#include <QWaitCondition>
#include <functional>

namespace mta
{

/// Tasks on a shared pool that belong together. A task may start further ones, but must never wait for one: what follows from a
/// result is a new task. So any number of groups can share a pool without a deadlock.
class TaskGroup
{
public:
    explicit TaskGroup(QThreadPool &pool) : m_pool(pool) {}
    ~TaskGroup() { wait(); }
    TaskGroup(const TaskGroup &) = delete;
    TaskGroup &operator=(const TaskGroup &) = delete;

    void start(std::function<void()> task)
    {
        {
            QMutexLocker lock(&m_mutex);
            ++m_unfinished;
        }
        m_pool.start([this, task = std::move(task)] {
            task();
            QMutexLocker lock(&m_mutex);
            if (--m_unfinished == 0)
                m_done.wakeAll();
        });
    }

    /// Returns when every task, and every task they started, has ended.
    void wait()
    {
        QMutexLocker lock(&m_mutex);
        while (m_unfinished > 0)
            m_done.wait(&m_mutex);
    }

private:
    QThreadPool &m_pool;
    QMutex m_mutex;
    QWaitCondition m_done;
    int m_unfinished = 0;
};

} // namespace mta
