// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <chrono>
#include <functional>
#include <map>

namespace mta::fakes
{

/// While it lives, time stands still for this thread. It passes where the thread waits for something, a descriptor or a condition, and what
/// it passes is exact and takes no time. Other threads keep their own. In programs that link mta_systemcalls.
class Clock
{
public:
    using Span = std::chrono::nanoseconds;

    explicit Clock(Span ahead = Span(0)); ///< of the true time
    ~Clock();
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    void pass(Span span); ///< without anything that happens meanwhile
    /// Happens when this thread waits beyond that time from now.
    void at(Span later, std::function<void()> happening) { m_happenings.emplace(m_now + later, std::move(happening)); }
    std::chrono::milliseconds elapsed() const { return std::chrono::duration_cast<std::chrono::milliseconds>(m_now - m_begin); }
    QList<std::chrono::milliseconds> waits() const { return m_waits; } ///< how long each wait was that nothing ended

    static Clock *ofThisThread();
    /// Lets at most that time pass, and no more of it than until `ready`; less than nothing: as long as there is something to happen.
    void await(Span longest, const std::function<bool()> &ready);
    Span now() const { return m_now; }

private:
    Span m_now; ///< of the system's monotonic clock
    const Span m_begin;
    std::multimap<Span, std::function<void()>> m_happenings;
    QList<std::chrono::milliseconds> m_waits;
};

} // namespace mta::fakes
