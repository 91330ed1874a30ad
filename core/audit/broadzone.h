// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mtasts/mxpattern.h"

namespace mta
{

enum class Breadth {
    Own,          ///< nothing known that would let strangers in
    PublicSuffix, ///< anybody can register a name that matches (publicsuffix.org)
    SharedZone,   ///< customers of one provider get host names that match, and certificates for them
};
/// Who else could have a host that matches the pattern (RFC 8461 §10.4).
Breadth breadthOf(const MxPattern &pattern);

} // namespace mta
