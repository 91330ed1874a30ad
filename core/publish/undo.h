// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/draft.h"

namespace mta
{

/// What a publishing changed, kept in a file beside the plan so that a later run can take it back. Holds records and policy texts, which
/// are public, and no secret.
struct Undo {
    QString domain;
    QString place; ///< placeText() of the policy file; empty where there was none
    PublishDraft published;
    bool complete = false;               ///< all of it was made; otherwise the next publishing goes on from there
    std::optional<Publication> former{}; ///< what stood before, as far as the plan's history knew

    bool operator==(const Undo &) const = default;
};

/// Larger files are refused before they are parsed.
inline constexpr qint64 maxUndoSize = 1024 * 1024;

/// What is to be kept for a publishing that begins now: all that leads back to the state before an earlier, incomplete one. An Error where
/// that one was about another policy file, for only one of them could be taken back then.
Result<Undo> begun(const Undo &now, const std::optional<Undo> &earlier);

/// The plan's history after a roll-back: `former` stands again, and senders may remember both.
Plan withRollBack(const Plan &plan, const std::optional<Publication> &former, const QDateTime &now);
/// What the history says stands.
std::optional<Publication> standingPublication(const Plan &plan);

QByteArray undoText(const Undo &undo);
Result<Undo> readUndo(const QByteArray &json);

} // namespace mta
