// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "sessions.h"

#include "fakes/factsbuilder.h"
#include "fakes/testca.h"

#include <array>

namespace mta::fuzz
{
namespace
{

constexpr qsizetype headerSize = 3;
constexpr unsigned closesInOrder = 1;
constexpr unsigned oldTls = 2;
constexpr unsigned veryOldTls = 4;

using ContextPtr = std::shared_ptr<SSL_CTX>;

const fakes::Identity &root()
{
    static const fakes::Identity identity = fakes::selfSigned({.commonName = QStringLiteral("Fuzz Root"),
                                                               .notBefore = observedThen().addYears(-5),
                                                               .notAfter = observedThen().addYears(5),
                                                               .authority = true});
    return identity;
}

ContextPtr serverContext(const fakes::Identity &identity, int newest)
{
    ContextPtr context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_cipher_list(context.get(), "ALL:@SECLEVEL=0");
    SSL_CTX_set_max_proto_version(context.get(), newest);
    SSL_CTX_use_certificate(context.get(), identity.x509.get());
    SSL_CTX_use_PrivateKey(context.get(), identity.key.get());
    return context;
}

/// Good, expired, for another host, of nobody's, with a weak key.
QList<fakes::Identity> identitiesFor(const QString &host)
{
    fakes::CertificateSpec good{
        .commonName = host, .dnsNames = {host}, .notBefore = observedThen().addDays(-30), .notAfter = observedThen().addDays(60)};
    fakes::CertificateSpec expired = good;
    expired.notAfter = observedThen().addDays(-1);
    fakes::CertificateSpec other = good;
    other.dnsNames = {QStringLiteral("other.example"), QStringLiteral("*.example")};
    fakes::CertificateSpec weak = good;
    weak.key = fakes::KeyKind::Rsa1024;
    return {fakes::issue(good, root()), fakes::issue(expired, root()), fakes::issue(other, root()), fakes::selfSigned(good),
            fakes::issue(weak, root())};
}

/// For each identity TLS 1.3, 1.2 and 1.1.
using Contexts = QList<std::array<ContextPtr, 3>>;

Contexts contextsFor(const QString &host)
{
    Contexts contexts;
    for (const fakes::Identity &identity : identitiesFor(host))
        contexts.append({serverContext(identity, 0), serverContext(identity, TLS1_2_VERSION), serverContext(identity, TLS1_1_VERSION)});
    return contexts;
}

} // namespace

Session sessionOf(const QByteArray &input, const QString &host)
{
    static const Contexts contexts = contextsFor(host); // each program has one host
    const QByteArray header = input.left(headerSize).leftJustified(headerSize, '\0');
    const auto number = [&header](int i) { return static_cast<unsigned>(static_cast<unsigned char>(header.at(i))); };
    Session session;
    // One number more than there are certificates: a server that speaks no TLS.
    if (const unsigned chosen = number(0) % (static_cast<unsigned>(contexts.size()) + 1); chosen < contexts.size())
        session.turns.tls = contexts.at(chosen)[number(2) & veryOldTls ? 2 : number(2) & oldTls ? 1 : 0].get();
    if (number(1) != 0)
        session.turns.piece = number(1);
    session.turns.closeNotify = (number(2) & closesInOrder) == 0;
    session.rest = input.mid(headerSize);
    return session;
}

std::shared_ptr<const TlsClient> tlsClient()
{
    static const auto client = std::make_shared<TlsClient>(TrustStore::fromCertificates({root().certificate()}));
    return client;
}

} // namespace mta::fuzz
