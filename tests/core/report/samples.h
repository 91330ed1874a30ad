// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/judge.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "report/render.h"

/// Audits for the tests of reports.
namespace mta
{

inline RunItem itemOf(const DomainFacts &facts)
{
    return {facts.domain.ascii, judge(facts, facts.observedAt), {}};
}

inline RunItem goodItem()
{
    return itemOf(goodFacts());
}

/// A domain in enforce whose second MX host shows a certificate that expired two days ago, and whose third is not covered.
inline DomainFacts brokenFacts()
{
    DomainFacts facts = goodFacts();
    setMx(facts, {QStringLiteral("mx1.good.example"), QStringLiteral("mx2.good.example"), QStringLiteral("mx3.other.example")});
    for (MxProbe &probe : facts.mxHosts[1].probes)
        replaceLeaf(probe.tls,
                    certificateFor({QStringLiteral("mx2.good.example")}, observedThen().addDays(-92), observedThen().addDays(-2)));
    setTlsRpt(facts, {});
    return facts;
}

inline RunItem brokenItem()
{
    return itemOf(brokenFacts());
}

/// Four name servers of the zone, of which one says something else, one is lame, and one is not asked.
inline DomainFacts askedInDepth()
{
    DomainFacts facts = goodFacts();
    setAuthorities(facts);
    QList<AuthoritativeServer> &servers = facts.authorities.servers;
    servers[1].answers[0].sts = authoritative(txtLookup(QStringLiteral("_mta-sts.good.example"), {"v=STSv1; id=old;"}));
    servers.append({QStringLiteral("lame.example"),
                    addressesOf(QStringLiteral("lame.example"), {QStringLiteral("192.0.2.243")}, {}),
                    {{QHostAddress(QStringLiteral("192.0.2.243")),
                      {},
                      failedLookup(facts.domain.ascii, RecordType::Soa, AnswerStatus::Refused),
                      {},
                      {},
                      {}}}});
    servers.append({QStringLiteral("inside.example"),
                    addressesOf(QStringLiteral("inside.example"), {QStringLiteral("10.0.0.1")}, {}),
                    {{QHostAddress(QStringLiteral("10.0.0.1")), QStringLiteral("guard"), {}, {}, {}, {}}}});
    return facts;
}

/// A certificate with all that there is to say of one at the first mail server, always with an OCSP response; at the second one with must-
/// staple, which is not honoured, with an RSA key beside it that has a response at one of two addresses.
inline DomainFacts certificatesWithDetails()
{
    DomainFacts facts = goodFacts();
    for (MxProbe &probe : facts.mxHosts[0].probes) {
        Certificate leaf = probe.tls.chain.first();
        leaf.timestamps = 3;
        leaf.issuerUrl = QStringLiteral("http://ca.example/issuer.der");
        replaceLeaf(probe.tls, leaf);
        probe.tls.ocspResponse = "a response";
    }
    for (MxProbe &probe : facts.mxHosts[1].probes) {
        Certificate leaf = probe.tls.chain.first();
        leaf.mustStaple = true;
        replaceLeaf(probe.tls, leaf);
    }
    addRsaCertificate(facts.mxHosts[1], certificateFor({QStringLiteral("mx2.good.example")}, observedThen(), observedThen().addDays(50)));
    facts.mxHosts[1].extraProbes[0].probe.tls.ocspResponse = "a response";
    return facts;
}
inline const QStringList certificateDetails{
    QStringLiteral("3 timestamps (SCT); with an OCSP response; link to its issuer: http://ca.example/issuer.der (AIA)"),
    QStringLiteral("no timestamps (SCT); no OCSP response, though the certificate demands one; no link to its issuer (AIA)"),
    QStringLiteral("no timestamps (SCT); with an OCSP response, but not in every connection; no link to its issuer (AIA)"),
    QStringLiteral("RSA, 2048 bits"),
    QStringLiteral("EC P-256, 256 bits"),
};

inline RunItem unusableItem()
{
    return {QStringLiteral("not a domain!"), {}, QStringLiteral("The domain holds a character that no domain name has.")};
}

/// Strings that try to be more than text, in every sink.
inline const QString hostileText = QStringLiteral("<script>alert('x')</script>\"&%1%2\u202eevil\u2066\x1b[31mred\x07\n=cmd|'/c calc'!A1");

/// A domain where everything that comes from outside is hostile.
inline DomainFacts hostileFacts()
{
    DomainFacts facts = brokenFacts();
    const QByteArray octets = hostileText.toUtf8() + QByteArray("\0\xff\xfe", 3);
    facts.domain.unicode = hostileText;
    facts.conditions.resolver = hostileText;
    facts.conditions.ehloName = octets;
    facts.sts = txtLookup(QStringLiteral("_mta-sts.good.example"), {"v=STSv1; id=" + octets});
    facts.tlsRpt = txtLookup(QStringLiteral("_smtp._tls.good.example"), {"v=TLSRPTv1; rua=" + octets});
    facts.mx.detail = hostileText;
    for (PolicyFetch &fetch : facts.fetches) {
        fetch.body = "version: STSv1\nmode: enforce\nmx: " + octets + "\n";
        fetch.mediaType = octets;
        fetch.redirectTo = octets;
        fetch.detail = hostileText;
    }
    for (MxHost &host : facts.mxHosts) {
        host.name = hostileText + host.name;
        for (MxProbe &probe : host.probes) {
            probe.detail = hostileText;
            probe.tls.chain[0].issuer = hostileText;
            probe.tls.chain[0].dnsNames = {hostileText};
            probe.tls.verdict.detail = hostileText;
        }
    }
    return facts;
}

/// Also what the judge says is hostile, and findings point anywhere.
inline RunItem hostileItem()
{
    RunItem item = itemOf(hostileFacts());
    item.audit->headline = hostileText;
    item.audit->nextStep = hostileText;
    for (ChainLink &link : item.audit->links)
        link.text = hostileText;
    for (Finding &finding : item.audit->findings) {
        finding.subject = hostileText;
        finding.evidence = QLatin1Char('/') + hostileText;
        for (QString &value : finding.values)
            value = hostileText;
    }
    return item;
}

/// Characters that must not reach a reader as they are.
inline bool holdsTreacherousCharacters(const QString &text, const QString &allowed)
{
    return std::any_of(text.cbegin(), text.cend(), [&](QChar c) {
        const bool treacherous = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        return treacherous && !allowed.contains(c);
    });
}

} // namespace mta
