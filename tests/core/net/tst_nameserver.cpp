// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "net/nameserver.h"

#include "net/trustanchor.h"
#include <QTemporaryFile>
#include <QTest>

using mta::Nameserver;

class TestNameserver : public QObject
{
    Q_OBJECT
private slots:
    void readsResolvConf_data();
    void readsResolvConf();
    void resolvConfIsBounded_data();
    void resolvConfIsBounded();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void readsAnchors();
    void anchorsAreBounded_data();
    void anchorsAreBounded();
    void knowsTheRootsAnchors();
};

void TestNameserver::readsResolvConf_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("servers");
    const auto row = [](const char *name, const QByteArray &file, const QStringList &servers) { QTest::newRow(name) << file << servers; };
    const QString home = QStringLiteral("127.0.0.1");
    row("one", "nameserver 192.0.2.1\n", {QStringLiteral("192.0.2.1")});
    row("without the last line feed", "nameserver 192.0.2.1", {QStringLiteral("192.0.2.1")});
    row("tabs and blanks", "nameserver\t 192.0.2.1 \n", {QStringLiteral("192.0.2.1")});
    row("IPv6", "nameserver 2001:db8::1\n", {QStringLiteral("2001:db8::1")});
    row("IPv6 with a zone", "nameserver fe80::1%lo\n", {QStringLiteral("fe80::1%lo")});
    row("in order", "search a.example\nnameserver 192.0.2.2\noptions edns0\nnameserver 192.0.2.1\n",
        {QStringLiteral("192.0.2.2"), QStringLiteral("192.0.2.1")});
    row("no more than three", "nameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver 192.0.2.3\nnameserver 192.0.2.4\n",
        {QStringLiteral("192.0.2.1"), QStringLiteral("192.0.2.2"), QStringLiteral("192.0.2.3")});
    row("comments", "# nameserver 192.0.2.1\n;nameserver 192.0.2.1\nnameserver 192.0.2.2 # this\n", {QStringLiteral("192.0.2.2")});
    row("nonsense is passed over", "nameserver\nnameserver dns.example\nnameserver 1\nnameservers 192.0.2.1\n", {home});
    row("empty: this machine", "", {home});
}

void TestNameserver::readsResolvConf()
{
    QFETCH(QByteArray, file);
    QStringList servers;
    for (const Nameserver &server : mta::resolvConfNameservers(file)) {
        QCOMPARE(server.port, quint16(53));
        servers.append(mta::nameserverText(server));
    }
    QTEST(servers, "servers");
}

void TestNameserver::resolvConfIsBounded_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<QString>("server"); // on its last line
    const QString named = QStringLiteral("192.0.2.12");
    const QString home = QStringLiteral("127.0.0.1");
    constexpr qsizetype most = 64 * 1024;
    QTest::newRow("an octet less") << most - 1 << named;
    QTest::newRow("as large as may be") << most << named;
    QTest::newRow("an octet more, and half an address is none") << most + 1 << home;
}

void TestNameserver::resolvConfIsBounded()
{
    QFETCH(qsizetype, size);
    const QByteArray line = "\nnameserver 192.0.2.12";
    QTemporaryFile file;
    QVERIFY(file.open() && file.write('#' + QByteArray(size - 1 - line.size(), 'x') + line) == size);
    file.close();
    const QList<Nameserver> servers = mta::systemNameservers(file.fileName());
    QCOMPARE(servers.size(), 1);
    QTEST(mta::nameserverText(servers.first()), "server");
}

void TestNameserver::writesWhatItReads_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"192.0.2.1", "192.0.2.1:5300", "2001:db8::1", "[2001:db8::1]:5300", "[fe80::1%lo]:1"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestNameserver::writesWhatItReads()
{
    QFETCH(QString, text);
    const auto server = mta::parseNameserver(text);
    QVERIFY(server);
    QCOMPARE(mta::nameserverText(*server), text);
}

void TestNameserver::readsAnchors()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("; comment\nexample. IN DS 1 13 2 (\n " + QByteArray(32, 'a') + "\n " + QByteArray(32, 'b') +
               " ) ; tail\n\n. 3600 IN DNSKEY 257 3 13 AAAA ;{id = 1}\nwww.example. A 192.0.2.1\nnonsense\n");
    file.close();
    const auto anchors = mta::readTrustAnchors(file.fileName());
    QVERIFY(anchors);
    QCOMPARE(anchors->zone, QStringLiteral("."));
    QCOMPARE(anchors->records.size(), 2);
    QVERIFY(anchors->records.first().startsWith("example.") && anchors->records.first().contains("DS"));
    QVERIFY(!anchors->records.last().contains(';'));
}

void TestNameserver::anchorsAreBounded_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("records"); // 0: it is refused
    const QByteArray record = ". IN DS 1 13 2 " + QByteArray(64, 'a') + "\n";
    constexpr qsizetype most = 1024 * 1024;
    QTest::newRow("256 records") << record.repeated(256) << 256;
    QTest::newRow("257 records") << record.repeated(257) << 256;
    QTest::newRow("a mebibyte") << record + QByteArray(most - record.size(), '\n') << 1;
    QTest::newRow("an octet more") << record + QByteArray(most - record.size() + 1, '\n') << 0;
}

void TestNameserver::anchorsAreBounded()
{
    QFETCH(QByteArray, file);
    QFETCH(int, records);
    QTemporaryFile written;
    QVERIFY(written.open() && written.write(file) == file.size());
    written.close();
    const auto anchors = mta::readTrustAnchors(written.fileName());
    QCOMPARE(bool(anchors), records > 0);
    if (anchors)
        QCOMPARE(anchors->records.size(), records);
}

void TestNameserver::knowsTheRootsAnchors()
{
    const mta::TrustAnchors anchors = mta::rootTrustAnchors();
    QCOMPARE(anchors.zone, QStringLiteral("."));
    QVERIFY(anchors.records.size() >= 2);
}

QTEST_GUILESS_MAIN(TestNameserver)
#include "tst_nameserver.moc"
