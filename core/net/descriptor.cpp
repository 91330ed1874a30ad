// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <limits>
#include <unistd.h>

namespace mta
{

Descriptor::~Descriptor()
{
    if (m_number >= 0)
        ::close(m_number);
}

Doorbell::Doorbell()
{
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0)
        return; // out of descriptors: whoever waits goes by the deadline alone
    for (const int end : ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_hear = Descriptor(ends[0]);
    m_ring = Descriptor(ends[1]);
}

void Doorbell::wake() const
{
    const char ring = 1;
    // A full pipe is awake already.
    [[maybe_unused]] const ssize_t written = ::write(m_ring.number(), &ring, 1);
}

StopBell::StopBell(const std::stop_token &token)
{
    if (!token.stop_possible())
        return;
    m_bell.emplace();
    m_callback.emplace(token, [this] { m_bell->wake(); });
}

bool isAgain(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

int pollTimeout(const QDeadlineTimer &deadline)
{
    if (deadline.isForever())
        return -1;
    return static_cast<int>(std::min<qint64>(deadline.remainingTime(), std::numeric_limits<int>::max()));
}

} // namespace mta
