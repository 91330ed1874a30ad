// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace mta
{

/// Puts this thread, and those it starts, into an empty network of their own, in which the addresses of the root servers are this
/// machine's. What is missing for that, as a sentence for QSKIP; empty when it is done.
QString enterOwnNetwork();

/// RFC 8109: libunbound knows the root servers by address, so these are what a root server of a test's own listens on.
QStringList rootServerAddresses();

} // namespace mta
