// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/context.h"
#include "dns/answer.h"
#include <functional>

namespace mta
{

/// The question put directly to the name servers of its zone: what a recursive resolver knows only as SERVFAIL is then seen as a timeout, a
/// refusal or whatever it is. `recurse` resolves names, `port` is that of all name servers. NotAsked where no name server can be found.
Lookup askAuthoritative(const Question &question, quint16 port, const std::function<Lookup(const Question &)> &recurse,
                        const Context &context);

} // namespace mta
