// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "deploy/patterns.h"
#include "fakes/dnsmessage.h"

#include <QTest>

using namespace mta;

namespace
{

QStringList names(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestProvider : public QObject
{
    Q_OBJECT

private slots:
    void tablesFollowTheEnumerations();
    void theMailProviderIsKnownByItsHosts_data();
    void theMailProviderIsKnownByItsHosts();
    void theDnsProviderIsKnownByItsServers_data();
    void theDnsProviderIsKnownByItsServers();
    void factsTellZoneAndProviders();
    void patternsAreSuggested_data();
    void patternsAreSuggested();
    void suggestionsCoverAllHosts();
    void coverageIsToldForEachPattern();
};

void TestProvider::tablesFollowTheEnumerations()
{
    for (int i = 0; i <= static_cast<int>(MailProvider::Tuta); ++i) {
        QCOMPARE(static_cast<int>(mailProviderInfo(static_cast<MailProvider>(i)).provider), i);
        QVERIFY(!mailProviderTitle(static_cast<MailProvider>(i)).isEmpty() && !mailProviderAdvice(static_cast<MailProvider>(i)).isEmpty());
    }
    for (int i = 0; i <= static_cast<int>(DnsProvider::Porkbun); ++i) {
        QCOMPARE(static_cast<int>(dnsProviderInfo(static_cast<DnsProvider>(i)).provider), i);
        QVERIFY(!dnsProviderTitle(static_cast<DnsProvider>(i)).isEmpty() && !dnsProviderAdvice(static_cast<DnsProvider>(i)).isEmpty());
    }
}

void TestProvider::theMailProviderIsKnownByItsHosts_data()
{
    QTest::addColumn<QStringList>("hosts");
    QTest::addColumn<MailProvider>("provider");
    QTest::newRow("Google, as it was set up for years")
        << names("aspmx.l.google.com alt1.aspmx.l.google.com alt2.aspmx.l.google.com") << MailProvider::Google;
    QTest::newRow("Google, as it is set up today") << names("smtp.google.com") << MailProvider::Google;
    QTest::newRow("Google's old names among them") << names("aspmx.l.google.com aspmx2.googlemail.com") << MailProvider::Google;
    QTest::newRow("Microsoft 365") << names("example-com.mail.protection.outlook.com") << MailProvider::Microsoft365;
    QTest::newRow("Microsoft 365 with DNSSEC") << names("example-com.b-v1.mx.microsoft") << MailProvider::Microsoft365;
    QTest::newRow("Proton") << names("mail.protonmail.ch mailsec.protonmail.ch") << MailProvider::Proton;
    QTest::newRow("Fastmail") << names("in1-smtp.messagingengine.com in2-smtp.messagingengine.com") << MailProvider::Fastmail;
    QTest::newRow("iCloud") << names("mx01.mail.icloud.com mx02.mail.icloud.com") << MailProvider::ICloud;
    QTest::newRow("Zoho in Europe") << names("mx.zoho.eu mx2.zoho.eu mx3.zoho.eu") << MailProvider::Zoho;
    QTest::newRow("Tuta") << names("mail.tutanota.de") << MailProvider::Tuta;
    QTest::newRow("own servers") << names("mx1.example.com mail.example.com") << MailProvider::Own;
    QTest::newRow("own servers of a domain below") << names("mx1.mail.example.com") << MailProvider::Own;
    QTest::newRow("somebody else's") << names("mx.elsewhere.example") << MailProvider::Unknown;
    QTest::newRow("no host") << names("") << MailProvider::Unknown;
    QTest::newRow("own servers with a backup elsewhere") << names("mx1.example.com backup.elsewhere.example") << MailProvider::Several;
    QTest::newRow("on the way from one to another")
        << names("aspmx.l.google.com example-com.mail.protection.outlook.com") << MailProvider::Several;
    QTest::newRow("a name that only ends alike is another's") << names("mx.notgoogle.com") << MailProvider::Unknown;
    QTest::newRow("a name that goes on is another's") << names("aspmx.l.google.com.elsewhere.example") << MailProvider::Unknown;
}

void TestProvider::theMailProviderIsKnownByItsHosts()
{
    QFETCH(QStringList, hosts);
    QFETCH(MailProvider, provider);
    QCOMPARE(mailProviderOf(QStringLiteral("example.com"), hosts), provider);
}

void TestProvider::theDnsProviderIsKnownByItsServers_data()
{
    QTest::addColumn<QStringList>("servers");
    QTest::addColumn<DnsProvider>("provider");
    QTest::addColumn<ZoneFormat>("format");
    QTest::newRow("Cloudflare") << names("ada.ns.cloudflare.com bob.ns.cloudflare.com") << DnsProvider::Cloudflare
                                << ZoneFormat::Cloudflare;
    QTest::newRow("Route 53 under four top-level domains")
        << names("ns-1.awsdns-01.org ns-2.awsdns-02.com ns-3.awsdns-03.co.uk ns-4.awsdns-04.net") << DnsProvider::Route53
        << ZoneFormat::Route53;
    QTest::newRow("Azure DNS") << names("ns1-01.azure-dns.com ns2-01.azure-dns.net") << DnsProvider::AzureDns << ZoneFormat::Bind;
    QTest::newRow("Google Cloud DNS") << names("ns-cloud-a1.googledomains.com ns-cloud-a2.googledomains.com") << DnsProvider::GoogleCloudDns
                                      << ZoneFormat::Bind;
    QTest::newRow("GoDaddy") << names("ns01.domaincontrol.com") << DnsProvider::GoDaddy << ZoneFormat::Paste;
    QTest::newRow("Namecheap") << names("dns1.registrar-servers.com") << DnsProvider::Namecheap << ZoneFormat::Paste;
    QTest::newRow("Hetzner") << names("hydrogen.ns.hetzner.com helium.ns.hetzner.de") << DnsProvider::Hetzner << ZoneFormat::Bind;
    QTest::newRow("OVHcloud") << names("dns10.ovh.net ns10.ovh.net") << DnsProvider::Ovh << ZoneFormat::Bind;
    QTest::newRow("IONOS") << names("ns1.ui-dns.de ns2.ui-dns.org") << DnsProvider::Ionos << ZoneFormat::Paste;
    QTest::newRow("DigitalOcean") << names("ns1.digitalocean.com") << DnsProvider::DigitalOcean << ZoneFormat::Paste;
    QTest::newRow("Gandi") << names("ns-1-a.gandi.net ns-2-b.gandi.net") << DnsProvider::Gandi << ZoneFormat::Bind;
    QTest::newRow("own servers") << names("ns1.example.com") << DnsProvider::Own << ZoneFormat::Bind;
    QTest::newRow("two providers") << names("ada.ns.cloudflare.com ns1.digitalocean.com") << DnsProvider::Several << ZoneFormat::Paste;
    QTest::newRow("nobody known") << names("ns.elsewhere.example") << DnsProvider::Unknown << ZoneFormat::Paste;
    QTest::newRow("the beginning of a label is not enough elsewhere")
        << names("ns-1.awsdns-01.example") << DnsProvider::Unknown << ZoneFormat::Paste;
    QTest::newRow("a label more than the ending has") << names("awsdns-01.com") << DnsProvider::Route53 << ZoneFormat::Route53;
    QTest::newRow("a name that only ends alike") << names("ns1.notgandi.net") << DnsProvider::Unknown << ZoneFormat::Paste;
}

void TestProvider::theDnsProviderIsKnownByItsServers()
{
    QFETCH(QStringList, servers);
    QFETCH(DnsProvider, provider);
    QFETCH(ZoneFormat, format);
    QCOMPARE(dnsProviderOf(QStringLiteral("example.com"), servers), provider);
    QCOMPARE(dnsProviderInfo(provider).format, format);
}

void TestProvider::factsTellZoneAndProviders()
{
    DomainFacts facts;
    facts.domain = {QStringLiteral("example.com"), QStringLiteral("example.com")};
    QCOMPARE(mailProviderOf(facts), MailProvider::Unknown);
    QCOMPARE(dnsProviderOf(facts), DnsProvider::Unknown);
    QCOMPARE(liveZone(facts), QString());
    facts.mxHosts.append({QStringLiteral("smtp.google.com"), 1, {}, {}});
    QCOMPARE(mailProviderOf(facts), MailProvider::Google);
    facts.authorities.ns = nsLookup(QStringLiteral("example.com"), names("ada.ns.cloudflare.com bob.ns.cloudflare.com"));
    QCOMPARE(dnsProviderOf(facts), DnsProvider::Cloudflare);

    // A name that is not there tells which zone says so; one that is there, or an answer from elsewhere, does not.
    const QString name = QStringLiteral("_mta-sts.example.com");
    facts.sts = withSoa(nxdomainLookup(name, RecordType::Txt), QStringLiteral("example.com"));
    QCOMPARE(liveZone(facts), QStringLiteral("example.com"));
    facts.sts = withSoa(nxdomainLookup(name, RecordType::Txt), QStringLiteral("com"));
    QCOMPARE(liveZone(facts), QStringLiteral("com"));
    facts.sts = withSoa(nxdomainLookup(name, RecordType::Txt), QStringLiteral("example.net"));
    QCOMPARE(liveZone(facts), QString());
    facts.sts = txtLookup(name, {"v=STSv1; id=1;"});
    QCOMPARE(liveZone(facts), QString());
    facts.authorities.cut = soaLookup(QStringLiteral("sub.example.com"), 1);
    QCOMPARE(liveZone(facts), QStringLiteral("sub.example.com"));
}

void TestProvider::patternsAreSuggested_data()
{
    QTest::addColumn<QStringList>("hosts");
    QTest::addColumn<PatternStyle>("style");
    QTest::addColumn<QStringList>("patterns");
    QTest::newRow("every host by its name") << names("mx1.example.com mx2.example.com") << PatternStyle::Exact
                                            << names("mx1.example.com mx2.example.com");
    QTest::newRow("Google's, as Google has it") << names("aspmx.l.google.com alt1.aspmx.l.google.com alt2.aspmx.l.google.com")
                                                << PatternStyle::Wildcard << names("aspmx.l.google.com *.aspmx.l.google.com");
    QTest::newRow("no wildcard for a single host") << names("mx1.example.com") << PatternStyle::Wildcard << names("mx1.example.com");
    QTest::newRow("one for two hosts") << names("mx1.example.com mx2.example.com") << PatternStyle::Wildcard << names("*.example.com");
    QTest::newRow("none below a public suffix") << names("one.co.uk two.co.uk") << PatternStyle::Wildcard << names("one.co.uk two.co.uk");
    QTest::newRow("none below a top-level domain") << names("one.com two.com") << PatternStyle::Wildcard << names("one.com two.com");
    QTest::newRow("none where customers get names")
        << names("a.ovh.net b.ovh.net") << PatternStyle::Wildcard << names("a.ovh.net b.ovh.net");
    QTest::newRow("each host once") << names("mx1.example.com mx1.example.com") << PatternStyle::Exact << names("mx1.example.com");
    QTest::newRow("a host named twice is no second host")
        << names("mx1.example.com mx1.example.com") << PatternStyle::Wildcard << names("mx1.example.com");
    QTest::newRow("the null MX has no pattern") << names(".") << PatternStyle::Exact << QStringList();
    QTest::newRow("an address has none") << names("192.0.2.1") << PatternStyle::Exact << QStringList();
    QTest::newRow("a wildcard is no host") << names("*.example.com") << PatternStyle::Exact << QStringList();
    QTest::newRow("no host") << QStringList() << PatternStyle::Wildcard << QStringList();
}

void TestProvider::patternsAreSuggested()
{
    QFETCH(QStringList, hosts);
    QFETCH(PatternStyle, style);
    QFETCH(QStringList, patterns);
    QCOMPARE(suggestPatterns(hosts, style), patterns);
}

void TestProvider::suggestionsCoverAllHosts()
{
    const QStringList hosts =
        names("mx1.example.com a.b.example.com c.b.example.com one.co.uk two.co.uk d.e.f.example.net mail.example.org");
    for (const PatternStyle style : {PatternStyle::Exact, PatternStyle::Wildcard}) {
        const Coverage covered = coverage(suggestPatterns(hosts, style), hosts);
        QCOMPARE(covered.uncovered, QStringList());
        for (const PatternCoverage &pattern : covered.patterns) {
            QCOMPARE(pattern.breadth, Breadth::Own);
            QVERIFY(!pattern.hosts.isEmpty());
        }
    }
}

void TestProvider::coverageIsToldForEachPattern()
{
    const Coverage covered = coverage(names("*.example.com mx.example.net nonsense_ *.co.uk"),
                                      names("mx1.example.com mx2.example.com deep.mx.example.com MX.example.net other.example.org"));
    QCOMPARE(covered.patterns.size(), 4);
    QCOMPARE(covered.patterns.at(0).hosts, names("mx1.example.com mx2.example.com"));
    QCOMPARE(covered.patterns.at(1).hosts, names("MX.example.net"));
    QVERIFY(!covered.patterns.at(2).pattern.valid && covered.patterns.at(2).hosts.isEmpty());
    QCOMPARE(covered.patterns.at(3).breadth, Breadth::PublicSuffix);
    QCOMPARE(covered.uncovered, names("deep.mx.example.com other.example.org"));
}

QTEST_GUILESS_MAIN(TestProvider)
#include "tst_provider.moc"
