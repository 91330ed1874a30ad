// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "survey/followups.h"

#include "dane/basedomain.h"
#include "dns/specialaddress.h"
#include "tlsrpt/tlsrptrecord.h"

#include <algorithm>

namespace mta
{

Lookup joined(const Lookup &plain, const Lookup &validated)
{
    if (!validated.asked())
        return plain;
    const bool plainUsable = plain.asked() && !plain.failed();
    const bool validatedUsable = !validated.failed();
    // A bogus answer keeps the records that were seen: they are evidence.
    if (!plainUsable && (validatedUsable || !plain.asked()))
        return validated;
    Lookup result = plain;
    result.security = validated.security;
    result.bogusReason = validated.bogusReason;
    return result;
}

QList<MxHost> hostsToProbe(const Lookup &mx)
{
    QList<MxHost> hosts;
    for (const MxRecord &record : mxRecords(mx).records) {
        const bool known = std::any_of(hosts.cbegin(), hosts.cend(), [&](const MxHost &host) { return host.name == record.exchange; });
        // RFC 7505 §3: "." is no host, alone or beside others.
        if (known || record.exchange == QLatin1String(".") || hosts.size() == maxMxHosts)
            continue;
        MxHost host;
        host.name = record.exchange;
        host.preference = record.preference;
        hosts.append(host);
    }
    return hosts;
}

int addressesToProbe(qsizetype hosts)
{
    constexpr int families = 2;
    return std::min(maxAddressesPerHost, maxProbesPerDomain / (families * static_cast<int>(std::clamp<qsizetype>(hosts, 1, maxMxHosts))));
}

QList<ReportDestination> reportDestinations(const Lookup &tlsRpt)
{
    QList<QByteArray> values;
    for (const TxtRecord &record : txtRecords(tlsRpt).records)
        values.append(record.joined());
    QList<ReportDestination> destinations;
    constexpr int maxDestinations = 8;
    for (const ReportUri &uri : selectTlsRptRecord(values).record.rua) {
        const bool known = std::any_of(destinations.cbegin(), destinations.cend(),
                                       [&](const ReportDestination &other) { return other.host == uri.host && other.mail == uri.mail; });
        const bool literal = uri.host.startsWith(u'[') || !QHostAddress(uri.host).isNull(); // nothing to look up
        if (!uri.valid || literal || known || destinations.size() == maxDestinations)
            continue;
        ReportDestination destination;
        destination.host = uri.host;
        destination.mail = uri.mail;
        destinations.append(destination);
    }
    return destinations;
}

QStringList tlsaBases(const QString &host, const Lookup &addresses, Depth depth)
{
    const Answer<AddressRecord> answer = addressRecords(addresses);
    if (answer.records.isEmpty() || addresses.failed())
        return {};
    const bool secure = addresses.security == Security::Secure;
    // RFC 7672 §2.2.2: unsigned addresses end DANE, except those of an alias, whose own name may still be signed.
    if (!secure && (addresses.security != Security::Insecure || (depth == Depth::Quick && answer.aliases.isEmpty())))
        return {};
    return tlsaBaseNames(host, answer.aliases, secure);
}

QString whyNotContacted(const QHostAddress &address, const Conditions &conditions)
{
    const bool wanted = address.protocol() == QAbstractSocket::IPv4Protocol ? conditions.ipv4 : conditions.ipv6;
    if (!wanted)
        return QStringLiteral("family");
    if (!conditions.allowPrivate && !specialPurpose(address).isEmpty())
        return QStringLiteral("guard");
    return {};
}

QList<TlsOffer> offersAfter(const MxProbe &probe)
{
    QList<TlsOffer> offers;
    const bool offered = probe.plain && probe.plain->startTls; // where it is not, no sender comes to see any of this
    if (!offered || !probe.tls.established || probe.tls.chain.isEmpty())
        return offers;
    const TlsOffer::Key shown = keyKind(probe.tls.chain.first());
    if (shown != TlsOffer::Key::Any)
        offers.append({.key = shown == TlsOffer::Key::Rsa ? TlsOffer::Key::Ecdsa : TlsOffer::Key::Rsa});
    for (const TlsVersion version : {TlsVersion::Tls12, TlsVersion::Tls11, TlsVersion::Tls10}) {
        if (version < probe.tls.version)
            offers.append({.least = version, .most = version});
    }
    return offers;
}

bool goesAlong(const MxProbe &extra)
{
    return extra.tls.attempted && !extra.tls.timedOut;
}

namespace
{

template<class Attempt>
QList<Attempt> ordered(const QList<Attempt> &attempts, const HostAddresses &addresses, const Conditions &conditions, bool cancelled)
{
    QList<Attempt> result;
    for (const QHostAddress &address : addresses.all()) {
        const auto made =
            std::find_if(attempts.cbegin(), attempts.cend(), [&](const Attempt &attempt) { return attempt.address == address; });
        if (made != attempts.cend()) {
            result.append(*made);
            continue;
        }
        Attempt missing;
        missing.address = address;
        missing.detail = whyNotContacted(address, conditions);
        if (missing.detail.isEmpty())
            missing.detail = cancelled ? QStringLiteral("cancelled") : QStringLiteral("limit");
        result.append(missing);
    }
    return result;
}

} // namespace

QList<MxProbe> inOrder(const QList<MxProbe> &probes, const HostAddresses &addresses, const Conditions &conditions, bool cancelled)
{
    return ordered(probes, addresses, conditions, cancelled);
}

QList<PolicyFetch> inOrder(const QList<PolicyFetch> &fetches, const HostAddresses &addresses, const Conditions &conditions, bool cancelled)
{
    return ordered(fetches, addresses, conditions, cancelled);
}

QList<ExtraProbe> inOrder(QList<ExtraProbe> extras, const HostAddresses &addresses)
{
    const QList<QHostAddress> order = addresses.all();
    std::stable_sort(extras.begin(), extras.end(), [&order](const ExtraProbe &a, const ExtraProbe &b) {
        return order.indexOf(a.probe.address) < order.indexOf(b.probe.address);
    });
    return extras;
}

} // namespace mta
