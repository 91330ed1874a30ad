// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QtGlobal>
#include <chrono>

namespace mta
{

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

/// The head of a zone (RFC 1035 §3.3.13), as far as this program looks at it.
struct SoaRecord {
    QString zone; ///< the owner: where the zone begins
    quint32 serial = 0;
    std::chrono::seconds negativeTtl{0}; ///< how long resolvers remember that there is nothing (RFC 2308 §5)

    bool operator==(const SoaRecord &) const = default;
};

/// What a zone says of the certificate of a service (RFC 6698 §2.1). As published: whether it makes sense is asked elsewhere.
struct TlsaRecord {
    quint8 usage = 0;        ///< 2 DANE-TA, 3 DANE-EE; 0 and 1 are not for SMTP (RFC 7672 §3.1.3)
    quint8 selector = 0;     ///< 0 the certificate, 1 its public key
    quint8 matchingType = 0; ///< 0 the octets themselves, 1 their SHA-256, 2 their SHA-512
    QByteArray data;

    bool operator==(const TlsaRecord &) const = default;
};

} // namespace mta
