// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "fakes/rulecheck.h"
#include "fakes/spoiltfacts.h"

#include <QTest>

using namespace mta;

using Stage = SmtpDialog::Stage;

class tst_Headline : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatHappensToMailToday_data();
    void saysWhatHappensToMailToday();
    void isOneSentenceForEverySpoiltDomain_data();
    void isOneSentenceForEverySpoiltDomain();
    void namesTheWayOutOfABlockedPort();
    void showsWhatStrangersWroteAsText();
    void reasonsAreBounded();
};

namespace
{

using Change = std::function<void(DomainFacts &)>;

void expireHost(DomainFacts &facts, int host)
{
    for (MxProbe &probe : facts.mxHosts[host].probes)
        replaceLeaf(probe.tls, certificateFor({facts.mxHosts[host].name}, observedThen().addDays(-90), observedThen().addDays(-2)));
}

} // namespace

Q_DECLARE_METATYPE(Change)

void tst_Headline::saysWhatHappensToMailToday_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("nextStep");
    QTest::newRow("all well") << Change([](DomainFacts &) {
    }) << QStringLiteral("Senders that honour MTA-STS deliver mail to good.example only encrypted and to verified servers.")
                              << QString();
    QTest::newRow("certificate of one server expired")
        << Change([](DomainFacts &f) { expireHost(f, 1); })
        << QStringLiteral("Senders that honour MTA-STS will not deliver to mx2.good.example: its certificate expired 2 days ago.")
        << QStringLiteral("Renew the certificate on mx2.good.example.");
    QTest::newRow("of two servers") << Change([](DomainFacts &f) {
        expireHost(f, 0);
        expireHost(f, 1);
    })
                                    << QStringLiteral("Senders that honour MTA-STS will not deliver to mx1.good.example (its certificate "
                                                      "expired 2 days ago), nor to one other mail server.")
                                    << QStringLiteral("Renew the certificate on mx1.good.example.");
    QTest::newRow("the same in testing")
        << Change([](DomainFacts &f) {
               expireHost(f, 1);
               setPolicy(f, policyText("testing"));
           })
        << QStringLiteral(
               "Mail is still delivered, but senders that honour MTA-STS report mx2.good.example, and would not deliver to it under mode "
               "enforce: its certificate expired 2 days ago.")
        << QStringLiteral("Renew the certificate on mx2.good.example.");
    QTest::newRow("server not in the policy")
        << Change([](DomainFacts &f) { setPolicy(f, policyText("enforce", "mx1.good.example")); })
        << QStringLiteral("Senders that honour MTA-STS will not deliver to mx2.good.example: the policy does not name it.")
        << QStringLiteral("Add the line \"mx: mx2.good.example\" to the policy, then give the _mta-sts record a new id.");
    QTest::newRow("no server in the policy")
        << Change([](DomainFacts &f) { setPolicy(f, policyText("enforce", "*.other.example")); })
        << QStringLiteral("Senders that honour MTA-STS deliver no mail to good.example: its policy names none of its mail servers.")
        << QStringLiteral("Add the line \"mx: mx1.good.example\" to the policy, then give the _mta-sts record a new id.");
    QTest::newRow("policy host refuses")
        << Change([](DomainFacts &f) {
               for (PolicyFetch &fetch : f.fetches) {
                   fetch.end = FetchEnd::Refused;
                   fetch.tls = {};
               }
           })
        << QStringLiteral(
               "Nothing makes senders encrypt mail to good.example: they cannot get its policy from mta-sts.good.example, because the "
               "connection was refused.")
        << QStringLiteral("Get the web server of mta-sts.good.example to answer on port 443.");
    QTest::newRow("policy host cannot be looked up")
        << Change([](DomainFacts &f) {
               f.fetches.clear();
               for (Lookup *lookup : {&f.policyHost.a, &f.policyHost.aaaa})
                   *lookup = failedLookup(lookup->question.name, lookup->question.type, AnswerStatus::ServFail);
           })
        << QStringLiteral(
               "Nothing makes senders encrypt mail to good.example: they cannot get its policy from mta-sts.good.example, because its "
               "address could not be looked up.")
        << QStringLiteral("Audit again in a while; if it stays so, have the name servers of mta-sts.good.example checked.");
    QTest::newRow("no record, though a policy waits for it")
        << Change([](DomainFacts &f) { setRecord(f, {}); })
        << QStringLiteral("Nothing makes senders encrypt mail to good.example: it has no MTA-STS record.")
        << QStringLiteral("Publish the TXT record at _mta-sts.good.example that announces the policy, such as v=STSv1; id=20260101000000;");
    QTest::newRow("a record that senders discard")
        << Change([](DomainFacts &f) {
               setRecord(f, {"v=STSv1 ; id=1;", "hello"});
           })
        << QStringLiteral("Nothing makes senders encrypt mail to good.example: they ignore its MTA-STS record, because it stands "
                          "beside other TXT records and does not begin with “v=STSv1;”.")
        << QStringLiteral("Mend the TXT record at _mta-sts.good.example: exactly one, such as v=STSv1; id=20260101000000;");
    QTest::newRow("record is an alias of nothing")
        << Change([](DomainFacts &f) {
               f.sts = aliasLookup(f.sts.question.name, nxdomainLookup(QStringLiteral("sts.gone.example"), RecordType::Txt));
               f.fetches.clear();
           })
        << QStringLiteral("Nothing makes senders encrypt mail to good.example: it has no MTA-STS record.")
        << QStringLiteral("Point the CNAME at _mta-sts.good.example to a name that holds the record, or publish the record in its place.");
    QTest::newRow("one mail server turns us away")
        << Change([](DomainFacts &f) {
               for (MxProbe &probe : f.mxHosts[1].probes) {
                   probe =
                       brokenProbe(probe.address.toString(), ProbeEnd::Complete, Stage::Greeting, SmtpDialog::Failure::GreetingPermanent);
                   probe.reply = SmtpReply{554, {"go away"}};
               }
           })
        << QStringLiteral("Senders that honour MTA-STS deliver mail to good.example only encrypted and to verified servers, but "
                          "mx2.good.example cannot be used: it answered 554 go away.")
        << QStringLiteral("See why mx2.good.example does not let senders get as far as encryption: its findings say more.");
    QTest::newRow("one mail server has no address")
        << Change([](DomainFacts &f) {
               f.mxHosts[1].probes.clear();
               f.mxHosts[1].addresses = {noDataLookup(QStringLiteral("mx2.good.example"), RecordType::A),
                                         noDataLookup(QStringLiteral("mx2.good.example"), RecordType::Aaaa)};
           })
        << QStringLiteral("Senders that honour MTA-STS deliver mail to good.example only encrypted and to verified servers, but "
                          "mx2.good.example cannot be used: it has no address.")
        << QStringLiteral("Give mx2.good.example an address, or take it out of the DNS and the policy.");
    QTest::newRow("addresses of no mail server can be looked up")
        << Change([](DomainFacts &f) {
               for (MxHost &host : f.mxHosts) {
                   host.probes.clear();
                   for (Lookup *lookup : {&host.addresses.a, &host.addresses.aaaa})
                       *lookup = failedLookup(lookup->question.name, lookup->question.type, AnswerStatus::ServFail);
               }
           })
        << QStringLiteral("Whether mail to good.example is protected cannot be told, because its mail server mx1.good.example could not be "
                          "tested: its address could not be looked up.")
        << QStringLiteral("Audit again in a while; if it stays so, have the name servers of mx1.good.example checked.");
    QTest::newRow("policy host at a private address")
        << Change([](DomainFacts &f) {
               for (PolicyFetch &fetch : f.fetches) {
                   const QHostAddress address = fetch.address;
                   fetch = {};
                   fetch.address = address;
                   fetch.detail = QStringLiteral("guard");
               }
           })
        << QStringLiteral(
               "Whether mail to good.example is protected cannot be told, because its policy could not be fetched from here: its "
               "address is not a public one, and was not contacted.")
        << QStringLiteral("Publish a public address for mta-sts.good.example. If this is a private network, allow its addresses: "
                          "--allow-private (also in the preferences).");
    QTest::newRow("mail servers at private addresses")
        << Change([](DomainFacts &f) {
               for (MxHost &host : f.mxHosts) {
                   for (MxProbe &probe : host.probes) {
                       const QHostAddress address = probe.address;
                       probe = {};
                       probe.address = address;
                       probe.detail = QStringLiteral("guard");
                   }
               }
           })
        << QStringLiteral("Whether mail to good.example is protected cannot be told, because its mail server mx1.good.example could not be "
                          "tested: its address is not a public one, and was not contacted.")
        << QStringLiteral("Publish a public address for mx1.good.example. If this is a private network, allow its addresses: "
                          "--allow-private (also in the preferences).");
    QTest::newRow("policy host over a dead proxy")
        << Change([](DomainFacts &f) {
               for (PolicyFetch &fetch : f.fetches) {
                   fetch.end = FetchEnd::ProxyFailed;
                   fetch.tls = {};
               }
           })
        << QStringLiteral("Whether mail to good.example is protected cannot be told, because its policy could not be fetched from here: "
                          "the proxy did not make the connection.")
        << QStringLiteral("Audit again from a network that lets the policy host be reached without a proxy.");
    QTest::newRow("certificate of the policy host begins tomorrow")
        << Change([](DomainFacts &f) {
               forPolicySessions(f, [](TlsSession &session) {
                   replaceLeaf(session, certificateFor({QStringLiteral("mta-sts.good.example")}, observedThen().addDays(1),
                                                       observedThen().addDays(90)));
               });
           })
        << QStringLiteral("Nothing makes senders encrypt mail to good.example: they cannot get its policy from mta-sts.good.example, "
                          "because its certificate is not valid yet.")
        << QStringLiteral("Put the former certificate of mta-sts.good.example back until the new one is valid.");
    QTest::newRow("the DNS answers nothing at all")
        << Change([](DomainFacts &f) {
               f.conditions.resolver = QStringLiteral("192.0.2.53");
               for (Lookup *lookup : {&f.sts, &f.mx, &f.tlsRpt})
                   *lookup = failedLookup(lookup->question.name, lookup->question.type, AnswerStatus::Timeout);
           })
        << QStringLiteral("Whether mail to good.example is protected cannot be told, because the lookup of its MTA-STS record failed: no "
                          "answer came in time.")
        << QStringLiteral("Audit another domain: if the DNS does not answer there either, see to this computer's network and its resolver "
                          "(192.0.2.53), else to the name servers of good.example.");
    QTest::newRow("no record")
        << Change([](DomainFacts &f) {
               setRecord(f, {});
               f.fetches.clear();
           })
        << QStringLiteral("Nothing makes senders encrypt mail to good.example: it has no MTA-STS record.")
        << QStringLiteral("Protect this domain: publish a policy file in mode testing first, then the _mta-sts record that announces it.");
    QTest::newRow("stopped") << Change([](DomainFacts &f) {
        f.cancelled = true;
        f.sts = {};
    }) << QStringLiteral("The audit of good.example was stopped before it could come to a verdict.")
                             << QStringLiteral("Start the audit again.");
    QTest::newRow("certificate ends soon") << Change([](DomainFacts &f) {
        for (MxProbe &probe : f.mxHosts[1].probes)
            replaceLeaf(probe.tls, certificateFor({f.mxHosts[1].name}, observedThen().addDays(-80), observedThen().addDays(10)));
    }) << QStringLiteral("Senders that honour MTA-STS deliver mail to good.example only encrypted and to verified servers.")
                                           << QStringLiteral("Renew the certificate on mx2.good.example by 2026-06-25 12:00 UTC.");
    QTest::newRow("all well in testing")
        << Change([](DomainFacts &f) { setPolicy(f, policyText("testing")); })
        << QStringLiteral(
               "The policy of good.example is in mode testing: senders report failures, but nothing makes them encrypt mail yet.")
        << QStringLiteral(
               "When the reports have shown no failures for some weeks, move the policy to mode enforce and give the record a new id.");
}

