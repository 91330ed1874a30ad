// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/inputs.h"

#include "base/readatmost.h"
#include "base/readfile.h"
#include "base/wiretext.h"
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <cstdio>

namespace mta::cli
{

namespace
{

FileContent readStandardInput(qint64 most)
{
    QFile file;
    FileContent content;
    if (file.open(stdin, QIODevice::ReadOnly))
        content.octets = readAtMost(file, most);
    if (file.error() != QFileDevice::NoError)
        content.trouble = file.errorString();
    return content;
}

} // namespace

Input readInput(const QString &typed)
{
    const Result<DomainName> domain = parseDomainInput(typed);
    if (!domain)
        return {typed, std::nullopt, domain.error().text};
    return {typed, *domain, {}};
}

QList<Input> readInputs(const QByteArray &list)
{
    QList<Input> inputs;
    const QString text = QString::fromUtf8(list.startsWith("\xef\xbb\xbf") ? list.sliced(3) : list);
    for (const QStringView line : QStringView(text).split(u'\n')) {
        const QStringView content = line.trimmed();
        if (!content.isEmpty() && !content.startsWith(u'#'))
            inputs.append(readInput(content.toString()));
    }
    return inputs;
}

Result<QByteArray> readWholeFile(const QString &path, qint64 limit)
{
    const bool standardInput = path == QLatin1String("-");
    const QString name = standardInput ? QCoreApplication::translate("CommandLine", "standard input") : visibleText(path, 200);
    const auto unreadable = [&](const QString &reason) {
        return Error{ErrorCode::Io, QCoreApplication::translate("CommandLine", "Cannot read %1: %2.").arg(name, reason)};
    };
    if (!standardInput && QFileInfo(path).isDir())
        return unreadable(QCoreApplication::translate("CommandLine", "it is a folder"));
    const FileContent content = standardInput ? readStandardInput(limit + 1) : readFile(path, limit + 1);
    if (!content.trouble.isNull())
        return unreadable(content.trouble);
    if (content.octets.size() > limit)
        return unreadable(QCoreApplication::translate("CommandLine", "it is larger than %1").arg(QLocale().formattedDataSize(limit)));
    return content.octets;
}

} // namespace mta::cli
