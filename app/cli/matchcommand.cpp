// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/objects.h"
#include "app/cli/terminal.h"
#include "audit/textreasons.h"
#include "base/wiretext.h"
#include "mtasts/mxpattern.h"
#include <QCoreApplication>
#include <algorithm>

namespace mta::cli
{

namespace
{

struct ReasonText {
    const char *reason;
    const char *text;
};

/// Why a host is covered or not (RFC 8461 §4.1).
constexpr ReasonText matchTexts[] = {
    {"exact", QT_TRANSLATE_NOOP("CommandLine", "%1 matches %2: the same name")},
    {"wildcard", QT_TRANSLATE_NOOP("CommandLine", "%1 matches %2: * stands for its first label")},
    {"wildcard-too-deep", QT_TRANSLATE_NOOP("CommandLine", "%1 does not match %2: * stands for exactly one label")},
    {"wildcard-no-label", QT_TRANSLATE_NOOP("CommandLine", "%1 does not match %2: * stands for a label, and here is none")},
    {"host-invalid", QT_TRANSLATE_NOOP("CommandLine", "%1 does not match %2: that is no host name")},
    {"other-name", QT_TRANSLATE_NOOP("CommandLine", "%1 does not match %2: another name")},
};

QString matchText(const QString &reason)
{
    const auto *const found = std::find_if(std::begin(matchTexts), std::end(matchTexts),
                                           [&](const ReasonText &text) { return reason == QLatin1String(text.reason); });
    return QCoreApplication::translate(
        "CommandLine", found == std::end(matchTexts) ? QT_TRANSLATE_NOOP("CommandLine", "%1 does not match %2") : found->text);
}

} // namespace

Help matchHelp()
{
    return {"match",
            {"PATTERN HOST... [OPTION...]"},
            QT_TRANSLATE_NOOP("CommandLine", "Says whether the mx pattern of a policy covers host names (RFC 8461 §4.1)."),
            withCommonOptions({objectFormatOption()}),
            QT_TRANSLATE_NOOP("CommandLine", "Exit status: 0 all match, 1 one does not, 2 wrong usage or not a pattern.")};
}

int runMatch(const Arguments &arguments)
{
    const QString command = QStringLiteral("match");
    const Result<QString> format = readObjectFormat(arguments);
    if (!format)
        return wrongUsage(command, format.error().text);
    if (arguments.rest().size() < 2)
        return wrongUsage(command, QCoreApplication::translate("CommandLine", "Name a pattern and at least one host."));
    const MxPattern pattern = parseMxPattern(arguments.rest().first().toUtf8());
    if (!pattern.valid)
        return wrongUsage(command, QCoreApplication::translate("CommandLine", "\"%1\" is no mx pattern (RFC 8461 §3.2): %2.")
                                       .arg(pattern.text, patternClause(pattern.reason)));

    QList<QJsonObject> objects;
    QString text;
    bool all = true;
    for (const QString &host : arguments.rest().sliced(1)) {
        const bool match = matches(pattern, host);
        const QString reason = matchReason(pattern, host);
        all = all && match;
        text += matchText(reason).arg(pattern.text, visibleText(host, 300)) + u'\n';
        objects.append({
            {QStringLiteral("pattern"), pattern.text},
            {QStringLiteral("host"), host},
            {QStringLiteral("matches"), match},
            {QStringLiteral("reason"), reason},
        });
    }
    if (*format == QLatin1String("text"))
        writeStandardOutput(text.toUtf8());
    else
        writeObjects(*format, objects, objects.size() == 1);
    return all ? statusGood : statusFinding;
}

} // namespace mta::cli
