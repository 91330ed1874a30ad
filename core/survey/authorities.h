// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "survey/workbench.h"

namespace mta
{

/// Finds the zone that holds `_mta-sts.<domain>`, its servers and their addresses, and asks each address directly. Returns at once: what
/// comes of it goes into `DomainFacts::authorities`.
void askAuthorities(const Workbench &bench, const QString &domain, const Conditions &conditions);

/// Says of every address that was not asked why. To be called at the end.
void completeAuthorities(Authorities &authorities, const Conditions &conditions, bool cancelled);

} // namespace mta
