// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "systemcalls/systemcalls.h"

#include <QByteArrayList>
#include <memory>
#include <openssl/ssl.h>

namespace mta::fakes
{

/// What a scripted server says: one turn at once where `greets`, then one each time it was spoken to, then the end.
struct Turns {
    QByteArrayList said;
    bool greets = true;
    SSL_CTX *tls = nullptr;  ///< does a handshake when the client begins one; null: the turns go on as they are
    qsizetype piece = 16384; ///< octets that arrive at a time; inside TLS a record holds no more
    bool closeNotify = true; ///< TLS ends in order
};

class ScriptedServer : public FarEnd
{
public:
    explicit ScriptedServer(const Turns &turns);
    void hear(const QByteArray &octets) override;
    bool isReadable() const override;
    void awaited() override { m_over = true; } ///< it waits too, for what does not come
    QByteArray say(qsizetype most) override;

private:
    void beginTls();
    void goOnWithTls();
    void takeTurn();
    void put(const QByteArray &octets);

    const Turns m_turns;
    qsizetype m_next = 0;
    QByteArray m_heard; ///< of a line, before TLS
    QByteArray m_output;
    bool m_over = false;
    std::unique_ptr<SSL, decltype(&SSL_free)> m_ssl{nullptr, SSL_free};
    BIO *m_fromClient = nullptr; // both belong to m_ssl
    BIO *m_toClient = nullptr;
};

} // namespace mta::fakes
