// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/idmends.h"

#include <QRegularExpression>

namespace mta
{

bool isStsId(const QByteArray &text)
{
    static const QRegularExpression id(QStringLiteral("\\A[A-Za-z0-9]{1,32}\\z")); // RFC 8461 §3.1: 1*32(ALPHA / DIGIT)
    return id.match(QString::fromLatin1(text)).hasMatch();
}

QByteArray meantId(const QByteArray &written)
{
    static const QRegularExpression around(QStringLiteral("\\A[\\s\"'`<(\\[{]*(.*?)[\\s\"'`>)\\]}.,:]*\\z"));
    static const QRegularExpression fixedWidth(
        QStringLiteral("\\A(?:\\d{4}[-./_]\\d\\d[-./_]\\d\\d(?:[T _-]?\\d\\d[:._-]?\\d\\d(?:[:._-]?\\d\\d)?)?Z?"
                       "|\\d{8}[T _-]?\\d\\d[:._-]?\\d\\d(?:[:._-]?\\d\\d)?Z?"
                       "|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})\\z"));
    static const QRegularExpression placeholder(QStringLiteral("\\A\\D*[<({\\[]\\D*\\z")); // "<id>" says what is to stand there
    if (placeholder.match(QString::fromLatin1(written.left(80))).hasMatch())
        return {};
    QString text = around.match(QString::fromLatin1(written.left(80))).captured(1);
    if (written.size() <= 80 && fixedWidth.match(text).hasMatch()) {
        static const QRegularExpression separators(QStringLiteral("[^A-Za-z0-9]"));
        text.remove(separators);
    }
    return isStsId(text.toLatin1()) ? text.toLatin1() : QByteArray();
}

bool isDated(const QByteArray &text)
{
    static const QRegularExpression dated(QStringLiteral("\\A20\\d{6}(?:T?\\d{4,6}Z?)?\\z"));
    return dated.match(QString::fromLatin1(text.left(80))).hasMatch();
}

} // namespace mta
