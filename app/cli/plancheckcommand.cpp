// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/pdf.h"
#include "app/cli/planlook.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "base/jsontext.h"
#include "base/wiretext.h"
#include "report/planreport.h"
#include "report/render.h"
#include "store/plans.h"
#include "store/wholefile.h"
#include <QJsonArray>
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
    return planCsvError(checked.file, {}, checked.error);
}

Result<QByteArray> pdfOf(const QList<Checked> &all)
{
    QList<LiveComparison> comparisons;
    for (const Checked &checked : all) {
        if (checked.comparison)
            comparisons.append(*checked.comparison);
    }
    const QLocale locale;
    return pdfModule()->renderPlans(comparisons, locale, paperOf(locale));
}

QByteArray jsonText(const QList<Checked> &all, bool lines)
{
    QByteArray octets;
    QJsonArray array;
    for (const Checked &checked : all) {
        array.append(jsonOf(checked));
        octets += QJsonDocument(array.last().toObject()).toJson(QJsonDocument::Compact) + '\n';
    }
    if (!lines)
        octets = array.size() == 1 ? QJsonDocument(array.first().toObject()).toJson() : QJsonDocument(array).toJson();
    return inertJson(octets);
}

Result<QByteArray> rendered(const QList<Checked> &all, const QString &format, const Arguments &arguments)
{
    if (format == QLatin1String("pdf"))
        return pdfOf(all);
    if (format == QLatin1String("json") || format == QLatin1String("ndjson"))
        return jsonText(all, format == QLatin1String("ndjson"));
    QByteArray octets = format == QLatin1String("csv") ? planCsvHeader() : QByteArray();
    const bool colour = !arguments.has("output") && colourWanted(arguments.has("no-color"));
    for (const Checked &checked : all) {
        if (format == QLatin1String("csv"))
            octets += csvOf(checked);
        else if (checked.comparison)
            octets += (octets.isEmpty() ? "" : "\n") + renderPlanText(*checked.comparison, colour, arguments.has("verbose")).toUtf8();
    }
    return octets;
}

/// Why the format cannot be written, if so: to be found out before anybody is asked.
QString unwritable(const QString &format, const Arguments &arguments)
{
    if (format != QLatin1String("pdf"))
        return {};
    if (!arguments.has("output") && standardOutputIsTerminal())
        return words(QT_TRANSLATE_NOOP("CommandLine", "A PDF cannot be shown on a terminal; say where it goes with --output FILE."));
    if (!pdfModule())
        return words(QT_TRANSLATE_NOOP("CommandLine", "The part of this program that writes PDFs is not installed (mta-sts-pdf)."));
    return {};
}

bool written(const QByteArray &octets, const QString &path)
{
    if (path.isEmpty() || path == QLatin1String("-"))
        return writeStandardOutput(octets);
    const QString trouble = writeWhole(path, octets);
    if (!trouble.isNull())
        complain(words(QT_TRANSLATE_NOOP("CommandLine", "Cannot write to %1: %2.")).arg(visibleText(path, 200), trouble));
    return trouble.isNull();
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
        {"format", "FORMAT", QT_TRANSLATE_NOOP("CommandLine", "text (default), json, ndjson, csv or pdf.")},
        {"output", "FILE", QT_TRANSLATE_NOOP("CommandLine", "Writes to FILE instead of standard output.")},
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
    const Result<QString> format = arguments.choice(
        "format", {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("ndjson"), QStringLiteral("csv"), QStringLiteral("pdf")});
    if (!format)
        return wrongUsage(command, format.error().text);
    if (arguments.rest().isEmpty())
        return wrongUsage(command, words(QT_TRANSLATE_NOOP("CommandLine", "Which plan is it? Name its file.")));
    if (const QString reason = unwritable(*format, arguments); !reason.isEmpty())
        return wrongUsage(command, reason);
    const Result<QList<Checked>> all = checkAll(arguments.rest(), arguments);
    if (!all)
        return wrongUsage(command, all.error().text);
    for (const Checked &checked : *all) {
        if (!checked.comparison)
            complain(checked.error);
    }
    const Result<QByteArray> octets = rendered(*all, *format, arguments);
    if (!octets)
        complain(octets.error().text);
    return octets && written(*octets, arguments.value("output")) ? statusOf(*all) : statusUsage;
}

} // namespace mta::cli
