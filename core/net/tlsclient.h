// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "x509/chain.h"
#include <memory>

namespace mta
{

enum class TlsApplication {
    Smtp,
    Https, ///< offers ALPN "http/1.1" (RFC 7301)
};

/// What all TLS connections of a run share: the OpenSSL context, costly to build, and the roots to trust. Thread-safe; built when first
/// used. Offers TLS 1.0 to 1.3 and takes any certificate: an auditor records what a sender would refuse.
class TlsClient
{
public:
    explicit TlsClient(TrustStore trustStore);
    ~TlsClient();
    TlsClient(const TlsClient &) = delete;
    TlsClient &operator=(const TlsClient &) = delete;

    const TrustStore &trustStore() const;

    struct Data;
    const Data &data() const { return *m_data; }

private:
    std::unique_ptr<Data> m_data;
};

} // namespace mta
