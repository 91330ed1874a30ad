// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mtasts/policy.h"

namespace mta
{

/// A key or value of a policy that was surely meant to be another.
struct NearMiss {
    int line = 1;
    int column = 1;
    QByteArray written;
    QByteArray meant;
    bool isKey = false; ///< `written` is a key, else a value

    bool operator==(const NearMiss &) const = default;
};

/// Misspelt keys (only where the key that was meant is missing) and misspelt values of version and mode.
QList<NearMiss> nearMisses(const Policy &policy);

/// `known` ("STSv1", "TLSRPTv1") where it was surely meant by a version that is none: "STS1v1", "stsv1". Empty for "STSv2" and "stsv2",
/// which say clearly what they are.
QByteArray meantVersion(const QByteArray &value, const QByteArray &known);

/// "[enforce|testing|none]", as templates have it: one of them was to be chosen.
bool isChoiceOfModes(const QByteArray &value);

/// At least one line has a key of RFC 8461 §3.2, or one that was meant to be. Otherwise the file is something else altogether.
bool resemblesPolicy(const Policy &policy);

} // namespace mta
