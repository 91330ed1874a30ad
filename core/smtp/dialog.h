// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>
#include <optional>

namespace mta
{

/// Named limits of an SMTP reply (RFC 5321 §4.5.3.1.5 allows 512 octets; servers in the field send more).
inline constexpr qsizetype maxReplyLine = 4096;
inline constexpr int maxReplyLines = 128;
/// Of the whole conversation, all replies together: as if each of maxReplyLines were as long as RFC 5321 allows.
inline constexpr qsizetype maxConversation = 64 * 1024;
/// Of injected plaintext this much is kept.
inline constexpr qsizetype maxInjected = 1024;

/// One complete SMTP reply (RFC 5321 §4.2).
struct SmtpReply {
    int code = 0;
    QByteArrayList lines; ///< texts without code and separator

    bool operator==(const SmtpReply &) const = default;
};

/// What our EHLO was answered with (RFC 5321 §4.1.1.1).
struct Capabilities {
    QByteArray greeting;     ///< text of the first line
    QByteArrayList keywords; ///< as sent, with parameters
    bool startTls = false;   ///< STARTTLS as a whole keyword, any case (RFC 3207 §2)

    bool operator==(const Capabilities &) const = default;
};
Capabilities parseCapabilities(const SmtpReply &ehloReply);

/// The probe's side of the SMTP conversation, without a socket: feed octets, obey the action.
/// greeting, EHLO, STARTTLS (also when it was not offered, to tell stripping from absence), TLS, EHLO, QUIT.
class SmtpDialog
{
public:
    enum class Stage { Greeting, Ehlo, StartTls, Handshake, EhloAfterTls, Done };
    enum class Action {
        Read,      ///< needs more octets
        Send,      ///< send `output()`, then call feed(), at first with nothing: the next reply may be here already
        Handshake, ///< start TLS now, then call tlsEstablished()
        Finish,    ///< send `output()` (QUIT) without waiting, close
        Abort,     ///< close at once: injected plaintext or a limit
    };
    /// What ended the conversation before its natural end.
    enum class Failure {
        None,
        GreetingTemporary,  ///< 421 or 4xx: could not be tested
        GreetingPermanent,  ///< 5xx
        NotSmtp,            ///< the first octets are no SMTP reply
        EhloTemporary,      ///< 421 or 4xx to EHLO
        EhloUnknown,        ///< 500, 502, 504: an old server, no STARTTLS
        EhloRefused,        ///< any other 5xx
        StartTlsTemporary,  ///< 4xx to an offered STARTTLS (454 included)
        StartTlsRefused,    ///< 5xx to an offered STARTTLS
        Injection,          ///< plaintext after the 220 to STARTTLS (RFC 3207 §4; CVE-2011-0411)
        Grammar,            ///< a reply that breaks the grammar so that a sender could not go on
        Limit,              ///< a reply over maxReplyLine or maxReplyLines, or more than maxConversation
        EhloAfterTlsFailed, ///< the second EHLO was not answered with 250
    };

    explicit SmtpDialog(QByteArray ehloName);

    /// Octets from the peer, in any pieces. Bare LF and early replies are tolerated. Octets that come between the 220 to STARTTLS and
    /// tlsEstablished() are injected plaintext. After the end the last action is repeated.
    Action feed(QByteArrayView octets);
    /// The handshake succeeded; what comes now is inside TLS.
    Action tlsEstablished();

    QByteArray output() const { return m_output; } ///< the command to send, CRLF included
    Stage stage() const { return m_stage; }
    Failure failure() const { return m_failure; }
    const std::optional<SmtpReply> &greeting() const { return m_greeting; }
    const std::optional<SmtpReply> &lastReply() const { return m_lastReply; }
    const std::optional<Capabilities> &plain() const { return m_plain; }
    const std::optional<Capabilities> &encrypted() const { return m_encrypted; }
    const std::optional<SmtpReply> &startTlsReply() const { return m_startTlsReply; }
    QByteArray injected() const { return m_injected; }

private:
    enum class Line { Incomplete, Whole, LastOfReply, NotSmtp, Broken, TooLong };
    Line takeLine();
    Action onReply();
    Action onGreeting(const SmtpReply &reply);
    Action onEhlo(const SmtpReply &reply);
    Action onStartTls(const SmtpReply &reply);
    Action onEhloAfterTls(const SmtpReply &reply);
    Action send(const QByteArray &command, Stage next);
    Action fail(Failure failure, Action action = Action::Finish);
    Action end(Action action);
    Action injection();

    QByteArray m_ehloName;
    QByteArray m_buffer;
    qsizetype m_heard = 0; ///< octets in whole lines from the peer
    QByteArray m_output;
    QByteArray m_injected;
    Stage m_stage = Stage::Greeting;
    Failure m_failure = Failure::None;
    SmtpReply m_pending;
    std::optional<Action> m_ended;
    std::optional<SmtpReply> m_greeting;
    std::optional<SmtpReply> m_lastReply;
    std::optional<SmtpReply> m_startTlsReply;
    std::optional<Capabilities> m_plain;
    std::optional<Capabilities> m_encrypted;
};

} // namespace mta
