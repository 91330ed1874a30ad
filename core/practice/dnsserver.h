// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/zone.h"
#include <QTcpServer>
#include <QTcpSocket>
#include <QUdpSocket>
#include <vector>

namespace mta
{

enum class Transport { Udp, Tcp };

/// What the zones answer to a query, both in wire format; empty when the query deserves no answer. What does not fit the transport
/// comes back without records and with the TC bit (RFC 2181 §9).
QByteArray respond(std::vector<Zone> &zones, const QByteArray &query, Transport transport);

/// The zone nearest to the name that holds such records; null without.
Zone *zoneFor(std::vector<Zone> &zones, const QByteArray &name, ldns_rr_type type);

/// Answers over UDP and TCP for all its zones, following aliases from one into the other, as a resolver would that knows them all.
class DnsServer : public QObject
{
public:
    explicit DnsServer(std::vector<Zone> zones, QObject *parent = nullptr);
    /// The same port for both transports; 0 picks one.
    bool listen(const QHostAddress &address, quint16 port);
    quint16 port() const { return m_tcp.serverPort(); }
    std::vector<Zone> &zones() { return m_zones; }

private:
    void onDatagram();
    void accept();
    void onStream(QTcpSocket *socket);

    std::vector<Zone> m_zones;
    QUdpSocket m_udp;
    QTcpServer m_tcp;
};

} // namespace mta
