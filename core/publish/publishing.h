// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/undo.h"

// What surrounds a publishing, the same on the command line and in the window: what is shown before it, and after it. See preparing.h for
// what is found out and written down.

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
/// The file beside a plan that holds its Undo.
QString undoPath(const QString &planPath);
/// InvalidInput where there is none or it cannot be used.
Result<Undo> storedUndo(const QString &planPath);

/// After a roll-back senders may keep the policy that was taken back, under the id that stands again.
bool mayBeKept(const PublishDraft &back);
QString mayBeKeptSentence();

} // namespace mta
