// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/compare.h"
#include "deploy/live.h"

namespace mta
{

QList<LiveRow> mxRows(const Plan &plan, const DomainAudit &audit, const LiveDomain &live);
/// Of every mail server that has TLSA records on either side.
QList<LiveRow> tlsaRows(const Plan &plan, const DomainAudit &audit, const LiveDomain &live);
/// Of every live mail server, where the plan has a policy that senders hold them against.
QList<LiveRow> mxCertificateRows(const Plan &plan, const DomainAudit &audit);

} // namespace mta
