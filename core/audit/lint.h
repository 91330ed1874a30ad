// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "audit/mends.h"

namespace mta
{

/// A finding about a text alone, with its place.
struct LintFinding {
    Finding finding;
    int line = 1;   ///< 1-based
    int column = 1; ///< 1-based, octets
    Mend mend{};    ///< without edits where nobody but the author can know
};

struct PolicyLint {
    Policy policy;
    QList<LintFinding> findings;
};
/// What the catalogue says of a policy file alone.
PolicyLint lintPolicy(const QByteArray &body, const QString &subject);

struct RecordLint {
    QString kind; ///< "mta-sts", "tls-rpt", "other"
    bool valid = false;
    QList<LintFinding> findings;
};
/// What the catalogue says of one joined TXT value alone; nothing is stripped.
RecordLint lintRecord(const QByteArray &joined, const QString &subject);

/// One TXT value with everything mended that is beyond doubt, until nothing of that kind is left. A valid record stays as it is.
QByteArray mendedRecord(const QByteArray &joined);

} // namespace mta
