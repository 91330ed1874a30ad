// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"

#include <QTest>

using namespace mta;

using Stage = SmtpDialog::Stage;
using Failure = SmtpDialog::Failure;

namespace
{

const QString mx1 = QStringLiteral("mx1.good.example");

QList<TlsaRecord> matching(const Certificate &certificate)
{
    return {keyRecord(certificate)};
}
QList<TlsaRecord> stale(const Certificate &)
{
    return {{3, 1, 1, QByteArray(32, 'x')}};
}
QList<TlsaRecord> unusable(const Certificate &certificate)
{
    return {{1, 1, 1, keyRecord(certificate).data}};
}

/// Every address ends so.
void end(DomainFacts &facts, ProbeEnd how, Stage stage, Failure failure = Failure::None)
{
    facts.witness.smtpAnswered = true;
    for (MxHost &host : facts.mxHosts) {
        for (MxProbe &probe : host.probes)
            probe = brokenProbe(probe.address.toString(), how, stage, failure);
    }
}
void withoutStartTls(DomainFacts &facts)
{
    end(facts, ProbeEnd::Complete, Stage::Ehlo);
    for (MxHost &host : facts.mxHosts) {
        for (MxProbe &probe : host.probes)
            probe.plain = Capabilities();
    }
}
void forgetPolicy(DomainFacts &facts)
{
    const DomainFacts none = factsWithoutSts();
    facts.sts = none.sts;
    facts.policyHost = none.policyHost;
    facts.fetches.clear();
}
void failTlsa(DomainFacts &facts)
{
    setTlsa(facts, matching);
    for (MxHost &host : facts.mxHosts)
        host.tlsa[0] = failedLookup(host.tlsa.at(0).question.name, RecordType::Tlsa, AnswerStatus::ServFail);
}
void expire(DomainFacts &facts)
{
    forMxSessions(facts, [](TlsSession &session) {
        replaceLeaf(session,
                    certificateFor({mx1, QStringLiteral("mx2.good.example")}, observedThen().addDays(-90), observedThen().addDays(-2)));
    });
}

/// "both dane mtaSts neither" in the letters of the names.
QString said(const Deliveries &deliveries)
{
    QStringList parts;
    for (const SenderKind kind : allSenderKinds)
        parts.append(deliveryName(deliveries.of(kind)));
    return parts.join(u' ');
}

struct Row {
    const char *sentence;
    const char *expected; ///< of the domain, and of its first host
    std::function<void(DomainFacts &)> spoil;
};

} // namespace

