// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "ui/models/rowsmodel.h"

namespace mta
{

QStringList mailServerHeaders();
/// Host over address. Pointers lead to the host or the probe in the evidence.
QList<Row> mailServerRows(const DomainAudit &audit);

/// The probe an evidence pointer of a row leads to, or null.
const MxProbe *probeAt(const DomainFacts &facts, const QString &pointer);
/// One sentence on how the conversation went.
QString probeSummary(const MxProbe &probe);

QStringList transcriptHeaders();
QList<Row> transcriptRows(const MxProbe &probe);
QString transcriptText(const MxProbe &probe);

} // namespace mta
