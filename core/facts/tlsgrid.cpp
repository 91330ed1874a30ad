// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "facts/tlsgrid.h"

#include <algorithm>

namespace mta
{

namespace
{

/// A sender goes no further where STARTTLS is not offered, so a handshake that was tried all the same does not count.
bool counts(const MxProbe &probe)
{
    return probe.plain && probe.plain->startTls && probe.tls.attempted;
}

bool shows(const MxProbe &probe, TlsOffer::Key key)
{
    return counts(probe) && probe.tls.established && !probe.tls.chain.isEmpty() && keyKind(probe.tls.chain.first()) == key;
}

/// The server itself said no, before it chose a version or a certificate. Silence and a cut connection may have other reasons, and so
/// has an alert that speaks of trouble inside the server (RFC 8446 §6.2).
bool declined(const MxProbe &probe)
{
    const TlsSession &tls = probe.tls;
    return counts(probe) && probe.end == ProbeEnd::TlsFailed && !tls.established && !tls.timedOut && !tls.reset &&
           tls.version == TlsVersion::Unknown && !tls.failure.contains(QLatin1String("internal error"));
}

} // namespace

QList<ProbePlace> probesOf(const MxHost &host, const QHostAddress &address)
{
    QList<ProbePlace> places;
    for (qsizetype i = 0; i < host.probes.size(); ++i) {
        if (host.probes.at(i).address == address)
            places.append({&host.probes.at(i), QStringLiteral("/probes/%1").arg(i)});
    }
    for (qsizetype i = 0; i < host.extraProbes.size(); ++i) {
        if (host.extraProbes.at(i).probe.address == address)
            places.append({&host.extraProbes.at(i).probe, QStringLiteral("/extraProbes/%1/probe").arg(i)});
    }
    return places;
}

ProbePlace probeShowing(const MxHost &host, const QHostAddress &address, TlsOffer::Key key)
{
    for (const ProbePlace &place : probesOf(host, address)) {
        if (shows(*place.probe, key))
            return place;
    }
    return {};
}

ProbePlace probeOfOtherKey(const MxHost &host, const QHostAddress &address)
{
    const QList<ProbePlace> places = probesOf(host, address);
    if (places.isEmpty() || !places.first().probe->tls.established || places.first().probe->tls.chain.isEmpty())
        return {};
    switch (keyKind(places.first().probe->tls.chain.first())) {
    case TlsOffer::Key::Rsa:
        return probeShowing(host, address, TlsOffer::Key::Ecdsa);
    case TlsOffer::Key::Ecdsa:
        return probeShowing(host, address, TlsOffer::Key::Rsa);
    case TlsOffer::Key::Any:
        break;
    }
    return {};
}

Offered offersKey(const MxHost &host, const QHostAddress &address, TlsOffer::Key key)
{
    if (probeShowing(host, address, key))
        return Offered::Yes;
    const bool no = std::any_of(host.extraProbes.cbegin(), host.extraProbes.cend(), [&](const ExtraProbe &extra) {
        return extra.probe.address == address && extra.offer.key == key && declined(extra.probe);
    });
    return no ? Offered::No : Offered::NotTested;
}

Offered offersVersion(const MxHost &host, const QHostAddress &address, TlsVersion version)
{
    for (const ProbePlace &place : probesOf(host, address)) {
        if (!counts(*place.probe) || !place.probe->tls.established)
            continue;
        if (place.probe->tls.version == version)
            return Offered::Yes;
        // RFC 8446 §4.2.1: a server that has the highest version it was offered chooses it, and the normal probe offers all.
        if (place.pointer.startsWith(QLatin1String("/probes")) && place.probe->tls.version < version)
            return Offered::No;
    }
    const bool no = std::any_of(host.extraProbes.cbegin(), host.extraProbes.cend(), [&](const ExtraProbe &extra) {
        return extra.probe.address == address && extra.offer.least == version && extra.offer.most == version && declined(extra.probe);
    });
    return no ? Offered::No : Offered::NotTested;
}

} // namespace mta
