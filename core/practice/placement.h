// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/world.h"

namespace mta
{

/// Where the servers listen and which addresses the DNS names for them, as the first address of a /16. Both are loopback unless a
/// measurement puts a delayed line in between.
struct Placement {
    quint32 listen = 0x7f4d0000; ///< 127.77.0.0
    quint32 announce = 0x7f4d0000;
};
Result<std::shared_ptr<PracticeWorld>> startPracticeWorld(const Placement &placement);

} // namespace mta
