// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "deploy/plan.h"

namespace mta
{

/// Changes that have a name, for those who want one thing and do not want to edit a plan.
enum class ChangeKind {
    AddMx,      ///< further mail servers
    RemoveMx,   ///< some of them go
    ReplaceMx,  ///< others in the place of all
    Enforce,    ///< mode enforce
    Testing,    ///< mode testing
    MaxAge,     ///< how long senders keep the policy, in seconds
    PolicyHost, ///< another server of the policy: addresses, or the name it is an alias of
    Remove,     ///< without MTA-STS
};
QString changeName(ChangeKind kind); ///< "add-mx": stable, never translated
QStringList changeNames();
std::optional<ChangeKind> changeNamed(const QString &name);

/// The plan with the change, and its policy with patterns for exactly the mail servers that it has then: those that cover none go, new
/// servers that none covers get their own. An Error says what does not go together.
Result<Plan> withChange(const Plan &plan, ChangeKind kind, const QStringList &values);

/// The way back from ChangeKind::Remove: the policy of the plan, or else the last one that was published and not meant for leaving, with
/// patterns as above; where there never was one, mode testing for the mail servers that the plan has.
PolicyTerms policyToReturnTo(const Plan &plan);

} // namespace mta
