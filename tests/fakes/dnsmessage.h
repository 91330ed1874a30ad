// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dns/answer.h"
#include <QByteArray>
#include <QList>
#include <QStringList>
#include <utility>

namespace mta
{

// Lookups as a resolver would have brought them home, with real messages in wire format.

Lookup txtLookup(const QString &name, const QList<QByteArray> &values,
                 Security security = Security::Unknown); ///< one record per value, cut in strings of 255
Lookup txtStringsLookup(const QString &name, const QList<QList<QByteArray>> &records, Security security = Security::Unknown);
Lookup mxLookup(const QString &name, const QList<std::pair<int, QString>> &records, Security security = Security::Unknown);
/// A or AAAA, by the first address.
Lookup addressLookup(const QString &name, const QStringList &addresses, Security security = Security::Unknown);
Lookup tlsaLookup(const QString &name, const QList<TlsaRecord> &records, Security security = Security::Unknown);
Lookup nsLookup(const QString &name, const QStringList &hosts);
Lookup soaLookup(const QString &zone, quint32 serial);
/// The same answer with a SOA record in the authority section, as negative answers have it.
Lookup withSoa(Lookup lookup, const QString &zone, quint32 serial = 1, int negativeTtl = 300);
/// The same answer with this TTL in all of its records.
Lookup withTtl(Lookup lookup, int seconds);
/// The same answer from a server of the zone itself (AA).
Lookup authoritative(Lookup lookup);
/// A referral (RFC 1034 §4.3.1) to the server of `zone`, with its addresses of IPv4.
QByteArray referralMessage(const Question &question, const QString &zone, const QString &host, const QStringList &addresses);
/// `name` is an alias of the name `target` is about: a CNAME in front of what `target` answers. Nests.
Lookup aliasLookup(const QString &name, const Lookup &target);
Lookup nxdomainLookup(const QString &name, RecordType type, Security security = Security::Unknown);
Lookup noDataLookup(const QString &name, RecordType type, Security security = Security::Unknown);
/// SERVFAIL and REFUSED with a message, timeouts and the rest without.
Lookup failedLookup(const QString &name, RecordType type, AnswerStatus status, const QString &detail = {});
/// Bogus data as libunbound leaves it: the records are there, and must not be believed.
Lookup bogusLookup(Lookup lookup, const QString &reason);

} // namespace mta
