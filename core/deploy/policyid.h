// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/plan.h"

namespace mta
{

/// An id that is none of `taken`: the time, as "20261124T093000Z", or the next second that is free. Senders compare ids for equality only
/// (RFC 8461 §3.1), so a clock that goes backwards does no harm.
QByteArray freshId(const QList<QByteArray> &taken, const QDateTime &now);

/// The id the plan's policy is to be announced with: that of the standing publication as long as the meaning is the same, and otherwise
/// one that was never used. Empty without a policy.
QByteArray nextId(const Plan &plan, const QDateTime &now);

/// The id was published with a policy that says something else than the plan's: senders that know it need not fetch another (RFC 8461
/// §3.1).
bool stoodForAnother(const Plan &plan, const QByteArray &id);

/// A record with this id, which is not the plan's, announces the plan's policy as well: the history knows no other policy that it stood
/// for, and knows another id before it, so that senders did see a change (RFC 8461 §3.1). Where the history tells of no other id nobody
/// knows what the id stood for before.
bool announcesPolicy(const Plan &plan, const QByteArray &id);

/// What is wrong with the id of a plan.
enum class IdProblem {
    None,
    NotAnId,   ///< not 1 to 32 letters or digits (RFC 8461 §3.1), or missing
    Reused,    ///< it was published with a policy that says something else: senders that know it need not fetch the new one
    NeedlessId ///< the policy says what the published one says, yet the id is another: senders fetch it for nothing; harmless
};
struct IdFault {
    IdProblem problem = IdProblem::None;
    int publication = -1; ///< index into plan.published of the one it is about

    bool operator==(const IdFault &) const = default;
};
/// The meaning of the policy was changed and the id was not, and the like.
IdFault idFault(const Plan &plan);

} // namespace mta
