// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTest>

/// The command line as it was built, run as a user runs it.
namespace program
{

inline const QString path = QStringLiteral(BINARY_DIR "/app/mta-sts");

struct Ran {
    int status = -1;
    QByteArray output;
    QByteArray complaints;

    QJsonValue json() const
    {
        const QJsonDocument document = QJsonDocument::fromJson(output);
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }
    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> objects;
        for (const QByteArray &line : output.split('\n')) {
            if (!line.isEmpty())
                objects.append(QJsonDocument::fromJson(line).object());
        }
        return objects;
    }
    bool complainsInOneLine() const
    {
        return complaints.startsWith("mta-sts: ") && complaints.count('\n') == 1 && complaints.endsWith('\n');
    }
};

using Environment = QList<std::pair<QString, QString>>;

inline QProcessEnvironment environment(const Environment &changes = {})
{
    QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "MTA_DEBUG", "QT_QPA_PLATFORM"})
        result.remove(QLatin1String(name));
    for (const auto &[name, value] : changes)
        result.insert(name, value);
    return result;
}

inline Ran run(const QStringList &arguments, const QByteArray &input = {}, const Environment &changes = {})
{
    QProcess process;
    process.setProcessEnvironment(environment(changes));
    process.start(path, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace program
