// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include <QString>
#include <QStringView>

namespace mta
{

/// A domain name in both its forms. Never has a trailing dot; `ascii` is lower case.
struct DomainName {
    QString ascii;   ///< A-labels (RFC 5890), what goes over the wire
    QString unicode; ///< U-labels, for people; equal to ascii where there is nothing to decode

    bool operator==(const DomainName &) const = default;
};

/// A domain name typed by a person or read from a list. Accepts A-labels, U-labels, one trailing dot, any case.
/// Refuses: empty, a single label, IP addresses, labels over 63 and names over 253 octets, characters outside LDH after IDNA2008
/// (RFC 5891, with UTS 46 mapping), empty labels. The underscore is refused: no mail domain has one.
Result<DomainName> parseDomainName(QStringView text);

/// As parseDomainName, but an e-mail address (`a@example.com`, `Name <a@example.com>`, `mailto:`) or a URL counts as its domain,
/// and surrounding blanks, quotes and commas are dropped.
Result<DomainName> parseDomainInput(QStringView text);

/// The Unicode form of a host name off the wire, for display beside the A-label form; the input where it cannot be decoded.
QString toUnicodeName(const QString &ascii);

/// A host name as MX targets and mx patterns may hold it: LDH labels (RFC 952, 1123), 1 to 63 octets each, at most 253 octets,
/// no trailing dot, not an IPv4 address.
bool isHostName(QStringView name);

/// The name in lower case without one trailing dot; names compare equal case-insensitively (RFC 4343).
QString normalisedName(QStringView name);

/// Whether the name is the zone itself or below it. Both normalised; everything is within the root, ".".
bool isWithin(const QString &name, const QString &zone);

} // namespace mta
