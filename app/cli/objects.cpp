// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/objects.h"

#include "app/cli/terminal.h"
#include "base/jsontext.h"
#include "base/wiretext.h"
#include <QCoreApplication>
#include <QJsonDocument>

namespace mta::cli
{

Option objectFormatOption()
{
    return {"format", "FORMAT", QT_TRANSLATE_NOOP("CommandLine", "text (default), json or ndjson.")};
}

Option recordTextOption()
{
    return {"text", "TEXT", QT_TRANSLATE_NOOP("CommandLine", "The value itself instead of a file.")};
}

Result<QString> readObjectFormat(const Arguments &arguments)
{
    return arguments.choice("format", {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("ndjson")});
}

bool writeObjects(const QString &format, const QList<QJsonObject> &objects, bool single)
{
    QByteArray octets;
    if (format == QLatin1String("ndjson")) {
        for (const QJsonObject &object : objects)
            octets += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    } else if (single && objects.size() == 1) {
        octets = QJsonDocument(objects.first()).toJson();
    } else {
        QJsonArray array;
        for (const QJsonObject &object : objects)
            array.append(object);
        octets = QJsonDocument(array).toJson();
    }
    return writeStandardOutput(inertJson(octets));
}

namespace
{

/// Null where there is none. Replacements are base64: a policy need not be UTF-8.
QJsonValue mendJson(const Mend &mend)
{
    if (mend.edits.isEmpty())
        return {};
    QJsonArray edits;
    for (const TextEdit &edit : mend.edits)
        edits.append(QJsonObject{{QStringLiteral("offset"), static_cast<qint64>(edit.offset)},
                                 {QStringLiteral("length"), static_cast<qint64>(edit.length)},
                                 {QStringLiteral("replacement"), QLatin1String(edit.replacement.toBase64())}});
    return QJsonObject{{QStringLiteral("sure"), mend.sure}, {QStringLiteral("edits"), edits}};
}

} // namespace

QJsonArray lintFindingsJson(const QList<LintFinding> &findings)
{
    QJsonArray array;
    for (const LintFinding &lint : findings) {
        array.append(QJsonObject{
            {QStringLiteral("id"), lint.finding.ruleId},
            {QStringLiteral("severity"), severityName(lint.finding.severity)},
            {QStringLiteral("line"), lint.line},
            {QStringLiteral("column"), lint.column},
            {QStringLiteral("message"), findingMessage(lint.finding)},
            {QStringLiteral("remedy"), findingRemedy(lint.finding)},
            {QStringLiteral("mend"), mendJson(lint.mend)},
        });
    }
    return array;
}

QString lintFindingsText(const QString &file, const QList<LintFinding> &findings)
{
    QString text;
    for (const LintFinding &lint : findings) {
        text += QStringLiteral("%1:%2:%3: ").arg(file, QString::number(lint.line), QString::number(lint.column));
        text += severityName(lint.finding.severity) + QLatin1String(": ") + findingMessage(lint.finding);
        text += QLatin1String(" [") + lint.finding.ruleId + QLatin1String("]\n    ") + findingRemedy(lint.finding) + u'\n';
    }
    return text;
}

Result<std::optional<QDateTime>> readAt(const Arguments &arguments)
{
    if (!arguments.has("at"))
        return std::optional<QDateTime>();
    const QString text = arguments.value("at");
    if (text == QLatin1String("now"))
        return std::optional<QDateTime>(QDateTime::currentDateTimeUtc());
    QDateTime at = QDateTime::fromString(text, Qt::ISODate);
    if (!at.isValid())
        return Error{
            ErrorCode::InvalidInput,
            QCoreApplication::translate("CommandLine", "The option --at takes a time such as 2026-01-31T12:00:00Z, or now, not \"%1\".")
                .arg(visibleText(text, 60))};
    if (at.timeSpec() == Qt::LocalTime)
        at.setTimeSpec(Qt::UTC); // a time without a zone
    return std::optional<QDateTime>(at.toUTC());
}

QString shownName(const QString &file)
{
    return file == QLatin1String("-") ? QCoreApplication::translate("CommandLine", "standard input") : visibleText(file, 200);
}

} // namespace mta::cli
