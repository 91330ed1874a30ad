// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/publications.h"

#include "deploy/planfault.h"
#include "deploy/planhistory.h"
#include "fakes/factsbuilder.h"
#include "fakes/goodplan.h"

#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

QDateTime day(int number)
{
    return QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addDays(number - 1);
}

PolicyTerms terms(const char *host, PolicyMode mode = PolicyMode::Testing)
{
    return {mode, std::chrono::seconds(86400), {QLatin1String(host)}, {}};
}

Sighting sighting(int first, int last, const QByteArray &id, const std::optional<PolicyTerms> &policy)
{
    return {day(first), day(last), id.isEmpty() ? QByteArray() : "v=STSv1; id=" + id + ';', policy ? *policyText(*policy) : QByteArray()};
}

/// Facts of a domain that could not be looked at today: what they know is their history.
DomainFacts remembering(const QList<Sighting> &history, int today = 100)
{
    DomainFacts facts;
    facts.domain = {u"good.example"_s, u"good.example"_s};
    facts.observedAt = day(today);
    facts.history = history;
    return facts;
}

/// "1 from 1 to 5, 2 from 5"
QString told(const Plan &plan)
{
    QStringList parts;
    for (const Publication &publication : plan.published) {
        QString text = QString::fromLatin1(publication.id) + u" from %1"_s.arg(day(1).daysTo(publication.from) + 1);
        if (publication.until.isValid())
            text += u" to %1"_s.arg(day(1).daysTo(publication.until) + 1);
        parts.append(text);
    }
    return parts.join(u", "_s);
}

Plan planWith(const QList<Publication> &published)
{
    Plan plan;
    plan.domain = {u"good.example"_s, u"good.example"_s};
    plan.published = published;
    return plan;
}

} // namespace

