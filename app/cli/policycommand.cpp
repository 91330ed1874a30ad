// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/inputs.h"
#include "app/cli/objects.h"
#include "app/cli/terminal.h"
#include <QCoreApplication>

namespace mta::cli
{

namespace
{

QJsonObject policyJson(const Policy &policy)
{
    QJsonArray mx;
    for (const MxPattern &pattern : policy.mx)
        mx.append(pattern.text);
    return {
        {QStringLiteral("mode"), policy.mode ? QJsonValue(policyModeName(*policy.mode)) : QJsonValue()},
        {QStringLiteral("maxAge"), policy.maxAge ? QJsonValue(static_cast<qint64>(policy.maxAge->count())) : QJsonValue()},
        {QStringLiteral("mx"), mx},
    };
}

QString verdictLine(const QString &file, const PolicyLint &lint)
{
    if (!lint.policy.valid())
        return QCoreApplication::translate("CommandLine", "%1: not a valid policy (RFC 8461 §3.2); senders ignore it.").arg(file) + u'\n';
    return QCoreApplication::translate("CommandLine", "%1: a valid policy (RFC 8461 §3.2); mode %2, max_age %3, mx patterns: %4.")
               .arg(file, policyModeName(lint.policy.mode.value_or(PolicyMode::None)),
                    QString::number(lint.policy.maxAge.value_or(std::chrono::seconds(0)).count()), QString::number(lint.policy.mx.size())) +
           u'\n';
}

QJsonObject unreadableJson(const QString &file, const QString &error)
{
    return {
        {QStringLiteral("file"), file},           {QStringLiteral("valid"), QJsonValue()},
        {QStringLiteral("policy"), QJsonValue()}, {QStringLiteral("findings"), QJsonArray()},
        {QStringLiteral("error"), error},
    };
}

} // namespace

Help policyLintHelp()
{
    return {"policy lint",
            {"FILE...|- [OPTION...]"},
            QT_TRANSLATE_NOOP("CommandLine", "Checks policy files (mta-sts.txt) by the grammar of RFC 8461 §3.2, octet by octet."),
            withCommonOptions({objectFormatOption()}),
            QT_TRANSLATE_NOOP("CommandLine", "Exit status: 0 all are valid, 1 one is not, 2 wrong usage or an unreadable file.")};
}

int runPolicyLint(const Arguments &arguments)
{
    const QString command = QStringLiteral("policy lint");
    const Result<QString> format = readObjectFormat(arguments);
    if (!format)
        return wrongUsage(command, format.error().text);
    if (arguments.rest().isEmpty())
        return wrongUsage(
            command, QCoreApplication::translate("CommandLine", "Which policy is to be checked? Name a file, or - for standard input."));

    QList<QJsonObject> objects;
    int status = statusGood;
    for (const QString &file : arguments.rest()) {
        const Result<QByteArray> body = readWholeFile(file, maxTextSize);
        if (!body) {
            complain(body.error().text);
            objects.append(unreadableJson(file, body.error().text));
            status = statusUsage;
            continue;
        }
        const QString name = shownName(file);
        const PolicyLint lint = lintPolicy(*body, name);
        if (!lint.policy.valid() && status == statusGood)
            status = statusFinding;
        if (*format == QLatin1String("text"))
            writeStandardOutput((lintFindingsText(name, lint.findings) + verdictLine(name, lint)).toUtf8());
        else
            objects.append({
                {QStringLiteral("file"), file},
                {QStringLiteral("valid"), lint.policy.valid()},
                {QStringLiteral("policy"), policyJson(lint.policy)},
                {QStringLiteral("findings"), lintFindingsJson(lint.findings)},
            });
    }
    if (*format != QLatin1String("text"))
        writeObjects(*format, objects, arguments.rest().size() == 1);
    return status;
}

} // namespace mta::cli
