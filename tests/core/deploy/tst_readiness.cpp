// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "deploy/expiry.h"
#include "deploy/readiness.h"
#include "fakes/factsbuilder.h"

#include <QSet>
#include <QTest>
#include <functional>

using namespace mta;

namespace
{

const QString mx1 = QStringLiteral("mx1.good.example");
const QString mx2 = QStringLiteral("mx2.good.example");

/// A domain in testing for 14 days to the second, all well, its reports read until yesterday.
struct Case {
    DomainFacts facts = goodFacts();
    Plan plan;
    QDateTime now = observedThen();

    Case()
    {
        setPolicy(facts, policyText("testing"));
        plan.domain = facts.domain;
        plan.policy = PolicyTerms{PolicyMode::Enforce, std::chrono::seconds(604800), {mx1, mx2}, {}};
        plan.id = "next";
        plan.reportsRead = ReportsRead{observedThen().addDays(-1), false};
        plan.published = {
            {observedThen().addDays(-14), {}, "1", PolicyTerms{PolicyMode::Testing, std::chrono::seconds(86400), {mx1, mx2}, {}}}};
    }
    QList<Condition> conditions() const { return enforceReadiness(plan, judge(facts, facts.observedAt), now); }
    Condition condition(ConditionKind kind) const
    {
        for (const Condition &each : conditions()) {
            if (each.kind == kind)
                return each;
        }
        return {};
    }
};
using Change = std::function<void(Case &)>;

void setLeafEnd(Case &c, const QDateTime &end)
{
    for (MxProbe &probe : c.facts.mxHosts[1].probes)
        replaceLeaf(probe.tls, certificateFor({mx2}, observedThen().addDays(-30), end));
}

void endFirst(Case &c, ProbeEnd end)
{
    for (MxProbe &probe : c.facts.mxHosts[0].probes)
        probe = brokenProbe(probe.address.toString(), end, SmtpDialog::Stage::Greeting);
}

} // namespace

class ReadinessTest : public QObject
{
    Q_OBJECT

private slots:
    void conditions_data();
    void conditions();
    void readyWhenAllAreMet();
    void lookAgain();
    void enforceIsAhead();
    void namesAreDifferent();
    void certificatesByTheirEnd();
    void eightMailServersAreNamed();
};

