// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/tsig.h"

#include "publish/wire.h"
#include <QtEndian>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

// Not ldns: its 1.8 knows no hmac-sha384 (a slip in its table of names), takes answers of any time, and leaves copies of the secret behind.

namespace mta
{
namespace
{

QByteArray hmac(const TsigKey &key, const QByteArray &text)
{
    const EVP_MD *digest = key.algorithm == TsigAlgorithm::HmacSha512   ? EVP_sha512()
                           : key.algorithm == TsigAlgorithm::HmacSha384 ? EVP_sha384()
                                                                        : EVP_sha256();
    const QByteArrayView secret = key.secret.octets();
    QByteArray mac(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    HMAC(digest, secret.data(), static_cast<int>(secret.size()), reinterpret_cast<const unsigned char *>(text.constData()),
         static_cast<size_t>(text.size()), reinterpret_cast<unsigned char *>(mac.data()), &size);
    mac.truncate(static_cast<qsizetype>(size));
    return mac;
}

/// The fields of a TSIG record (RFC 8945 §4.2).
struct Fields {
    QByteArray keyName;
    QByteArray algorithm;
    quint64 time = 0; ///< 48 bits
    quint16 fudge = 0;
    QByteArray mac{};
    quint16 originalId = 0;
    quint16 error = 0;
    QByteArray other{};

    QByteArray timeOctets() const { return wire::number16(static_cast<quint16>(time >> 32)) + wire::number32(static_cast<quint32>(time)); }
    /// What is signed of them (RFC 8945 §4.3.3).
    QByteArray variables() const
    {
        return keyName + wire::number16(wire::classAny) + wire::number32(0) + algorithm + timeOctets() + wire::number16(fudge) +
               wire::number16(error) + wire::number16(static_cast<quint16>(other.size())) + other;
    }
    QByteArray data() const
    {
        return algorithm + timeOctets() + wire::number16(fudge) + wire::number16(static_cast<quint16>(mac.size())) + mac +
               wire::number16(originalId) + wire::number16(error) + wire::number16(static_cast<quint16>(other.size())) + other;
    }
};

/// Of a response: the MAC of the request, behind its length (RFC 8945 §5.3.1).
QByteArray bound(const QByteArray &requestMac)
{
    return requestMac.isEmpty() ? QByteArray() : wire::number16(static_cast<quint16>(requestMac.size())) + requestMac;
}

QByteArray withAdditionalCount(QByteArray message, int change)
{
    qToBigEndian(static_cast<quint16>(wire::number16(message, 10) + change), message.data() + 10);
    return message;
}

Fields fieldsFor(const TsigKey &key, const QByteArray &message, const QDateTime &now)
{
    Fields fields{wire::name(key.name), wire::name(QLatin1String(tsigAlgorithmName(key.algorithm)))};
    fields.time = static_cast<quint64>(now.toSecsSinceEpoch());
    fields.fudge = static_cast<quint16>(tsigFudge.count());
    fields.originalId = wire::number16(message, 0);
    return fields;
}

std::optional<Fields> readFields(const QByteArray &message, qsizetype at)
{
    Fields fields;
    const std::optional<QByteArray> owner = wire::readName(message, at);
    if (!owner || wire::number16(message, at) != wire::typeTsig || wire::number16(message, at + 2) != wire::classAny)
        return std::nullopt;
    if (qFromBigEndian<quint32>(message.constData() + at + 4) != 0) // RFC 8945 §4.2: the TTL must be 0
        return std::nullopt;
    fields.keyName = *owner;
    at += 10;
    const std::optional<QByteArray> algorithm = wire::readName(message, at);
    constexpr qsizetype fixed = 16; // all fields but the algorithm, the MAC and the other data
    if (!algorithm || message.size() - at < fixed)
        return std::nullopt;
    fields.algorithm = *algorithm;
    fields.time = (quint64(wire::number16(message, at)) << 32) | qFromBigEndian<quint32>(message.constData() + at + 2);
    fields.fudge = wire::number16(message, at + 6);
    const qsizetype macSize = wire::number16(message, at + 8);
    if (message.size() - at < fixed + macSize)
        return std::nullopt;
    fields.mac = message.sliced(at + 10, macSize);
    at += 10 + macSize;
    fields.originalId = wire::number16(message, at);
    fields.error = wire::number16(message, at + 2);
    const qsizetype otherSize = wire::number16(message, at + 4);
    if (message.size() - at - 6 != otherSize)
        return std::nullopt;
    fields.other = message.sliced(at + 6);
    return fields;
}

/// RFC 8945 §5.2.3: of BADTIME the server's time comes along.
QDateTime serverTimeOf(const Fields &fields)
{
    if (fields.error != tsigBadTime || fields.other.size() != 6)
        return {};
    const quint64 seconds = (quint64(wire::number16(fields.other, 0)) << 32) | qFromBigEndian<quint32>(fields.other.constData() + 2);
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(seconds), Qt::UTC);
}

} // namespace

SignedMessage signResponse(const QByteArray &message, const TsigKey &key, const QDateTime &now, const QByteArray &requestMac)
{
    Fields fields = fieldsFor(key, message, now);
    fields.mac = hmac(key, bound(requestMac) + message + fields.variables());
    const QByteArray record = wire::record(fields.keyName, wire::typeTsig, wire::classAny, 0, fields.data());
    return {withAdditionalCount(message, 1) + record, fields.mac};
}

SignedMessage signRequest(const QByteArray &message, const TsigKey &key, const QDateTime &now)
{
    return signResponse(message, key, now, {});
}

TsigFinding checkResponse(const QByteArray &message, const TsigKey &key, const QDateTime &now, const QByteArray &requestMac)
{
    const std::optional<qsizetype> last = wire::lastRecord(message);
    const std::optional<Fields> fields = last ? readFields(message, *last) : std::nullopt;
    if (!fields || wire::number16(message, 10) == 0) // RFC 8945 §5.1: the last of the additional section
        return {};
    TsigFinding finding{TsigCheck::WrongMac, fields->error, serverTimeOf(*fields)};
    const Fields ours = fieldsFor(key, message, now);
    QByteArray unsignedMessage = withAdditionalCount(message.first(*last), -1);
    qToBigEndian(fields->originalId, unsignedMessage.data()); // RFC 8945 §5.3.1: forwarders may have changed it
    const QByteArray mac = hmac(key, bound(requestMac) + unsignedMessage + fields->variables());
    // A shortened MAC is not taken, as RFC 8945 §5.2.2.1 allows.
    const bool right = fields->keyName == ours.keyName && fields->algorithm == ours.algorithm && fields->mac.size() == mac.size() &&
                       CRYPTO_memcmp(fields->mac.constData(), mac.constData(), static_cast<size_t>(mac.size())) == 0;
    if (!right)
        return finding;
    const qint64 apart = now.toSecsSinceEpoch() - static_cast<qint64>(fields->time);
    finding.check = std::abs(apart) > fields->fudge ? TsigCheck::WrongTime : TsigCheck::Good; // RFC 8945 §5.2.3
    return finding;
}

} // namespace mta
