// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/journal.h"

#include "deploy/publications.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;
using namespace std::chrono_literals;

namespace
{

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);

PolicyTerms terms(PolicyMode mode)
{
    return {mode, 86400s, {QStringLiteral("mx.example.com")}, {}};
}

Plan plan()
{
    Plan result;
    result.domain = {QStringLiteral("example.com"), QStringLiteral("example.com")};
    result.policy = terms(PolicyMode::Enforce);
    result.id = "2";
    result.published = {{now.addDays(-9), {}, "1", terms(PolicyMode::Testing)}};
    return result;
}

PublishJournal whole()
{
    return {QStringLiteral("example.com"),
            {QStringLiteral("mx.example.com"), QStringLiteral("mx2.example.com")},
            now.addDays(-3),
            90000s,
            now.addDays(-2),
            {QStringLiteral("mx.example.com")},
            BegunPublication{now, "2", terms(PolicyMode::Enforce)}};
}

SeenMailServers servers(const QStringList &hosts)
{
    SeenMailServers seen;
    for (const QString &host : hosts)
        seen.mx.append({10, host});
    return seen;
}

} // namespace

class JournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        QCOMPARE(*readJournal(journalText(whole())), whole());
        PublishJournal none;
        none.domain = QStringLiteral("example.com");
        QCOMPARE(*readJournal(journalText(none)), none);
        const QByteArray text = journalText(whole());
        QVERIFY(readJournal(text + QByteArray(maxJournalSize - text.size(), ' ')));
        QVERIFY(!readJournal(text + QByteArray(maxJournalSize - text.size() + 1, ' ')));
        for (const auto &[from, to] :
             {std::pair("\"journalVersion\": 1", "\"journalVersion\": 2"), std::pair("\"mxSince\": \"", "\"mxSince\": \"x"),
              std::pair("\"tlsa\"", "\"tisa\""), std::pair("\"enforce\"", "\"force\""),
              std::pair("\"mx.example.com\"", "\"MX.example.com\""), std::pair("\"mxTtl\": 90000", "\"mxTtl\": -1"), std::pair("{", "")}) {
            QVERIFY2(text.contains(from), from);
            QVERIFY2(!readJournal(QByteArray(text).replace(from, to)), from);
        }
    }

    void whatCannotBeUsedIsSaid()
    {
        const QTemporaryDir folder;
        const QString planPath = folder.filePath(QStringLiteral("plan.json"));
        const Result<PublishJournal> none = storedJournal(planPath, plan().domain);
        QVERIFY(none);
        QCOMPARE(none->domain, QStringLiteral("example.com"));
        QVERIFY(keepJournal(planPath, whole()));
        QCOMPARE(*storedJournal(planPath, plan().domain), whole());
        QVERIFY(!storedJournal(planPath, {QStringLiteral("other.example"), QStringLiteral("other.example")}));
        QFile file(journalPath(planPath));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nonsense");
        file.close();
        const Result<PublishJournal> damaged = storedJournal(planPath, plan().domain);
        QVERIFY(!damaged);
        QVERIFY(damaged.error().text.contains(journalPath(planPath)));
        QVERIFY(!keepJournal(folder.filePath(QStringLiteral("nowhere/plan.json")), whole()));
    }

    void mailServersCountFromTheFirstLookThatSawThem()
    {
        PublishJournal journal = withLook({}, servers({QStringLiteral("b.example"), QStringLiteral("a.example")}), now);
        QCOMPARE(journal.mxSince, now);
        journal = withLook(journal, servers({QStringLiteral("a.example"), QStringLiteral("b.example")}), now.addDays(1));
        QCOMPARE(journal.mxSince, now); // the same ones
        QCOMPARE(timesBy(journal, servers({QStringLiteral("b.example"), QStringLiteral("a.example")}).mx).mxSince, now);
        QVERIFY(!timesBy(journal, servers({QStringLiteral("b.example")}).mx).mxSince.isValid()); // others by now
        journal = withLook(journal, servers({QStringLiteral("a.example")}), now.addDays(2));
        QCOMPARE(journal.mxSince, now.addDays(2));
        journal = withLook(journal, servers({QStringLiteral("a.example")}), now);
        QCOMPARE(journal.mxSince, now); // the clock was set back
    }

    void nothingWasDoneLaterThanNow()
    {
        QCOMPARE(noLaterThan(whole(), now), whole());
        PublishJournal journal = whole();
        journal.hostSince = now.addYears(9);
        QCOMPARE(noLaterThan(journal, now).hostSince, now); // the clock was set back
        journal.hostSince = now;
        QCOMPARE(noLaterThan(journal, now).hostSince, now);
        QVERIFY(!noLaterThan({}, now).hostSince.isValid());
    }

    /// Another publishing of the same plan came in between.
    void whatOthersWroteDownIsNotForgotten()
    {
        const PublishJournal read = whole();
        QCOMPARE(withMeanwhile(read, read), read);
        PublishJournal empty;
        empty.domain = read.domain;
        empty.begun = read.begun;
        QCOMPARE(withMeanwhile(empty, read), read);
        QCOMPARE(withMeanwhile(read, empty), read);
        PublishJournal written = read;
        written.mx = {QStringLiteral("other.example.com")};
        written.mxSince = read.mxSince.addSecs(1);
        written.hostSince = read.hostSince.addSecs(1);
        written.mxTtl = read.mxTtl + 1s;
        written.tlsa = {QStringLiteral("other.example.com")};
        const PublishJournal both = withMeanwhile(read, written);
        QCOMPARE(both.mx, written.mx);
        QCOMPARE(both.mxSince, written.mxSince);
        QCOMPARE(both.hostSince, written.hostSince);
        QCOMPARE(both.mxTtl, written.mxTtl);
        QCOMPARE(both.tlsa, (QStringList{QStringLiteral("mx.example.com"), QStringLiteral("other.example.com")}));
    }

    /// As large as a plan may be.
    void theLargestIsReadAgain()
    {
        PublishJournal journal = whole();
        const QString name = QString(63, u'a') + u'.' + QString(63, u'b') + u'.' + QString(63, u'c') + u'.' + QString(57, u'd');
        journal.mx.clear();
        journal.tlsa.clear();
        for (int i = 0; i < maxPlanTlsa; ++i) {
            journal.mx.append(name + QString::number(1000 + i));
            journal.tlsa.append(name + QString::number(1000 + i));
        }
        journal.begun->policy->mx.clear();
        for (qsizetype i = 0; i < (maxPolicySize - 100) / 13; ++i)
            journal.begun->policy->mx.append(QString::number(i, 36) + QStringLiteral(".a.b"));
        QVERIFY(policyText(*journal.begun->policy));
        QVERIFY(journalText(journal).size() > 256 * 1024);
        QCOMPARE(*readJournal(journalText(journal)), journal);
    }

    void theLargestTtlCountsForFormerMailServers()
    {
        SeenMailServers seen = servers({QStringLiteral("a.example")});
        seen.ttl = 100s;
        PublishJournal journal = withLook({}, seen, now);
        QCOMPARE(timesBy(journal, seen.mx).mxTtl, 86400s); // another one may have had more
        seen.ttl = 90000s;
        journal = withLook(journal, seen, now);
        SeenMailServers later = servers({QStringLiteral("b.example")});
        later.ttl = 100s;
        journal = withLook(journal, later, now);
        QCOMPARE(timesBy(journal, later.mx).mxTtl, 90000s);
        PlanningTimes times;
        times.mxTtl = 100000s;
        QCOMPARE(timesBy(journal, later.mx, times).mxTtl, 100000s);
        later.ttl = 2147483647s;
        QCOMPARE(timesBy(withLook(journal, later, now), later.mx).mxTtl, 604800s);
    }

    /// Killed between the change and the end.
    void whatWasCutOffEntersTheHistory()
    {
        const auto seen = [](const BegunPublication &) { return true; };
        const auto unseen = [](const BegunPublication &) { return false; };
        const QDateTime later = now.addSecs(600);
        const Plan after = afterCutOff(plan(), whole(), seen, later);
        QCOMPARE(after.published.size(), 2);
        QCOMPARE(after.published.first().until, later); // until then senders may have fetched the former
        QCOMPARE(after.published.last(), (Publication{later, {}, "2", terms(PolicyMode::Enforce)}));
        QCOMPARE(afterCutOff(plan(), whole(), unseen, later), plan());
        QCOMPARE(afterCutOff(after, whole(), seen, later.addSecs(1)), after); // once
        Plan published = plan();
        published = withPublished(published, now.addSecs(1)); // it was not cut off
        QCOMPARE(afterCutOff(published, whole(), seen, later), published);
        // The plan says something else by now.
        Plan edited = plan();
        edited.id = "3";
        edited.policy = terms(PolicyMode::None);
        QCOMPARE(afterCutOff(edited, whole(), seen, later).published.last().id, QByteArray("2"));
        QCOMPARE(afterCutOff(edited, whole(), seen, later).id, QByteArray("3"));
        // The record was taken away.
        PublishJournal gone = whole();
        gone.begun = BegunPublication{now, {}, {}};
        QCOMPARE(afterCutOff(plan(), gone, seen, later).published.last().until, later);
        PublishJournal nothing = whole();
        nothing.begun.reset();
        QCOMPARE(afterCutOff(plan(), nothing, seen, later), plan());
    }
};

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
