// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/judge.h"
#include "fakes/hostiletexts.h"
#include "report/render.h"

namespace mta::fakes
{

/// Of a domain that was audited, and of a line that could not be used: with this text in every place that comes from outside.
inline QList<RunItem> itemsFullOf(const QByteArray &octets)
{
    const DomainFacts facts = factsFullOf(octets);
    RunItem audited{facts.domain.ascii, judge(facts, facts.observedAt), {}};
    // A finding of every place, whatever the judge made of it.
    for (Finding &finding : audited.audit->findings) {
        finding.subject = QString::fromUtf8(octets);
        finding.evidence = u'/' + QString::fromUtf8(octets);
        for (QString &value : finding.values)
            value = QString::fromUtf8(octets);
    }
    audited.audit->headline += QString::fromUtf8(octets);
    audited.audit->nextStep += QString::fromUtf8(octets);
    for (ChainLink &link : audited.audit->links)
        link.text = QString::fromUtf8(octets);
    return {audited, {QString::fromUtf8(octets), {}, QString::fromUtf8(octets)}};
}

} // namespace mta::fakes
