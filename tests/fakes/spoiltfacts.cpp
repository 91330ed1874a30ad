// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "spoiltcases.h"

namespace mta
{

const QList<Spoilt> &spoiltFacts()
{
    using namespace spoiling;
    static const QList<Spoilt> all = domainCases() + nameserverCases() + recordCases() + policyHostCases() + policyCertificateCases() +
                                     policyCases() + mxRecordCases() + mxCases() + startTlsCases() + certificateCases() + tlsGridCases() +
                                     daneCases() + tlsRptCases() + historyCases();
    return all;
}

DomainFacts spoilt(const Spoilt &how)
{
    DomainFacts facts = goodFacts();
    how.spoil(facts);
    return facts;
}

} // namespace mta
