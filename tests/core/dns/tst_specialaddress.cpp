// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "dns/specialaddress.h"

#include <QTest>

class TestSpecialAddress : public QObject
{
    Q_OBJECT
private slots:
    void namesTheBlock_data();
    void namesTheBlock();
    void leavesOrdinaryAddressesAlone_data();
    void leavesOrdinaryAddressesAlone();
    void noAddressIsSpecial();
};

void TestSpecialAddress::namesTheBlock_data()
{
    QTest::addColumn<QString>("name");
    const auto row = [](const char *address, const char *name) { QTest::newRow(address) << QString::fromLatin1(name); };
    row("0.0.0.0", "This network");
    row("0.255.255.255", "This network");
    row("10.0.0.0", "Private-Use");
    row("10.255.255.255", "Private-Use");
    row("100.64.0.0", "Shared Address Space");
    row("100.127.255.255", "Shared Address Space");
    row("127.0.0.1", "Loopback");
    row("127.255.255.255", "Loopback");
    row("169.254.169.254", "Link Local");
    row("172.16.0.0", "Private-Use");
    row("172.31.255.255", "Private-Use");
    row("192.0.0.0", "IPv4 Service Continuity Prefix");
    row("192.0.0.7", "IPv4 Service Continuity Prefix");
    row("192.0.0.8", "IPv4 dummy address");
    row("192.0.0.11", "IETF Protocol Assignments");
    row("192.0.0.169", "IETF Protocol Assignments");
    row("192.0.0.170", "NAT64/DNS64 Discovery");
    row("192.0.0.171", "NAT64/DNS64 Discovery");
    row("192.0.0.172", "IETF Protocol Assignments");
    row("192.0.0.255", "IETF Protocol Assignments");
    row("192.0.2.1", "Documentation (TEST-NET-1)");
    row("192.88.99.1", "Deprecated (6to4 Relay Anycast)");
    row("192.168.255.255", "Private-Use");
    row("198.18.0.0", "Benchmarking");
    row("198.19.255.255", "Benchmarking");
    row("198.51.100.255", "Documentation (TEST-NET-2)");
    row("203.0.113.0", "Documentation (TEST-NET-3)");
    row("224.0.0.1", "Multicast");
    row("239.255.255.255", "Multicast");
    row("240.0.0.0", "Reserved");
    row("255.255.255.254", "Reserved");
    row("255.255.255.255", "Limited Broadcast");

    row("::", "Unspecified Address");
    row("::1", "Loopback Address");
    row("::2", "Reserved by IETF");
    row("::7f00:1", "Reserved by IETF"); // the old "IPv4-compatible" form
    row("64:ff9b:1::1", "IPv4-IPv6 Translation (local use)");
    row("100::1", "Discard-Only Address Block");
    row("100:0:0:1::1", "Dummy IPv6 Prefix");
    row("100:0:0:2::1", "Reserved by IETF");
    row("2001::1", "TEREDO");
    row("2001:1::", "IETF Protocol Assignments");
    row("2001:1::4", "IETF Protocol Assignments");
    row("2001:2::1", "Benchmarking");
    row("2001:2:1::1", "IETF Protocol Assignments");
    row("2001:10::1", "Deprecated (previously ORCHID)");
    row("2001:1ff:ffff::", "IETF Protocol Assignments");
    row("2001:db8::1", "Documentation");
    row("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "Documentation");
    row("3fff::1", "Documentation");
    row("3fff:fff::1", "Documentation");
    row("5f00::1", "Segment Routing (SRv6) SIDs");
    row("4000::1", "Reserved by IETF");
    row("fc00::1", "Unique-Local");
    row("fdff:ffff::1", "Unique-Local");
    row("fe80::1", "Link-Local Unicast");
    row("febf::1", "Link-Local Unicast");
    row("fe80::1%lo", "Link-Local Unicast");
    row("fec0::1", "Deprecated (Site-Local Unicast)");
    row("ff02::1", "Multicast");

    // by the IPv4 address inside
    row("::ffff:127.0.0.1", "Loopback");
    row("::ffff:10.1.2.3", "Private-Use");
    row("64:ff9b::192.168.1.1", "Private-Use");
    row("64:ff9b::c000:201", "Documentation (TEST-NET-1)");
    row("2002:7f00:1::1", "Loopback");
    row("2002:a00:1::", "Private-Use");
}

void TestSpecialAddress::namesTheBlock()
{
    QFETCH(QString, name);
    const QHostAddress address(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!address.isNull());
    QCOMPARE(mta::specialPurpose(address), name);
}

void TestSpecialAddress::leavesOrdinaryAddressesAlone_data()
{
    QTest::addColumn<QString>("name"); // Most stand one beside a block that is special.
    for (const char *address : {"1.0.0.0",         "9.255.255.255",
                                "11.0.0.0",        "100.63.255.255",
                                "100.128.0.0",     "126.255.255.255",
                                "128.0.0.0",       "169.253.255.255",
                                "169.255.0.0",     "172.15.255.255",
                                "172.32.0.0",      "191.255.255.255",
                                "192.0.0.9",       "192.0.0.10",
                                "192.0.1.0",       "192.0.3.0",
                                "192.31.196.1",    "192.52.193.1",
                                "192.88.98.255",   "192.88.100.0",
                                "192.167.255.255", "192.169.0.0",
                                "192.175.48.1",    "198.17.255.255",
                                "198.20.0.0",      "198.51.99.255",
                                "198.51.101.0",    "203.0.112.255",
                                "203.0.114.0",     "223.255.255.255",
                                "8.8.8.8",         "2000::1",
                                "2001:1::1",       "2001:1::2",
                                "2001:1::3",       "2001:3::1",
                                "2001:4:112::1",   "2001:20::1",
                                "2001:2f:ffff::",  "2001:30::1",
                                "2001:3f::1",      "2001:200::1",
                                "2001:db7::1",     "2001:db9::1",
                                "2620:4f:8000::1", "2606:4700:4700::1111",
                                "3ffe::1",         "3fff:1000::1",
                                "::ffff:8.8.8.8",  "64:ff9b::8.8.8.8",
                                "2002:808:808::1"})
        QTest::newRow(address) << QString();
}

void TestSpecialAddress::leavesOrdinaryAddressesAlone()
{
    namesTheBlock();
}

void TestSpecialAddress::noAddressIsSpecial()
{
    QVERIFY(!mta::specialPurpose(QHostAddress()).isEmpty());
    QVERIFY(!mta::specialPurpose(QHostAddress(QHostAddress::Any)).isEmpty());
}

QTEST_GUILESS_MAIN(TestSpecialAddress)
#include "tst_specialaddress.moc"
