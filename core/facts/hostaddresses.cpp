// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "facts/hostaddresses.h"

namespace mta
{

QList<QHostAddress> HostAddresses::all() const
{
    QList<QHostAddress> result;
    for (const Lookup *lookup : {&a, &aaaa}) {
        for (const AddressRecord &record : addressRecords(*lookup).records) {
            if (!result.contains(record.address))
                result.append(record.address);
        }
    }
    return result;
}

} // namespace mta
