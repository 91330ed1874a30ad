// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/rules.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "ruletable.h"

using namespace mta;

namespace
{

const QString zone = QStringLiteral("good.example");
const QString ns2 = QStringLiteral("ns2.good.example");

using SayOther = std::function<void(ServerAnswers &)>;

/// ns2 says something else.
Change second(const SayOther &say)
{
    return [say](DomainFacts &facts) {
        setAuthorities(facts);
        say(facts.authorities.servers[1].answers[0]);
    };
}

/// ns2 answers the question for the head of the zone with this, and nothing else.
Change secondSoa(const Lookup &lookup)
{
    return second([lookup](ServerAnswers &answers) { answers = {answers.address, {}, lookup, {}, {}, {}}; });
}

/// The second name server is this, with these addresses.
Change secondName(const QString &name, const HostAddresses &addresses)
{
    return [=](DomainFacts &facts) {
        setAuthorities(facts);
        facts.authorities.servers[1] = {name, addresses};
    };
}

HostAddresses gone(const QString &name, const QString &closest)
{
    return {withSoa(nxdomainLookup(name, RecordType::A), closest), withSoa(nxdomainLookup(name, RecordType::Aaaa), closest)};
}

} // namespace

class RulesNameserversTest : public QObject
{
    Q_OBJECT

private slots:
    void outcomes_data();
    void outcomes();
    void allServersAreNamedByWhatTheySay();
    void mailServersAreComparedWithoutTheirOrder();
    void cleanupTestCase();

private:
    RuleTable m_table;
};

void RulesNameserversTest::outcomes_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *id, const char *name, const Change &change, const char *answer) {
        QTest::addRow("%s: %s", id, name) << QByteArray(id) << change << QString::fromLatin1(answer);
    };
    const Change nothing = [](DomainFacts &) {};
    const Change notFound = [](DomainFacts &facts) { facts.conditions.depth = Depth::Deep; };
    const auto failed = [](AnswerStatus status) { return secondSoa(failedLookup(zone, RecordType::Soa, status)); };
    const Change behindProxy = [](DomainFacts &facts) {
        setAuthorities(facts);
        for (AuthoritativeServer &server : facts.authorities.servers)
            server.answers = {{server.answers.first().address, QStringLiteral("proxy"), {}, {}, {}, {}}};
    };
    const Change allSilent = [](DomainFacts &facts) {
        setAuthorities(facts);
        for (AuthoritativeServer &server : facts.authorities.servers)
            server.answers.first() = {
                server.answers.first().address, {}, failedLookup(zone, RecordType::Soa, AnswerStatus::Timeout), {}, {}, {}};
    };
    const Change ipv6Silent = [](DomainFacts &facts) {
        setAuthorities(facts);
        facts.authorities.servers[1].answers.append(
            {QHostAddress(QStringLiteral("2001:db8::53")), {}, failedLookup(zone, RecordType::Soa, AnswerStatus::Timeout), {}, {}, {}});
    };

    for (const char *id : {"nameserver-lame", "nameserver-silent", "nameserver-takeover", "zone-serial-differs"}) {
        row(id, "not asked for", nothing, "n/a");
        row(id, "no server found", notFound, "undetermined");
        row(id, "all is well", setAuthorities, "pass");
    }
    for (const char *id : {"nameserver-lame", "nameserver-silent", "zone-serial-differs"}) {
        row(id, "datagrams do not go through the proxy", behindProxy, "undetermined");
        row(id, "nobody answers: it may be this network", allSilent, "undetermined");
    }

    row("nameserver-lame", "REFUSED", failed(AnswerStatus::Refused), "fail");
    row("nameserver-lame", "SERVFAIL", failed(AnswerStatus::ServFail), "fail");
    row("nameserver-lame", "an answer from hearsay", secondSoa(soaLookup(zone, 1)), "fail");
    row("nameserver-lame", "silence", failed(AnswerStatus::Timeout), "pass");
    row("nameserver-lame", "nobody listens", failed(AnswerStatus::Failed), "pass");
    row("nameserver-lame", "its name has no address", secondName(ns2, addressesOf(ns2, {}, {})), "fail");
    row("nameserver-lame", "its name does not exist", secondName(ns2, gone(ns2, zone)), "fail");
    row("nameserver-lame", "its name could be taken, which has a rule of its own",
        secondName(QStringLiteral("ns.lapsed.example"), gone(QStringLiteral("ns.lapsed.example"), QStringLiteral("example"))), "pass");

    row("nameserver-silent", "silence while the other answers", failed(AnswerStatus::Timeout), "fail");
    row("nameserver-silent", "nobody listens", failed(AnswerStatus::Failed), "fail");
    row("nameserver-silent", "IPv6 alone: this machine may have none", ipv6Silent, "pass");
    row("nameserver-silent", "a refusal is not silence", failed(AnswerStatus::Refused), "pass");

    row("nameserver-takeover", "a free domain",
        secondName(QStringLiteral("ns.lapsed.example"), gone(QStringLiteral("ns.lapsed.example"), QStringLiteral("example"))), "fail");
    row("nameserver-takeover", "a name of the owner", secondName(ns2, gone(ns2, zone)), "pass");
    row("nameserver-takeover", "a missing name of a domain that exists",
        secondName(QStringLiteral("ns.other.example"), gone(QStringLiteral("ns.other.example"), QStringLiteral("other.example"))), "pass");

    row("zone-serial-differs", "another serial", secondSoa(authoritative(soaLookup(zone, 7))), "fail");
    row("zone-serial-differs", "hearsay does not count", secondSoa(soaLookup(zone, 7)), "undetermined");
}

