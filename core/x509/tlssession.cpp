// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "x509/tlssession.h"

namespace mta
{

QString tlsVersionName(TlsVersion version)
{
    switch (version) {
    case TlsVersion::Ssl3:
        return QStringLiteral("SSL 3.0");
    case TlsVersion::Tls10:
        return QStringLiteral("TLS 1.0");
    case TlsVersion::Tls11:
        return QStringLiteral("TLS 1.1");
    case TlsVersion::Tls12:
        return QStringLiteral("TLS 1.2");
    case TlsVersion::Tls13:
        return QStringLiteral("TLS 1.3");
    case TlsVersion::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

} // namespace mta
