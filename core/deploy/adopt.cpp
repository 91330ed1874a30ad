// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/adopt.h"

#include "deploy/live.h"
#include "deploy/planfault.h"
#include "deploy/provider.h"
#include "deploy/publications.h"
#include "dns/message.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

class Adopting
{
public:
    Adopting(const Plan &plan, const DomainAudit &audit) : m_audit(audit), m_live(liveDomain(audit)) { m_result.plan = plan; }

    Adoption adopt()
    {
        recordAndPolicy();
        reports();
        policyHost();
        mailServers();
        tlsa();
        zone();
        m_result.plan = withSeen(m_result.plan, m_audit.facts);
        return m_result;
    }

    Adoption adopt(const LiveRow &row)
    {
        switch (row.item) {
        case PlanItem::Record:
        case PlanItem::Policy:
            recordAndPolicy();
            break;
        case PlanItem::TlsRpt:
            reports();
            break;
        case PlanItem::PolicyHost:
            policyHost();
            break;
        case PlanItem::Mx:
            mailServer(row.subject);
            break;
        case PlanItem::Tlsa:
            tlsa(row.subject);
            break;
        case PlanItem::PolicyCertificate:
        case PlanItem::MxCertificate:
            break;
        }
        m_result.plan = withSeen(m_result.plan, m_audit.facts);
        return m_result;
    }

private:
    void leave(PlanItem item, const QString &subject, const char *reason) { m_result.left.append({item, subject, QLatin1String(reason)}); }

    void recordAndPolicy()
    {
        Plan &plan = m_result.plan;
        const QString domain = m_audit.facts.domain.ascii;
        if (!m_live.record)
            return;
        if (m_live.record->state == StsRecordSet::State::Absent) {
            plan.policy.reset();
            plan.id.clear();
            return;
        }
        const std::optional<PolicyTerms> terms = m_live.policy ? termsOf(*m_live.policy) : std::nullopt;
        if (terms)
            plan.policy = terms;
        else if (m_live.file != LiveDomain::File::Unknown)
            leave(PlanItem::Policy, policySubject(domain), m_live.policy ? "invalid" : "absent");
        const bool valid = m_live.record->state == StsRecordSet::State::One && m_live.record->record.valid();
        if (valid && plan.policy)
            plan.id = m_live.record->record.id;
        else
            leave(PlanItem::Record, recordSubject(domain), valid ? "no-policy" : "invalid");
        // A policy that was served under a record that is none has no id of its own yet.
        if (plan.policy && plan.id.isEmpty()) {
            plan.policy.reset();
            leave(PlanItem::Policy, policySubject(domain), "no-record");
        }
    }

    void reports()
    {
        if (!m_live.tlsRpt)
            return;
        const TlsRptRecord &record = m_live.tlsRpt->record;
        const bool absent = m_live.tlsRpt->state == TlsRptRecordSet::State::Absent;
        QList<QByteArray> destinations;
        for (const ReportUri &uri : record.rua) {
            if (!destinations.contains(uri.text))
                destinations.append(uri.text);
        }
        const bool usable = m_live.tlsRpt->state == TlsRptRecordSet::State::One && record.valid() && tlsRptRecordText(destinations);
        if (absent || (usable && destinations.size() <= maxPlanReports))
            m_result.plan.reports = absent ? QList<QByteArray>() : destinations;
        else
            leave(PlanItem::TlsRpt, tlsRptSubject(m_audit.facts.domain.ascii), usable ? "too-many" : "invalid");
    }

    void policyHost()
    {
        PolicyHosting hosting = m_result.plan.hosting;
        if (!m_live.alias.isEmpty()) {
            hosting.alias = m_live.alias;
            hosting.addresses.clear();
        } else if (m_live.ipv4 || m_live.ipv6) {
            const auto kept = [&](const std::optional<QList<QHostAddress>> &live, QAbstractSocket::NetworkLayerProtocol family) {
                QList<QHostAddress> planned = m_result.plan.hosting.addresses;
                planned.removeIf([family](const QHostAddress &address) { return address.protocol() != family; });
                return live.value_or(planned);
            };
            // Half an answer without an alias is enough to know that there is none (RFC 1034 §3.6.2).
            hosting.alias.clear();
            hosting.addresses = kept(m_live.ipv4, QAbstractSocket::IPv4Protocol) + kept(m_live.ipv6, QAbstractSocket::IPv6Protocol);
        }
        Plan trial = m_result.plan;
        trial.hosting = hosting;
        if (isFaultless(trial, QLatin1String("/hosting")))
            m_result.plan.hosting = hosting;
        else
            leave(PlanItem::PolicyHost, policyHostSubject(m_audit.facts.domain.ascii), "name");
    }

