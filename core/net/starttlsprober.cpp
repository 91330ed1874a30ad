// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/starttlsprober.h"

#include "base/domainname.h"
#include "net/connection.h"
#include "net/socket.h"
#include <QElapsedTimer>
#include <QSysInfo>

namespace mta
{

namespace
{

using namespace std::chrono_literals;
using Action = SmtpDialog::Action;

/// What both sides said and when, in whole lines, bounded in number and length.
class Transcript
{
public:
    Transcript(QList<TranscriptLine> &lines, const QElapsedTimer &clock) : m_lines(lines), m_clock(clock) {}

    void client(const QByteArray &command)
    {
        flush();
        add(TranscriptLine::From::Client, command.trimmed());
    }
    void note(const QByteArray &text)
    {
        flush();
        add(TranscriptLine::From::Note, text);
    }
    void server(const QByteArray &octets)
    {
        for (const char octet : octets) {
            if (octet == '\n')
                flush();
            else if (m_line.append(octet).size() >= maxReplyLine)
                flush();
        }
    }
    /// Ends a line that the server has not ended.
    void flush()
    {
        if (m_line.endsWith('\r'))
            m_line.chop(1);
        if (!m_line.isEmpty())
            add(TranscriptLine::From::Server, m_line);
        m_line.clear();
    }

private:
    void add(TranscriptLine::From from, const QByteArray &octets)
    {
        if (m_lines.size() < maxTranscriptLines)
            m_lines.append({from, std::chrono::milliseconds(m_clock.elapsed()), octets});
    }

    QList<TranscriptLine> &m_lines;
    const QElapsedTimer &m_clock;
    QByteArray m_line;
};

/// One connection from its beginning to its end.
class Conversation
{
public:
    Conversation(MxProbe &probe, const QByteArray &ehloName, const TlsClient &tls, const QString &host)
        : m_probe(probe), m_tls(tls), m_host(host), m_dialog(ehloName)
    {
        m_clock.start();
    }

    void run(const Connection::Options &options, const Patience &patience, const Context &context)
    {
        Connection connection(options);
        const Context whole = context.within(patience.whole);
        if (connect(connection, whole.within(patience.connect))) {
            talk(connection, whole);
            keepWhatWasLearned();
        }
        // A stop shows in the context only: whatever ended then says nothing about the peer.
        if (context.cancelled() && m_probe.end != ProbeEnd::Complete) {
            m_probe.end = ProbeEnd::NotTried;
            m_probe.detail = QStringLiteral("cancelled");
        }
        m_probe.elapsed = now();
    }

private:
    std::chrono::milliseconds now() const { return std::chrono::milliseconds(m_clock.elapsed()); }
    void stageEnded(std::chrono::milliseconds since) { m_probe.slowestStage = std::max(m_probe.slowestStage, now() - since); }

    bool connect(Connection &connection, const Context &context)
    {
        const Connected connected = connection.connect(context);
        m_probe.connectTime = now();
        m_probe.detail = connected.text;
        switch (connected.end) {
        case ConnectEnd::Connected:
            m_probe.connected = true;
            return true;
        case ConnectEnd::Refused:
            m_probe.end = ProbeEnd::Refused;
            break;
        case ConnectEnd::Unreachable:
            m_probe.end = ProbeEnd::Unreachable;
            break;
        case ConnectEnd::Reset:
            m_probe.connected = true;
            m_probe.end = ProbeEnd::Reset;
            break;
        case ConnectEnd::NoNetwork:
            m_probe.end = ProbeEnd::NoNetwork;
            break;
        case ConnectEnd::Timeout:
            m_probe.end = ProbeEnd::Timeout;
            break;
        case ConnectEnd::ProxyFailed:
            m_probe.end = ProbeEnd::ProxyFailed;
            break;
        case ConnectEnd::Cancelled:
            break;
        }
        return false;
    }

    void talk(Connection &connection, const Context &context)
    {
        m_probe.end = ProbeEnd::Complete;
        Action action = Action::Read;
        while (m_probe.end == ProbeEnd::Complete && action != Action::Finish && action != Action::Abort) {
            switch (action) {
            case Action::Send:
                action = command(connection, context);
                break;
            case Action::Handshake:
                action = handshake(connection, context);
                break;
            default:
                action = reply(connection, context);
                break;
            }
        }
        if (m_probe.end == ProbeEnd::Complete && action == Action::Finish) {
            m_transcript.client(m_dialog.output());
            // Nobody waits for the answer to QUIT, and that it could not be sent changes nothing.
            connection.write(m_dialog.output(), context.within(1s));
        }
        m_transcript.flush();
        connection.close();
    }

    Action command(Connection &connection, const Context &context)
    {
        m_transcript.client(m_dialog.output());
        if (const Transfer sent = connection.write(m_dialog.output(), context); !sent)
            return cut(sent);
        return m_dialog.feed({}); // the reply may have come early
    }

