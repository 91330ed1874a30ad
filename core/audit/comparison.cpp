// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/comparison.h"

#include "audit/catalogue.h"
#include "audit/circumstances.h"
#include "audit/outcome.h"
#include "audit/situation.h"
#include "dane/tlsa.h"
#include "dns/message.h"

#include <QMap>
#include <algorithm>

namespace mta
{

namespace
{

using Topic = Difference::Topic;
using Change = Difference::Change;

QString stateName(ChainLink::State state)
{
    switch (state) {
    case ChainLink::State::Good:
        return QStringLiteral("good");
    case ChainLink::State::Attention:
        return QStringLiteral("attention");
    case ChainLink::State::Broken:
        return QStringLiteral("broken");
    case ChainLink::State::NotTested:
        break;
    }
    return QStringLiteral("not-tested");
}

/// What a rule says of an audit. Findings alone do not tell whether a rule that is not among them has passed.
class Asking
{
public:
    explicit Asking(const DomainAudit &audit) : m_audit(audit), m_facts(believable(audit.facts)) {}

    /// Of a mail server it is asked alone: others that were tested do not speak for it.
    Verdict::Outcome outcomeOf(const Finding &finding) const
    {
        const Rule *rule = findRule(finding.ruleId);
        DomainFacts facts = m_facts;
        facts.mxHosts.removeIf([&](const MxHost &host) { return host.name != finding.subject; });
        if (facts.mxHosts.isEmpty())
            facts = m_facts;
        return rule ? rule->check(observe(facts, m_audit.judgedAt, m_audit.profile)).outcome : Verdict::Outcome::Pass;
    }
    /// An address that the finding speaks of was not tested.
    bool leavesOpen(const Finding &finding) const
    {
        QStringList named;
        for (const QString &value : {QStringLiteral("address"), QStringLiteral("other")})
            named += finding.values.value(value).split(QStringLiteral(", "));
        const auto host =
            std::find_if(m_audit.mx.cbegin(), m_audit.mx.cend(), [&](const MxOutcome &outcome) { return outcome.host == finding.subject; });
        return host != m_audit.mx.cend() &&
               std::any_of(host->addresses.cbegin(), host->addresses.cend(), [&](const AddressOutcome &outcome) {
                   return isUntested(outcome.result) && named.contains(outcome.address.toString());
               });
    }
    Depth depth() const { return m_facts.conditions.depth; }

private:
    const DomainAudit &m_audit;
    const DomainFacts m_facts;
};

/// The rule was looked into, as far as it goes. A shallower audit leaves out what it did not ask for.
bool wasTested(const Finding &finding, const Asking &audit, const Asking &other)
{
    const Verdict::Outcome outcome = audit.outcomeOf(finding);
    const bool leftOut = outcome == Verdict::Outcome::NotApplicable && audit.depth() < other.depth();
    return outcome != Verdict::Outcome::Undetermined && !leftOut && !audit.leavesOpen(finding);
}

/// Compares two audits topic by topic and gathers what is different.
class Comparing
{
public:
    Comparing(const DomainAudit &before, const DomainAudit &after) : m_before(before), m_after(after) {}

    Comparison compare()
    {
        m_result.domain = m_after.facts.domain;
        m_result.before = m_before.facts.observedAt;
        m_result.after = m_after.facts.observedAt;
        changed(Topic::Verdict, {}, {}, domainVerdictName(m_before.verdict), domainVerdictName(m_after.verdict));
        changed(Topic::Status, {}, {}, stsStatusName(m_before.stsStatus), stsStatusName(m_after.stsStatus));
        links();
        findings();
        texts(Topic::Record, m_before.facts.sts, m_after.facts.sts);
        policies();
        hosts();
        certificates();
        tlsa();
        texts(Topic::TlsRpt, m_before.facts.tlsRpt, m_after.facts.tlsRpt);
        return m_result;
    }

private:
    void changed(Topic topic, const QString &subject, const QString &detail, const QString &before, const QString &after)
    {
        if (before == after)
            return;
        const Change change = before.isEmpty() ? Change::Appeared : after.isEmpty() ? Change::Gone : Change::Changed;
        m_result.differences.append({topic, change, subject, detail, before, after, 0, 0, std::nullopt});
    }

    void links()
    {
        for (const ChainLink &link : m_after.links) {
            const auto same = std::find_if(m_before.links.cbegin(), m_before.links.cend(),
                                           [&](const ChainLink &other) { return other.area == link.area; });
            if (same != m_before.links.cend())
                changed(Topic::Link, areaName(link.area), {}, stateName(same->state), stateName(link.state));
        }
    }

