// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "systemcalls/scriptedserver.h"

#include <array>
#include <openssl/err.h>

namespace mta::fakes
{
namespace
{

constexpr char handshakeRecord = 22; // RFC 8446 §5.1
constexpr int maxRecords = 64;       // of one turn that are as small as asked for

} // namespace

ScriptedServer::ScriptedServer(const Turns &turns) : m_turns(turns)
{
    if (m_turns.greets)
        takeTurn();
}

void ScriptedServer::hear(const QByteArray &octets)
{
    if (!m_ssl && m_turns.tls && octets.startsWith(handshakeRecord))
        beginTls();
    if (!m_ssl) {
        m_heard += octets;
        if (octets.endsWith('\n') || m_heard.startsWith(handshakeRecord)) { // a whole line, or a handshake that there is none for
            m_heard.clear();
            takeTurn();
        }
        return;
    }
    BIO_write(m_fromClient, octets.constData(), static_cast<int>(octets.size()));
    goOnWithTls();
}

void ScriptedServer::beginTls()
{
    m_ssl.reset(SSL_new(m_turns.tls));
    m_fromClient = BIO_new(BIO_s_mem());
    m_toClient = BIO_new(BIO_s_mem());
    SSL_set_bio(m_ssl.get(), m_fromClient, m_toClient);
    SSL_set_accept_state(m_ssl.get());
}

void ScriptedServer::goOnWithTls()
{
    SSL *ssl = m_ssl.get();
    bool up = SSL_is_init_finished(ssl) == 1;
    if (!up) {
        const int result = SSL_do_handshake(ssl);
        up = result == 1;
        m_over = !up && SSL_get_error(ssl, result) != SSL_ERROR_WANT_READ;
    }
    std::array<char, 16384> heard;
    const int size = up ? SSL_read(ssl, heard.data(), heard.size()) : 0;
    if (size > 0)
        takeTurn();
    ERR_clear_error();
    const auto pending = static_cast<qsizetype>(BIO_ctrl_pending(m_toClient));
    QByteArray output(pending, Qt::Uninitialized);
    if (pending > 0)
        BIO_read(m_toClient, output.data(), static_cast<int>(pending));
    m_output += output;
}

void ScriptedServer::takeTurn()
{
    if (m_next < m_turns.said.size())
        put(m_turns.said.at(m_next++));
    m_over = m_over || m_next >= m_turns.said.size();
    if (m_over && m_ssl && m_turns.closeNotify)
        SSL_shutdown(m_ssl.get());
}

void ScriptedServer::put(const QByteArray &octets)
{
    if (!m_ssl) {
        m_output += octets;
        return;
    }
    qsizetype at = 0;
    for (int record = 0; at < octets.size(); ++record) {
        const qsizetype size = record < maxRecords ? std::min(m_turns.piece, octets.size() - at) : octets.size() - at;
        if (SSL_write(m_ssl.get(), octets.constData() + at, static_cast<int>(size)) <= 0)
            return;
        at += size;
    }
}

bool ScriptedServer::isReadable() const
{
    return m_over || !m_output.isEmpty();
}

QByteArray ScriptedServer::say(qsizetype most)
{
    const QByteArray said = m_output.first(std::min({most, m_turns.piece, m_output.size()}));
    m_output.remove(0, said.size());
    return said;
}

} // namespace mta::fakes
