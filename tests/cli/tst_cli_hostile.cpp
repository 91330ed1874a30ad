// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "program.h"

#include "fakes/dnsmessage.h"
#include "fakes/hostilepeers.h"
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtEndian>

using namespace mta;
using namespace mta::fakes;
using namespace std::chrono_literals;

/// The program among servers that mean ill: every one of them and twenty good domains in one run, and the worst of them alone.
class CliHostileTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void goodDomainsAreNotDisturbed();
    void everyHostileDomainHasItsResult_data();
    void everyHostileDomainHasItsResult();
    void noneCostsMoreMemoryThanItsShare();
    void manyNamesForOneSilentServerEndInTime();

private:
    static constexpr int goodDomains = 20;
    static constexpr int timeout = 3; // seconds for each operation
    static constexpr int slack = 20;  // seconds for a machine that is busy
    /// In KiB; the sanitizers keep what was freed and are no measure.
    static constexpr long largestGrowth = 64 * 1024;

    QList<FakeReply> answer(const FakeQuery &query) const;
    QString domainOf(const QString &name) const { return name.section(u'.', -2); }
    QString nextAddress() { return QHostAddress(0x7f010000U + ++m_addresses).toString(); }
    void place(const QByteArray &label, const TlsServer::Script *web, const TlsServer::Script *mail);
    program::Ran audit(const QStringList &domains, const QStringList &options, long *peak) const;
    static long peakOf(qint64 process);

    QTemporaryDir m_folder;
    TlsOptions m_tls;
    quint32 m_addresses = 0;
    quint16 m_webPort = 0;
    quint16 m_mailPort = 0;
    QHash<QString, QString> m_hosts; ///< name -> address
    QHash<QString, HostileZone> m_zones;
    std::vector<std::unique_ptr<TlsServer>> m_servers;
    std::unique_ptr<FakeDnsServer> m_dns;
    QStringList m_good;
    QHash<QString, QByteArrayList> m_allowed;
    QHash<QString, QJsonObject> m_results;
    qint64 m_elapsed = 0;
    long m_goodPeak = 0;
    long m_peak = 0;
};

/// Unknown TLDs and everything about keys: there is no signature anywhere.
QList<FakeReply> CliHostileTest::answer(const FakeQuery &query) const
{
    const QString domain = domainOf(query.question.name);
    if (const auto zone = m_zones.constFind(domain); zone != m_zones.cend())
        return zone->script(query);
    if (query.question.type == RecordType::Txt && query.question.name == u"_mta-sts."_qs + domain)
        return {{withId(txtLookup(query.question.name, {"v=STSv1; id=1;"}).message, query.id)}};
    if (query.question.type == RecordType::Mx && query.question.name == domain) {
        QList<std::pair<int, QString>> records;
        const int count = domain.startsWith(QLatin1String("crowd")) ? 32 : 1;
        for (int i = 0; i < count; ++i)
            records.append({10, count > 1 ? u"mx%1.%2"_qs.arg(QString::number(i), domain) : u"mx."_qs + domain});
        return {{withId(mxLookup(domain, records).message, query.id)}};
    }
    const QString host = query.question.name.startsWith(QLatin1String("mx")) ? u"mx."_qs + domain : query.question.name;
    if (query.question.type == RecordType::A && m_hosts.contains(host))
        return {{withId(addressLookup(query.question.name, {m_hosts.value(host)}).message, query.id)}};
    if (m_hosts.contains(host) || query.question.name == domain)
        return {{withId(noDataLookup(query.question.name, query.question.type).message, query.id)}};
    return {{withId(errorMessage(query.question, 3), query.id)}};
}

/// A domain with servers of its own where it is given some, and good ones else.
void CliHostileTest::place(const QByteArray &label, const TlsServer::Script *web, const TlsServer::Script *mail)
{
    const QString domain = QString::fromLatin1(label) + QLatin1String(".example");
    for (const auto &[script, prefix, port, good] :
         {std::tuple{web, "mta-sts.", &m_webPort, "good-web"}, std::tuple{mail, "mx.", &m_mailPort, "good-mail"}}) {
        if (!script) {
            m_hosts.insert(QLatin1String(prefix) + domain, m_hosts.value(QLatin1String(good)));
            continue;
        }
        const QString address = nextAddress();
        m_servers.push_back(std::make_unique<TlsServer>(*script, QHostAddress(address), *port));
        *port = m_servers.back()->port();
        m_hosts.insert(QLatin1String(prefix) + domain, address);
    }
}

