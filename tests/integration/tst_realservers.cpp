// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Audits against NSD, unbound, nginx and Postfix as Debian ships them, each domain set up in one way. The domains are audited twice:
// through unbound, which validates, and with NSD asked directly.

#include "fakes/auditdomain.h"
#include "fakes/realservers.h"

#include <QTest>

using namespace mta;
using fakes::CertificateFault;
using fakes::RealDomain;
using fakes::RealTlsa;
using fakes::ZoneKind;

namespace
{

/// What an audit of a domain must come to. `findings` are all its errors and warnings, and the notes that matter.
struct Expected {
    const char *verdict;
    const char *status;
    QList<const char *> findings;
    QList<const char *> forbidden;
};
struct Scenario {
    const char *label;
    Expected expected;
    void (*change)(RealDomain &);
};

void setPolicyCertificate(RealDomain &domain, CertificateFault fault)
{
    domain.policyCertificate = fault;
}
void setMxCertificate(RealDomain &domain, CertificateFault fault)
{
    domain.mx.first().certificate = fault;
}
void setMxOptions(RealDomain &domain, const QByteArrayList &options)
{
    domain.mx.first().options = options;
}

QList<Scenario> dnsScenarios()
{
    return {
        {"all-well", {"protected", "enforce", {}, {}}, [](RealDomain &) {}},
        {"unsigned", {"protected", "enforce", {}, {"dnssec-bogus"}}, [](RealDomain &domain) { domain.zone = ZoneKind::Unsigned; }},
        {"tampered",
         {"undetermined", "undetermined", {"dnssec-bogus", "sts-dns-error"}, {"sts-record-absent"}},
         [](RealDomain &domain) { domain.zone = ZoneKind::Tampered; }},
        {"tlsa-matches",
         {"protected", "enforce", {"dane-valid"}, {"dane-mismatch", "dane-insecure", "dane-conflict", "dnssec-unsigned"}},
         [](RealDomain &domain) { domain.mx.first().tlsa = RealTlsa::Matching; }},
        {"tlsa-is-stale",
         {"at-risk", "enforce", {"dane-mismatch", "dane-conflict"}, {"dane-valid", "mx-cert-untrusted"}},
         [](RealDomain &domain) { domain.mx.first().tlsa = RealTlsa::Stale; }},
        {"tlsa-is-not-signed",
         {"protected", "enforce", {"dane-insecure", "dnssec-unsigned"}, {"dane-valid", "dane-mismatch"}},
         [](RealDomain &domain) {
             domain.zone = ZoneKind::Unsigned;
             domain.mx.first().tlsa = RealTlsa::Stale;
         }},
        {"tlsa-without-policy",
         {"unprotected", "absent", {"dane-valid"}, {"dane-mismatch", "mx-cert-name", "mx-cert-expired"}},
         [](RealDomain &domain) {
             domain.sts.clear();
             domain.policyAddress = domain.policyServer = false;
             domain.mx.first().certificate = CertificateFault::Expired;
             domain.mx.first().tlsa = RealTlsa::Matching;
         }},
        {"no-record",
         {"unprotected", "absent", {"policy-without-record"}, {"policy-syntax"}},
         [](RealDomain &domain) { domain.sts.clear(); }},
        {"nothing",
         {"unprotected", "absent", {"sts-record-absent", "tlsrpt-absent"}, {"policy-without-record", "policy-host-no-address"}},
         [](RealDomain &domain) {
             domain.sts.clear();
             domain.reports.clear();
             domain.policyAddress = domain.policyServer = false;
         }},
        {"two-records",
         {"unprotected", "record-invalid", {"sts-record-multiple"}, {"sts-record-absent"}},
         [](RealDomain &domain) { domain.sts.append("\"v=STSv1; id=2;\""); }},
        {"other-text-beside",
         {"protected", "enforce", {"sts-record-fragile"}, {"sts-record-multiple", "sts-record-version"}},
         [](RealDomain &domain) { domain.records = {"_mta-sts.{domain}. TXT \"v=spf1 -all\""}; }},
        {"split-strings",
         {"protected", "enforce", {}, {"sts-record-syntax", "sts-id-missing"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv1; i\" \"d=2024\" \"0301;\""}; }},
        {"delegated",
         {"protected", "enforce", {"sts-record-delegated"}, {"sts-cname-broken"}},
         [](RealDomain &domain) {
             domain.records = {"_mta-sts.{domain}. CNAME record.provider.example.", "record.provider.example. TXT \"v=STSv1; id=77\""};
             domain.sts.clear();
         }},
        {"alias-to-nowhere",
         {"unprotected", "absent", {"sts-cname-broken"}, {}},
         [](RealDomain &domain) {
             domain.records = {"_mta-sts.{domain}. CNAME gone.nowhere.example."};
             domain.sts.clear();
             domain.policyAddress = domain.policyServer = false;
         }},
        {"wildcard-text",
         {"unprotected", "absent", {"sts-record-absent", "tlsrpt-absent"}, {"sts-record-version", "tlsrpt-syntax"}},
         [](RealDomain &domain) {
             domain.records = {"*.{domain}. TXT \"v=spf1 -all\""};
             domain.sts.clear();
             domain.reports.clear();
             domain.policyAddress = domain.policyServer = false;
         }},
        {"bad-id",
         {"unprotected", "record-invalid", {"sts-id-invalid"}, {"sts-id-missing"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv1; id=2024-03-01;\""}; }},
        {"null-mx",
         {"not-applicable", "absent", {"mx-null"}, {"mx-no-address", "domain-nxdomain", "tlsrpt-absent"}},
         [](RealDomain &domain) {
             domain.records = {"{domain}. MX 0 ."};
             domain.mx.clear();
             domain.sts.clear();
             domain.reports.clear();
             domain.policyAddress = domain.policyServer = false;
         }},
        {"dangling",
         {"unprotected", "policy-unavailable", {"policy-host-no-address", "policy-host-dangling"}, {}},
         [](RealDomain &domain) {
             domain.records = {"mta-sts.{domain}. CNAME gone.hosting.example."};
             domain.policyAddress = domain.policyServer = false;
         }},
    };
}

QList<Scenario> policyHostScenarios()
{
    return {
        {"policy-expired",
         {"unprotected", "policy-unavailable", {"policy-cert-expired"}, {"policy-cert-untrusted", "policy-cert-name"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::Expired); }},
        {"policy-future",
         {"unprotected", "policy-unavailable", {"policy-cert-not-yet-valid"}, {}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::NotYetValid); }},
        {"policy-expires-soon",
         {"protected", "enforce", {"policy-cert-expires-soon"}, {"policy-cert-expired"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::ExpiresSoon); }},
        {"policy-self-signed",
         {"unprotected", "policy-unavailable", {"policy-cert-self-signed"}, {"policy-cert-incomplete-chain"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::SelfSigned); }},
        {"policy-untrusted",
         {"unprotected", "policy-unavailable", {"policy-cert-untrusted"}, {"policy-cert-self-signed"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::UntrustedRoot); }},
        {"policy-incomplete",
         {"unprotected", "policy-unavailable", {"policy-cert-incomplete-chain"}, {"policy-cert-untrusted"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::MissingIntermediate); }},
        {"policy-other-name",
         {"unprotected", "policy-unavailable", {"policy-cert-name"}, {}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::OtherName); }},
        {"policy-common-name",
         {"unprotected", "policy-unavailable", {"policy-cert-name"}, {}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::CommonNameOnly); }},
        {"policy-wildcard",
         {"protected", "enforce", {}, {"policy-cert-name"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::Wildcard); }},
        {"policy-rsa-tls12",
         {"protected", "enforce", {}, {"policy-tls-old"}},
         [](RealDomain &domain) {
             setPolicyCertificate(domain, CertificateFault::RsaKey);
             domain.serverDirectives = "ssl_protocols TLSv1.2;";
         }},
        {"policy-tls11",
         {"unprotected", "policy-unavailable", {"policy-tls-old"}, {}},
         [](RealDomain &domain) { domain.serverDirectives = "ssl_protocols TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0;"; }},
        {"policy-down",
         {"unprotected", "policy-unavailable", {"policy-host-unreachable"}, {"policy-host-timeout"}},
         [](RealDomain &domain) { domain.policyServer = false; }},
        {"policy-no-address",
         {"unprotected", "policy-unavailable", {"policy-host-no-address"}, {"policy-host-dangling"}},
         [](RealDomain &domain) { domain.policyAddress = domain.policyServer = false; }},
        {"policy-redirect",
         {"unprotected", "policy-unavailable", {"policy-http-redirect"}, {"policy-http-status"}},
         [](RealDomain &domain) { domain.policyDirectives = "return 301 https://www.elsewhere.example/mta-sts.txt;"; }},
        {"policy-404",
         {"unprotected", "policy-unavailable", {"policy-http-status"}, {"policy-syntax"}},
         [](RealDomain &domain) { domain.policyDirectives = "return 404;"; }},
        {"policy-503",
         {"unprotected", "policy-unavailable", {"policy-http-status"}, {}},
         [](RealDomain &domain) { domain.policyDirectives = "return 503;"; }},
    };
}