class tst_Meeting : public QObject
{
    Q_OBJECT

private slots:
    void mailFares_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < rows().size(); ++i)
            QTest::newRow(rows().at(i).sentence) << i;
    }

    void mailFares()
    {
        QFETCH(int, index);
        DomainFacts facts = goodFacts();
        rows().at(index).spoil(facts);
        const DomainAudit audit = judge(facts, facts.observedAt);
        QVERIFY(audit.deliveries);
        QCOMPARE(said(*audit.deliveries), QString::fromLatin1(rows().at(index).expected));
        if (!audit.mx.isEmpty())
            QCOMPARE(said(audit.mx.first().deliveries), QString::fromLatin1(rows().at(index).expected));
    }

    void theWeakestServerThatGetsMailSpeaksForTheDomain()
    {
        DomainFacts facts = goodFacts();
        setTlsa(facts, matching);
        facts.mxHosts[1].tlsa = {noDataLookup(facts.mxHosts[1].tlsa.at(0).question.name, RecordType::Tlsa, Security::Secure)};
        QCOMPARE(said(*judge(facts, facts.observedAt).deliveries), QStringLiteral("authenticated encrypted authenticated encrypted"));
        setTlsa(facts, stale);
        facts.mxHosts[0].tlsa = {
            tlsaLookup(QStringLiteral("_25._tcp.") + mx1, matching(facts.mxHosts[0].probes[0].tls.chain.first()), Security::Secure)};
        const DomainAudit audit = judge(facts, facts.observedAt);
        QCOMPARE(said(*audit.deliveries), QStringLiteral("authenticated authenticated authenticated encrypted"));
        QCOMPARE(said(audit.mx.at(1).deliveries), QStringLiteral("refused refused authenticated encrypted"));
    }

    void aServerThatWasNotTestedLeavesOpenWhatItMayDo()
    {
        DomainFacts facts = goodFacts();
        for (MxProbe &probe : facts.mxHosts[1].probes)
            probe = brokenProbe(probe.address.toString(), ProbeEnd::Complete, Stage::Greeting, Failure::GreetingTemporary);
        // Under enforce mail goes there authenticated or not at all; the others may do anything.
        QCOMPARE(said(*judge(facts, facts.observedAt).deliveries), QStringLiteral("not-tested not-tested authenticated not-tested"));
        setTlsa(facts, matching); // at mx2, where no certificate was seen, a record that is of no use
        QCOMPARE(said(*judge(facts, facts.observedAt).deliveries), QStringLiteral("authenticated not-tested authenticated not-tested"));
        facts.mxHosts[1].tlsa = {tlsaLookup(QStringLiteral("_25._tcp.mx2.good.example"), stale({}), Security::Secure)};
        QCOMPARE(said(*judge(facts, facts.observedAt).deliveries), QStringLiteral("authenticated authenticated authenticated not-tested"));
    }

    void anAddressThatWasNotTestedDoesNotExcuseOneThatIsDown()
    {
        DomainFacts facts = goodFacts();
        facts.witness.smtpAnswered = true;
        for (MxHost &host : facts.mxHosts) {
            host.probes[0] = brokenProbe(host.probes[0].address.toString(), ProbeEnd::Refused, Stage::Greeting);
            host.probes[1] = brokenProbe(host.probes[1].address.toString(), ProbeEnd::NoNetwork, Stage::Greeting);
        }
        QCOMPARE(said(*judge(facts, facts.observedAt).deliveries), QStringLiteral("unreachable unreachable unreachable unreachable"));
    }

    void aDomainThatTakesNoMailHasNone()
    {
        DomainFacts facts = factsWithoutSts();
        facts.mx = mxLookup(facts.domain.ascii, {{0, QStringLiteral(".")}});
        facts.mxHosts.clear();
        QVERIFY(!judge(facts, facts.observedAt).deliveries);
    }

    void unsignedMxRecordsLowerTheAssurance()
    {
        DomainFacts facts = goodFacts();
        setTlsa(facts, matching);
        facts.mx.security = Security::Secure;
        QVERIFY(!judge(facts, facts.observedAt).lessAssurance);
        facts.mx.security = Security::Insecure;
        const DomainAudit audit = judge(facts, facts.observedAt);
        QVERIFY(audit.lessAssurance);
        QCOMPARE(said(*audit.deliveries), QStringLiteral("authenticated authenticated authenticated encrypted"));
        setTlsa(facts, stale);
        QVERIFY(!judge(facts, facts.observedAt).lessAssurance); // nothing holds that could be worth less
    }

