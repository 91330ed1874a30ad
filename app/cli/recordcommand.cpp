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

/// One TXT value, or the reason why there is none.
struct Value {
    QString file; ///< null: given with --text
    Result<QByteArray> octets;
};

QString verdictLine(const QString &name, const RecordLint &lint)
{
    if (lint.kind == QLatin1String("other"))
        return QCoreApplication::translate("CommandLine", "%1: neither an MTA-STS nor a TLS-RPT record.").arg(name) + u'\n';
    const QString kind =
        lint.kind == QLatin1String("mta-sts") ? QStringLiteral("MTA-STS (RFC 8461 §3.1)") : QStringLiteral("TLS-RPT (RFC 8460 §3)");
    if (lint.valid)
        return QCoreApplication::translate("CommandLine", "%1: a valid record, %2.").arg(name, kind) + u'\n';
    return QCoreApplication::translate("CommandLine", "%1: not a valid record, %2; senders ignore it.").arg(name, kind) + u'\n';
}

QJsonObject json(const QString &file, const QJsonValue &kind, const QJsonValue &valid, const QJsonArray &findings)
{
    return {
        {QStringLiteral("file"), file.isNull() ? QJsonValue() : QJsonValue(file)},
        {QStringLiteral("kind"), kind},
        {QStringLiteral("valid"), valid},
        {QStringLiteral("findings"), findings},
    };
}

} // namespace

Help recordLintHelp()
{
    return {"record lint",
            {"FILE...|- [OPTION...]", "--text TEXT [OPTION...]"},
            QT_TRANSLATE_NOOP(
                "CommandLine",
                "Checks TXT values of _mta-sts (RFC 8461 §3.1) and _smtp._tls (RFC 8460 §3). The octets of a file are one value, its "
                "strings joined, and nothing is stripped: not even a line end."),
            withCommonOptions({objectFormatOption(), recordTextOption()}),
            QT_TRANSLATE_NOOP("CommandLine", "Exit status: 0 all are valid, 1 one is not, 2 wrong usage or an unreadable file.")};
}

int runRecordLint(const Arguments &arguments)
{
    const QString command = QStringLiteral("record lint");
    const Result<QString> format = readObjectFormat(arguments);
    if (!format)
        return wrongUsage(command, format.error().text);
    if (arguments.rest().isEmpty() != arguments.has("text"))
        return wrongUsage(command,
                          QCoreApplication::translate("CommandLine", "Name a file, - for standard input, or a value with --text."));

    QList<Value> values;
    if (arguments.has("text"))
        values.append({QString(), arguments.value("text").toUtf8()});
    for (const QString &file : arguments.rest())
        values.append({file, readWholeFile(file, maxTextSize)});

    QList<QJsonObject> objects;
    int status = statusGood;
    for (const Value &value : std::as_const(values)) {
        if (!value.octets) {
            complain(value.octets.error().text);
            QJsonObject object = json(value.file, {}, {}, {});
            object.insert(QStringLiteral("error"), value.octets.error().text);
            objects.append(object);
            status = statusUsage;
            continue;
        }
        const QString name = value.file.isNull() ? QStringLiteral("--text") : shownName(value.file);
        const RecordLint lint = lintRecord(*value.octets, name);
        if (!lint.valid && status == statusGood)
            status = statusFinding;
        if (*format == QLatin1String("text"))
            writeStandardOutput((lintFindingsText(name, lint.findings) + verdictLine(name, lint)).toUtf8());
        else
            objects.append(json(value.file, lint.kind, lint.valid, lintFindingsJson(lint.findings)));
    }
    if (*format != QLatin1String("text"))
        writeObjects(*format, objects, values.size() == 1);
    return status;
}

} // namespace mta::cli
