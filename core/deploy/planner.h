// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/placeholders.h"
#include "deploy/zonerecord.h"

/// How a domain gets from what it is to what it is meant to be without any sender refusing mail on the way. Senders act on a policy until
/// max_age after they last fetched it, need not look for a newer one before that (RFC 8461 §5.1), and see the DNS through caches. So every
/// step has a time before which it is not safe, and the reason why.
namespace mta
{

enum class StepKind {
    PublishReports,    ///< the TLS-RPT record, new or changed
    PointPolicyHost,   ///< names lead to the server of the policy
    PreparePolicyHost, ///< another server is made ready to serve the policy; names do not lead there yet
    RetirePolicyHost,  ///< the former server of the policy is not asked any more
    AddTlsa,           ///< beside those that are there
    SwitchKeys,        ///< the mail servers show their new keys
    RemoveTlsa,
    PublishPolicy, ///< the file on the policy host
    PublishRecord, ///< a new id, by which senders see that there is a new policy
    ChangeMx,      ///< other preferences of the same mail servers
    AddMx,
    RemoveMx,
    RetireMx, ///< the former mail servers may be switched off
    RemoveRecord,
    RemovePolicy, ///< the file, and the names of its host
    RemoveReports,
};
QString stepKindName(StepKind kind); ///< "publish-policy": stable, never translated

/// What a new policy is for.
enum class PolicyPurpose {
    Change,   ///< the policy as it is meant to be
    Protect,  ///< the first one
    Widen,    ///< also covers mail servers that are yet to come; what the former one covers stays covered
    Relax,    ///< from enforce to testing, or to none
    Enforce,  ///< from testing to enforce
    Withdraw, ///< mode none: the domain leaves MTA-STS (RFC 8461 §8.3)
};
QString policyPurposeName(PolicyPurpose purpose); ///< "widen": stable, never translated

/// Why a step has to wait.
enum class WaitReason {
    CachedPolicy,  ///< senders may still hold a former policy (RFC 8461 §3.2, §5.1)
    CachedRecord,  ///< resolvers may still hold the former TXT record
    CachedMx,      ///< resolvers may still hold the former MX records
    CachedAddress, ///< resolvers may still hold the former names or addresses of the policy host
    CachedAbsence, ///< resolvers may still hold that there was nothing (RFC 2308)
    CachedTlsa,    ///< resolvers may still hold the former TLSA records (RFC 7671 §8.1)
    Testing,       ///< advice: reports of some weeks are worth more than those of a day
};
QString waitReasonName(WaitReason reason); ///< "cached-policy": stable, never translated

/// A step may be done when `span` has passed since another was, or since a time.
struct StepWait {
    WaitReason reason = WaitReason::CachedPolicy;
    int step = -1;  ///< index of the step to count from; -1: from a time
    QDateTime from; ///< UTC; for a step the time it is reckoned to be done
    std::chrono::seconds span{0};

    QDateTime until() const { return from.addSecs(span.count()); }
    bool operator==(const StepWait &) const = default;
};

/// One thing to do. The texts of a step are made from its kind and values (steptexts.h).
struct DeploymentStep {
    StepKind kind = StepKind::PublishPolicy;
    PolicyPurpose purpose = PolicyPurpose::Change;
    QStringList hosts;        ///< the mail servers it is about
    QList<ZoneRecord> add;    ///< records to publish
    QList<ZoneRecord> remove; ///< records to take away in the same change
    QList<IntendedTlsa> keys; ///< SwitchKeys: the records that match the new keys; the former ones still stand
    Plan after;               ///< how the domain is when it is done: the file to serve, the id; without history and notes
    QList<StepWait> waits;    ///< all of them have to be over
    /// Over sooner: no mail is lost by then, but some may be delayed. Senders must look for a new policy before they give up a message
    /// (RFC 8461 §5.1); so it is enough as long as record and policy host answer. Empty where there is no such earlier time.
    QList<StepWait> usually;
    QDateTime notBefore;       ///< UTC, the earliest safe time when every earlier step is done at its own; set by schedule()
    QDateTime usuallyFrom;     ///< UTC, when `usually` is over; invalid without
    QStringList preconditions; ///< ids of rules that must pass before, also of the mail servers that the step adds
    QStringList verify;        ///< ids of rules that must pass after it, or it is not done
    Values values;             ///< for the texts; from outside, not yet made visible

    bool operator==(const DeploymentStep &) const = default;
};

/// Why there are no steps: what is meant to be would lose mail or cannot be published.
struct PlanProblem {
    enum class Kind {
        HostsNotCovered, ///< mode enforce, and no pattern covers these mail servers
        PolicyUnwritable ///< no file says what the policy is meant to say
    };
    Kind kind = Kind::HostsNotCovered;
    QStringList hosts;

    bool operator==(const PlanProblem &) const = default;
};
QString planProblemName(PlanProblem::Kind kind); ///< "hosts-not-covered": stable, never translated
QString planProblemText(const PlanProblem &problem);

/// The way from one state to another, in the order in which it is to be gone.
struct DeploymentPlan {
    DomainName domain;
    QList<DeploymentStep> steps;
    QList<PlanProblem> problems; ///< then there are no steps

    bool operator==(const DeploymentPlan &) const = default;
};

/// What times are reckoned with beyond those in the plans.
struct PlanningTimes {
    std::chrono::seconds mxTtl{86400};      ///< of the MX records; many resolvers keep nothing for longer than a day
    std::chrono::seconds negativeTtl{3600}; ///< of the answer that there is nothing (RFC 2308 §5)
    std::chrono::seconds fetch{60};         ///< how long fetching a policy may take (RFC 8461 §3.3)
    std::chrono::seconds testing{1209600};  ///< two weeks in mode testing before mode enforce
    std::chrono::seconds removalAge{86400}; ///< max_age of the policy by which a domain leaves (RFC 8461 §8.3: small)
    QDateTime mxSince;                      ///< since when the MX records are known to be as they are; invalid: perhaps for a moment only
    QDateTime hostSince;                    ///< when names were last led to another policy host, where that is known

    bool operator==(const PlanningTimes &) const = default;
};

/// Pure. `live` is how the domain is: policy and id as served, empty where there is none. Without mail servers or hosting on either side
/// those are left alone. Publications of both plans count. Where a former way was left half gone, the steps begin from there.
DeploymentPlan planSteps(const Plan &live, const Plan &intended, const QDateTime &now, const PlanningTimes &times = {});

/// The domain when a step was done at a time: the next live state, with what was published from then on.
Plan performed(const Plan &live, const DeploymentStep &step, const QDateTime &at);

/// Reckons all times again when some steps have been done: `done` holds their times, invalid ones for steps that are yet to come.
void schedule(DeploymentPlan &plan, const QList<QDateTime> &done, const QDateTime &now);

} // namespace mta
