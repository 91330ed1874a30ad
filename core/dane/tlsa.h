// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dns/record.h"
#include "x509/certificate.h"

/// DANE lets a zone that is signed with DNSSEC say which certificate or key a server shows (RFC 6698, 7671). A sender that finds such
/// records for a mail server encrypts always, and delivers only when one of them fits (RFC 7672). No authority has to be trusted.
namespace mta
{

/// Whether a sender of mail can do anything with a record. If none of a set is usable, it encrypts without asking whom it talks to
/// (RFC 7672 §2.2).
enum class TlsaUsability {
    Usable,
    PkixUsage,           ///< usage 0 or 1: not for SMTP (RFC 7672 §3.1.3)
    UnknownUsage,        ///< usage 4 and up
    UnknownSelector,     ///< selector 2 and up
    UnknownMatchingType, ///< matching type 3 and up
    WrongLength,         ///< the data is no digest of that type: 32 octets for SHA-256, 64 for SHA-512
    Malformed,           ///< matching type 0, and the data is no certificate (selector 0) or public key (selector 1) that can be read
};
TlsaUsability usabilityForSmtp(const TlsaRecord &record);

/// The data is the digest of nothing at all: what hash tools print when the file or pipe they read was empty. Fits no certificate.
bool holdsEmptyDigest(const TlsaRecord &record);

/// What a record about this certificate must hold (RFC 6698 §2.1.2 to §2.1.4); empty when the certificate cannot be parsed or
/// selector or matching type are unknown.
QByteArray associationData(const Certificate &certificate, quint8 selector, quint8 matchingType);

/// Presentation format (RFC 6698 §2.2), "3 1 1 ab12…": the data cut at `limit` hexadecimal digits, with an ellipsis.
QString tlsaText(const TlsaRecord &record, qsizetype limit = 4096);

} // namespace mta
