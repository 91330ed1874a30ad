// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/tlsclient.h"
#include "x509/openssl.h"
#include <mutex>
#include <openssl/ssl.h>

namespace mta
{

struct TlsClient::Data {
    TrustStore trustStore;
    SSL_CTX *context() const; ///< built at the first call; null when this machine cannot, now

private:
    mutable std::mutex m_mutex;
    mutable std::unique_ptr<SSL_CTX, FreeWith<SSL_CTX_free>> m_context;
};

} // namespace mta
