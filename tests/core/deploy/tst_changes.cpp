// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/changes.h"
#include "deploy/planfault.h"
#include "stepplans.h"

#include <QTest>

using namespace mta;

class ChangesTest : public QObject
{
    Q_OBJECT

private slots:
    void changes_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *change, const char *expected) {
            QTest::newRow(change) << QString::fromLatin1(change) << QString::fromLatin1(expected);
        };
        row("add-mx mx3.example.com",
            "10 mx1.example.com, 20 mx2.example.com, 30 mx3.example.com; enforce: mx1.example.com mx2.example.com "
            "mx3.example.com");
        row("add-mx MX3.Example.com.",
            "10 mx1.example.com, 20 mx2.example.com, 30 mx3.example.com; enforce: mx1.example.com mx2.example.com mx3.example.com");
        row("add-mx mx2.example.com", "error");
        row("add-mx", "error");
        row("add-mx not_a_host.example.com", "error");
        row("add-mx 192.0.2.1", "error");
        row("remove-mx mx1.example.com", "20 mx2.example.com; enforce: mx2.example.com");
        row("remove-mx mx3.example.com", "error");
        row("remove-mx mx1.example.com mx2.example.com", "error");
        row("replace-mx a.provider.example b.provider.example",
            "10 a.provider.example, 20 b.provider.example; enforce: a.provider.example b.provider.example");
        row("testing", "10 mx1.example.com, 20 mx2.example.com; testing: mx1.example.com mx2.example.com");
        row("testing now", "error");
        row("enforce", "10 mx1.example.com, 20 mx2.example.com; enforce: mx1.example.com mx2.example.com");
        row("max-age 31557600", "10 mx1.example.com, 20 mx2.example.com; enforce: mx1.example.com mx2.example.com");
        row("max-age 31557601", "error");
        row("max-age -1", "error");
        row("max-age", "error");
        row("max-age 1w", "error");
        row("policy-host 192.0.2.9 2001:db8::9", "10 mx1.example.com, 20 mx2.example.com; enforce: mx1.example.com mx2.example.com");
        row("policy-host www.provider.example", "10 mx1.example.com, 20 mx2.example.com; enforce: mx1.example.com mx2.example.com");
        row("policy-host www.provider.example 192.0.2.9", "error");
        row("policy-host", "error");
        row("remove", "10 mx1.example.com, 20 mx2.example.com; none");
        row("remove mx1.example.com", "error");
    }
    void changes()
    {
        QFETCH(QString, change);
        QFETCH(QString, expected);
        QStringList words = change.split(u' ');
        const std::optional<ChangeKind> kind = changeNamed(words.takeFirst());
        QVERIFY(kind);
        const Result<Plan> changed = withChange(protectedPlan(), *kind, words);
        if (!changed) {
            QCOMPARE(QStringLiteral("error"), expected);
            QVERIFY(!changed.error().text.isEmpty());
            return;
        }
        QStringList mx;
        for (const IntendedMx &each : changed->mx)
            mx.append(QStringLiteral("%1 %2").arg(each.preference).arg(each.host));
        const QString policy = changed->policy
                                   ? policyModeName(changed->policy->mode) + QLatin1String(": ") + changed->policy->mx.join(u' ')
                                   : QStringLiteral("none");
        QCOMPARE(mx.join(QLatin1String(", ")) + QLatin1String("; ") + policy, expected);
        QVERIFY(faultsOf(*changed).isEmpty());
    }

    void patternsFit()
    {
        Plan plan = protectedPlan();
        plan.policy->mx = QStringList{QStringLiteral("*.example.com")};
        QCOMPARE(withChange(plan, ChangeKind::AddMx, {QStringLiteral("mx3.example.com")})->policy->mx, plan.policy->mx);
        QCOMPARE(withChange(plan, ChangeKind::ReplaceMx, {QStringLiteral("in.provider.example")})->policy->mx,
                 QStringList{QStringLiteral("in.provider.example")});
    }

    void withoutAPolicy()
    {
        QVERIFY(withChange(barePlan(), ChangeKind::AddMx, {QStringLiteral("mx3.example.com")}));
        for (const ChangeKind kind :
             {ChangeKind::Enforce, ChangeKind::Testing, ChangeKind::Remove, ChangeKind::MaxAge, ChangeKind::PolicyHost})
            QVERIFY2(!withChange(barePlan(), kind, {}), qPrintable(changeName(kind)));
    }

    /// Nothing but record, policy and policy host goes: what was published, reports, keys and notes stay.
    void whoLeavesLosesNothingElse()
    {
        Plan plan = protectedPlan();
        plan.reports = {"mailto:tls@example.com"};
        plan.notes = QStringLiteral("why");
        plan.hosting.server = PolicyServer::Nginx;
        plan.hosting.addresses = {QHostAddress(QStringLiteral("192.0.2.1"))};
        plan.published = {{QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC), {}, plan.id, *plan.policy}};
        Plan expected = plan;
        expected.policy.reset();
        expected.id.clear();
        expected.hosting = {PolicyServer::Nginx, {}, {}};
        QCOMPARE(*withChange(plan, ChangeKind::Remove, {}), expected);
    }

    void whoComesBackHasThePolicyOfBefore_data()
    {
        QTest::addColumn<QList<Publication>>("published");
        QTest::addColumn<PolicyTerms>("expected");
        const auto at = [](int days) { return QDateTime::fromSecsSinceEpoch(1'800'000'000 + days * 86400, Qt::UTC); };
        const QStringList hosts{QStringLiteral("mx1.example.com"), QStringLiteral("mx2.example.com")};
        const PolicyTerms enforce{PolicyMode::Enforce, std::chrono::seconds(1209600), {QStringLiteral("*.example.com")}, {}};
        const PolicyTerms testing{PolicyMode::Testing, std::chrono::seconds(86400), hosts, {}};
        const PolicyTerms none{PolicyMode::None, std::chrono::seconds(86400), {}, {}};
        QTest::newRow("nothing was ever published: testing, for the mail servers")
            << QList<Publication>{} << PolicyTerms{PolicyMode::Testing, std::chrono::seconds(604800), hosts, {}};
        QTest::newRow("the one that stands") << QList<Publication>{{at(0), at(1), "1", testing}, {at(1), {}, "2", enforce}} << enforce;
        QTest::newRow("mode none was published to leave")
            << QList<Publication>{{at(0), at(1), "1", enforce}, {at(1), {}, "2", none}} << enforce;
        QTest::newRow("it has been away since") << QList<Publication>{{at(0), at(1), "1", testing}, {at(1), at(2), "2", none}} << testing;
        PolicyTerms other = enforce;
        other.mx = QStringList{QStringLiteral("mx1.example.com"), QStringLiteral("old.example.net")};
        PolicyTerms fitted = enforce;
        fitted.mx = hosts;
        QTest::newRow("its patterns are for the mail servers of now") << QList<Publication>{{at(0), {}, "1", other}} << fitted;
    }
    void whoComesBackHasThePolicyOfBefore()
    {
        QFETCH(QList<Publication>, published);
        Plan plan = protectedPlan();
        const PolicyTerms planned = *plan.policy;
        plan.published = published;
        QCOMPARE(policyToReturnTo(plan), planned);
        QTEST(policyToReturnTo(*withChange(plan, ChangeKind::Remove, {})), "expected");
    }

    void everyChangeHasItsName()
    {
        QCOMPARE(changeNames().size(), 8);
        for (const QString &name : changeNames())
            QCOMPARE(changeName(*changeNamed(name)), name);
        QVERIFY(!changeNamed(QStringLiteral("add")));
    }
};

QTEST_GUILESS_MAIN(ChangesTest)
#include "tst_changes.moc"