program::Ran CliHostileTest::audit(const QStringList &domains, const QStringList &options, long *peak) const
{
    const QStringList arguments = QStringList{u"audit"_qs,        u"--format"_qs,
                                              u"ndjson"_qs,       u"--fail-on"_qs,
                                              u"never"_qs,        u"--allow-private"_qs,
                                              u"--resolver"_qs,   m_dns->resolver(),
                                              u"--ca-file"_qs,    m_folder.filePath(u"root.pem"_qs),
                                              u"--smtp-port"_qs,  QString::number(m_mailPort),
                                              u"--https-port"_qs, QString::number(m_webPort),
                                              u"--timeout"_qs,    QString::number(timeout)} +
                                  options + domains;
    QProcess process;
    process.setProcessEnvironment(program::environment());
    process.start(program::path, arguments);
    while (!process.waitForFinished(10) && process.state() != QProcess::NotRunning)
        *peak = std::max(*peak, peakOf(process.processId()));
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// The most memory a process has had so far, in KiB.
long CliHostileTest::peakOf(qint64 process)
{
    QFile status(u"/proc/%1/status"_qs.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmHWM:") + 6).trimmed().split(' ').first().toLong();
}

void CliHostileTest::initTestCase()
{
    const Identity root = rootAuthority(u"Test Root"_qs);
    QFile file(m_folder.filePath(u"root.pem"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(root.certificatePem());
    file.close();
    m_tls.chain = {issue({.commonName = u"all"_qs, .dnsNames = {u"*.example"_qs}}, root)};
    // The names of all domains are needed for the certificate, and the certificate for the scripts: so a first look at the names.
    QStringList names;
    const auto namesOf = [&names](const QByteArray &label) {
        names += {u"mx."_qs + QString::fromLatin1(label) + u".example"_qs, u"mta-sts."_qs + QString::fromLatin1(label) + u".example"_qs};
    };
    for (const auto &peers : {hostileMailServers(m_tls), hostilePolicyHosts(m_tls)}) {
        for (const HostilePeer &peer : peers)
            namesOf(peer.name);
    }
    namesOf("crowd");
    for (int i = 0; i < goodDomains; ++i)
        namesOf("good" + QByteArray::number(i));
    m_tls.chain = {issue({.commonName = u"all"_qs, .dnsNames = names}, root)};

    const TlsServer::Script web = [this](TlsPeer &peer) { servePolicy(peer, m_tls); };
    const TlsServer::Script mail = [this](TlsPeer &peer) { serveMail(peer, m_tls); };
    place("good", &web, &mail);
    m_hosts.insert(u"good-web"_qs, m_hosts.value(u"mta-sts.good.example"_qs));
    m_hosts.insert(u"good-mail"_qs, m_hosts.value(u"mx.good.example"_qs));
    QStringList domains;
    for (int i = 0; i < goodDomains; ++i) {
        place("good" + QByteArray::number(i), nullptr, nullptr);
        m_good.append(u"good%1.example"_qs.arg(i));
    }
    const auto note = [&](const QByteArray &label, const QByteArrayList &allowed) {
        domains.append(QString::fromLatin1(label) + u".example"_qs);
        m_allowed.insert(domains.last(), allowed);
    };
    for (const HostilePeer &peer : hostileMailServers(m_tls)) {
        place(peer.name, nullptr, &peer.script);
        note(peer.name, peer.allowed);
    }
    for (const HostilePeer &peer : hostilePolicyHosts(m_tls)) {
        place(peer.name, &peer.script, nullptr);
        note(peer.name, peer.allowed);
    }
    for (const HostileZone &zone : hostileZones()) {
        m_zones.insert(QString::fromLatin1(zone.name) + u".example"_qs, zone);
        note(zone.name, zone.allowed);
    }
    const TlsServer::Script silent = [](TlsPeer &peer) { peer.waitUntilClosed(); };
    place("crowd", nullptr, &silent);
    m_dns = std::make_unique<FakeDnsServer>([this](const FakeQuery &query) { return answer(query); });

    QCOMPARE(audit(m_good, {}, &m_goodPeak).status, 0);
    // Good ones in between, so that each has bad neighbours.
    QStringList all = m_good.mid(0, 2);
    for (qsizetype i = 0; i < domains.size(); ++i) {
        all.append(domains.at(i));
        all += m_good.mid(2 + i / 5, i % 5 == 4 ? 1 : 0);
    }
    all += m_good;
    all.removeDuplicates();
    QElapsedTimer timer;
    timer.start();
    const program::Ran ran = audit(all, {u"--jobs"_qs, u"32"_qs, u"--save"_qs, m_folder.filePath(u"saved/"_qs)}, &m_peak);
    m_elapsed = timer.elapsed();
    QCOMPARE(ran.status, 0);
    for (const QJsonObject &object : ran.lines())
        m_results.insert(object.value(QLatin1String("domain")).toString(), object);
    QCOMPARE(m_results.size(), all.size());
}

void CliHostileTest::cleanupTestCase()
{
    m_dns.reset();
    m_servers.clear();
}

void CliHostileTest::goodDomainsAreNotDisturbed()
{
    for (const QString &domain : std::as_const(m_good)) {
        const QJsonObject result = m_results.value(domain);
        QVERIFY2(result.value(QLatin1String("verdict")) == QLatin1String("protected"), QJsonDocument(result).toJson().constData());
        QVERIFY2(result.value(QLatin1String("elapsedMs")).toInt() < slack * 1000, qPrintable(domain));
    }
}

void CliHostileTest::everyHostileDomainHasItsResult_data()
{
    QTest::addColumn<QString>("domain");
    QStringList domains = m_allowed.keys();
    domains.sort();
    for (const QString &domain : std::as_const(domains))
        QTest::newRow(qPrintable(domain.section(u'.', 0, 0))) << domain;
}

void CliHostileTest::everyHostileDomainHasItsResult()
{
    QFETCH(QString, domain);
    const QJsonObject result = m_results.value(domain);
    const QByteArray whole = QJsonDocument(result).toJson();
    QByteArray found = result.value(QLatin1String("verdict")).toString().toLatin1();
    if (domain.startsWith(QLatin1String("mail-")))
        found = result.value(QLatin1String("mx")).toArray().first().toObject().value(QLatin1String("result")).toString().toLatin1();
    if (domain.startsWith(QLatin1String("web-")))
        found = result.value(QLatin1String("mtaSts")).toObject().value(QLatin1String("status")).toString().toLatin1();
    QVERIFY2(m_allowed.value(domain).contains(found), QByteArray(found + '\n' + whole).constData());
    // A question, an address, and a probe or fetch: no domain here needs more than that.
    QVERIFY2(result.value(QLatin1String("elapsedMs")).toInt() < (3 * timeout + slack) * 1000, whole.constData());
    // What was seen can be judged again.
    const program::Ran again = program::run(
        {u"judge"_qs, m_folder.filePath(u"saved/"_qs + domain + u".json"_qs), u"--format"_qs, u"ndjson"_qs, u"--fail-on"_qs, u"never"_qs});
    QCOMPARE(again.status, 0);
    QCOMPARE(again.lines().value(0).value(QLatin1String("verdict")), result.value(QLatin1String("verdict")));
}

void CliHostileTest::noneCostsMoreMemoryThanItsShare()
{
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("no measure under the sanitizers");
#endif
    QVERIFY2(m_peak - m_goodPeak < largestGrowth,
             qPrintable(u"good domains: %1 KiB, with all the hostile ones: %2 KiB"_qs.arg(m_goodPeak).arg(m_peak)));
}

void CliHostileTest::manyNamesForOneSilentServerEndInTime()
{
    QElapsedTimer timer;
    timer.start();
    long peak = 0;
    const program::Ran ran = audit({u"crowd.example"_qs}, {u"--timeout"_qs, u"1"_qs}, &peak);
    QCOMPARE(ran.status, 0);
    // Two at a time and a second each would be sixteen.
    QVERIFY2(timer.elapsed() < 12'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(ran.lines().value(0).value(QLatin1String("verdict")).toString(), u"undetermined"_qs);
}

QTEST_GUILESS_MAIN(CliHostileTest)
#include "tst_cli_hostile.moc"
