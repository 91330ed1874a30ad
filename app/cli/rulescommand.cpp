// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/objects.h"
#include "app/cli/terminal.h"
#include "audit/catalogue.h"
#include "base/wiretext.h"
#include <QCoreApplication>

namespace mta::cli
{

namespace
{

QString ruleText(const char *text)
{
    return QCoreApplication::translate("Rules", text);
}

QJsonObject ruleJson(const Rule &rule)
{
    return {
        {QStringLiteral("id"), QLatin1String(rule.id)},
        {QStringLiteral("severity"), severityName(rule.severity)},
        {QStringLiteral("citation"), QString::fromUtf8(rule.citation)},
        {QStringLiteral("message"), ruleText(rule.message)},
        {QStringLiteral("explanation"), ruleText(rule.explanation)},
        {QStringLiteral("remedy"), ruleText(rule.remedy)},
    };
}

QString ruleLine(const Rule &rule)
{
    constexpr qsizetype idWidth = 30;
    constexpr qsizetype severityWidth = 8;
    return QString::fromLatin1(rule.id).leftJustified(idWidth) + u' ' + severityName(rule.severity).leftJustified(severityWidth) + u' ' +
           ruleText(rule.message) + u'\n';
}

QString rulePage(const Rule &rule)
{
    return QStringLiteral("%1 (%2, %3)\n\n%4\n\n%5\n\n%6\n")
        .arg(QLatin1String(rule.id), severityName(rule.severity), QString::fromUtf8(rule.citation), ruleText(rule.message),
             ruleText(rule.explanation), ruleText(rule.remedy));
}

} // namespace

Help rulesHelp()
{
    return {"rules",
            {"[ID] [OPTION...]"},
            QT_TRANSLATE_NOOP("CommandLine", "Lists the rules of the catalogue, or tells everything about one."),
            withCommonOptions({objectFormatOption()}),
            QT_TRANSLATE_NOOP("CommandLine", "Exit status: 0, or 2 when there is no such rule.")};
}

int runRules(const Arguments &arguments)
{
    const QString command = QStringLiteral("rules");
    const Result<QString> format = readObjectFormat(arguments);
    if (!format)
        return wrongUsage(command, format.error().text);
    if (arguments.rest().size() > 1)
        return wrongUsage(command, QCoreApplication::translate("CommandLine", "Name one rule, or none to list them all."));
    QList<const Rule *> rules = catalogue();
    const bool one = arguments.rest().size() == 1;
    if (one) {
        const Rule *rule = findRule(arguments.rest().first());
        if (!rule)
            return wrongUsage(
                command,
                QCoreApplication::translate("CommandLine", "There is no rule \"%1\".").arg(visibleText(arguments.rest().first(), 60)));
        rules = {rule};
    }
    if (*format != QLatin1String("text")) {
        QList<QJsonObject> objects;
        for (const Rule *rule : std::as_const(rules))
            objects.append(ruleJson(*rule));
        writeObjects(*format, objects, one);
        return statusGood;
    }
    QString text;
    for (const Rule *rule : std::as_const(rules))
        text += one ? rulePage(*rule) : ruleLine(*rule);
    writeStandardOutput(text.toUtf8());
    return statusGood;
}

} // namespace mta::cli
