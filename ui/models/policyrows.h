// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/lint.h"
#include "ui/models/rowsmodel.h"

namespace mta
{

/// One line as the policy page shows it.
struct PolicyLineView {
    QString text;              ///< odd octets made visible
    QString meaning;           ///< one sentence
    std::optional<State> mark; ///< for the margin
    QStringList findings;      ///< sentences

    bool operator==(const PolicyLineView &) const = default;
};

/// A line's octets with tabs, a byte order mark and blanks at the end made visible. What stands for an octet does not depend on those after
/// it.
QString visiblePolicyText(const QByteArray &line);
QList<PolicyLineView> policyLines(const PolicyLint &lint);

/// Index of the fetch that served the policy, or of the one worth showing; -1 without any.
int fetchToShow(const DomainAudit &audit);
/// "200, text/plain, 120 octets, TLS 1.3, 34 ms", or how it failed.
QString fetchSummary(const PolicyFetch &fetch);

} // namespace mta
