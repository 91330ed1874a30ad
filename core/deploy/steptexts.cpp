// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// What is said of a step, by its kind; of a policy also by what it is for.

#include "deploy/steptexts.h"

#include "audit/checks.h"
#include "base/wiretext.h"

#include <QCoreApplication>
#include <algorithm>
#include <optional>

namespace mta
{

namespace
{

struct StepText {
    StepKind kind;
    std::optional<PolicyPurpose> purpose; ///< absent: any
    const char *title;
    const char *explanation;
    const char *rollback;
};

constexpr StepText texts[] = {
    {StepKind::PublishReports, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Ask for reports"),
     QT_TRANSLATE_NOOP("Steps", "Publish the TLS-RPT record at _smtp._tls.{domain}. Senders then tell you every day what went wrong, long "
                                "before anybody complains (RFC 8460)."),
     QT_TRANSLATE_NOOP("Steps", "Put the former record back, or take the record away. Mail does not depend on it.")},
    {StepKind::PointPolicyHost, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Let mta-sts.{domain} lead to the server of the policy"),
     QT_TRANSLATE_NOOP("Steps", "Publish the records of the policy host. The server needs a certificate for mta-sts.{domain} from a public "
                                "certification authority; without it senders do not read the policy (RFC 8461 §3.3)."),
     QT_TRANSLATE_NOOP("Steps", "Put the former records back. Senders keep the policy they have and go on delivering.")},
    {StepKind::PreparePolicyHost, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Prepare the new server of the policy"),
     QT_TRANSLATE_NOOP("Steps",
                       "Let the new server answer for mta-sts.{domain} with the same policy file as the former one and a "
                       "certificate for this name, while names still lead to the former. Ask it by its address to see that it does."),
     QT_TRANSLATE_NOOP("Steps", "Leave the records as they are. Nobody asks the new server yet.")},
    {StepKind::RetirePolicyHost, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Switch the former server of the policy off"),
     QT_TRANSLATE_NOOP("Steps", "Nobody is led to it any more. Until then both servers have to answer with the same policy file."),
     QT_TRANSLATE_NOOP("Steps", "Switch it on again with the policy file that is served now.")},
    {StepKind::AddTlsa, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Publish the new TLSA records"),
     QT_TRANSLATE_NOOP("Steps", "Publish them for {hosts} beside those that are there, which stay until the new keys are in use "
                                "(RFC 7671 §8.1)."),
     QT_TRANSLATE_NOOP("Steps", "Take the new records away again. The former ones still match.")},
    {StepKind::SwitchKeys, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Use the new keys"),
     QT_TRANSLATE_NOOP("Steps", "Install the new keys and certificates on {hosts}. Both sets of TLSA records are known by now. The "
                                "certificates have to satisfy MTA-STS as well."),
     QT_TRANSLATE_NOOP("Steps", "Put the former keys and certificates back: their TLSA records are still there.")},
    {StepKind::RemoveTlsa, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Take the former TLSA records away"),
     QT_TRANSLATE_NOOP("Steps", "Take those of {hosts} away that are not meant to stay, when every address of every one of these mail "
                                "servers shows a certificate that the others match."),
     QT_TRANSLATE_NOOP("Steps", "Publish them again.")},
    {StepKind::PublishPolicy, PolicyPurpose::Protect, QT_TRANSLATE_NOOP("Steps", "Publish the policy file"),
     QT_TRANSLATE_NOOP("Steps", "Serve the file at https://mta-sts.{domain}/.well-known/mta-sts.txt in mode {mode}. Nobody looks for it "
                                "before the record announces it."),
     QT_TRANSLATE_NOOP("Steps", "Take the file away again. As long as no record announces it, nobody notices.")},
    {StepKind::PublishPolicy, PolicyPurpose::Widen, QT_TRANSLATE_NOOP("Steps", "Let the policy cover the new mail servers, too"),
     QT_TRANSLATE_NOOP("Steps", "Serve a policy file that covers the mail servers of today and those that are to come. The MX records stay "
                                "as they are until every sender has seen it."),
     QT_TRANSLATE_NOOP("Steps", "Put the former policy file back; where the record has the new id already, give it another new one. The MX "
                                "records have not changed yet, so either policy lets mail pass.")},
    {StepKind::PublishPolicy, PolicyPurpose::Relax, QT_TRANSLATE_NOOP("Steps", "Take the policy back to mode {mode}"),
     QT_TRANSLATE_NOOP("Steps",
                       "Serve the file in mode {mode}. Senders that hold the former policy may go on enforcing it until its max_age "
                       "is over, so the mail servers have to satisfy it until then."),
     QT_TRANSLATE_NOOP("Steps", "Put the former policy file back; where the record has the new id already, give it another new one.")},
    {StepKind::PublishPolicy, PolicyPurpose::Enforce, QT_TRANSLATE_NOOP("Steps", "Move the policy to mode enforce"),
     QT_TRANSLATE_NOOP("Steps",
                       "Serve the file in mode enforce. From then on senders do not deliver to a mail server that the policy does "
                       "not cover, or whose certificate does not hold. The audit has to be clean, and the reports of the last weeks "
                       "without failures."),
     QT_TRANSLATE_NOOP("Steps", "Serve the file in mode testing again and give the record a new id. Senders look for it before they give a "
                                "message up; some may enforce until max_age is over.")},
    {StepKind::PublishPolicy, PolicyPurpose::Withdraw, QT_TRANSLATE_NOOP("Steps", "Publish a policy in mode none"),
     QT_TRANSLATE_NOOP("Steps", "Serve a policy file in mode none with a small max_age. It tells senders to forget the policy they hold; a "
                                "file or a record that is merely gone does not (RFC 8461 §8.3)."),
     QT_TRANSLATE_NOOP("Steps", "Put the former policy file back and give the record a new id.")},
    {StepKind::PublishPolicy, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Publish the policy file as it is meant to be"),
     QT_TRANSLATE_NOOP("Steps", "Serve the new file in the place of the former one, at every address of the policy host. Mode: {mode}, "
                                "max_age: {maxAge}, mx: {mx}."),
     QT_TRANSLATE_NOOP("Steps", "Put the former policy file back; where the record has the new id already, give it another new one.")},
    {StepKind::PublishRecord, PolicyPurpose::Protect, QT_TRANSLATE_NOOP("Steps", "Announce the policy with the id {id}"),
     QT_TRANSLATE_NOOP("Steps",
                       "Publish the TXT record at _mta-sts.{domain} when every address of the policy host serves the file. From then "
                       "on senders fetch it (RFC 8461 §8.1)."),
     QT_TRANSLATE_NOOP("Steps", "Take the record away again. In mode testing nothing is refused, so there is time to mend what is wrong.")},
    {StepKind::PublishRecord, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Announce the policy with the id {id}"),
     QT_TRANSLATE_NOOP("Steps", "Publish the TXT record at _mta-sts.{domain} when every address of the policy host serves the new file: a "
                                "sender that sees the new id and gets the old file would keep that one (RFC 8461 §8.1)."),
     QT_TRANSLATE_NOOP("Steps", "Put the former policy file back first, then publish the record with another new id, never with a former "
                                "one.")},
    {StepKind::ChangeMx, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Change the preferences of the MX records"),
     QT_TRANSLATE_NOOP("Steps", "The mail servers stay the same; senders try those with the smallest number first (RFC 5321 §5.1)."),
     QT_TRANSLATE_NOOP("Steps", "Put the former preferences back.")},
    {StepKind::AddMx, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Publish the new MX records"),
     QT_TRANSLATE_NOOP("Steps", "Add {hosts} beside the mail servers that are there. They have to take mail, offer STARTTLS and show a "
                                "certificate for their names from a public certification authority before that."),
     QT_TRANSLATE_NOOP("Steps", "Take the new MX records away again, but let the new mail servers run as long as "
                                "senders may remember them. The former ones are still there and covered.")},
    {StepKind::RemoveMx, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Take the former MX records away"),
     QT_TRANSLATE_NOOP("Steps",
                       "Take the MX records of {hosts} away when mail arrives at the others. Senders may still come to them as long "
                       "as they remember the records, so let them run, and the policy cover them."),
     QT_TRANSLATE_NOOP("Steps", "Publish the former MX records again: the policy still covers them.")},
    {StepKind::RetireMx, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Switch the former mail servers off"),
     QT_TRANSLATE_NOOP("Steps", "Nobody comes to {hosts} any more. Empty their queues first."),
     QT_TRANSLATE_NOOP("Steps", "Switch them on again.")},
    {StepKind::RemoveRecord, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Take the record away"),
     QT_TRANSLATE_NOOP("Steps", "Take the TXT record at _mta-sts.{domain} away. No sender holds a former policy any more (RFC 8461 §8.3)."),
     QT_TRANSLATE_NOOP("Steps", "Publish the record again with the same id: the file is still there.")},
    {StepKind::RemovePolicy, std::nullopt, QT_TRANSLATE_NOOP("Steps", "Take the policy file and its host away"),
     QT_TRANSLATE_NOOP("Steps", "Take the file and the records of mta-sts.{domain} away. An alias that leads to a server that is not yours "
                                "any more could be used by others."),
     QT_TRANSLATE_NOOP("Steps", "Nothing depends on them: leave them for as long as you like, but under your control.")},
    {StepKind::RemoveReports, std::nullopt, QT_TRANSLATE_NOOP("Steps", "End the reports"),
     QT_TRANSLATE_NOOP("Steps", "Take the TLS-RPT record at _smtp._tls.{domain} away."), QT_TRANSLATE_NOOP("Steps", "Publish it again.")},
};

struct WaitText {
    WaitReason reason;
    const char *text;
};

constexpr WaitText waitTexts[] = {
    {WaitReason::CachedPolicy,
     QT_TRANSLATE_NOOP("Steps",
                       "Until {until}: senders that last fetched a former policy on {from} may go by it for {span} (its max_age), and "
                       "need not look for a newer one.")},
    {WaitReason::CachedRecord,
     QT_TRANSLATE_NOOP("Steps", "Until {until}: resolvers may remember the former TXT record for {span} (its TTL).")},
    {WaitReason::CachedMx,
     QT_TRANSLATE_NOOP("Steps", "Until {until}: resolvers may remember the former MX records for {span} (their TTL).")},
    {WaitReason::CachedAddress,
     QT_TRANSLATE_NOOP("Steps", "Until {until}: resolvers may remember the former records of the policy host for {span} (their TTL).")},
    {WaitReason::CachedAbsence,
     QT_TRANSLATE_NOOP("Steps", "Until {until}: resolvers may remember for {span} that the policy host was not there (RFC 2308).")},
    {WaitReason::CachedTlsa,
     QT_TRANSLATE_NOOP("Steps",
                       "Until {until}: resolvers may remember the former TLSA records; {span} is twice their TTL (RFC 7671 §8.1).")},
    {WaitReason::Testing,
     QT_TRANSLATE_NOOP("Steps", "Until {until}, as advice: {span} in mode testing show in the reports what some senders only meet now and "
                                "then.")},
};

/// The names lead to a server that shows what senders ask for (RFC 8461 §3.3).
const QStringList hostRules{
    QStringLiteral("policy-host-no-address"), QStringLiteral("policy-host-dns-error"),     QStringLiteral("policy-host-unreachable"),
    QStringLiteral("policy-host-timeout"),    QStringLiteral("policy-tls-failed"),         QStringLiteral("policy-tls-old"),
    QStringLiteral("policy-cert-expired"),    QStringLiteral("policy-cert-not-yet-valid"), QStringLiteral("policy-cert-self-signed"),
    QStringLiteral("policy-cert-name"),       QStringLiteral("policy-cert-untrusted"),     QStringLiteral("policy-cert-incomplete-chain"),
    QStringLiteral("policy-cert-weak"),       QStringLiteral("policy-revocation")};
/// And the file is one that they read.
const QStringList policyRules =
    hostRules + QStringList{QStringLiteral("policy-http-status"),    QStringLiteral("policy-http-redirect"),
                            QStringLiteral("policy-http-malformed"), QStringLiteral("policy-http-truncated"),
                            QStringLiteral("policy-too-large"),      QStringLiteral("policy-content-type"),
                            QStringLiteral("policy-syntax"),         QStringLiteral("policy-encoding"),
                            QStringLiteral("policy-version"),        QStringLiteral("policy-mode"),
                            QStringLiteral("policy-max-age"),        QStringLiteral("policy-mx-missing"),
                            QStringLiteral("policy-mx-pattern"),     QStringLiteral("policy-host-address-differs")};
const QStringList recordRules{QStringLiteral("sts-record-absent"),  QStringLiteral("sts-record-multiple"),
                              QStringLiteral("sts-record-version"), QStringLiteral("sts-record-syntax"),
                              QStringLiteral("sts-id-missing"),     QStringLiteral("sts-id-invalid"),
                              QStringLiteral("sts-id-unchanged"),   QStringLiteral("sts-record-inconsistent")};
const QStringList serverRules{QStringLiteral("mx-not-covered"),
                              QStringLiteral("mx-none-covered"),
                              QStringLiteral("mx-no-address"),
                              QStringLiteral("starttls-absent"),
                              QStringLiteral("starttls-refused"),
                              QStringLiteral("mx-tls-failed"),
                              QStringLiteral("mx-tls-old"),
                              QStringLiteral("mx-cert-expired"),
                              QStringLiteral("mx-cert-not-yet-valid"),
                              QStringLiteral("mx-cert-self-signed"),
                              QStringLiteral("mx-cert-name"),
                              QStringLiteral("mx-cert-no-san"),
                              QStringLiteral("mx-cert-untrusted"),
                              QStringLiteral("mx-cert-incomplete-chain")};
const QStringList daneRules{QStringLiteral("dane-mismatch"), QStringLiteral("dane-bogus"), QStringLiteral("dane-unusable"),
                            QStringLiteral("dane-empty-digest")};

QStringList rulesAfter(StepKind kind)
{
    switch (kind) {
    case StepKind::PublishReports:
        return {QStringLiteral("tlsrpt-absent"), QStringLiteral("tlsrpt-multiple"), QStringLiteral("tlsrpt-syntax"),
                QStringLiteral("tlsrpt-rua")};
    case StepKind::PointPolicyHost:
        return hostRules;
    case StepKind::PublishPolicy:
    case StepKind::RetirePolicyHost:
        return policyRules;
    case StepKind::PublishRecord:
        return recordRules;
    case StepKind::AddTlsa:
    case StepKind::SwitchKeys:
    case StepKind::RemoveTlsa:
        return daneRules;
    case StepKind::ChangeMx:
    case StepKind::AddMx:
    case StepKind::RemoveMx:
        return serverRules;
    case StepKind::RemovePolicy:
        return {QStringLiteral("policy-still-cached"), QStringLiteral("policy-without-record"), QStringLiteral("policy-host-dangling")};
    case StepKind::PreparePolicyHost: // no sender gets there yet, nor does the audit
    case StepKind::RetireMx:
    case StepKind::RemoveRecord:
    case StepKind::RemoveReports:
        break;
    }
    return {};
}

const StepText &textOf(const DeploymentStep &step)
{
    return *std::find_if(std::begin(texts), std::end(texts),
                         [&](const StepText &text) { return text.kind == step.kind && (!text.purpose || *text.purpose == step.purpose); });
}

QString filled(const char *text, const Values &values)
{
    Values visible;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        visible.insert(value.key(), visibleText(value.value(), 1000));
    return fillPlaceholders(QCoreApplication::translate("Steps", text), visible);
}

} // namespace

void describe(DeploymentStep &step)
{
    step.verify = rulesAfter(step.kind);
    if (step.kind == StepKind::PublishPolicy && step.purpose == PolicyPurpose::Enforce)
        step.preconditions = serverRules + recordRules + policyRules;
    if (step.kind == StepKind::AddMx) {
        step.preconditions = serverRules;
        step.preconditions.removeIf([](const QString &rule) { return rule.endsWith(QLatin1String("-covered")); });
    }
    step.values = {{QStringLiteral("domain"), step.after.domain.unicode},
                   {QStringLiteral("hosts"), step.hosts.join(QStringLiteral(", "))},
                   {QStringLiteral("id"), QString::fromLatin1(step.after.id)}};
    if (step.after.policy) {
        step.values.insert(QStringLiteral("mode"), policyModeName(step.after.policy->mode));
        step.values.insert(QStringLiteral("maxAge"), QString::number(step.after.policy->maxAge.count()));
        step.values.insert(QStringLiteral("mx"), step.after.policy->mx.join(QStringLiteral(", ")));
    }
}

QString stepTitle(const DeploymentStep &step)
{
    return filled(textOf(step).title, step.values);
}

QString stepExplanation(const DeploymentStep &step)
{
    return filled(textOf(step).explanation, step.values);
}

QString stepRollback(const DeploymentStep &step)
{
    return filled(textOf(step).rollback, step.values);
}

QString waitText(const StepWait &wait)
{
    const auto *const text =
        std::find_if(std::begin(waitTexts), std::end(waitTexts), [&](const WaitText &each) { return each.reason == wait.reason; });
    return filled(text->text, {{QStringLiteral("until"), dateText(wait.until())},
                               {QStringLiteral("from"), dateText(wait.from)},
                               {QStringLiteral("span"), spanText(wait.from, wait.until())}});
}

QString usuallyText(const DeploymentStep &step)
{
    if (!step.usuallyFrom.isValid())
        return {};
    return filled(QT_TRANSLATE_NOOP("Steps", "From {from} on it is usually enough: a sender has to look for a new policy before it gives a "
                                             "message up (RFC 8461 §5.1), so that mail is delayed at worst, as long as the record and the "
                                             "policy host answer. Only the later time is safe without delays."),
                  {{QStringLiteral("from"), dateText(step.usuallyFrom)}});
}

QString planProblemText(const PlanProblem &problem)
{
    if (problem.kind == PlanProblem::Kind::PolicyUnwritable)
        return filled(QT_TRANSLATE_NOOP("Steps",
                                        "No policy file says what this policy is meant to say (RFC 8461 §3.2): check its patterns and "
                                        "its max_age."),
                      {});
    return filled(QT_TRANSLATE_NOOP("Steps",
                                    "In mode enforce no sender would deliver to {hosts}, for no pattern of the policy covers them. "
                                    "Add patterns, or take these mail servers out of the plan."),
                  {{QStringLiteral("hosts"), problem.hosts.join(QStringLiteral(", "))}});
}

} // namespace mta
