// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/connection.h"
#include "net/descriptor.h"

namespace mta
{

/// One non-blocking TCP socket with calls that wait: until ready, deadline or stop. The one place with system calls
/// (docs/decisions/001-sockets.md tells why they are not Qt's).
/// The address of this machine from which a peer is reached; null where there is no way to it. Nothing is sent.
QHostAddress localAddressTowards(const QHostAddress &peer);

class Socket
{
public:
    Connected connect(const QHostAddress &address, quint16 port, const Context &context);
    Transfer read(qsizetype most, const Context &context);
    Transfer write(const QByteArray &octets, const Context &context);
    void sendIfItFits(const QByteArray &octets); ///< without waiting, without regard to failure
    void close() { m_socket = Descriptor(); }
    bool isOpen() const { return static_cast<bool>(m_socket); }

private:
    enum class Wait { Ready, Timeout, Cancelled, Failed };
    Connected finishConnecting(int error, const Context &context);
    Wait wait(short events, const Context &context);
    static Transfer notReady(Wait waited);
    int stopBell(const std::stop_token &stop);

    Descriptor m_socket;
    std::stop_token m_stop; ///< the one m_stopBell listens to: the same for all calls, as a rule
    std::optional<StopBell> m_stopBell;
};

} // namespace mta
