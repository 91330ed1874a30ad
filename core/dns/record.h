// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QtGlobal>

namespace mta {

/// The record types this program asks for (RFC 1035, 3596, 4034, 6698).
enum class RecordType : quint16 { A = 1, Ns = 2, Cname = 5, Soa = 6, Mx = 15, Txt = 16, Aaaa = 28, Ds = 43, Dnskey = 48, Tlsa = 52 };

QString recordTypeName(RecordType type); ///< "TXT"

/// Names in records are lower case, without the trailing dot, in presentation format; the root is ".".
struct TxtRecord {
    QList<QByteArray> strings; ///< the character-strings, at most 255 octets each (RFC 1035 §3.3.14)

    /// The strings joined without anything between (RFC 8461 §3.1, RFC 8460 §3).
    QByteArray joined() const { return strings.join(); }
    bool operator==(const TxtRecord &) const = default;
};

struct MxRecord {
    quint16 preference = 0;
    QString exchange; ///< "." in a null MX (RFC 7505)

    bool operator==(const MxRecord &) const = default;
};

struct AddressRecord {
    QHostAddress address; ///< IPv4 from A, IPv6 from AAAA

    bool operator==(const AddressRecord &) const = default;
};

} // namespace mta
