// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// What is said of the conditions for mode enforce.

#include "base/wiretext.h"
#include "deploy/readiness.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

struct ConditionTexts {
    ConditionKind kind;
    const char *name;
    const char *met;
    const char *notMet;
    const char *unknown;
};

constexpr ConditionTexts texts[] = {
    {ConditionKind::AuditRecent, "audit-recent", QT_TRANSLATE_NOOP("Readiness", "The audit is of {date}."),
     QT_TRANSLATE_NOOP("Readiness", "The audit is of {date}, or was not finished: audit the domain again, so that this is of today."),
     nullptr},
    {ConditionKind::InTesting, "in-testing", QT_TRANSLATE_NOOP("Readiness", "Senders see the policy."),
     QT_TRANSLATE_NOOP("Readiness", "Senders do not see the policy in mode testing: publish it so first, and let them report."),
     QT_TRANSLATE_NOOP("Readiness", "It could not be told whether senders see the policy: audit the domain again.")},
    {ConditionKind::ServersCovered, "servers-covered", QT_TRANSLATE_NOOP("Readiness", "The policy covers every mail server."),
     QT_TRANSLATE_NOOP("Readiness", "The policy does not cover {hosts}: senders would not deliver there. Add patterns (mx) for them."),
     QT_TRANSLATE_NOOP("Readiness", "The mail servers of {hosts} are not known: audit the domain again.")},
    {ConditionKind::ServersPass, "servers-pass",
     QT_TRANSLATE_NOOP("Readiness", "Every mail server offers STARTTLS and shows a certificate that holds."),
     QT_TRANSLATE_NOOP("Readiness", "Senders would not deliver to {hosts}, at some address at least: their findings say what to mend."),
     QT_TRANSLATE_NOOP("Readiness", "{hosts} could not be tested: audit the domain again, from a network that reaches port 25.")},
    {ConditionKind::NoErrors, "no-errors", QT_TRANSLATE_NOOP("Readiness", "The audit finds no error."),
     QT_TRANSLATE_NOOP("Readiness", "The audit finds errors ({rules}): mend them first."), nullptr},
    {ConditionKind::TestedLongEnough, "tested-long-enough", QT_TRANSLATE_NOOP("Readiness", "The policy has been tested long enough."),
     QT_TRANSLATE_NOOP("Readiness",
                       "The policy is known to be in mode testing since {since}. Some senders write once a week only: wait until "
                       "{until}."),
     QT_TRANSLATE_NOOP("Readiness", "The time in mode testing begins when senders see the policy.")},
    {ConditionKind::ReportsAsked, "reports-asked", QT_TRANSLATE_NOOP("Readiness", "Senders are asked for reports (TLS-RPT)."),
     QT_TRANSLATE_NOOP("Readiness", "Senders are not asked for reports, so nobody would learn what fails: publish a TLS-RPT record."),
     QT_TRANSLATE_NOOP("Readiness", "It could not be told whether senders are asked for reports (TLS-RPT): audit the domain again.")},
    {ConditionKind::ReportsRead, "reports-read", QT_TRANSLATE_NOOP("Readiness", "You said on {date} that the reports show no failures."),
     QT_TRANSLATE_NOOP("Readiness",
                       "You said on {date} that the reports show failures: find out what they are before senders refuse mail for them."),
     QT_TRANSLATE_NOOP("Readiness", "Nobody said yet that the reports of the last days show no failures: read them, and say so.")},
    {ConditionKind::CertificatesLast, "certificates-last",
     QT_TRANSLATE_NOOP("Readiness", "No certificate ends soon; the first is that of {host}, on {date}."),
     QT_TRANSLATE_NOOP("Readiness", "The certificate of {host} ends on {date}: see that it is renewed first."),
     QT_TRANSLATE_NOOP("Readiness", "No certificate was seen: audit the domain again.")},
};

const ConditionTexts &textsOf(ConditionKind kind)
{
    return *std::find_if(std::begin(texts), std::end(texts), [kind](const ConditionTexts &each) { return each.kind == kind; });
}

} // namespace

QString conditionName(ConditionKind kind)
{
    return QLatin1String(textsOf(kind).name);
}

QString conditionStateName(ConditionState state)
{
    switch (state) {
    case ConditionState::Met:
        return QStringLiteral("met");
    case ConditionState::NotMet:
        return QStringLiteral("not-met");
    case ConditionState::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString conditionText(const Condition &condition)
{
    const ConditionTexts &said = textsOf(condition.kind);
    const char *text = condition.state == ConditionState::Met      ? said.met
                       : condition.state == ConditionState::NotMet ? said.notMet
                                                                   : said.unknown;
    Values visible;
    for (auto value = condition.values.cbegin(); value != condition.values.cend(); ++value)
        visible.insert(value.key(), visibleText(value.value(), 1000));
    return fillPlaceholders(QCoreApplication::translate("Readiness", text), visible);
}

} // namespace mta
