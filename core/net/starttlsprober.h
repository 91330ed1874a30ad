// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/slots.h"
#include "net/socks5.h"
#include "net/tlsclient.h"
#include "survey/network.h"
#include <memory>
#include <optional>

namespace mta
{

/// RFC 5321 §4.1.1.1: what a client calls itself. The name chosen by the user; else this machine's fully qualified name; else, for a
/// machine without one, the address literal of the end that talks to `peer` (§4.1.3).
QByteArray ehloNameFor(const QByteArray &chosen, const QByteArray &machineName, const QHostAddress &peer);
/// "[192.0.2.1]", "[IPv6:2001:db8::1]" (RFC 5321 §4.1.3).
QByteArray addressLiteral(const QHostAddress &address);
/// This machine's name when it is fully qualified, else empty.
QByteArray qualifiedMachineName();

/// Holds the probe's side of SMTP with real servers: drives an SmtpDialog over a Connection, one connection per probe.
class StartTlsProber : public SmtpProber
{
public:
    struct Options {
        quint16 port = 25;
        std::optional<Socks5Proxy> proxy;
        QByteArray ehloName; ///< empty: chosen by ehloNameFor()
    };
    /// More connections to one address at a time would be rude, and some servers refuse them.
    static constexpr int connectionsPerAddress = 2;

    StartTlsProber(std::shared_ptr<const TlsClient> tls, Options options);

    MxProbe probe(const QString &host, const QHostAddress &address, const TlsOffer &offer, const Patience &patience,
                  const Context &context) override;

private:
    const std::shared_ptr<const TlsClient> m_tls;
    const Options m_options;
    const QByteArray m_machineName;
    AddressSlots m_slots{connectionsPerAddress};
};

} // namespace mta
