// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dns/record.h"
#include "scrub/pseudonyms.h"
#include <functional>

namespace mta
{

/// Certificates are issued anew, so what a TLSA record says of them has to be said anew too.
using TlsaScrub = std::function<QByteArray(const TlsaRecord &)>;

/// A DNS message in wire format with other names, addresses and texts in every section. Keys, digests and signatures become zeros, options
/// go but for extended errors (RFC 8914), and so does the content of records whose type is not known. What cannot be read becomes something
/// of that size that cannot be read either.
QByteArray scrubbedMessage(const QByteArray &message, Pseudonyms &pseudonyms, const TlsaScrub &tlsa);

/// All that a message says, in presentation format.
QByteArray messageText(const QByteArray &message);

} // namespace mta
