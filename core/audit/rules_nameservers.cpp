// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/authorityhits.h"
#include "audit/rules.h"

#include <QtGlobal>

namespace mta
{

namespace
{

constexpr Rule rules[] = {
    {
        .id = "nameserver-takeover",
        .area = Area::Domain,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 1034 §4.2.2",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject}, a name server of {zone}, does not exist: {claim}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Whoever obtains that name answers for your zone to a part of all senders: they can send "
                                                  "your mail wherever they like, and publish records of their own."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Have the NS record that names {subject} removed at once, in the zone and at the registry."),
        .check = nameserverTakeover,
    },
    {
        .id = "nameserver-lame",
        .area = Area::Domain,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 1912 §2.8",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} is a name server of {zone} but does not answer for it: {reason}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Resolvers that happen to ask it (a lame delegation) lose time before they turn to "
                                                  "another one. When the others are away, senders find neither your mail servers nor your "
                                                  "policy."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Have {subject} serve the zone {zone}, or take it out of the NS records, in the zone and at the registry."),
        .check = nameserverLame,
    },
    {
        .id = "nameserver-silent",
        .area = Area::Domain,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 1034 §4.1",
        .message =
            QT_TRANSLATE_NOOP("Rules", "{subject}, a name server of {zone}, did not answer at {address}, while others did: {reason}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "What it would have said is not known, and counts neither for nor against it. Resolvers "
                                                  "turn to another server when one is silent."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Audit again, from another network too. If it stays silent, see whether the server runs: "
                                             "dig @{address} {zone} SOA +norecurse"),
        .check = nameserverSilent,
    },
    {
        .id = "zone-serial-differs",
        .area = Area::Domain,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 1034 §4.3.5",
        .message = QT_TRANSLATE_NOOP("Rules", "The name servers of {zone} hold different versions of it; their serials: {answers}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Shortly after a change that is as it should be. If it lasts, some servers do not get "
                                                  "the changes, and senders see an old state."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Audit again in an hour. If it stays so, see that changes reach every server (zone "
                                       "transfer, NOTIFY). Some providers number each server's copy on its own: then it means nothing."),
        .check = serialDiffers,
    },
};

} // namespace

const QList<const Rule *> &nameserverRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
