// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/filename.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace mta
{

QString fileNameFor(const QString &domain, const QString &suffix)
{
    constexpr qsizetype maxFileName = 200; // and a suffix
    static const QRegularExpression odd(QStringLiteral("[^a-zA-Z0-9._-]"));
    static const QRegularExpression device(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"),
                                           QRegularExpression::CaseInsensitiveOption);
    QString name = domain;
    name.replace(odd, QStringLiteral("_"));
    if (name.isEmpty() || name.startsWith(u'.') || name.startsWith(u'-') || device.match(name).hasMatch())
        name.prepend(u'_');
    if (name.size() > maxFileName) {
        // Two long names of one beginning stay two files.
        const QByteArray digest = QCryptographicHash::hash(domain.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
        name = name.left(maxFileName - digest.size() - 1) + u'_' + QString::fromLatin1(digest);
    }
    return name + u'.' + suffix;
}

} // namespace mta
