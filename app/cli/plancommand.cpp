// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/inputs.h"
#include "app/cli/planlook.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "base/filename.h"
#include "base/wiretext.h"
#include "deploy/adopt.h"
#include "deploy/live.h"
#include "report/planreport.h"
#include "report/render.h"
#include "store/plans.h"
#include <QFileInfo>

namespace mta::cli
{

namespace
{

const QString standardOutput = QStringLiteral("-");

/// The one domain; what becomes of it, or why it could not be looked at.
Result<Looked> lookAtOne(const DomainName &domain, const Arguments &arguments)
{
    Looked looked;
    const Result<bool> done = lookAt({domain}, arguments, [&looked](int, const Looked &found) { looked = found; });
    if (!done)
        return done.error();
    return looked;
}

/// What no plan can hold, in a few lines.
QString leftText(const QList<NotAdopted> &left)
{
    QString text;
    for (const NotAdopted &each : left)
        text += words(QT_TRANSLATE_NOOP("CommandLine", "Not in the plan: %1 %2. %3"))
                    .arg(planItemText(each.item), visibleText(each.subject, 300), notAdoptedText(each)) +
                u'\n';
    return text;
}

/// Without these answers a plan would say that nothing is meant to be.
bool isKnown(const DomainAudit &audit)
{
    const LiveDomain live = liveDomain(audit);
    return live.record && live.mx;
}

int unusable(const QString &sentence)
{
    complain(sentence);
    return statusUsage;
}

int unknown(const DomainName &domain)
{
    complain(words(QT_TRANSLATE_NOOP("CommandLine", "The DNS gave no answer about %1 that can be used, so nothing was written. Try again "
                                                    "later, or with another --resolver."))
                 .arg(visibleText(domain.unicode, 300)));
    return statusUndetermined;
}

} // namespace

Help planNewHelp()
{
    QList<Option> options{
        {"output", "FILE",
         QT_TRANSLATE_NOOP("CommandLine", "Where the plan goes, - for standard output; otherwise DOMAIN.plan.json here.")}};
    return {"plan new",
            {"DOMAIN [OPTION...]"},
            QT_TRANSLATE_NOOP("CommandLine",
                              "Writes a plan of a domain as it is now: record, policy, policy host, mail servers, reports, TLSA "
                              "records. A file that is there already is not replaced."),
            withCommonOptions(options + lookOptionTable()),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Exit status: 0 written; 2 wrong usage or an unusable file; 3 the domain could not be looked up.")};
}

int runPlanNew(const Arguments &arguments)
{
    const QString command = QStringLiteral("plan new");
    if (arguments.rest().size() != 1)
        return wrongUsage(command, words(QT_TRANSLATE_NOOP("CommandLine", "Which domain is the plan for? Name one.")));
    const Input input = readInput(arguments.rest().first());
    if (!input.domain)
        return wrongUsage(command, input.error);
    const QString path = arguments.value("output", fileNameFor(input.domain->ascii, QStringLiteral("plan.json")));
    if (path != standardOutput && QFileInfo(path).isFile()) // before anybody is asked
        return unusable(
            words(QT_TRANSLATE_NOOP("CommandLine", "%1 is there already, and is not replaced. Choose another name with --output."))
                .arg(visibleText(path, 200)));
    const Result<Looked> looked = lookAtOne(*input.domain, arguments);
    if (!looked)
        return wrongUsage(command, looked.error().text);
    if (!looked->audit)
        return unusable(looked->error);
    if (!isKnown(*looked->audit))
        return unknown(*input.domain);
    const Adoption adoption = planFromLive(*looked->audit);
    if (looked->audit->facts.mx.status == AnswerStatus::NxDomain)
        complain(words(QT_TRANSLATE_NOOP("CommandLine", "The DNS knows no domain %1, so the plan holds little more than its name."))
                     .arg(visibleText(input.domain->unicode, 300)));
    if (path == standardOutput)
        return writeStandardOutput(planText(adoption.plan)) ? statusGood : statusUsage;
    const Result<QByteArray> saved = savePlan(path, adoption.plan, {});
    if (!saved)
        return unusable(saved.error().text);
    const QString text = words(QT_TRANSLATE_NOOP("CommandLine", "The plan is in %1.")).arg(visibleText(path, 200)) + u'\n';
    return writeStandardOutput((text + leftText(adoption.left)).toUtf8()) ? statusGood : statusUsage;
}

Help planAdoptHelp()
{
    QList<Option> options{
        {"dry-run", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Shows what would change, and writes nothing.")},
        {"no-color", nullptr, QT_TRANSLATE_NOOP("CommandLine", "No colours; the environment variable NO_COLOR does the same.")}};
    return {"plan adopt",
            {"FILE [OPTION...]"},
            QT_TRANSLATE_NOOP("CommandLine",
                              "Makes what is live the plan, and shows what was different. Notes, and what could not be looked up, "
                              "stay as planned."),
            withCommonOptions(options + lookOptionTable()),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Exit status: 0 the plan is as the domain is, as far as it could be looked up; 1 something live "
                              "cannot be planned; 2 wrong usage or an unusable file; 3 the domain could not be looked up.")};
}

int runPlanAdopt(const Arguments &arguments)
{
    const QString command = QStringLiteral("plan adopt");
    if (arguments.rest().size() != 1)
        return wrongUsage(command, words(QT_TRANSLATE_NOOP("CommandLine", "Which plan is it? Name its file.")));
    const QString path = arguments.rest().first();
    const Result<PlanFile> file = loadPlan(path);
    if (!file)
        return unusable(file.error().text);
    const Result<Looked> looked = lookAtOne(file->plan.domain, arguments);
    if (!looked)
        return wrongUsage(command, looked.error().text);
    if (!looked->audit)
        return unusable(looked->error);
    if (!isKnown(*looked->audit))
        return unknown(file->plan.domain);
    const Adoption adoption = adoptLive(file->plan, *looked->audit);
    if (!arguments.has("dry-run")) {
        if (const Result<QByteArray> saved = savePlan(path, adoption.plan, file->fingerprint); !saved)
            return unusable(saved.error().text);
    }
    QString text = renderPlanText(compareWithLive(file->plan, *looked->audit), colourWanted(arguments.has("no-color")), false);
    text += leftText(adoption.left);
    const char *closing = adoption.plan == file->plan ? QT_TRANSLATE_NOOP("CommandLine", "%1 needs no change.")
                          : arguments.has("dry-run")  ? QT_TRANSLATE_NOOP("CommandLine", "%1 was not changed (--dry-run).")
                                                      : QT_TRANSLATE_NOOP("CommandLine", "%1 is now what is live.");
    text += words(closing).arg(visibleText(path, 200)) + u'\n';
    if (!writeStandardOutput(text.toUtf8()))
        return statusUsage;
    return adoption.left.isEmpty() ? statusGood : statusFinding;
}

} // namespace mta::cli
