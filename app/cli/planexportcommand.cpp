// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/pdf.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "base/wiretext.h"
#include "deploy/bundle.h"
#include "deploy/liveplan.h"
#include "store/bundles.h"
#include "store/plans.h"
#include <QCoreApplication>
#include <algorithm>

namespace mta::cli
{

namespace
{

const QString command = QStringLiteral("plan export");

int fail(const Error &error)
{
    complain(error.text);
    return statusUsage;
}

/// The formats named by --records.
Result<QList<ZoneFormat>> wantedFormats(const Arguments &arguments)
{
    QList<ZoneFormat> formats;
    for (const QString &name : arguments.list("records")) {
        const auto all = zoneFormats();
        const auto known =
            std::find_if(all.begin(), all.end(), [&](const ZoneFormatInfo &info) { return name == QLatin1String(info.name); });
        if (known == all.end()) {
            QStringList names;
            for (const ZoneFormatInfo &info : all)
                names.append(QLatin1String(info.name));
            return Error{ErrorCode::InvalidInput,
                         words(QT_TRANSLATE_NOOP("CommandLine", "Records are written as one of %1, not as \"%2\"."))
                             .arg(names.join(QStringLiteral(", ")), visibleText(name, 60))};
        }
        formats.append(known->format);
    }
    return formats;
}

/// The plan for whoever keeps it, and where wished for on paper.
Result<QList<BundleFile>> planItself(const Plan &plan, bool pdf)
{
    QList<BundleFile> files{{QStringLiteral("plan.json"), planText(plan)}};
    if (!pdf)
        return files;
    const QLocale locale;
    const StepsReport steps = stepsReport(standingPlan(plan), plan, nullptr, QDateTime::currentDateTimeUtc());
    const Result<QByteArray> paper = pdfModule()->renderSteps(plan, steps, locale, paperOf(locale));
    if (!paper)
        return paper.error();
    files.append({QStringLiteral("plan.pdf"), *paper});
    return files;
}

/// The records alone, to standard output.
int printRecords(const Plan &plan, ZoneFormat format)
{
    const QString zone = zoneForRecords(plan);
    const Result<QByteArray> text = zoneText(format, divideByZone(zoneRecords(plan), zone).within, zone);
    if (!text)
        return fail(text.error());
    return writeStandardOutput(*text) ? statusGood : statusUsage;
}

} // namespace

Help planExportHelp()
{
    return {
        "plan export",
        {"PLAN --output FOLDER|FILE.zip [OPTION...]", "PLAN --records FORMAT [OPTION...]"},
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Writes everything that a plan asks for: the DNS records, the policy file, the configuration of the server that has "
            "it, a checklist, and the plan itself."),
        withCommonOptions(
            {{"output", "FOLDER|FILE.zip",
              QT_TRANSLATE_NOOP(
                  "CommandLine",
                  "Where to, -o for short: a folder, or a zip file when the name ends so. A new folder appears as a whole or not at all.")},
             {"records", "FORMAT",
              QT_TRANSLATE_NOOP(
                  "CommandLine",
                  "The records in these forms alone, separated by commas: paste, bind, nsupdate, powershell, route53, cloudflare, "
                  "terraform-cloudflare, terraform-route53, octodns, dnscontrol. A single one without --output is printed.")},
             {"pdf", nullptr,
              QT_TRANSLATE_NOOP("CommandLine",
                                "Adds the plan on paper: policy, records, the steps by what the plan says was published, each with its "
                                "earliest time from now, and the checklist.")},
             {"force", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Overwrites files of the same names.")}}),
        QT_TRANSLATE_NOOP("CommandLine", "Exit status: 0 written, 2 wrong usage, an unusable plan, or nothing could be written.")};
}

int runPlanExport(const Arguments &arguments)
{
    if (arguments.rest().size() != 1)
        return wrongUsage(command, words(QT_TRANSLATE_NOOP("CommandLine", "Name one plan.")));
    const Result<QList<ZoneFormat>> formats = wantedFormats(arguments);
    if (!formats)
        return wrongUsage(command, formats.error().text);
    const QString output = arguments.value("output");
    if (output.isEmpty() && formats->size() != 1)
        return wrongUsage(
            command, words(QT_TRANSLATE_NOOP(
                         "CommandLine", "Say where to write with --output, or which one form of the records to print with --records.")));
    if (arguments.has("pdf") && output.isEmpty())
        return wrongUsage(command,
                          words(QT_TRANSLATE_NOOP("CommandLine", "A PDF is written beside the other files: say where with --output.")));
    if (arguments.has("pdf") && !pdfModule())
        return wrongUsage(
            command, words(QT_TRANSLATE_NOOP("CommandLine", "The part of this program that writes PDFs is not installed (mta-sts-pdf).")));
    const Result<PlanFile> file = loadPlan(arguments.rest().first());
    if (!file)
        return fail(file.error());
    if (output.isEmpty())
        return printRecords(file->plan, formats->first());
    const Result<QList<BundleFile>> extras = planItself(file->plan, arguments.has("pdf"));
    if (!extras)
        return fail(extras.error());
    const Result<QList<BundleFile>> files = exportBundle(file->plan, {*formats, *extras});
    if (!files)
        return fail(files.error());
    if (const std::optional<Error> error = saveBundle(output, *files, arguments.has("force") ? Overwrite::Allowed : Overwrite::Never))
        return fail(*error);
    return statusGood;
}

} // namespace mta::cli