void tst_Headline::saysWhatHappensToMailToday()
{
    QFETCH(Change, change);
    QFETCH(QString, headline);
    QFETCH(QString, nextStep);
    DomainFacts facts = goodFacts();
    change(facts);
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(audit.headline, headline);
    QCOMPARE(audit.nextStep, nextStep);
}

void tst_Headline::isOneSentenceForEverySpoiltDomain_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < spoiltFacts().size(); ++i)
        QTest::newRow(spoiltFacts().at(i).sentence) << i;
}

void tst_Headline::isOneSentenceForEverySpoiltDomain()
{
    QFETCH(int, index);
    const DomainFacts facts = spoilt(spoiltFacts().at(index));
    const DomainAudit audit = judge(facts, facts.observedAt);
    for (const QString &sentence : {audit.headline, audit.nextStep}) {
        if (sentence.isEmpty())
            continue;
        QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(u';'), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'%') && !sentence.contains(u'{') && !sentence.contains(QStringLiteral("..")), qPrintable(sentence));
        QVERIFY2(!sentence.contains(QStringLiteral(": .")), qPrintable(sentence));
    }
    // Whatever is not well has a next step, except where there is nothing to do.
    const bool nothingToDo = audit.verdict == DomainVerdict::Protected || audit.verdict == DomainVerdict::NotApplicable ||
                             spoiltFacts().at(index).notes.contains(QStringLiteral("domain-parked"));
    QVERIFY(nothingToDo || !audit.nextStep.isEmpty());
}

