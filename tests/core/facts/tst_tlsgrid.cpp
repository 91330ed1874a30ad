// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "facts/tlsgrid.h"

#include "fakes/factsbuilder.h"

#include <QTest>

using namespace mta;
using Key = TlsOffer::Key;

Q_DECLARE_METATYPE(mta::MxHost)

namespace
{

const QString name = QStringLiteral("mx.example");
const QHostAddress address(QStringLiteral("192.0.2.1"));

MxProbe showing(const char *keyType, TlsVersion version = TlsVersion::Tls13)
{
    MxProbe probe = goodProbe(name, address.toString());
    probe.tls.version = version;
    probe.tls.chain[0].keyType = QLatin1String(keyType);
    return probe;
}

MxProbe failing(const char *failure)
{
    MxProbe probe = showing("");
    probe.end = ProbeEnd::TlsFailed;
    probe.tls = {};
    probe.tls.attempted = true;
    probe.tls.failure = QLatin1String(failure);
    return probe;
}

TlsOffer only(TlsVersion version)
{
    return {.least = version, .most = version};
}

const QHash<Offered, QString> words{
    {Offered::Yes, QStringLiteral("yes")}, {Offered::No, QStringLiteral("no")}, {Offered::NotTested, QStringLiteral("?")}};

/// "rsa=yes ecdsa=? 1.0=no ..." of the address.
QString told(const MxHost &host)
{
    QStringList parts{QStringLiteral("rsa=") + words[offersKey(host, address, Key::Rsa)],
                      QStringLiteral("ecdsa=") + words[offersKey(host, address, Key::Ecdsa)]};
    for (const TlsVersion version : {TlsVersion::Tls10, TlsVersion::Tls11, TlsVersion::Tls12, TlsVersion::Tls13})
        parts.append(tlsVersionName(version).mid(4) + u'=' + words[offersVersion(host, address, version)]);
    return parts.join(u' ');
}

} // namespace

class TestTlsGrid : public QObject
{
    Q_OBJECT

private slots:
    void cells_data();
    void cells();
    void pointersLeadToTheProbe();
    void addressesDoNotMix();
};