class TestPublications : public QObject
{
    Q_OBJECT

private slots:
    void whatWasSeenIsAdded_data()
    {
        QTest::addColumn<QList<Publication>>("known");
        QTest::addColumn<QList<Sighting>>("seen");
        QTest::addColumn<QString>("result");
        const PolicyTerms a = terms("a.example");
        const PolicyTerms b = terms("b.example");
        using P = QList<Publication>;
        using S = QList<Sighting>;
        QTest::newRow("nothing was known and nothing was seen") << P{} << S{} << u""_s;
        QTest::newRow("what is seen first stands") << P{} << S{sighting(3, 5, "1", a)} << u"1 from 3"_s;
        QTest::newRow("one after the other: the former may have been fetched until the next look")
            << P{} << S{sighting(3, 5, "1", a), sighting(9, 9, "2", b)} << u"1 from 3 to 9, 2 from 9"_s;
        QTest::newRow("what is gone has its end") << P{} << S{sighting(3, 5, "1", a), sighting(9, 9, "", {})} << u"1 from 3 to 9"_s;
        QTest::newRow("what comes back is another entry")
            << P{} << S{sighting(3, 5, "1", a), sighting(9, 9, "2", b), sighting(12, 12, "1", a)}
            << u"1 from 3 to 9, 2 from 9 to 12, 1 from 12"_s;
        QTest::newRow("a changed policy under the same id is another entry")
            << P{} << S{sighting(3, 5, "1", a), sighting(9, 9, "1", b)} << u"1 from 3 to 9, 1 from 9"_s;
        QTest::newRow("what was known and is seen again stays one entry")
            << P{{day(1), {}, "1", a}} << S{sighting(3, 5, "1", a)} << u"1 from 1"_s;
        QTest::newRow("what was known for over and is seen again stands again")
            << P{{day(1), day(2), "1", a}} << S{sighting(3, 5, "1", a)} << u"1 from 1"_s;
        QTest::newRow("what was known ends where another is seen")
            << P{{day(1), {}, "1", a}} << S{sighting(3, 5, "2", b)} << u"1 from 1 to 3, 2 from 3"_s;
        QTest::newRow("what was known ends where nothing is seen")
            << P{{day(1), {}, "1", a}} << S{sighting(3, 5, "", {})} << u"1 from 1 to 3"_s;
        QTest::newRow("what was published after the last look goes on")
            << P{{day(7), {}, "2", b}} << S{sighting(3, 5, "1", a)} << u"1 from 3 to 7, 2 from 7"_s;
        QTest::newRow("nothing seen before what was published ends it")
            << P{{day(7), {}, "2", b}} << S{sighting(3, 5, "", {})} << u"2 from 7"_s;
        QTest::newRow("what nobody saw since stays")
            << P{{day(1), day(2), "0", b}} << S{sighting(3, 5, "1", a)} << u"0 from 1 to 2, 1 from 3"_s;
        QTest::newRow("the plan knows better when one took the place of another")
            << P{{day(1), day(7), "1", a}, {day(7), {}, "2", b}} << S{sighting(3, 5, "1", a), sighting(9, 9, "2", b)}
            << u"1 from 1 to 7, 2 from 7"_s;
        QTest::newRow("it was still to be had after that")
            << P{{day(1), day(7), "1", a}, {day(7), {}, "2", b}} << S{sighting(3, 8, "1", a), sighting(9, 9, "2", b)}
            << u"1 from 1 to 9, 2 from 7"_s;
        QTest::newRow("a resolver that remembers the former record beside the new policy")
            << P{{day(1), day(7), "1", a}, {day(7), {}, "2", b}}
            << S{sighting(3, 5, "1", a), sighting(8, 8, "1", b), sighting(9, 9, "2", b)} << u"1 from 1 to 7, 2 from 7"_s;
        QTest::newRow("the former id for the new policy, which nobody published as planned")
            << P{{day(1), {}, "1", a}} << S{sighting(3, 5, "1", a), sighting(8, 8, "1", b)} << u"1 from 1 to 8, 1 from 8"_s;
        QTest::newRow("an unreadable id was no publication") << P{} << S{{day(3), day(3), "v=STSv1; id=a-b;", *policyText(a)}} << u""_s;
    }
    void whatWasSeenIsAdded()
    {
        QFETCH(QList<Publication>, known);
        QFETCH(QList<Sighting>, seen);
        QFETCH(QString, result);
        const Plan plan = withSeen(planWith(known), remembering(seen));
        QCOMPARE(told(plan), result);
        QCOMPARE(faultsOf(plan).size(), 0);
        QCOMPARE(withSeen(plan, remembering(seen)), plan); // twice is once
    }

    void whatIsLiveNowIsSeen()
    {
        const DomainFacts facts = goodFacts();
        const Plan plan = withSeen(planWith({}), facts);
        QCOMPARE(plan.published.size(), 1);
        QCOMPARE(plan.published.first().from, facts.observedAt);
        QCOMPARE(plan.published.first().id, QByteArray("20260601T000000"));
        QCOMPARE(plan.published.first().policy.mode, PolicyMode::Enforce);
    }

    void thePlanIsPublished()
    {
        Plan plan = planWith({});
        plan.policy = terms("a.example");
        plan.id = "1";
        plan = withPublished(plan, day(2));
        QCOMPARE(told(plan), u"1 from 2"_s);
        plan = withPublished(plan, day(3)); // it stands already
        QCOMPARE(told(plan), u"1 from 2"_s);
        plan.policy = terms("b.example");
        plan.id = "2";
        plan = withPublished(plan, day(4));
        QCOMPARE(told(plan), u"1 from 2 to 4, 2 from 4"_s);
        plan.policy.reset();
        plan.id.clear();
        plan = withPublished(plan, day(5));
        QCOMPARE(told(plan), u"1 from 2 to 4, 2 from 4 to 5"_s);
        QCOMPARE(faultsOf(plan).size(), 0);
    }

