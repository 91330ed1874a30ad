// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/dnsupdate.h"
#include "publish/policyfile.h"
#include <functional>

namespace mta
{

/// Where a plan is published: one of them, or both.
struct PublishTargets {
    std::optional<UpdateServer> dns;
    std::optional<PolicyPlace> policy;
};

/// The dry run: everything that will be changed, and nothing else will.
struct PublishDraft {
    PolicyFileChange policy;
    RecordChanges others;       ///< all records but the next
    RecordChanges announcement; ///< `_mta-sts`, which tells senders that there is a new policy (RFC 8461 §3.1)
    QList<ExactSet> zone{};     ///< all that was looked at, also what stays; the mail servers among it

    bool isEmpty() const { return policy.isEmpty() && others.isEmpty() && announcement.isEmpty(); }
    bool operator==(const PublishDraft &) const = default;
};

/// Looks at what is there and works out what leads to the plan. Changes nothing. `tlsaHosts` are mail servers whose TLSA records are the
/// plan's to take away, besides those that it has records of. The Error is a sentence for people.
Result<PublishDraft> draftFor(const Plan &plan, const PublishTargets &targets, const QStringList &tlsaHosts, const Context &context);

/// What undoes that much of a publishing as was made. Looks first: where somebody else has changed the same since, it is an Error.
Result<PublishDraft> rollBackOf(const PublishDraft &published, const PublishTargets &targets, const Context &context);

/// Names lead senders to another policy host than before, while a record stands.
bool movesHost(const PublishDraft &draft);

/// The steps in their order. Policy and addresses come before the record that leads senders there; a record that goes, goes first. A new
/// policy host is looked at when names lead there, for only then it can have a certificate; one that takes the place of another before.
enum class PublishStage { Policy, Records, Served, Announcement };
QList<PublishStage> stepsOf(const PublishDraft &draft);

/// How a publishing ended. After anything but Done the steps before the failed one stand: rollBackOf() leads back.
struct PublishOutcome {
    std::optional<PublishStage> failed; ///< absent: all is done and was seen to be so
    UpdateEnd end = UpdateEnd::Done;    ///< of a step of the DNS
    QString text;                       ///< what happened and what to do, for people

    bool done() const { return !failed.has_value(); }
};
/// Waits until every address of the policy host shows the new policy; null where all do, else why not.
using ServedCheck = std::function<QString(const Context &)>;
/// Does what the draft says, step by step, and looks at each result. `progress` is told before each step. Without `served` the record is
/// published without that check.
PublishOutcome publish(const PublishDraft &draft, const PublishTargets &targets, const ServedCheck &served,
                       const std::function<void(PublishStage)> &progress, const Context &context);

} // namespace mta