void TestTlsGrid::cells_data()
{
    const MxProbe no = failing("sslv3 alert handshake failure");
    const MxProbe ec = showing("EC P-256");
    MxProbe hidden = ec;
    hidden.plain->startTls = false;
    MxProbe late = no;
    late.tls.timedOut = true;
    MxProbe cut = no;
    cut.end = ProbeEnd::Reset;
    cut.tls.reset = true;
    MxProbe chose = no;
    chose.tls.version = TlsVersion::Tls10;
    const TlsOffer rsa{.key = Key::Rsa};
    QTest::addColumn<MxProbe>("normal");
    QTest::addColumn<QList<ExtraProbe>>("extras");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const MxProbe &normal, const QList<ExtraProbe> &extras, const char *expected) {
        QTest::newRow(title) << normal << extras << QString::fromLatin1(expected);
    };
    row("the normal probe alone", ec, {}, "rsa=? ecdsa=yes 1.0=? 1.1=? 1.2=? 1.3=yes");
    row("what is above the version chosen is not there", showing("RSA", TlsVersion::Tls12), {},
        "rsa=yes ecdsa=? 1.0=? 1.1=? 1.2=yes 1.3=no");
    row("nothing but TLS 1.0", showing("RSA", TlsVersion::Tls10), {}, "rsa=yes ecdsa=? 1.0=yes 1.1=no 1.2=no 1.3=no");
    row("no RSA key", ec, {{rsa, no}}, "rsa=no ecdsa=yes 1.0=? 1.1=? 1.2=? 1.3=yes");
    row("an RSA key too", ec, {{rsa, showing("RSA")}}, "rsa=yes ecdsa=yes 1.0=? 1.1=? 1.2=? 1.3=yes");
    row("an RSA key in TLS 1.2 tells of TLS 1.2", ec, {{rsa, showing("RSA", TlsVersion::Tls12)}},
        "rsa=yes ecdsa=yes 1.0=? 1.1=? 1.2=yes 1.3=yes");
    row("old versions are off", ec,
        {{only(TlsVersion::Tls12), showing("EC P-256", TlsVersion::Tls12)}, {only(TlsVersion::Tls11), no}, {only(TlsVersion::Tls10), no}},
        "rsa=? ecdsa=yes 1.0=no 1.1=no 1.2=yes 1.3=yes");
    row("TLS 1.0 is on, with another certificate", ec, {{only(TlsVersion::Tls10), showing("RSA", TlsVersion::Tls10)}},
        "rsa=yes ecdsa=yes 1.0=yes 1.1=? 1.2=? 1.3=yes");
    row("TLS 1.2 is off", ec, {{only(TlsVersion::Tls12), no}}, "rsa=? ecdsa=yes 1.0=? 1.1=? 1.2=no 1.3=yes");
    row("silence says nothing", ec, {{rsa, late}, {only(TlsVersion::Tls10), late}}, "rsa=? ecdsa=yes 1.0=? 1.1=? 1.2=? 1.3=yes");
    row("a cut connection says nothing", ec, {{rsa, cut}, {only(TlsVersion::Tls10), cut}}, "rsa=? ecdsa=yes 1.0=? 1.1=? 1.2=? 1.3=yes");
    row("trouble inside the server says nothing", ec, {{rsa, failing("tlsv1 alert internal error")}},
        "rsa=? ecdsa=yes 1.0=? 1.1=? 1.2=? 1.3=yes");
    row("it broke after the version was chosen", ec, {{only(TlsVersion::Tls10), chose}}, "rsa=? ecdsa=yes 1.0=? 1.1=? 1.2=? 1.3=yes");
    row("asked to come back later", ec,
        {{rsa, brokenProbe(address.toString(), ProbeEnd::Complete, SmtpDialog::Stage::Greeting, SmtpDialog::Failure::GreetingTemporary)}},
        "rsa=? ecdsa=yes 1.0=? 1.1=? 1.2=? 1.3=yes");
    row("STARTTLS that is not offered shows nothing", hidden, {}, "rsa=? ecdsa=? 1.0=? 1.1=? 1.2=? 1.3=?");
    row("no handshake came about", no, {}, "rsa=? ecdsa=? 1.0=? 1.1=? 1.2=? 1.3=?");
}

void TestTlsGrid::cells()
{
    QFETCH(MxProbe, normal);
    QFETCH(QList<ExtraProbe>, extras);
    MxHost host;
    host.probes = {normal};
    host.extraProbes = extras;
    QTEST(told(host), "expected");
}

void TestTlsGrid::pointersLeadToTheProbe()
{
    MxHost host;
    host.probes = {showing("EC P-256")};
    host.extraProbes = {{only(TlsVersion::Tls12), showing("EC P-256", TlsVersion::Tls12)}, {{.key = Key::Rsa}, showing("RSA")}};
    QCOMPARE(probesOf(host, address).size(), 3);
    QCOMPARE(probeShowing(host, address, Key::Ecdsa).pointer, QStringLiteral("/probes/0"));
    QCOMPARE(probeOfOtherKey(host, address).pointer, QStringLiteral("/extraProbes/1/probe"));
    QCOMPARE(probeOfOtherKey(host, address).probe, &host.extraProbes.at(1).probe);
    host.extraProbes.removeLast();
    QVERIFY(!probeOfOtherKey(host, address));
}

void TestTlsGrid::addressesDoNotMix()
{
    MxHost host;
    host.probes = {showing("EC P-256")};
    MxProbe elsewhere = showing("RSA");
    elsewhere.address = QHostAddress(QStringLiteral("192.0.2.2"));
    host.extraProbes = {{{.key = Key::Rsa}, elsewhere}};
    QCOMPARE(offersKey(host, address, Key::Rsa), Offered::NotTested);
    QVERIFY(!probeOfOtherKey(host, address));
    QVERIFY(!probeOfOtherKey(host, elsewhere.address)); // what its normal probe showed is not known
}

QTEST_GUILESS_MAIN(TestTlsGrid)
#include "tst_tlsgrid.moc"
