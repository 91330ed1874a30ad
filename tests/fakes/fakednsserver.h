// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dns/answer.h"
#include <QHostAddress>
#include <QList>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace mta
{

/// A question as it reached the fake server.
struct FakeQuery {
    Question question;
    quint16 id = 0;
    bool tcp = false;
    bool edns = false;
    bool dnssecOk = false;
    bool checkingDisabled = false;
    QByteArray wire;
};

FakeQuery readQuery(const QByteArray &wire, bool tcp);

/// What it does about it.
struct FakeReply {
    QByteArray message; ///< empty: says nothing; over TCP: closes the connection
    std::chrono::milliseconds delay{0};
    bool framed = true; ///< over TCP: behind its length (RFC 1035 §4.2.2), or else the octets as they are
};

/// A DNS server that does as a test says: UDP and TCP on one port, a free one of 127.0.0.1 by default, in a thread of its own.
class FakeDnsServer
{
public:
    /// Called in the server's thread, once per query. The replies are sent as they are, ids included; see withId().
    using Script = std::function<QList<FakeReply>(const FakeQuery &)>;
    explicit FakeDnsServer(Script script, const QHostAddress &address = QHostAddress::LocalHost, quint16 port = 0);
    ~FakeDnsServer();

    quint16 port() const { return m_port; }
    QString resolver() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    QList<FakeQuery> queries() const; ///< all so far, in order

private:
    void serve(const std::stop_token &stop);
    QList<FakeReply> replies(const QByteArray &wire, bool tcp);

    Script m_script;
    std::shared_ptr<const int> m_datagrams; ///< a socket, closed with its last owner
    std::shared_ptr<const int> m_listener;
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    QList<FakeQuery> m_queries;
    std::jthread m_thread;
};

/// The message with another id.
QByteArray withId(QByteArray message, quint16 id);
/// The message with the TC bit, and nothing but the question.
QByteArray truncatedMessage(const QByteArray &message);
/// An empty response with this code and, if `extendedError` is not negative, an Extended DNS Error (RFC 8914).
QByteArray errorMessage(const Question &question, int rcode, int extendedError = -1, const QByteArray &text = {});
/// The message without its RRSIG, NSEC and NSEC3 records.
QByteArray withoutSignatures(const QByteArray &message);
/// What a real server on 127.0.0.1 says to the query; empty if nothing within a second.
QByteArray relayed(const FakeQuery &query, quint16 port);

} // namespace mta
