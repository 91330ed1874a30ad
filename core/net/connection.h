// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/context.h"
#include "net/socks5.h"
#include "net/tlsclient.h"
#include "x509/tlsoffer.h"
#include <QByteArray>
#include <QHostAddress>
#include <QString>
#include <memory>
#include <optional>

namespace mta
{

/// How an attempt to connect ended.
enum class ConnectEnd {
    Connected,
    Refused,
    Unreachable, ///< no route to the host, reported from the path
    Reset,       ///< it came up, and the peer cut it before it was used
    NoNetwork,   ///< this machine has no route or no such address family, or a local error
    Timeout,
    ProxyFailed, ///< the proxy cannot be reached, does not speak SOCKS5, or failed itself: not the peer's fault
    Cancelled,
};
struct Connected {
    ConnectEnd end = ConnectEnd::Cancelled;
    QString text; ///< the system's or the proxy's words, for people; empty when connected

    explicit operator bool() const { return end == ConnectEnd::Connected; }
};

/// How one read or write ended.
enum class TransferEnd {
    Done,  ///< octets were read, or all were written
    Eof,   ///< the peer closed its side; see closeNotify
    Reset, ///< the peer cut the connection
    Timeout,
    Cancelled,
    TlsFailed,  ///< an alert or a broken record, see text
    OwnTrouble, ///< this machine failed, see text: nothing is said about the peer
};
struct Transfer {
    TransferEnd end = TransferEnd::Done;
    QByteArray octets;       ///< what was read, never empty when Done and never more than maxReadChunk
    bool closeNotify = true; ///< of Eof inside TLS: false when the connection was cut without close_notify (RFC 8446 §6.1)
    QString text;            ///< for people

    explicit operator bool() const { return end == TransferEnd::Done; }
};
inline constexpr qsizetype maxReadChunk = 16 * 1024;
/// What a peer may send inside TLS without anything in it for us: a whole handshake, and afterwards tickets, key updates and the like
/// between two pieces of content. More than twice the largest chain; an honest peer stays far below.
inline constexpr qsizetype maxTlsOverhead = 256 * 1024;

/// One TCP connection with optional TLS on top, for one thread, without an event loop. Every call blocks until done, deadline or stop.
class Connection
{
public:
    struct Options {
        QHostAddress address;
        quint16 port = 0;
        std::optional<Socks5Proxy> proxy;
        TlsOffer offer{}; ///< of startTls()
    };

    explicit Connection(Options options);
    ~Connection(); ///< close()
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    Connected connect(const Context &context);
    /// Waits for something to read and returns what is there, decrypted once TLS is up. Nothing is kept back between calls, so
    /// nothing read before startTls() can be taken for something that came inside TLS.
    Transfer read(const Context &context);
    Transfer write(const QByteArray &octets, const Context &context);

    /// Does the handshake and fills in everything seen of it, the verdict on the chain included. When it is `established`, read and
    /// write are inside TLS. A stop shows in the context only.
    TlsSession startTls(const TlsClient &client, TlsApplication application, const QString &serverName, const Context &context);

    /// Closes at once, waiting for nobody (a close_notify is sent if it fits).
    void close();

private:
    struct Private;
    std::unique_ptr<Private> m;
};

} // namespace mta