    /// Reads until the dialog knows what to do next: one reply, in however many pieces.
    Action reply(Connection &connection, const Context &context)
    {
        const std::chrono::milliseconds since = now();
        Action action = Action::Read;
        while (action == Action::Read) {
            const Transfer received = connection.read(context);
            if (!received) {
                stageEnded(since);
                return cut(received);
            }
            m_transcript.server(received.octets);
            action = m_dialog.feed(received.octets);
        }
        stageEnded(since);
        return action;
    }

    Action handshake(Connection &connection, const Context &context)
    {
        // What is here before our ClientHello left cannot be TLS (RFC 3207 §4.2); nothing is waited for.
        if (const Transfer early = connection.read(context.within(0ms)); early) {
            m_transcript.server(early.octets);
            return m_dialog.feed(early.octets);
        }
        const std::chrono::milliseconds since = now();
        m_probe.tls = connection.startTls(m_tls, TlsApplication::Smtp, m_host, context);
        stageEnded(since);
        if (!m_probe.tls.established) {
            m_probe.end = m_probe.tls.ownTrouble ? ProbeEnd::NoNetwork
                          : m_probe.tls.timedOut ? ProbeEnd::Timeout
                          : m_probe.tls.reset    ? ProbeEnd::Reset
                                                 : ProbeEnd::TlsFailed;
            m_probe.detail = m_probe.tls.failure;
            m_transcript.note(m_probe.tls.failure.toUtf8());
            return Action::Abort;
        }
        m_transcript.note((tlsVersionName(m_probe.tls.version) + u' ' + m_probe.tls.cipher).toUtf8());
        return m_dialog.tlsEstablished();
    }

    Action cut(const Transfer &transfer)
    {
        m_probe.detail = transfer.text;
        switch (transfer.end) {
        case TransferEnd::Timeout:
        case TransferEnd::Cancelled:
            m_probe.end = ProbeEnd::Timeout;
            break;
        case TransferEnd::TlsFailed:
            m_probe.end = ProbeEnd::TlsFailed;
            break;
        case TransferEnd::OwnTrouble:
            m_probe.end = ProbeEnd::NoNetwork;
            break;
        case TransferEnd::Done:
        case TransferEnd::Eof:
        case TransferEnd::Reset:
            m_probe.end = ProbeEnd::Reset;
            break;
        }
        return Action::Abort;
    }

    void keepWhatWasLearned()
    {
        m_probe.stage = m_dialog.stage();
        m_probe.failure = m_dialog.failure();
        if (m_probe.failure != SmtpDialog::Failure::None)
            m_probe.reply = m_dialog.lastReply();
        m_probe.plain = m_dialog.plain();
        m_probe.encrypted = m_dialog.encrypted();
        m_probe.startTlsReply = m_dialog.startTlsReply();
        m_probe.injected = m_dialog.injected();
        // A sender that is not offered STARTTLS goes no further. How our attempt to use it all the same ended is no failure of the host.
        if (m_probe.plain && !m_probe.plain->startTls)
            m_probe.end = ProbeEnd::Complete;
    }

    MxProbe &m_probe;
    const TlsClient &m_tls;
    const QString m_host;
    SmtpDialog m_dialog;
    QElapsedTimer m_clock;
    Transcript m_transcript{m_probe.transcript, m_clock};
};

} // namespace

QByteArray addressLiteral(const QHostAddress &address)
{
    bool mapped = false;
    const QHostAddress ipv4(address.toIPv4Address(&mapped));
    if (mapped)
        return "[" + ipv4.toString().toLatin1() + "]";
    QHostAddress ipv6 = address;
    ipv6.setScopeId({});
    return "[IPv6:" + ipv6.toString().toLatin1() + "]";
}

QByteArray qualifiedMachineName()
{
    const QString name = normalisedName(QSysInfo::machineHostName());
    // "localhost.localdomain" is what installers write when nobody gave a name.
    if (!name.contains(u'.') || !isHostName(name) || name.endsWith(QLatin1String(".localdomain")))
        return {};
    return name.toLatin1();
}

QByteArray ehloNameFor(const QByteArray &chosen, const QByteArray &machineName, const QHostAddress &peer)
{
    if (!chosen.isEmpty())
        return chosen;
    if (!machineName.isEmpty())
        return machineName;
    const QHostAddress local = localAddressTowards(peer);
    return addressLiteral(local.isNull() ? QHostAddress(QHostAddress::LocalHost) : local);
}

StartTlsProber::StartTlsProber(std::shared_ptr<const TlsClient> tls, Options options)
    : m_tls(std::move(tls)), m_options(std::move(options)), m_machineName(qualifiedMachineName())
{
}

MxProbe StartTlsProber::probe(const QString &host, const QHostAddress &address, const TlsOffer &offer, const Patience &patience,
                              const Context &context)
{
    MxProbe probe;
    probe.address = address;
    const AddressSlots::Slot slot = m_slots.take(address, context);
    if (!slot || context.over()) {
        probe.detail = whyNotBegun(context);
        return probe;
    }
    const QHostAddress peer = m_options.proxy ? m_options.proxy->address : address;
    const QByteArray ehloName = ehloNameFor(m_options.ehloName, m_machineName, peer);
    Conversation(probe, ehloName, *m_tls, host).run({address, m_options.port, m_options.proxy, offer}, patience, context);
    return probe;
}

} // namespace mta
