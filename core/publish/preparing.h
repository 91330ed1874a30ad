// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/journal.h"
#include "publish/undo.h"

// What is found out before a publishing, and what is written down so that it can be taken back and is never forgotten.

namespace mta
{

/// How it is to be published.
struct PublishManner {
    bool takesBack = false;    ///< what the last publishing changed
    bool newKeysInUse = false; ///< every mail server shows the keys that the plan's TLSA records match
    bool mxUnchanged = false;  ///< the MX records have been as they are for as long as resolvers keep them
    QStringList tlsaHosts{};   ///< mail servers whose TLSA records are the plan's to take away
};

/// Why this is not to be published although it could be. Empty where nothing speaks against it.
struct Refusal {
    QString text;                  ///< what would happen, what to wait for, what to do instead, for people
    QString reason;                ///< stable key: hindranceName(), or "unknown" where it cannot be told whether it is safe
    QDateTime notBefore{};         ///< UTC; invalid where waiting alone does not help
    bool mxUnchangedHelps = false; ///< that is the only thing that was not seen for long enough: see PublishManner

    bool isEmpty() const { return text.isEmpty(); }
};

/// What was found out before the consent.
struct Prepared {
    Plan plan; ///< its history has what an earlier publishing was cut off from telling it
    PublishDraft draft;
    PublishJournal journal;
    Refusal refusal;
};
/// Where mail of the domain goes, for those who do not look into its zone; absent where nobody can say.
using AskMailServers = std::function<std::optional<SeenMailServers>()>;
/// Looks at what is there and at what senders may remember, and asks the planner. Changes nothing.
Result<Prepared> prepare(const Plan &plan, const QString &planPath, const PublishTargets &targets, const PublishManner &manner,
                         const AskMailServers &ask, const QDateTime &now, const Context &context);

/// Writes down what takes a publishing back, and what senders may see from now on. The Undo that counts; after an Error nothing may be
/// changed.
Result<Undo> keepBeginning(const Prepared &prepared, const QString &planPath, const PublishTargets &targets, const PublishManner &manner,
                           const QDateTime &now);
/// Writes down how it ended. The Error says that this cannot be kept.
Result<bool> keepEnd(const Prepared &prepared, const QString &planPath, const PublishManner &manner, const PublishOutcome &outcome,
                     const Undo &undo, const QDateTime &now);

/// The plan with a history of what senders may now remember: what could be had for a moment as well.
Plan withOutcome(const Plan &plan, const PublishDraft &draft, const PublishManner &manner, const PublishOutcome &outcome, const Undo &undo,
                 const QDateTime &now);

} // namespace mta
