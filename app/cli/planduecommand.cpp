// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/objects.h"
#include "app/cli/planlook.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "base/jsontext.h"
#include "base/wiretext.h"
#include "report/due.h"
#include "store/plans.h"

namespace mta::cli
{

namespace
{

constexpr int maxWithinDays = 366;

/// A plan's file and what came of it.
struct Entry {
    QString file;
    std::optional<Plan> plan; ///< absent: see error
    QString error;
    PlanSituation situation;
    bool told = true; ///< how the domain is, where that was asked
};

QJsonObject jsonOf(const Entry &entry, const QDateTime &now, std::chrono::seconds within)
{
    QJsonObject object = renderDueJson(dueReport(entry.situation, now, within));
    if (!entry.plan) {
        for (const char *unknown : {"domain", "domainUnicode"})
            object.insert(QLatin1String(unknown), QJsonValue());
        object.insert(QStringLiteral("due"), false);
        object.insert(QStringLiteral("reminders"), QJsonArray());
    }
    if (!entry.error.isEmpty())
        object.insert(QStringLiteral("error"), entry.error);
    object.insert(QStringLiteral("file"), utf8Text(entry.file.toUtf8()));
    return object;
}

QList<Entry> readAll(const QStringList &files)
{
    QList<Entry> entries;
    for (const QString &file : files) {
        const Result<PlanFile> loaded = loadPlan(file);
        Entry entry{file, std::nullopt, {}, {}};
        if (loaded) {
            entry.plan = loaded->plan;
            entry.situation = situationOf(loaded->plan, std::nullopt);
        } else {
            entry.error = loaded.error().text;
        }
        entries.append(entry);
    }
    return entries;
}

/// Where it cannot be told how a domain is, the plan's own history stays what the dates go by.
Result<bool> look(QList<Entry> &entries, const Arguments &arguments)
{
    QList<DomainName> domains;
    QList<qsizetype> places;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (!entries.at(i).plan)
            continue;
        domains.append(entries.at(i).plan->domain);
        places.append(i);
    }
    return lookAt(domains, arguments, [&](int index, const Looked &looked) {
        Entry &entry = entries[places.at(index)];
        entry.situation = situationOf(*entry.plan, looked.audit);
        entry.told = entry.situation.audit.has_value();
        if (!entry.told)
            entry.error = looked.audit
                              ? words(QT_TRANSLATE_NOOP("CommandLine", "It could not be told how %1 is now (record, policy, mail "
                                                                       "servers): its dates go by what the plan says was published."))
                                    .arg(visibleText(entry.plan->domain.unicode, 300))
                              : looked.error;
    });
}

bool write(const QList<Entry> &entries, const QString &format, const QDateTime &now, std::chrono::seconds within,
           const Arguments &arguments)
{
    if (format != QLatin1String("text")) {
        QList<QJsonObject> objects;
        for (const Entry &entry : entries)
            objects.append(jsonOf(entry, now, within));
        return writeObjects(format, objects, true);
    }
    QStringList parts;
    for (const Entry &entry : entries) {
        if (entry.plan)
            parts.append(
                renderDueText(dueReport(entry.situation, now, within), colourWanted(arguments.has("no-color")), arguments.has("quiet")));
    }
    parts.removeAll(QString());
    return writeStandardOutput(parts.join(u'\n').toUtf8());
}

int statusOf(const QList<Entry> &entries, const QDateTime &now, std::chrono::seconds within)
{
    int status = statusGood;
    for (const Entry &entry : entries) {
        if (!entry.plan)
            return statusUsage;
        if (!dueReport(entry.situation, now, within).agenda.due.isEmpty())
            status = statusFinding;
        else if (status == statusGood && !entry.told)
            status = statusUndetermined;
    }
    return status;
}

} // namespace

Help planDueHelp()
{
    const QList<Option> options{
        objectFormatOption(),
        {"within", "DAYS",
         QT_TRANSLATE_NOOP("CommandLine", "What becomes due within so many days counts as due; 0 if not said otherwise.")},
        {"quiet", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Tells only what is due, and nothing where nothing is: for cron.")},
        {"at", "TIME", QT_TRANSLATE_NOOP("CommandLine", "Reckons from this time (RFC 3339) instead of now.")},
        {"offline", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "Goes by what the plans say was published instead of looking at the domains.")},
        {"no-color", nullptr, QT_TRANSLATE_NOOP("CommandLine", "No colours; the environment variable NO_COLOR does the same.")}};
    return {"plan due",
            {"FILE... [OPTION...]"},
            QT_TRANSLATE_NOOP("CommandLine",
                              "Says what is due of plans, and what comes next and when: the next step, another look after the time in "
                              "mode testing, certificates that end."),
            withCommonOptions(options + lookOptionTable()),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Exit status: 2 wrong usage or an unusable file; else 1 something is due; else 3 it could not be told how "
                              "a domain is; else 0.")};
}

int runPlanDue(const Arguments &arguments)
{
    const QString command = QStringLiteral("plan due");
    const Result<QString> format = readObjectFormat(arguments);
    const Result<std::optional<QDateTime>> at = readAt(arguments);
    const Result<int> days = arguments.number("within", 0, 0, maxWithinDays);
    if (!format || !at || !days)
        return wrongUsage(command, !format ? format.error().text : !at ? at.error().text : days.error().text);
    if (arguments.rest().isEmpty())
        return wrongUsage(command, words(QT_TRANSLATE_NOOP("CommandLine", "Which plan is it? Name its file.")));
    if (arguments.has("offline") && arguments.has("from"))
        return wrongUsage(command,
                          words(QT_TRANSLATE_NOOP("CommandLine", "Either --offline or --from, please: they say different things of how "
                                                                 "the domain is now.")));
    QList<Entry> entries = readAll(arguments.rest());
    if (!arguments.has("offline")) {
        if (const Result<bool> looked = look(entries, arguments); !looked)
            return wrongUsage(command, looked.error().text);
    }
    for (const Entry &entry : std::as_const(entries)) {
        if (!entry.error.isEmpty())
            complain(entry.error);
    }
    const QDateTime now = at->value_or(QDateTime::currentDateTimeUtc());
    const std::chrono::seconds within = std::chrono::hours(24) * *days;
    if (!write(entries, *format, now, within, arguments))
        return statusUsage;
    return statusOf(entries, now, within);
}

} // namespace mta::cli
