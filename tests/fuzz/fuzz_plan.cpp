// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// A hostile plan: what is accepted is a plan without fault, comes back the same when it is saved again, and can be published.
#include "deploy/planfault.h"
#include "deploy/zonerecord.h"
#include "store/plans.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray file(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto plan = mta::readPlan(file);
    if (!plan)
        return plan.error().text.isEmpty() ? (std::abort(), 0) : 0;
    const QByteArray text = mta::planText(*plan);
    const auto again = mta::readPlan(text);
    if (!again || !(*again == *plan) || mta::planText(*again) != text || !mta::faultsOf(*plan).isEmpty())
        std::abort();
    if (plan->policy && (!mta::policyText(*plan->policy) || mta::zoneRecords(*plan).isEmpty()))
        std::abort();
    return 0;
}
