// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDeadlineTimer>
#include <algorithm>
#include <chrono>

namespace mta
{

/// A deadline for std::condition_variable_any; "never" is a day, so that the clock's arithmetic does not overflow.
inline std::chrono::steady_clock::time_point wakeUpTime(const QDeadlineTimer &deadline)
{
    constexpr std::chrono::nanoseconds longest = std::chrono::hours(24);
    const auto now = std::chrono::steady_clock::now();
    return now + (deadline.isForever() ? longest : std::min(deadline.remainingTimeAsDuration(), longest));
}

} // namespace mta
