// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "systemcalls/clock.h"

#include "systemcalls/realcall.h"
#include <cerrno>
#include <ctime>
#include <pthread.h>

namespace mta::fakes
{
namespace
{

thread_local Clock *clockOfThread = nullptr;

int realTime(clockid_t id, timespec *time)
{
    static auto *const function = real<int(clockid_t, timespec *)>("clock_gettime");
    return function(id, time);
}

Clock::Span spanOf(const timespec &time)
{
    return std::chrono::seconds(time.tv_sec) + Clock::Span(time.tv_nsec);
}

Clock::Span trueTime()
{
    timespec time = {};
    realTime(CLOCK_MONOTONIC, &time);
    return spanOf(time);
}

} // namespace

Clock::Clock(Span ahead) : m_now(trueTime() + ahead), m_begin(m_now)
{
    clockOfThread = this;
}

Clock::~Clock()
{
    clockOfThread = nullptr;
}

Clock *Clock::ofThisThread()
{
    return clockOfThread;
}

void Clock::pass(Span span)
{
    m_now += span;
}

void Clock::await(Span longest, const std::function<bool()> &ready)
{
    const Span end = m_now + longest;
    while (!ready()) {
        const auto next = m_happenings.begin();
        if (next == m_happenings.end() || (longest >= Span(0) && next->first >= end)) {
            if (longest > Span(0))
                m_waits.append(std::chrono::duration_cast<std::chrono::milliseconds>(longest));
            m_now = std::max(m_now, end);
            return;
        }
        m_now = std::max(m_now, next->first);
        const std::function<void()> happening = std::move(next->second);
        m_happenings.erase(next);
        happening();
    }
}

} // namespace mta::fakes

using namespace mta::fakes;

extern "C" {

int clock_gettime(clockid_t id, timespec *time)
{
    const Clock *clock = id == CLOCK_MONOTONIC ? Clock::ofThisThread() : nullptr;
    if (!clock)
        return realTime(id, time);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(clock->now());
    time->tv_sec = seconds.count();
    time->tv_nsec = static_cast<long>((clock->now() - seconds).count());
    return 0;
}

int pthread_cond_clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t id, const timespec *until)
{
    Clock *clock = id == CLOCK_MONOTONIC ? Clock::ofThisThread() : nullptr;
    if (!clock)
        return real<int(pthread_cond_t *, pthread_mutex_t *, clockid_t, const timespec *)>("pthread_cond_clockwait")(condition, mutex, id,
                                                                                                                     until);
    clock->await(std::max(Clock::Span(0), spanOf(*until) - clock->now()), [] { return false; });
    return ETIMEDOUT;
}
}
