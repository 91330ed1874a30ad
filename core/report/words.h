// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/render.h"

#include <QCoreApplication>

namespace mta
{

/// The translation context of all reports: Report::tr("...").
struct Report {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

// Short words for people beside those of render.h.
QString stsStatusText(StsStatus status);
QString linkStateText(ChainLink::State state);
/// What refines a result, from AddressOutcome::reason; empty when there is nothing to add.
QString reasonText(const QString &reason);
/// "certificate not trusted (self-signed)"
QString outcomeText(const AddressOutcome &outcome);
/// What a sender that honours MTA-STS would do.
QString deliveryText(const std::optional<bool> &wouldDeliver);
QString answerText(const Lookup &lookup);
QString securityText(Security security);
QString fetchEndText(const PolicyFetch &fetch);
QString chainTrustText(Trust trust);

/// "in 12 days, 27 June 2026": near `now` in words too. Empty for an invalid time.
QString dayText(const QDateTime &day, const QDateTime &now, const QLocale &locale);
/// "15 June 2026, 12:00 UTC"
QString momentText(const QDateTime &moment, const QLocale &locale);
/// "0.4 s"
QString elapsedText(std::chrono::milliseconds elapsed, const QLocale &locale);
/// "2 errors, 1 warning, no notes": what was found, of every severity.
QString countsText(const DomainAudit &audit);
/// "example.com", or "bücher.example (xn--bcher-kva.example)", made visible.
QString domainText(const DomainName &domain);
/// What a report is called: by its domain, or by how many there are.
QString reportTitle(const QList<RunItem> &items);

} // namespace mta
