// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "operatormodel.h"
#include "wishes.h"

#include <QRandomGenerator>
#include <QTest>

using namespace mta;

namespace
{

/// One sender with caches of its own, which does whatever RFC 8461 leaves it free to do.
class SingleSender
{
public:
    explicit SingleSender(QRandomGenerator &random) : m_random(random) {}

    /// Whether it refuses a mail server in this second.
    bool second(const World &world, const Senders &all)
    {
        if (!m_record || mostly(3))
            m_record = {world.record, 0};
        if (!m_place || mostly(3))
            m_place = {world.place, 0};
        if (!m_mx || mostly(3))
            m_mx = {world.mx, 0};
        if (!m_underway && !m_record->first.isEmpty() && mostly(2) && world.files.contains(m_place->first))
            m_underway = {world.files.value(m_place->first), 0};
        if (m_underway && mostly(2)) {
            if (mostly(4)) // the connection breaks
                m_held = {m_underway->first, 0};
            m_underway.reset();
        }
        bool refuses = false;
        for (const IntendedMx &mx : all.mx(m_mx->first))
            refuses = refuses || (m_held && refusesServer(all.policy(m_held->first), mx.host, world));
        const Ttls &ttls = all.ttls();
        age(m_record, ttls.record);
        age(m_place, m_place->first.isEmpty() ? ttls.negative : ttls.record);
        age(m_mx, ttls.mx);
        age(m_underway, ttls.fetch);
        age(m_held, m_held ? static_cast<int>(all.policy(m_held->first).maxAge.count()) : 0);
        return refuses;
    }
    std::optional<int> held() const { return m_held ? std::optional(m_held->first) : std::nullopt; }

private:
    template<class T>
    using Cached = std::optional<std::pair<T, int>>;

    /// Fails one time in so many.
    bool mostly(int in) { return m_random.bounded(in) > 0; }
    template<class T>
    static void age(Cached<T> &cached, int life)
    {
        if (cached && ++cached->second > life)
            cached.reset();
    }
    static bool refusesServer(const PolicyTerms &policy, const QString &host, const World &world)
    {
        const bool covered = std::any_of(policy.mx.cbegin(), policy.mx.cend(),
                                         [&](const QString &pattern) { return matches(parseMxPattern(pattern.toUtf8()), host); });
        return policy.mode == PolicyMode::Enforce && (!covered || world.broken.contains(host));
    }