    void mailServers()
    {
        if (!m_live.mx)
            return;
        QList<IntendedMx> adopted;
        for (const IntendedMx &mx : *m_live.mx) {
            if (!isHostName(mx.host))
                leave(PlanItem::Mx, mx.host, "name");
            else if (adopted.size() == maxPlanMx)
                leave(PlanItem::Mx, mx.host, "too-many");
            else
                adopted.append(mx);
        }
        m_result.plan.mx = adopted;
    }

    /// It comes, or goes. Only the order of preferences counts (RFC 5321 §5.1), and that is one of all: they are adopted together.
    void mailServer(const QString &host)
    {
        if (!m_live.mx)
            return;
        const auto isHost = [](const QString &name) { return [name](const IntendedMx &mx) { return mx.host == name; }; };
        QList<IntendedMx> &planned = m_result.plan.mx;
        const auto live = std::find_if(m_live.mx->cbegin(), m_live.mx->cend(), isHost(host));
        if (live == m_live.mx->cend()) {
            planned.removeIf(isHost(host));
            return;
        }
        const bool known = std::any_of(planned.cbegin(), planned.cend(), isHost(host));
        if (!known && (!isHostName(host) || planned.size() >= maxPlanMx)) {
            leave(PlanItem::Mx, host, isHostName(host) ? "too-many" : "name");
            return;
        }
        if (!known)
            planned.append(*live);
        for (IntendedMx &mx : planned) {
            const auto there = std::find_if(m_live.mx->cbegin(), m_live.mx->cend(), isHost(mx.host));
            if (there != m_live.mx->cend())
                mx.preference = there->preference;
        }
    }

    /// Of every mail server, or of the one whose TLSA records have this owner.
    void tlsa(const QString &owner = {})
    {
        for (auto host = m_live.tlsa.cbegin(); host != m_live.tlsa.cend(); ++host) {
            if (!owner.isEmpty() && tlsaOwner(host.key()) != owner)
                continue;
            Plan trial = m_result.plan;
            trial.tlsa.removeIf([&host](const IntendedTlsa &tlsa) { return tlsa.host == host.key(); });
            for (const TlsaRecord &record : *host)
                trial.tlsa.append({host.key(), record});
            if (isFaultless(trial, QLatin1String("/tlsa")))
                m_result.plan = trial;
            else
                leave(PlanItem::Tlsa, tlsaOwner(host.key()), trial.tlsa.size() > maxPlanTlsa ? "too-many" : "invalid");
        }
    }

    void zone()
    {
        const QString zone = liveZone(m_audit.facts);
        Plan trial = m_result.plan;
        trial.zone = zone;
        if (!zone.isEmpty() && isFaultless(trial, QLatin1String("/zone")))
            m_result.plan.zone = zone;
    }

    static bool isFaultless(const Plan &plan, QLatin1String place)
    {
        const QList<PlanFault> faults = faultsOf(plan);
        return std::none_of(faults.cbegin(), faults.cend(), [&](const PlanFault &fault) { return fault.place.startsWith(place); });
    }

    const DomainAudit &m_audit;
    const LiveDomain m_live;
    Adoption m_result;
};

} // namespace

Adoption adoptLive(const Plan &plan, const DomainAudit &audit)
{
    return Adopting(plan, audit).adopt();
}

bool canAdopt(const LiveRow &row)
{
    return row.isDifferent() && row.item != PlanItem::PolicyCertificate && row.item != PlanItem::MxCertificate;
}

Adoption adoptLive(const Plan &plan, const DomainAudit &audit, const LiveRow &row)
{
    return Adopting(plan, audit).adopt(row);
}

Adoption planFromLive(const DomainAudit &audit)
{
    Plan plan;
    const Result<DomainName> domain = parseDomainName(audit.facts.domain.ascii);
    plan.domain = domain ? *domain : audit.facts.domain;
    return adoptLive(plan, audit);
}

} // namespace mta
