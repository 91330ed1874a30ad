// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/dnsfarend.h"

#include <QtEndian>

namespace mta
{
namespace
{

constexpr qsizetype lengthSize = 2; // RFC 1035 §4.2.2

bool isTruncated(const QByteArray &message)
{
    return message.size() > 2 && (message.at(2) & 0x02) != 0; // RFC 1035 §4.1.1: TC
}

} // namespace

void DnsFarEnd::hear(const QByteArray &octets)
{
    m_times.append(m_clock.elapsed());
    const bool tcp = std::exchange(m_tcp, false);
    for (const FakeReply &reply : m_script(readQuery(tcp ? octets.sliced(lengthSize) : octets, tcp)))
        m_clock.at(reply.delay, [this, reply, tcp] { send(reply, tcp); });
}

void DnsFarEnd::send(const FakeReply &reply, bool tcp)
{
    QByteArray length;
    if (tcp && reply.framed) {
        length.resize(lengthSize);
        qToBigEndian(static_cast<quint16>(reply.message.size()), length.data());
    }
    m_said.append({length + reply.message, tcp});
}

QByteArray DnsFarEnd::say(qsizetype most)
{
    Said &first = m_said.first();
    const QByteArray said = first.octets.first(std::min(most, first.octets.size()));
    first.octets.remove(0, said.size());
    m_tcp = !first.tcp && isTruncated(said);
    if (first.octets.isEmpty())
        m_said.removeFirst();
    return said;
}

} // namespace mta
