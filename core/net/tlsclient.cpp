// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/tlsclient.h"

#include "net/tlsclientdata.h"
#include "x509/owntrouble.h"

namespace mta
{
namespace
{

/// The chain is judged after the handshake (core/x509); OpenSSL need not do it during it.
int takeAnyCertificate(X509_STORE_CTX *, void *)
{
    return 1;
}

SSL_CTX *makeContext()
{
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    if (!context)
        return nullptr;
    // Everything OpenSSL can do, so that facts tell what a server does rather than that it failed.
    SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context, 0);
    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_set_cipher_list(context, "ALL:!aNULL:!eNULL:!PSK:!SRP:@SECLEVEL=0");
    SSL_CTX_set_options(context, SSL_OP_LEGACY_SERVER_CONNECT | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_max_cert_list(context, maxChainOctets);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_cert_verify_callback(context, takeAnyCertificate, nullptr);
    return context;
}

} // namespace

TlsClient::TlsClient(TrustStore trustStore) : m_data(std::make_unique<Data>())
{
    m_data->trustStore = std::move(trustStore);
}

TlsClient::~TlsClient() = default;

const TrustStore &TlsClient::trustStore() const
{
    return m_data->trustStore;
}

SSL_CTX *TlsClient::Data::context() const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_context) {
        const OwnTrouble trouble;
        m_context.reset(makeContext());
        if (trouble.any()) // half a context would refuse what a sender takes
            m_context.reset();
    }
    return m_context.get();
}

} // namespace mta