void RulesNameserversTest::outcomes()
{
    QFETCH(QByteArray, id);
    QFETCH(Change, change);
    DomainFacts facts = goodFacts();
    change(facts);
    QTEST(m_table.answer(id, facts), "answer");
}

void RulesNameserversTest::allServersAreNamedByWhatTheySay()
{
    DomainFacts facts = goodFacts();
    second([](ServerAnswers &answers) {
        answers.sts = authoritative(txtLookup(QStringLiteral("_mta-sts.good.example"), {"v=STSv1; id=2;"}));
    })(facts);
    const DomainAudit audit = judge(facts, facts.observedAt);
    const auto finding = std::find_if(audit.findings.cbegin(), audit.findings.cend(), [](const Finding &candidate) {
        return candidate.ruleId == QLatin1String("sts-record-inconsistent");
    });
    QVERIFY(finding != audit.findings.cend());
    QCOMPARE(findingMessage(*finding),
             QStringLiteral("The name servers of good.example disagree about the MTA-STS record of good.example: “v=STSv1; "
                            "id=20260601T000000;” (ns1.good.example at 192.0.2.241); “v=STSv1; id=2;” (ns2.good.example at 192.0.2.242)"));
}

void RulesNameserversTest::mailServersAreComparedWithoutTheirOrder()
{
    DomainFacts facts = goodFacts();
    facts.mx = mxLookup(zone, {{10, QStringLiteral("a.example")}, {10, QStringLiteral("b.example")}});
    second([](ServerAnswers &answers) {
        answers.mx = authoritative(mxLookup(zone, {{10, QStringLiteral("b.example")}, {10, QStringLiteral("a.example")}}));
    })(facts);
    QCOMPARE(m_table.answer("mx-inconsistent", facts), QStringLiteral("pass"));
    facts.authorities.servers[1].answers[0].mx =
        authoritative(mxLookup(zone, {{10, QStringLiteral("b.example")}, {20, QStringLiteral("a.example")}}));
    QCOMPARE(m_table.answer("mx-inconsistent", facts), QStringLiteral("fail"));
}

void RulesNameserversTest::cleanupTestCase()
{
    QCOMPARE(m_table.untested(nameserverRules()), QStringList());
}

QTEST_APPLESS_MAIN(RulesNameserversTest)
#include "tst_rules_nameservers.moc"