void tst_Headline::namesTheWayOutOfABlockedPort()
{
    DomainFacts facts = goodFacts();
    facts.witness.smtpAnswered = false;
    for (MxHost &host : facts.mxHosts) {
        for (MxProbe &probe : host.probes)
            probe = brokenProbe(probe.address.toString(), ProbeEnd::Timeout, Stage::Greeting);
    }
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(audit.headline,
             QStringLiteral("Whether mail to good.example is protected cannot be told: none of its mail servers answered, and this network "
                            "may be blocking the SMTP port."));
    QVERIFY(audit.nextStep.contains(QStringLiteral("ssh -D")));
    QVERIFY(audit.nextStep.contains(QStringLiteral("--proxy socks5://")));
    QVERIFY(idsOf(audit).contains(QStringLiteral("mx-untestable")));
    QVERIFY(!idsOf(audit).contains(QStringLiteral("mx-timeout")));
}

void tst_Headline::showsWhatStrangersWroteAsText()
{
    DomainFacts facts = goodFacts();
    for (MxHost &host : facts.mxHosts) {
        for (MxProbe &probe : host.probes) {
            probe = brokenProbe(probe.address.toString(), ProbeEnd::Complete, Stage::Greeting, SmtpDialog::Failure::GreetingTemporary);
            probe.reply = SmtpReply{421, {"go\x1b[31m away %1 %2 \xff"}};
        }
    }
    const QString headline = judge(facts, facts.observedAt).headline;
    QVERIFY2(headline.contains(QStringLiteral("421 go\\x1b[31m away %1 %2")), qPrintable(headline));
}

void tst_Headline::reasonsAreBounded()
{
    const QString cause = QStringLiteral("the name servers answered with a failure (SERVFAIL) (%1)");
    for (const int size : {299, 300, 301}) {
        const QString detail(size - cause.size() + 2, u'x');
        DomainFacts facts = goodFacts();
        facts.sts = failedLookup(facts.sts.question.name, RecordType::Txt, AnswerStatus::ServFail, detail);
        const QString shown = size <= 300 ? cause.arg(detail) : cause.arg(detail).left(300) + QChar(0x2026);
        QVERIFY2(judge(facts, facts.observedAt).headline.endsWith(QStringLiteral("failed: ") + shown + u'.'),
                 qPrintable(QString::number(size)));
    }
}

QTEST_GUILESS_MAIN(tst_Headline)
#include "tst_headline.moc"
