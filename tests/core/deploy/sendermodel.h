// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/plan.h"
#include <QHash>
#include <QSet>
#include <algorithm>

/// Every sender there can be that keeps to RFC 8461, at once: one second after the other, everything that any of them may see and hold. It
/// knows nothing of how the planner reckons.
namespace mta
{

/// What is so for one second.
struct World {
    QByteArray record;         ///< the id; empty without a record
    QString place;             ///< where names of the policy host lead; empty: nowhere
    QHash<QString, int> files; ///< by place: index into the policies; a place that is not there does not answer
    int mx = 0;                ///< index into the MX sets
    QSet<QString> broken;      ///< mail servers whose STARTTLS or certificate fails
    QSet<QString> off;         ///< mail servers that do not run
    QHash<QString, QList<IntendedTlsa>> tlsa;
    QHash<QString, TlsaRecord> keys; ///< the record that a server's key matches
};

/// What caches hold somewhere, each thing with its smallest age: what was seen last stays longest.
template<class T>
class Caches
{
public:
    void see(const T &value)
    {
        for (auto &held : m_held) {
            if (held.first == value) {
                held.second = 0;
                return;
            }
        }
        m_held.append({value, 0});
    }
    /// A second passes. `life(value)`: up to which age it is used.
    template<class Life>
    void age(Life life)
    {
        for (auto &held : m_held)
            ++held.second;
        m_held.removeIf([&](const std::pair<T, int> &held) { return held.second > life(held.first); });
    }
    const QList<std::pair<T, int>> &held() const { return m_held; }
    bool holds(const T &value) const
    {
        return std::any_of(m_held.cbegin(), m_held.cend(), [&](const auto &held) { return held.first == value; });
    }

private:
    QList<std::pair<T, int>> m_held;
};

struct Ttls {
    int record = 2; ///< of all records of the plan
    int mx = 3;
    int negative = 2;
    int fetch = 1;
};

/// What a sender sees in the MX records, what it sees of record and policy host, and what it holds depend on each other only through what
/// it can fetch. So they are walked side by side, and every combination is checked.
class Senders
{
public:
    explicit Senders(Ttls ttls) : m_ttls(ttls) {}

    /// A policy that is served from now on; its index, higher than that of all before.
    int addPolicy(const PolicyTerms &terms)
    {
        m_policies.append(terms);
        return static_cast<int>(m_policies.size()) - 1;
    }
    int addMx(const QList<IntendedMx> &mx)
    {
        m_mxSets.append(mx);
        return static_cast<int>(m_mxSets.size()) - 1;
    }
    /// The id stands for the last policy that says this, or else for the next. Whoever knows it does not notice when it is used again.
    void announce(const QByteArray &id, const PolicyTerms &terms)
    {
        if (m_announced.contains(id))
            return;
        int policy = static_cast<int>(m_policies.size()) - 1;
        while (policy >= 0 && !sameMeaning(m_policies.at(policy), terms))
            --policy;
        m_announced.insert(id, policy >= 0 ? policy : static_cast<int>(m_policies.size()));
    }

    /// One second in this world. What goes wrong in it for somebody; `patient`: a sender that refuses looks for a new policy before it
    /// gives up, and gets it when it is there (RFC 8461 §5.1).
    QStringList second(const World &world, bool patient = false)
    {
        QStringList troubles;
        look(world);
        fetch(world, troubles);
        deliver(world, patient, troubles);
        pass();
        return troubles;
    }
    const Caches<int> &policies() const { return m_policiesHeld; }
    const PolicyTerms &policy(int index) const { return m_policies.at(index); }
    const QList<IntendedMx> &mx(int index) const { return m_mxSets.at(index); }
    const Ttls &ttls() const { return m_ttls; }
    bool anyEnforced() const
    {
        const auto &held = m_policiesHeld.held();
        return std::any_of(held.cbegin(), held.cend(), [&](const auto &each) { return policy(each.first).mode == PolicyMode::Enforce; });
    }

private:
    void look(const World &world)
    {
        m_records.see(world.record);
        m_places.see(world.place);
        m_mx.see(world.mx);
        for (auto tlsa = world.tlsa.cbegin(); tlsa != world.tlsa.cend(); ++tlsa)
            m_tlsa[tlsa.key()].see(tlsa.value());
    }

