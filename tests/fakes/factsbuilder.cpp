// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "factsbuilder.h"

#include "dane/tlsa.h"
#include "dnsmessage.h"
#include "testca.h"
#include <QCryptographicHash>
#include <QHash>

namespace mta
{

namespace
{

const QString domain = QStringLiteral("good.example");

QString under(const char *label)
{
    return QLatin1String(label) + QLatin1Char('.') + domain;
}

SmtpReply reply(int code, const QByteArrayList &lines)
{
    return {code, lines};
}

const fakes::Identity &rootIdentity()
{
    static const fakes::Identity root = [] {
        fakes::CertificateSpec spec;
        spec.commonName = QStringLiteral("Good Root");
        spec.notBefore = observedThen().addYears(-5);
        spec.notAfter = observedThen().addYears(5);
        spec.authority = true;
        return fakes::selfSigned(spec);
    }();
    return root;
}

/// Different hosts have different addresses, and the same every time.
int numberOf(const QString &host)
{
    return 1 + QCryptographicHash::hash(host.toUtf8(), QCryptographicHash::Md5).toHex().left(2).toInt(nullptr, 16) % 250;
}

} // namespace

QDateTime observedThen()
{
    return QDateTime(QDate(2026, 6, 15), QTime(12, 0), Qt::UTC);
}

HostAddresses addressesOf(const QString &name, const QStringList &ipv4, const QStringList &ipv6)
{
    return {ipv4.isEmpty() ? noDataLookup(name, RecordType::A) : addressLookup(name, ipv4, Security::Secure),
            ipv6.isEmpty() ? noDataLookup(name, RecordType::Aaaa) : addressLookup(name, ipv6, Security::Secure)};
}

Certificate goodRoot()
{
    static const Certificate root = rootIdentity().certificate();
    return root;
}

Certificate certificateFor(const QStringList &names, const QDateTime &from, const QDateTime &until)
{
    static QHash<QString, Certificate> made; // the same question always has the same answer, and keys cost time
    const QString key = names.join(u' ') + QString::number(from.toSecsSinceEpoch()) + u'-' + QString::number(until.toSecsSinceEpoch());
    if (!made.contains(key)) {
        fakes::CertificateSpec spec;
        spec.commonName = names.value(0);
        spec.dnsNames = names;
        spec.notBefore = from;
        spec.notAfter = until;
        made.insert(key, fakes::issue(spec, rootIdentity()).certificate());
    }
    return made.value(key);
}

TlsSession sessionWith(const Certificate &leaf)
{
    TlsSession session;
    session.attempted = true;
    session.established = true;
    session.version = TlsVersion::Tls13;
    session.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    session.group = QStringLiteral("X25519");
    session.signature = QStringLiteral("ecdsa_secp256r1_sha256");
    session.chain = {leaf};
    session.verdict = {Trust::Trusted, {leaf, goodRoot()}, {}};
    session.elapsed = std::chrono::milliseconds(20);
    return session;
}

void replaceLeaf(TlsSession &session, const Certificate &leaf)
{
    session.chain[0] = leaf;
    session.verdict.path[0] = leaf;
}

void addExtraProbes(MxHost &host, const TlsOffer &offer, const std::function<void(MxProbe &)> &change)
{
    for (const MxProbe &probe : std::as_const(host.probes)) {
        ExtraProbe extra{offer, probe};
        change(extra.probe);
        host.extraProbes.append(extra);
    }
}

void addRsaCertificate(MxHost &host, Certificate leaf)
{
    leaf.keyType = QStringLiteral("RSA");
    leaf.keyBits = 2048;
    addExtraProbes(host, {.key = TlsOffer::Key::Rsa}, [&leaf](MxProbe &probe) { replaceLeaf(probe.tls, leaf); });
}

void refuseHandshake(MxProbe &probe)
{
    probe.end = ProbeEnd::TlsFailed;
    probe.stage = SmtpDialog::Stage::Handshake;
    probe.tls = {};
    probe.tls.attempted = true;
    probe.tls.failure = QStringLiteral("tlsv1 alert protocol version");
}

PolicyFetch goodFetch(const QString &policyHost, const QString &address, const QByteArray &body)
{
    PolicyFetch fetch;
    fetch.address = QHostAddress(address);
    fetch.end = FetchEnd::Complete;
    fetch.stage = FetchStage::Done;
    fetch.tls = sessionWith(certificateFor({policyHost}, observedThen().addDays(-30), observedThen().addDays(60)));
    fetch.httpStatus = 200;
    fetch.head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    fetch.headers = {{"Content-Type", "text/plain"}, {"Content-Length", QByteArray::number(body.size())}};
    fetch.mediaType = "text/plain";
    fetch.body = body;
    fetch.elapsed = std::chrono::milliseconds(80);
    return fetch;
}

MxProbe goodProbe(const QString &host, const QString &address)
{
    MxProbe probe;
    probe.address = QHostAddress(address);
    probe.end = ProbeEnd::Complete;
    probe.connected = true;
    probe.stage = SmtpDialog::Stage::Done;
    probe.plain = parseCapabilities(reply(250, {host.toLatin1() + " at your service", "SIZE 1000000", "STARTTLS"}));
    probe.encrypted = parseCapabilities(reply(250, {host.toLatin1() + " at your service", "SIZE 1000000"}));
    probe.startTlsReply = reply(220, {"Go ahead"});
    probe.tls = sessionWith(certificateFor({host}, observedThen().addDays(-30), observedThen().addDays(60)));
    probe.connectTime = std::chrono::milliseconds(10);
    probe.slowestStage = std::chrono::milliseconds(30);
    probe.elapsed = std::chrono::milliseconds(90);
    return probe;
}

MxProbe brokenProbe(const QString &address, ProbeEnd end, SmtpDialog::Stage stage, SmtpDialog::Failure failure)
{
    MxProbe probe;
    probe.address = QHostAddress(address);
    probe.end = end;
    probe.stage = stage;
    probe.failure = failure;
    probe.connected = end == ProbeEnd::Complete || stage != SmtpDialog::Stage::Greeting;
    return probe;
}

void setRecord(DomainFacts &facts, const QList<QByteArray> &values)
{
    const QString name = QStringLiteral("_mta-sts.") + facts.domain.ascii;
    facts.sts = values.isEmpty() ? noDataLookup(name, RecordType::Txt) : txtLookup(name, values, Security::Secure);
}

QByteArray policyText(const QByteArray &mode, const QByteArray &mx)
{
    return "version: STSv1\nmode: " + mode + "\nmx: " + mx + "\nmax_age: 2592000\n";
}

void setPolicy(DomainFacts &facts, const QByteArray &body)
{
    const QString host = QStringLiteral("mta-sts.") + facts.domain.ascii;
    facts.policyHost = addressesOf(host, {QStringLiteral("192.0.2.251")}, {QStringLiteral("2001:db8::251")});
    facts.fetches = {goodFetch(host, QStringLiteral("192.0.2.251"), body), goodFetch(host, QStringLiteral("2001:db8::251"), body)};
}

void setTlsRpt(DomainFacts &facts, const QList<QByteArray> &values)
{
    const QString name = QStringLiteral("_smtp._tls.") + facts.domain.ascii;
    facts.tlsRpt = values.isEmpty() ? noDataLookup(name, RecordType::Txt) : txtLookup(name, values, Security::Secure);
}

void setMx(DomainFacts &facts, const QStringList &hosts)
{
    QList<std::pair<int, QString>> records;
    facts.mxHosts.clear();
    for (const QString &host : hosts) {
        const int preference = 10 * (static_cast<int>(records.size()) + 1);
        records.append({preference, host});
        const QString ipv4 = QStringLiteral("192.0.2.%1").arg(numberOf(host));
        const QString ipv6 = QStringLiteral("2001:db8::%1").arg(numberOf(host));
        facts.mxHosts.append(
            {host, static_cast<quint16>(preference), addressesOf(host, {ipv4}, {ipv6}), {goodProbe(host, ipv4), goodProbe(host, ipv6)}});
    }
    facts.mx = mxLookup(facts.domain.ascii, records, Security::Secure);
}

void setAuthorities(DomainFacts &facts)
{
    const QString &zone = facts.domain.ascii;
    facts.conditions.depth = Depth::Deep;
    facts.authorities.cut = withSoa(noDataLookup(QLatin1String("_mta-sts.") + zone, RecordType::Soa), zone);
    facts.authorities.ns = nsLookup(zone, {QLatin1String("ns1.") + zone, QLatin1String("ns2.") + zone});
    for (const QString &number : {QStringLiteral("1"), QStringLiteral("2")}) {
        const QString name = QLatin1String("ns") + number + QLatin1Char('.') + zone;
        const QString address = QLatin1String("192.0.2.24") + number;
        ServerAnswers answers;
        answers.address = QHostAddress(address);
        answers.soa = authoritative(soaLookup(zone, 2026060100));
        answers.sts = authoritative(facts.sts);
        answers.tlsRpt = authoritative(facts.tlsRpt);
        answers.mx = authoritative(facts.mx);
        facts.authorities.servers.append({name, addressesOf(name, {address}, {}), {answers}});
    }
    const QString news = QLatin1String("news.") + zone;
    facts.subdomains = {{news, nxdomainLookup(news, RecordType::Mx), {}, {}}};
}

TlsaRecord keyRecord(const Certificate &certificate)
{
    return {3, 1, 1, associationData(certificate, 1, 1)};
}

void setTlsa(DomainFacts &facts, const std::function<QList<TlsaRecord>(const Certificate &)> &records, Security addresses, Security answer)
{
    for (MxHost &host : facts.mxHosts) {
        host.addresses.a.security = addresses;
        host.addresses.aaaa.security = addresses;
        host.tlsa = {tlsaLookup(QStringLiteral("_25._tcp.") + host.name, records(host.probes.first().tls.chain.value(0)), answer)};
    }
}

DomainFacts goodFacts()
{
    DomainFacts facts = factsWithoutSts();
    setRecord(facts, {"v=STSv1; id=20260601T000000;"});
    setPolicy(facts, policyText("enforce"));
    return facts;
}

DomainFacts factsWithoutSts()
{
    DomainFacts facts;
    facts.domain = {domain, domain};
    facts.observedAt = observedThen();
    facts.elapsed = std::chrono::milliseconds(400);
    facts.conditions.toolVersion = QStringLiteral("1.0.0");
    facts.conditions.resolver = QStringLiteral("192.0.2.53:53");
    facts.conditions.trustStore = QStringLiteral("system");
    facts.conditions.ehloName = "probe.example";
    facts.conditions.allowPrivate = true;
    setRecord(facts, {});
    const QString policyHost = under("mta-sts");
    facts.policyHost = {nxdomainLookup(policyHost, RecordType::A), nxdomainLookup(policyHost, RecordType::Aaaa)};
    setMx(facts, {under("mx1"), under("mx2")});
    setTlsRpt(facts, {"v=TLSRPTv1; rua=mailto:tls@good.example"});
    const QString reports = domain;
    facts.reportDestinations = {{reports, true, facts.mx, addressesOf(reports, {}, {})}};
    facts.witness.smtpAnswered = true;
    facts.witness.httpsAnswered = true;
    return facts;
}

} // namespace mta
