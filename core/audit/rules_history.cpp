// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// What only shows when it is known how the domain looked before.

#include "audit/historyhits.h"
#include "audit/rules.h"

#include <QtGlobal>

namespace mta
{

namespace
{

constexpr Rule rules[] = {
    {
        .id = "sts-id-unchanged",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §8.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The policy of {subject} has changed since {seen}, but the id of the record is still {id}: "
                                              "senders that know it may go by the former policy until {until}. {effect}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "By the id senders see that there is a new policy. As long as it is the one they know, they need not look at the file "
                     "before max_age has run out. Before: {former}. Now: {current}."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Give the record a new id, any that was not used before: v=STSv1; id={newId};"),
        .check = idUnchanged,
    },
    {
        .id = "policy-still-cached",
        .area = Area::Policy,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §5.1",
        .message =
            QT_TRANSLATE_NOOP("Rules", "Senders find no policy of {subject} any more, but those that remember the one seen on {seen} "
                                       "may enforce it until {until}. {effect}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "A record or a policy file that is gone does not end what senders hold in their caches ({former}). Until that date a "
                     "change of mail servers or a bad certificate makes their mail to you wait and then bounce. All other senders deliver "
                     "without protection."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "To be protected, put record and policy back in order. To leave MTA-STS, serve a policy in mode none with a short "
                     "max_age, publish v=STSv1; id={newId}; and keep both until {until}."),
        .check = stillCached,
    },
    {
        .id = "policy-mode-testing-long",
        .area = Area::Policy,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §5",
        .message = QT_TRANSLATE_NOOP("Rules", "The policy of {subject} has been in mode testing since {since} or longer ({span}), although "
                                              "nothing seen here stands in the way of mode enforce."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Mode testing is meant for the first weeks. As long as it lasts, mail is delivered also to "
                                       "an attacker who strips the encryption or leads it to another server."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "When the reports (TLS-RPT) show no failures either, write “mode: enforce” in the policy, then "
                                       "publish v=STSv1; id={newId};"),
        .check = testingLong,
    },
};

} // namespace

const QList<const Rule *> &historyRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
