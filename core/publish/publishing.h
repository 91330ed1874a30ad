// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/undo.h"

// What surrounds a publishing, the same on the command line and in the window: what is shown before it, what is kept so that it can be
// taken back, and what the plan's history says of it.

namespace mta
{

/// For the look before the consent, and again for all that follows it.
inline constexpr std::chrono::minutes longestPublishing{10};
/// How long the policy is looked for at its host, where nobody says otherwise.
inline constexpr std::chrono::seconds usualServedWait{120};

/// The exact changes, line by line: "-" goes, "+" comes. `elsewhere` are records of the plan that the zone does not hold.
QString draftText(const PublishDraft &draft, const PublishTargets &targets, const QList<ZoneRecord> &elsewhere);
/// What is being done, for people.
QString stageText(PublishStage stage);
/// Why this is not to be published although it could be, in a sentence for people; null where nothing speaks against it. A policy that says
/// something else would stand under an id that senders know: the one in the zone (keepsOldId()), or one that the plan published before. Or
/// MTA-STS would end at once while senders may still hold a policy (RFC 8461 §8.3).
QString refusal(const Plan &plan, const PublishDraft &draft, const PublishTargets &targets, const QDateTime &now);

/// The file beside a plan that holds its Undo.
QString undoPath(const QString &planPath);
/// InvalidInput where there is none or it cannot be used.
Result<Undo> storedUndo(const QString &planPath);
/// Keeps what takes a publishing back, before it begins, and again with `complete` when all was done; the Error says that it cannot be
/// kept.
Result<bool> keepUndo(const QString &planPath, const Undo &undo);
/// What the last publishing of this plan left to be taken back. InvalidInput where that was elsewhere than the targets.
Result<PublishDraft> rollBackDraft(const QString &planPath, const DomainName &domain, const PublishTargets &targets,
                                   const Context &context);

/// The plan with a history of what senders may now remember: what could be had for a moment as well.
Plan withOutcome(const Plan &plan, const PublishDraft &draft, const PublishOutcome &outcome, bool rollBack, const QDateTime &now);
/// After a roll-back senders may keep the policy that was taken back, under the id that stands again.
bool mayBeKept(const PublishDraft &back);
QString mayBeKeptSentence();

} // namespace mta
