// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// DANE against zones that NSD serves, signed anew for each run: every domain is set up in one way and audited twice, through unbound, which
// validates too, and with NSD asked directly.

#include "dane/tlsa.h"
#include "danepeers.h"
#include "danescenarios.h"
#include "fakes/auditdomain.h"
#include "fakes/realservers.h"
#include "fakes/signedzones.h"
#include "fakes/smtpserver.h"
#include "fakes/tlsserver.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <csignal>

using namespace mta;
using namespace mta::dane;
using fakes::CertificateSpec;
using fakes::Identity;

namespace
{

constexpr auto policyAddress = "127.79.1.1";
constexpr auto unboundAddress = "127.79.2.1";

const QList<Scenario> &scenarios()
{
    static const QList<Scenario> all = recordScenarios() + zoneScenarios() + meetingScenarios();
    return all;
}

QString said(const std::optional<Deliveries> &deliveries)
{
    QStringList parts;
    for (const SenderKind kind : allSenderKinds)
        parts.append(deliveries ? deliveryName(deliveries->of(kind)) : QStringLiteral("none"));
    return parts.join(u' ');
}

} // namespace

class TestRealDane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString missing = SignedZones::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        if (fakes::serverProgram("unbound").isEmpty())
            QSKIP("unbound is not installed (package unbound)");
        std::signal(SIGPIPE, SIG_IGN); // clients go when they have seen enough
        m_smtpPort = fakes::closedPort();
        m_httpsPort = fakes::closedPort();
        m_zones = {{QStringLiteral("."), SignedZones::Kind::Signed, {}}, {QStringLiteral("example"), SignedZones::Kind::Signed, {}}};
        QStringList names;
        QStringList policyHosts;
        for (int i = 0; i < scenarios().size(); ++i) {
            Domain domain{QLatin1String(scenarios().at(i).label) + QLatin1String(".example")};
            scenarios().at(i).change(domain);
            names.append(domain.name);
            policyHosts.append(QLatin1String("mta-sts.") + domain.name);
            publish(domain, i);
        }
        servePolicies(policyHosts);
        for (const auto &listener : m_listeners)
            QVERIFY(listener->isListening());
        m_dns = std::make_unique<SignedZones>(m_zones);
        QVERIFY2(m_dns->isRunning(), qPrintable(m_dns->error()));
        startUnbound();
        auditTwice(names);
    }

    void throughUnbound_data() { addRows(); }
    void throughUnbound() { check(m_throughUnbound); }
    void nsdDirectly_data() { addRows(); }
    void nsdDirectly() { check(m_direct); }

    void daneAloneIsNotCalledPlainlyUnprotected()
    {
        const DomainAudit &audit = of("dane-alone");
        QVERIFY2(audit.headline.startsWith(QStringLiteral("DANE protects mail to dane-alone.example")), qPrintable(audit.headline));
    }
    void theHeadlineSaysWhoRefuses()
    {
        QVERIFY(of("stale").headline.startsWith(QStringLiteral("Senders that check DANE will not deliver to mx1.stale.example")));
        QVERIFY(
            of("expired-ee").headline.startsWith(QStringLiteral("Senders that honour MTA-STS will not deliver to mx1.expired-ee.example")));
        QVERIFY(of("no-starttls-dane-alone").headline.startsWith(QStringLiteral("Senders that check DANE will not deliver")));
    }
    void whatWasMeantIsSaid()
    {
        const DomainAudit &audit = of("wrong-selector");
        const auto mismatch = std::find_if(audit.findings.cbegin(), audit.findings.cend(),
                                           [](const Finding &finding) { return finding.ruleId == QLatin1String("dane-mismatch"); });
        QVERIFY(mismatch != audit.findings.cend());
        QVERIFY2(findingMessage(*mismatch).contains(QStringLiteral("fits only as 3 1 1")), qPrintable(findingMessage(*mismatch)));
    }

    void cleanupTestCase()
    {
        if (m_unbound.state() != QProcess::NotRunning) {
            m_unbound.terminate();
            if (!m_unbound.waitForFinished(5000))
                m_unbound.kill();
            m_unbound.waitForFinished(1000);
        }
        m_dns.reset();
        m_listeners.clear();
    }

