// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "smtp/dialog.h"

namespace mta
{

namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// RFC 5321 §4.2: a reply begins with three digits, the first of them 2 to 5, then a space, a hyphen or the end of the line.
/// Holds for the beginning of a line as well, so that a peer that never ends its line is known by its first octets.
bool mayBeReply(QByteArrayView line)
{
    for (qsizetype i = 0; i < line.size() && i < 3; ++i) {
        if (!isDigit(line[i]))
            return false;
    }
    if (!line.isEmpty() && (line[0] < '2' || line[0] > '5'))
        return false;
    return line.size() < 4 || line[3] == ' ' || line[3] == '-' || line[3] == '\r' || line[3] == '\n';
}

int codeOf(QByteArrayView line)
{
    Q_ASSERT(line.size() >= 3); // mayBeReply() has seen three digits
    return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
}

} // namespace

Capabilities parseCapabilities(const SmtpReply &ehloReply)
{
    Capabilities result;
    if (ehloReply.lines.isEmpty())
        return result;
    result.greeting = ehloReply.lines.first();
    // RFC 5321 §4.1.1.1: the first line greets, each further line is one keyword with its parameters.
    result.keywords = ehloReply.lines.sliced(1);
    for (const QByteArray &line : std::as_const(result.keywords)) {
        const QByteArray keyword = line.simplified();
        const qsizetype space = keyword.indexOf(' ');
        // RFC 5321 §2.4: keywords are case-insensitive; RFC 3207 §2 names this one.
        if (keyword.first(space < 0 ? keyword.size() : space).compare("STARTTLS", Qt::CaseInsensitive) == 0)
            result.startTls = true;
    }
    return result;
}

SmtpDialog::SmtpDialog(QByteArray ehloName) : m_ehloName(std::move(ehloName)) {}

SmtpDialog::Action SmtpDialog::feed(QByteArrayView octets)
{
    if (m_ended)
        return *m_ended;
    m_buffer.append(octets);
    if (m_stage == Stage::Handshake)
        return m_buffer.isEmpty() ? Action::Handshake : injection();
    for (;;) {
        switch (takeLine()) {
        case Line::Incomplete:
            return Action::Read;
        case Line::Whole:
            break;
        case Line::LastOfReply:
            if (const Action action = onReply(); action != Action::Read)
                return action;
            break;
        case Line::NotSmtp:
            return fail(Failure::NotSmtp, Action::Abort);
        case Line::Broken:
            return fail(Failure::Grammar);
        case Line::TooLong:
            return fail(Failure::Limit, Action::Abort);
        }
    }
}

SmtpDialog::Action SmtpDialog::tlsEstablished()
{
    // RFC 3207 §4.2: what was learned before TLS is forgotten, the client greets again.
    m_buffer.clear();
    return send("EHLO " + m_ehloName + "\r\n", Stage::EhloAfterTls);
}

/// Moves one line from the buffer into the pending reply. A bare LF ends a line too.
SmtpDialog::Line SmtpDialog::takeLine()
{
    const bool firstLine = m_pending.lines.isEmpty();
    if (!mayBeReply(m_buffer))
        return m_stage == Stage::Greeting && firstLine ? Line::NotSmtp : Line::Broken;
    const qsizetype end = m_buffer.indexOf('\n');
    if ((end < 0 ? m_buffer.size() : end) > maxReplyLine + 1) // the CR may come on top
        return Line::TooLong;
    if (end < 0)
        return Line::Incomplete;

    m_heard += end + 1;
    if (m_heard > maxConversation)
        return Line::TooLong;
    QByteArray line = m_buffer.first(end);
    m_buffer.remove(0, end + 1);
    while (line.endsWith('\r'))
        line.chop(1);
    const int code = codeOf(line);
    // RFC 5321 §4.2.1: the code is the same on all lines of a reply, a client may rely on any of them.
    if (!firstLine && code != m_pending.code)
        return Line::Broken;
    if (m_pending.lines.size() >= maxReplyLines)
        return Line::TooLong;
    m_pending.code = code;
    m_pending.lines.append(line.sliced(qMin<qsizetype>(4, line.size())));
    return line.size() > 3 && line[3] == '-' ? Line::Whole : Line::LastOfReply;
}

