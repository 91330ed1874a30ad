// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "mtasts/policyfetch.h"

namespace mta
{

const HttpHeader *PolicyFetch::header(QByteArrayView name) const
{
    for (const HttpHeader &candidate : headers) {
        if (candidate.name.compare(name, Qt::CaseInsensitive) == 0) // RFC 9110 §5.1
            return &candidate;
    }
    return nullptr;
}

} // namespace mta
