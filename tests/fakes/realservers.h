// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/testca.h"

#include <QByteArrayList>
#include <QProcess>
#include <QTemporaryDir>
#include <memory>
#include <optional>
#include <vector>

/// Real servers on loopback addresses and free high ports, from the packages of the system: NSD with signed zones, unbound in front of
/// it, nginx as policy hosts, Postfix as mail servers. They run in the foreground, out of one folder, and end with this object.
namespace mta::fakes
{

enum class CertificateFault {
    None,
    Expired,
    NotYetValid,
    ExpiresSoon,
    SelfSigned,
    UntrustedRoot,
    MissingIntermediate,
    OtherName,
    CommonNameOnly,
    Wildcard, ///< no fault: *.parent in place of the host
    RsaKey,   ///< no fault: RSA 2048 in place of P-256
};

enum class RealTlsa {
    None,
    Matching, ///< 3 1 1 of the certificate that the server shows
    Stale,    ///< 3 1 1 of another key
};

struct RealMailServer {
    QByteArray host;
    CertificateFault certificate = CertificateFault::None;
    QByteArrayList options{}; ///< of smtpd, "smtpd_tls_security_level=none"
    bool running = true;
    RealTlsa tlsa = RealTlsa::None;
    std::optional<CertificateFault> rsaCertificate{}; ///< a second certificate, with an RSA key, beside the first
    QByteArray certificateHost{};                     ///< when not empty, the name in the certificate instead of `host`
};

enum class ZoneKind { Signed, Unsigned, Tampered };

/// One mail domain. The defaults are those of a domain where all is well.
struct RealDomain {
    explicit RealDomain(const QByteArray &domainName);

    QByteArray name;
    ZoneKind zone = ZoneKind::Signed;
    QByteArrayList records; ///< "OWNER TYPE DATA"; owners end in a dot, "{domain}." stands for the name; besides those that follow
    QByteArrayList sts;     ///< TXT values, quoted as in a zone file
    QByteArrayList reports;
    bool policyAddress = true; ///< mta-sts has an address
    bool policyServer = true;  ///< nginx listens there
    CertificateFault policyCertificate = CertificateFault::None;
    QByteArray policy;           ///< the file; CRLF
    QByteArray policyDirectives; ///< of nginx, in the location of the file
    QByteArray serverDirectives; ///< of nginx, in the server
    bool compressed = false;     ///< only a gzip file is there
    bool mxRecords = true;       ///< an MX record for every mail server
    QList<RealMailServer> mx;

    QByteArray host(const QByteArray &label) const { return label + '.' + name; }
};

/// The path of an executable, also where only root looks; empty when it is not installed.
QString serverProgram(const char *name);

class RealServers
{
public:
    /// The packages and rights that are missing, as a sentence for QSKIP; empty when nothing is.
    static QString missing();

    RealServers();
    ~RealServers();
    /// False with `error()` when a server did not come up.
    bool start(const QList<RealDomain> &domains);
    QString error() const { return m_error; }

    QString nameServer() const; ///< NSD itself
    QString resolver() const;   ///< unbound, which validates
    QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    QString anchorFile() const { return m_folder.filePath(QStringLiteral("root.key")); }
    quint16 smtpPort() const { return m_smtpPort; }
    quint16 httpsPort() const { return m_httpsPort; }

private:
    struct Zone {
        QByteArray origin;
        ZoneKind kind = ZoneKind::Signed;
        QByteArrayList lines;
    };
    QByteArray path(const QByteArray &file) const { return m_folder.path().toLocal8Bit() + '/' + file; }
    bool write(const QByteArray &file, const QByteArray &content);
    QByteArray writeIdentity(const QByteArray &host, CertificateFault fault, QByteArray *keyDigest = nullptr,
                             KeyKind key = KeyKind::EcP256); ///< the file with key and chain
    bool run(const QString &program, const QStringList &arguments);
    bool launch(const QString &program, const QStringList &arguments, const QByteArrayList &listeners, quint16 port);

    void describe(const RealDomain &domain, qsizetype number);
    bool makeZones();
    bool sign(Zone &zone);
    bool startNsd();
    bool startUnbound();
    bool startNginx();
    bool startPostfix();

    QTemporaryDir m_folder;
    QString m_error;
    Identity m_root;
    Identity m_intermediate;
    Identity m_strangerRoot;
    std::vector<Zone> m_zones; ///< root, example., then the unsigned and tampered ones
    QByteArray m_nginxServers;
    QByteArrayList m_nginxAddresses;
    QByteArray m_postfixServices;
    QByteArrayList m_postfixAddresses;
    quint16 m_dnsPort = 0;
    quint16 m_smtpPort = 0;
    quint16 m_httpsPort = 0;
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

} // namespace mta::fakes
