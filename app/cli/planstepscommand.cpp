// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/objects.h"
#include "app/cli/planlook.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "base/wiretext.h"
#include "deploy/changes.h"
#include "deploy/liveplan.h"
#include "publish/journal.h"
#include "report/steps.h"
#include "store/plans.h"

namespace mta::cli
{

namespace
{

constexpr int maxTtlTyped = 604800;

/// The change that --for names; absent for the plan as it stands.
Result<std::optional<ChangeKind>> changeWanted(const Arguments &arguments)
{
    if (arguments.has("for")) {
        const Result<QString> name = arguments.choice("for", changeNames());
        return name ? Result<std::optional<ChangeKind>>(changeNamed(*name)) : name.error();
    }
    if (arguments.rest().size() > 1)
        return Error{ErrorCode::InvalidInput, words(QT_TRANSLATE_NOOP("CommandLine", "One plan at a time, please; \"%1\" is too much."))
                                                  .arg(visibleText(arguments.rest().at(1), 60))};
    return std::optional<ChangeKind>();
}

/// The domain as it is, and the audit that told; the exit status where that cannot be told.
struct Live {
    std::optional<Plan> plan;
    std::optional<DomainAudit> audit;
    int status = statusGood;
};

Live offline(const Plan &plan, bool changes)
{
    const bool published = !plan.published.isEmpty();
    return {published || !changes ? standingPlan(plan) : plan, std::nullopt, statusGood};
}

Live seen(const Plan &plan, const Arguments &arguments)
{
    Looked looked;
    const Result<bool> done = lookAt({plan.domain}, arguments, [&looked](int, const Looked &found) { looked = found; });
    if (!done || !looked.audit) {
        complain(done ? looked.error : done.error().text);
        return {std::nullopt, std::nullopt, statusUsage};
    }
    const std::optional<Plan> live = livePlan(plan, *looked.audit);
    if (!live)
        complain(
            words(QT_TRANSLATE_NOOP("CommandLine", "It could not be told how %1 is now (record, policy, mail servers), so no step is "
                                                   "known to be safe. Try again later, or go by the plan's own history with --offline."))
                .arg(visibleText(plan.domain.unicode, 300)));
    return {live, looked.audit, live ? statusGood : statusUndetermined};
}

bool write(const StepsReport &report, const QString &format, bool noColor)
{
    if (format == QLatin1String("json")) {
        writeObjects(format, {renderStepsJson(report)}, true);
        return !standardOutputFailed();
    }
    if (format == QLatin1String("ics"))
        return writeStandardOutput(renderStepsCalendar(report));
    return writeStandardOutput(renderStepsText(report, colourWanted(noColor)).toUtf8());
}

} // namespace

Help planStepsHelp()
{
    const QList<Option> options{
        {"for", "CHANGE",
         QT_TRANSLATE_NOOP(
             "CommandLine",
             "The steps for one change of the domain as it is, instead of those to the plan: add-mx, remove-mx or replace-mx with "
             "mail servers, enforce, testing, max-age with seconds, policy-host with addresses or a name, remove. "
             "What belongs to it stands behind the file.")},
        {"format", "FORMAT",
         QT_TRANSLATE_NOOP("CommandLine", "text (default), json, or ics, a calendar file with the times of the steps.")},
        {"at", "TIME", QT_TRANSLATE_NOOP("CommandLine", "Reckons from this time (RFC 3339) instead of now.")},
        {"offline", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "Goes by what the plan says was published instead of looking at the domain.")},
        {"mx-ttl", "SECONDS",
         QT_TRANSLATE_NOOP("CommandLine", "How long resolvers remember the MX records; without it a day, or as long as they say.")},
        {"no-color", nullptr, QT_TRANSLATE_NOOP("CommandLine", "No colours; the environment variable NO_COLOR does the same.")}};
    return {"plan steps",
            {"FILE [OPTION...]", "FILE --for CHANGE [VALUE...] [OPTION...]"},
            QT_TRANSLATE_NOOP("CommandLine",
                              "Says what is to be done so that the domain becomes what the plan means, in which order, and not "
                              "before when, so that no sender refuses mail on the way."),
            withCommonOptions(options + lookOptionTable()),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Exit status: 0 these are the steps, perhaps none; 1 what is meant would lose mail; 2 wrong usage or "
                              "an unusable file; 3 it could not be told how the domain is.")};
}

int runPlanSteps(const Arguments &arguments)
{
    const QString command = QStringLiteral("plan steps");
    const Result<QString> format = arguments.choice("format", {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("ics")});
    const Result<std::optional<QDateTime>> at = readAt(arguments);
    const Result<int> mxTtl = arguments.number("mx-ttl", 86400, 0, maxTtlTyped);
    if (!format || !at || !mxTtl)
        return wrongUsage(command, !format ? format.error().text : !at ? at.error().text : mxTtl.error().text);
    if (arguments.rest().isEmpty())
        return wrongUsage(command, words(QT_TRANSLATE_NOOP("CommandLine", "Which plan is it? Name its file.")));
    const Result<std::optional<ChangeKind>> change = changeWanted(arguments);
    if (!change)
        return wrongUsage(command, change.error().text);
    const Result<PlanFile> file = loadPlan(arguments.rest().first());
    if (!file) {
        complain(file.error().text);
        return statusUsage;
    }
    if (arguments.has("offline") && arguments.has("from"))
        return wrongUsage(command,
                          words(QT_TRANSLATE_NOOP("CommandLine", "Either --offline or --from, please: they say different things of how "
                                                                 "the domain is now.")));
    const Live live = arguments.has("offline") ? offline(file->plan, change->has_value()) : seen(file->plan, arguments);
    if (!live.plan)
        return live.status;
    const Result<Plan> intended = *change ? withChange(*live.plan, **change, arguments.rest().sliced(1)) : file->plan;
    if (!intended)
        return wrongUsage(command, intended.error().text);

    PlanningTimes times = live.audit ? planningTimes(*live.audit) : PlanningTimes();
    if (const Result<PublishJournal> journal = storedJournal(arguments.rest().first(), file->plan.domain); journal && live.audit)
        times = timesBy(*journal, live.plan->mx, times); // publishing has looked before
    if (arguments.has("mx-ttl"))
        times.mxTtl = std::chrono::seconds(*mxTtl);
    const StepsReport report =
        stepsReport(*live.plan, *intended, live.audit ? &*live.audit : nullptr, at->value_or(QDateTime::currentDateTimeUtc()), times);
    if (!write(report, *format, arguments.has("no-color")))
        return statusUsage;
    return report.plan.problems.isEmpty() ? statusGood : statusFinding;
}

} // namespace mta::cli
