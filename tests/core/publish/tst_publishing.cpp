// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/refusal.h"

#include <QTest>

using namespace mta;
using namespace std::chrono_literals;

namespace
{

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
constexpr auto maxAge = 86400s;
constexpr auto fetching = 60s; // RFC 8461 §3.3
const QString mx = QStringLiteral("mx.example.com");
const QString other = QStringLiteral("mx2.example.com");

PolicyTerms terms(PolicyMode mode, const QStringList &patterns = {mx})
{
    return {mode, maxAge, mode == PolicyMode::None ? QStringList() : patterns, {}};
}

/// A policy that stood until so long ago; without, it stands.
Publication publication(PolicyMode mode, std::optional<std::chrono::seconds> ended, const QByteArray &id = "1")
{
    return {now.addDays(-100), ended ? now.addSecs(-ended->count()) : QDateTime(), id, terms(mode)};
}

ExactRecord record(const char *owner, RecordType type, const QByteArray &value)
{
    return *exactRecord({QLatin1String(owner), 3600s, type, value, 0});
}
ExactRecord announcing(const QByteArray &id)
{
    return record("_mta-sts.example.com", RecordType::Txt, "v=STSv1; id=" + id + ';');
}

PolicyFileState file(const std::optional<PolicyTerms> &policy)
{
    return policy ? PolicyFileState{true, *policyText(*policy)} : PolicyFileState{};
}

/// A domain with a record, a policy file, mail servers and their TLSA records, and what its plan makes of it.
struct World {
    std::optional<PolicyTerms> policy = terms(PolicyMode::Enforce); ///< of the file that is there
    QByteArray id = "1";                                            ///< of the record that is there
    QStringList servers{mx};
    QList<IntendedTlsa> tlsa;
    QByteArray address = "192.0.2.1"; ///< of the policy host
    PublishJournal journal{QStringLiteral("example.com"), {mx}, now.addDays(-30), {}, {}, {}, {}};
    bool hasFile = true; ///< the place of the policy file is named
    bool hasZone = true;
    bool isAlias = false; ///< the record is one
    bool newKeysInUse = false;
    bool mxUnchanged = false;
    bool takesBack = false;

    QList<ExactSet> zone() const
    {
        const QString domain = QStringLiteral("example.com");
        QList<ExactSet> sets{{QLatin1String("_mta-sts.") + domain, RecordType::Txt, {}},
                             {QLatin1String("mta-sts.") + domain, RecordType::A, {record("mta-sts.example.com", RecordType::A, address)}}};
        if (isAlias)
            sets.append({QLatin1String("_mta-sts.") + domain,
                         RecordType::Cname,
                         {record("_mta-sts.example.com", RecordType::Cname, "record.provider.example")}});
        else if (!id.isEmpty())
            sets.first().records.append(announcing(id));
        for (const QString &host : {mx, other}) {
            sets.append({QLatin1String("_25._tcp.") + host, RecordType::Tlsa, {}});
            for (const IntendedTlsa &each : tlsa) {
                if (each.host == host)
                    sets.last().records.append(tlsaRecord(each));
            }
        }
        return sets;
    }
    static ExactRecord tlsaRecord(const IntendedTlsa &each)
    {
        return record(qPrintable(QLatin1String("_25._tcp.") + each.host), RecordType::Tlsa, "3 1 1 " + each.record.data.toHex());
    }