private:
    static const QList<Row> &rows()
    {
        static const QList<Row> list{
            {"a policy in enforce, addresses of which nobody knows whether they are signed",
             "not-tested not-tested authenticated encrypted", [](DomainFacts &) {}},
            {"a policy in enforce, zones that are not signed", "authenticated encrypted authenticated encrypted",
             [](DomainFacts &f) {
                 setTlsa(
                     f, [](const Certificate &) { return QList<TlsaRecord>(); }, Security::Insecure, Security::Insecure);
             }},
            {"signed zones without TLSA records", "authenticated encrypted authenticated encrypted",
             [](DomainFacts &f) { setTlsa(f, [](const Certificate &) { return QList<TlsaRecord>(); }); }},
            {"both hold", "authenticated authenticated authenticated encrypted", [](DomainFacts &f) { setTlsa(f, matching); }},
            {"records that went stale", "refused refused authenticated encrypted", [](DomainFacts &f) { setTlsa(f, stale); }},
            {"stale records that are not signed count for nothing", "authenticated encrypted authenticated encrypted",
             [](DomainFacts &f) { setTlsa(f, stale, Security::Insecure, Security::Insecure); }},
            {"records that are not for mail", "authenticated encrypted authenticated encrypted",
             [](DomainFacts &f) { setTlsa(f, unusable); }},
            {"a TLSA lookup that fails", "refused refused authenticated encrypted", failTlsa},
            {"a TLSA lookup without answer", "not-tested not-tested authenticated encrypted",
             [](DomainFacts &f) {
                 failTlsa(f);
                 for (MxHost &host : f.mxHosts)
                     host.tlsa[0].status = AnswerStatus::Timeout;
             }},
            {"DANE without a policy", "authenticated authenticated encrypted encrypted",
             [](DomainFacts &f) {
                 forgetPolicy(f);
                 setTlsa(f, matching);
             }},
            {"stale records without a policy", "refused refused encrypted encrypted",
             [](DomainFacts &f) {
                 forgetPolicy(f);
                 setTlsa(f, stale);
             }},
            {"an expired certificate that DANE takes and the policy does not", "refused authenticated refused encrypted",
             [](DomainFacts &f) {
                 expire(f);
                 setTlsa(f, matching);
             }},
            {"the same in testing", "authenticated authenticated encrypted encrypted",
             [](DomainFacts &f) {
                 setPolicy(f, policyText("testing"));
                 expire(f);
                 setTlsa(f, matching);
             }},
            {"stale records in testing", "refused refused encrypted encrypted",
             [](DomainFacts &f) {
                 setPolicy(f, policyText("testing"));
                 setTlsa(f, stale);
             }},
            {"a policy in mode none", "authenticated authenticated encrypted encrypted",
             [](DomainFacts &f) {
                 setPolicy(f, policyText("none"));
                 setTlsa(f, matching);
             }},
            {"hosts that no pattern covers", "refused authenticated refused encrypted",
             [](DomainFacts &f) {
                 setPolicy(f, policyText("enforce", "mail.elsewhere.example"));
                 setTlsa(f, matching);
             }},
            {"no STARTTLS where records match nothing anyway", "refused refused refused clear",
             [](DomainFacts &f) {
                 setTlsa(f, stale);
                 withoutStartTls(f);
             }},
            {"no STARTTLS beside unusable records, without a policy", "refused refused clear clear",
             [](DomainFacts &f) {
                 forgetPolicy(f);
                 setTlsa(f, unusable);
                 withoutStartTls(f);
             }},
            {"no STARTTLS and no records", "refused clear refused clear",
             [](DomainFacts &f) {
                 setTlsa(f, [](const Certificate &) { return QList<TlsaRecord>(); });
                 withoutStartTls(f);
             }},
            {"STARTTLS that is refused", "refused refused refused clear",
             [](DomainFacts &f) {
                 setTlsa(f, matching);
                 end(f, ProbeEnd::Complete, Stage::StartTls, Failure::StartTlsRefused);
                 for (MxHost &host : f.mxHosts) {
                     for (MxProbe &probe : host.probes)
                         probe.plain = parseCapabilities({250, {"mx1.good.example", "STARTTLS"}});
                 }
             }},
            {"TLS 1.1 at best", "refused refused refused encrypted",
             [](DomainFacts &f) {
                 setTlsa(f, matching);
                 forMxSessions(f, [](TlsSession &session) { session.version = TlsVersion::Tls11; });
             }},
            {"servers that are down", "unreachable unreachable unreachable unreachable",
             [](DomainFacts &f) {
                 setTlsa(f, matching);
                 end(f, ProbeEnd::Refused, Stage::Greeting);
             }},
            {"servers that ask to come back later", "not-tested not-tested not-tested not-tested",
             [](DomainFacts &f) {
                 setTlsa(f, matching);
                 end(f, ProbeEnd::Complete, Stage::Greeting, Failure::GreetingTemporary);
             }},
            {"an MX answer that does not validate", "refused refused not-tested not-tested",
             [](DomainFacts &f) {
                 f.mx = bogusLookup(f.mx, QStringLiteral("signature expired"));
                 setPolicy(f, policyText("testing"));
             }},
        };
        return list;
    }
};

QTEST_GUILESS_MAIN(tst_Meeting)
#include "tst_meeting.moc"
