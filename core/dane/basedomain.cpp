// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dane/basedomain.h"

namespace mta
{

QStringList tlsaBaseNames(const QString &host, const QStringList &aliases, bool secure)
{
    // RFC 7672 §2.2.2: where an alias leads through unsigned zones counts for nothing; the name as published may still be signed.
    if (!secure || aliases.isEmpty() || aliases.last() == host)
        return {host};
    // RFC 7672 §2.2.3: the fully expanded name first, then the original, never the names between.
    return {aliases.last(), host};
}

QString tlsaQuestionName(const QString &baseName, quint16 port)
{
    return QStringLiteral("_%1._tcp.%2").arg(QString::number(port), baseName);
}

} // namespace mta
