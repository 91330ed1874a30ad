// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"
#include "net/realnetwork.h"
#include "publish/draft.h"

namespace mta::cli
{

/// The options of `plan publish`, and what they mean.
QList<Option> publishOptions();
/// Whether they go together; the Error is wrong usage.
Result<bool> checkPublishOptions(const Arguments &arguments);

/// The mail servers of --tlsa-of, normalised.
QStringList tlsaHosts(const Arguments &arguments);

/// Reads the key, and asks the server for its zone where neither the command line nor the plan names one.
Result<PublishTargets> publishTargets(const Arguments &arguments, const Plan &plan, const Context &context);
/// How the policy is looked for afterwards.
NetworkOptions publishNetwork(const Arguments &arguments);
std::chrono::seconds publishWait(const Arguments &arguments);

} // namespace mta::cli
