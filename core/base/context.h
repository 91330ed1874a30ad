// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDeadlineTimer>
#include <algorithm>
#include <chrono>
#include <stop_token>

namespace mta
{

/// How long a blocking function may wait, and whether it is still wanted. Last parameter of everything that may wait.
struct Context {
    QDeadlineTimer deadline{QDeadlineTimer::Forever};
    std::stop_token stop;

    /// The same stop, with the earlier of this deadline and `limit` from now.
    Context within(std::chrono::milliseconds limit) const { return {std::min(deadline, QDeadlineTimer(limit)), stop}; }
    bool cancelled() const { return stop.stop_requested(); }
    bool expired() const { return deadline.hasExpired(); }
    bool over() const { return cancelled() || expired(); }
};

} // namespace mta
