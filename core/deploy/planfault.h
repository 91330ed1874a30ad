// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/plan.h"

namespace mta
{

/// Why a plan is none that can be carried out or saved: something that cannot be published, or that contradicts something else.
struct PlanFault {
    QString place;  ///< JSON pointer (RFC 6901) into the plan's file: "/mx/0/host"
    QString reason; ///< stable key, "pattern", "id-without-policy", ...
    QString value;  ///< what stands there, not yet made visible; empty where there is nothing to show

    bool operator==(const PlanFault &) const = default;
};

/// All of them, in the order of plan.h; empty for a plan as it should be.
QList<PlanFault> faultsOf(const Plan &plan);

/// One sentence: what is wrong and what to do.
QString planFaultText(const PlanFault &fault);

} // namespace mta
