// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dns/message.h"

namespace mta
{

/// Who could come by a name that does not exist.
struct Claim {
    enum class Who {
        Unknown,   ///< the answer does not tell
        Owner,     ///< nobody else: it lies below what the domain's owner has registered
        Nobody,    ///< the top-level domain does not exist
        Anybody,   ///< its domain is not delegated, and lies directly below a public suffix
        Customers, ///< a provider gives such names to whoever orders them
        Stranger,  ///< whoever runs the zone, or whom they give the name to
    };
    Who who = Who::Unknown;
    QString name; ///< the domain to register (Anybody) or registered already (Owner), else the zone

    /// Strangers have only to ask for it.
    bool isOpen() const { return who == Who::Anybody || who == Who::Customers; }
    /// "anybody may register b.example, ..." (context "Verdict"); the name is raw.
    QString clause() const;
};

/// What the answer that `name` does not exist tells about that: the SOA record in it is that of the closest zone (RFC 2308 §3), and where
/// that is a public suffix, nothing between it and the name has been delegated. `domain` is the one under audit.
Claim claimOn(const QString &name, const Lookup &missing, const QString &domain);

} // namespace mta
