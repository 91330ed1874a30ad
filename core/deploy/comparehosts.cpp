// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/comparehosts.h"

#include "audit/outcome.h"
#include "dane/match.h"

#include <algorithm>

namespace mta
{

namespace
{

QByteArray mxValue(const IntendedMx &mx)
{
    return QByteArray::number(mx.preference) + ' ' + mx.host.toUtf8() + '.';
}

const IntendedMx *ofHost(const QList<IntendedMx> &list, const QString &host)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), [&host](const IntendedMx &mx) { return mx.host == host; });
    return found == list.cend() ? nullptr : &*found;
}

/// Of the hosts that both have: those that come before a host, and those that share its place. Only the order of preferences counts
/// (RFC 5321 §5.1).
std::pair<QStringList, QStringList> placeIn(const QList<IntendedMx> &list, const QList<IntendedMx> &other, const IntendedMx &mx)
{
    QStringList before;
    QStringList beside;
    for (const IntendedMx &each : list) {
        if (!ofHost(other, each.host) || each.host == mx.host)
            continue;
        if (each.preference < mx.preference)
            before.append(each.host);
        else if (each.preference == mx.preference)
            beside.append(each.host);
    }
    before.sort();
    beside.sort();
    return {before, beside};
}

bool coveredBy(const std::optional<PolicyTerms> &terms, const QString &host)
{
    if (!terms || terms->mode == PolicyMode::None)
        return false;
    return std::any_of(terms->mx.cbegin(), terms->mx.cend(),
                       [&host](const QString &pattern) { return matches(parseMxPattern(pattern.toUtf8()), host); });
}

void decideUnexpectedMx(LiveRow &row, const Plan &plan, const LiveDomain &live)
{
    const std::optional<PolicyTerms> served = live.policy ? termsOf(*live.policy) : std::nullopt;
    const bool expected = coveredBy(served, row.subject) || coveredBy(plan.policy, row.subject);
    row.right = expected ? LooksRight::Live : LooksRight::Nobody;
    row.reason = expected ? QStringLiteral("mx-is-covered") : QStringLiteral("nobody-knows");
}

LiveRow mxRow(const QString &host, const Plan &plan, const LiveDomain &live)
{
    const IntendedMx *planned = ofHost(plan.mx, host);
    const IntendedMx *there = ofHost(*live.mx, host);
    LiveRow row;
    row.item = PlanItem::Mx;
    row.subject = host;
    row.type = QStringLiteral("MX");
    row.planned = planned ? mxValue(*planned) : QByteArray();
    row.live = there ? mxValue(*there) : QByteArray();
    row.paste = planned ? row.planned : QByteArray();
    if (!there) {
        row.state = LiveState::Missing;
        row.reason = QStringLiteral("nobody-knows");
    } else if (!planned) {
        row.state = LiveState::Unexpected;
        decideUnexpectedMx(row, plan, live);
    } else if (placeIn(plan.mx, *live.mx, *planned) != placeIn(*live.mx, plan.mx, *there)) {
        row.state = LiveState::Differs;
        row.reason = QStringLiteral("nobody-knows");
    } else {
        row.paste.clear();
        if (planned->preference != there->preference)
            row.notes.append(QStringLiteral("same-order"));
    }
    return row;
}

} // namespace

QList<LiveRow> mxRows(const Plan &plan, const DomainAudit &audit, const LiveDomain &live)
{
    if (!live.mx) {
        LiveRow row;
        row.item = PlanItem::Mx;
        row.subject = plan.domain.ascii;
        row.type = QStringLiteral("MX");
        row.state = LiveState::NotTested;
        row.notes = {notLookedUp(audit.facts.mx)};
        QByteArrayList planned;
        for (const IntendedMx &mx : plan.mx)
            planned.append(mxValue(mx));
        row.planned = planned.join('\n');
        return {row};
    }
    QList<LiveRow> rows;
    for (const IntendedMx &mx : plan.mx)
        rows.append(mxRow(mx.host, plan, live));
    for (const IntendedMx &mx : *live.mx) {
        if (!ofHost(plan.mx, mx.host))
            rows.append(mxRow(mx.host, plan, live));
    }
    if (rows.isEmpty()) { // a domain without mail servers, as planned
        LiveRow row;
        row.item = PlanItem::Mx;
        row.subject = plan.domain.ascii;
        row.type = QStringLiteral("MX");
        row.notes = {live.nullMx ? QStringLiteral("null-mx") : QStringLiteral("no-mx")};
        rows.append(row);
    }
    return rows;
}

