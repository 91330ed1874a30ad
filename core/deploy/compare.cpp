// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/compare.h"

#include "audit/checks.h"
#include "deploy/comparehosts.h"
#include "deploy/comparepolicy.h"

#include <algorithm>

namespace mta
{

namespace
{

LiveRow rowOf(PlanItem item, const QString &subject, const char *type)
{
    LiveRow row;
    row.item = item;
    row.subject = subject;
    row.type = QLatin1String(type);
    return row;
}

/// A destination in one spelling: scheme and host are the same in any case (RFC 3986 §6.2.2.1), the rest is not.
QByteArray spelt(const ReportUri &uri)
{
    const QByteArray host = uri.host.toUtf8();
    const qsizetype colon = uri.text.indexOf(':');
    QByteArray text = uri.text.left(colon).toLower() + uri.text.mid(colon);
    // RFC 6068 §2: what stands before the @ may be the host's name as well.
    const qsizetype at = text.toLower().indexOf(host, (uri.mail ? text.indexOf('@', colon) : colon) + 1);
    return at < 0 ? text : text.left(at) + host + text.mid(at + host.size());
}

QByteArrayList speltAll(const QList<ReportUri> &uris)
{
    QByteArrayList all;
    for (const ReportUri &uri : uris)
        all.append(spelt(uri));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

LiveRow tlsRptRow(const Plan &plan, const DomainAudit &audit, const LiveDomain &live)
{
    LiveRow row = rowOf(PlanItem::TlsRpt, tlsRptSubject(plan.domain.ascii), "TXT");
    row.planned = tlsRptRecordText(plan.reports).value_or(QByteArray());
    if (!live.tlsRpt) {
        row.state = LiveState::NotTested;
        row.notes = {notLookedUp(audit.facts.tlsRpt)};
        return row;
    }
    const TlsRptRecordSet &set = *live.tlsRpt;
    using State = TlsRptRecordSet::State;
    if (set.state != State::Absent)
        row.live = set.state == State::Multiple ? QByteArrayList(set.candidates).join('\n') : set.record.raw;
    row.reason = QStringLiteral("nobody-knows");
    if (set.state == State::Absent) {
        row.state = row.planned.isEmpty() ? LiveState::Same : LiveState::Missing;
    } else if (row.planned.isEmpty()) {
        row.state = LiveState::Unexpected;
    } else if (set.state != State::One || !set.record.valid()) {
        row.state = LiveState::Differs;
        row.right = LooksRight::Plan;
        row.reason = set.state == State::Multiple ? QStringLiteral("live-is-several") : QStringLiteral("live-is-invalid");
    } else if (speltAll(set.record.rua) != speltAll(parseTlsRptRecord(row.planned).rua)) {
        row.state = LiveState::Differs;
    } else if (row.live != row.planned) {
        row.notes.append(set.record.extensions.isEmpty() ? QStringLiteral("written-differently") : QStringLiteral("extensions"));
    }
    if (row.isDifferent())
        row.paste = row.planned;
    else
        row.reason.clear();
    return row;
}

QByteArray addressLines(QList<QHostAddress> addresses)
{
    QByteArrayList lines;
    for (const QHostAddress &address : addresses)
        lines.append(address.toString().toLatin1());
    std::sort(lines.begin(), lines.end());
    return lines.join('\n');
}

/// What is live works as long as senders get a policy from there.
void decidePolicyHost(LiveRow &row, const DomainAudit &audit)
{
    const bool serves =
        audit.stsStatus == StsStatus::None || audit.stsStatus == StsStatus::Testing || audit.stsStatus == StsStatus::Enforce;
    row.right = serves && !row.live.isEmpty() ? LooksRight::Live : LooksRight::Nobody;
    row.reason = serves && !row.live.isEmpty() ? QStringLiteral("live-host-serves") : QStringLiteral("nobody-knows");
    row.paste = row.planned;
}

void compareValues(LiveRow &row, const DomainAudit &audit)
{
    if (row.live == row.planned)
        return;
    row.state = row.live.isEmpty() ? LiveState::Missing : row.planned.isEmpty() ? LiveState::Unexpected : LiveState::Differs;
    decidePolicyHost(row, audit);
}

LiveRow addressRow(const Plan &plan, const DomainAudit &audit, const std::optional<QList<QHostAddress>> &live, bool ipv6)
{
    LiveRow row = rowOf(PlanItem::PolicyHost, policyHostSubject(plan.domain.ascii), ipv6 ? "AAAA" : "A");
    QList<QHostAddress> planned = plan.hosting.addresses;
    planned.removeIf([ipv6](const QHostAddress &address) { return (address.protocol() == QAbstractSocket::IPv6Protocol) != ipv6; });
    row.planned = addressLines(planned);
    if (!live) {
        row.state = LiveState::NotTested;
        row.notes = {notLookedUp(ipv6 ? audit.facts.policyHost.aaaa : audit.facts.policyHost.a)};
        return row;
    }
    row.live = addressLines(*live);
    compareValues(row, audit);
    return row;
}

/// One row for an alias on either side, else one for each family that one of them has.
QList<LiveRow> policyHostRows(const Plan &plan, const DomainAudit &audit, const LiveDomain &live)
{
    if (plan.hosting.alias.isEmpty() && live.alias.isEmpty()) {
        QList<LiveRow> rows{addressRow(plan, audit, live.ipv4, false), addressRow(plan, audit, live.ipv6, true)};
        const HostAddresses &host = audit.facts.policyHost;
        rows.removeIf([&host](const LiveRow &row) {
            // What nobody asked for and nobody plans is no matter; what could not be looked up is not known to be absent.
            const bool failed = (row.type == QLatin1String("A") ? host.a : host.aaaa).failed();
            return row.planned.isEmpty() && row.live.isEmpty() && !(row.state == LiveState::NotTested && failed);
        });
        return rows;
    }
    LiveRow row = rowOf(PlanItem::PolicyHost, policyHostSubject(plan.domain.ascii), "CNAME");
    row.planned = plan.hosting.alias.isEmpty() ? addressLines(plan.hosting.addresses) : plan.hosting.alias.toUtf8() + '.';
    if (!live.ipv4 && !live.ipv6) {
        row.state = LiveState::NotTested;
        row.notes = {notLookedUp(audit.facts.policyHost.a)};
        return {row};
    }
    const QList<QHostAddress> addresses = live.ipv4.value_or(QList<QHostAddress>()) + live.ipv6.value_or(QList<QHostAddress>());
    row.live = live.alias.isEmpty() ? addressLines(addresses) : live.alias.toUtf8() + '.';
    compareValues(row, audit);
    return {row};
}

/// A name alone says nothing to senders, and a record for all names (*) gives one to every host: without a policy planned it counts only
/// where one is served, or where that is not known (RFC 8461 §3.3).
void passOverNames(QList<LiveRow> &rows, const Plan &plan, const LiveDomain &live)
{
    if (plan.policy || live.file != LiveDomain::File::None)
        return;
    for (LiveRow &row : rows) {
        if (row.item != PlanItem::PolicyHost || row.state != LiveState::Unexpected)
            continue;
        row.state = LiveState::Same;
        row.right = LooksRight::Nobody;
        row.reason.clear();
        row.notes.append(QStringLiteral("host-without-policy"));
    }
}

std::optional<LiveRow> policyCertificateRow(const Plan &plan, const DomainAudit &audit)
{
    if (!plan.policy)
        return std::nullopt;
    const QString host = policyHostSubject(plan.domain.ascii);
    LiveRow row = rowOf(PlanItem::PolicyCertificate, host, "");
    row.planned = host.toUtf8();
    const QList<PolicyFetch> &fetches = audit.facts.fetches;
    const bool asked = audit.policyFetch >= 0 && audit.policyFetch < fetches.size();
    const TlsSession session = asked ? fetches.at(audit.policyFetch).tls : TlsSession();
    if (session.chain.isEmpty()) {
        row.state = LiveState::NotTested;
        row.notes = {QStringLiteral("not-reached")};
        return row;
    }
    row.live = session.chain.first().dnsNames.join(QStringLiteral(", ")).toUtf8();
    const FetchTrouble trouble = fetchTrouble(fetches.at(audit.policyFetch), host, audit.judgedAt);
    if (trouble != FetchTrouble::Certificate)
        return row;
    if (audit.stsStatus == StsStatus::Undetermined) { // a wrong clock, or somebody who re-signs on the way
        row.state = LiveState::NotTested;
        row.notes = {QStringLiteral("not-reached")};
        return row;
    }
    row.state = LiveState::Differs;
    row.right = LooksRight::Plan;
    row.reason = QStringLiteral("certificate-does-not-fit");
    return row;
}

} // namespace

LiveComparison compareWithLive(const Plan &plan, const DomainAudit &audit)
{
    const LiveDomain live = liveDomain(audit);
    LiveComparison comparison{plan.domain, audit.facts.observedAt, {}};
    const std::optional<LiveRow> policy = policyRow(plan, audit, live);
    comparison.rows.append(recordRow(plan, audit, live, policy));
    comparison.rows.append(tlsRptRow(plan, audit, live));
    comparison.rows.append(policyHostRows(plan, audit, live));
    if (policy)
        comparison.rows.append(*policy);
    if (const std::optional<LiveRow> certificate = policyCertificateRow(plan, audit))
        comparison.rows.append(*certificate);
    comparison.rows.append(mxRows(plan, audit, live));
    comparison.rows.append(tlsaRows(plan, audit, live));
    comparison.rows.append(mxCertificateRows(plan, audit));
    passOverNames(comparison.rows, plan, live);
    return comparison;
}

int LiveComparison::count(LiveState state) const
{
    return static_cast<int>(std::count_if(rows.cbegin(), rows.cend(), [state](const LiveRow &row) { return row.state == state; }));
}

bool LiveComparison::isDifferent() const
{
    return std::any_of(rows.cbegin(), rows.cend(), [](const LiveRow &row) { return row.isDifferent(); });
}

QString recordSubject(const QString &domain)
{
    return QLatin1String("_mta-sts.") + domain;
}

QString tlsRptSubject(const QString &domain)
{
    return QLatin1String("_smtp._tls.") + domain;
}

QString policyHostSubject(const QString &domain)
{
    return QLatin1String("mta-sts.") + domain;
}

QString policySubject(const QString &domain)
{
    return QStringLiteral("https://mta-sts.%1/.well-known/mta-sts.txt").arg(domain); // RFC 8461 §3.3
}

} // namespace mta