QList<Scenario> policyScenarios()
{
    return {
        {"media-type",
         {"protected", "enforce", {"policy-content-type"}, {}},
         [](RealDomain &domain) { domain.policyDirectives = "types { } default_type text/html;"; }},
        {"gzip-on",
         {"protected", "enforce", {}, {"policy-content-encoding"}},
         [](RealDomain &domain) { domain.policyDirectives = "gzip on; gzip_min_length 0; gzip_types *;"; }},
        {"gzip-always",
         {"protected", "enforce", {"policy-content-encoding"}, {"policy-syntax"}},
         [](RealDomain &domain) { domain.compressed = true; }},
        {"chunked",
         {"protected", "enforce", {}, {"policy-http-malformed", "policy-http-truncated"}},
         [](RealDomain &domain) { domain.policyDirectives = "ssi on; ssi_types *;"; }},
        {"line-feeds", {"protected", "enforce", {}, {"policy-syntax"}}, [](RealDomain &domain) { domain.policy.replace("\r\n", "\n"); }},
        {"too-large",
         {"unprotected", "policy-unavailable", {"policy-too-large"}, {"policy-http-truncated"}},
         [](RealDomain &domain) { domain.policy += "note: " + QByteArray(70000, 'x') + "\r\n"; }},
        {"web-page",
         {"unprotected", "policy-invalid", {"policy-syntax", "policy-version", "policy-content-type"}, {"policy-mx-missing"}},
         [](RealDomain &domain) {
             domain.policy = "<!DOCTYPE html>\n<html><head><title>Welcome</title></head><body>Hello</body></html>\n";
             domain.policyDirectives = "types { } default_type text/html;";
         }},
        {"no-max-age",
         {"unprotected", "policy-invalid", {"policy-max-age"}, {"policy-syntax"}},
         [](RealDomain &domain) { domain.policy.replace("max_age: 2592000\r\n", ""); }},
        {"testing",
         {"testing", "testing", {"policy-mode-testing"}, {}},
         [](RealDomain &domain) { domain.policy.replace("enforce", "testing"); }},
        {"none",
         {"unprotected", "none", {"policy-mode-none"}, {"policy-mx-missing", "policy-max-age-short"}},
         [](RealDomain &domain) { domain.policy = "version: STSv1\nmode: none\nmax_age: 86400\n"; }},
        {"not-covered",
         {"at-risk", "enforce", {"mx-not-covered", "mx-none-covered"}, {}},
         [](RealDomain &domain) { domain.policy.replace("mx: mx1.", "mx: mail."); }},
        {"wildcard-pattern",
         {"protected", "enforce", {}, {"mx-not-covered"}},
         [](RealDomain &domain) { domain.policy.replace("mx: mx1.", "mx: *."); }},
    };
}

