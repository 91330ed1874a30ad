// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "scrub/der.h"

namespace mta
{

QList<DerElement> readDer(const QByteArray &octets)
{
    QList<DerElement> elements;
    const auto at = [&](qsizetype i) { return static_cast<quint8>(octets[i]); };
    for (qsizetype i = 0; i < octets.size();) {
        if (i + 2 > octets.size() || (at(i) & 0x1f) == 0x1f)
            return {};
        const quint8 tag = at(i++);
        qsizetype size = at(i++);
        if (size >= 0x80) { // X.690 §8.1.3.5: so many octets of length follow
            const qsizetype count = size & 0x7f;
            if (count == 0 || count > 4 || i + count > octets.size())
                return {};
            size = 0;
            for (qsizetype k = 0; k < count; ++k)
                size = size << 8 | at(i++);
        }
        if (size > octets.size() - i)
            return {};
        elements.append({tag, octets.mid(i, size)});
        i += size;
    }
    return elements;
}

QByteArray DerElement::encoded() const
{
    return der(tag, content);
}

QList<DerElement> DerElement::children() const
{
    return readDer(content);
}

QByteArray der(quint8 tag, const QByteArray &content)
{
    QByteArray head(1, static_cast<char>(tag));
    if (content.size() < 0x80)
        return head + static_cast<char>(content.size()) + content;
    QByteArray size;
    for (qsizetype left = content.size(); left > 0; left >>= 8)
        size.prepend(static_cast<char>(left & 0xff));
    return head + static_cast<char>(0x80 | size.size()) + size + content;
}

QByteArray derSequence(const QByteArray &content)
{
    return der(0x30, content);
}

QByteArray derBits(const QByteArray &octets)
{
    return der(0x03, '\0' + octets);
}

QByteArray derNumber(QByteArray octets)
{
    while (octets.size() > 1 && octets.front() == '\0')
        octets.remove(0, 1);
    if (octets.isEmpty() || (static_cast<quint8>(octets.front()) & 0x80) != 0)
        octets.prepend('\0');
    return der(0x02, octets);
}

} // namespace mta
