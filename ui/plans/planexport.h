// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "base/result.h"
#include "deploy/plan.h"

namespace mta
{

/// What can be written of a plan beside its own file.
enum class PlanForm {
    Archive,  ///< everything that it asks for, as one zip file
    Folder,   ///< the same as a folder
    Pdf,      ///< the plan on paper
    Calendar, ///< when its steps are due (RFC 5545)
};
/// "example.com-plan.zip", and of a folder its name.
QString planFileName(const DomainName &domain, PlanForm form);
/// A zip file needs its ending, or a folder is written in its place. Where it was not typed, nobody was asked whether the file of that name
/// may be replaced: an Error where there is one.
Result<QString> archivePath(const QString &chosen);

struct PlanExport {
    Plan plan;
    std::optional<DomainAudit> audit; ///< how the domain was when it was last looked at; absent: the plan's own history tells
    QDateTime now;
};
/// Whole or not at all; an error sentence, or empty. A file is replaced, for the dialog has asked; in a folder nothing is. For a worker
/// thread.
QString writePlan(const QString &path, PlanForm form, const PlanExport &what);

/// A plan and the last audit of its domain; absent where nobody looked.
struct ComparedPlan {
    Plan plan;
    QString path; ///< of its file
    std::optional<DomainAudit> audit;
};
/// What is live against each of the plans, one line for each thing compared; of one whose domain nobody looked at a line that says so.
QByteArray plansCsv(const QList<ComparedPlan> &plans);

} // namespace mta
