// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/plan.h"
#include "publish/draft.h"
#include "survey/network.h"

namespace mta
{

/// The policy as one address of the policy host serves it.
struct ServedSight {
    QHostAddress address;
    PolicyFetch fetch;
    bool shown = false; ///< a sender would get exactly this policy there
    QString trouble;    ///< why not, for people
};

/// One look at every address of the policy host: those of the plan, or else what the DNS says of the name or of the plan's alias.
/// Empty where there is no address.
QList<ServedSight> lookAtServedPolicy(const Plan &plan, const QByteArray &text, Network &network, const Context &context);

/// Looks again and again, until every address shows the policy or `limit` is over: web servers keep files for a while. Null, or why not.
QString waitUntilServed(const Plan &plan, const QByteArray &text, Network &network, std::chrono::milliseconds limit,
                        const Context &context);

} // namespace mta
