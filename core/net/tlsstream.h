// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/tlsclient.h"
#include "x509/openssl.h"
#include "x509/tlsoffer.h"
#include <openssl/ssl.h>

namespace mta
{

/// One TLS connection without its socket: OpenSSL between two memory buffers.
class TlsStream
{
public:
    enum class Step {
        Done,       ///< the handshake is complete, or there is plaintext
        WantRead,   ///< needs more octets from the peer
        Closed,     ///< the peer sent close_notify
        Failed,     ///< see failure()
        OwnTrouble, ///< this machine failed
    };

    TlsStream(const TlsClient &client, TlsApplication application, const QString &serverName, const TlsOffer &offer = {});

    Step handshake();
    Step decrypt(QByteArray &plaintext);
    Step encrypt(const QByteArray &plaintext);
    void closeNotify();
    void feed(const QByteArray &octets); ///< what came from the peer
    QByteArray takeOutput();             ///< what is to be sent to the peer
    QString failure() const { return m_failure; }

    /// Fills in what the handshake showed, also when it failed on the way.
    void describe(TlsSession &session, const TrustStore &trustStore) const;

private:
    Step stepAfter(int result);
    bool prepare(TlsApplication application, const QString &serverName, const TlsOffer &offer);
    void describeChain(TlsSession &session, const TrustStore &trustStore) const;
    static void onMessage(int sent, int version, int type, const void *data, size_t size, SSL *ssl, void *self);

    std::unique_ptr<SSL, FreeWith<SSL_free>> m_ssl; ///< null when it could not be made
    BIO *m_fromPeer = nullptr;                      // both belong to m_ssl
    BIO *m_toPeer = nullptr;
    QString m_failure;
    bool m_ssl3 = false; ///< the server chose SSL 3.0
    bool m_fed = true;   ///< everything that came from the peer found a place
};

} // namespace mta
