// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scrub/der.h"
#include "scrub/pseudonyms.h"

namespace mta
{

// The parts of a certificate that tell whose it is (RFC 5280 §4.1, §4.2), each replaced by one of the same shape.

/// Subject or issuer: the same kinds of attributes, with other values.
QByteArray scrubbedDistinguishedName(const DerElement &name, Pseudonyms &pseudonyms);

/// The content of a serial number or key identifier: as many octets, the same for the same. One or two octets name nobody and stay.
QByteArray scrubbedIdentifier(const QByteArray &content, const QByteArray &seed);

/// The extensions; those that are not known to be free of names go, or lose their content where they are critical.
QByteArray scrubbedExtensions(const DerElement &extensions, const QByteArray &seed, Pseudonyms &pseudonyms);

} // namespace mta
