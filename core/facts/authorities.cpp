// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "facts/authorities.h"

#include "base/domainname.h"

namespace mta
{

QString Authorities::zone() const
{
    const std::optional<SoaRecord> soa = soaRecord(cut);
    // What stands at the end of an alias is about another name.
    const bool about =
        soa && cut.asked() && isWithin(cut.question.name, soa->zone) && answerRecords(cut).value(0).type != QLatin1String("CNAME");
    return about ? soa->zone : QString();
}

} // namespace mta