QList<Scenario> mailScenarios()
{
    return {
        {"mx-expired",
         {"at-risk", "enforce", {"mx-cert-expired"}, {"mx-cert-untrusted"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::Expired); }},
        {"mx-expired-no-policy",
         {"unprotected", "absent", {"mx-cert-expired", "sts-record-absent"}, {}},
         [](RealDomain &domain) {
             setMxCertificate(domain, CertificateFault::Expired);
             domain.sts.clear();
             domain.policyAddress = domain.policyServer = false;
         }},
        {"mx-self-signed",
         {"at-risk", "enforce", {"mx-cert-self-signed"}, {"mx-cert-untrusted"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::SelfSigned); }},
        {"mx-untrusted",
         {"at-risk", "enforce", {"mx-cert-untrusted"}, {"mx-cert-self-signed"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::UntrustedRoot); }},
        {"mx-incomplete",
         {"at-risk", "enforce", {"mx-cert-incomplete-chain"}, {}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::MissingIntermediate); }},
        {"mx-other-name",
         {"at-risk", "enforce", {"mx-cert-name"}, {"mx-cert-no-san"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::OtherName); }},
        {"mx-common-name",
         {"at-risk", "enforce", {"mx-cert-no-san"}, {}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::CommonNameOnly); }},
        {"mx-wildcard",
         {"protected", "enforce", {}, {"mx-cert-name"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::Wildcard); }},
        {"mx-expires-soon",
         {"protected", "enforce", {"mx-cert-expires-soon"}, {}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::ExpiresSoon); }},
        {"mx-domain-name",
         {"at-risk", "enforce", {"mx-cert-name"}, {}}, // names the mail domain, which does not count
         [](RealDomain &domain) { domain.mx.first().certificateHost = domain.name; }},
        {"mx-rsa-tls12",
         {"protected", "enforce", {}, {"mx-tls-old"}},
         [](RealDomain &domain) {
             setMxCertificate(domain, CertificateFault::RsaKey);
             setMxOptions(domain, {"smtpd_tls_protocols=TLSv1.2"});
         }},
        {"mx-no-starttls",
         {"at-risk", "enforce", {"starttls-absent"}, {"starttls-hidden"}},
         [](RealDomain &domain) { setMxOptions(domain, {"smtpd_tls_security_level=none"}); }},
        {"mx-tls11",
         {"at-risk", "enforce", {"mx-tls-old"}, {"mx-tls-failed"}},
         [](RealDomain &domain) {
             setMxOptions(domain, {"smtpd_tls_protocols=TLSv1.1", "tls_medium_cipherlist=ALL:@SECLEVEL=0"});
         }},
        {"mx-later",
         {"undetermined", "enforce", {"mx-untestable"}, {"starttls-absent", "mx-greeting"}},
         [](RealDomain &domain) {
             setMxOptions(domain, {"smtpd_delay_reject=no", "smtpd_client_restrictions=defer"});
         }},
        {"mx-unwelcome",
         {"at-risk", "enforce", {"mx-greeting"}, {"starttls-absent"}},
         [](RealDomain &domain) {
             setMxOptions(domain, {"smtpd_delay_reject=no", "smtpd_client_restrictions=reject"});
         }},
        {"mx-all-down",
         {"at-risk", "enforce", {"mx-unreachable"}, {"starttls-absent", "mx-timeout"}},
         [](RealDomain &domain) { domain.mx.first().running = false; }},
        {"mx-one-down",
         {"protected", "enforce", {"mx-unreachable"}, {"starttls-absent"}},
         [](RealDomain &domain) {
             domain.mx.append({domain.host("mx2")});
             domain.mx.last().running = false;
             domain.policy.replace("max_age", "mx: " + domain.host("mx2") + "\r\nmax_age");
         }},
        {"mx-one-expired",
         {"at-risk", "enforce", {"mx-cert-expired"}, {}},
         [](RealDomain &domain) {
             domain.mx.append({domain.host("mx2"), CertificateFault::Expired});
             domain.policy.replace("max_age", "mx: " + domain.host("mx2") + "\r\nmax_age");
         }},
        {"mx-alias",
         {"protected", "enforce", {"mx-is-cname"}, {"mx-cert-name", "mx-not-covered"}},
         [](RealDomain &domain) { // the name as published counts, never the alias's target
             domain.mx.first().certificateHost = domain.host("mx1");
             domain.mx.first().host = "relay." + domain.name;
             domain.mxRecords = false;
             domain.records = {"{domain}. MX 10 mx1.{domain}.", "mx1.{domain}. CNAME relay.{domain}."};
         }},
        {"mx-implicit",
         {"protected", "enforce", {"mx-implicit"}, {"mx-no-address"}},
         [](RealDomain &domain) {
             domain.mx.first().host = domain.name;
             domain.mxRecords = false;
             domain.policy.replace("mx: mx1.", "mx: ");
         }},
        {"mx-no-address",
         {"at-risk", "enforce", {"mx-no-address"}, {"mx-unreachable"}},
         [](RealDomain &domain) {
             domain.mx.clear();
             domain.records = {"{domain}. MX 10 mx1.{domain}."};
         }},
    };
}

