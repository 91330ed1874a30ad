// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/jsonwriter.h"
#include "x509/tlsoffer.h"

namespace mta
{

/// What a TLS client may be sent as one certificate or OCSP response; parsers have tighter limits of their own.
inline constexpr qsizetype maxSentDer = 128 * 1024;
/// The verified path: the chain as sent, and a root that was not.
inline constexpr int maxPathLength = maxChainLength + 2;

inline void writeReadable(JsonWriter &archive, const Certificate &value)
{
    archive.readable("subject", value.subject);
    archive.readable("issuer", value.issuer);
    archive.readable("dnsNames", QJsonArray::fromStringList(value.dnsNames));
    archive.readable("serial", value.serial);
    archive.member("notBefore", value.notBefore);
    archive.member("notAfter", value.notAfter);
    archive.readable("keyType", value.keyType);
    archive.member("keyBits", value.keyBits);
    archive.readable("signatureAlgorithm", value.signatureAlgorithm);
    archive.member("timestamps", value.timestamps);
    archive.readable("issuerUrl", value.issuerUrl);
    archive.member("mustStaple", value.mustStaple);
    archive.readable("sha256", QLatin1String(value.sha256.toHex()));
    archive.readable("spkiSha256", QLatin1String(value.spkiSha256.toHex()));
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const Certificate, Certificate> &value)
{
    archive.octets("der", value.der, maxSentDer);
    if constexpr (Archive::writing)
        writeReadable(archive, value);
    else
        value = archive.certificate(value.der);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const ChainVerdict, ChainVerdict> &value)
{
    archive.member("trust", value.trust);
    archive.list("path", value.path, maxPathLength);
    archive.member("detail", value.detail);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const TlsSession, TlsSession> &value)
{
    archive.member("attempted", value.attempted);
    archive.member("established", value.established);
    archive.member("failure", value.failure);
    archive.member("timedOut", value.timedOut);
    archive.member("reset", value.reset);
    archive.member("ownTrouble", value.ownTrouble);
    archive.member("version", value.version);
    archive.member("cipher", value.cipher);
    archive.member("group", value.group);
    archive.member("signature", value.signature);
    archive.list("chain", value.chain, maxChainLength);
    archive.member("verdict", value.verdict);
    archive.octets("ocspResponse", value.ocspResponse, maxSentDer);
    archive.member("elapsed", value.elapsed);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const TlsOffer, TlsOffer> &value)
{
    archive.member("key", value.key);
    archive.member("least", value.least);
    archive.member("most", value.most);
}

} // namespace mta
