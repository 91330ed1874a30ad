// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/textedit.h"
#include "mtasts/policy.h"
#include "mtasts/stsrecord.h"
#include "tlsrpt/tlsrptrecord.h"
#include <QStringList>

namespace mta
{

/// How a finding about a text can be mended without touching anything else in it.
struct Mend {
    QList<TextEdit> edits; ///< empty: nobody but the author can know
    bool sure = false;     ///< what was meant is beyond doubt; otherwise it is a proposal

    bool operator==(const Mend &) const = default;
};

/// A mend for what certain rules say about one place.
struct PlacedMend {
    QStringList ruleIds;
    int line = 1;   ///< 1-based, as in the finding
    int column = 1; ///< 1-based, octets
    Mend mend;
};

/// Offsets are those of the raw text, also below.
QList<PlacedMend> mendsOf(const Policy &policy);
QList<PlacedMend> mendsOf(const StsRecord &record);
QList<PlacedMend> mendsOf(const TlsRptRecord &record);

/// The policy with everything mended that is beyond doubt, until nothing of that kind is left. A valid policy keeps its meaning.
QByteArray mendedPolicy(const QByteArray &body);

} // namespace mta
