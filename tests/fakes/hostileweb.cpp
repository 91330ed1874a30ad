// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/hostilepeers.h"

#include <zlib.h>

namespace mta::fakes
{

using namespace std::chrono_literals;

namespace
{

const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";

QByteArray policyFor(const QByteArray &policyHost)
{
    return "version: STSv1\r\nmode: enforce\r\nmx: *." + policyHost.mid(policyHost.indexOf('.') + 1) + "\r\nmax_age: 1209600\r\n";
}

bool untilRequest(TlsPeer &peer, const TlsOptions &tls)
{
    return peer.startTls(tls) && peer.readUntil("\r\n\r\n").endsWith("\r\n\r\n");
}

QByteArray gzipped(const QByteArray &octets)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray input = octets;
    QByteArray output(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(octets.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(output.data());
    stream.avail_out = static_cast<uInt>(output.size());
    deflate(&stream, Z_FINISH);
    output.chop(stream.avail_out);
    deflateEnd(&stream);
    return output;
}

} // namespace

void servePolicy(TlsPeer &peer, const TlsOptions &tls)
{
    if (untilRequest(peer, tls))
        peer.write(httpAnswer("200 OK\r\nContent-Type: text/plain", policyFor(peer.serverName())));
}

QList<HostilePeer> hostilePolicyHosts(const TlsOptions &good)
{
    const QByteArrayList unavailable{"policy-unavailable"};
    const QByteArrayList useless{"policy-unavailable", "policy-invalid"};
    QList<HostilePeer> peers;
    const auto add = [&peers](const char *name, const QByteArrayList &allowed, const TlsServer::Script &script) {
        peers.append({QByteArray("web-") + name, script, allowed});
    };
    /// `first`, then `more` for as long as somebody listens, then silence.
    const auto answer = [good](const QByteArray &first, const QByteArray &more = {}) -> TlsServer::Script {
        return [=](TlsPeer &peer) {
            if (!untilRequest(peer, good) || !peer.write(first))
                return;
            while (!more.isEmpty() && peer.write(more)) {
            }
            peer.waitUntilClosed();
        };
    };
    /// The policy behind these headers, and an end.
    const auto policy = [good](const QByteArray &headers, void (TlsPeer::*end)()) -> TlsServer::Script {
        return [=](TlsPeer &peer) {
            if (untilRequest(peer, good))
                peer.write(ok + headers + "\r\n" + policyFor(peer.serverName()));
            peer.pause(50ms);
            (peer.*end)();
        };
    };

    add("silent", unavailable, [](TlsPeer &peer) { peer.waitUntilClosed(); });
    add("silent-after-request", unavailable, answer("H"));
    add("silent-in-headers", unavailable, answer(ok));
    add("silent-in-body", unavailable, answer(ok + "Content-Length: 99\r\n\r\nversion: STSv1\r\n"));
    add("drip", unavailable, [good](TlsPeer &peer) {
        if (untilRequest(peer, good))
            peer.writeSlowly(ok + "Content-Length: 9\r\n\r\n", 1s);
    });
    add("garbage", unavailable, answer(QByteArray(1000, '\xfe'), QByteArray(64 * 1024, '\xfe')));
    add("garbage-in-headers", unavailable, answer(ok + QByteArray("X: \0\x1b]0;owned\x07\r\n\r\n", 19)));
    add("endless-headers", unavailable, answer(ok, QByteArray("X: y\r\n").repeated(1000)));
    add("endless-header-line", unavailable, answer(ok + "X: ", QByteArray(64 * 1024, 'x')));
    add("endless-interim", unavailable,
        answer({"HTTP/1.1 100 Continue\r\n\r\n"}, QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(100)));
    add("endless-body", unavailable, answer(ok + "\r\n", QByteArray(64 * 1024, 'x')));
    add("endless-chunks", unavailable,
        answer(ok + "Transfer-Encoding: chunked\r\n\r\n", QByteArray("1000\r\n" + QByteArray(4096, 'x') + "\r\n")));
    add("endless-chunk-extension", unavailable, answer(ok + "Transfer-Encoding: chunked\r\n\r\n1;", QByteArray(64 * 1024, 'x')));
    add("endless-chunk-extensions", unavailable,
        answer(ok + "Transfer-Encoding: chunked\r\n\r\n", QByteArray("1;" + QByteArray(1000, 'x') + "\r\nx\r\n").repeated(60)));
    add("endless-trailer", unavailable, answer(ok + "Transfer-Encoding: chunked\r\n\r\n0\r\n", QByteArray("X: y\r\n").repeated(1000)));
    add("gzip-bomb", unavailable, [good, bomb = gzipped(QByteArray(40'000'000, 'x'))](TlsPeer &peer) {
        if (untilRequest(peer, good))
            peer.write(httpAnswer("200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip", bomb));
    });
    // Not what it says it is, and yet the policy as it stands: a sender that does not look at the header reads it.
    add("gzip-that-is-none", {"enforce", "policy-unavailable"}, policy("Content-Encoding: gzip\r\n", &TlsPeer::close));
    add("length-too-short", useless, policy("Content-Length: 20\r\n", &TlsPeer::close));
    add("length-too-long", useless, policy("Content-Length: 2000\r\n", &TlsPeer::close));
    add("length-negative", unavailable, policy("Content-Length: -1\r\n", &TlsPeer::close));
    add("length-twice", unavailable, policy("Content-Length: 20\r\nContent-Length: 21\r\n", &TlsPeer::close));
    add("length-huge", unavailable, policy("Content-Length: 99999999999999999999999\r\n", &TlsPeer::close));
    add("cut", useless, policy({}, &TlsPeer::cut));
    add("reset", useless, policy({}, &TlsPeer::reset));
    add("reset-at-once", unavailable, [](TlsPeer &peer) { peer.reset(); });
    add("reset-in-handshake", unavailable, [](TlsPeer &peer) {
        peer.readExactly(5);
        peer.reset();
    });
    add("reset-after-tls", unavailable, [good](TlsPeer &peer) {
        peer.startTls(good);
        peer.reset();
    });
    add("alert", unavailable, [](TlsPeer &peer) {
        peer.readExactly(5);
        peer.write(QByteArray::fromHex("15 0303 0002 0250"));
        peer.waitUntilClosed();
    });
    add("tickets-without-end", unavailable, [good](TlsPeer &peer) {
        untilRequest(peer, good);
        while (peer.sendTicket()) {
        }
    });
    add("redirect-to-itself", unavailable, [good](TlsPeer &peer) {
        if (untilRequest(peer, good))
            peer.write(httpAnswer("302 Found\r\nLocation: https://" + peer.serverName() + "/.well-known/mta-sts.txt", "<a href=x>"));
    });
    return peers;
}

} // namespace mta::fakes
