// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/planner.h"
#include "publish/mailservers.h"
#include <functional>

namespace mta
{

/// What senders may see from now on: written down before it is so. Without a policy: none any more.
struct BegunPublication {
    QDateTime at; ///< UTC
    QByteArray id;
    std::optional<PolicyTerms> policy;

    bool operator==(const BegunPublication &) const = default;
};

/// What one publishing has to know of those before it, kept in a file beside the plan. Holds nothing that is not public.
struct PublishJournal {
    QString domain;
    QStringList mx;                        ///< the mail servers as last seen, sorted
    QDateTime mxSince;                     ///< UTC, the first of the looks that all saw these
    std::chrono::seconds mxTtl{0};         ///< the largest that MX records were ever seen with
    QDateTime hostSince;                   ///< UTC, when names were last led to another policy host from here
    QStringList tlsa;                      ///< mail servers whose TLSA records came from here
    std::optional<BegunPublication> begun; ///< the plan's history may not know of it

    bool operator==(const PublishJournal &) const = default;
};

/// Larger files are refused before they are parsed.
inline constexpr qint64 maxJournalSize = 1024 * 1024;

QByteArray journalText(const PublishJournal &journal);
Result<PublishJournal> readJournal(const QByteArray &json);

/// The file beside a plan that holds its journal.
QString journalPath(const QString &planPath);
/// An empty one where there is no file. InvalidInput where it cannot be used, or is of another domain.
Result<PublishJournal> storedJournal(const QString &planPath, const DomainName &domain);
Result<bool> keepJournal(const QString &planPath, const PublishJournal &journal);

/// With one more look at where mail goes.
PublishJournal withLook(const PublishJournal &journal, const SeenMailServers &seen, const QDateTime &now);
/// A clock that was set back: whatever is told of a later time was done by then.
PublishJournal noLaterThan(const PublishJournal &journal, const QDateTime &time);
/// With what another publishing of the same plan wrote down since it was read.
PublishJournal withMeanwhile(const PublishJournal &journal, const PublishJournal &written);
/// The times with what the journal knows: since when mail servers and policy host are as they are, and how long others are remembered. `mx`
/// are the mail servers of now.
PlanningTimes timesBy(const PublishJournal &journal, const QList<IntendedMx> &mx, PlanningTimes times = {});

/// What is published may be cut off before the plan's history knows. Where that has happened, and `stands` says that what was begun is to
/// be seen, the plan with a history as if it had ended `now`.
Plan afterCutOff(const Plan &plan, const PublishJournal &journal, const std::function<bool(const BegunPublication &)> &stands,
                 const QDateTime &now);

} // namespace mta