    void theLongestForgottenGoesFirst()
    {
        QList<Publication> known;
        for (int i = 0; i < maxPublications; ++i)
            known.append({day(i + 1), day(i + 2), QByteArray::number(i), terms("a.example")});
        known[0].policy.maxAge = maxPolicyAge; // held until long after the second
        const Plan plan = withSeen(planWith(known), remembering({sighting(500, 500, "new", terms("b.example"))}, 600));
        QCOMPARE(plan.published.size(), maxPublications);
        QCOMPARE(plan.published.first().id, QByteArray("0"));
        QCOMPARE(plan.published.at(1).id, QByteArray("2"));
        QCOMPARE(plan.published.last().id, QByteArray("new"));
    }

    void aPlanHasFaults_data()
    {
        QTest::addColumn<Plan>("plan");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *sentence, const QString &place, const QString &reason, const std::function<void(Plan &)> &spoil) {
            Plan plan = goodPlan();
            spoil(plan);
            QTest::newRow(sentence) << plan << place << reason;
        };
        QTest::newRow("none") << goodPlan() << QString() << QString();
        row("no domain", u"/domain"_s, u"domain"_s, [](Plan &p) { p.domain = {}; });
        row("a domain in capitals", u"/domain"_s, u"domain"_s, [](Plan &p) { p.domain.ascii = u"Good.example"_s; });
        row("a zone beside the domain", u"/zone"_s, u"zone"_s, [](Plan &p) { p.zone = u"other.example"_s; });
        row("a zone that ends like the domain", u"/zone"_s, u"zone"_s, [](Plan &p) { p.zone = u"ood.example"_s; });
        row("a TTL below nothing", u"/ttl"_s, u"ttl"_s, [](Plan &p) { p.ttl = std::chrono::seconds(-1); });
        row("a TTL of 32 bits", u"/ttl"_s, u"ttl"_s, [](Plan &p) { p.ttl = std::chrono::seconds(2147483648); });
        row("a max_age one second over a year", u"/policy/maxAge"_s, u"max-age"_s,
            [](Plan &p) { p.policy->maxAge = maxPolicyAge + std::chrono::seconds(1); });
        row("a policy without mail servers", u"/policy/mx"_s, u"no-pattern"_s, [](Plan &p) { p.policy->mx.clear(); });
        row("a pattern with an inner wildcard", u"/policy/mx/0"_s, u"pattern"_s, [](Plan &p) { p.policy->mx[0] = u"a.*.example"_s; });
        row("a pattern in capitals", u"/policy/mx/0"_s, u"pattern"_s, [](Plan &p) { p.policy->mx[0] = u"MX.example"_s; });
        row("a pattern twice", u"/policy/mx/2"_s, u"repeated"_s, [](Plan &p) { p.policy->mx.append(p.policy->mx.first()); });
        row("a line break in a further field", u"/policy/extensions"_s, u"extension"_s, [](Plan &p) {
            p.policy->extensions = {{"a", "b\r\nmode: none"}};
        });
        row("an id without a policy", u"/id"_s, u"id-without-policy"_s, [](Plan &p) { p.policy.reset(); });
        row("a policy without an id", u"/id"_s, u"no-id"_s, [](Plan &p) { p.id.clear(); });
        row("an id of 33 letters", u"/id"_s, u"id"_s, [](Plan &p) { p.id = QByteArray(33, 'a'); });
        row("a mail server with a final dot", u"/mx/1/host"_s, u"host"_s, [](Plan &p) { p.mx[1].host += u'.'; });
        row("a mail server twice", u"/mx/2/host"_s, u"repeated"_s, [](Plan &p) { p.mx.append(p.mx.first()); });
        row("one mail server too many", u"/mx"_s, u"too-many"_s, [](Plan &p) {
            p.mx.clear();
            for (int i = 0; i <= maxPlanMx; ++i)
                p.mx.append({0, u"mx%1.example"_s.arg(i)});
        });
        row("a report address without its scheme", u"/reports/0"_s, u"report"_s, [](Plan &p) { p.reports[0] = "a@good.example"; });
        row("a report address that holds a second field", u"/reports/0"_s, u"report"_s,
            [](Plan &p) { p.reports[0] = "mailto:a@b.example; x=y"; });
        row("a report address twice", u"/reports/2"_s, u"repeated"_s, [](Plan &p) { p.reports.append(p.reports.first()); });
        row("an alias beside addresses", u"/hosting/addresses"_s, u"alias-and-addresses"_s,
            [](Plan &p) { p.hosting.alias = u"a.example"_s; });
        row("an alias of itself", u"/hosting/alias"_s, u"alias"_s, [](Plan &p) { p.hosting = {{}, u"mta-sts.good.example"_s, {}}; });
        row("an alias with a line break", u"/hosting/alias"_s, u"alias"_s, [](Plan &p) { p.hosting = {{}, u"a\n.example"_s, {}}; });
        row("no address", u"/hosting/addresses/0"_s, u"address"_s, [](Plan &p) { p.hosting.addresses[0].clear(); });
        row("an address of one link", u"/hosting/addresses/0"_s, u"address"_s,
            [](Plan &p) { p.hosting.addresses[0] = QHostAddress(u"fe80::1%eth0"_s); });
        row("a TLSA record without data", u"/tlsa/0/data"_s, u"tlsa-data"_s, [](Plan &p) { p.tlsa[0].record.data.clear(); });
        row("a TLSA record one octet too large", u"/tlsa/0/data"_s, u"tlsa-data"_s,
            [](Plan &p) { p.tlsa[0].record.data = QByteArray(maxPlanTlsaData + 1, 'a'); });
        row("a TLSA record twice", u"/tlsa/1"_s, u"repeated"_s, [](Plan &p) { p.tlsa.append(p.tlsa.first()); });
        row("notes one octet too long", u"/notes"_s, u"notes"_s, [](Plan &p) { p.notes = QString(maxPlanNotes + 1, u'a'); });
        row("publications out of order", u"/published/1/from"_s, u"from"_s,
            [](Plan &p) { p.published[1].from = p.published[0].from.addSecs(-1); });
        row("a publication that ended before it began", u"/published/0/until"_s, u"until"_s,
            [](Plan &p) { p.published[0].until = p.published[0].from.addSecs(-1); });
        row("a publication without its end before another", u"/published/0/until"_s, u"until"_s,
            [](Plan &p) { p.published[0].until = {}; });
        row("a publication in the year 10000", u"/published/1/from"_s, u"from"_s,
            [](Plan &p) { p.published[1].from = QDateTime(QDate(10000, 1, 1), QTime(0, 0), Qt::UTC); });
        row("a publication of no policy", u"/published/0/policy/mx"_s, u"no-pattern"_s, [](Plan &p) { p.published[0].policy.mx.clear(); });
    }
    void aPlanHasFaults()
    {
        QFETCH(Plan, plan);
        QFETCH(QString, place);
        QFETCH(QString, reason);
        const QList<PlanFault> faults = faultsOf(plan);
        QCOMPARE(faults.isEmpty(), place.isEmpty());
        if (faults.isEmpty())
            return;
        QCOMPARE(faults.first().place, place);
        QCOMPARE(faults.first().reason, reason);
        const QString text = planFaultText(faults.first());
        QVERIFY2(text.size() > 20 && !text.contains(u"%1"_s) && !text.contains(u'\n'), qPrintable(text));
    }

    void changesAreUndoneAndRedone()
    {
        const auto noted = [](const QString &notes) {
            Plan plan = goodPlan();
            plan.notes = notes;
            return plan;
        };
        PlanHistory history(noted(u"0"_s));
        QVERIFY(!history.canUndo() && !history.canRedo() && history.changed());
        history.saved();
        QVERIFY(!history.changed());
        history.change(noted(u"0"_s)); // no change
        QVERIFY(!history.canUndo());
        history.change(noted(u"1"_s), u"notes"_s);
        history.change(noted(u"12"_s), u"notes"_s); // typed on
        history.change(noted(u"other"_s), u"zone"_s);
        QVERIFY(history.changed());
        history.undo();
        QCOMPARE(history.current().notes, u"12"_s);
        history.undo();
        QCOMPARE(history.current().notes, u"0"_s);
        QVERIFY(!history.canUndo() && history.canRedo() && !history.changed());
        history.undo(); // nothing to undo
        history.redo();
        QCOMPARE(history.current().notes, u"12"_s);
        history.change(noted(u"123"_s), u"notes"_s); // after a redo it is a change of its own
        QVERIFY(!history.canRedo());
        history.undo();
        QCOMPARE(history.current().notes, u"12"_s);
        history.redo();
        history.redo(); // nothing to redo
        QCOMPARE(history.current().notes, u"123"_s);
        history.saved();
        history.change(noted(u"1234"_s), u"notes"_s); // what was saved can be returned to
        history.undo();
        QCOMPARE(history.current().notes, u"123"_s);
        QVERIFY(!history.changed());
    }

    void theOldestStatesAreForgotten()
    {
        PlanHistory history;
        for (int i = 1; i <= maxPlanSteps + 10; ++i) {
            Plan plan;
            plan.notes = QString::number(i);
            history.change(plan);
        }
        QCOMPARE(history.current().notes, QString::number(maxPlanSteps + 10));
        int steps = 0;
        for (; history.canUndo(); ++steps)
            history.undo();
        QCOMPARE(steps, maxPlanSteps - 1);
        QCOMPARE(history.current().notes, u"11"_s);
    }

    /// What was found out is no step: nothing that was undone is lost by it, and it is so in every state.
    void whatIsLearntIsNoChange()
    {
        PlanHistory history(planWith({}));
        const auto noted = [&history](const QString &notes) {
            Plan plan = history.current();
            plan.notes = notes;
            return plan;
        };
        const QList<Sighting> seen{sighting(3, 5, "1", terms("a.example"))};
        const auto know = [&seen](const Plan &plan) { return withSeen(plan, remembering(seen)); };
        history.change(noted(u"a"_s), u"typed"_s);
        history.change(noted(u"ab"_s), u"typed"_s);
        history.change(noted(u"other"_s));
        history.undo();
        history.saved();
        QVERIFY(history.learn(know));
        QVERIFY(history.changed());
        QVERIFY(history.canRedo());
        QCOMPARE(history.current().notes, u"ab"_s);
        for (const auto &go : {&PlanHistory::redo, &PlanHistory::undo, &PlanHistory::undo}) {
            (history.*go)();
            QCOMPARE(told(history.current()), u"1 from 3"_s);
        }
        QCOMPARE(history.current().notes, QString());
        // Known already, it is nothing new, and a plan that is saved stays so.
        history.redo();
        history.saved();
        QVERIFY(!history.learn(know));
        QVERIFY(!history.changed());
        // What is typed goes on being one change.
        history.change(noted(u"x"_s), u"typed"_s);
        history.learn([](const Plan &plan) { return withSeen(plan, remembering({sighting(3, 9, "2", terms("b.example"))})); });
        history.change(noted(u"xy"_s), u"typed"_s);
        history.undo();
        QCOMPARE(history.current().notes, u"ab"_s);
    }

    void whatWasPublishedCannotBeUndone()
    {
        PlanHistory history(planWith({}));
        Plan plan = planWith({});
        plan.policy = terms("a.example");
        plan.id = "1";
        history.change(plan);
        history.change(withPublished(plan, day(4)));
        history.undo();
        QCOMPARE(told(history.current()), u"1 from 4"_s);
        history.undo();
        QCOMPARE(told(history.current()), u"1 from 4"_s);
    }
};

QTEST_GUILESS_MAIN(TestPublications)
#include "tst_publications.moc"