    // A finding is the same when its rule and its subject are; of several such the first belong together. What could not be tested has
    // neither come nor gone.
    void findings()
    {
        const Asking earlier(m_before);
        const Asking later(m_after);
        const QString untested = stateName(ChainLink::State::NotTested);
        QList<Finding> left = m_before.findings;
        for (const Finding &finding : m_after.findings) {
            const auto same = std::find_if(left.begin(), left.end(), [&](const Finding &other) {
                return other.ruleId == finding.ruleId && other.subject == finding.subject;
            });
            if (same == left.end()) {
                if (wasTested(finding, earlier, later))
                    found(Change::Appeared, finding, {}, severityName(finding.severity));
                else
                    found(Change::Changed, finding, untested, severityName(finding.severity));
                continue;
            }
            if (same->severity != finding.severity)
                found(Change::Changed, finding, severityName(same->severity), severityName(finding.severity));
            else
                m_result.stayed.append(finding);
            left.erase(same);
        }
        for (const Finding &finding : std::as_const(left)) {
            if (wasTested(finding, later, earlier))
                found(Change::Gone, finding, severityName(finding.severity), {});
            else
                found(Change::Changed, finding, severityName(finding.severity), untested);
        }
    }
    void found(Change change, const Finding &finding, const QString &before, const QString &after)
    {
        m_result.differences.append({Topic::Finding, change, finding.subject, finding.ruleId, before, after, 0, 0, finding});
    }

    /// The TXT values at one name, in no order. What was not answered says nothing.
    void texts(Topic topic, const Lookup &before, const Lookup &after)
    {
        if (!before.asked() || before.failed() || !after.asked() || after.failed())
            return;
        QStringList gone = valuesOf(before);
        QStringList come;
        for (const QString &value : valuesOf(after)) {
            if (!gone.removeOne(value))
                come.append(value);
        }
        // One value in the place of another is a change of it.
        for (qsizetype i = 0; i < std::max(gone.size(), come.size()); ++i)
            changed(topic, after.question.name, {}, gone.value(i), come.value(i));
    }
    static QStringList valuesOf(const Lookup &lookup)
    {
        QStringList values;
        for (const TxtRecord &record : txtRecords(lookup).records)
            values.append(QString::fromUtf8(record.joined()));
        values.sort();
        return values;
    }

    void policies()
    {
        const bool unknown = m_before.stsStatus == StsStatus::Undetermined || m_after.stsStatus == StsStatus::Undetermined;
        if ((!m_before.policy && !m_after.policy) || (unknown && !(m_before.policy && m_after.policy)))
            return;
        const Policy none;
        const Policy &before = m_before.policy ? *m_before.policy : none;
        const Policy &after = m_after.policy ? *m_after.policy : none;
        m_result.policy = alignedLines(before.lines, after.lines);
        bool lines = false;
        for (const LinePair &pair : std::as_const(m_result.policy)) {
            if (pair.same())
                continue;
            lines = true;
            const Change change = pair.before == 0 ? Change::Appeared : pair.after == 0 ? Change::Gone : Change::Changed;
            m_result.differences.append({Topic::Policy,
                                         change,
                                         {},
                                         QStringLiteral("line"),
                                         QString::fromUtf8(pair.textBefore),
                                         QString::fromUtf8(pair.textAfter),
                                         pair.before,
                                         pair.after,
                                         std::nullopt});
        }
        if (!lines && before.raw != after.raw)
            m_result.differences.append({Topic::Policy, Change::Changed, {}, QStringLiteral("line-ends"), {}, {}, 0, 0, std::nullopt});
    }

    void hosts()
    {
        const auto known = [](const DomainFacts &facts) { return facts.mx.asked() && !facts.mx.failed(); };
        if (!known(m_before.facts) || !known(m_after.facts))
            return;
        const QMap<QString, MxOutcome> before = byHost(m_before);
        const QMap<QString, MxOutcome> after = byHost(m_after);
        for (const MxOutcome &host : m_after.mx) {
            if (!before.contains(host.host))
                changed(Topic::MxHost, host.host, {}, {}, QString::number(host.preference));
        }
        for (const MxOutcome &host : m_before.mx) {
            const auto now = after.constFind(host.host);
            if (now == after.cend()) {
                changed(Topic::MxHost, host.host, {}, QString::number(host.preference), {});
                continue;
            }
            changed(Topic::MxHost, host.host, QStringLiteral("preference"), QString::number(host.preference),
                    QString::number(now->preference));
            if (inForce(m_before) && inForce(m_after)) // without a policy nothing can be covered
                changed(Topic::MxHost, host.host, QStringLiteral("coveredBy"), host.coveredBy, now->coveredBy);
            changed(Topic::MxHost, host.host, QStringLiteral("result"), host.result, now->result);
            addresses(host, *now);
        }
    }
    void addresses(const MxOutcome &before, const MxOutcome &after)
    {
        QMap<QString, AddressOutcome> left;
        for (const AddressOutcome &address : before.addresses)
            left.insert(address.address.toString(), address);
        for (const AddressOutcome &address : after.addresses) {
            const QString text = address.address.toString();
            if (!left.contains(text)) {
                changed(Topic::MxHost, after.host, QStringLiteral("address"), {}, text);
                continue;
            }
            const AddressOutcome was = left.take(text);
            if (was.result != address.result && before.result == after.result) // else the host's says it
                changed(Topic::MxHost, QString(after.host + u' ' + text), QStringLiteral("result"), was.result, address.result);
        }
        for (const QString &text : left.keys())
            changed(Topic::MxHost, after.host, QStringLiteral("address"), text, {});
    }
    static bool inForce(const DomainAudit &audit) { return audit.stsStatus == StsStatus::Testing || audit.stsStatus == StsStatus::Enforce; }
    static QMap<QString, MxOutcome> byHost(const DomainAudit &audit)
    {
        QMap<QString, MxOutcome> map;
        for (const MxOutcome &host : audit.mx)
            map.insert(host.host, host);
        return map;
    }

