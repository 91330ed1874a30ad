// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/objects.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "audit/judge.h"
#include "base/wiretext.h"
#include "report/comparison.h"
#include "store/evidence.h"
#include <QCoreApplication>

namespace mta::cli
{

namespace
{

/// A domain as it stands in the two files; absent where a file does not know it.
struct Pair {
    std::optional<DomainAudit> before;
    std::optional<DomainAudit> after;
};

/// Judged at the time of observation, each as it was recorded: in the order of the second file, then what only the first one has.
QList<Pair> pairsOf(const QList<DomainFacts> &before, const QList<DomainFacts> &after)
{
    QList<DomainFacts> left = before;
    QList<Pair> pairs;
    for (const DomainFacts &facts : after) {
        Pair pair{std::nullopt, judge(facts, facts.observedAt)};
        const auto same = std::find_if(left.begin(), left.end(), [&](const DomainFacts &other) { return other.domain == facts.domain; });
        if (same != left.end()) {
            pair.before = judge(*same, same->observedAt);
            left.erase(same);
        }
        pairs.append(pair);
    }
    for (const DomainFacts &facts : std::as_const(left))
        pairs.append({judge(facts, facts.observedAt), std::nullopt});
    return pairs;
}

QJsonValue sideJson(const std::optional<DomainAudit> &audit, const QString &file)
{
    if (!audit)
        return {};
    return QJsonObject{{QStringLiteral("file"), QString::fromUtf8(file.toUtf8())},
                       {QStringLiteral("observedAt"), audit->facts.observedAt.toUTC().toString(Qt::ISODateWithMs)},
                       {QStringLiteral("verdict"), domainVerdictName(audit->verdict)}};
}

QJsonObject pairJson(const Pair &pair, const QStringList &files)
{
    QJsonObject object{{QStringLiteral("domain"), (pair.after ? *pair.after : *pair.before).facts.domain.ascii},
                       {QStringLiteral("same"), false},
                       {QStringLiteral("differences"), QJsonArray()}};
    if (pair.before && pair.after)
        object = renderComparisonJson(compare(*pair.before, *pair.after));
    object.insert(QStringLiteral("before"), sideJson(pair.before, files.at(0)));
    object.insert(QStringLiteral("after"), sideJson(pair.after, files.at(1)));
    return object;
}

QString pairText(const Pair &pair, const QStringList &files, bool colour)
{
    if (pair.before && pair.after)
        return renderComparisonText(compare(*pair.before, *pair.after), colour);
    return words(QT_TRANSLATE_NOOP("CommandLine", "%1 is only in %2."))
               .arg(visibleText((pair.after ? *pair.after : *pair.before).facts.domain.unicode, 300),
                    visibleText(pair.after ? files.at(1) : files.at(0), 300)) +
           u'\n';
}

bool isSame(const Pair &pair)
{
    return pair.before && pair.after && compare(*pair.before, *pair.after).same();
}

bool write(const QList<Pair> &pairs, const QStringList &files, const QString &format, bool colour)
{
    if (format != QLatin1String("text")) {
        QList<QJsonObject> objects;
        for (const Pair &pair : pairs)
            objects.append(pairJson(pair, files));
        return writeObjects(format, objects, true);
    }
    QStringList blocks;
    for (const Pair &pair : pairs)
        blocks.append(pairText(pair, files, colour));
    return writeStandardOutput(blocks.join(u'\n').toUtf8());
}

} // namespace

Help diffHelp()
{
    return {"diff",
            {"BEFORE AFTER [OPTION...]"},
            QT_TRANSLATE_NOOP("CommandLine",
                              "Compares two saved audits of a domain, or files of several: verdict, findings, records, policy "
                              "line by line, mail servers, certificates."),
            withCommonOptions(
                {objectFormatOption(),
                 {"no-color", nullptr, QT_TRANSLATE_NOOP("CommandLine", "No colours; the environment variable NO_COLOR does the same.")}}),
            QT_TRANSLATE_NOOP("CommandLine", "Exit status: 0 nothing is different; 1 something is; 2 wrong usage or an unusable file.")};
}

int runDiff(const Arguments &arguments)
{
    const QString command = QStringLiteral("diff");
    const Result<QString> format = readObjectFormat(arguments);
    if (!format)
        return wrongUsage(command, format.error().text);
    const QStringList &files = arguments.rest();
    if (files.size() != 2)
        return wrongUsage(command,
                          words(QT_TRANSLATE_NOOP("CommandLine", "Which two files are to be compared? Name the earlier one first.")));
    QList<QList<DomainFacts>> loaded;
    for (const QString &file : files) {
        const Result<QList<DomainFacts>> facts = loadEvidence(file);
        if (!facts) {
            complain(facts.error().text);
            return statusUsage;
        }
        loaded.append(*facts);
    }
    const QList<Pair> pairs = pairsOf(loaded.at(0), loaded.at(1));
    if (!write(pairs, files, *format, colourWanted(arguments.has("no-color"))))
        return statusUsage;
    return std::all_of(pairs.cbegin(), pairs.cend(), isSame) ? statusGood : statusFinding;
}

} // namespace mta::cli
