// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/situation.h"
#include "dane/tlsa.h"

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
        QCOMPARE(askRule("dane-valid", facts).outcome, Verdict::Outcome::Pass);
        const Verdict verdict = askRule("dane-mismatch", facts);
        QCOMPARE(verdict.outcome, Verdict::Outcome::Fail);
        QCOMPARE(verdict.hits.first().values.value(QStringLiteral("ttl")), QStringLiteral("5 minutes"));
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

    void anEndThatDoesNotMatterIsNotCounted()
    {
        DomainFacts facts = factsWithoutSts();
        expire(facts);
        const DomainAudit audit = judge(withTlsa(facts, matching), facts.observedAt);
        QCOMPARE(audit.mx.first().result, QStringLiteral("ok"));
        const auto link =
            std::find_if(audit.links.cbegin(), audit.links.cend(), [](const ChainLink &each) { return each.area == Area::Certificates; });
        QCOMPARE(link->text, QStringLiteral("good"));
    }

    void whatNobodyValidatedIsOpen_data()
    {
        QTest::addColumn<QString>("unknown");
        QTest::newRow("the addresses of one family") << QStringLiteral("aaaa");
        QTest::newRow("no address, so nobody asked for TLSA records") << QStringLiteral("nobody asked");
        QTest::newRow("the TLSA records") << QStringLiteral("tlsa");
    }
    void whatNobodyValidatedIsOpen()
    {
        QFETCH(QString, unknown);
        DomainFacts facts = withTlsa(goodFacts(), stale);
        for (MxHost &host : facts.mxHosts) {
            if (unknown == QLatin1String("tlsa")) {
                host.tlsa[0].security = Security::Unknown;
                continue;
            }
            host.addresses.aaaa.security = Security::Unknown;
            if (unknown == QLatin1String("nobody asked")) {
                host.addresses.a.security = Security::Unknown;
                host.tlsa.clear();
            }
        }
        for (const char *id : {"dane-valid", "dane-mismatch", "dane-starttls", "dane-unusable", "dane-insecure", "dane-bogus",
                               "dane-empty-digest", "dane-conflict", "dane-rollover-missing"})
            QCOMPARE(QLatin1String(id) + QLatin1Char(' ') + outcomeName(askRule(id, facts).outcome),
                     QLatin1String(id) + QStringLiteral(" undetermined"));
        QCOMPARE(outcomeName(askRule("dnssec-unsigned", facts).outcome),
                 unknown == QLatin1String("tlsa") ? QStringLiteral("pass") : QStringLiteral("undetermined"));
        const DomainAudit audit = judge(facts, facts.observedAt);
        QCOMPARE(audit.verdict, DomainVerdict::Protected);
        QCOMPARE(audit.mx.first().addresses.first().dane, DaneResult::NotTested);
        QCOMPARE(audit.mx.first().deliveries.dane, Delivery::NotTested);
    }

    void anUnsignedFamilySpoilsTheOther()
    {
        DomainFacts facts = withTlsa(goodFacts(), matching);
        facts.mxHosts[0].addresses.a.security = Security::Insecure;
        facts.mxHosts[0].addresses.aaaa.security = Security::Unknown; // it does not matter any more
        QCOMPARE(askRule("dane-insecure", facts).hits.value(0).subject, QStringLiteral("mx1.good.example"));
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

    void whatWasMeantIsSaid_data()
    {
        QTest::addColumn<int>("usage");
        QTest::addColumn<int>("selector");
        QTest::addColumn<int>("of"); // the selector whose digest the record holds
        QTest::addColumn<QString>("rule");
        QTest::newRow("the digest of the key as one of the certificate") << 3 << 0 << 1 << QStringLiteral("dane-mismatch");
        QTest::newRow("the digest of the certificate as one of the key") << 3 << 1 << 0 << QStringLiteral("dane-mismatch");
        QTest::newRow("the server's key as that of an authority") << 2 << 1 << 1 << QStringLiteral("dane-mismatch");
    }
    void whatWasMeantIsSaid()
    {
        QFETCH(int, usage);
        QFETCH(int, selector);
        QFETCH(int, of);
        QFETCH(QString, rule);
        const DomainFacts facts = withTlsa(goodFacts(), [&](const Certificate &certificate) {
            return QList<TlsaRecord>{
                {static_cast<quint8>(usage), static_cast<quint8>(selector), 1, associationData(certificate, static_cast<quint8>(of), 1)}};
        });
        const Verdict verdict = askRule(rule.toLatin1().constData(), facts);
        QCOMPARE(verdict.outcome, Verdict::Outcome::Fail);
        const QString reason = verdict.hits.first().values.value(QStringLiteral("reason"));
        QVERIFY2(reason.contains(QStringLiteral("published as %1 %2 1 ").arg(usage).arg(selector)), qPrintable(reason));
        QVERIFY2(reason.contains(QStringLiteral("fits only as 3 %1 1 ").arg(of)), qPrintable(reason));
    }

    void unusableRecordsComeWithOneThatFits()
    {
        const DomainFacts facts = withTlsa(goodFacts(), [](const Certificate &certificate) {
            return QList<TlsaRecord>{{1, 1, 1, keyRecord(certificate).data}};
        });
        const Certificate leaf = facts.mxHosts[0].probes[0].tls.chain.first();
        QCOMPARE(askRule("dane-unusable", facts).hits.first().values.value(QStringLiteral("fitting")), tlsaText(keyRecord(leaf)));
    }

    void encryptionIsAMustBelowTlsaRecords_data()
    {
        QTest::addColumn<QString>("records");
        QTest::addColumn<QString>("expected");
        QTest::newRow("records that match") << QStringLiteral("matching") << QStringLiteral("fail");
        QTest::newRow("records that match nothing") << QStringLiteral("stale") << QStringLiteral("fail");
        QTest::newRow("records that are not for mail ask for it too") << QStringLiteral("unusable") << QStringLiteral("fail");
        QTest::newRow("no records") << QStringLiteral("none") << QStringLiteral("not-applicable");
        QTest::newRow("records that are not signed") << QStringLiteral("unsigned") << QStringLiteral("not-applicable");
    }
    void encryptionIsAMustBelowTlsaRecords()
    {
        QFETCH(QString, records);
        QFETCH(QString, expected);
        DomainFacts facts = factsWithoutSts();
        const Security security = records == QLatin1String("unsigned") ? Security::Insecure : Security::Secure;
        setTlsa(
            facts,
            [&](const Certificate &certificate) {
                if (records == QLatin1String("none"))
                    return QList<TlsaRecord>();
                const quint8 usage = records == QLatin1String("unusable") ? 0 : 3;
                return QList<TlsaRecord>{
                    {usage, 1, 1, records == QLatin1String("stale") ? QByteArray(32, 'x') : keyRecord(certificate).data}};
            },
            security, security);
        QVERIFY(askRule("dane-starttls", facts).outcome != Verdict::Outcome::Fail);
        for (MxHost &host : facts.mxHosts) {
            for (MxProbe &probe : host.probes) {
                probe = brokenProbe(probe.address.toString(), ProbeEnd::Complete, SmtpDialog::Stage::Ehlo);
                probe.plain = Capabilities();
            }
        }
        QCOMPARE(outcomeName(askRule("dane-starttls", facts).outcome), expected);
        const DomainAudit audit = judge(facts, facts.observedAt);
        const bool refused = expected == QLatin1String("fail");
        QCOMPARE(audit.mx.at(0).addresses.at(0).wouldDeliver, std::optional(!refused));
        QCOMPARE(audit.mx.at(0).result, QStringLiteral("starttls-not-supported"));
        QCOMPARE(audit.headline.contains(QStringLiteral("Senders that check DANE will not deliver")), refused);
        QCOMPARE(audit.nextStep.contains(QStringLiteral("Turn on STARTTLS on mx1.good.example")), refused);
        QCOMPARE(audit.verdict, DomainVerdict::Unprotected);
    }

    void oneAddressThatEncryptsIsEnough()
    {
        DomainFacts facts = withTlsa(goodFacts(), matching);
        MxProbe &second = facts.mxHosts[0].probes[1];
        second = brokenProbe(second.address.toString(), ProbeEnd::Complete, SmtpDialog::Stage::Ehlo);
        second.plain = Capabilities();
        QCOMPARE(askRule("dane-starttls", facts).outcome, Verdict::Outcome::Pass);
        QCOMPARE(askRule("mx-address-differs", facts).outcome, Verdict::Outcome::Fail);
    }

    void theHeadlineNamesWhoRefuses()
    {
        const auto line = [](const DomainFacts &facts) { return judge(facts, facts.observedAt).headline; };
        DomainFacts facts = withTlsa(goodFacts(), stale);
        QVERIFY2(line(facts).startsWith(QStringLiteral("Senders that check DANE will not deliver to mx1.good.example (")),
                 qPrintable(line(facts)));
        setPolicy(facts, policyText("testing"));
        QVERIFY2(line(facts).startsWith(QStringLiteral("Senders that check DANE will not deliver to mx1.good.example (")),
                 qPrintable(line(facts)));
        facts = withTlsa(goodFacts(), matching);
        setPolicy(facts, policyText("testing"));
        QVERIFY2(line(facts).contains(QStringLiteral("only DANE")), qPrintable(line(facts)));
        expire(facts);
        setTlsa(facts, matching);
        QVERIFY2(line(facts).contains(QStringLiteral("senders that honour MTA-STS report mx1.good.example")), qPrintable(line(facts)));
        setPolicy(facts, policyText("enforce"));
        QVERIFY2(line(facts).startsWith(QStringLiteral("Senders that honour MTA-STS will not deliver to mx1.good.example (")),
                 qPrintable(line(facts)));
    }

    void unsignedMxRecordsAreSaidOnce()
    {
        DomainFacts facts = withTlsa(goodFacts(), matching);
        facts.mx.security = Security::Secure;
        QCOMPARE(askRule("dane-mx-insecure", facts).outcome, Verdict::Outcome::Pass);
        facts.mx.security = Security::Insecure;
        QCOMPARE(askRule("dane-mx-insecure", facts).hits.size(), 1);
        QCOMPARE(askRule("dane-mx-insecure", goodFacts()).outcome, Verdict::Outcome::Pass);
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
