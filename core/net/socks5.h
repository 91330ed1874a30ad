// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include <QByteArray>
#include <QHostAddress>

namespace mta
{

/// A SOCKS5 proxy (RFC 1928) without authentication, as `ssh -D` offers it.
struct Socks5Proxy {
    QHostAddress address;
    quint16 port = 1080;

    bool operator==(const Socks5Proxy &) const = default;
};

/// Reads "socks5://HOST:PORT"; a HOST that is a name is looked up at the system's resolver, once.
Result<Socks5Proxy> parseProxy(const QString &url);

/// The client's side of RFC 1928, without a socket: send `output()`, feed what comes.
class Socks5Dialog
{
public:
    enum class State {
        Working,     ///< send what `takeOutput` gives, then feed more
        Connected,   ///< what follows is the peer's
        Refused,     ///< reply 5: the target refused
        Unreachable, ///< replies 3, 4 and 6: the target cannot be reached from the proxy
        Failed,      ///< the proxy does not speak SOCKS5, wants a password, or failed itself
    };

    Socks5Dialog(const QHostAddress &target, quint16 port);
    State feed(QByteArrayView octets);
    QByteArray takeOutput();  ///< what is to be sent now
    qsizetype wanted() const; ///< how many octets to read at most, so that none of the peer's are taken
    State state() const { return m_state; }
    QString text() const; ///< the reply in words, for people; empty while nothing is wrong

private:
    enum class Step { Method, Reply, Bound };
    State onMethod();
    State onReply();

    QHostAddress m_target;
    quint16 m_port;
    QByteArray m_output;
    QByteArray m_buffer;
    qsizetype m_wanted = 2;
    Step m_step = Step::Method;
    State m_state = State::Working;
    int m_reply = 0;
};

} // namespace mta