    /// The certificates that each host showed, by their kind of key: a host may have one of each.
    using Shown = QMap<QString, QMap<QString, Certificate>>;
    static Shown shownIn(const DomainAudit &audit)
    {
        Shown shown;
        const auto add = [&shown](const QString &host, const TlsSession &session) {
            const Certificate leaf = session.chain.value(0);
            const QString kind = leaf.keyType.section(u' ', 0, 0);
            if (leaf.valid && !shown[host].contains(kind))
                shown[host].insert(kind, leaf);
        };
        for (const PolicyFetch &fetch : audit.facts.fetches)
            add(QStringLiteral("mta-sts.") + audit.facts.domain.ascii, fetch.tls);
        for (const MxHost &host : audit.facts.mxHosts) {
            for (const MxProbe &probe : host.probes)
                add(host.name, probe.tls);
            for (const ExtraProbe &extra : host.extraProbes)
                add(host.name, extra.probe.tls);
        }
        return shown;
    }
    void certificates()
    {
        const Shown before = shownIn(m_before);
        const Shown after = shownIn(m_after);
        for (auto host = after.cbegin(); host != after.cend(); ++host) {
            const QMap<QString, Certificate> former = before.value(host.key());
            for (auto now = host->cbegin(); now != host->cend(); ++now) {
                // A host with a single certificate of another kind has changed its key as well.
                const bool single = host->size() == 1 && former.size() == 1;
                const Certificate was = single ? former.first() : former.value(now.key());
                if (was.valid && was.sha256 != now->sha256)
                    renewed(host.key(), was, *now);
            }
        }
    }
    void renewed(const QString &host, const Certificate &before, const Certificate &after)
    {
        const auto described = [](const Certificate &certificate) {
            return QStringLiteral("%1, %2, %3")
                .arg(certificate.notAfter.toUTC().toString(Qt::ISODate), certificate.issuer, certificate.keyType);
        };
        const bool sameKey = before.spkiSha256 == after.spkiSha256;
        m_result.differences.append({Topic::Certificate, Change::Changed, host,
                                     sameKey ? QStringLiteral("renewed") : QStringLiteral("key-changed"), described(before),
                                     described(after), 0, 0, std::nullopt});
    }

    void tlsa()
    {
        QMap<QString, QStringList> before;
        for (const MxHost &host : m_before.facts.mxHosts) {
            if (const std::optional<QStringList> records = recordsOf(host))
                before.insert(host.name, *records);
        }
        for (const MxHost &host : m_after.facts.mxHosts) {
            const std::optional<QStringList> now = recordsOf(host);
            if (!now || !before.contains(host.name))
                continue;
            QStringList gone = before.value(host.name);
            for (const QString &record : *now) {
                if (!gone.removeOne(record))
                    changed(Topic::Tlsa, host.name, {}, {}, record);
            }
            for (const QString &record : std::as_const(gone))
                changed(Topic::Tlsa, host.name, {}, record, {});
        }
    }
    /// Nothing when they were not asked for, or the question failed.
    static std::optional<QStringList> recordsOf(const MxHost &host)
    {
        QStringList records;
        if (host.tlsa.isEmpty())
            return std::nullopt;
        for (const Lookup &lookup : host.tlsa) {
            if (!lookup.asked() || lookup.failed())
                return std::nullopt;
            for (const TlsaRecord &record : tlsaRecords(lookup).records)
                records.append(tlsaText(record));
        }
        records.sort();
        return records;
    }

    const DomainAudit &m_before;
    const DomainAudit &m_after;
    Comparison m_result;
};

} // namespace

QString topicName(Difference::Topic topic)
{
    switch (topic) {
    case Topic::Verdict:
        return QStringLiteral("verdict");
    case Topic::Status:
        return QStringLiteral("status");
    case Topic::Link:
        return QStringLiteral("link");
    case Topic::Finding:
        return QStringLiteral("finding");
    case Topic::Record:
        return QStringLiteral("record");
    case Topic::Policy:
        return QStringLiteral("policy");
    case Topic::MxHost:
        return QStringLiteral("mx-host");
    case Topic::Certificate:
        return QStringLiteral("certificate");
    case Topic::Tlsa:
        return QStringLiteral("tlsa");
    case Topic::TlsRpt:
        break;
    }
    return QStringLiteral("tls-rpt");
}

QString changeName(Difference::Change change)
{
    switch (change) {
    case Change::Appeared:
        return QStringLiteral("appeared");
    case Change::Gone:
        return QStringLiteral("gone");
    case Change::Changed:
        break;
    }
    return QStringLiteral("changed");
}

Comparison compare(const DomainAudit &before, const DomainAudit &after)
{
    return Comparing(before, after).compare();
}

} // namespace mta
