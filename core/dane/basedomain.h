// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace mta
{

/// The names at which the TLSA records of a mail server are looked for, in this order; the first with secure records decides
/// (RFC 7672 §2.2.2, §2.2.3). `aliases` is the CNAME chain of its addresses, `secure` whether that chain and the addresses are
/// DNSSEC-secure. Whether records at an insecure name count at all is for the judge.
QStringList tlsaBaseNames(const QString &host, const QStringList &aliases, bool secure);

/// The name of the question (RFC 6698 §3): "_25._tcp.mx.example.com".
QString tlsaQuestionName(const QString &baseName, quint16 port = 25);

} // namespace mta
