// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/descriptor.h"
#include "net/dnstransport.h"

namespace mta
{

/// A datagram socket that takes datagrams from this server alone. The Error holds the server and the system's words.
Result<Descriptor> openDatagramSocket(const Nameserver &server);

/// Empty, or the system's words.
QString sendDatagram(const Descriptor &socket, const QByteArray &octets, const Nameserver &server);

struct Datagram {
    QByteArray octets;
    QString trouble; ///< the server and the system's words, as when nobody listens on the port; empty with octets
};
/// What has arrived; neither octets nor trouble where nothing has.
Datagram receiveDatagram(const Descriptor &socket, const Nameserver &server);

/// The question over TCP (RFC 7766). `stopBell` becomes readable when the asker wants no more, see StopBell.
DnsReply askOverTcp(const Nameserver &server, const Question &question, Asked asked, bool oldForm, const Context &context, int stopBell);

} // namespace mta
