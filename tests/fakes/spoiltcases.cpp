// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "spoiltcases.h"

#include "testca.h"

namespace mta::spoiling
{

void keepOneMx(DomainFacts &facts)
{
    setMx(facts, {mx1});
    setPolicy(facts, policyText("enforce", "mx1.good.example"));
}

void endFirst(DomainFacts &facts, ProbeEnd end, SmtpDialog::Stage stage, SmtpDialog::Failure failure, std::optional<SmtpReply> reply)
{
    for (MxProbe &probe : facts.mxHosts[0].probes) {
        probe = brokenProbe(probe.address.toString(), end, stage, failure);
        probe.reply = reply;
        if (stage >= SmtpDialog::Stage::StartTls)
            probe.plain = parseCapabilities({250, {"mx1.good.example", "STARTTLS"}});
    }
}

void forFirst(DomainFacts &facts, const std::function<void(TlsSession &)> &change)
{
    for (MxProbe &probe : facts.mxHosts[0].probes)
        change(probe.tls);
}

void endFetches(DomainFacts &facts, FetchEnd end, FetchStage stage)
{
    for (PolicyFetch &fetch : facts.fetches) {
        PolicyFetch broken;
        broken.address = fetch.address;
        broken.end = end;
        broken.stage = stage;
        if (stage > FetchStage::Handshake)
            broken.tls = fetch.tls;
        broken.tls.attempted = stage >= FetchStage::Handshake;
        fetch = broken;
    }
}

void answerWith(DomainFacts &facts, const std::function<void(PolicyFetch &)> &change)
{
    for (PolicyFetch &fetch : facts.fetches)
        change(fetch);
}

Certificate leafFor(const QString &host, int fromDay, int toDay)
{
    return certificateFor({host}, observedThen().addDays(fromDay), observedThen().addDays(toDay));
}

void changeLeaf(TlsSession &session, const std::function<void(Certificate &)> &change)
{
    Certificate leaf = session.chain.first();
    change(leaf);
    replaceLeaf(session, leaf);
}

void selfSign(TlsSession &session)
{
    changeLeaf(session, [](Certificate &leaf) {
        leaf.issuer = leaf.subject;
        leaf.selfIssued = true;
    });
    session.verdict = {Trust::SelfSigned, {session.chain.first()}, QStringLiteral("self-signed certificate")};
}

void distrust(TlsSession &session, Trust trust)
{
    session.verdict.trust = trust;
    session.verdict.path = {session.chain.first()};
    session.verdict.detail = QStringLiteral("unable to get local issuer certificate");
}

void revoke(TlsSession &session, const QString &host)
{
    fakes::CertificateSpec rootSpec;
    rootSpec.commonName = QStringLiteral("Revoking Root");
    rootSpec.notBefore = observedThen().addYears(-1);
    rootSpec.notAfter = observedThen().addYears(1);
    rootSpec.authority = true;
    const fakes::Identity root = fakes::selfSigned(rootSpec);
    fakes::CertificateSpec spec;
    spec.commonName = host;
    spec.dnsNames = {host};
    spec.notBefore = observedThen().addDays(-30);
    spec.notAfter = observedThen().addDays(60);
    const fakes::Identity leaf = fakes::issue(spec, root);
    fakes::OcspSpec says;
    says.revoked = true;
    says.thisUpdate = observedThen().addSecs(-3600);
    says.nextUpdate = observedThen().addDays(3);
    session.chain = {leaf.certificate(), root.certificate()};
    session.verdict = {Trust::Trusted, session.chain, {}};
    session.ocspResponse = fakes::ocspResponse(leaf, root, root, says);
}

void weaken(TlsSession &session)
{
    changeLeaf(session, [](Certificate &leaf) {
        leaf.keyType = QStringLiteral("RSA");
        leaf.keyBits = 1024;
    });
}

} // namespace mta::spoiling
