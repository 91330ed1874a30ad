// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/objects.h"
#include "app/cli/runoutput.h"
#include "app/cli/terminal.h"
#include "audit/judge.h"
#include "base/wiretext.h"
#include "store/evidence.h"
#include <QCoreApplication>

namespace mta::cli
{

namespace
{

/// One saved domain, or the reason why a file could not be read.
struct Saved {
    QString file;
    std::optional<DomainFacts> facts;
    QString error;
};

QList<Saved> loadAll(const QStringList &files)
{
    QList<Saved> result;
    for (const QString &file : files) {
        const Result<QList<DomainFacts>> loaded = loadEvidence(file);
        if (!loaded) {
            result.append({file, std::nullopt, loaded.error().text});
            continue;
        }
        for (const DomainFacts &facts : *loaded)
            result.append({file, facts, {}});
    }
    return result;
}

} // namespace

Help judgeHelp()
{
    QList<Option> options = outputOptionTable();
    options.append(
        {"at", "TIME",
         QT_TRANSLATE_NOOP("CommandLine", "Judges dates at this time (RFC 3339, or now); without it at the time of the audit.")});
    return {"judge",
            {"FILE... [OPTION...]"},
            QT_TRANSLATE_NOOP("CommandLine", "Judges saved evidence again, without the network."),
            withCommonOptions(options),
            exitStatuses};
}

int runJudge(const Arguments &arguments)
{
    const QString command = QStringLiteral("judge");
    const Result<OutputOptions> options = readOutputOptions(arguments);
    if (!options)
        return wrongUsage(command, options.error().text);
    const Result<std::optional<QDateTime>> at = readAt(arguments);
    if (!at)
        return wrongUsage(command, at.error().text);
    if (arguments.rest().isEmpty())
        return wrongUsage(
            command, QCoreApplication::translate("CommandLine", "Which evidence is to be judged? Name a file that audit --save wrote."));

    const QList<Saved> all = loadAll(arguments.rest());
    RunOutput output(*options, static_cast<int>(all.size()), all.size() == 1);
    if (const Result<bool> opened = output.open(); !opened) {
        complain(opened.error().text);
        return statusUsage;
    }
    for (int i = 0; i < all.size() && !output.broken(); ++i) {
        const Saved &saved = all[i];
        RunItem item{saved.file, std::nullopt, saved.error};
        if (saved.facts) {
            item.input = saved.facts->domain.ascii;
            item.audit = judge(*saved.facts, (*at).value_or(saved.facts->observedAt), options->profile);
        }
        output.add(i, item, saved.file);
    }
    if (const Result<bool> closed = output.close(); !closed) {
        complain(closed.error().text);
        return statusUsage;
    }
    return output.status();
}

} // namespace mta::cli
