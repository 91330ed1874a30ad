// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/plans/planexport.h"

#include "base/filename.h"
#include "base/wiretext.h"
#include "report/planreport.h"
#include "report/steps.h"
#include "store/bundles.h"
#include "store/plans.h"
#include "ui/files.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// The audit where it tells enough for steps to begin from.
StepsReport stepsOf(const PlanExport &what)
{
    return stepsReport(situationOf(what.plan, what.audit), what.now);
}

Result<QByteArray> onPaper(const PlanExport &what)
{
    return renderStepsPdf(what.plan, stepsOf(what), QLocale(), paperHere());
}

QString writeBundle(const QString &path, const PlanExport &what, Overwrite overwrite)
{
    const Result<QByteArray> pdf = onPaper(what);
    if (!pdf)
        return pdf.error().text;
    const Result<QList<BundleFile>> files =
        exportBundle(what.plan, {{}, {{u"plan.json"_s, planText(what.plan)}, {u"plan.pdf"_s, *pdf}}, stepsOf(what).conditions});
    if (!files)
        return files.error().text;
    const std::optional<Error> error = saveBundle(path, *files, overwrite);
    return error ? error->text : QString();
}

} // namespace

QString planFileName(const DomainName &domain, PlanForm form)
{
    const QString name = domain.ascii + u"-plan"_s;
    switch (form) {
    case PlanForm::Archive:
        return fileNameFor(name, u"zip"_s);
    case PlanForm::Pdf:
        return fileNameFor(name, u"pdf"_s);
    case PlanForm::Calendar:
        return fileNameFor(name, u"ics"_s);
    case PlanForm::Folder:
        break;
    }
    return QFileInfo(fileNameFor(name, u"zip"_s)).completeBaseName();
}

Result<QString> archivePath(const QString &chosen)
{
    if (chosen.endsWith(u".zip"_s, Qt::CaseInsensitive))
        return chosen;
    const QString path = chosen + u".zip"_s;
    if (!QFileInfo::exists(path))
        return path;
    return Error{ErrorCode::Changed, QCoreApplication::translate("PlanExport", "%1 is there already, and nothing was written. Choose it by "
                                                                               "its full name to replace it, or another name.")
                                         .arg(visibleText(QDir::toNativeSeparators(path)))};
}

QString writePlan(const QString &path, PlanForm form, const PlanExport &what)
{
    switch (form) {
    case PlanForm::Archive:
        return writeBundle(path, what, Overwrite::Allowed);
    case PlanForm::Folder:
        return writeBundle(path, what, Overwrite::Never);
    case PlanForm::Calendar:
        return writeText(path, renderStepsCalendar(stepsOf(what)));
    case PlanForm::Pdf:
        break;
    }
    const Result<QByteArray> pdf = onPaper(what);
    return pdf ? writeText(path, *pdf) : pdf.error().text;
}

QByteArray plansCsv(const QList<ComparedPlan> &plans)
{
    QByteArray octets = planCsvHeader();
    for (const ComparedPlan &each : plans)
        octets += each.audit
                      ? renderPlanCsv(compareWithLive(each.plan, *each.audit), each.path)
                      : planCsvError(each.path, each.plan.domain.ascii, QCoreApplication::translate("PlanExport", "not looked at yet"));
    return octets;
}

} // namespace mta
