// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/slots.h"
#include "net/socks5.h"
#include "net/tlsclient.h"
#include "survey/network.h"

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

    /// `tls` must live as long as the fetcher.
    HttpsPolicyFetcher(const TlsClient &tls, Options options);

    PolicyFetch fetch(const QString &policyHost, const QHostAddress &address, const Context &context) override;

private:
    QByteArray request(const QString &policyHost) const;

    const TlsClient &m_tls;
    const Options m_options;
    AddressSlots m_slots;
};

} // namespace mta
