// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/fakednsserver.h"
#include "fakes/realpostfix.h"
#include "fakes/scriptedservers.h"
#include "fakes/testca.h"

#include <QByteArrayList>
#include <QProcess>
#include <QTemporaryDir>
#include <memory>
#include <optional>
#include <vector>

/// Real servers out of one folder, from the packages of the system: NSD with signed zones, unbound in front of it, nginx as policy hosts,
/// Postfix as mail servers, and scripts for what those cannot be brought to do. They run in the foreground and end with this object.
/// In a private network (see privatenetwork.h) on the ports that are theirs, else on loopback addresses and free high ports.
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
    ExpiredIntermediate,
    OtherName,
    CommonNameOnly,
    OtherCommonNameOnly, ///< neither the one nor the other
    ParentName,          ///< the name of the domain above the host
    DeepWildcard,        ///< *.grandparent: one label too few
    Several,             ///< expired, of another name, of an unknown root
    SmallKey,            ///< RSA 1024; scripted servers only
    OldSignature,        ///< SHA-1; scripted servers only
    Revoked,             ///< says the stapled OCSP response; scripted servers only
    Wildcard,            ///< no fault: *.parent in place of the host
    UpperCase,           ///< no fault: the name in capitals
    RsaKey,              ///< no fault: RSA 2048 in place of P-256
    RootIncluded,        ///< no fault: the root is sent too, in disorder
};

/// For a certificate of that host with that fault, as far as it is a fault of the certificate itself and not of its chain.
CertificateSpec certificateSpec(const QByteArray &host, CertificateFault fault, KeyKind key = KeyKind::EcP256);

enum class RealTlsa {
    None,
    Matching, ///< 3 1 1 of the certificate that the server shows
    Stale,    ///< 3 1 1 of another key
};

enum class Presence {
    Works,
    Down,    ///< connections are refused
    Silent,  ///< connections are never answered
    NoRoute, ///< this machine knows no way there; private network only
};

/// What a server does that is none of nginx's or Postfix's.
using RealScript = std::function<void(TlsPeer &, const TlsOptions &)>;

/// One address of a policy host or mail server.
struct RealAddress {
    Presence presence = Presence::Works;
    bool ipv6 = false; ///< private network only
    CertificateFault certificate = CertificateFault::None;
    RealScript script{};       ///< in place of the real server
    QByteArray policy{};       ///< of a policy host; empty: that of the domain
    QByteArrayList options{};  ///< of a mail server's smtpd, "smtpd_tls_security_level=none"
    bool postscreen = false;   ///< of a mail server: Postfix's postscreen in front; one in all
    bool otherDefault = false; ///< of a policy host: whoever does not name it is shown another site
};

struct RealMailServer {
    QByteArray host;
    QList<RealAddress> addresses = QList<RealAddress>(1);
    RealTlsa tlsa = RealTlsa::None;
    std::optional<CertificateFault> rsaCertificate{}; ///< a second certificate, with an RSA key, beside the first
    QByteArray certificateHost{};                     ///< when not empty, the name in the certificate instead of `host`
};

enum class ZoneKind {
    Signed,
    Unsigned, ///< without a DS record: an insecure delegation
    Tampered,
    Expired, ///< signed, long ago
    WrongDs,
    Failing, ///< its name server answers SERVFAIL
    Lame,    ///< its name server refuses to answer for it; private network only
};

/// A zone besides those of the domains, delegated from example.
struct RealZone {
    QByteArray origin; ///< ends in a dot; "{domain}." stands for the name
    ZoneKind kind = ZoneKind::Signed;
    QByteArrayList lines{};
};

/// One mail domain. The defaults are those of a domain where all is well.
struct RealDomain {
    explicit RealDomain(const QByteArray &domainName);

    QByteArray name;
    ZoneKind zone = ZoneKind::Signed;
    QList<RealZone> zones;  ///< more zones
    QByteArrayList records; ///< "OWNER TYPE DATA"; owners end in a dot, "{domain}." stands for the name; besides those that follow
    QByteArrayList sts;     ///< TXT values, quoted as in a zone file
    QByteArrayList reports;
    QByteArray policyAlias; ///< when not empty, mta-sts is a CNAME of this host
    QList<RealAddress> policyAddresses = QList<RealAddress>(1);
    QByteArray policy;           ///< the file; CRLF
    QByteArray policyDirectives; ///< of nginx, in the location of the file
    QByteArray serverDirectives; ///< of nginx, in the server
    QByteArray listenOptions;    ///< of nginx, " http2"
    bool compressed = false;     ///< only a gzip file is there
    bool mxRecords = true;       ///< an MX record for every mail server
    QList<RealMailServer> mx;

    QByteArray host(const QByteArray &label) const { return label + '.' + name; }
};

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
    /// Where a domain's servers are put, and its number in the addresses.
    struct Place {
        const RealDomain &domain;
        qsizetype number;
        QByteArrayList &lines; ///< of the zone
    };
    struct Played {
        QByteArray address;
        quint16 port;
        RealScript script;
        TlsOptions options;
    };
    QByteArray path(const QByteArray &file) const { return m_folder.path().toLocal8Bit() + '/' + file; }
    bool write(const QByteArray &file, const QByteArray &content);
    bool run(const QString &program, const QStringList &arguments);
    bool launch(const QString &program, const QStringList &arguments, const QByteArrayList &listeners, quint16 port);

    TlsOptions identity(const QByteArray &host, CertificateFault fault, KeyKind key = KeyKind::EcP256) const;
    QByteArray writeIdentity(const QByteArray &name, const TlsOptions &options); ///< the file with key and chain
    QByteArray takeAddress(const Place &place, const RealAddress &address, int kind);
    void describe(const RealDomain &domain, qsizetype number);
    void describePolicyHost(const Place &place);
    void describeMailServer(const Place &place, qsizetype index);
    QByteArray virtualHost(const RealDomain &domain, const RealAddress &address, const QByteArray &at, const QByteArray &folder);
    bool startScripts();

    bool makeZones();
    bool finishZone(Zone &zone, Zone &parent);
    bool sign(Zone &zone, Zone &parent);
    bool startNsd();
    bool startUnbound();
    bool startNginx();
    bool startPostfix();

    QTemporaryDir m_folder;
    QString m_error;
    Identity m_root;
    Identity m_intermediate;
    Identity m_expiredIntermediate;
    Identity m_strangerRoot;
    std::vector<Zone> m_zones; ///< root, example., then the others
    QByteArrayList m_ipv6Addresses;
    QByteArrayList m_unreachable;
    QByteArray m_nginxServers;
    QByteArrayList m_nginxAddresses;
    QByteArray m_postfixServices;
    QByteArrayList m_postfixAddresses;
    QList<Played> m_played;
    QList<std::pair<QByteArray, quint16>> m_silent;
    ScriptedServers m_scripts;
    std::unique_ptr<FakeDnsServer> m_lameServer;
    quint16 m_dnsPort = 53;
    quint16 m_smtpPort = 25;
    quint16 m_httpsPort = 443;
    std::vector<std::unique_ptr<QProcess>> m_processes;
    RealPostfix m_postfix;
};

} // namespace mta::fakes
