// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include <QByteArray>
#include <QList>
#include <QString>

namespace mta
{

/// The keys that DNSSEC validation starts from (RFC 4033 §4.4).
struct TrustAnchors {
    QString zone;              ///< the zone they belong to; the root, ".", if any of them does
    QList<QByteArray> records; ///< DS and DNSKEY records in presentation format

    bool operator==(const TrustAnchors &) const = default;
};

/// DS and DNSKEY records of a file in the format of zone files, as root.key of Debian's dns-root-data.
Result<TrustAnchors> readTrustAnchors(const QString &fileName);

/// Those of the system where it has any, else the ones built in: the root's key signing keys of 2017 and 2024.
TrustAnchors rootTrustAnchors();

} // namespace mta
