// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayList>

namespace mta::fakes
{

/// Puts this process into a network of its own (Linux: a network namespace), where every port is free and addresses of any kind may be
/// had. To be called before there is a second thread. False without the right to do so: then everything stays as it was.
bool enterPrivateNetwork();
/// True once that has worked.
bool inPrivateNetwork();

/// Gives the loopback device addresses, "fd78::1/128" or "203.0.113.0/24" (all of them).
bool addAddresses(const QByteArrayList &addresses);
/// This machine then knows no way to these networks.
bool makeUnreachable(const QByteArrayList &networks);

} // namespace mta::fakes