void ReadinessTest::conditions_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("state");
    const auto row = [](const char *name, ConditionKind kind, const char *state, const Change &change) {
        QTest::newRow(name) << change << static_cast<int>(kind) << QString::fromLatin1(state);
    };
    for (int kind = 0; kind <= static_cast<int>(ConditionKind::CertificatesLast); ++kind)
        row(qPrintable(QStringLiteral("all is well: ") + conditionName(static_cast<ConditionKind>(kind))), static_cast<ConditionKind>(kind),
            "met", [](Case &) {});

    row("an audit of 24 hours ago", ConditionKind::AuditRecent, "met", [](Case &c) { c.now = c.now.addSecs(86400); });
    row("an audit of 24 hours and a second ago", ConditionKind::AuditRecent, "not-met", [](Case &c) { c.now = c.now.addSecs(86401); });
    row("an audit of a day ahead, by a clock that was set back", ConditionKind::AuditRecent, "met",
        [](Case &c) { c.now = c.now.addSecs(-86400); });
    row("an audit of more than a day ahead", ConditionKind::AuditRecent, "not-met", [](Case &c) { c.now = c.now.addSecs(-86401); });
    row("an audit that was stopped", ConditionKind::AuditRecent, "not-met", [](Case &c) { c.facts.cancelled = true; });

    row("no record yet", ConditionKind::InTesting, "not-met", [](Case &c) { setRecord(c.facts, {}); });
    row("mode none", ConditionKind::InTesting, "not-met", [](Case &c) { setPolicy(c.facts, policyText("none")); });
    row("enforced already", ConditionKind::InTesting, "met", [](Case &c) { setPolicy(c.facts, policyText("enforce")); });
    row("the record could not be had", ConditionKind::InTesting, "unknown", [](Case &c) { c.facts.sts.status = AnswerStatus::Timeout; });

    row("a pattern is missing in the plan", ConditionKind::ServersCovered, "not-met", [](Case &c) { c.plan.policy->mx.removeLast(); });
    row("no policy in the plan", ConditionKind::ServersCovered, "not-met", [](Case &c) { c.plan.policy.reset(); });
    row("a pattern for both", ConditionKind::ServersCovered, "met",
        [](Case &c) { c.plan.policy->mx = QStringList{QStringLiteral("*.good.example")}; });
    row("the mail servers are not known", ConditionKind::ServersCovered, "unknown", [](Case &c) { c.facts.mxHosts.clear(); });

    row("no STARTTLS at one host", ConditionKind::ServersPass, "not-met", [](Case &c) {
        for (MxProbe &probe : c.facts.mxHosts[0].probes)
            probe = brokenProbe(probe.address.toString(), ProbeEnd::Complete, SmtpDialog::Stage::Ehlo, SmtpDialog::Failure::EhloUnknown);
    });
    row("a certificate has expired at one address", ConditionKind::ServersPass, "not-met", [](Case &c) {
        replaceLeaf(c.facts.mxHosts[0].probes[0].tls, certificateFor({mx1}, observedThen().addDays(-90), observedThen().addDays(-1)));
    });
    row("one host was not asked", ConditionKind::ServersPass, "unknown", [](Case &c) { endFirst(c, ProbeEnd::NotTried); });
    row("one host does not answer", ConditionKind::ServersPass, "unknown", [](Case &c) { endFirst(c, ProbeEnd::Timeout); });
    row("one address does not answer", ConditionKind::ServersPass, "met", [](Case &c) {
        c.facts.mxHosts[0].probes[0] =
            brokenProbe(c.facts.mxHosts[0].probes[0].address.toString(), ProbeEnd::Timeout, SmtpDialog::Stage::Greeting);
    });
    row("no host at all", ConditionKind::ServersPass, "unknown", [](Case &c) { c.facts.mxHosts.clear(); });

    row("an error elsewhere", ConditionKind::NoErrors, "not-met", [](Case &c) { setTlsRpt(c.facts, {"v=TLSRPTv1; rua=ftp://x"}); });
    row("a warning", ConditionKind::NoErrors, "met", [](Case &c) { setTlsRpt(c.facts, {}); });

    row("a second short of 14 days", ConditionKind::TestedLongEnough, "not-met",
        [](Case &c) { c.plan.published[0].from = c.plan.published[0].from.addSecs(1); });
    row("testing was interrupted a day ago", ConditionKind::TestedLongEnough, "not-met", [](Case &c) {
        c.plan.published[0].until = c.now.addDays(-2);
        c.plan.published.append({c.now.addDays(-2), c.now.addDays(-1), "2", PolicyTerms{PolicyMode::None, {}, {}, {}}});
        c.plan.published.append({c.now.addDays(-1), {}, "3", c.plan.published[0].policy});
    });
    row("changed within testing", ConditionKind::TestedLongEnough, "met", [](Case &c) {
        c.plan.published[0].until = c.now.addDays(-2);
        c.plan.published.append({c.now.addDays(-2), {}, "2", c.plan.published[0].policy});
    });
    row("nothing published, but seen three weeks ago", ConditionKind::TestedLongEnough, "met", [](Case &c) {
        c.plan.published.clear();
        c.facts.history = {{c.now.addDays(-21), c.now.addDays(-1), "v=STSv1; id=1;", policyText("testing")}};
    });
    row("nothing published, and never seen before", ConditionKind::TestedLongEnough, "not-met", [](Case &c) { c.plan.published.clear(); });
    row("the file was there for long, the record was not", ConditionKind::TestedLongEnough, "not-met",
        [](Case &c) { c.plan.published[0].id.clear(); });
    row("enforced already, so tested", ConditionKind::TestedLongEnough, "met", [](Case &c) {
        c.plan.published.clear();
        setPolicy(c.facts, policyText("enforce"));
    });
    row("not in testing at all", ConditionKind::TestedLongEnough, "unknown", [](Case &c) { setRecord(c.facts, {}); });

    row("no TLS-RPT record", ConditionKind::ReportsAsked, "not-met", [](Case &c) { setTlsRpt(c.facts, {}); });
    row("a TLS-RPT record that is none", ConditionKind::ReportsAsked, "not-met",
        [](Case &c) { setTlsRpt(c.facts, {"v=TLSRPTv1; rua=x"}); });
    row("the TLS-RPT record could not be had", ConditionKind::ReportsAsked, "unknown",
        [](Case &c) { c.facts.tlsRpt.status = AnswerStatus::ServFail; });

    row("nobody read reports", ConditionKind::ReportsRead, "unknown", [](Case &c) { c.plan.reportsRead.reset(); });
    row("the reports show failures", ConditionKind::ReportsRead, "not-met", [](Case &c) { c.plan.reportsRead->failures = true; });
    row("reports of a week ago", ConditionKind::ReportsRead, "met", [](Case &c) { c.plan.reportsRead->said = c.now.addDays(-7); });
    row("reports of a week and a second ago", ConditionKind::ReportsRead, "unknown",
        [](Case &c) { c.plan.reportsRead->said = c.now.addDays(-7).addSecs(-1); });
    row("said of reports that are yet to come", ConditionKind::ReportsRead, "unknown",
        [](Case &c) { c.plan.reportsRead->said = c.now.addSecs(1); });

    row("a certificate ends in 14 days and a second", ConditionKind::CertificatesLast, "met",
        [](Case &c) { setLeafEnd(c, c.now.addDays(14).addSecs(1)); });
    row("a certificate ends in 14 days", ConditionKind::CertificatesLast, "not-met", [](Case &c) { setLeafEnd(c, c.now.addDays(14)); });
    row("no certificate was seen", ConditionKind::CertificatesLast, "unknown", [](Case &c) {
        c.facts.fetches.clear();
        c.facts.mxHosts.clear();
    });
}

