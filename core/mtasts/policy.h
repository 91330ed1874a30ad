// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/taglist.h"
#include "mtasts/mxpattern.h"
#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>
#include <chrono>
#include <optional>

namespace mta
{

enum class PolicyMode {
    None,    ///< senders treat the domain as having no policy
    Testing, ///< failures are reported, mail is delivered
    Enforce, ///< mail is not delivered to hosts that fail
};
QString policyModeName(PolicyMode mode); ///< "enforce", as written in a policy

/// RFC 8461 §3.2: at most 31557600 seconds (a year).
inline constexpr std::chrono::seconds maxPolicyAge{31557600};
/// RFC 8461 §3.3 suggests this limit.
inline constexpr qsizetype maxPolicySize = 64 * 1024;

/// One line of a policy file, for views with line numbers.
struct PolicyLine {
    int number = 1;        ///< 1-based
    QByteArray text;       ///< without its terminator
    QByteArray key;        ///< empty when the line is not `key: value`
    QByteArray value;      ///< trailing white space removed
    int valueColumn = 1;   ///< 1-based octet column of the value
    QByteArray terminator; ///< "\n", "\r\n", or empty at the end of the file

    bool operator==(const PolicyLine &) const = default;
};

/// A policy file read leniently: everything that is there is kept, and every departure from the grammar (RFC 8461 §3.2) is listed.
struct Policy {
    QByteArray raw;
    QList<PolicyLine> lines;
    QByteArray version;                         ///< value of the first `version`, null when missing
    QByteArray modeText;                        ///< value of the first `mode`, null when missing
    std::optional<PolicyMode> mode;             ///< absent when missing or not one of the three
    QByteArray maxAgeText;                      ///< value of the first `max_age`, null when missing
    std::optional<std::chrono::seconds> maxAge; ///< absent when missing, not 1 to 10 digits, or over maxPolicyAge
    QList<MxPattern> mx;                        ///< valid and invalid ones, in order
    QList<int> mxLines;                         ///< line number of each mx, parallel to mx
    QList<SyntaxError> errors; ///< lines outside the grammar; reasons: "no-colon", "blank-line", "indented", "space-before-colon", "bom",
                               ///< "utf-16", "bare-cr", "control", "bad-key", "empty-value", "not-utf8", ...
    QByteArrayList duplicateKeys; ///< keys other than mx that are repeated; only the first counts
    QByteArrayList unknownKeys;   ///< extension keys, ignored by senders

    /// What a sender that follows RFC 8461 §3.2 to the letter honours.
    bool valid() const;
    bool operator==(const Policy &) const = default;
};

/// Senders of RFC 8461 do the same under both: line ends, order, repetition and keys that they ignore (§3.2) make no difference. By this is
/// told what happens to mail. What a domain publishes is compared by sameMeaning() (policyterms.h), for which every key counts.
bool sendersActAlike(const Policy &one, const Policy &other);

/// Total and bounded: reads at most maxPolicySize octets, and tells of the first hundred mistakes.
Policy parsePolicy(const QByteArray &body);
/// The same with every mistake, for who mends them.
Policy parsePolicyThroughout(const QByteArray &body);

} // namespace mta
