// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dns/message.h"

namespace mta
{

/// A and AAAA of one name.
struct HostAddresses {
    Lookup a;
    Lookup aaaa;

    bool operator==(const HostAddresses &) const = default;
    QList<QHostAddress> all() const; ///< IPv4 first, without repetition
};

} // namespace mta