void ReadinessTest::conditions()
{
    QFETCH(Change, change);
    QFETCH(int, kind);
    QFETCH(QString, state);
    Case c;
    change(c);
    const Condition condition = c.condition(static_cast<ConditionKind>(kind));
    QCOMPARE(conditionStateName(condition.state), state);
    const QString text = conditionText(condition);
    QVERIFY2(!text.isEmpty() && placeholdersOf(text).isEmpty(), qPrintable(text));
}

void ReadinessTest::readyWhenAllAreMet()
{
    Case c;
    QCOMPARE(readiness(c.conditions()), ConditionState::Met);
    c.plan.reportsRead.reset();
    QCOMPARE(readiness(c.conditions()), ConditionState::Unknown);
    c.plan.policy->mx.removeLast();
    QCOMPARE(readiness(c.conditions()), ConditionState::NotMet);
}

void ReadinessTest::lookAgain()
{
    Case c;
    for (const Condition &condition : c.conditions())
        QVERIFY2(!condition.lookAgain.isValid(), qPrintable(conditionName(condition.kind)));
    c.plan.published[0].from = c.now.addDays(-4);
    QCOMPARE(c.condition(ConditionKind::TestedLongEnough).lookAgain, c.now.addDays(10));
    setLeafEnd(c, c.now.addDays(3));
    QCOMPARE(c.condition(ConditionKind::CertificatesLast).lookAgain, c.now.addDays(3));
    c.now = c.now.addDays(2);
    QCOMPARE(c.condition(ConditionKind::AuditRecent).lookAgain, c.now);
}

void ReadinessTest::enforceIsAhead()
{
    Case c;
    const auto ahead = [&c] { return isBeforeEnforce(c.plan, judge(c.facts, c.facts.observedAt)); };
    QVERIFY(ahead());
    c.plan.policy->mode = PolicyMode::Testing; // as long as it is only tested, too
    QVERIFY(ahead());
    setRecord(c.facts, {});
    QVERIFY(ahead());
    c.plan.policy->mode = PolicyMode::None;
    QVERIFY(!ahead());
    c.plan.policy.reset();
    QVERIFY(!ahead());
    Case enforced;
    setPolicy(enforced.facts, policyText("enforce"));
    QVERIFY(!isBeforeEnforce(enforced.plan, judge(enforced.facts, enforced.facts.observedAt)));
}

void ReadinessTest::namesAreDifferent()
{
    QSet<QString> names;
    for (const Condition &condition : Case().conditions())
        names.insert(conditionName(condition.kind));
    QCOMPARE(names.size(), 9);
}

void ReadinessTest::certificatesByTheirEnd()
{
    Case c;
    setLeafEnd(c, c.now.addDays(3));
    replaceLeaf(c.facts.mxHosts[1].probes[0].tls, certificateFor({mx2}, observedThen().addDays(-30), c.now.addDays(2)));
    const QList<ExpiringCertificate> expiring = expiringCertificates(judge(c.facts, c.now));
    QCOMPARE(expiring.size(), 3);
    QCOMPARE(expiring.first(), (ExpiringCertificate{mx2, c.now.addDays(2)}));
    QVERIFY(expiring.at(1).notAfter <= expiring.at(2).notAfter);
}

void ReadinessTest::eightMailServersAreNamed()
{
    for (const int count : {7, 8, 9}) {
        QStringList hosts;
        for (int i = 0; i < count; ++i)
            hosts.append(QStringLiteral("h%1.good.example").arg(i));
        Case c;
        setMx(c.facts, hosts);
        const QStringList shown = count <= 8 ? hosts : hosts.first(8) + QStringList{QStringLiteral("…")};
        QCOMPARE(c.condition(ConditionKind::ServersCovered).values.value(QStringLiteral("hosts")), shown.join(QStringLiteral(", ")));
    }
}

QTEST_GUILESS_MAIN(ReadinessTest)
#include "tst_readiness.moc"
