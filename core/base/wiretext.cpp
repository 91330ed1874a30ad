// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/wiretext.h"

#include <QStringDecoder>

namespace mta
{

namespace
{

/// Characters that do not show or that change how their neighbours show: they could hide or disguise text.
bool isTreacherous(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidirectional controls, joiners, soft hyphen, BOM, tags
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return QChar::isNonCharacter(c);
    }
}

QString escaped(char32_t c)
{
    switch (c) {
    case '\n':
        return QStringLiteral("\\n");
    case '\r':
        return QStringLiteral("\\r");
    case '\t':
        return QStringLiteral("\\t");
    default:
        break;
    }
    if (c < 0x100)
        return QStringLiteral("\\x%1").arg(static_cast<uint>(c), 2, 16, QLatin1Char('0'));
    return QStringLiteral("\\u{%1}").arg(static_cast<uint>(c), 0, 16);
}

QString escapeTreacherous(const QString &text, qsizetype limit, bool keepLines)
{
    QString result;
    result.reserve(std::min(text.size(), limit) + 1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (result.size() >= limit)
            return result + QChar(0x2026);
        char32_t c = text.at(i).unicode();
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            ++i;
        }
        if (keepLines && c == '\n')
            result += QLatin1Char('\n');
        else if (isTreacherous(c))
            result += escaped(c);
        else
            result += QChar::fromUcs4(c);
    }
    return result;
}

} // namespace

QString utf8Text(const QByteArray &octets)
{
    // Without the flag a leading BOM would vanish; it is evidence.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(octets);
}

QString visibleText(const QString &text, qsizetype limit)
{
    return escapeTreacherous(text, limit, false);
}

QString visibleText(const QByteArray &octets, qsizetype limit)
{
    // No character is longer than four octets: decoding more than that would be wasted.
    return escapeTreacherous(utf8Text(octets.left(4 * limit + 4)), limit, false);
}

QString visibleLines(const QByteArray &octets, qsizetype limit)
{
    return escapeTreacherous(utf8Text(octets.left(4 * limit + 4)), limit, true);
}

} // namespace mta