    /// Whoever sees a record may fetch the policy, at any time. Many do not, and of those who do many fail.
    void fetch(const World &world, QStringList &troubles)
    {
        for (const auto &record : m_records.held()) {
            if (record.first.isEmpty())
                continue;
            for (const auto &place : m_places.held()) {
                const auto file = world.files.constFind(place.first);
                if (file == world.files.cend()) {
                    troubles.append(QStringLiteral("an announced policy cannot be fetched"));
                    continue;
                }
                if (*file < m_announced.value(record.first))
                    troubles.append(QStringLiteral("a former policy is taken for the new one"));
                m_underway.see(*file);
            }
        }
        // RFC 8461 §10.2: whoever holds a policy may look for the file now and then, whatever the record says or does not say.
        for (const auto &place : m_places.held()) {
            if (!m_policiesHeld.held().isEmpty() && world.files.contains(place.first))
                m_underway.see(world.files.value(place.first));
        }
        for (const auto &policy : m_underway.held())
            m_policiesHeld.see(policy.first);
    }

    void deliver(const World &world, bool patient, QStringList &troubles)
    {
        for (const auto &mx : m_mx.held()) {
            for (const IntendedMx &host : m_mxSets.at(mx.first)) {
                if (world.off.contains(host.host))
                    troubles.append(QStringLiteral("a mail server that is off is still known"));
                for (const auto &policy : m_policiesHeld.held()) {
                    if (refuses(policy.first, host.host, world) && !(patient && findsBetter(policy.first, host.host, world)))
                        troubles.append(QStringLiteral("mail is refused"));
                }
            }
        }
        for (auto tlsa = m_tlsa.cbegin(); tlsa != m_tlsa.cend(); ++tlsa) {
            for (const auto &records : tlsa->held()) {
                const bool matches = std::any_of(records.first.cbegin(), records.first.cend(),
                                                 [&](const IntendedTlsa &each) { return each.record == world.keys.value(tlsa.key()); });
                if (!records.first.isEmpty() && !matches) // RFC 7672 §2.2
                    troubles.append(QStringLiteral("a key matches no TLSA record"));
            }
        }
    }

    bool refuses(int policy, const QString &host, const World &world)
    {
        if (m_policies.at(policy).mode != PolicyMode::Enforce) // RFC 8461 §5
            return false;
        return world.broken.contains(host) || !covered(policy, host);
    }
    bool covered(int policy, const QString &host)
    {
        const auto key = std::pair(policy, host);
        if (!m_covered.contains(key))
            m_covered.insert(key, std::any_of(m_policies.at(policy).mx.cbegin(), m_policies.at(policy).mx.cend(),
                                              [&](const QString &mx) { return matches(parseMxPattern(mx.toUtf8()), host); }));
        return m_covered.value(key);
    }

    /// Everywhere a newer id is seen, and what can be fetched lets the host pass.
    bool findsBetter(int held, const QString &host, const World &world)
    {
        for (const auto &record : m_records.held()) {
            if (m_announced.value(record.first) <= held)
                return false;
        }
        for (const auto &place : m_places.held()) {
            if (!world.files.contains(place.first) || refuses(world.files.value(place.first), host, world))
                return false;
        }
        return true;
    }

    void pass()
    {
        m_records.age([this](const QByteArray &) { return m_ttls.record; });
        m_places.age([this](const QString &place) { return place.isEmpty() ? m_ttls.negative : m_ttls.record; });
        m_mx.age([this](int) { return m_ttls.mx; });
        for (auto &tlsa : m_tlsa)
            tlsa.age([this](const QList<IntendedTlsa> &) { return m_ttls.record; });
        m_underway.age([this](int) { return m_ttls.fetch; });
        m_policiesHeld.age([this](int policy) { return static_cast<int>(m_policies.at(policy).maxAge.count()); }); // RFC 8461 §5.1
    }

    const Ttls m_ttls;
    QList<PolicyTerms> m_policies; ///< in the order in which they were served
    QList<QList<IntendedMx>> m_mxSets;
    QHash<QByteArray, int> m_announced; ///< by id: the policy it stands for
    Caches<QByteArray> m_records;
    Caches<QString> m_places;
    Caches<int> m_mx;
    QHash<QString, Caches<QList<IntendedTlsa>>> m_tlsa;
    Caches<int> m_underway;     ///< policies that somebody is fetching, by when that began
    Caches<int> m_policiesHeld; ///< by when they came
    QHash<std::pair<int, QString>, bool> m_covered;
};

} // namespace mta
