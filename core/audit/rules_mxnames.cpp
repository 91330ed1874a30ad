// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/authorityhits.h"
#include "audit/claim.h"
#include "audit/mxhits.h"
#include "audit/rules.h"

#include <QtGlobal>

namespace mta
{

namespace
{

/// The host, or the end of its alias chain, does not exist, and strangers have only to ask for it.
Verdict takeover(const Situation &situation)
{
    if (const auto before = beforeMx(situation))
        return *before;
    const DomainFacts &facts = situation.facts;
    QList<Hit> hits;
    for (qsizetype i = 0; i < facts.mxHosts.size(); ++i) {
        const MxHost &host = facts.mxHosts.at(i);
        for (const Lookup *lookup : {&host.addresses.a, &host.addresses.aaaa}) {
            const QStringList aliases = addressRecords(*lookup).aliases;
            const QString missing = aliases.isEmpty() ? host.name : aliases.last();
            const Claim claim = claimOn(missing, *lookup, facts.domain.ascii);
            if (!claim.isOpen())
                continue;
            hits.append({host.name,
                         {{QStringLiteral("missing"), missing}, {QStringLiteral("claim"), claim.clause()}},
                         QStringLiteral("/mxHosts/%1/addresses/%2")
                             .arg(i)
                             .arg(lookup == &host.addresses.a ? QStringLiteral("a") : QStringLiteral("aaaa")),
                         false});
            break;
        }
    }
    return Verdict::of(hits);
}

constexpr Rule rules[] = {
    {
        .id = "mx-host-takeover",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §10.4",
        .message = QT_TRANSLATE_NOOP("Rules", "Strangers could take the place of the mail server {subject}: the name {missing} does not "
                                              "exist; {claim}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Whoever obtains that name receives your mail as your mail server, and easily gets a "
                                                  "certificate for it. If the policy names the host, MTA-STS does not keep them out."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Remove the MX record that names {subject} at once, and its line in the policy, or get hold of "
                                       "the name yourself."),
        .check = takeover,
    },
    {
        .id = "mx-inconsistent",
        .area = Area::MxHosts,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 1034 §4.3.5",
        .message = QT_TRANSLATE_NOOP("Rules", "The name servers of {zone} disagree about the mail servers of {subject}: {answers}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Where a sender delivers depends on the name server that its resolver happens to ask. A "
                                                  "mail server that only some of them name may be missing in the policy, or be long gone."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "See that changes reach every name server of {zone}, then audit again. Shortly after a change "
                                             "it passes by itself."),
        .check = mxInconsistent,
    },
};

} // namespace

const QList<const Rule *> &mxNameRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
