// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "practice/tlspeer.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace mta
{

TlsSetup::TlsSetup(Choose choose) : m_context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free), m_choose(std::move(choose))
{
    SSL_CTX_set_options(m_context.get(), SSL_OP_NO_TICKET);
    SSL_CTX_set_session_cache_mode(m_context.get(), SSL_SESS_CACHE_OFF);
    // The macro for this is written with a C cast.
    SSL_CTX_callback_ctrl(m_context.get(), SSL_CTRL_SET_TLSEXT_SERVERNAME_CB, reinterpret_cast<void (*)()>(&TlsPeer::onServerName));
}

TlsPeer::TlsPeer(const TlsSetup &setup, Versions versions) : m_setup(setup), m_ssl(SSL_new(setup.context()), SSL_free)
{
    m_in = BIO_new(BIO_s_mem());
    m_out = BIO_new(BIO_s_mem());
    SSL_set_bio(m_ssl.get(), m_in, m_out);
    SSL_set_app_data(m_ssl.get(), this);
    if (versions == Versions::OnlyOld) {
        // TLS 1.0 and 1.1 sign with SHA-1, which OpenSSL 3 allows at level 0 only.
        SSL_set_security_level(m_ssl.get(), 0);
        SSL_set_min_proto_version(m_ssl.get(), TLS1_VERSION);
        SSL_set_max_proto_version(m_ssl.get(), TLS1_1_VERSION);
        SSL_set_cipher_list(m_ssl.get(), "ALL:@SECLEVEL=0");
    }
    SSL_set_accept_state(m_ssl.get());
}

/// Called in every handshake, with or without SNI, before the certificate is needed.
int TlsPeer::onServerName(SSL *ssl, int *alert, void *)
{
    auto *peer = static_cast<TlsPeer *>(SSL_get_app_data(ssl));
    peer->m_serverName = QByteArray(SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name)).toLower();
    const ServerIdentity *identity = peer->m_setup.choose(peer->m_serverName);
    if (identity && peer->use(*identity))
        return SSL_TLSEXT_ERR_OK;
    *alert = SSL_AD_UNRECOGNIZED_NAME; // RFC 6066 §3
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

bool TlsPeer::use(const ServerIdentity &identity)
{
    if (!identity.usable() || SSL_use_certificate(m_ssl.get(), identity.chain.first().get()) != 1 ||
        SSL_use_PrivateKey(m_ssl.get(), identity.key.get()) != 1)
        return false;
    for (qsizetype i = 1; i < identity.chain.size(); ++i) {
        if (SSL_add1_chain_cert(m_ssl.get(), identity.chain.at(i).get()) != 1)
            return false;
    }
    return true;
}

QByteArray TlsPeer::feed(const QByteArray &octets)
{
    QByteArray plain;
    if (m_failed)
        return plain;
    BIO_write(m_in, octets.constData(), static_cast<int>(octets.size()));
    char buffer[4096];
    ERR_clear_error();
    for (;;) {
        const int count = SSL_read(m_ssl.get(), buffer, sizeof buffer); // shakes hands first where needed
        if (count > 0) {
            plain.append(buffer, count);
            continue;
        }
        const int error = SSL_get_error(m_ssl.get(), count);
        m_failed = error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE && error != SSL_ERROR_ZERO_RETURN;
        return plain;
    }
}

void TlsPeer::send(const QByteArray &plain)
{
    if (!m_failed)
        SSL_write(m_ssl.get(), plain.constData(), static_cast<int>(plain.size()));
}

void TlsPeer::sendCloseNotify()
{
    if (!m_failed && established())
        SSL_shutdown(m_ssl.get());
}

QByteArray TlsPeer::takeOutput()
{
    QByteArray output(static_cast<qsizetype>(BIO_ctrl_pending(m_out)), Qt::Uninitialized);
    if (!output.isEmpty())
        BIO_read(m_out, output.data(), static_cast<int>(output.size()));
    return output;
}

bool TlsPeer::established() const
{
    return SSL_is_init_finished(m_ssl.get()) == 1;
}

} // namespace mta