    QRandomGenerator &m_random;
    Cached<QByteArray> m_record;
    Cached<QString> m_place;
    Cached<int> m_mx;
    Cached<int> m_underway;
    Cached<int> m_held;
};

/// Carries a wish out before the eyes of single senders; how many of them refused, and were not expected to hold what they held.
std::pair<int, int> seen(const Wish &wish, const Manner &manner, quint32 seed)
{
    QRandomGenerator random(seed);
    QList<SingleSender> senders(100, SingleSender(random));
    int refusals = 0;
    int surprises = 0;
    Operator op(wish.live, planningDay);
    op.onSecond = [&] {
        for (SingleSender &sender : senders) {
            refusals += sender.second(op.worlds().last(), op.senders()) ? 1 : 0;
            surprises += sender.held() && !op.senders().policies().holds(*sender.held()) ? 1 : 0;
        }
    };
    op.waitSeconds(4);
    op.carryOut(wish.intended, manner);
    op.waitSeconds(15);
    return {refusals, surprises};
}

using Pick = std::function<int(int)>;

/// TLSA records of one key for some of the mail servers. The first record of a server is one of the key that it shows.
void wantTlsa(Plan &intended, const Operator &op, const Pick &pick)
{
    intended.tlsa.clear();
    for (const IntendedMx &mx : std::as_const(intended.mx)) {
        if (pick(3) > 0)
            continue;
        intended.tlsa.append(tlsa(mx.host, static_cast<char>('a' + pick(3))));
        const bool rolls =
            std::any_of(op.live().tlsa.cbegin(), op.live().tlsa.cend(), [&](const IntendedTlsa &each) { return each.host == mx.host; });
        if (!rolls && op.key(mx.host))
            intended.tlsa.last().record = *op.key(mx.host);
    }
}

/// Other mail servers, patterns, mode, max_age, policy host and keys, all at once; or to leave.
Plan anyWish(const Operator &op, const Pick &pick)
{
    static const QList<PolicyHosting> hostings{at("192.0.2.1"), at("192.0.2.2"), at("192.0.2.3")};
    Plan intended = op.live();
    if (pick(4) == 0) {
        leave(intended);
        wantTlsa(intended, op, pick);
        return intended;
    }
    intended.mx = {{10, QList{mx1, mx2, mx3, provider}.at(pick(4))}};
    PolicyTerms policy = terms(pick(3) == 0 ? PolicyMode::Testing : PolicyMode::Enforce, {}, 2 + pick(9));
    for (const QString &host : {mx1, mx2, mx3, provider}) {
        const bool already = intended.mx.first().host == host;
        if (!already && pick(2) == 0)
            intended.mx.append({20, host});
        if (already || intended.mx.last().host == host || pick(3) == 0)
            policy.mx.append(pick(3) == 0 ? u'*' + host.mid(host.indexOf(u'.')) : host);
    }
    policy.mx.removeDuplicates();
    intended.policy = policy;
    intended.hosting = hostings.at(pick(3));
    wantTlsa(intended, op, pick);
    return intended;
}

} // namespace

class PlannerLivesTest : public QObject
{
    Q_OBJECT

private slots:
    void longLives();
    void singleSendersAreAmongAll();
};

/// Years of a domain: one wish after the other, many given up halfway for another or taken up again, none at its earliest time.
void PlannerLivesTest::longLives()
{
    for (quint32 seed = 1; seed <= 1500; ++seed) {
        QRandomGenerator random(seed);
        const Pick pick = [&random](int bound) { return static_cast<int>(random.bounded(bound)); };
        const Ttls ttls{1 + pick(3), 1 + pick(4), 1 + pick(3), pick(3)};
        Plan intended = smallBarePlan();
        intended.ttl = std::chrono::seconds(ttls.record);
        Operator op(intended, planningDay, ttls);
        for (int i = 0; i < 8; ++i) {
            if (i == 0 || pick(4) > 0)
                intended = anyWish(op, pick);
            Manner manner;
            for (int step = 0; step < 24; ++step)
                manner.delays.append(pick(3) == 0 ? pick(6) : 0);
            manner.stopAfter = pick(2) == 0 ? pick(10) : -1;
            op.carryOut(intended, manner);
            op.waitSeconds(pick(3) == 0 ? pick(12) : 0);
            QVERIFY2(op.troubles().isEmpty(),
                     qPrintable(QStringLiteral("%1, life %2, wish %3").arg(op.troubles().join(u';')).arg(seed).arg(i)));
        }
    }
}

/// What is said of all senders at once is true of each that really goes its way, and worth saying.
void PlannerLivesTest::singleSendersAreAmongAll()
{
    Manner hasty;
    hasty.change = [](DeploymentPlan &plan) {
        for (DeploymentStep &step : plan.steps)
            step.waits.clear();
    };
    int refusals = 0;
    quint32 seed = 1;
    for (const Wish &wish : wishes()) {
        for (int i = 0; i < 5; ++i, ++seed) {
            QCOMPARE(seen(wish, {}, seed), std::pair(0, 0));
            const auto [refused, surprised] = seen(wish, hasty, seed);
            QCOMPARE(surprised, 0);
            refusals += refused;
        }
    }
    QVERIFY(refusals > 1000);
}

QTEST_GUILESS_MAIN(PlannerLivesTest)
#include "tst_plannerlives.moc"
