// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <memory>
#include <openssl/types.h>

namespace mta
{

/// What is right or wrong with a server's certificate.
enum class CertificateKind {
    Good,            ///< names the host, in date, sent with its intermediate
    Expired,         ///< since three days
    NotYetValid,     ///< from the day after tomorrow
    ExpiresSoon,     ///< in five days
    SelfSigned,      ///< signs itself
    UntrustedRoot,   ///< complete up to a root nobody trusts, which is sent too
    IncompleteChain, ///< the intermediate is not sent
    OtherName,       ///< names another host
    CommonNameOnly,  ///< the name stands in the subject alone, there is no subjectAltName
    MustStaple,      ///< demands an OCSP response with every handshake, which no server here sends
    RootSent,        ///< good, and sent with the root, which nobody needs
};

/// Key and certificates that a server shows, leaf first.
struct ServerIdentity {
    std::shared_ptr<EVP_PKEY> key;
    QList<std::shared_ptr<X509>> chain;

    bool usable() const { return key && !chain.isEmpty(); }
};

/// A private certification authority: a root, one intermediate, and leaves for whatever host it is asked. All keys are P-256, and all
/// leaves share one, so that dozens of them are made in milliseconds.
class Authority
{
public:
    /// False in ok() when OpenSSL could not make the keys.
    Authority();
    bool ok() const { return m_root && m_intermediate && m_strangerRoot; }

    /// Unusable only when OpenSSL fails.
    ServerIdentity issue(const QByteArray &host, CertificateKind kind) const;
    QByteArray rootPem() const;

private:
    std::shared_ptr<EVP_PKEY> m_rootKey;
    std::shared_ptr<EVP_PKEY> m_serverKey;
    std::shared_ptr<X509> m_root;
    std::shared_ptr<X509> m_intermediate;
    std::shared_ptr<X509> m_strangerRoot;
};

/// Certificates (or the key) in PEM, for servers that read files.
QByteArray chainPem(const ServerIdentity &identity);
QByteArray keyPem(const ServerIdentity &identity);

} // namespace mta
