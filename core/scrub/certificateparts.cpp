// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "scrub/certificateparts.h"

#include "scrub/signing.h"
#include "scrub/textscrub.h"

#include <QtEndian>
#include <openssl/asn1.h>

namespace mta
{

namespace
{

enum Tag : quint8 {
    Octets = 0x04,
    Identifier = 0x06,
    Utf8 = 0x0c,
    Printable = 0x13,
    Ia5 = 0x16,
};

/// Of any of the string types of X.509.
QString textOf(const DerElement &value)
{
    const QByteArray encoded = value.encoded();
    const auto *cursor = reinterpret_cast<const unsigned char *>(encoded.constData());
    ASN1_STRING *string = d2i_ASN1_PRINTABLE(nullptr, &cursor, static_cast<long>(encoded.size()));
    unsigned char *utf8 = nullptr;
    const int size = string ? ASN1_STRING_to_UTF8(&utf8, string) : -1;
    const QString text =
        size < 0 ? QString::fromLatin1(value.content.toHex()) : QString::fromUtf8(reinterpret_cast<const char *>(utf8), size);
    OPENSSL_free(utf8);
    ASN1_STRING_free(string);
    return text;
}

bool looksLikeHost(const QString &text)
{
    return !text.contains(u' ') && (text.contains(u'.') || text.contains(u'@') || text.contains(u':'));
}

DerElement scrubbedValue(const QByteArray &type, const DerElement &value, Pseudonyms &pseudonyms)
{
    if (type == QByteArray::fromHex("550406")) // countryName has two letters (RFC 5280 appendix A.1)
        return {value.tag, "XX"};
    const QString text = textOf(value);
    const QByteArray made = looksLikeHost(text) ? scrubbedText(text.toUtf8(), pseudonyms) : pseudonyms.title(text).toUtf8();
    const bool simple = value.tag == Printable || value.tag == Ia5 || value.tag == Utf8;
    return {simple ? value.tag : static_cast<quint8>(Utf8), made};
}

// ---- extensions

/// GeneralNames and what holds them, of whatever depth: choices are told by their tags (RFC 5280 §4.2.1.6).
QByteArray scrubbedNames(const QList<DerElement> &elements, Pseudonyms &pseudonyms);

QByteArray scrubbedNetwork(const QByteArray &octets, Pseudonyms &pseudonyms)
{
    if (octets.size() == 4) {
        QByteArray made(4, '\0');
        qToBigEndian(pseudonyms.address(QHostAddress(qFromBigEndian<quint32>(octets.constData()))).toIPv4Address(), made.data());
        return made;
    }
    if (octets.size() == 16) {
        const QHostAddress made = pseudonyms.address(QHostAddress(reinterpret_cast<const quint8 *>(octets.constData())));
        return QByteArray(reinterpret_cast<const char *>(made.toIPv6Address().c), 16);
    }
    return QByteArray(octets.size(), '\0'); // an address with its mask, in constraints
}

DerElement scrubbedName(const DerElement &name, Pseudonyms &pseudonyms)
{
    switch (name.tag) {
    case 0x81: // rfc822Name
    case 0x86: // uniformResourceIdentifier
        return {name.tag, scrubbedText(name.content, pseudonyms)};
    case 0x82: // dNSName
        return {name.tag, scrubbedHost(name.content, pseudonyms)};
    case 0x87: // iPAddress
        return {name.tag, scrubbedNetwork(name.content, pseudonyms)};
    case 0xa4: // directoryName, explicitly tagged: it is a choice itself
        return {name.tag, scrubbedDistinguishedName(name.children().value(0), pseudonyms)};
    case Identifier:
        return name;
    default:
        break;
    }
    if (name.constructed())
        return {name.tag, scrubbedNames(name.children(), pseudonyms)};
    return {name.tag, QByteArray(name.content.size(), '\0')};
}

QByteArray scrubbedNames(const QList<DerElement> &elements, Pseudonyms &pseudonyms)
{
    QByteArray made;
    for (const DerElement &element : elements)
        made += scrubbedName(element, pseudonyms).encoded();
    return made;
}

/// RFC 5280 §4.2.1.1: keyIdentifier [0], authorityCertIssuer [1], authorityCertSerialNumber [2].
QByteArray scrubbedAuthorityKey(const DerElement &value, const QByteArray &seed, Pseudonyms &pseudonyms)
{
    QByteArray made;
    for (const DerElement &field : value.children()) {
        if (field.tag == 0xa1)
            made += der(field.tag, scrubbedNames(field.children(), pseudonyms));
        else
            made += der(field.tag, scrubbedIdentifier(field.content, seed + (field.tag == 0x82 ? "serial" : "key")));
    }
    return derSequence(made);
}

QByteArray withLength(const QByteArray &octets)
{
    QByteArray size(2, '\0');
    qToBigEndian(static_cast<quint16>(octets.size()), size.data());
    return size + octets;
}

/// As many timestamps as there were, of no log (RFC 6962 §3.2, §3.3). A list that cannot be read becomes an empty one, which is none
/// either.
QByteArray scrubbedTimestamps(const DerElement &value)
{
    const QByteArray &list = value.content;
    QByteArray made;
    for (qsizetype at = 2; at + 2 <= list.size();) {
        const qsizetype size = qFromBigEndian<quint16>(list.constData() + at);
        if (at + 2 + size > list.size())
            return der(Octets, {});
        at += 2 + size;
        const QByteArray log = QByteArray(32, '\0');
        const QByteArray time = QByteArray(8, '\0');
        const QByteArray signature = QByteArray::fromHex("0403") + withLength(QByteArray::fromHex("3006020101020101"));
        made += withLength('\0' + log + time + withLength({}) + signature);
    }
    if (made.isEmpty() || qFromBigEndian<quint16>(list.constData()) + 2 != list.size())
        return der(Octets, {});
    return der(Octets, withLength(made));
}

/// The policies of the CA/Browser Forum tell how was validated; those of an authority tell which it is (RFC 5280 §4.2.1.4).
QByteArray scrubbedPolicies(const DerElement &value)
{
    QByteArray made;
    for (const DerElement &policy : value.children()) {
        const DerElement id = policy.children().value(0);
        if (id.content.startsWith(QByteArray::fromHex("67810c01"))) // 2.23.140.1
            made += derSequence(id.encoded());
    }
    return made.isEmpty() ? QByteArray() : derSequence(made);
}

/// Absent: the extension goes.
QByteArray scrubbedContent(const QByteArray &type, const DerElement &value, const QByteArray &seed, Pseudonyms &pseudonyms)
{
    static const QList<QByteArray> nameless = {
        QByteArray::fromHex("551d0f"),               // keyUsage
        QByteArray::fromHex("551d13"),               // basicConstraints
        QByteArray::fromHex("551d24"),               // policyConstraints
        QByteArray::fromHex("551d25"),               // extKeyUsage
        QByteArray::fromHex("551d36"),               // inhibitAnyPolicy
        QByteArray::fromHex("2b06010505070118"),     // TLS feature (RFC 7633)
        QByteArray::fromHex("2b0601050507300105"),   // id-pkix-ocsp-nocheck (RFC 6960 §4.2.2.2.1)
        QByteArray::fromHex("2b06010401d679020403"), // precertificate poison (RFC 6962 §3.1)
    };
    static const QList<QByteArray> names = {
        QByteArray::fromHex("551d11"),           // subjectAltName
        QByteArray::fromHex("551d12"),           // issuerAltName
        QByteArray::fromHex("551d1e"),           // nameConstraints
        QByteArray::fromHex("2b06010505070101"), // authorityInfoAccess
    };
    if (nameless.contains(type))
        return value.encoded();
    if (names.contains(type))
        return der(value.tag, scrubbedNames(value.children(), pseudonyms));
    if (type == QByteArray::fromHex("551d0e")) // subjectKeyIdentifier
        return der(value.tag, scrubbedIdentifier(value.content, seed + "key"));
    if (type == QByteArray::fromHex("551d23")) // authorityKeyIdentifier
        return scrubbedAuthorityKey(value, seed, pseudonyms);
    if (type == QByteArray::fromHex("551d20")) // certificatePolicies
        return scrubbedPolicies(value);
    if (type == QByteArray::fromHex("2b06010401d679020402")) // SignedCertificateTimestampList
        return scrubbedTimestamps(value);
    return {};
}

} // namespace

QByteArray scrubbedDistinguishedName(const DerElement &name, Pseudonyms &pseudonyms)
{
    QByteArray made;
    for (const DerElement &set : name.children()) {
        QByteArray attributes;
        for (const DerElement &attribute : set.children()) {
            const QList<DerElement> parts = attribute.children();
            if (parts.size() == 2)
                attributes += derSequence(parts[0].encoded() + scrubbedValue(parts[0].content, parts[1], pseudonyms).encoded());
        }
        made += der(set.tag, attributes);
    }
    return derSequence(made);
}

QByteArray scrubbedIdentifier(const QByteArray &content, const QByteArray &seed)
{
    if (content.size() <= 2)
        return content;
    QByteArray made = octetsFrom(seed + content, content.size());
    made[0] = static_cast<char>((content[0] & 0x80) | (made[0] & 0x3f) | 0x40); // the sign of a number stays, and it needs every octet
    return made;
}

QByteArray scrubbedExtensions(const DerElement &extensions, const QByteArray &seed, Pseudonyms &pseudonyms)
{
    QByteArray made;
    for (const DerElement &extension : extensions.children()) {
        QList<DerElement> parts = extension.children();
        if (parts.size() < 2 || parts.last().tag != Octets)
            continue;
        const bool critical = parts.size() == 3 && parts[1].content == "\xff";
        const QList<DerElement> value = readDer(parts.last().content);
        QByteArray content = value.size() == 1 ? scrubbedContent(parts[0].content, value.first(), seed, pseudonyms) : QByteArray();
        if (content.isEmpty() && !critical)
            continue;
        if (content.isEmpty())
            content = QByteArray::fromHex("0500"); // a sender that knows no such extension must refuse still (RFC 5280 §4.2)
        parts.last().content = content;
        QByteArray encoded;
        for (const DerElement &part : std::as_const(parts))
            encoded += part.encoded();
        made += derSequence(encoded);
    }
    return derSequence(made);
}

} // namespace mta
