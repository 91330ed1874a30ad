// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "ui/models/rowsmodel.h"

namespace mta
{

/// One certificate and everywhere it was shown.
struct CertificateUse {
    Certificate leaf;
    QList<Certificate> sent;
    ChainVerdict verdict;
    QStringList users; ///< visible text: "mx1.example.com (192.0.2.1)"
    QString domain;    ///< of the audit, Unicode
    QString pointer;   ///< to the session of the first user
    State state = State::NotTested;
    QStringList problems; ///< sentences of the findings about it
    bool stapled = false; ///< an OCSP response came with it

    bool operator==(const CertificateUse &) const = default;
};

/// The leaves that policy host and mail servers showed, soonest expiry first.
QList<CertificateUse> certificatesOf(const DomainAudit &audit);
QList<CertificateUse> certificatesOf(const QList<DomainAudit> &audits);

QStringList certificateHeaders();
QList<Row> certificateRows(const QList<CertificateUse> &uses, const QDateTime &now);

QStringList certificateDetailHeaders();
/// The chain, field by field.
QList<Row> certificateDetail(const CertificateUse &use, const QDateTime &now);

QStringList expiryHeaders();
/// Grouped by week.
QList<Row> expiryRows(const QList<CertificateUse> &uses, const QDateTime &now);

} // namespace mta
