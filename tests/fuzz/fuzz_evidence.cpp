// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// A hostile saved audit: what is accepted must come back the same when it is saved again.
#include "store/evidence.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray file(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto facts = mta::fromEvidence(file);
    if (!facts)
        return facts.error().text.isEmpty() ? (std::abort(), 0) : 0;
    const auto again = mta::fromEvidence(mta::toEvidence(*facts));
    if (!again || !(*again == *facts))
        std::abort();
    for (const mta::DomainFacts &domain : *facts) {
        if (mta::evidenceAt(domain, QStringLiteral("/mx")).isEmpty())
            std::abort();
    }
    return 0;
}
