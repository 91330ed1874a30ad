// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"

namespace mta
{

/// When the certificate of a host ends; of several the first.
struct ExpiringCertificate {
    QString host;
    QDateTime notAfter; ///< UTC

    bool operator==(const ExpiringCertificate &) const = default;
};

/// One for every host of the domain that showed a certificate: the policy host and the mail servers. The first to end comes first.
QList<ExpiringCertificate> expiringCertificates(const DomainAudit &audit);

} // namespace mta
