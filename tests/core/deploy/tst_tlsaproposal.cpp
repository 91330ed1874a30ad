// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "dane/tlsa.h"
#include "deploy/tlsaproposal.h"
#include "fakes/factsbuilder.h"
#include <QTest>

using namespace mta;

class TlsaProposalTest : public QObject
{
    Q_OBJECT

private slots:
    void eachKeyOfASignedHostGetsARecord()
    {
        DomainFacts facts = goodFacts();
        for (MxHost &host : facts.mxHosts)
            host.addresses.a.security = host.addresses.aaaa.security = Security::Secure;
        const TlsaProposal proposal = proposeTlsa(judge(facts, facts.observedAt));
        QVERIFY(proposal.unsignedHosts.isEmpty());
        QVERIFY(proposal.unknownHosts.isEmpty());
        for (const MxHost &host : facts.mxHosts) {
            for (const MxProbe &probe : host.probes) {
                const IntendedTlsa wanted{host.name, {3, 1, 1, associationData(probe.tls.chain.first(), 1, 1)}};
                QCOMPARE(proposal.records.count(wanted), 1);
            }
        }
    }

    void theOtherKeyGetsOneToo()
    {
        DomainFacts facts = goodFacts();
        MxHost &host = facts.mxHosts.first();
        host.addresses.a.security = host.addresses.aaaa.security = Security::Secure;
        ExtraProbe extra{{}, host.probes.first()};
        extra.probe.tls.chain = {facts.fetches.first().tls.chain.first()};
        host.extraProbes = {extra};
        facts.mxHosts = {host};
        QCOMPARE(proposeTlsa(judge(facts, facts.observedAt)).records.size(), 2);
    }

    void whatCountsForNothingIsNotProposed_data()
    {
        QTest::addColumn<Security>("ipv4");
        QTest::addColumn<Security>("ipv6");
        QTest::addColumn<bool>("isUnsigned");
        QTest::newRow("neither family signed") << Security::Insecure << Security::Insecure << true;
        QTest::newRow("one family unsigned") << Security::Secure << Security::Insecure << true;
        QTest::newRow("nobody validated") << Security::Unknown << Security::Unknown << false;
        QTest::newRow("one family not validated") << Security::Secure << Security::Unknown << false;
        QTest::newRow("bogus") << Security::Bogus << Security::Secure << false;
    }
    void whatCountsForNothingIsNotProposed()
    {
        QFETCH(Security, ipv4);
        QFETCH(Security, ipv6);
        QFETCH(bool, isUnsigned);
        DomainFacts facts = goodFacts();
        facts.mxHosts = {facts.mxHosts.first()};
        facts.mxHosts.first().addresses.a.security = ipv4;
        facts.mxHosts.first().addresses.aaaa.security = ipv6;
        const TlsaProposal proposal = proposeTlsa(judge(facts, facts.observedAt));
        QVERIFY(proposal.records.isEmpty());
        QCOMPARE(proposal.unsignedHosts.size(), isUnsigned ? 1 : 0);
        QCOMPARE(proposal.unknownHosts.size(), isUnsigned ? 0 : 1);
    }

    void withoutACertificateNothingIsKnown()
    {
        DomainFacts facts = goodFacts();
        MxHost host = facts.mxHosts.first();
        host.addresses.a.security = host.addresses.aaaa.security = Security::Secure;
        host.probes.clear();
        host.extraProbes.clear();
        facts.mxHosts = {host};
        const TlsaProposal proposal = proposeTlsa(judge(facts, facts.observedAt));
        QVERIFY(proposal.records.isEmpty());
        QCOMPARE(proposal.unknownHosts, QStringList{host.name});
    }
};

QTEST_GUILESS_MAIN(TlsaProposalTest)
#include "tst_tlsaproposal.moc"