private:
    /// Certificates, servers and zone lines of one domain.
    void publish(const Domain &domain, int number)
    {
        const QString mx = QString(domain.mx).replace(QStringLiteral("{d}"), domain.name);
        const auto filled = [&](QString text) {
            return text.replace(QStringLiteral("{mx}"), mx).replace(QStringLiteral("{d}"), domain.name);
        };
        CertificateSpec spec;
        spec.commonName = filled(domain.certificateName);
        spec.dnsNames = QStringList{spec.commonName};
        spec.notBefore = QDateTime::currentDateTimeUtc().addDays(-10);
        spec.notAfter = QDateTime::currentDateTimeUtc().addDays(domain.daysLeft);
        const Identity leaf = domain.selfSigned ? fakes::selfSigned(spec) : fakes::issue(spec, m_issuer);
        TlsOptions options;
        options.chain = domain.selfSigned ? QList<Identity>{leaf} : QList<Identity>{leaf, m_issuer};
        const QByteArray address = "127.79.0." + QByteArray::number(number + 1);
        m_listeners.push_back(std::make_unique<Listener>(address, m_smtpPort, mailServer(options, domain.startTls)));

        QStringList own{domain.name + QStringLiteral(". MX 10 ") + mx + u'.'};
        own.append(QStringLiteral("_smtp._tls.%1. TXT \"v=TLSRPTv1; rua=mailto:reports@%1\"").arg(domain.name));
        if (domain.policy) {
            own.append(QStringLiteral("_mta-sts.%1. TXT \"v=STSv1; id=1;\"").arg(domain.name));
            own.append(QStringLiteral("mta-sts.%1. A %2").arg(domain.name, QLatin1String(policyAddress)));
            m_policies.insert("mta-sts." + domain.name.toLatin1(),
                              "version: STSv1\r\nmode: enforce\r\nmx: " + filled(domain.pattern).toLatin1() + "\r\nmax_age: 2592000\r\n");
        }
        QStringList host{filled(domain.addressOwner) + QStringLiteral(". A ") + QString::fromLatin1(address)};
        if (filled(domain.addressOwner) != mx)
            host.append(mx + QStringLiteral(". CNAME ") + filled(domain.addressOwner) + u'.');
        QStringList tlsa;
        for (const QString &owner : domain.tlsaOwners) {
            for (const QString &data : domain.tlsa)
                tlsa += tlsaLines(filled(owner), data, leaf);
        }
        if (domain.tlsaZoneExpired)
            m_extra.append({filled(domain.tlsaOwners.first()), SignedZones::Kind::Expired, tlsa});
        else
            host += tlsa;
        const bool below = mx.endsWith(domain.name);
        placeLines(domain.name, domain.zone, below ? own + host : own);
        if (!below)
            placeLines(mx.section(u'.', 1), domain.mxZone, host);
        m_zones += std::exchange(m_extra, {});
    }

    QStringList tlsaLines(const QString &owner, const QString &data, const Identity &leaf) const
    {
        if (data == QLatin1String("CNAME")) // RFC 7671 §6: one set of records for many hosts
            return {owner + QStringLiteral(". CNAME _dane.") + owner.section(u'.', 2) + u'.',
                    QStringLiteral("_dane.%1. TLSA 3 1 1 %2").arg(owner.section(u'.', 2), association(leaf, 1, 1))};
        static const QRegularExpression place(QStringLiteral("\\{(leaf|issuer|root) (\\d) (\\d)\\}"));
        const QRegularExpressionMatch match = place.match(data);
        QString filled = data;
        if (match.hasMatch()) {
            const QString who = match.captured(1);
            const Identity &of = who == QLatin1String("leaf") ? leaf : who == QLatin1String("issuer") ? m_issuer : m_root;
            filled.replace(match.captured(0), association(of, match.captured(2).toInt(), match.captured(3).toInt()));
        }
        return {owner + QStringLiteral(". TLSA ") + filled};
    }
    static QString association(const Identity &identity, int selector, int type)
    {
        return QString::fromLatin1(
            associationData(identity.certificate(), static_cast<quint8>(selector), static_cast<quint8>(type)).toHex());
    }

    void placeLines(const QString &name, SignedZones::Kind kind, const QStringList &lines)
    {
        if (kind == SignedZones::Kind::Signed)
            m_zones[1].records += lines;
        else
            m_extra.append({name, kind, lines});
    }

    void servePolicies(const QStringList &hosts)
    {
        CertificateSpec spec;
        spec.commonName = QStringLiteral("policies");
        spec.dnsNames = hosts;
        TlsOptions options;
        options.chain = {fakes::issue(spec, m_issuer), m_issuer};
        m_listeners.push_back(std::make_unique<Listener>(policyAddress, m_httpsPort, [this, options](TlsPeer &peer) {
            if (!peer.startTls(options))
                return;
            peer.readUntil("\r\n\r\n");
            peer.write(fakes::httpAnswer("200 OK\r\nContent-Type: text/plain", m_policies.value(peer.serverName())));
            peer.close();
        }));
    }

    void startUnbound()
    {
        const QByteArray port = QByteArray::number(fakes::closedPort());
        m_resolver = QLatin1String(unboundAddress) + u':' + QString::fromLatin1(port);
        QFile file(m_folder.filePath(QStringLiteral("unbound.conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("server:\n interface: " + QByteArray(unboundAddress) + '@' + port +
                   "\n access-control: 127.0.0.0/8 allow\n username: \"\"\n chroot: \"\"\n directory: \"" + m_folder.path().toLocal8Bit() +
                   "\"\n pidfile: \"\"\n use-syslog: no\n do-not-query-localhost: no\n do-ip6: no\n module-config: \"validator iterator\"\n"
                   " trust-anchor-file: \"" +
                   m_dns->anchorFile().toLocal8Bit() +
                   "\"\nremote-control:\n control-enable: no\nforward-zone:\n name: \".\"\n forward-addr: 127.0.0.1@" +
                   QByteArray::number(m_dns->port()) + '\n');
        file.close();
        m_unbound.start(fakes::serverProgram("unbound"), {QStringLiteral("-d"), QStringLiteral("-c"), file.fileName()});
        QVERIFY(m_unbound.waitForStarted());
        QTcpSocket socket;
        const auto answers = [&] {
            socket.abort();
            socket.connectToHost(QLatin1String(unboundAddress), port.toUShort());
            return socket.waitForConnected(500);
        };
        QTRY_VERIFY_WITH_TIMEOUT(answers(), 20000);
    }

    void auditTwice(const QStringList &names)
    {
        QFile ca(m_folder.filePath(QStringLiteral("ca.pem")));
        QVERIFY(ca.open(QIODevice::WriteOnly));
        ca.write(m_root.certificatePem());
        ca.close();
        NetworkOptions options;
        options.caFile = ca.fileName();
        options.trustAnchorFile = m_dns->anchorFile();
        options.smtpPort = m_smtpPort;
        options.httpsPort = m_httpsPort;
        options.ehloName = "auditor.example";
        options.resolver = m_resolver;
        m_throughUnbound = auditDomains(names, options);
        options.resolver = m_dns->resolver();
        m_direct = auditDomains(names, options);
        QCOMPARE(m_throughUnbound.size(), names.size());
        QCOMPARE(m_direct.size(), names.size());
    }

    static void addRows()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < scenarios().size(); ++i)
            QTest::addRow("%s", scenarios().at(i).label) << i;
    }

    static void check(const QList<DomainAudit> &audits)
    {
        QFETCH(int, index);
        const Scenario &scenario = scenarios().at(index);
        const DomainAudit &audit = audits.at(index);
        const QStringList everything = findingIds(audit, Severity::Note);
        QStringList stated;
        for (const char *id : scenario.findings) {
            stated.append(QLatin1String(id));
            QVERIFY2(everything.contains(stated.last()),
                     qPrintable(stated.last() + QStringLiteral(" is missing in: ") + everything.join(u' ')));
        }
        for (const char *id : scenario.forbidden)
            QVERIFY2(!everything.contains(QLatin1String(id)), id);
        for (const QString &id : findingIds(audit, Severity::Warning))
            QVERIFY2(stated.contains(id), qPrintable(id + QStringLiteral(" is a false alarm")));
        QCOMPARE(domainVerdictName(audit.verdict), QLatin1String(scenario.verdict));
        QCOMPARE(said(audit.deliveries), QLatin1String(scenario.mail));
    }

    const DomainAudit &of(const char *label) const
    {
        qsizetype i = 0;
        while (qstrcmp(scenarios().at(i).label, label) != 0)
            ++i;
        return m_direct.at(i);
    }

    static Identity authority(const char *name, const Identity *issuer)
    {
        CertificateSpec spec;
        spec.commonName = QLatin1String(name);
        spec.authority = true;
        spec.notAfter = QDateTime::currentDateTimeUtc().addDays(3000);
        spec.extensions = {{"keyUsage", "critical,keyCertSign,cRLSign"}};
        return issuer ? fakes::issue(spec, *issuer) : fakes::selfSigned(spec);
    }

    const Identity m_root = authority("Zone Root", nullptr);
    const Identity m_issuer = authority("Zone Issuer", &m_root);
    QTemporaryDir m_folder;
    QList<SignedZones::Zone> m_zones;
    QList<SignedZones::Zone> m_extra;         ///< of the domain that is being published
    QHash<QByteArray, QByteArray> m_policies; ///< by host
    std::vector<std::unique_ptr<Listener>> m_listeners;
    std::unique_ptr<SignedZones> m_dns;
    QProcess m_unbound;
    QString m_resolver;
    quint16 m_smtpPort = 0;
    quint16 m_httpsPort = 0;
    QList<DomainAudit> m_throughUnbound;
    QList<DomainAudit> m_direct;
};

QTEST_GUILESS_MAIN(TestRealDane)
#include "tst_realdane.moc"
