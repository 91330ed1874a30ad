// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/planlook.h"

#include "app/cli/stopsignal.h"
#include "app/cli/surveyoptions.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "audit/judge.h"
#include "base/filename.h"
#include "base/wiretext.h"
#include "store/evidence.h"
#include <QDir>
#include <QFileInfo>

namespace mta::cli
{

namespace
{

using Found = std::function<void(int, const Looked &)>;

Looked savedIn(const QList<DomainFacts> &saved, const DomainName &domain, const QString &path)
{
    const auto known =
        std::find_if(saved.cbegin(), saved.cend(), [&domain](const DomainFacts &facts) { return facts.domain.ascii == domain.ascii; });
    if (known == saved.cend())
        return {std::nullopt, words(QT_TRANSLATE_NOOP("CommandLine", "%1 holds no audit of %2."))
                                  .arg(visibleText(path, 200), visibleText(domain.unicode, 300))};
    return {judge(*known, known->observedAt), {}};
}

/// A file of saved audits, or a folder in which those of each domain have its name, as audit --save makes it.
Result<bool> lookInto(const QString &path, const QList<DomainName> &domains, const Found &found)
{
    const bool folder = QFileInfo(path).isDir();
    const Result<QList<DomainFacts>> all = folder ? QList<DomainFacts>() : loadEvidence(path);
    if (!all)
        return all.error();
    for (int i = 0; i < domains.size(); ++i) {
        const QString file = folder ? QDir(path).filePath(fileNameFor(domains.at(i).ascii, QStringLiteral("json"))) : path;
        const Result<QList<DomainFacts>> saved = folder ? loadEvidence(file) : all;
        found(i, saved ? savedIn(*saved, domains.at(i), file) : Looked{std::nullopt, saved.error().text});
    }
    return true;
}

Result<bool> lookLive(const SurveyOptions &options, const QList<DomainName> &domains, const Found &found)
{
    // Static, for it ends with the process: taking libunbound down would only keep the caller waiting.
    static const Result<std::shared_ptr<RealNetwork>> network = RealNetwork::create(options.network);
    if (!network)
        return network.error();
    BatchOptions batch = options.batch;
    (*network)->describe(batch.conditions);
    QList<DomainName> once;
    QHash<QString, QList<int>> places;
    for (int i = 0; i < domains.size(); ++i) {
        if (!places.contains(domains.at(i).ascii))
            once.append(domains.at(i));
        places[domains.at(i).ascii].append(i);
    }
    // A domain whose turn never came is one of which nothing was asked.
    QList<DomainFacts> missing;
    for (const DomainName &domain : std::as_const(once)) {
        DomainFacts facts;
        facts.domain = domain;
        facts.observedAt = QDateTime::currentDateTimeUtc();
        facts.cancelled = true;
        missing.append(facts);
    }
    const auto hand = [&](const DomainFacts &facts) {
        missing.removeIf([&facts](const DomainFacts &other) { return other.domain == facts.domain; });
        const Looked looked{judge(facts, facts.observedAt), {}};
        for (const int place : places.value(facts.domain.ascii))
            found(place, looked);
    };
    StopSignal stop;
    ProgressLine progress(true);
    const auto show = [&] {
        progress.show(words(QT_TRANSLATE_NOOP("CommandLine", "%1 of %2 domains done")).arg(once.size() - missing.size()).arg(once.size()));
    };
    show();
    surveyAll(once, batch, (*network)->network(),
              [&](int, const DomainFacts &facts) {
                  progress.clear();
                  hand(facts);
                  show();
              },
              {}, {QDeadlineTimer(QDeadlineTimer::Forever), stop.token()});
    progress.clear();
    for (const DomainFacts &facts : QList<DomainFacts>(missing))
        hand(facts);
    return true;
}

} // namespace

QList<Option> lookOptionTable()
{
    QList<Option> options{
        {"from", "EVIDENCE",
         QT_TRANSLATE_NOOP("CommandLine",
                           "Goes by a saved audit instead of asking the network: a file or folder that audit --save wrote.")},
        {"deep", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Asks as audit --deep does, which also finds out the zone.")},
    };
    return options + surveyOptionTable();
}

Result<bool> lookAt(const QList<DomainName> &domains, const Arguments &arguments, const Found &found)
{
    Result<SurveyOptions> options = readSurveyOptions(arguments);
    if (!options)
        return options.error();
    if (arguments.has("from"))
        return lookInto(arguments.value("from"), domains, found);
    SurveyOptions survey = *options;
    // A plan is about things that nothing announces yet.
    survey.batch.conditions.depth = arguments.has("deep") ? Depth::Deep : Depth::Standard;
    return lookLive(survey, domains, found);
}

} // namespace mta::cli
