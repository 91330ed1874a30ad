// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/senderview.h"
#include "base/wiretext.h"
#include "report/digest.h"

namespace mta
{

QList<SenderDigest> senderDigests(const DomainAudit &audit)
{
    QList<SenderDigest> digests;
    for (const SenderRow &row : senderRows(audit))
        digests.append({QString::fromLatin1(row.sender->name), QString::fromLatin1(row.sender->usedBy), readingText(row),
                        visibleText(explanationText(row)), senderNote(*row.sender), senderState(row)});
    return digests;
}

QStringList senderAdvice(const DomainAudit &audit)
{
    QStringList sentences;
    for (const QString &key : advice(senderRows(audit)))
        sentences.append(adviceText(key));
    return sentences;
}

} // namespace mta
