// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/domainfacts.h"

namespace mta
{

/// What follows from an answer, without a network: the pure half of the survey.

/// The plain answer with the DNSSEC status of the validated one. Either may not have been asked yet. Where the plain question
/// failed and the validated one did not, the validated answer counts.
Lookup joined(const Lookup &plain, const Lookup &validated);

/// The hosts of an MX answer by preference, each name once, at most maxMxHosts; none for a null MX (RFC 7505).
QList<MxHost> hostsToProbe(const Lookup &mx);

/// How many addresses of each family are contacted of every host when there are so many: at most maxProbesPerDomain in all.
int addressesToProbe(qsizetype hosts);

/// The report destinations that a TLS-RPT answer names, each host once.
QList<ReportDestination> reportDestinations(const Lookup &tlsRpt);

/// Where TLSA records of a mail server are asked for, once the DNSSEC status of its addresses is known; empty where senders would not ask.
/// Beyond `Depth::Quick` also in unsigned zones, where records do nothing and their owner should know.
QStringList tlsaBases(const QString &host, const Lookup &addresses, Depth depth);

/// Empty for an address that may be contacted, else the key of the reason: "guard", "family".
QString whyNotContacted(const QHostAddress &address, const Conditions &conditions);

/// What else is asked at Depth::Deep of an address that has completed a handshake: the other kind of key, and each version below.
QList<TlsOffer> offersAfter(const MxProbe &probe);
/// A server that lets an extra connection get no further has had enough: it is left alone.
bool goesAlong(const MxProbe &extra);

/// The results in the order of the host's addresses; an address without one gets a NotTried result with the reason.
QList<MxProbe> inOrder(const QList<MxProbe> &probes, const HostAddresses &addresses, const Conditions &conditions, bool cancelled);
QList<PolicyFetch> inOrder(const QList<PolicyFetch> &fetches, const HostAddresses &addresses, const Conditions &conditions, bool cancelled);

/// By the order of the host's addresses; those of one address stay as they came.
QList<ExtraProbe> inOrder(QList<ExtraProbe> extras, const HostAddresses &addresses);

} // namespace mta
