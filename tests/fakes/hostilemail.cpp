// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/hostilepeers.h"

#include <QRandomGenerator>

namespace mta::fakes
{

using namespace std::chrono_literals;

namespace
{

const QByteArray offer = "250-mx.example\r\n250-SIZE 1000\r\n250 STARTTLS\r\n";

QByteArray garbage()
{
    QByteArray octets(64 * 1024, Qt::Uninitialized);
    QRandomGenerator generator(1);
    for (char &octet : octets)
        octet = static_cast<char>(generator.bounded(256));
    return octets;
}

void flood(TlsPeer &peer, const QByteArray &octets)
{
    while (peer.write(octets)) {
    }
}

bool greet(TlsPeer &peer)
{
    return peer.write("220 mx.example ESMTP\r\n") && peer.readUntil("\n").endsWith('\n');
}

bool offerTls(TlsPeer &peer)
{
    return greet(peer) && peer.write(offer) && peer.readUntil("\n").endsWith('\n');
}

/// Up to where the client has begun its handshake: what is written next is taken for TLS.
bool untilHello(TlsPeer &peer)
{
    return offerTls(peer) && peer.write("220 go\r\n") && peer.readExactly(5).size() == 5;
}

bool intoTls(TlsPeer &peer, const TlsOptions &tls)
{
    return offerTls(peer) && peer.write("220 go\r\n") && peer.startTls(tls);
}

TlsOptions upTo(TlsOptions tls, int version)
{
    tls.minimum = version;
    tls.maximum = version;
    return tls;
}

/// The good identity's host with other certificates.
TlsOptions showing(const QList<Identity> &chain)
{
    return {.chain = chain};
}

CertificateSpec manyNames(const QStringList &last)
{
    CertificateSpec spec{.commonName = QStringLiteral("many")};
    for (int i = 0; i < 10000; ++i)
        spec.dnsNames.append(QStringLiteral("%1.a").arg(i, 0, 36));
    spec.dnsNames += last;
    return spec;
}

} // namespace

void serveMail(TlsPeer &peer, const TlsOptions &tls, const QByteArray &greeting)
{
    if (!peer.write(greeting) || !peer.readUntil("\n").endsWith('\n') || !peer.write(offer) || !peer.readUntil("\n").endsWith('\n') ||
        !peer.write("220 go\r\n") || !peer.startTls(tls))
        return;
    peer.readUntil("\n");
    peer.write("250 mx.example\r\n");
    peer.readUntil("\n");
}

QList<HostilePeer> hostileMailServers(const TlsOptions &good)
{
    const QByteArrayList untested{"untested"};
    const QByteArrayList broken{"validation-failure"};
    const QByteArrayList gone{"unreachable"};
    const QByteArrayList certificate{"ok"}; // once TLS is up, the certificate is what MTA-STS asks about
    QList<HostilePeer> peers;
    const auto add = [&peers](const char *name, const QByteArrayList &allowed, const TlsServer::Script &script) {
        peers.append({QByteArray("mail-") + name, script, allowed});
    };
    const auto early = [](auto act) -> TlsServer::Script { return act; };

    add("silent", untested, early([](TlsPeer &peer) { peer.waitUntilClosed(); }));
    add("silent-after-greeting", untested, [](TlsPeer &peer) {
        greet(peer);
        peer.waitUntilClosed();
    });
    add("silent-after-offer", untested, [](TlsPeer &peer) {
        offerTls(peer);
        peer.waitUntilClosed();
    });
    add("silent-in-handshake", untested, [](TlsPeer &peer) {
        untilHello(peer);
        peer.waitUntilClosed();
    });
    add("silent-after-tls", certificate, [good](TlsPeer &peer) {
        intoTls(peer, good);
        peer.waitUntilClosed();
    });
    add("drip", untested, [](TlsPeer &peer) { peer.writeSlowly("220 mx.example ESMTP, and so on\r\n", 1s); });
    add("drip-in-handshake", untested, [](TlsPeer &peer) {
        if (untilHello(peer))
            peer.writeSlowly(QByteArray::fromHex("16030302ff020002fb0303") + QByteArray(200, 'r'), 1s);
    });
    add("endless-banner", broken, [](TlsPeer &peer) { flood(peer, QByteArray("220-mx.example, and more\r\n").repeated(1000)); });
    add("endless-line", broken, [](TlsPeer &peer) {
        if (peer.write("220 "))
            flood(peer, QByteArray(64 * 1024, 'x'));
    });
    add("endless-offer", broken, [](TlsPeer &peer) {
        if (greet(peer))
            flood(peer, QByteArray("250-SIZE\r\n").repeated(1000));
    });
    add("endless-injection", broken, [](TlsPeer &peer) {
        if (offerTls(peer) && peer.write("220 go\r\n"))
            flood(peer, QByteArray("250 injected\r\n").repeated(1000));
    });
    add("endless-after-tls", broken, [good](TlsPeer &peer) {
        if (intoTls(peer, good))
            flood(peer, QByteArray("250-SIZE\r\n").repeated(1000));
    });
    add("garbage", gone, [](TlsPeer &peer) { flood(peer, garbage()); });
    add("garbage-as-offer", broken, [](TlsPeer &peer) {
        if (greet(peer))
            flood(peer, garbage());
    });
    add("garbage-as-handshake", broken, [](TlsPeer &peer) {
        if (untilHello(peer))
            flood(peer, garbage());
    });
    // A good server with a bad mouth: what it says is shown as what it is, and its certificate counts.
    add("escapes", certificate, [good](TlsPeer &peer) { serveMail(peer, good, QByteArray("220 \0\x1b]0;owned\x07\x9b[2J\r\n", 21)); });

    add("reset", gone, [](TlsPeer &peer) { peer.reset(); });
    add("reset-after-greeting", gone, [](TlsPeer &peer) {
        greet(peer);
        peer.reset();
    });
    add("reset-after-offer", broken, [](TlsPeer &peer) {
        offerTls(peer);
        peer.reset();
    });
    add("reset-in-handshake", broken, [](TlsPeer &peer) {
        untilHello(peer);
        peer.reset();
    });
    add("reset-after-tls", {"ok", "validation-failure"}, [good](TlsPeer &peer) {
        intoTls(peer, good);
        peer.reset();
    });
    add("cut-in-handshake", broken, [](TlsPeer &peer) {
        untilHello(peer);
        peer.cut();
    });
    add("cut-after-tls", certificate, [good](TlsPeer &peer) {
        if (intoTls(peer, good))
            peer.readUntil("\n");
        peer.cut();
    });
    const auto talk = [](const QByteArray &hex, int times) -> TlsServer::Script {
        return [octets = QByteArray::fromHex(hex).repeated(times)](TlsPeer &peer) {
            if (untilHello(peer))
                flood(peer, octets);
        };
    };
    add("alert", broken, talk("15 0303 0002 0228", 1));
    add("alert-close-notify", broken, talk("15 0303 0002 0100", 1));
    add("alerts-without-end", broken, talk("15 0303 0002 015a", 1000));
    add("hello-requests-without-end", broken, talk("16 0303 0004 00000000", 1000));
    add("empty-records-without-end", broken, talk("16 0303 0000", 1000));
    add("application-data-in-handshake", broken, talk("17 0303 0010 00000000000000000000000000000000", 100));
    const auto inTls = [](const TlsOptions &tls, bool (TlsPeer::*act)()) -> TlsServer::Script {
        return [tls, act](TlsPeer &peer) {
            if (!intoTls(peer, tls))
                return;
            while ((peer.*act)()) {
            }
            peer.waitUntilClosed();
        };
    };
    add("tickets-without-end", broken, inTls(upTo(good, TLS1_3_VERSION), &TlsPeer::sendTicket));
    add("key-updates-without-end", {"ok", "validation-failure"}, inTls(upTo(good, TLS1_3_VERSION), &TlsPeer::sendKeyUpdate));
    add("renegotiation", {"ok", "validation-failure"}, inTls(upTo(good, TLS1_2_VERSION), &TlsPeer::sendHelloRequest));

    const Identity root = rootAuthority(QStringLiteral("Hostile Root"));
    const auto with = [](const TlsOptions &tls) -> TlsServer::Script { return [tls](TlsPeer &peer) { serveMail(peer, tls); }; };
    add("certificate-of-90-kilobytes", {"certificate-host-mismatch"},
        with(showing({issue({.commonName = QStringLiteral("large"), .extensions = {{"nsComment", QByteArray(90'000, 'x')}}}, root)})));
    add("certificate-of-a-megabyte", broken,
        with(showing({issue({.commonName = QStringLiteral("huge"), .extensions = {{"nsComment", QByteArray(1'000'000, 'x')}}}, root)})));
    add("certificate-of-ten-thousand-names", {"certificate-not-trusted"},
        with(showing({issue(manyNames({QStringLiteral("mx.mail-certificate-of-ten-thousand-names.example")}), root)})));
    add("certificate-of-ten-thousand-other-names", {"certificate-host-mismatch"}, with(showing({issue(manyNames({}), root)})));
    QList<Identity> chain = good.chain;
    while (chain.size() < 100)
        chain.append(root);
    add("chain-of-a-hundred", certificate, with(showing(chain)));
    return peers;
}

} // namespace mta::fakes
