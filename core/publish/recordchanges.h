// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/exactrecord.h"

namespace mta
{

/// What is done to a zone, worked out before anything is done.
struct RecordChanges {
    /// The sets that are touched or must stay absent, as they were seen. The server makes the changes only while they are like that
    /// (RFC 2136 §2.4.2, §2.4.3): what somebody else changed since is not overwritten.
    QList<ExactSet> seen;
    QList<ExactRecord> remove;
    QList<ExactRecord> add;

    bool isEmpty() const { return remove.isEmpty() && add.isEmpty(); }
    bool operator==(const RecordChanges &) const = default;
};

/// The sets to be looked at before the changes towards a plan can be worked out: those that it wants something in, those where a record
/// of ours may stand that it no longer wants, and the aliases that would be in the way. Only names within the zone. Of mail servers that
/// the plan has no TLSA records of, only those of `tlsaHosts` are looked at.
QList<Question> questionsFor(const Plan &plan, const QString &zone, const QStringList &tlsaHosts = {});

/// From what stands in the zone to what the plan says. A set is made as the plan has it, but for TXT records of other purposes, which
/// stay. Where the plan says nothing of the policy host's addresses, nothing is changed there.
RecordChanges changesTowards(const Plan &plan, const QString &zone, const QList<ExactSet> &live);

/// Records of the plan that do not belong into this zone, such as the TLSA records of a mail server elsewhere.
QList<ZoneRecord> recordsElsewhere(const Plan &plan, const QString &zone);

/// The changes of the record that announces the policy (RFC 8461 §3.1), and all others: the one comes after the policy, the others before.
struct SplitChanges {
    RecordChanges others;
    RecordChanges announcement;
};
SplitChanges split(const RecordChanges &changes, const DomainName &domain);

/// What undoes the changes, as long as nobody changes the same sets in between.
RecordChanges inverse(const RecordChanges &changes);

/// The sets that changes have seen.
QList<Question> questionsOf(const RecordChanges &changes);

/// The same changes, one name and type after the other.
QList<RecordChanges> setBySet(const RecordChanges &changes);

/// From the state before the first to the state after the second: what somebody else changed in between is not theirs.
RecordChanges joined(const RecordChanges &first, const RecordChanges &second);

/// The sets after the changes.
QList<ExactSet> resultOf(const RecordChanges &changes);

/// Whether a zone is now as the changes wanted it.
bool isDone(const RecordChanges &changes, const QList<ExactSet> &now);

} // namespace mta
