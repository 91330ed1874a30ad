// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/catalogue.h"

#include "audit/rules.h"

#include <QHash>

namespace mta
{

const QList<const Rule *> &catalogue()
{
    // By hand, in the order of the chain.
    static const QList<const Rule *> rules = domainRules() + nameserverRules() + recordRules() + policyHostRules() +
                                             policyCertificateRules() + policyRules() + historyRules() + mxRecordRules() + mxNameRules() +
                                             mxRules() + startTlsRules() + certificateRules() + tlsGridRules() + daneRules() +
                                             rolloverRules() + tlsRptRules();
    return rules;
}

const Rule *findRule(const QString &id)
{
    static const QHash<QString, const Rule *> byId = [] {
        QHash<QString, const Rule *> map;
        for (const Rule *rule : catalogue())
            map.insert(QString::fromLatin1(rule->id), rule);
        return map;
    }();
    return byId.value(id, nullptr);
}

} // namespace mta
