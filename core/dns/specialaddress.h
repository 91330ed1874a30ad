// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>
#include <QString>

namespace mta
{

/// The name of the IANA special-purpose registry entry that covers the address and makes it not globally reachable
/// (RFC 6890 and its registries: loopback, private-use, link-local, documentation, multicast ...), or empty for an ordinary address.
/// IPv4-mapped and NAT64 (64:ff9b::/96, RFC 6052) addresses are judged by the IPv4 address inside.
QString specialPurpose(const QHostAddress &address);

} // namespace mta
