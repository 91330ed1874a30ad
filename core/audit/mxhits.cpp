// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/mxhits.h"

#include "audit/outcome.h"
#include <algorithm>

namespace mta
{

std::optional<Verdict> beforeMx(const Situation &situation)
{
    switch (situation.mxKind) {
    case MxKind::Unknown:
        return Verdict::undetermined();
    case MxKind::Null:
    case MxKind::Absent:
        return Verdict::notApplicable();
    case MxKind::Listed:
    case MxKind::Implicit:
        break;
    }
    return std::nullopt;
}

std::optional<Verdict> beforeProbes(const Situation &situation)
{
    if (const auto before = beforeMx(situation))
        return before;
    for (const MxOutcome &host : situation.mx) {
        for (const AddressOutcome &address : host.addresses) {
            if (!isUntested(address.result))
                return std::nullopt;
        }
    }
    return Verdict::undetermined();
}

Verdict addressHits(const Situation &situation, SkipHost skip, const SayOfAddress &say, const QString &part, bool checked)
{
    if (const auto before = beforeProbes(situation))
        return *before;
    QList<Hit> hits;
    for (int i = 0; i < situation.mx.size(); ++i) {
        const MxOutcome &outcome = situation.mx.at(i);
        const MxHost &host = situation.facts.mxHosts.at(i);
        const HostDane &dane = situation.dane.at(i);
        if (skip(outcome))
            continue;
        const bool mitigated = !senderUses(situation, outcome) || (checked && !situation.inForce());
        for (int j = 0; j < outcome.addresses.size(); ++j) {
            std::optional<Values> values =
                say({host, outcome, host.probes.at(j), outcome.addresses.at(j), dane, j, !situation.inForce() && dane.byKeyAlone(j)});
            if (!values)
                continue;
            values->insert(QStringLiteral("address"), outcome.addresses.at(j).address.toString());
            const QString elsewhere = values->take(QStringLiteral("pointer"));
            const QString place = elsewhere.isEmpty() ? QStringLiteral("/probes/%1").arg(j) : elsewhere;
            hits.append({host.name, *values, QStringLiteral("/mxHosts/%1").arg(i) + place + part, mitigated});
        }
    }
    return Verdict::of(sameHits(hits));
}

bool works(const MxOutcome &host)
{
    return std::any_of(host.addresses.cbegin(), host.addresses.cend(), [](const AddressOutcome &address) { return isOk(address.result); });
}

bool wasReached(const MxOutcome &host)
{
    return std::any_of(host.addresses.cbegin(), host.addresses.cend(), [](const AddressOutcome &address) {
        const bool spoke = address.reason == QLatin1String("temporary") || address.reason == QLatin1String("tarpit");
        return isOk(address.result) || isFailure(address.result) || spoke;
    });
}

bool isCutOff(const AddressOutcome &outcome)
{
    static const QStringList reasons = {QStringLiteral("refused"), QStringLiteral("no-route"), QStringLiteral("reset"),
                                        QStringLiteral("timeout")};
    return isUnreachable(outcome.result) && reasons.contains(outcome.reason);
}

bool never(const MxOutcome &)
{
    return false;
}

} // namespace mta
