// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/objects.h"
#include "app/cli/planlook.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "base/jsontext.h"
#include "base/wiretext.h"
#include "report/planreport.h"
#include "report/render.h"
#include "store/plans.h"
#include <QJsonDocument>

namespace mta::cli
{

namespace
{

/// A plan's file and what came of it.
struct Checked {
    QString file;
    std::optional<LiveComparison> comparison;
    QString error; ///< why there is none
};

QJsonObject jsonOf(const Checked &checked)
{
    QJsonObject object =
        checked.comparison
            ? renderPlanJson(*checked.comparison)
            : QJsonObject{
                  {QStringLiteral("schemaVersion"), 1},         {QStringLiteral("tool"), QStringLiteral("MTA-STS Studio " MTA_VERSION)},
                  {QStringLiteral("domain"), QJsonValue()},     {QStringLiteral("domainUnicode"), QJsonValue()},
                  {QStringLiteral("observedAt"), QJsonValue()}, {QStringLiteral("error"), checked.error},
                  {QStringLiteral("different"), false},         {QStringLiteral("notTested"), true},
                  {QStringLiteral("rows"), QJsonArray()}};
    object.insert(QStringLiteral("file"), utf8Text(checked.file.toUtf8()));
    return object;
}

QByteArray csvOf(const Checked &checked)
{
    if (checked.comparison)
        return renderPlanCsv(*checked.comparison, checked.file);
    return csvLine({checked.file, {}, {}, {}, {}, {}, liveStateName(LiveState::NotTested), {}, {}, {}, {}, {}, {}, {}, checked.error});
}

bool writeAll(const QList<Checked> &all, const QString &format, const Arguments &arguments)
{
    if (format == QLatin1String("csv")) {
        QByteArray octets = planCsvHeader();
        for (const Checked &checked : all)
            octets += csvOf(checked);
        return writeStandardOutput(octets);
    }
    if (format != QLatin1String("text")) {
        QList<QJsonObject> objects;
        for (const Checked &checked : all)
            objects.append(jsonOf(checked));
        writeObjects(format, objects, true);
        return !standardOutputFailed();
    }
    const bool colour = colourWanted(arguments.has("no-color"));
    QStringList blocks;
    for (const Checked &checked : all) {
        if (checked.comparison)
            blocks.append(renderPlanText(*checked.comparison, colour, arguments.has("verbose")));
    }
    return writeStandardOutput(blocks.join(u'\n').toUtf8());
}

int statusOf(const QList<Checked> &all)
{
    int status = statusGood;
    for (const Checked &checked : all) {
        if (!checked.comparison)
            return statusUsage;
        if (checked.comparison->isDifferent())
            status = statusFinding;
        else if (status == statusGood && checked.comparison->count(LiveState::NotTested) > 0)
            status = statusUndetermined;
    }
    return status;
}

/// Reads all plans; those that can be read are looked for.
Result<QList<Checked>> checkAll(const QStringList &files, const Arguments &arguments)
{
    QList<Checked> all;
    QList<Plan> plans;
    QList<DomainName> domains;
    QList<int> places;
    for (const QString &file : files) {
        const Result<PlanFile> loaded = loadPlan(file);
        all.append({file, std::nullopt, loaded ? QString() : loaded.error().text});
        if (!loaded)
            continue;
        plans.append(loaded->plan);
        domains.append(loaded->plan.domain);
        places.append(static_cast<int>(all.size()) - 1);
    }
    const Result<bool> done = lookAt(domains, arguments, [&](int index, const Looked &looked) {
        Checked &checked = all[places.at(index)];
        checked.error = looked.error;
        if (looked.audit)
            checked.comparison = compareWithLive(plans.at(index), *looked.audit);
    });
    if (!done)
        return done.error();
    return all;
}

} // namespace

Help planCheckHelp()
{
    QList<Option> options{
        {"format", "FORMAT", QT_TRANSLATE_NOOP("CommandLine", "text (default), json, ndjson or csv.")},
        {"verbose", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Shows what is as planned, too.")},
        {"no-color", nullptr, QT_TRANSLATE_NOOP("CommandLine", "No colours; the environment variable NO_COLOR does the same.")}};
    return {"plan check",
            {"FILE... [OPTION...]"},
            QT_TRANSLATE_NOOP("CommandLine",
                              "Holds what is live against plans: what is the same, differs, is missing or was not planned, which "
                              "side looks right and why, and what to publish."),
            withCommonOptions(options + lookOptionTable()),
            QT_TRANSLATE_NOOP("CommandLine", "Exit status: 2 wrong usage or an unusable file; else 1 something is not as planned; else 3 "
                                             "something could not be tested; else 0.")};
}

int runPlanCheck(const Arguments &arguments)
{
    const QString command = QStringLiteral("plan check");
    const Result<QString> format =
        arguments.choice("format", {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("ndjson"), QStringLiteral("csv")});
    if (!format)
        return wrongUsage(command, format.error().text);
    if (arguments.rest().isEmpty())
        return wrongUsage(command, words(QT_TRANSLATE_NOOP("CommandLine", "Which plan is it? Name its file.")));
    const Result<QList<Checked>> all = checkAll(arguments.rest(), arguments);
    if (!all)
        return wrongUsage(command, all.error().text);
    for (const Checked &checked : *all) {
        if (!checked.comparison)
            complain(checked.error);
    }
    return writeAll(*all, *format, arguments) ? statusOf(*all) : statusUsage;
}

} // namespace mta::cli
