// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/situation.h"

#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "fakes/rulecheck.h"

#include <QTest>

using namespace mta;

namespace
{

QList<TlsaRecord> matching(const Certificate &certificate)
{
    return {keyRecord(certificate)};
}
QList<TlsaRecord> stale(const Certificate &)
{
    return {{3, 1, 1, QByteArray(32, 'x')}};
}

DomainFacts withTlsa(DomainFacts facts, const std::function<QList<TlsaRecord>(const Certificate &)> &records,
                     Security addresses = Security::Secure, Security answer = Security::Secure)
{
    setTlsa(facts, records, addresses, answer);
    return facts;
}

void expire(DomainFacts &facts)
{
    forMxSessions(facts, [](TlsSession &session) {
        replaceLeaf(session, certificateFor({QStringLiteral("other.example")}, observedThen().addDays(-90), observedThen().addDays(-2)));
    });
}

} // namespace

class tst_RulesDane : public QObject
{
    Q_OBJECT

private slots:
    void matchingRecordsProtectWithoutMtaSts()
    {
        const DomainFacts facts = withTlsa(factsWithoutSts(), matching);
        const DomainAudit audit = judge(facts, facts.observedAt);
        QCOMPARE(audit.verdict, DomainVerdict::Unprotected);
        QVERIFY2(audit.headline.startsWith(QStringLiteral("DANE protects")), qPrintable(audit.headline));
        QCOMPARE(askRule("dane-valid", facts).hits.size(), 2);
        QCOMPARE(askRule("dane-mismatch", facts).outcome, Verdict::Outcome::Pass);
        QCOMPARE(audit.mx.at(0).addresses.at(0).dane, DaneResult::Valid);
    }

    void staleRecordsKeepMailAway()
    {
        const DomainFacts facts = withTlsa(factsWithoutSts(), stale);
        const DomainAudit audit = judge(facts, facts.observedAt);
        QCOMPARE(audit.mx.at(0).result, QStringLiteral("tlsa-invalid"));
        QCOMPARE(audit.mx.at(0).addresses.at(0).wouldDeliver, std::optional(false));
        QVERIFY2(audit.headline.contains(QStringLiteral("Senders that check DANE will not deliver")), qPrintable(audit.headline));
        QVERIFY2(audit.nextStep.contains(QStringLiteral("TLSA")), qPrintable(audit.nextStep));
        const Verdict verdict = askRule("dane-mismatch", facts);
        QCOMPARE(verdict.outcome, Verdict::Outcome::Fail);
        QVERIFY(verdict.hits.first().values.value(QStringLiteral("fitting")).startsWith(QStringLiteral("3 1 1 ")));
        QCOMPARE(askRule("dane-conflict", facts).outcome, Verdict::Outcome::NotApplicable);
    }

    void namesAndDatesDoNotMatterToUsageThree()
    {
        DomainFacts facts = factsWithoutSts();
        expire(facts);
        QCOMPARE(askRule("mx-cert-expired", facts).outcome, Verdict::Outcome::Fail);
        setTlsa(facts, matching);
        const DomainAudit audit = judge(facts, facts.observedAt);
        QCOMPARE(askRule("mx-cert-expired", facts).outcome, Verdict::Outcome::Pass);
        QCOMPARE(askRule("mx-cert-name", facts).outcome, Verdict::Outcome::Pass);
        QCOMPARE(askRule("mx-cert-expires-soon", facts).outcome, Verdict::Outcome::Pass);
        QCOMPARE(audit.mx.at(0).result, QStringLiteral("ok"));
        QCOMPARE(audit.mx.at(0).addresses.at(0).wouldDeliver, std::optional(true));
        QCOMPARE(audit.mx.at(0).addresses.at(0).wouldDeliverEnforced, std::optional(false)); // a policy would ask for both
    }

    void aPolicyInForceAsksForNamesAndDatesAllTheSame()
    {
        DomainFacts facts = goodFacts();
        expire(facts);
        setTlsa(facts, matching);
        QCOMPARE(askRule("mx-cert-expired", facts).outcome, Verdict::Outcome::Fail);
        QCOMPARE(askRule("mx-cert-name", facts).outcome, Verdict::Outcome::Fail);
        QCOMPARE(askRule("dane-conflict", facts).outcome, Verdict::Outcome::Fail);
        QCOMPARE(judge(facts, facts.observedAt).mx.at(0).result, QStringLiteral("certificate-host-mismatch"));
    }

    void unsignedAnswersDecideNothing()
    {
        const DomainFacts facts = withTlsa(goodFacts(), stale, Security::Insecure, Security::Insecure);
        QCOMPARE(judge(facts, facts.observedAt).verdict, DomainVerdict::Protected);
        QCOMPARE(askRule("dane-insecure", facts).outcome, Verdict::Outcome::Fail);
        QCOMPARE(askRule("dane-mismatch", facts).outcome, Verdict::Outcome::NotApplicable);
        QCOMPARE(askRule("dane-insecure", withTlsa(goodFacts(), stale)).outcome, Verdict::Outcome::Pass);
    }

