// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/atonce.h"
#include "publish/preparing.h"
#include "publish/transition.h"

namespace mta
{

/// Whether a transition could make a sender refuse mail, and the sentences that say so. `mailServers` absent: nobody could say where mail
/// goes.
Refusal refusalOf(const Transition &way, const std::optional<SeenMailServers> &mailServers, const PublishManner &manner,
                  const QDateTime &now, PlanningTimes times);

} // namespace mta
