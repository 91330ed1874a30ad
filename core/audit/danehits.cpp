// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/danehits.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

/// What the host shows at its first address that shows anything.
QList<Certificate> shownChain(const MxHost &host)
{
    for (const MxProbe &probe : host.probes) {
        if (!probe.tls.chain.isEmpty())
            return probe.tls.chain;
    }
    return {};
}

} // namespace

Verdict daneHosts(const Situation &situation, const std::function<bool(const HostDane &)> &wrong)
{
    if (const auto before = beforeMx(situation))
        return *before;
    QList<Hit> hits;
    bool asked = false;
    bool unknown = false;
    for (int i = 0; i < situation.dane.size(); ++i) {
        const HostDane &dane = situation.dane.at(i);
        const MxHost &host = situation.facts.mxHosts.at(i);
        asked = asked || !host.tlsa.isEmpty();
        unknown = unknown || daneIsOpen(host, dane);
        if (dane.lookup < 0 || !wrong(dane))
            continue;
        hits.append({host.name,
                     {{QStringLiteral("base"), dane.base},
                      {QStringLiteral("records"), tlsaList(dane.records)},
                      {QStringLiteral("fitting"), fittingRecord(shownChain(host))}},
                     QStringLiteral("/mxHosts/%1/tlsa/%2").arg(i).arg(dane.lookup),
                     false});
    }
    if (hits.isEmpty() && !asked && !unknown)
        return Verdict::notApplicable(); // no sender asks for TLSA records of these hosts
    return hits.isEmpty() && unknown ? Verdict::undetermined() : Verdict::of(hits);
}

Verdict withoutTlsa(const Situation &situation)
{
    for (int i = 0; i < situation.dane.size(); ++i) {
        if (daneIsOpen(situation.facts.mxHosts.at(i), situation.dane.at(i)))
            return Verdict::undetermined();
    }
    return Verdict::notApplicable();
}

Verdict daneChecks(const Situation &situation, SkipHost skip, const SayOfAddress &say)
{
    if (const auto before = beforeMx(situation))
        return *before;
    const bool published = std::any_of(situation.dane.cbegin(), situation.dane.cend(),
                                       [](const HostDane &dane) { return dane.state == DaneState::Published && dane.usable; });
    return published ? addressHits(situation, skip, say) : withoutTlsa(situation);
}

QString tlsaList(const QList<TlsaRecord> &records)
{
    QStringList texts;
    for (const TlsaRecord &record : records.mid(0, tlsaRecordsShown))
        texts.append(tlsaText(record, tlsaDigitsShown));
    if (records.size() > tlsaRecordsShown)
        texts.append(QStringLiteral("…"));
    return texts.join(QStringLiteral(", "));
}

QString fittingRecord(const QList<Certificate> &chain)
{
    const QByteArray data = chain.isEmpty() ? QByteArray() : associationData(chain.first(), 1, 1);
    return data.isEmpty() ? QStringLiteral("3 1 1 …") : tlsaText({3, 1, 1, data});
}

QString meantClause(const QList<TlsaRecord> &records, const QList<Certificate> &chain)
{
    for (const TlsaRecord &record : records) {
        if (const std::optional<TlsaRecord> meant = meantRecord(record, chain))
            return QCoreApplication::translate("Verdict", "its TLSA record (DANE) is published as %1, but what it holds fits only as %2")
                .arg(tlsaText(record, tlsaDigitsShown), tlsaText(*meant, tlsaDigitsShown));
    }
    return {};
}

QString keptFor(const MxHost &host, const HostDane &dane)
{
    const std::chrono::seconds ttl = tlsaRecords(host.tlsa.value(dane.lookup)).ttl;
    const QDateTime start = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    return spanText(start, start.addSecs(ttl.count()));
}

} // namespace mta
