// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/rule.h"

namespace mta
{

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return QStringLiteral("note");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        break;
    }
    return QStringLiteral("error");
}

QString areaName(Area area)
{
    switch (area) {
    case Area::Domain:
        return QStringLiteral("domain");
    case Area::Record:
        return QStringLiteral("record");
    case Area::PolicyHost:
        return QStringLiteral("policy-host");
    case Area::Policy:
        return QStringLiteral("policy");
    case Area::MxHosts:
        return QStringLiteral("mx-hosts");
    case Area::Certificates:
        return QStringLiteral("certificates");
    case Area::TlsRpt:
        break;
    }
    return QStringLiteral("tls-rpt");
}

} // namespace mta