    void silenceIsNeitherGoodNorBad()
    {
        DomainFacts facts = withTlsa(goodFacts(), stale);
        for (MxHost &host : facts.mxHosts)
            host.tlsa[0] = failedLookup(host.tlsa.at(0).question.name, RecordType::Tlsa, AnswerStatus::Timeout);
        QCOMPARE(askRule("dane-bogus", facts).outcome, Verdict::Outcome::Undetermined);
        QCOMPARE(judge(facts, facts.observedAt).verdict, DomainVerdict::Protected);
        for (MxHost &host : facts.mxHosts)
            host.tlsa[0] = failedLookup(host.tlsa.at(0).question.name, RecordType::Tlsa, AnswerStatus::ServFail);
        QCOMPARE(askRule("dane-bogus", facts).outcome, Verdict::Outcome::Fail);
        QCOMPARE(judge(facts, facts.observedAt).mx.at(0).result, QStringLiteral("dnssec-invalid"));
    }

    void aBogusAnswerBelowUnsignedAddressesIsNotAskedFor()
    {
        DomainFacts facts = withTlsa(goodFacts(), stale, Security::Insecure);
        for (MxHost &host : facts.mxHosts)
            host.tlsa[0] = bogusLookup(host.tlsa.at(0), QStringLiteral("expired"));
        QVERIFY(askRule("dane-bogus", facts).outcome != Verdict::Outcome::Fail);
        QCOMPARE(judge(facts, facts.observedAt).verdict, DomainVerdict::Protected);
    }

    void anAliasIntoAnUnsignedZoneMayHaveSignedRecordsOfItsOwn()
    {
        DomainFacts facts = withTlsa(goodFacts(), matching, Security::Insecure);
        QCOMPARE(askRule("dane-valid", facts).outcome, Verdict::Outcome::NotApplicable);
        for (MxHost &host : facts.mxHosts) {
            host.addresses.a = aliasLookup(host.name, addressLookup(QStringLiteral("far.example"), {QStringLiteral("192.0.2.1")}));
            host.addresses.a.security = Security::Insecure;
        }
        QCOMPARE(askRule("dane-valid", facts).outcome, Verdict::Outcome::Fail);
    }

    void unusableRecordsAreNoMismatch()
    {
        const DomainFacts facts = withTlsa(goodFacts(), [](const Certificate &) {
            return QList<TlsaRecord>{{0, 0, 1, QByteArray(32, 'x')}};
        });
        QCOMPARE(askRule("dane-unusable", facts).outcome, Verdict::Outcome::Fail);
        QCOMPARE(askRule("dane-mismatch", facts).outcome, Verdict::Outcome::NotApplicable);
        QCOMPARE(judge(facts, facts.observedAt).verdict, DomainVerdict::Protected);
        QCOMPARE(askRule("dane-unusable", withTlsa(goodFacts(), matching)).outcome, Verdict::Outcome::Pass);
    }

    void oneAddressThatMatchesIsEnough()
    {
        DomainFacts facts = withTlsa(goodFacts(), matching);
        replaceLeaf(facts.mxHosts[0].probes[1].tls,
                    certificateFor({QStringLiteral("mx1.good.example")}, observedThen().addDays(-9), observedThen().addDays(60)));
        QCOMPARE(askRule("dane-mismatch", facts).outcome, Verdict::Outcome::Pass);
        QCOMPARE(askRule("mx-address-differs", facts).outcome, Verdict::Outcome::Fail);
        QCOMPARE(judge(facts, facts.observedAt).verdict, DomainVerdict::Protected);
    }

    void unsignedZonesAreSaidOnce()
    {
        DomainFacts facts = goodFacts();
        QCOMPARE(askRule("dnssec-unsigned", facts).outcome, Verdict::Outcome::Pass);
        facts.mx.security = Security::Insecure;
        setTlsa(
            facts, [](const Certificate &) { return QList<TlsaRecord>(); }, Security::Insecure, Security::Insecure);
        QCOMPARE(askRule("dnssec-unsigned", facts).hits.size(), 1);
    }

    void theEmptyDigestIsNamed()
    {
        const auto empty = [](const Certificate &) {
            return QList<TlsaRecord>{{3, 1, 1, QByteArray::fromHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")}};
        };
        QCOMPARE(askRule("dane-empty-digest", withTlsa(goodFacts(), empty)).outcome, Verdict::Outcome::Fail);
        QCOMPARE(askRule("dane-empty-digest", withTlsa(goodFacts(), stale)).outcome, Verdict::Outcome::Pass);
    }
};

QTEST_GUILESS_MAIN(tst_RulesDane)
#include "tst_rules_dane.moc"
