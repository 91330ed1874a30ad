// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace mta::cli
{

/// Turns the first Ctrl-C (SIGINT) or SIGTERM into a stop request; the second ends the program at once. Create it before any other
/// thread: they inherit that these signals are blocked, so that only this one receives them.
class StopSignal
{
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;

    std::stop_token token() const { return m_source.get_token(); }
    /// From within: nobody reads what is written.
    void request() { m_source.request_stop(); }
    /// A signal came.
    bool received() const { return m_received; }

private:
    void watch();

    std::stop_source m_source;
    std::atomic<bool> m_received = false;
    std::atomic<bool> m_over = false;
    std::thread m_watcher;
};

} // namespace mta::cli
