// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Deep audits of real mail servers with two certificates, and with old versions of TLS.

#include "facts/tlsgrid.h"
#include "fakes/auditdomain.h"
#include "fakes/realservers.h"

#include <QTest>

using namespace mta;
using fakes::CertificateFault;
using fakes::RealDomain;
using fakes::RealTlsa;

class TestRealTlsGrid : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void comesTo_data();
    void comesTo();

private:
    fakes::RealServers m_servers;
    QHash<QString, DomainAudit> m_audits;
};

void TestRealTlsGrid::initTestCase()
{
    if (const QString missing = fakes::RealServers::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QList<RealDomain> domains;
    const auto add = [&domains](const char *label, const std::function<void(fakes::RealMailServer &)> &change) {
        domains.append(RealDomain(QByteArray(label) + ".example"));
        domains.last().mx.first().addresses.first().options = {"smtpd_tls_protocols=>=TLSv1.2"};
        change(domains.last().mx.first());
    };
    add("one-key", [](fakes::RealMailServer &) {});
    add("two-keys", [](fakes::RealMailServer &server) { server.rsaCertificate = CertificateFault::None; });
    add("rsa-expired", [](fakes::RealMailServer &server) { server.rsaCertificate = CertificateFault::Expired; });
    add("rsa-without-intermediate", [](fakes::RealMailServer &server) { server.rsaCertificate = CertificateFault::MissingIntermediate; });
    add("tlsa-of-one-key", [](fakes::RealMailServer &server) {
        server.rsaCertificate = CertificateFault::None;
        server.tlsa = RealTlsa::Matching;
    });
    add("old-versions", [](fakes::RealMailServer &server) {
        server.addresses.first().options.clear(); // as Postfix comes
    });
    add("newest-only", [](fakes::RealMailServer &server) { server.addresses.first().options = {"smtpd_tls_protocols=>=TLSv1.3"}; });
    QVERIFY2(m_servers.start(domains), qPrintable(m_servers.error()));
    NetworkOptions options;
    options.resolver = m_servers.resolver();
    options.trustAnchorFile = m_servers.anchorFile();
    options.caFile = m_servers.caFile();
    options.smtpPort = m_servers.smtpPort();
    options.httpsPort = m_servers.httpsPort();
    QStringList names;
    for (const RealDomain &domain : domains)
        names.append(QString::fromLatin1(domain.name));
    const QList<DomainAudit> audits = auditDomains(names, options, Depth::Deep);
    QCOMPARE(audits.size(), names.size());
    for (qsizetype i = 0; i < names.size(); ++i)
        m_audits.insert(names.at(i), audits.at(i));
}

void TestRealTlsGrid::comesTo_data()
{
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QStringList>("serious");
    QTest::addColumn<Offered>("rsa");
    QTest::addColumn<Offered>("old");
    QTest::addColumn<Offered>("tls12");
    const auto row = [](const char *label, const char *verdict, const QStringList &serious, Offered rsa, Offered old, Offered tls12) {
        QTest::newRow(label) << QString::fromLatin1(verdict) << serious << rsa << old << tls12;
    };
    row("one-key", "protected", {}, Offered::No, Offered::No, Offered::Yes);
    row("two-keys", "protected", {}, Offered::Yes, Offered::No, Offered::Yes);
    row("rsa-expired", "at-risk", {QStringLiteral("mx-cert-other-key")}, Offered::Yes, Offered::No, Offered::Yes);
    row("rsa-without-intermediate", "at-risk", {QStringLiteral("mx-cert-other-key")}, Offered::Yes, Offered::No, Offered::Yes);
    row("tlsa-of-one-key", "at-risk", {QStringLiteral("dane-conflict"), QStringLiteral("dane-other-key")}, Offered::Yes, Offered::No,
        Offered::Yes);
    row("old-versions", "protected", {}, Offered::No, Offered::Yes, Offered::Yes);
    row("newest-only", "protected", {}, Offered::No, Offered::No, Offered::No);
}

void TestRealTlsGrid::comesTo()
{
    QFETCH(QStringList, serious);
    QFETCH(Offered, old);
    const DomainAudit audit = m_audits.value(QLatin1String(QTest::currentDataTag()) + QStringLiteral(".example"));
    QTEST(domainVerdictName(audit.verdict), "verdict");
    QCOMPARE(findingIds(audit, Severity::Warning), serious);
    QCOMPARE(findingIds(audit, Severity::Note).contains(QStringLiteral("mx-tls-legacy-offered")), old == Offered::Yes);
    QCOMPARE(findingIds(audit, Severity::Note).contains(QStringLiteral("mx-tls12-missing")),
             QLatin1String(QTest::currentDataTag()) == QLatin1String("newest-only"));
    const MxHost &host = audit.facts.mxHosts.first();
    const QHostAddress address = host.probes.first().address;
    QCOMPARE(host.extraProbes.size(), maxExtraProbes);
    QTEST(offersKey(host, address, TlsOffer::Key::Rsa), "rsa");
    QCOMPARE(offersVersion(host, address, TlsVersion::Tls10), old);
    QCOMPARE(offersVersion(host, address, TlsVersion::Tls11), old);
    QTEST(offersVersion(host, address, TlsVersion::Tls12), "tls12");
}

QTEST_GUILESS_MAIN(TestRealTlsGrid)
#include "tst_realtlsgrid.moc"
