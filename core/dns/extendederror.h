// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace mta
{

/// The Extended DNS Errors (RFC 8914) among the EDNS options of a response, as one line for people: "6 DNSSEC Bogus: text".
/// `options` is the RDATA of the OPT record (RFC 6891 §6.1.2). Empty without any. Total: options cut short are left out.
QString extendedErrorText(const QByteArray &options);

} // namespace mta
