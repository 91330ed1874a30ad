// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "spoiltcases.h"

#include "dane/tlsa.h"
#include "dnsmessage.h"
#include "testca.h"
#include <QCryptographicHash>

namespace mta::spoiling
{

namespace
{

void version(MxHost &host, TlsVersion version, const std::function<void(MxProbe &)> &change)
{
    addExtraProbes(host, {.least = version, .most = version}, [&](MxProbe &probe) {
        probe.tls.version = version;
        change(probe);
    });
}

/// A chain made for the purpose: its shape is read from the certificates themselves.
void sendChain(DomainFacts &f, bool inOrder, bool withRoot)
{
    const fakes::Identity root = fakes::rootAuthority(QStringLiteral("Sent Root"));
    const fakes::Identity upper = fakes::intermediateAuthority(QStringLiteral("Upper"), root);
    const fakes::Identity lower = fakes::intermediateAuthority(QStringLiteral("Lower"), upper);
    fakes::CertificateSpec spec;
    spec.dnsNames = QStringList{mx1};
    spec.notBefore = observedThen().addDays(-30);
    spec.notAfter = observedThen().addDays(60);
    QList<Certificate> path{fakes::issue(spec, lower).certificate(), lower.certificate(), upper.certificate(), root.certificate()};
    for (Certificate &certificate : path) {
        certificate.notBefore = spec.notBefore;
        certificate.notAfter = spec.notAfter;
    }
    QList<Certificate> sent = path.first(withRoot ? 4 : 3);
    if (!inOrder)
        sent.swapItemsAt(1, 2);
    forFirst(f, [&](TlsSession &s) {
        s.chain = sent;
        s.verdict = {Trust::Trusted, path, {}};
    });
}

QList<TlsaRecord> staleRecord(const Certificate &)
{
    return {{3, 1, 1, QByteArray(32, 'x')}};
}

} // namespace

QList<Spoilt> certificateCases()
{
    const auto first = [](std::function<void(TlsSession &)> change) { return [change](DomainFacts &f) { forFirst(f, change); }; };
    return {
        {"mail-server-certificate-expired", {QStringLiteral("mx-cert-expired")}, "at-risk", first([](TlsSession &s) {
             replaceLeaf(s, leafFor(mx1, -90, -2));
         })},
        {"mail-server-certificate-is-not-valid-yet", {QStringLiteral("mx-cert-not-yet-valid")}, "at-risk", first([](TlsSession &s) {
             replaceLeaf(s, leafFor(mx1, 2, 90));
         })},
        {"mail-server-certificate-expires-soon", {QStringLiteral("mx-cert-expires-soon")}, "protected", first([](TlsSession &s) {
             replaceLeaf(s, leafFor(mx1, -80, 10));
         })},
        {"mail-server-certificate-is-self-signed", {QStringLiteral("mx-cert-self-signed")}, "at-risk", first(selfSign)},
        {"mail-server-certificate-leads-to-no-trusted-root", {QStringLiteral("mx-cert-untrusted")}, "at-risk", first([](TlsSession &s) {
             distrust(s, Trust::UntrustedRoot);
         })},
        {"mail-server-sends-no-intermediate", {QStringLiteral("mx-cert-incomplete-chain")}, "at-risk", first([](TlsSession &s) {
             distrust(s, Trust::IncompleteChain);
         })},
        {"mail-server-certificate-names-the-domain-only", {QStringLiteral("mx-cert-name")}, "at-risk", first([](TlsSession &s) {
             replaceLeaf(s, leafFor(domain, -30, 60));
         })},
        {"mail-server-certificate-has-only-a-common-name", {QStringLiteral("mx-cert-no-san")}, "at-risk", first([](TlsSession &s) {
             changeLeaf(s, [](Certificate &leaf) { leaf.dnsNames.clear(); });
         })},
        {"mail-server-certificate-is-weak", {QStringLiteral("mx-cert-weak")}, "at-risk", first(weaken)},
        {"mail-server-certificate-is-revoked", {QStringLiteral("mx-cert-revoked")}, "at-risk", first([](TlsSession &s) {
             revoke(s, mx1);
         })},
    };
}

QList<Spoilt> tlsGridCases()
{
    const auto deep = [](std::function<void(DomainFacts &)> change) {
        return [change](DomainFacts &f) {
            f.conditions.depth = Depth::Deep;
            change(f);
        };
    };
    return {
        {"second-certificate-of-the-mail-server-expired", {QStringLiteral("mx-cert-other-key")}, "at-risk", deep([](DomainFacts &f) {
             addRsaCertificate(f.mxHosts[0], leafFor(mx1, -90, -2));
         })},
        {"second-certificate-of-the-mail-server-expires-soon",
         {QStringLiteral("mx-cert-expires-soon")},
         "protected",
         deep([](DomainFacts &f) { addRsaCertificate(f.mxHosts[0], leafFor(mx1, -80, 10)); })},
        {"tlsa-records-hold-for-one-of-two-keys",
         {QStringLiteral("dane-conflict"), QStringLiteral("dane-other-key")},
         "at-risk",
         deep([](DomainFacts &f) {
             setTlsa(f, [](const Certificate &c) { return QList{keyRecord(c)}; });
             addRsaCertificate(f.mxHosts[0], leafFor(mx1, -31, 61));
         })},
        {"mail-server-still-offers-old-tls",
         {},
         "protected",
         deep([](DomainFacts &f) { version(f.mxHosts[0], TlsVersion::Tls10, [](MxProbe &) {}); }),
         {QStringLiteral("mx-tls-legacy-offered")}},
        {"mail-server-offers-nothing-but-the-newest-tls",
         {},
         "protected",
         deep([](DomainFacts &f) { version(f.mxHosts[0], TlsVersion::Tls12, refuseHandshake); }),
         {QStringLiteral("mx-tls12-missing")}},
        {"mail-server-sends-its-chain-out-of-order",
         {},
         "protected",
         [](DomainFacts &f) { sendChain(f, false, false); },
         {QStringLiteral("mx-cert-chain-order")}},
        {"mail-server-sends-its-root-too",
         {},
         "protected",
         [](DomainFacts &f) { sendChain(f, true, true); },
         {QStringLiteral("mx-cert-chain-extra")}},
        {"mail-server-does-not-staple-though-it-must",
         {QStringLiteral("mx-cert-staple-missing")},
         "protected",
         [](DomainFacts &f) { forFirst(f, [](TlsSession &s) { changeLeaf(s, [](Certificate &leaf) { leaf.mustStaple = true; }); }); }},
    };
}

QList<Spoilt> daneCases()
{
    return {
        {"tlsa-records-match",
         {},
         "protected",
         [](DomainFacts &f) { setTlsa(f, [](const Certificate &c) { return QList{keyRecord(c)}; }); },
         {QStringLiteral("dane-valid")}},
        {"tlsa-records-do-not-match-after-renewal",
         {QStringLiteral("dane-conflict"), QStringLiteral("dane-mismatch")},
         "at-risk",
         [](DomainFacts &f) { setTlsa(f, staleRecord); }},
        {"tlsa-record-will-not-survive-the-renewal",
         {QStringLiteral("dane-rollover-missing")},
         "protected",
         [](DomainFacts &f) { setTlsa(f, [](const Certificate &c) {
                                  return QList<TlsaRecord>{{3, 0, 1, associationData(c, 0, 1)}};
                              }); }},
        {"tlsa-records-without-starttls",
         {QStringLiteral("dane-starttls"), QStringLiteral("starttls-absent")},
         "at-risk",
         [](DomainFacts &f) {
             setTlsa(f, [](const Certificate &c) { return QList{keyRecord(c)}; });
             endFirst(f, ProbeEnd::Complete, SmtpDialog::Stage::Ehlo);
             for (MxProbe &probe : f.mxHosts[0].probes)
                 probe.plain = Capabilities();
         }},
        {"dane-below-unsigned-mx-records",
         {},
         "protected",
         [](DomainFacts &f) {
             setTlsa(f, [](const Certificate &c) { return QList{keyRecord(c)}; });
             f.mx.security = Security::Insecure;
         },
         {QStringLiteral("dane-mx-insecure"), QStringLiteral("dane-valid")}},
        {"tlsa-records-are-not-for-mail",
         {QStringLiteral("dane-unusable")},
         "protected",
         [](DomainFacts &f) { setTlsa(f, [](const Certificate &c) {
                                  return QList<TlsaRecord>{{1, 1, 1, keyRecord(c).data}};
                              }); }},
        {"tlsa-records-are-not-signed",
         {QStringLiteral("dane-insecure")},
         "protected",
         [](DomainFacts &f) { setTlsa(f, staleRecord, Security::Insecure, Security::Insecure); }},
        {"tlsa-lookup-fails",
         {QStringLiteral("dane-bogus")},
         "at-risk",
         [](DomainFacts &f) {
             setTlsa(f, staleRecord);
             for (MxHost &host : f.mxHosts)
                 host.tlsa[0] = bogusLookup(host.tlsa.at(0), QStringLiteral("signature expired"));
         }},
        {"tlsa-record-is-the-digest-of-nothing",
         {QStringLiteral("dane-empty-digest")},
         "protected",
         [](DomainFacts &f) {
             const QByteArray empty = QCryptographicHash::hash({}, QCryptographicHash::Sha256);
             setTlsa(f, [&](const Certificate &c) { return QList<TlsaRecord>{keyRecord(c), {3, 1, 1, empty}}; });
         }},
        {"zones-are-not-signed",
         {},
         "protected",
         [](DomainFacts &f) {
             setTlsa(
                 f, [](const Certificate &) { return QList<TlsaRecord>(); }, Security::Insecure, Security::Insecure);
         },
         {QStringLiteral("dnssec-unsigned")}},
    };
}

} // namespace mta::spoiling
