// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/realnetwork.h"

#include "fakes/testca.h"
#include <QTemporaryDir>
#include <QTest>

using mta::NetworkOptions;
using mta::RealNetwork;

Q_DECLARE_METATYPE(mta::NetworkOptions)

class RealNetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unusableOptions_data()
    {
        QTest::addColumn<NetworkOptions>("options");
        QTest::addColumn<QString>("names"); // the sentence names what cannot be used
        const auto row = [](const char *name, const QString &named, auto change) {
            NetworkOptions options;
            options.resolver = QStringLiteral("127.0.0.1");
            change(options);
            QTest::newRow(name) << options << named;
        };
        const auto resolver = [&](const char *name, const QString &value) {
            row(name, value, [&](NetworkOptions &options) { options.resolver = value; });
        };
        resolver("resolver by name", QStringLiteral("dns.example"));
        resolver("resolver with a port out of range", QStringLiteral("127.0.0.1:70000"));
        resolver("resolver without the bracket", QStringLiteral("[::1:53"));
        const auto proxy = [&](const char *name, const QString &value) {
            row(name, value, [&](NetworkOptions &options) { options.proxy = value; });
        };
        proxy("proxy of another kind", QStringLiteral("http://127.0.0.1:8080"));
        proxy("proxy without a scheme", QStringLiteral("127.0.0.1:1080"));
        proxy("proxy with a password", QStringLiteral("socks5://u:p@127.0.0.1:1080"));
        row("CA file that is not there", QStringLiteral("/nowhere/ca.pem"),
            [](NetworkOptions &options) { options.caFile = QStringLiteral("/nowhere/ca.pem"); });
        row("CA file without certificates", QStringLiteral("/dev/null"),
            [](NetworkOptions &options) { options.caFile = QStringLiteral("/dev/null"); });
        row("trust anchor that is not there", QStringLiteral("/nowhere/root.key"),
            [](NetworkOptions &options) { options.trustAnchorFile = QStringLiteral("/nowhere/root.key"); });
        const auto ehlo = [&](const char *name, const QByteArray &value, const QString &named) {
            row(name, named, [&](NetworkOptions &options) { options.ehloName = value; });
        };
        ehlo("EHLO name with a command in it", "mx.example\r\nMAIL FROM:<>", QStringLiteral("mx.example"));
        ehlo("EHLO name with a blank", "mx example", QStringLiteral("mx example"));
        ehlo("EHLO literal that is no address", "[mx.example]", QStringLiteral("[mx.example]"));
        ehlo("EHLO literal that does not end", "[192.0.2.1", QStringLiteral("[192.0.2.1"));
    }

    void unusableOptions()
    {
        QFETCH(NetworkOptions, options);
        QFETCH(QString, names);
        const auto network = RealNetwork::create(options);
        QVERIFY(!network);
        QVERIFY2(network.error().text.contains(names), qPrintable(network.error().text));
        QVERIFY(!network.error().text.contains(u'\n'));
        QVERIFY(!network.error().text.contains(u'\r'));
    }

    void usableEhloNames()
    {
        for (const char *name : {"mx.example", "[192.0.2.1]", "[IPv6:2001:db8::1]"}) {
            NetworkOptions options;
            options.resolver = QStringLiteral("127.0.0.1");
            options.ehloName = name;
            QVERIFY2(static_cast<bool>(RealNetwork::create(options)), name);
        }
    }

    void whatWasChosenIsDescribed()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("ca.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(mta::fakes::rootAuthority(QStringLiteral("Test Root")).certificatePem());
        file.close();
        NetworkOptions options;
        options.resolver = QStringLiteral("127.0.0.1:5300");
        options.caFile = file.fileName();
        options.proxy = QStringLiteral("socks5://127.0.0.1:1080");
        options.ehloName = "probe.example";
        options.smtpPort = 2525;
        options.httpsPort = 8443;
        const auto network = RealNetwork::create(options);
        QVERIFY(network);
        mta::Conditions conditions;
        (*network)->describe(conditions);
        QVERIFY(conditions.resolver.contains(QStringLiteral("127.0.0.1:5300")));
        QVERIFY(conditions.trustStore.contains(QStringLiteral("ca.pem")));
        QCOMPARE(conditions.proxy, options.proxy);
        QCOMPARE(conditions.ehloName, options.ehloName);
        QCOMPARE(conditions.smtpPort, options.smtpPort);
        QCOMPARE(conditions.httpsPort, options.httpsPort);
    }

    void testifiesWhenItWasBuilt()
    {
        NetworkOptions options;
        options.resolver = QStringLiteral("127.0.0.1");
        const auto network = RealNetwork::create(options);
        QVERIFY(network);
        mta::DomainFacts facts;
        (*network)->network().testify(facts);
        QVERIFY(facts.witness.programBuilt.isValid());
        QVERIFY(facts.witness.programBuilt > QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC));
        QVERIFY(facts.witness.programBuilt < QDateTime::currentDateTimeUtc().addDays(2));
        QVERIFY(!facts.conditions.signaturesStripped);
    }
};

QTEST_GUILESS_MAIN(RealNetworkTest)
#include "tst_realnetwork.moc"
