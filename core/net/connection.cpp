// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/connection.h"

#include "net/socket.h"
#include "net/tlsstream.h"
#include <QElapsedTimer>
#include <cerrno>

namespace mta
{

struct Connection::Private {
    Options options;
    Socket socket;
    std::optional<TlsStream> tls;
    qsizetype overhead = 0; ///< octets fed to `tls` since it last gave content

    Connected throughProxy(const Context &context);
    Transfer readTls(const Context &context);
    Transfer readMore(const Context &context);
    Transfer flush(const Context &context);
    bool feed(const QByteArray &octets);
    bool shakeHands(TlsSession &session, const Context &context);
};

namespace
{

Transfer ownTrouble()
{
    return {TransferEnd::OwnTrouble, {}, false, qt_error_string(ENOMEM)};
}

/// Fills in why the handshake ended before its end. A stop shows in the context only.
void noteInterruption(TlsSession &session, const Transfer &transfer)
{
    session.ownTrouble = transfer.end == TransferEnd::OwnTrouble;
    session.timedOut = transfer.end == TransferEnd::Timeout;
    session.reset = transfer.end == TransferEnd::Reset || transfer.end == TransferEnd::Eof;
    session.failure = session.ownTrouble                       ? transfer.text
                      : session.timedOut                       ? QStringLiteral("the handshake did not end in time")
                      : transfer.end == TransferEnd::Cancelled ? QStringLiteral("cancelled")
                      : transfer.end == TransferEnd::Eof       ? QStringLiteral("the peer closed the connection during the handshake")
                                                               : QStringLiteral("the peer reset the connection during the handshake");
}

QString tooMuchOverhead()
{
    return QStringLiteral("more than %1 octets of TLS without content").arg(maxTlsOverhead);
}

} // namespace

Connection::Connection(Options options) : m(std::make_unique<Private>())
{
    m->options = std::move(options);
}

Connection::~Connection()
{
    close();
}

Connected Connection::connect(const Context &context)
{
    const auto &proxy = m->options.proxy;
    if (!proxy)
        return m->socket.connect(m->options.address, m->options.port, context);
    const Connected reached = m->socket.connect(proxy->address, proxy->port, context);
    if (reached.end == ConnectEnd::Cancelled)
        return reached;
    if (!reached)
        return {ConnectEnd::ProxyFailed, reached.text.isEmpty() ? QStringLiteral("the proxy did not answer in time") : reached.text};
    const Connected result = m->throughProxy(context);
    if (!result)
        m->socket.close();
    return result;
}

Connected Connection::Private::throughProxy(const Context &context)
{
    Socks5Dialog dialog(options.address, options.port);
    bool asked = false; // from then on it is the target that keeps us waiting
    while (dialog.state() == Socks5Dialog::State::Working) {
        const QByteArray output = dialog.takeOutput();
        Transfer transfer = socket.write(output, context);
        if (transfer)
            transfer = socket.read(dialog.wanted(), context);
        if (transfer.end == TransferEnd::Cancelled)
            return {ConnectEnd::Cancelled, {}};
        if (transfer.end == TransferEnd::OwnTrouble)
            return {ConnectEnd::NoNetwork, transfer.text};
        if (transfer.end == TransferEnd::Timeout)
            return {asked ? ConnectEnd::Timeout : ConnectEnd::ProxyFailed, QStringLiteral("no answer through the proxy in time")};
        if (!transfer)
            return {ConnectEnd::ProxyFailed, QStringLiteral("the proxy closed the connection")};
        dialog.feed(transfer.octets);
        asked = asked || dialog.state() == Socks5Dialog::State::Working;
    }
    switch (dialog.state()) {
    case Socks5Dialog::State::Connected:
        return {ConnectEnd::Connected, {}};
    case Socks5Dialog::State::Refused:
        return {ConnectEnd::Refused, dialog.text()};
    case Socks5Dialog::State::Unreachable:
        return {ConnectEnd::Unreachable, dialog.text()};
    default:
        return {ConnectEnd::ProxyFailed, dialog.text()};
    }
}

Transfer Connection::read(const Context &context)
{
    return m->tls ? m->readTls(context) : m->socket.read(maxReadChunk, context);
}

Transfer Connection::Private::readTls(const Context &context)
{
    for (bool isFirst = true;; isFirst = false) {
        Transfer result;
        const TlsStream::Step step = tls->decrypt(result.octets);
        const Transfer flushed = flush(context); // a key update or an alert may have to be answered
        switch (step) {
        case TlsStream::Step::Done:
            overhead = 0;
            return result;
        case TlsStream::Step::Closed:
            return {TransferEnd::Eof, {}, true, {}};
        case TlsStream::Step::Failed:
            return {TransferEnd::TlsFailed, {}, false, tls->failure()};
        case TlsStream::Step::OwnTrouble:
            return ownTrouble();
        case TlsStream::Step::WantRead:
            break;
        }
        if (flushed.end == TransferEnd::Timeout || flushed.end == TransferEnd::Cancelled || flushed.end == TransferEnd::OwnTrouble)
            return flushed;
        Transfer raw = isFirst ? socket.read(maxReadChunk, context) : readMore(context);
        if (!raw) {
            raw.closeNotify = raw.end != TransferEnd::Eof && raw.closeNotify;
            return raw;
        }
        if (!feed(raw.octets))
            return {TransferEnd::TlsFailed, {}, false, tooMuchOverhead()};
    }
}

/// A peer that never stops sending records without content would never make anybody wait: so the deadline is looked at here.
Transfer Connection::Private::readMore(const Context &context)
{
    if (context.expired())
        return {TransferEnd::Timeout, {}, true, {}};
    return socket.read(maxReadChunk, context);
}

/// False when the peer keeps TLS busy with more than maxTlsOverhead that carries nothing.
bool Connection::Private::feed(const QByteArray &octets)
{
    overhead += octets.size();
    if (overhead > maxTlsOverhead)
        return false;
    tls->feed(octets);
    return true;
}

Transfer Connection::Private::flush(const Context &context)
{
    return socket.write(tls->takeOutput(), context);
}

Transfer Connection::write(const QByteArray &octets, const Context &context)
{
    if (!m->tls)
        return m->socket.write(octets, context);
    switch (m->tls->encrypt(octets)) {
    case TlsStream::Step::Done:
        return m->flush(context);
    case TlsStream::Step::OwnTrouble:
        return ownTrouble();
    default:
        return {TransferEnd::TlsFailed, {}, false, m->tls->failure()};
    }
}

TlsSession Connection::startTls(const TlsClient &client, TlsApplication application, const QString &serverName, const Context &context)
{
    QElapsedTimer timer;
    timer.start();
    TlsSession session;
    session.attempted = true;
    m->tls.emplace(client, application, serverName, m->options.offer);
    m->overhead = 0;
    session.established = m->shakeHands(session, context);
    session.elapsed = std::chrono::milliseconds(timer.elapsed());
    m->tls->describe(session, client.trustStore());
    return session;
}

bool Connection::Private::shakeHands(TlsSession &session, const Context &context)
{
    for (;;) {
        const TlsStream::Step step = tls->handshake();
        Transfer transfer = flush(context);
        if (step == TlsStream::Step::OwnTrouble) {
            noteInterruption(session, ownTrouble());
            return false;
        }
        if (step == TlsStream::Step::Failed || step == TlsStream::Step::Closed) {
            session.failure = step == TlsStream::Step::Failed ? tls->failure() : QStringLiteral("the peer closed the TLS connection");
            return false;
        }
        if (transfer && step == TlsStream::Step::Done) {
            overhead = 0;
            return true;
        }
        // After a failed write too: the peer may have said why before it cut the connection.
        if (transfer || transfer.end == TransferEnd::Reset)
            transfer = readMore(context);
        if (!transfer) {
            noteInterruption(session, transfer);
            return false;
        }
        if (!feed(transfer.octets)) {
            session.failure = tooMuchOverhead();
            return false;
        }
    }
}

void Connection::close()
{
    if (m->tls && m->socket.isOpen()) {
        m->tls->closeNotify();
        m->socket.sendIfItFits(m->tls->takeOutput());
    }
    m->tls.reset();
    m->socket.close();
}

} // namespace mta
