// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace mta
{

/// An element of DER (X.690 §8.1): everything in a certificate is one, within another.
struct DerElement {
    quint8 tag = 0;
    QByteArray content;

    bool constructed() const { return (tag & 0x20) != 0; }
    bool contextual() const { return (tag & 0xc0) == 0x80; }
    QByteArray encoded() const;
    /// What lies within; nothing where it is no sequence of elements.
    QList<DerElement> children() const;
};

/// Elements one after the other; nothing when the octets are not exactly that. Tags above 30 and lengths without end are not read: X.509
/// has neither.
QList<DerElement> readDer(const QByteArray &octets);

QByteArray der(quint8 tag, const QByteArray &content);
QByteArray derSequence(const QByteArray &content);
QByteArray derBits(const QByteArray &octets); ///< a BIT STRING of whole octets
/// An INTEGER of these octets, most significant first, never negative.
QByteArray derNumber(QByteArray octets);

} // namespace mta
