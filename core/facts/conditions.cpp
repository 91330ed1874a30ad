// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "facts/domainfacts.h"

#include "dns/specialaddress.h"
#include <algorithm>

namespace mta
{

QString specialPurpose(const Conditions &conditions, const QHostAddress &address)
{
    const QString purpose = specialPurpose(address);
    if (!conditions.scrubbed)
        return purpose;
    const QList<SpecialAddress> &special = conditions.specialAddresses;
    const auto known = std::find_if(special.cbegin(), special.cend(), [&](const SpecialAddress &each) { return each.address == address; });
    if (known != special.cend())
        return known->purpose;
    return purpose.startsWith(QLatin1String("Documentation")) ? QString() : purpose; // RFC 5737, RFC 3849
}

} // namespace mta
