// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "publish/served.h"

#include "fakes/dnsmessage.h"
#include "fakes/fakenetwork.h"

#include <QTest>

using namespace mta;

namespace
{

QStringList addresses(int count)
{
    QStringList result;
    for (int i = 1; i <= count; ++i)
        result.append(QStringLiteral("192.0.2.%1").arg(i));
    return result;
}

Plan planOf(const QStringList &addresses)
{
    Plan plan;
    plan.domain = {QStringLiteral("example.com"), QStringLiteral("example.com")};
    for (const QString &address : addresses)
        plan.hosting.addresses.append(QHostAddress(address));
    return plan;
}

} // namespace

class TestServed : public QObject
{
    Q_OBJECT

private slots:
    void sixteenAddressesAreLookedAt_data()
    {
        QTest::addColumn<int>("there");
        QTest::addColumn<int>("seen");
        QTest::newRow("one less") << 15 << 15;
        QTest::newRow("as many as may be") << 16 << 16;
        QTest::newRow("one more") << 17 << 16;
    }
    void sixteenAddressesAreLookedAt()
    {
        QFETCH(int, there);
        QFETCH(int, seen);
        FakeNetwork fake;
        fake.add(addressLookup(QStringLiteral("mta-sts.example.com"), addresses(there)));
        Network network = fake.network();
        QCOMPARE(lookAtServedPolicy(planOf(addresses(there)), "x", network, {}).size(), seen);
        QCOMPARE(lookAtServedPolicy(planOf({}), "x", network, {}).size(), seen); // those in the DNS
    }
};

QTEST_GUILESS_MAIN(TestServed)
#include "tst_served.moc"
