// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Nothing that is published when nobody objects makes a sender refuse mail; what is objected to may.

#include "deploy/atonce.h"
#include "publish/journal.h"

#include "../deploy/operatormodel.h"
#include "../deploy/wishes.h"

#include <QRandomGenerator>
#include <QTest>

using namespace mta;

namespace
{

using Pick = std::function<int(int)>;

/// A domain whose owner publishes what comes to mind, and changes mail servers and keys as the planner says.
class Owner
{
public:
    Owner(quint32 seed, bool heeds) : m_random(seed), m_heeds(heeds), m_op(bare(), planningDay, ttls()) {}

    void live(int wishes)
    {
        for (int i = 0; i < wishes; ++i) {
            const int what = pick(10);
            if (what == 0)
                changeServers();
            else if (what == 1)
                switchKeys();
            else if (what == 2 && m_former)
                publish(*m_former, true);
            else
                publish(wish(), false);
            m_op.waitSeconds(pick(4) == 0 ? pick(12) : 0);
        }
        m_op.waitSeconds(15);
    }

    /// That some sender finds no policy for a while loses no mail.
    QStringList troubles() const
    {
        QStringList all = m_op.troubles();
        all.removeAll(QStringLiteral("an announced policy cannot be fetched"));
        return all;
    }
    int published = 0;
    int takenBack = 0;
    QSet<Hindrance::Kind> hindrances;

private:
    int pick(int bound) { return static_cast<int>(m_random.bounded(bound)); }
    Ttls ttls() { return {1 + pick(3), 1 + pick(4), 1 + pick(3), pick(3)}; }
    static Plan bare()
    {
        Plan plan = smallBarePlan();
        plan.ttl = std::chrono::seconds(3);
        return plan;
    }

    /// The times of this small world, and what the journal tells.
    PlanningTimes times()
    {
        m_journal = withLook(m_journal, {m_op.live().mx, {}}, m_op.now());
        PlanningTimes times = m_op.times();
        times.mxSince = m_journal.mxSince;
        times.hostSince = m_journal.hostSince;
        return times;
    }
    QByteArray freshId() { return "id" + QByteArray::number(++m_ids); }

    Plan wish()
    {
        Plan then = m_op.live();
        if (then.id.isEmpty() || pick(5) > 0) {
            PolicyTerms policy = terms(pick(3) == 0 ? PolicyMode::Testing : PolicyMode::Enforce, {}, 2 + pick(9));
            for (const QString &host : {mx1, mx2, mx3, provider}) {
                const bool serves = std::any_of(then.mx.cbegin(), then.mx.cend(), [&](const IntendedMx &mx) { return mx.host == host; });
                if (pick(serves ? 8 : 2) > 0)
                    policy.mx.append(pick(3) == 0 ? u'*' + host.mid(host.indexOf(u'.')) : host);
            }
            policy.mx.removeDuplicates();
            if (pick(6) == 0 || policy.mx.isEmpty())
                policy = terms(PolicyMode::None, {}, 1 + pick(3));
            then.policy = policy;
            then.id = pick(12) == 0 ? m_op.live().id : freshId();
        } else if (pick(2) == 0) {
            leave(then);
            then.hosting = m_op.live().hosting;
        }
        if (then.hosting == PolicyHosting() || pick(5) == 0)
            then.hosting = at(pick(2) == 0 ? "192.0.2.1" : "192.0.2.2");
        wishTlsa(then);
        return then;
    }

    void wishTlsa(Plan &then)
    {
        for (const IntendedMx &mx : std::as_const(then.mx)) {
            if (mx.host == provider) // in the zone of others
                continue;
            const auto isOfHost = [&](const IntendedTlsa &each) { return each.host == mx.host; };
            const bool has = std::any_of(then.tlsa.cbegin(), then.tlsa.cend(), isOfHost);
            const IntendedTlsa other = tlsa(mx.host, static_cast<char>('a' + pick(3)));
            if (!has && pick(6) == 0)
                then.tlsa.append(pick(3) == 0 ? other : IntendedTlsa{mx.host, m_op.key(mx.host).value_or(other.record)});
            else if (has && pick(3) == 0 && !then.tlsa.contains(other))
                then.tlsa.append(other);
            else if (has && pick(4) == 0)
                then.tlsa.removeAt(std::distance(then.tlsa.cbegin(), std::find_if(then.tlsa.cbegin(), then.tlsa.cend(), isOfHost)));
        }
    }

    /// What is said of the keys is true. A mail server of which nothing is known shows the first that is published.
    bool keysInUse(const Plan &then) const
    {
        return std::all_of(then.tlsa.cbegin(), then.tlsa.cend(), [&](const IntendedTlsa &each) {
            return !m_op.key(each.host) || std::any_of(then.tlsa.cbegin(), then.tlsa.cend(), [&](const IntendedTlsa &other) {
                return other.host == each.host && m_op.key(each.host) == other.record;
            });
        });
    }

