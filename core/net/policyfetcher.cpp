// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/policyfetcher.h"

#include "mtasts/policy.h"
#include "net/connection.h"
#include "net/contentcoding.h"
#include "net/httpresponse.h"
#include <QElapsedTimer>

namespace mta
{
namespace
{

FetchEnd endOf(ConnectEnd end)
{
    switch (end) {
    case ConnectEnd::Refused:
        return FetchEnd::Refused;
    case ConnectEnd::Unreachable:
        return FetchEnd::Unreachable;
    case ConnectEnd::Reset:
        return FetchEnd::Reset;
    case ConnectEnd::NoNetwork:
        return FetchEnd::NoNetwork;
    case ConnectEnd::Timeout:
        return FetchEnd::Timeout;
    case ConnectEnd::ProxyFailed:
        return FetchEnd::ProxyFailed;
    case ConnectEnd::Connected:
    case ConnectEnd::Cancelled:
        break;
    }
    return FetchEnd::NotTried;
}

void setNotTried(PolicyFetch &fetch, const QString &why)
{
    fetch.end = FetchEnd::NotTried;
    fetch.detail = why;
}

void setCancelled(PolicyFetch &fetch)
{
    setNotTried(fetch, QStringLiteral("cancelled"));
}

void noteHandshake(PolicyFetch &fetch, bool cancelled)
{
    fetch.detail = fetch.tls.failure;
    fetch.end = fetch.tls.ownTrouble ? FetchEnd::NoNetwork
                : fetch.tls.timedOut ? FetchEnd::Timeout
                : fetch.tls.reset    ? FetchEnd::Reset
                                     : FetchEnd::TlsFailed;
    if (cancelled && !fetch.tls.timedOut)
        setCancelled(fetch);
}

/// The connection gave no more before the answer was whole.
void noteInterruption(PolicyFetch &fetch, const Transfer &transfer)
{
    fetch.detail = transfer.text;
    switch (transfer.end) {
    case TransferEnd::Timeout:
        fetch.end = FetchEnd::Timeout;
        break;
    case TransferEnd::Cancelled:
        setCancelled(fetch);
        break;
    case TransferEnd::TlsFailed: // with TLS 1.3 a server may refuse us only now
        fetch.end = FetchEnd::TlsFailed;
        fetch.tls.failure = transfer.text;
        break;
    case TransferEnd::OwnTrouble:
        fetch.end = FetchEnd::NoNetwork;
        break;
    default:
        fetch.end = FetchEnd::Reset;
        fetch.closeNotify = false;
        break;
    }
}

FetchEnd endOf(HttpResponse::State state, FetchStage stage)
{
    switch (state) {
    case HttpResponse::State::Malformed:
        return FetchEnd::Malformed;
    case HttpResponse::State::TooLarge:
        return FetchEnd::TooLarge;
    case HttpResponse::State::Truncated: // without so much as a status line and headers there is no answer that could be cut short
        return stage == FetchStage::Body ? FetchEnd::Truncated : FetchEnd::Reset;
    default:
        return FetchEnd::Complete;
    }
}

void readAnswer(PolicyFetch &fetch, HttpResponse &response, Connection &connection, const Context &context)
{
    fetch.stage = FetchStage::Response;
    while (response.state() == HttpResponse::State::Head || response.state() == HttpResponse::State::Body) {
        const Transfer transfer = connection.read(context);
        if (transfer.end == TransferEnd::Eof) {
            fetch.closeNotify = transfer.closeNotify;
            response.end(transfer.closeNotify);
        } else if (!transfer) {
            noteInterruption(fetch, transfer);
            return;
        } else {
            response.feed(transfer.octets);
        }
        if (response.isHeadComplete())
            fetch.stage = FetchStage::Body;
    }
    fetch.end = endOf(response.state(), fetch.stage);
    fetch.detail = response.reason();
    if (fetch.end == FetchEnd::Complete) {
        fetch.stage = FetchStage::Done;
        if (response.hasSurplus())
            fetch.detail = QStringLiteral("octets behind the end of the answer were ignored");
    }
}

void keepAnswer(PolicyFetch &fetch, const HttpResponse &response)
{
    fetch.httpStatus = response.status();
    fetch.head = response.head();
    fetch.headers = response.headers();
    const QByteArray type = response.value("Content-Type");
    fetch.mediaType = type.left(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')).trimmed().toLower();
    if (fetch.httpStatus >= 300 && fetch.httpStatus <= 399)
        fetch.redirectTo = response.value("Location");
    fetch.contentEncoding = response.value("Content-Encoding").toLower();
    const Decoded decoded = decodeContent(response.body(), fetch.contentEncoding, maxPolicySize);
    fetch.body = decoded.body;
    fetch.decoded = decoded.outcome != Decoded::Outcome::Unknown && decoded.outcome != Decoded::Outcome::Broken;
    if (decoded.outcome == Decoded::Outcome::TooLarge && fetch.end == FetchEnd::Complete) {
        fetch.end = FetchEnd::TooLarge;
        fetch.stage = FetchStage::Body;
        fetch.detail = QStringLiteral("the body unpacks to more than %1 octets").arg(maxPolicySize);
    }
}

struct Errand {
    const TlsClient &tls;
    const QString &host;
    QByteArray request;
};

/// Everything after the slot is there.
void exchange(PolicyFetch &fetch, Connection &connection, const Errand &errand, const Context &connecting, const Context &context)
{
    const Connected connected = connection.connect(connecting);
    if (!connected) {
        fetch.end = endOf(connected.end);
        fetch.detail = connected.end == ConnectEnd::Cancelled ? QStringLiteral("cancelled") : connected.text;
        return;
    }
    fetch.stage = FetchStage::Handshake;
    fetch.tls = connection.startTls(errand.tls, TlsApplication::Https, errand.host, context);
    if (!fetch.tls.established)
        return noteHandshake(fetch, context.cancelled());
    HttpResponse response;
    if (const Transfer sent = connection.write(errand.request, context); sent || sent.end == TransferEnd::Reset)
        readAnswer(fetch, response, connection, context); // a server that cuts us off may have said why
    else
        noteInterruption(fetch, sent);
    keepAnswer(fetch, response);
}

} // namespace

HttpsPolicyFetcher::HttpsPolicyFetcher(std::shared_ptr<const TlsClient> tls, Options options)
    : m_tls(std::move(tls)), m_options(std::move(options))
{
}

QByteArray HttpsPolicyFetcher::request(const QString &policyHost) const
{
    QByteArray host = policyHost.toLatin1();
    if (m_options.port != 443)
        host += ':' + QByteArray::number(m_options.port);
    // RFC 8461 §3.2: the well-known URI. RFC 9110 §12.5.3: identity, for the file is to be seen as it is.
    return "GET /.well-known/mta-sts.txt HTTP/1.1\r\nHost: " + host +
           "\r\nUser-Agent: mta-sts-studio/" MTA_VERSION "\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n";
}

PolicyFetch HttpsPolicyFetcher::fetch(const QString &policyHost, const QHostAddress &address, const Patience &patience,
                                      const Context &context)
{
    PolicyFetch fetch;
    fetch.address = address;
    const AddressSlots::Slot slot = m_slots.take(address, context);
    if (!slot || context.over()) {
        setNotTried(fetch, whyNotBegun(context));
        return fetch;
    }
    // Only now does the clock run: waiting for a slot is not the server's slowness.
    const Context whole = context.within(patience.whole);
    QElapsedTimer timer;
    timer.start();
    Connection connection({address, m_options.port, m_options.proxy});
    exchange(fetch, connection, {*m_tls, policyHost, request(policyHost)}, whole.within(patience.connect), whole);
    connection.close();
    fetch.elapsed = std::chrono::milliseconds(timer.elapsed());
    return fetch;
}

} // namespace mta
