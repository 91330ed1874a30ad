// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "deploy/adopt.h"
#include "deploy/bundle.h"
#include "deploy/expiry.h"
#include "fakes/factsbuilder.h"
#include "fakes/jsonschema.h"
#include "report/steps.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace mta;

namespace
{

const QDateTime now(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);

QJsonObject schema()
{
    QFile file(QStringLiteral(SOURCE_DIR "/docs/schema/plansteps.schema.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Plan live()
{
    Plan plan;
    plan.domain = {QStringLiteral("xn--bcher-kva.example"), QStringLiteral("bücher.example")};
    plan.mx = {{10, QStringLiteral("mx1.example.com")}, {20, QStringLiteral("mx2.example.com")}};
    plan.policy = PolicyTerms{
        PolicyMode::Enforce, std::chrono::seconds(604800), {QStringLiteral("mx1.example.com"), QStringLiteral("mx2.example.com")}, {}};
    plan.id = "1";
    plan.hosting.addresses = {QHostAddress(QStringLiteral("192.0.2.1"))};
    plan.tlsa = {{QStringLiteral("mx1.xn--bcher-kva.example"), {3, 1, 1, QByteArray(32, 'a')}}};
    plan.published = {{now.addDays(-100), {}, "1", *plan.policy}};
    return plan;
}

/// Another provider, policy host, key and reports at once.
Plan other()
{
    Plan plan = live();
    plan.mx = {{10, QStringLiteral("in.provider.example")}};
    plan.policy->mx = QStringList{QStringLiteral("*.provider.example")};
    plan.hosting = {PolicyServer::Delegated, QStringLiteral("sts.provider.example"), {}};
    plan.tlsa[0].record.data.fill('b');
    plan.reports = {"mailto:a@example.com"};
    return plan;
}

Plan gone()
{
    Plan plan = live();
    plan.policy.reset();
    plan.id.clear();
    return plan;
}

StepsReport report(const Plan &from, const Plan &to)
{
    return {planSteps(from, to, now), now, {}, {}, {}};
}

} // namespace

class StepsTest : public QObject
{
    Q_OBJECT

private slots:
    void thePlanOnPaperHasWhatIsMeant_data()
    {
        QTest::addColumn<Plan>("plan");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("another provider") << other()
                                          << QStringList{QStringLiteral("mx: *.provider.example"),
                                                         QStringLiteral("10 in.provider.example"),
                                                         QStringLiteral("v=TLSRPTv1; rua=mailto:a@example.com"),
                                                         QStringLiteral("sts.provider.example"),
                                                         QStringLiteral("Not before "),
                                                         QStringLiteral("Checklist"),
                                                         QStringLiteral("If it goes wrong:")};
        QTest::newRow("without MTA-STS") << gone()
                                         << QStringList{QStringLiteral("The domain is meant to be without MTA-STS."),
                                                        QStringLiteral("mode none")};
        QTest::newRow("nothing to do") << live() << QStringList{QStringLiteral("Nothing is to be done")};
        Plan noted = live();
        noted.notes = QStringLiteral("Ask a\u202egnp.exe@good.example <b>first</b>");
        QTest::newRow("notes from anywhere") << noted << QStringList{QStringLiteral("\\u{202e}"), QStringLiteral("<b>first</b>")};
    }
    void thePlanOnPaperHasWhatIsMeant()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
            QSKIP("pdftotext is not installed (package poppler-utils)");
        QFETCH(Plan, plan);
        QFETCH(QStringList, said);
        const Result<QByteArray> pdf = renderStepsPdf(plan, stepsReport(live(), plan, nullptr, now), QLocale::c(), PaperSize::A4);
        QVERIFY(pdf);
        QProcess process;
        process.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), QStringLiteral("-"), QStringLiteral("-")});
        process.write(*pdf);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        for (const QString &each : said)
            QVERIFY2(text.contains(each), qPrintable(each + QStringLiteral(" is not in ") + text));
        // The checklist is read, not its markup.
        QVERIFY2(!text.contains(QStringLiteral("- [ ]")) && !text.contains(u'`') && !text.contains(QStringLiteral("##")), qPrintable(text));
    }

    void aCalendarHasStepsAndWhatTheAuditSaw()
    {
        const DomainFacts facts = goodFacts();
        const DomainAudit audit = judge(facts, facts.observedAt);
        const auto events = [&](const DomainAudit *seen) {
            return renderStepsCalendar(stepsReport(live(), other(), seen, now)).count("BEGIN:VEVENT");
        };
        QVERIFY(events(nullptr) >= stepsReport(live(), other(), nullptr, now).plan.steps.size());
        QCOMPARE(events(&audit), events(nullptr) + expiringCertificates(audit).size());
        QVERIFY(!expiringCertificates(audit).isEmpty());
    }

    void jsonKeepsToItsSchema_data()
    {
        QTest::addColumn<Plan>("from");
        QTest::addColumn<Plan>("to");
        Plan uncovered = live();
        uncovered.mx.append({30, QStringLiteral("mx3.example.com")});
        Plan enforced = live();
        Plan tested = live();
        tested.policy->mode = PolicyMode::Testing;
        tested.published[0].policy.mode = PolicyMode::Testing;
        QTest::newRow("everything changes") << live() << other();
        QTest::newRow("to leave") << live() << gone();
        QTest::newRow("to begin") << gone() << live();
        QTest::newRow("to enforce") << tested << enforced;
        QTest::newRow("nothing changes") << live() << live();
        QTest::newRow("a plan that would lose mail") << live() << uncovered;
    }
    void jsonKeepsToItsSchema()
    {
        QFETCH(Plan, from);
        QFETCH(Plan, to);
        StepsReport steps = report(from, to);
        QCOMPARE(schemaComplaints(renderStepsJson(steps), schema()), QStringList());
        steps.observedAt = now;
        for (int kind = 0; kind <= static_cast<int>(ConditionKind::CertificatesLast); ++kind)
            steps.conditions.append({static_cast<ConditionKind>(kind), static_cast<ConditionState>(kind % 3 == 1 ? 1 : 0), {}, now});
        QCOMPARE(schemaComplaints(renderStepsJson(steps), schema()), QStringList());
        QCOMPARE(renderStepsJson(steps).value(QLatin1String("ready")).toString(), QStringLiteral("not-met"));
    }

    void stepsAreWhole()
    {
        const StepsReport steps = report(live(), other());
        const QJsonArray array = renderStepsJson(steps).value(QLatin1String("steps")).toArray();
        QCOMPARE(array.size(), steps.plan.steps.size());
        bool file = false;
        bool mx = false;
        bool usually = false;
        for (const QJsonValue &step : array) {
            file = file || step[QLatin1String("file")].toString().startsWith(QLatin1String("version: STSv1\r\n"));
            usually = usually || step[QLatin1String("usuallyFrom")].isString();
            for (const QJsonValue &record : step[QLatin1String("add")].toArray())
                mx = mx || record[QLatin1String("preference")] == QJsonValue(10);
        }
        QVERIFY(file && mx && usually);
    }

    void textNamesWhatToDo()
    {
        const QString text = renderStepsText(report(live(), other()), false);
        for (const char *part :
             {"bücher.example\n", "\n1. ", "    | mx: *.provider.example\n",
              "    - _mta-sts.xn--bcher-kva.example 3600 TXT v=STSv1; id=1;\n",
              "    + xn--bcher-kva.example 3600 MX 10 in.provider.example\n", "Not before 2026-06-08 15:01 UTC", "(RFC 8461 §5.1)"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
        QVERIFY(!text.contains(QLatin1String("\n\n\n")));
        QVERIFY(!text.contains(QChar(0x1b)));
        QVERIFY(renderStepsText(report(live(), other()), true).contains(QChar(0x1b)));
        QVERIFY(renderStepsText(report(live(), live()), false).contains(QLatin1String("Nothing is to be done")));
    }

    void whatOthersWroteIsMadeVisible()
    {
        Plan odd = live();
        odd.mx.append({30, QStringLiteral("mx\u202e\x1b[31m.example")});
        const QString text = renderStepsText(report(live(), odd), false);
        QVERIFY(text.contains(QLatin1String("\\u{202e}\\x1b[31m")));
        QVERIFY(!text.contains(QChar(0x202e)) && !text.contains(QChar(0x1b)));
    }

    void conditionsAreMarked()
    {
        StepsReport steps = report(live(), live());
        steps.conditions = {{ConditionKind::NoErrors, ConditionState::Met, {}, {}},
                            {ConditionKind::ReportsRead, ConditionState::Unknown, {}, {}}};
        const QString text = renderStepsText(steps, false);
        QVERIFY(text.contains(QLatin1String("Before mode enforce\n")));
        QVERIFY(text.contains(QLatin1String(" The audit finds no error.\n")));
    }

    /// The same list in every form, from testing on, with what was said of the reports.
    void everyFormSaysTheSameOfEnforce()
    {
        DomainFacts facts = goodFacts();
        setPolicy(facts, policyText("testing"));
        const DomainAudit audit = judge(facts, facts.observedAt);
        Plan plan = planFromLive(audit).plan;
        plan.reportsRead = ReportsRead{facts.observedAt, true};
        const StepsReport steps = stepsReport(plan, plan, &audit, facts.observedAt);
        QVERIFY(steps.plan.steps.isEmpty());
        QCOMPARE(steps.conditions, enforceReadiness(plan, audit, facts.observedAt));
        const QString list = checklist(plan, steps.conditions);
        const QString calendar = QString::fromUtf8(renderStepsCalendar(steps).replace("\r\n ", "").replace("\\,", ",").replace("\\;", ";"));
        qsizetype open = 0;
        for (const Condition &condition : steps.conditions) {
            const bool met = condition.state == ConditionState::Met;
            open += met ? 0 : 1;
            QVERIFY2(list.contains(QLatin1String(met ? "- [x] " : "- [ ] ") + conditionText(condition)), qPrintable(list));
            QVERIFY2(calendar.contains(conditionText(condition)) != met, qPrintable(conditionText(condition) + u'\n' + calendar));
        }
        QVERIFY(open > 0 && open < steps.conditions.size());
        QVERIFY(list.contains(QLatin1String("You said on ")));
        QVERIFY(renderStepsText(steps, false).contains(QLatin1String("You said on ")));
    }
};

QTEST_MAIN(StepsTest)
#include "tst_steps.moc"