SmtpDialog::Action SmtpDialog::onReply()
{
    const SmtpReply reply = std::exchange(m_pending, {});
    m_lastReply = reply;
    switch (m_stage) {
    case Stage::Greeting:
        return onGreeting(reply);
    case Stage::Ehlo:
        return onEhlo(reply);
    case Stage::StartTls:
        return onStartTls(reply);
    case Stage::EhloAfterTls:
        return onEhloAfterTls(reply);
    case Stage::Handshake:
    case Stage::Done:
        break;
    }
    return Action::Read;
}

SmtpDialog::Action SmtpDialog::onGreeting(const SmtpReply &reply)
{
    m_greeting = reply;
    switch (reply.code / 100) {
    case 2: // RFC 5321 §4.3.2 has 220 only; senders take any 2yz
        return send("EHLO " + m_ehloName + "\r\n", Stage::Ehlo);
    case 4:
        return fail(Failure::GreetingTemporary);
    case 5:
        return fail(Failure::GreetingPermanent);
    default: // a 3yz asks for something nobody has begun
        return fail(Failure::Grammar);
    }
}

SmtpDialog::Action SmtpDialog::onEhlo(const SmtpReply &reply)
{
    switch (reply.code / 100) {
    case 2:
        m_plain = parseCapabilities(reply);
        // Sent also when it was not offered: that tells a server without TLS from one whose offer was stripped on the way.
        return send("STARTTLS\r\n", Stage::StartTls);
    case 4:
        return fail(Failure::EhloTemporary);
    case 5:
        // RFC 5321 §4.1.4, RFC 1869 §4.5: 500, 502 and 504 are how servers without extensions answer.
        if (reply.code == 500 || reply.code == 502 || reply.code == 504)
            return fail(Failure::EhloUnknown);
        return fail(Failure::EhloRefused);
    default:
        return fail(Failure::Grammar);
    }
}

SmtpDialog::Action SmtpDialog::onStartTls(const SmtpReply &reply)
{
    m_startTlsReply = reply;
    const bool offered = m_plain && m_plain->startTls;
    // RFC 3207 §4: 220 means "ready to start TLS"; senders take any 2yz to an offered STARTTLS.
    if (reply.code == 220 || (offered && reply.code / 100 == 2)) {
        m_stage = Stage::Handshake;
        return m_buffer.isEmpty() ? Action::Handshake : injection();
    }
    if (!offered) {
        // No offer, and no TLS either: the natural end of a conversation with a server without STARTTLS.
        m_stage = Stage::Done;
        return end(Action::Finish);
    }
    switch (reply.code / 100) {
    case 4:
        return fail(Failure::StartTlsTemporary);
    case 5:
        return fail(Failure::StartTlsRefused);
    default:
        return fail(Failure::Grammar);
    }
}

SmtpDialog::Action SmtpDialog::onEhloAfterTls(const SmtpReply &reply)
{
    if (reply.code / 100 != 2)
        return fail(Failure::EhloAfterTlsFailed);
    m_encrypted = parseCapabilities(reply);
    m_stage = Stage::Done;
    return end(Action::Finish);
}

SmtpDialog::Action SmtpDialog::send(const QByteArray &command, Stage next)
{
    m_output = command;
    m_stage = next;
    return Action::Send;
}

SmtpDialog::Action SmtpDialog::fail(Failure failure, Action action)
{
    m_failure = failure;
    return end(action);
}

SmtpDialog::Action SmtpDialog::end(Action action)
{
    m_output = action == Action::Finish ? QByteArray("QUIT\r\n") : QByteArray();
    m_buffer.clear();
    m_ended = action;
    return action;
}

/// RFC 3207 §4.2, CVE-2011-0411: octets that came before TLS must not be taken for octets that came inside it.
SmtpDialog::Action SmtpDialog::injection()
{
    m_injected = m_buffer.first(qMin(m_buffer.size(), maxInjected));
    return fail(Failure::Injection, Action::Abort);
}

} // namespace mta