const QList<Scenario> &scenarios()
{
    static const QList<Scenario> all = dnsScenarios() + policyHostScenarios() + policyScenarios() + mailScenarios();
    return all;
}

} // namespace

class TestRealServers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString missing = fakes::RealServers::missing(); !missing.isEmpty())
            QSKIP(qPrintable(QStringLiteral("Missing: ") + missing));
        QList<RealDomain> domains;
        QStringList names;
        for (const Scenario &scenario : scenarios()) {
            domains.append(RealDomain(QByteArray(scenario.label) + ".example"));
            scenario.change(domains.last());
            names.append(QString::fromLatin1(domains.last().name));
        }
        m_servers = std::make_unique<fakes::RealServers>();
        QVERIFY2(m_servers->start(domains), qPrintable(m_servers->error()));
        NetworkOptions options;
        options.caFile = m_servers->caFile();
        options.trustAnchorFile = m_servers->anchorFile();
        options.smtpPort = m_servers->smtpPort();
        options.httpsPort = m_servers->httpsPort();
        options.ehloName = "auditor.example";
        options.resolver = m_servers->resolver();
        m_throughUnbound = auditDomains(names, options);
        options.resolver = m_servers->nameServer();
        m_direct = auditDomains(names, options);
        QCOMPARE(m_throughUnbound.size(), names.size());
        QCOMPARE(m_direct.size(), names.size());
    }

    void throughUnbound_data() { addRows(); }
    void throughUnbound() { check(m_throughUnbound); }
    void nsdDirectly_data() { addRows(); }
    void nsdDirectly() { check(m_direct); }

    void validationSeesTheTruth()
    {
        QCOMPARE(of("all-well", m_throughUnbound).facts.sts.security, Security::Secure);
        QCOMPARE(of("unsigned", m_throughUnbound).facts.sts.security, Security::Insecure);
        QCOMPARE(of("tampered", m_throughUnbound).facts.sts.security, Security::Bogus);
        QCOMPARE(of("nothing", m_direct).facts.sts.security, Security::Secure); // a proven absence
    }

    void cleanupTestCase() { m_servers.reset(); }

