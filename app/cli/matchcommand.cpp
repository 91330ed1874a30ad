// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/objects.h"
#include "app/cli/terminal.h"
#include "base/wiretext.h"
#include "mtasts/mxpattern.h"
#include <QCoreApplication>

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

/// Why a text is no pattern.
constexpr ReasonText patternTexts[] = {
    {"empty", QT_TRANSLATE_NOOP("CommandLine", "An empty text is no mx pattern (RFC 8461 §3.2).")},
    {"trailing-dot", QT_TRANSLATE_NOOP("CommandLine", "\"%1\" is no mx pattern (RFC 8461 §3.2): leave out the dot at the end.")},
    {"underscore", QT_TRANSLATE_NOOP("CommandLine", "\"%1\" is no mx pattern (RFC 8461 §3.2): host names have no underscore.")},
    {"wildcard-inside", QT_TRANSLATE_NOOP("CommandLine", "\"%1\" is no mx pattern (RFC 8461 §3.2): * may only be the whole first label.")},
    {"wildcard-alone",
     QT_TRANSLATE_NOOP("CommandLine", "\"%1\" is no mx pattern (RFC 8461 §3.2): after * a domain must follow, as in *.example.com.")},
    {"not-ascii",
     QT_TRANSLATE_NOOP("CommandLine", "\"%1\" is no mx pattern (RFC 8461 §3.2): write internationalised names as A-labels (xn--...).")},
    {"address", QT_TRANSLATE_NOOP("CommandLine", "\"%1\" is no mx pattern (RFC 8461 §3.2): it is an IP address, not a host name.")},
    {"url", QT_TRANSLATE_NOOP("CommandLine", "\"%1\" is no mx pattern (RFC 8461 §3.2): it is a URL; write the host name alone.")},
};

QString textOf(const ReasonText *first, const ReasonText *last, const QString &reason, const char *otherwise)
{
    const ReasonText *found = std::find_if(first, last, [&](const ReasonText &text) { return reason == QLatin1String(text.reason); });
    return QCoreApplication::translate("CommandLine", found == last ? otherwise : found->text);
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
        return wrongUsage(
            command,
            textOf(std::begin(patternTexts), std::end(patternTexts), pattern.reason,
                   QT_TRANSLATE_NOOP("CommandLine", "\"%1\" is no mx pattern (RFC 8461 §3.2): neither a host name nor *. and a host name."))
                .arg(pattern.text));

    QList<QJsonObject> objects;
    QString text;
    bool all = true;
    for (const QString &host : arguments.rest().sliced(1)) {
        const bool match = matches(pattern, host);
        const QString reason = matchReason(pattern, host);
        all = all && match;
        text += textOf(std::begin(matchTexts), std::end(matchTexts), reason, QT_TRANSLATE_NOOP("CommandLine", "%1 does not match %2"))
                    .arg(pattern.text, visibleText(host, 300)) +
                u'\n';
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
