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

/// Fetches policy files as RFC 8461 §3.3 has it, over HTTPS, one connection for each fetch, at most eight to one address at a time.
/// Goes on whatever the certificate is like: an auditor wants to see the file as well.
class HttpsPolicyFetcher : public PolicyFetcher
{
public:
    struct Options {
        quint16 port = 443;
        std::optional<Socks5Proxy> proxy;
    };

    /// More connections to one address at a time would be rude.
    static constexpr int connectionsPerAddress = 8;

    HttpsPolicyFetcher(std::shared_ptr<const TlsClient> tls, Options options);

    PolicyFetch fetch(const QString &policyHost, const QHostAddress &address, const Patience &patience, const Context &context) override;

private:
    QByteArray request(const QString &policyHost) const;

    const std::shared_ptr<const TlsClient> m_tls;
    const Options m_options;
    AddressSlots m_slots{connectionsPerAddress};
};

} // namespace mta
