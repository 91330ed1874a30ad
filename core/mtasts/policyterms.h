// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mtasts/policy.h"
#include <QStringList>

namespace mta
{

/// An extension field of a policy (RFC 8461 §3.2).
struct PolicyField {
    QByteArray key;
    QByteArray value;

    bool operator==(const PolicyField &) const = default;
};

/// What a policy says, however it is written.
struct PolicyTerms {
    PolicyMode mode = PolicyMode::Testing;
    std::chrono::seconds maxAge{604800};
    QStringList mx;                ///< patterns in lower case, in the order of the file, without repetition
    QList<PolicyField> extensions; ///< the first of each key, in order

    bool operator==(const PolicyTerms &) const = default;
};

/// Absent where the policy is not valid: then it says nothing.
std::optional<PolicyTerms> termsOf(const Policy &policy);

/// Both say the same: the order of lines does not count, nor does the case of host names, nor what hosts mode none names (RFC 8461 §3.2,
/// §5). Extension fields count, other than for sendersActAlike(): only senders that do not know them ignore them, and whoever publishes
/// them cannot know who does. So a policy with another field is another instance, which needs an id of its own (RFC 8461 §3.1), and is
/// not published until the field is.
bool sameMeaning(const PolicyTerms &a, const PolicyTerms &b);

/// The canonical file: version, mode, mx, max_age as in the examples of RFC 8461 §3.2, then extensions; CRLF. Absent where no policy
/// says such a thing (a pattern that is none, a max_age over a year, no mx outside mode none, a field that would not read back).
std::optional<QByteArray> policyText(const PolicyTerms &terms);

} // namespace mta
