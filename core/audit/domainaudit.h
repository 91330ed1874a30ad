// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/delivery.h"
#include "audit/rule.h"
#include "facts/domainfacts.h"
#include "mtasts/policy.h"
#include "mtasts/stsrecord.h"
#include "tlsrpt/tlsrptrecord.h"
#include <optional>

namespace mta
{

struct Finding {
    QString ruleId;
    Severity severity = Severity::Note; ///< after the rule's second severity
    QString subject;
    Values values;
    QString evidence; ///< JSON pointer into the stored facts

    bool operator==(const Finding &) const = default;
};

/// The sentence in the user's language, placeholders filled with visible text (context "Rules").
QString findingMessage(const Finding &finding);
QString findingExplanation(const Finding &finding);
QString findingRemedy(const Finding &finding);

/// The contract's verdicts, see domainVerdict().
enum class DomainVerdict { Protected, Testing, Unprotected, AtRisk, Undetermined, NotApplicable };
QString domainVerdictName(DomainVerdict verdict); ///< "at-risk"

enum class StsStatus { Absent, RecordInvalid, PolicyUnavailable, PolicyInvalid, None, Testing, Enforce, Undetermined };
QString stsStatusName(StsStatus status); ///< "record-invalid"

enum class TlsRptStatus { Absent, Valid, Invalid, Undetermined };
QString tlsRptStatusName(TlsRptStatus status);

/// What a sender that checks DANE makes of one address (RFC 7672 §2.2).
enum class DaneResult {
    NotTested,
    NotPossible, ///< the addresses are not signed
    None,        ///< no TLSA records, or unsigned ones, which count for nothing
    Unusable,    ///< records, but none for SMTP: it encrypts without authentication
    Valid,
    Failing, ///< it does not deliver there: nothing matches, encryption does not come about, or the records cannot be had
};
QString daneResultName(DaneResult result); ///< "not-possible"; stable, never translated

/// What a sender would meet at one address (result types of RFC 8460 §4.3, and ok, untested, unreachable).
struct AddressOutcome {
    QHostAddress address;
    QString result;                           ///< "ok", "certificate-expired", ...
    QString reason;                           ///< stable key that refines it, "greylisted", "injection", ...; empty when nothing to add
    std::optional<bool> wouldDeliver;         ///< by the policy as published; absent when untested
    std::optional<bool> wouldDeliverEnforced; ///< as if it were in enforce
    Certificate certificate;                  ///< the leaf; der empty without
    DaneResult dane = DaneResult::NotTested;
    Deliveries deliveries{}; ///< by what a sender checks, with the policy as published
    bool otherKey = false;   ///< result and certificate are those of the kind of key that only some senders are shown

    bool operator==(const AddressOutcome &) const = default;
};
struct MxOutcome {
    QString host;
    quint16 preference = 0;
    QString coveredBy; ///< null string: no pattern covers it, or there is no policy
    QString result;    ///< of its best address; "unreachable" without an address
    QList<AddressOutcome> addresses;
    Deliveries deliveries{}; ///< at its best address

    bool operator==(const MxOutcome &) const = default;
};

/// One link of the chain as drawn: record, policy host, policy, mail servers, certificates, and TLS-RPT beside it.
struct ChainLink {
    enum class State { Good, Attention, Broken, NotTested };
    Area area = Area::Record;
    State state = State::NotTested;
    QString text; ///< a few translated words under the link, "enforce", "1 of 2 broken"

    bool operator==(const ChainLink &) const = default;
};

/// How somebody wants to have it judged.
struct Profile {
    QStringList ignored;           ///< ids of rules that give no finding; they still decide the verdict
    std::optional<int> expiryDays; ///< warning window for certificates, 0 without one; absent: as recorded with the facts

    bool operator==(const Profile &) const = default;
};
inline constexpr int maxExpiryDays = 365;

/// A domain's facts and what follows from them.
struct DomainAudit {
    DomainFacts facts;
    QDateTime judgedAt; ///< the time at which dates were judged
    Profile profile;
    StsStatus stsStatus = StsStatus::Undetermined;
    StsRecordSet record;          ///< as a sender selects it
    std::optional<Policy> policy; ///< the one a sender would get, also when invalid; absent when no file could be had
    int policyFetch = -1;         ///< index into facts.fetches it came from
    TlsRptStatus tlsRptStatus = TlsRptStatus::Undetermined;
    TlsRptRecordSet tlsRpt;
    QList<MxOutcome> mx;
    std::optional<Deliveries> deliveries; ///< see domainDeliveries(); absent when the domain takes no mail
    bool lessAssurance = false;           ///< DANE holds somewhere, but the MX records are not signed (RFC 7672 §2.2.1)
    DomainVerdict verdict = DomainVerdict::Undetermined;
    QList<Finding> findings;  ///< errors first, then by area
    QStringList undetermined; ///< ids of rules that could not be decided
    QList<ChainLink> links;   ///< always six, in the order of the picture
    QString headline;         ///< one translated sentence: what happens to mail today
    QString nextStep;         ///< one translated sentence: the most useful thing to do; empty when nothing is to be done

    std::optional<Severity> worst() const;
    int count(Severity severity) const;
};

} // namespace mta
