// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QtGlobal>
#include <chrono>
#include <thread>

namespace mta
{

/// A line with a delay, for measurements. In a network namespace of its own, a TUN device carries 10.2.0.0/16, and whatever is sent to
/// 10.2.x.y arrives at 10.1.x.y of the same namespace half a round trip later, as if it came from the sender's 10.2 address. So every
/// packet waits, the handshake of TCP, its acknowledgements and lost datagrams included, as on a real path of unlimited bandwidth
/// without loss. Source and destination change places in two of their octets only, which leaves every checksum as it is.
class DelayLine
{
public:
    static constexpr quint32 farNet = 0x0a020000;  ///< 10.2.0.0/16: addresses to send to
    static constexpr quint32 nearNet = 0x0a010000; ///< 10.1.0.0/16: addresses to listen on

    /// Puts this process, and those it starts from now on, into a network namespace of its own with the device in it. Call it before
    /// there are threads. Fails without root or user namespaces, /dev/net/tun or the command `ip`; `reason` then says which.
    bool open(QString &reason);
    /// Carries packets in a thread of its own until this object goes.
    void start(std::chrono::microseconds roundTrip);
    ~DelayLine();

private:
    void carry(std::stop_token stop, std::chrono::microseconds delay) const;

    int m_device = -1;
    std::jthread m_thread;
};

} // namespace mta
