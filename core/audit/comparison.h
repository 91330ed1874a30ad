// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "audit/linediff.h"

namespace mta
{

/// One thing that is not the same in two audits of a domain. Values are stable keys or as observed, not yet made visible.
struct Difference {
    enum class Topic { Verdict, Status, Link, Finding, Record, Policy, MxHost, Certificate, Tlsa, TlsRpt };
    enum class Change { Appeared, Gone, Changed };
    Topic topic = Topic::Verdict;
    Change change = Change::Changed;
    QString subject;    ///< a host, an owner name, a rule id, an area; empty where there is only one
    QString detail;     ///< stable key of what it is about: "preference", "coveredBy", "result", "renewed", "key-changed", "line-ends", ...
    QString before;     ///< empty when it appeared
    QString after;      ///< empty when it is gone
    int lineBefore = 0; ///< of a policy, 1-based; 0 without
    int lineAfter = 0;
    std::optional<Finding> finding; ///< the later one where both have it

    bool operator==(const Difference &) const = default;
};
QString topicName(Difference::Topic topic);    ///< "mx-host"; stable, never translated
QString changeName(Difference::Change change); ///< "appeared"

struct Comparison {
    DomainName domain;
    QDateTime before; ///< when it was observed
    QDateTime after;
    QList<Difference> differences; ///< in the order of the topics
    QList<LinePair> policy;        ///< both policies whole; empty when neither audit saw one
    QList<Finding> stayed;         ///< findings of both, as severe as before; the later ones

    bool same() const { return differences.isEmpty(); }
};

/// What is different at the domain. What one of them could not test is no difference, except in results and verdicts, and in findings,
/// which are then "not-tested" on that side; times, addresses' order and the like are none either.
Comparison compare(const DomainAudit &before, const DomainAudit &after);

} // namespace mta