namespace
{

QByteArray tlsaLines(const QList<TlsaRecord> &records)
{
    QByteArrayList lines;
    for (const TlsaRecord &record : records)
        lines.append(tlsaText(record, 2 * record.data.size()).toLatin1());
    std::sort(lines.begin(), lines.end());
    return lines.join('\n');
}

/// What a sender makes of the certificate that the host shows now; absent where it shows none.
std::optional<bool> fits(const QList<TlsaRecord> &records, const MxHost &host, const QDateTime &at)
{
    for (const MxProbe &probe : host.probes) {
        if (probe.tls.chain.isEmpty())
            continue;
        const DaneOutcome outcome = verifyDane(probe.tls.chain, records, {host.name}, at).outcome;
        return outcome == DaneOutcome::Unknown ? std::nullopt : std::optional(outcome == DaneOutcome::Valid);
    }
    return std::nullopt;
}

void decideTlsa(LiveRow &row, const QList<TlsaRecord> &planned, const QList<TlsaRecord> &there, const DomainAudit &audit,
                const QString &host)
{
    row.reason = QStringLiteral("nobody-knows");
    const QList<MxHost> &hosts = audit.facts.mxHosts;
    const auto known = std::find_if(hosts.cbegin(), hosts.cend(), [&host](const MxHost &mx) { return mx.name == host; });
    if (known == hosts.cend() || planned.isEmpty() || there.isEmpty())
        return;
    const std::optional<bool> plannedFits = fits(planned, *known, audit.judgedAt);
    const std::optional<bool> liveFits = fits(there, *known, audit.judgedAt);
    if (!plannedFits || !liveFits || *plannedFits == *liveFits)
        return;
    row.right = *liveFits ? LooksRight::Live : LooksRight::Plan;
    row.reason = *liveFits ? QStringLiteral("live-tlsa-fits") : QStringLiteral("planned-tlsa-fits");
}

LiveRow tlsaRow(const QString &host, const QList<TlsaRecord> &planned, const DomainAudit &audit, const LiveDomain &live)
{
    LiveRow row;
    row.item = PlanItem::Tlsa;
    row.subject = tlsaOwner(host);
    row.type = QStringLiteral("TLSA");
    row.planned = tlsaLines(planned);
    if (!live.tlsa.contains(host)) {
        row.state = LiveState::NotTested;
        row.notes = {QStringLiteral("tlsa-not-asked")};
        return row;
    }
    const QList<TlsaRecord> there = live.tlsa.value(host);
    row.live = tlsaLines(there);
    if (row.live == row.planned)
        return row;
    row.state = there.isEmpty() ? LiveState::Missing : planned.isEmpty() ? LiveState::Unexpected : LiveState::Differs;
    row.paste = row.planned;
    decideTlsa(row, planned, there, audit, host);
    return row;
}

} // namespace

QList<LiveRow> tlsaRows(const Plan &plan, const DomainAudit &audit, const LiveDomain &live)
{
    QStringList hosts;
    QHash<QString, QList<TlsaRecord>> planned;
    for (const IntendedTlsa &tlsa : plan.tlsa) {
        if (!planned.contains(tlsa.host))
            hosts.append(tlsa.host);
        planned[tlsa.host].append(tlsa.record);
    }
    for (auto host = live.tlsa.cbegin(); host != live.tlsa.cend(); ++host) {
        if (!planned.contains(host.key()) && !host->isEmpty())
            hosts.append(host.key());
    }
    QList<LiveRow> rows;
    for (const QString &host : std::as_const(hosts))
        rows.append(tlsaRow(host, planned.value(host), audit, live));
    return rows;
}

QList<LiveRow> mxCertificateRows(const Plan &plan, const DomainAudit &audit)
{
    QList<LiveRow> rows;
    if (!plan.policy || plan.policy->mode == PolicyMode::None)
        return rows;
    for (const MxOutcome &host : audit.mx) {
        LiveRow row;
        row.item = PlanItem::MxCertificate;
        row.subject = host.host;
        row.planned = host.host.toUtf8(); // RFC 8461 §4.2: a name of the certificate is that of the MX host
        const auto shown = std::find_if(host.addresses.cbegin(), host.addresses.cend(),
                                        [](const AddressOutcome &address) { return !address.certificate.der.isEmpty(); });
        if (shown != host.addresses.cend())
            row.live = shown->certificate.dnsNames.join(QStringLiteral(", ")).toUtf8();
        if (isUntested(host.result) || isUnreachable(host.result)) {
            row.state = LiveState::NotTested;
            row.notes = {QStringLiteral("not-reached")};
        } else if (!isOk(host.result)) {
            row.state = row.live.isEmpty() ? LiveState::Missing : LiveState::Differs;
            row.right = LooksRight::Plan;
            row.reason = row.live.isEmpty() ? QStringLiteral("no-certificate") : QStringLiteral("certificate-does-not-fit");
            row.values = {{QStringLiteral("result"), host.result}};
        }
        rows.append(row);
    }
    return rows;
}

} // namespace mta