    void publish(Plan then, bool back)
    {
        if (back && then.id.isEmpty())
            then.policy.reset();
        then.mx = m_op.live().mx;
        then.published = m_op.live().published;
        for (int attempt = 0; attempt < 4; ++attempt) {
            const std::optional<Hindrance> hindrance = hindranceOf(m_op.live(), then, {back, keysInUse(then)}, m_op.now(), times());
            if (!hindrance || !m_heeds)
                return carryOut(then, back);
            hindrances.insert(hindrance->kind);
            if (hindrance->kind == Hindrance::Kind::TooEarly && pick(3) > 0) {
                m_op.waitUntil(hindrance->until().addSecs(pick(3)));
            } else if (hindrance->kind == Hindrance::Kind::AnotherStep && hindrance->step.after.policy) {
                then.policy = hindrance->step.after.policy;
                then.id = freshId();
            } else if (hindrance->kind == Hindrance::Kind::OldId) {
                then.id = freshId();
            } else {
                return;
            }
            then.published = m_op.live().published;
        }
    }

    void carryOut(const Plan &then, bool back)
    {
        const Plan live = m_op.live();
        const bool moves = live.hosting != then.hosting && live.hosting != PolicyHosting() && !live.id.isEmpty();
        m_op.publish(then, back);
        if (moves)
            m_journal.hostSince = m_op.now();
        m_former = back ? std::optional<Plan>() : live;
        if (m_former)
            m_former->tlsa = then.tlsa; // keys may have been switched since
        published += 1;
        takenBack += back ? 1 : 0;
    }

    void changeServers()
    {
        Plan intended = m_op.live();
        intended.mx = {{10, QList{mx1, mx2, mx3, provider}.at(pick(4))}};
        if (pick(2) == 0)
            intended.mx.append({20, intended.mx.first().host == mx1 ? mx2 : mx1});
        doFirst(intended, {StepKind::AddMx, StepKind::RemoveMx, StepKind::ChangeMx});
    }
    /// For hosts with several records: the last one's key.
    void switchKeys()
    {
        Plan intended = m_op.live();
        QHash<QString, IntendedTlsa> last;
        for (const IntendedTlsa &each : std::as_const(intended.tlsa))
            last.insert(each.host, each);
        intended.tlsa = last.values();
        doFirst(intended, {StepKind::SwitchKeys});
    }
    void doFirst(const Plan &intended, const QList<StepKind> &kinds)
    {
        PlanningTimes reckoned = times();
        const DeploymentPlan way = planSteps(m_op.live(), intended, m_op.now(), reckoned);
        if (way.steps.isEmpty() || !kinds.contains(way.steps.first().kind))
            return;
        Manner first;
        first.stopAfter = 1;
        first.reckon = [reckoned](PlanningTimes &of) { of = reckoned; };
        m_op.carryOut(intended, first);
    }

    QRandomGenerator m_random;
    const bool m_heeds;
    Operator m_op;
    PublishJournal m_journal;
    std::optional<Plan> m_former; ///< what the last publishing changed
    int m_ids = 0;
};

} // namespace

class PublishSendersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingPublishedLosesMail()
    {
        QSet<Hindrance::Kind> hindrances;
        int published = 0;
        int takenBack = 0;
        for (quint32 seed = 1; seed <= 1500; ++seed) {
            Owner owner(seed, true);
            owner.live(25);
            QVERIFY2(owner.troubles().isEmpty(), qPrintable(QStringLiteral("%1, life %2").arg(owner.troubles().join(u';')).arg(seed)));
            hindrances += owner.hindrances;
            published += owner.published;
            takenBack += owner.takenBack;
        }
        QCOMPARE(hindrances.size(), 6); // every kind of them
        QVERIFY2(published > 10000, qPrintable(QString::number(published)));
        QVERIFY2(takenBack > 500, qPrintable(QString::number(takenBack)));
    }

    /// The same lives of somebody who publishes all the same.
    void whatIsObjectedToLosesMail()
    {
        QSet<QString> troubles;
        for (quint32 seed = 1; seed <= 200; ++seed) {
            Owner owner(seed, false);
            owner.live(25);
            const QStringList found = owner.troubles();
            troubles += QSet<QString>(found.cbegin(), found.cend());
        }
        for (const char *trouble : {"mail is refused", "a key matches no TLSA record", "a former policy is taken for the new one",
                                    "a policy is enforced when its record is gone"})
            QVERIFY2(troubles.contains(QLatin1String(trouble)), trouble);
    }
};

QTEST_GUILESS_MAIN(PublishSendersTest)
#include "tst_publishsenders.moc"
