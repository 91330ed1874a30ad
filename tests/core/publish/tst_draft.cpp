// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "deploy/publications.h"
#include "publish/draft.h"

#include "publish/publishing.h"
#include "publish/undo.h"

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
    return {mode, std::chrono::seconds(86400), {QStringLiteral("mx.example.com")}, {}};
}

PolicyFileState file(PolicyMode mode)
{
    return {true, *policyText(terms(mode))};
}

ExactRecord record(const char *owner, const QByteArray &value)
{
    return *exactRecord({QLatin1String(owner), 3600s, RecordType::Txt, value, 0});
}

ExactRecord address(const QByteArray &value)
{
    return *exactRecord({QStringLiteral("mta-sts.example.com"), 3600s, RecordType::A, value, 0});
}

RecordChanges added(const char *owner)
{
    return {{{QLatin1String(owner), RecordType::Txt, {}}}, {}, {record(owner, "v")}};
}

RecordChanges removed(const char *owner)
{
    return inverse(added(owner));
}

PublishDraft whole()
{
    return {{file(PolicyMode::Testing), file(PolicyMode::Enforce)}, added("_smtp._tls.example.com"), added("_mta-sts.example.com")};
}

} // namespace

class DraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsComeInTheSafeOrder_data()
    {
        QTest::addColumn<PublishDraft>("draft");
        QTest::addColumn<QList<PublishStage>>("steps");
        using Steps = QList<PublishStage>;
        const PolicyFileChange policy{{}, file(PolicyMode::Testing)};
        const RecordChanges others = added("_smtp._tls.example.com");
        const RecordChanges announcement = added("_mta-sts.example.com");
        QTest::newRow("nothing") << PublishDraft{} << Steps{};
        QTest::newRow("everything: the record last, and after a look")
            << PublishDraft{policy, others, announcement}
            << Steps{PublishStage::Policy, PublishStage::Records, PublishStage::Served, PublishStage::Announcement};
        QTest::newRow("the record alone: the policy is looked at all the same")
            << PublishDraft{{}, {}, announcement} << Steps{PublishStage::Served, PublishStage::Announcement};
        QTest::newRow("the policy alone") << PublishDraft{policy, {}, {}} << Steps{PublishStage::Policy};
        const ExactSet led{QStringLiteral("mta-sts.example.com"), RecordType::A, {address("192.0.2.1")}};
        const RecordChanges moved{{led}, led.records, {address("192.0.2.2")}};
        const ExactSet stands{QStringLiteral("_mta-sts.example.com"), RecordType::Txt, {record("_mta-sts.example.com", "v")}};
        QTest::newRow("names lead to another policy host: it is looked at before")
            << PublishDraft{policy, moved, {}, {stands}} << Steps{PublishStage::Policy, PublishStage::Served, PublishStage::Records};
        QTest::newRow("the same, and no record leads senders there yet")
            << PublishDraft{policy, moved, announcement, {}}
            << Steps{PublishStage::Policy, PublishStage::Records, PublishStage::Served, PublishStage::Announcement};
        QTest::newRow("the first address of a policy host while a record stands: without it there is no certificate")
            << PublishDraft{policy, inverse(RecordChanges{{{led.owner, led.type, {}}}, {}, led.records}), {}, {stands}}
            << Steps{PublishStage::Policy, PublishStage::Records};
        QTest::newRow("the record goes: it goes first")
            << PublishDraft{inverse(policy), removed("_smtp._tls.example.com"), removed("_mta-sts.example.com")}
            << Steps{PublishStage::Announcement, PublishStage::Policy, PublishStage::Records};
    }
    void stepsComeInTheSafeOrder()
    {
        QFETCH(PublishDraft, draft);
        QTEST(stepsOf(draft), "steps");
    }

    void theHistoryOfThePlanGoesOn()
    {
        Plan plan;
        plan.policy = terms(PolicyMode::Testing);
        plan.id = "1";
        plan = withPublished(plan, now);
        QCOMPARE(plan.published, (QList<Publication>{{now, {}, "1", terms(PolicyMode::Testing)}}));
        QCOMPARE(withPublished(plan, now.addDays(1)), plan);
        plan.policy = terms(PolicyMode::Enforce);
        plan.id = "2";
        plan = withPublished(plan, now.addDays(2));
        QCOMPARE(plan.published.size(), 2);
        QCOMPARE(plan.published.first().until, now.addDays(2));
        QCOMPARE(plan.published.last().from, now.addDays(2));
        plan.policy.reset();
        plan.id.clear();
        plan = withPublished(plan, now.addDays(3));
        QCOMPARE(plan.published.size(), 2);
        QCOMPARE(plan.published.last().until, now.addDays(3));
        for (int i = 0; i < maxPublications; ++i) {
            plan.policy = terms(PolicyMode::Testing);
            plan.id = QByteArray::number(i + 3);
            plan = withPublished(plan, now.addDays(4 + i));
        }
        QCOMPARE(plan.published.size(), maxPublications);
    }

    void whatIsHeldLongestStaysInTheHistory()
    {
        Plan plan;
        for (int i = 0; i <= maxPublications; ++i) {
            plan.policy = terms(PolicyMode::Testing);
            plan.policy->maxAge = std::chrono::seconds(i == 0 ? 31557600 : 60);
            plan.id = QByteArray::number(i);
            plan = withPublished(plan, now.addSecs(i));
        }
        QCOMPARE(plan.published.size(), maxPublications);
        QCOMPARE(plan.published.first().id, QByteArray("0"));
        QCOMPARE(withRollBack(plan, {}, now.addDays(1)).published.first().id, QByteArray("0"));
    }

    void theHistoryKnowsOfARollBack()
    {
        const Publication first{now, now.addDays(2), "1", terms(PolicyMode::Testing)};
        const Publication second{now.addDays(2), {}, "2", terms(PolicyMode::Enforce)};
        Plan plan;
        QCOMPARE(withRollBack(plan, {}, now), plan);
        plan.published = {first, second};
        QCOMPARE(standingPublication(plan), std::optional(second));
        QList<Publication> after = withRollBack(plan, first, now.addDays(3)).published;
        QCOMPARE(after.size(), 3);
        QCOMPARE(after.at(1).until, now.addDays(3));
        QCOMPARE(after.at(2), (Publication{now.addDays(3), {}, "1", terms(PolicyMode::Testing)}));
        // There was nothing before it.
        plan.published = {second};
        after = withRollBack(plan, {}, now.addDays(3)).published;
        QCOMPARE(after.size(), 1);
        QCOMPARE(after.first().until, now.addDays(3));
        // It had been taken away.
        plan.published = {first};
        QVERIFY(!standingPublication(plan));
        after = withRollBack(plan, first, now.addDays(3)).published;
        QCOMPARE(after, (QList<Publication>{{now, {}, "1", terms(PolicyMode::Testing)}}));
    }

    void whatIsContinuedCanBeTakenBackAsAWhole()
    {
        const PolicyFileChange policy{{}, file(PolicyMode::Testing)};
        const Undo failed{QStringLiteral("example.com"), QStringLiteral("/www"), {policy, added("_smtp._tls.example.com"), {}}, false};
        const Undo next{QStringLiteral("example.com"), QStringLiteral("/www"), {{}, {}, added("_mta-sts.example.com")}, false};
        Undo both = next;
        both.published.policy = policy;
        both.published.others = added("_smtp._tls.example.com");
        QCOMPARE(*begun(next, failed), both);
        Undo changed = next;
        changed.published.policy = {file(PolicyMode::Testing), file(PolicyMode::Enforce)};
        QCOMPARE(begun(changed, failed)->published.policy, (PolicyFileChange{{}, file(PolicyMode::Enforce)}));
        Undo done = failed;
        done.complete = true;
        QCOMPARE(*begun(next, done), next);
        QCOMPARE(*begun(next, std::nullopt), next);
        Undo recordsAlone = next;
        recordsAlone.place.clear();
        QCOMPARE(*begun(recordsAlone, failed), both);
        Undo elsewhere = failed;
        elsewhere.place = QStringLiteral("/other");
        QVERIFY(!begun(next, elsewhere));
        elsewhere.place = QStringLiteral("\x1b[2J") + QString(5000, u'x'); // a file may say anything
        const QString text = begun(next, elsewhere).error().text;
        QVERIFY2(!text.contains(u'\x1b') && text.size() < 1000, qPrintable(text));
        Undo remembers = failed;
        remembers.former = Publication{now, {}, "1", terms(PolicyMode::Testing)};
        QCOMPARE(begun(next, remembers)->former, remembers.former);
    }

    /// Cut off, then continued with a plan that says something else.
    void whatIsContinuedOtherwiseLeadsBackToTheFirstState()
    {
        const RecordChanges first{{{QStringLiteral("mta-sts.example.com"), RecordType::A, {address("192.0.2.1")}}},
                                  {address("192.0.2.1")},
                                  {address("192.0.2.2")}};
        const RecordChanges made{{{QStringLiteral("mta-sts.example.com"), RecordType::A, {address("192.0.2.2")}}},
                                 {address("192.0.2.2")},
                                 {address("192.0.2.3")}};
        RecordChanges whole = joined(first, made);
        QCOMPARE(whole.seen, first.seen);
        QCOMPARE(whole.remove, QList<ExactRecord>{address("192.0.2.1")});
        QCOMPARE(whole.add, QList<ExactRecord>{address("192.0.2.3")});
        // It had been cut off before it was made.
        RecordChanges unmade = made;
        unmade.seen = first.seen;
        unmade.remove = first.remove;
        QCOMPARE(joined(first, unmade), whole);
        // And back again is nothing.
        QVERIFY(joined(first, inverse(first)).isEmpty());
        // Somebody else came between.
        const RecordChanges foreign{{{QStringLiteral("mta-sts.example.com"), RecordType::A, {address("192.0.2.9")}}},
                                    {address("192.0.2.9")},
                                    {address("192.0.2.3")}};
        QCOMPARE(joined(first, foreign), foreign);
        // Other names are beside each other.
        whole = joined(first, added("_smtp._tls.example.com"));
        QCOMPARE(whole.seen.size(), 2);
        QCOMPARE(setBySet(whole).size(), 2);
        QCOMPARE(setBySet(whole).first(), first);
    }

    void aStepThatFailsIsTheLast()
    {
        const QTemporaryDir folder;
        PublishTargets targets;
        targets.policy = LocalPlace{folder.path()};
        PublishDraft draft{{file(PolicyMode::Testing), file(PolicyMode::Enforce)}, {}, added("_mta-sts.example.com")};
        QList<PublishStage> begun;
        const PublishOutcome outcome = publish(draft, targets, {}, [&](PublishStage step) { begun.append(step); }, {});
        QCOMPARE(outcome.failed, std::optional(PublishStage::Policy)); // it is not as it was seen
        QCOMPARE(begun, QList<PublishStage>{PublishStage::Policy});
        QVERIFY(!outcome.text.isEmpty());

        draft.policy.before = {};
        const ServedCheck never = [](const Context &) { return QStringLiteral("not there yet"); };
        const PublishOutcome unserved = publish(draft, targets, never, {}, {});
        QCOMPARE(unserved.failed, std::optional(PublishStage::Served));
        QCOMPARE(unserved.text, QStringLiteral("not there yet"));
        const Result<PublishDraft> back = rollBackOf({draft.policy, {}, {}}, targets, {});
        QVERIFY(back);
        QCOMPARE(back->policy, inverse(draft.policy));
        QVERIFY(publish(*back, targets, {}, {}, {}).done());
        // Twice is as good as once.
        const Result<PublishDraft> again = rollBackOf({draft.policy, {}, {}}, targets, {});
        QVERIFY(again && again->isEmpty());

        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(publish(draft, targets, {}, {}, {QDeadlineTimer(QDeadlineTimer::Forever), stop.get_token()}).end, UpdateEnd::Cancelled);
    }

    /// RFC 8461 §8.3: the file of a plan without a policy is taken away, and comes back when that is taken back.
    void whoLeavesHasNoFile()
    {
        const QTemporaryDir folder;
        PublishTargets targets;
        targets.policy = LocalPlace{folder.path()};
        Plan plan;
        plan.domain = {QStringLiteral("example.com"), QStringLiteral("example.com")};
        Result<PublishDraft> draft = draftFor(plan, targets, {}, {});
        QVERIFY(draft && draft->isEmpty()); // there is none
        QVERIFY(publishPolicyFile(*targets.policy, {{}, file(PolicyMode::None)}, {}));
        draft = draftFor(plan, targets, {}, {});
        QVERIFY(draft);
        QCOMPARE(draft->policy, (PolicyFileChange{file(PolicyMode::None), {}}));
        const QString text = draftText(*draft, targets, {});
        QVERIFY2(text.contains(QLatin1String("is removed:")) && text.contains(QLatin1String("- mode: none")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("take that away first")), qPrintable(text));
        QVERIFY(publish(*draft, targets, {}, {}, {}).done());
        QVERIFY(!QFile::exists(LocalPlace{folder.path()}.file()));
        QVERIFY(draftFor(plan, targets, {}, {})->isEmpty());
        const Result<Undo> kept = readUndo(undoText({plan.domain.ascii, placeText(*targets.policy), *draft, true}));
        QVERIFY(kept);
        const Result<PublishDraft> back = rollBackOf(kept->published, targets, {});
        QVERIFY(back && publish(*back, targets, {}, {}, {}).done());
        QCOMPARE(*lookAtPolicyFile(*targets.policy, {}), file(PolicyMode::None));
        // Somebody else's hand in between: it is not taken away unseen.
        QVERIFY(publishPolicyFile(*targets.policy, {file(PolicyMode::None), file(PolicyMode::Enforce)}, {}));
        QCOMPARE(publish(*draft, targets, {}, {}, {}).failed, std::optional(PublishStage::Policy));
        QVERIFY(QFile::exists(LocalPlace{folder.path()}.file()));
    }

    void whatWasPublishedIsReadAsItWasWritten()
    {
        const Undo undo{QStringLiteral("example.com"), QStringLiteral("/www"), whole(), true,
                        Publication{now, {}, "1", terms(PolicyMode::Testing)}};
        Result<Undo> read = readUndo(undoText(undo));
        QVERIFY(read);
        QCOMPARE(*read, undo);
        const Undo first{QStringLiteral("example.com"), {}, {{{}, {true, QByteArray("\0\xff", 2)}}, {}, {}}, false};
        read = readUndo(undoText(first));
        QVERIFY(read);
        QCOMPARE(*read, first);
    }

    void whatIsDamagedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("another version") << QByteArray("\"undoVersion\": 1") << QByteArray("\"undoVersion\": 2");
        QTest::newRow("no domain") << QByteArray("\"domain\"") << QByteArray("\"doman\"");
        QTest::newRow("another type") << QByteArray("\"TXT\"") << QByteArray("\"NS\"");
        QTest::newRow("no digits") << QByteArray("\"data\": \"01") << QByteArray("\"data\": \"xy");
        QTest::newRow("a TTL below zero") << QByteArray("\"ttl\": 3600") << QByteArray("\"ttl\": -1");
        QTest::newRow("a TTL over the largest") << QByteArray("\"ttl\": 3600") << QByteArray("\"ttl\": 2147483648");
        QTest::newRow("no base64") << QByteArray("\"after\": \"") << QByteArray("\"after\": \"!");
        QTest::newRow("a number for a file") << QByteArray("\"before\": \"") << QByteArray("\"before\": 7, \"x\": \"");
        QTest::newRow("an object for records") << QByteArray("\"add\": [") << QByteArray("\"add\": {}, \"x\": [");
        QTest::newRow("an owner in capitals") << QByteArray("\"owner\": \"_mta") << QByteArray("\"owner\": \"_MTA");
        QTest::newRow("a member twice") << QByteArray("\"complete\"") << QByteArray("\"complete\": false, \"complete\"");
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray("");
    }
    void whatIsDamagedIsRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const QByteArray text = undoText({QStringLiteral("example.com"), QStringLiteral("/www"), whole(), true});
        QVERIFY(text.contains(from));
        QVERIFY(!readUndo(QByteArray(text).replace(from, to)));
    }

    void theLargestUndoIsRead()
    {
        const QByteArray text = undoText({QStringLiteral("example.com"), QStringLiteral("/www"), whole(), true});
        QVERIFY(readUndo(text + QByteArray(maxUndoSize - text.size(), ' ')));
        QVERIFY(!readUndo(text + QByteArray(maxUndoSize - text.size() + 1, ' ')));
    }
};

QTEST_GUILESS_MAIN(DraftTest)
#include "tst_draft.moc"
