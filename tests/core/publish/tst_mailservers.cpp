// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/mailservers.h"

#include "fakes/dnsmessage.h"
#include "fakes/fakenetwork.h"

#include <QTest>

using namespace mta;
using namespace std::chrono_literals;

namespace
{

const DomainName domain{QStringLiteral("example.com"), QStringLiteral("example.com")};
using Hosts = QList<std::pair<int, QString>>;

QStringList hostsOf(const std::optional<SeenMailServers> &seen)
{
    if (!seen)
        return {QStringLiteral("nobody can say")};
    QStringList hosts;
    for (const IntendedMx &mx : seen->mx)
        hosts.append(QString::number(mx.preference) + u' ' + mx.host);
    hosts.sort();
    return hosts;
}

} // namespace

class MailServersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mailGoesWhereTheDnsSays_data()
    {
        QTest::addColumn<Lookup>("mx");
        QTest::addColumn<Lookup>("address");
        QTest::addColumn<QStringList>("hosts");
        const QString name = domain.ascii;
        const Lookup none = noDataLookup(name, RecordType::Mx);
        const Lookup nowhere = noDataLookup(name, RecordType::A);
        const Lookup there = addressLookup(name, {QStringLiteral("192.0.2.1")});
        QTest::newRow("to its mail servers") << mxLookup(name,
                                                         {{10, QStringLiteral("mx1.example.com")}, {20, QStringLiteral("MX2.Example.NET")}})
                                             << there
                                             << QStringList{QStringLiteral("10 mx1.example.com"), QStringLiteral("20 mx2.example.net")};
        QTest::newRow("each is one") << mxLookup(name, {{10, QStringLiteral("mx1.example.com")}, {20, QStringLiteral("mx1.example.com")}})
                                     << there << QStringList{QStringLiteral("10 mx1.example.com")};
        QTest::newRow("to the domain itself, without MX records") << none << there << QStringList{QStringLiteral("0 example.com")};
        QTest::newRow("nowhere, without addresses either") << none << nowhere << QStringList{};
        QTest::newRow("nowhere, by a null MX") << mxLookup(name, {{0, QStringLiteral(".")}}) << there << QStringList{};
    }
    void mailGoesWhereTheDnsSays()
    {
        QFETCH(Lookup, mx);
        QFETCH(Lookup, address);
        const std::optional<SeenMailServers> zone = mailServersIn(
            {recordSet(mx), recordSet(address), recordSet(txtLookup(QStringLiteral("_mta-sts.example.com"), {"v=STSv1; id=1;"}))}, domain);
        QTEST(hostsOf(zone), "hosts");
        FakeNetwork network;
        network.add(mx);
        network.add(address);
        QTEST(hostsOf(mailServersOf(domain, network, {})), "hosts");
    }

    void whatIsNotSaidIsNotKnown()
    {
        QVERIFY(!mailServersIn({}, domain));
        QVERIFY(!mailServersIn({recordSet(mxLookup(QStringLiteral("example.net"), {{10, QStringLiteral("mx.example.net")}}))}, domain));
        FakeNetwork network;
        network.add(failedLookup(domain.ascii, RecordType::Mx, AnswerStatus::ServFail));
        QVERIFY(!mailServersOf(domain, network, {}));
        FakeNetwork half;
        half.add(noDataLookup(domain.ascii, RecordType::Mx));
        half.add(failedLookup(domain.ascii, RecordType::A, AnswerStatus::Timeout));
        QVERIFY(!mailServersOf(domain, half, {}));
    }

    /// Mail goes where the MX records of the alias's target lead (RFC 5321 §5.1), and the zone need not hold those.
    void theZoneOfAnAliasDoesNotSay()
    {
        const ExactSet none = recordSet(noDataLookup(domain.ascii, RecordType::Mx));
        const ExactSet nowhere = recordSet(noDataLookup(domain.ascii, RecordType::Cname));
        const ExactSet alias{
            domain.ascii, RecordType::Cname, {*exactRecord({domain.ascii, 3600s, RecordType::Cname, "hosted.example.net", 0})}};
        QVERIFY(mailServersIn({none, nowhere}, domain));
        QVERIFY(!mailServersIn({none, alias}, domain));
        QVERIFY(mailQuestions(domain, domain.ascii).contains(Question{domain.ascii, RecordType::Cname}));
    }

    void onlyAZoneThatHoldsTheDomainIsAsked()
    {
        QCOMPARE(mailQuestions(domain, QStringLiteral("example.com")).size(), 4);
        QCOMPARE(mailQuestions(domain, QStringLiteral("com")).size(), 4);
        QVERIFY(mailQuestions(domain, QStringLiteral("_mta-sts.example.com")).isEmpty());
    }

    void theirTtlIsSeen()
    {
        const Lookup mx = withTtl(mxLookup(domain.ascii, {{10, QStringLiteral("mx1.example.com")}}), 100000);
        QCOMPARE(mailServersIn({recordSet(mx)}, domain)->ttl, 100000s);
        FakeNetwork network;
        network.add(mx);
        QCOMPARE(mailServersOf(domain, network, {})->ttl, 100000s);
    }
};

QTEST_GUILESS_MAIN(MailServersTest)
#include "tst_mailservers.moc"
