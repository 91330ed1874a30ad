// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/fakednsserver.h"
#include "systemcalls/clock.h"
#include "systemcalls/systemcalls.h"

namespace mta
{

/// DNS servers that do as a test says, in its thread and by a clock of its own: while it lives, every connection of the thread leads to
/// them. Which of them was asked cannot be told; what follows a truncated answer comes over TCP.
class DnsFarEnd : public fakes::FarEnd
{
public:
    explicit DnsFarEnd(FakeDnsServer::Script script) : m_script(std::move(script)) {}

    fakes::Clock &clock() { return m_clock; }
    QList<std::chrono::milliseconds> times() const { return m_times; } ///< when each question came

    void hear(const QByteArray &octets) override;
    bool isReadable() const override { return !m_said.isEmpty(); }
    QByteArray say(qsizetype most) override;

private:
    struct Said {
        QByteArray octets;
        bool tcp;
    };
    void send(const FakeReply &reply, bool tcp);

    const FakeDnsServer::Script m_script;
    fakes::Clock m_clock;
    QList<std::chrono::milliseconds> m_times;
    QList<Said> m_said; ///< and not yet read: datagrams, or pieces of a stream
    bool m_tcp = false; ///< the next question comes over TCP
    const fakes::Diverted m_diverted{*this};
};

} // namespace mta