    Refusal refusal(const Plan &plan) const
    {
        PublishTargets targets;
        if (hasFile)
            targets.policy = LocalPlace{QStringLiteral("/www")};
        PublishDraft draft;
        if (hasFile)
            draft.policy = {file(policy), file(plan.policy)};
        if (hasZone) {
            targets.dns = UpdateServer{{QHostAddress(QHostAddress::LocalHost), 1}, QStringLiteral("example.com"), {}};
            draft.zone = zone();
            const SplitChanges changes = split(changesTowards(plan, QStringLiteral("example.com"), draft.zone), plan.domain);
            draft.others = changes.others;
            draft.announcement = changes.announcement;
        }
        SeenMailServers seen;
        for (const QString &host : servers)
            seen.mx.append({10, host});
        const PublishManner manner{takesBack, newKeysInUse, mxUnchanged};
        return refusalOf(transitionOf(plan, plan.policy, draft, targets, seen), seen, manner, now,
                         timesBy(withLook(journal, seen, now), seen.mx));
    }
};

/// As the world is.
Plan planOf(const World &world)
{
    Plan plan;
    plan.domain = {QStringLiteral("example.com"), QStringLiteral("example.com")};
    plan.policy = world.policy;
    plan.id = world.id;
    plan.tlsa = world.tlsa;
    plan.hosting.addresses = {QHostAddress(QString::fromLatin1(world.address))};
    plan.published = {{now.addDays(-100), {}, world.id, *world.policy}};
    return plan;
}

IntendedTlsa key(char digest, const QString &host = mx)
{
    return {host, {3, 1, 1, QByteArray(32, digest)}};
}

} // namespace

class PublishingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavingWaitsForEveryPolicy_data()
    {
        QTest::addColumn<QList<Publication>>("published");
        QTest::addColumn<QDateTime>("notBefore");
        QTest::addColumn<bool>("refused");
        const auto row = [](const char *name, const QList<Publication> &published, bool refused, const QDateTime &notBefore = {}) {
            QTest::newRow(name) << published << notBefore << refused;
        };
        row("nobody knows what was published", {}, true);
        row("a policy in enforce stands", {publication(PolicyMode::Enforce, {})}, true);
        row("one in testing stands", {publication(PolicyMode::Testing, {})}, true);
        row("mode none stands, and nothing was before it", {publication(PolicyMode::None, {})}, false);
        Publication longNone = publication(PolicyMode::None, {});
        longNone.policy.maxAge *= 30;
        row("mode none stands, and is kept for a month", {longNone}, false);
        row("mode none stands, and enforce has a second to go",
            {publication(PolicyMode::Enforce, maxAge + fetching - 1s, "0"), publication(PolicyMode::None, {})}, true, now.addSecs(1));
        row("mode none stands, and enforce has just run out",
            {publication(PolicyMode::Enforce, maxAge + fetching, "0"), publication(PolicyMode::None, {})}, false);
        row("an older one runs longer than the last",
            {publication(PolicyMode::Enforce, maxAge, "0"), publication(PolicyMode::Testing, 10 * maxAge, "9"),
             publication(PolicyMode::None, {})},
            true, now.addSecs(60));
    }
    void leavingWaitsForEveryPolicy()
    {
        QFETCH(QList<Publication>, published);
        World world;
        world.hasFile = false;
        Plan plan = planOf(world);
        plan.policy.reset();
        plan.id.clear();
        plan.published = published;
        const Refusal refusal = world.refusal(plan);
        QTEST(!refusal.isEmpty(), "refused");
        QTEST(refusal.notBefore, "notBefore");
        QVERIFY(refusal.isEmpty() || refusal.text.contains(QLatin1String("mode none")));
    }

    void whatPublishingDoesIsSafe_data()
    {
        using Change = std::function<void(World &, Plan &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const char *reason, const Change &change) {
            QTest::newRow(name) << change << QString::fromLatin1(reason);
        };
        const auto edit = [](Plan &plan, const PolicyTerms &policy) {
            plan.policy = policy;
            plan.id = "2";
        };
        row("nothing changes", "", [](World &, Plan &) {});
        row("the policy covers another mail server as well", "", [=](World &, Plan &plan) {
            edit(plan, terms(PolicyMode::Enforce, {mx, other}));
        });
        row("back to testing", "", [=](World &, Plan &plan) { edit(plan, terms(PolicyMode::Testing)); });
        row("another policy under the same id", "old-id", [=](World &, Plan &plan) { plan.policy = terms(PolicyMode::Testing); });
        row("another policy under an id of long ago", "old-id", [=](World &, Plan &plan) {
            edit(plan, terms(PolicyMode::Enforce, {mx, other}));
            plan.published.prepend(publication(PolicyMode::Testing, 50 * maxAge, "2"));
        });
        row("another policy under another id, and nobody looks at the record", "", [=](World &world, Plan &plan) {
            world.hasZone = false;
            edit(plan, terms(PolicyMode::Enforce, {mx, other}));
        });
        row("the policy does not cover a mail server of today", "impossible", [=](World &world, Plan &plan) {
            world.servers = {mx, other};
            edit(plan, terms(PolicyMode::Enforce));
            plan.policy->maxAge *= 2;
        });
        row("nor does a policy in testing, which nobody minds", "", [=](World &world, Plan &plan) {
            world.servers = {mx, other};
            edit(plan, terms(PolicyMode::Testing));
        });
        row("from testing to enforce", "", [=](World &world, Plan &plan) {
            world.policy = terms(PolicyMode::Testing);
            plan = planOf(world);
            edit(plan, terms(PolicyMode::Enforce));
        });
        row("from testing to enforce, and the mail servers may be new", "too-early", [=](World &world, Plan &plan) {
            world.policy = terms(PolicyMode::Testing);
            world.journal.mxSince = now.addSecs(-86399);
            plan = planOf(world);
            edit(plan, terms(PolicyMode::Enforce));
        });
        row("a pattern goes whose mail server is gone since a day", "", [=](World &world, Plan &plan) {
            world.policy = terms(PolicyMode::Enforce, {mx, other});
            world.journal.mxSince = now.addSecs(-86400);
            plan = planOf(world);
            edit(plan, terms(PolicyMode::Enforce));
        });
        row("a pattern goes whose mail server is gone since a moment", "too-early", [=](World &world, Plan &plan) {
            world.policy = terms(PolicyMode::Enforce, {mx, other});
            world.journal.mxSince = now;
            plan = planOf(world);
            edit(plan, terms(PolicyMode::Enforce));
        });
        row("a first policy in enforce", "another-step", [=](World &world, Plan &plan) {
            plan.published.clear();
            world.policy.reset();
            world.id.clear();
        });
        row("a first policy in testing", "", [=](World &world, Plan &plan) {
            plan.published.clear();
            plan.policy->mode = PolicyMode::Testing;
            world.policy.reset();
            world.id.clear();
        });
        row("nobody knows which policy stands: enforce", "unknown", [=](World &world, Plan &plan) {
            world.hasFile = false;
            plan.published.clear();
            plan.id = "2";
        });
        row("nobody knows which policy stands: testing", "", [=](World &world, Plan &plan) {
            world.hasFile = false;
            plan.published.clear();
            edit(plan, terms(PolicyMode::Testing));
        });
        row("a provider announces by an alias, nobody knows what: enforce", "unknown", [](World &world, Plan &) { world.isAlias = true; });
        row("a provider announces by an alias, nobody knows what: testing", "", [=](World &world, Plan &plan) {
            world.isAlias = true;
            edit(plan, terms(PolicyMode::Testing));
        });
        row("a provider announces by an alias that would go", "another-step", [=](World &world, Plan &plan) {
            world.isAlias = true;
            world.hasFile = false;
            plan.policy.reset();
            plan.id.clear();
        });
        row("record and file go while a policy in enforce is served", "another-step", [](World &, Plan &plan) {
            plan.policy.reset();
            plan.id.clear();
        });
        const auto withdrawn = [=](World &world, Plan &plan, std::chrono::seconds ended) {
            world.policy = terms(PolicyMode::None);
            plan = planOf(world);
            plan.published.prepend(publication(PolicyMode::Enforce, ended, "0"));
            plan.policy.reset();
            plan.id.clear();
        };
        row("record and file go while senders may hold what was before mode none", "too-early",
            [=](World &world, Plan &plan) { withdrawn(world, plan, maxAge + fetching - 1s); });
        row("record and file go when all is over", "", [=](World &world, Plan &plan) { withdrawn(world, plan, maxAge + fetching); });
        row("the file goes when the record has gone", "", [=](World &world, Plan &plan) {
            withdrawn(world, plan, maxAge + fetching);
            world.id.clear();
            plan.published.last().until = now.addSecs(-3600);
        });
        row("the file goes in mode enforce, and the record has gone too soon", "another-step", [](World &world, Plan &plan) {
            world.id.clear();
            plan.published.last().until = now.addSecs(-3600);
            plan.policy.reset();
            plan.id.clear();
        });
        row("the file goes, nobody looks at the record, and all is over", "", [=](World &world, Plan &plan) {
            world.hasZone = false;
            withdrawn(world, plan, maxAge + fetching);
        });
        row("the file goes, nobody looks at the record, and it is too early", "too-early", [=](World &world, Plan &plan) {
            world.hasZone = false;
            withdrawn(world, plan, maxAge + fetching - 1s);
        });
        row("another policy host", "", [](World &, Plan &plan) { plan.hosting.addresses = {QHostAddress(QStringLiteral("192.0.2.2"))}; });
        row("another policy host and another policy at once", "another-step", [=](World &, Plan &plan) {
            plan.hosting.addresses = {QHostAddress(QStringLiteral("192.0.2.2"))};
            edit(plan, terms(PolicyMode::Testing));
        });
        row("a first policy, and names led elsewhere before", "", [=](World &world, Plan &plan) {
            plan.published.clear();
            plan.policy->mode = PolicyMode::Testing;
            world.policy.reset();
            world.id.clear();
            world.address = "192.0.2.9";
        });
        row("the policy comes back at another host, and the former may serve another one", "another-step", [=](World &world, Plan &plan) {
            plan.policy->mode = PolicyMode::Testing;
            plan.id = "2";
            world.policy.reset();
            world.id.clear();
            world.address = "192.0.2.9";
        });
        row("another policy while the former host is remembered", "too-early", [=](World &world, Plan &plan) {
            world.journal.hostSince = now.addSecs(-3599);
            edit(plan, terms(PolicyMode::Testing));
        });
        row("another policy when the former host is forgotten", "", [=](World &world, Plan &plan) {
            world.journal.hostSince = now.addSecs(-3600);
            edit(plan, terms(PolicyMode::Testing));
        });
        row("the first TLSA record of a mail server", "new-keys", [](World &, Plan &plan) { plan.tlsa = {key('a')}; });
        row("the first TLSA record of a mail server that shows its key", "", [](World &world, Plan &plan) {
            plan.tlsa = {key('a')};
            world.newKeysInUse = true;
        });
        row("the first TLSA record beside those of another mail server", "new-keys", [](World &world, Plan &plan) {
            world.tlsa = {key('a')};
            plan.tlsa = {key('a'), key('b', other)};
        });
        row("taken back: the TLSA record that was there", "", [](World &world, Plan &plan) {
            world.takesBack = true;
            plan.tlsa = {key('a')};
        });
        row("a TLSA record beside the former", "", [](World &world, Plan &plan) {
            world.tlsa = {key('a')};
            plan.tlsa = {key('a'), key('b')};
        });
        row("a TLSA record in place of the former", "former-keys", [](World &world, Plan &plan) {
            world.tlsa = {key('a')};
            plan.tlsa = {key('b')};
        });
        row("the former TLSA record goes, and the keys may not be switched yet", "former-keys", [](World &world, Plan &plan) {
            world.tlsa = {key('a'), key('b')};
            plan.tlsa = {key('b')};
        });
        row("the former TLSA record goes when the new key is in use", "", [](World &world, Plan &plan) {
            world.tlsa = {key('a'), key('b')};
            plan.tlsa = {key('b')};
            world.newKeysInUse = true;
        });
        row("all TLSA records of a mail server go", "", [](World &world, Plan &plan) {
            world.tlsa = {key('a'), key('b', other)};
            plan.tlsa = {key('a')};
        });
        row("taken back: the former id stands again", "", [=](World &world, Plan &plan) {
            world.takesBack = true;
            plan.published.prepend(publication(PolicyMode::Testing, 50 * maxAge, "0"));
            edit(plan, terms(PolicyMode::Testing));
            plan.id = "0";
        });
        row("taken back: policy and policy host at once", "another-step", [=](World &world, Plan &plan) {
            world.takesBack = true;
            plan.hosting.addresses = {QHostAddress(QStringLiteral("192.0.2.2"))};
            edit(plan, terms(PolicyMode::Testing));
        });
        row("taken back: enforce, which does not cover a mail server that came since", "impossible", [=](World &world, Plan &plan) {
            world.takesBack = true;
            world.policy = terms(PolicyMode::Testing);
            world.servers = {mx, other};
            plan = planOf(world);
            edit(plan, terms(PolicyMode::Enforce));
        });
    }
    void whatPublishingDoesIsSafe()
    {
        QFETCH(std::function<void(World &, Plan &)>, change);
        World world;
        Plan plan = planOf(world);
        change(world, plan);
        const Refusal refusal = world.refusal(plan);
        QTEST(refusal.reason, "reason");
        QCOMPARE(refusal.isEmpty(), refusal.reason.isEmpty());
        QCOMPARE(refusal.notBefore.isValid(), refusal.reason == QLatin1String("too-early"));
        QVERIFY2(!refusal.text.contains(u'{'), qPrintable(refusal.text));
    }

    /// Until when, why, and what to do.
    void theSentenceSaysUntilWhen()
    {
        World world;
        world.policy = terms(PolicyMode::Testing);
        world.journal.mxSince = now.addSecs(-3600);
        Plan plan = planOf(world);
        plan.policy = terms(PolicyMode::Enforce);
        plan.id = "2";
        const Refusal refusal = world.refusal(plan);
        QCOMPARE(refusal.notBefore, now.addSecs(86400 - 3600));
        QVERIFY2(refusal.text.contains(QLatin1String("seen as they are since 2027-01-15 07:00 UTC only")), qPrintable(refusal.text));
        QVERIFY2(refusal.text.endsWith(QLatin1String("from 2027-01-16 07:00 UTC on, and leave what is there until then.")),
                 qPrintable(refusal.text));
    }

    /// Of what was not seen for long enough somebody may know more; of what senders hold nobody does.
    void whoKnowsTheMailServersNeedNotWaitForThem()
    {
        World world;
        world.policy = terms(PolicyMode::Testing);
        world.journal.mxSince = now.addSecs(-3600);
        Plan plan = planOf(world);
        plan.policy = terms(PolicyMode::Enforce);
        plan.id = "2";
        QVERIFY(world.refusal(plan).mxUnchangedHelps);
        world.mxUnchanged = true;
        QVERIFY2(world.refusal(plan).isEmpty(), qPrintable(world.refusal(plan).text));

        world.servers = {mx, other}; // which no pattern covers
        QCOMPARE(world.refusal(plan).reason, QStringLiteral("impossible"));
        QVERIFY(!world.refusal(plan).mxUnchangedHelps);

        World held;
        held.mxUnchanged = true;
        Plan gone = planOf(held);
        gone.policy.reset();
        gone.id.clear();
        QVERIFY(!held.refusal(gone).isEmpty());
        QVERIFY(!held.refusal(gone).mxUnchangedHelps);
    }
};

QTEST_GUILESS_MAIN(PublishingTest)
#include "tst_publishing.moc"