private:
    static void addRows()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < scenarios().size(); ++i)
            QTest::addRow("%s", scenarios().at(i).label) << i;
    }

    static void check(const QList<DomainAudit> &audits)
    {
        QFETCH(int, index);
        const Expected &expected = scenarios().at(index).expected;
        const DomainAudit &audit = audits.at(index);
        const QStringList everything = findingIds(audit, Severity::Note);
        const QByteArray all = everything.join(u' ').toUtf8();
        QStringList stated;
        for (const char *id : expected.findings) {
            stated.append(QLatin1String(id));
            QVERIFY2(everything.contains(stated.last()),
                     qPrintable(stated.last() + QStringLiteral(" is missing in: ") + QString::fromUtf8(all)));
        }
        for (const char *id : expected.forbidden)
            QVERIFY2(!everything.contains(QLatin1String(id)), id);
        for (const QString &id : findingIds(audit, Severity::Warning))
            QVERIFY2(stated.contains(id), qPrintable(id + QStringLiteral(" is a false alarm")));
        QCOMPARE(stsStatusName(audit.stsStatus), QLatin1String(expected.status));
        QCOMPARE(domainVerdictName(audit.verdict), QLatin1String(expected.verdict));
    }

    static const DomainAudit &of(const char *label, const QList<DomainAudit> &audits)
    {
        qsizetype i = 0;
        while (qstrcmp(scenarios().at(i).label, label) != 0)
            ++i;
        return audits.at(i);
    }

    std::unique_ptr<fakes::RealServers> m_servers;
    QList<DomainAudit> m_throughUnbound;
    QList<DomainAudit> m_direct;
};

QTEST_GUILESS_MAIN(TestRealServers)
#include "tst_realservers.moc"
