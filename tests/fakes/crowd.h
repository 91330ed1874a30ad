// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

namespace mta
{

/// How many were in at once. A server's script enters and leaves before it lets its client go: when a client has left, the server
/// learns only later.
class Crowd
{
public:
    void enter()
    {
        const int now = ++m_now;
        for (int known = m_most; known < now && !m_most.compare_exchange_weak(known, now);) {
        }
    }
    void leave() { --m_now; }
    int most() const { return m_most; }

private:
    std::atomic<int> m_now = 0;
    std::atomic<int> m_most = 0;
};

} // namespace mta
