// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/checks.h"
#include <optional>

namespace mta
{

/// What is wrong with one certificate of a session, for the placeholders of a rule.
struct CertificateHit {
    Values values; ///< always {certificate} and {issuer}
    int index = 0; ///< into CertificateProblems::path
};
/// One kind of trouble, or nothing when the certificate does not have it. The same for the policy host and for MX hosts.
using SayOfCertificate = std::optional<CertificateHit> (*)(const Situation &, const TlsSession &, const CertificateProblems &);

std::optional<CertificateHit> sayExpired(const Situation &, const TlsSession &, const CertificateProblems &);
std::optional<CertificateHit> sayNotYetValid(const Situation &, const TlsSession &, const CertificateProblems &);
std::optional<CertificateHit> sayExpiresSoon(const Situation &, const TlsSession &, const CertificateProblems &);
/// Not soon, but within the window that the user chose.
std::optional<CertificateHit> sayExpiresInWindow(const Situation &, const TlsSession &, const CertificateProblems &);
std::optional<CertificateHit> saySelfSigned(const Situation &, const TlsSession &, const CertificateProblems &);
std::optional<CertificateHit> sayUntrusted(const Situation &, const TlsSession &, const CertificateProblems &);
std::optional<CertificateHit> sayIncomplete(const Situation &, const TlsSession &, const CertificateProblems &);
std::optional<CertificateHit> sayWeak(const Situation &, const TlsSession &, const CertificateProblems &);
std::optional<CertificateHit> sayWrongName(const Situation &, const TlsSession &, const CertificateProblems &);
std::optional<CertificateHit> sayNoSan(const Situation &, const TlsSession &, const CertificateProblems &);
std::optional<CertificateHit> sayRevoked(const Situation &, const TlsSession &, const CertificateProblems &);

/// "/tls/chain/1", or "/tls" for a certificate that was not sent.
QString certificatePlace(const TlsSession &session, const CertificateProblems &problems, int index);

/// How a certificate is called in a sentence: its name, or for an issuer's its subject.
QString certificateLabel(const CertificateProblems &problems, int index);
/// Its names as a short list: "a.example, b.example and 3 more".
QString namesText(const Certificate &certificate);

} // namespace mta
