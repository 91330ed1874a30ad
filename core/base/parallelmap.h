// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSemaphore>
#include <QThreadPool>
#include <optional>
#include <type_traits>
#include <vector>

namespace mta {

/// Runs `job` on every item, as many at a time as the pool has free threads, and returns the results in order.
/// A job that finds no free thread runs in the calling thread: so calls nest on one pool without a deadlock.
/// Jobs must not throw.
template<class List, class Job>
auto parallelMap(QThreadPool &pool, const List &list, Job job)
{
    using Output = std::invoke_result_t<Job, decltype(*list.begin())>;
    std::vector<std::optional<Output>> slots_(static_cast<size_t>(std::distance(list.begin(), list.end())));
    QSemaphore done;
    int started = 0;
    size_t index = 0;
    const size_t last = slots_.size();
    for (const auto &item : list) {
        auto run = [&slot = slots_[index], &item, &job] { slot.emplace(job(item)); };
        // The last item runs here: the caller would only wait otherwise.
        if (++index < last && pool.tryStart([run, &done] { run(); done.release(); }))
            ++started;
        else
            run();
    }
    done.acquire(started);
    std::vector<Output> results;
    results.reserve(slots_.size());
    for (auto &slot : slots_)
        results.push_back(std::move(*slot));
    return results;
}

} // namespace mta
