// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/wiretext.h"
#include "fakes/testca.h"
#include "x509/tlsoffer.h"
#include <QTest>
#include <openssl/bn.h>
#include <openssl/x509.h>

using namespace mta;
using fakes::CertificateSpec;
using fakes::KeyKind;

class TestCertificate : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatStandsInTheCertificate();
    void keysAndSignatures_data();
    void keysAndSignatures();
    void escapesHostileNames();
    void keepsDerThatCannotBeParsed_data();
    void keepsDerThatCannotBeParsed();
    void readsPemInOrder();
    void limitsTheNumberOfNames();
    void limitsTheTexts();
    void limitsSubjectAndIssuer();
    void limitsTheSerialNumber();
    void limitsTheSize();
    void namesHosts_data();
    void namesHosts();
    void commonNameDoesNotCount();
    void readsExtensions_data();
    void readsExtensions();
    void tellsKindsOfKeys();
};

void TestCertificate::readsWhatStandsInTheCertificate()
{
    const auto root = fakes::rootAuthority(QStringLiteral("Test Root"));
    const QDateTime from = QDateTime::fromString(QStringLiteral("2026-01-02T03:04:05Z"), Qt::ISODate);
    const QDateTime until = QDateTime::fromString(QStringLiteral("2052-01-02T03:04:05Z"), Qt::ISODate); // a GeneralizedTime
    const auto leaf = fakes::issue({.commonName = QStringLiteral("mail.example.com"),
                                    .dnsNames = {QStringLiteral("Mail.Example.COM"), QStringLiteral("*.example.net")},
                                    .notBefore = from,
                                    .notAfter = until,
                                    .extensions = {}},
                                   root);
    const Certificate certificate = leaf.certificate();
    QVERIFY(certificate.valid);
    QCOMPARE(certificate.subject, QStringLiteral("CN=mail.example.com"));
    QCOMPARE(certificate.issuer, QStringLiteral("CN=Test Root"));
    QCOMPARE(certificate.commonName, QStringLiteral("mail.example.com"));
    QCOMPARE(certificate.dnsNames, QStringList({QStringLiteral("mail.example.com"), QStringLiteral("*.example.net")}));
    QCOMPARE(certificate.notBefore, from);
    QCOMPARE(certificate.notAfter, until);
    QCOMPARE(certificate.notAfter.timeSpec(), Qt::UTC);
    QVERIFY(!certificate.serial.isEmpty());
    QCOMPARE(certificate.sha256, QCryptographicHash::hash(leaf.der(), QCryptographicHash::Sha256));
    QCOMPARE(certificate.spkiSha256.size(), 32);
    QVERIFY(certificate.spkiSha256 != certificate.sha256);
    QVERIFY(!certificate.selfIssued);
    QVERIFY(!certificate.authority);
    QVERIFY(root.certificate().selfIssued);
    QVERIFY(root.certificate().authority);
    // The digest of a key is that of every certificate for it.
    auto again = fakes::selfSigned({.commonName = QStringLiteral("a"), .dnsNames = {}, .key = KeyKind::Rsa2048, .extensions = {}});
    auto other = fakes::selfSigned({.commonName = QStringLiteral("b"), .dnsNames = {}, .key = KeyKind::Rsa2048, .extensions = {}});
    QCOMPARE(again.certificate().spkiSha256, other.certificate().spkiSha256);
}

void TestCertificate::keysAndSignatures_data()
{
    QTest::addColumn<KeyKind>("kind");
    QTest::addColumn<QByteArray>("digest");
    QTest::addColumn<QString>("keyType");
    QTest::addColumn<int>("bits");
    QTest::addColumn<QString>("signature");
    QTest::addColumn<bool>("weakKey");
    QTest::addColumn<bool>("weakSignature");
    const auto ecdsa = QStringLiteral("ecdsa-with-SHA256");
    const auto rsa = QStringLiteral("sha256WithRSAEncryption");
    QTest::newRow("EC P-256") << KeyKind::EcP256 << QByteArray("SHA256") << QStringLiteral("EC P-256") << 256 << ecdsa << false << false;
    QTest::newRow("EC P-192 is weak") << KeyKind::EcP192 << QByteArray("SHA256") << QStringLiteral("EC P-192") << 192 << ecdsa << true
                                      << false;
    QTest::newRow("Ed25519") << KeyKind::Ed25519 << QByteArray() << QStringLiteral("Ed25519") << 256 << QStringLiteral("ED25519") << false
                             << false;
    QTest::newRow("RSA 2048") << KeyKind::Rsa2048 << QByteArray("SHA256") << QStringLiteral("RSA") << 2048 << rsa << false << false;
    QTest::newRow("RSA 1024 is weak") << KeyKind::Rsa1024 << QByteArray("SHA256") << QStringLiteral("RSA") << 1024 << rsa << true << false;
    QTest::newRow("SHA-1 is weak") << KeyKind::Rsa2048 << QByteArray("SHA1") << QStringLiteral("RSA") << 2048
                                   << QStringLiteral("sha1WithRSAEncryption") << false << true;
    QTest::newRow("SHA-1 with ECDSA is weak") << KeyKind::EcP256 << QByteArray("SHA1") << QStringLiteral("EC P-256") << 256
                                              << QStringLiteral("ecdsa-with-SHA1") << false << true;
    QTest::newRow("MD5 is weak") << KeyKind::Rsa2048 << QByteArray("MD5") << QStringLiteral("RSA") << 2048
                                 << QStringLiteral("md5WithRSAEncryption") << false << true;
    QTest::newRow("SHA-512 is not SHA-1") << KeyKind::Rsa2048 << QByteArray("SHA512") << QStringLiteral("RSA") << 2048
                                          << QStringLiteral("sha512WithRSAEncryption") << false << false;
}

void TestCertificate::keysAndSignatures()
{
    QFETCH(KeyKind, kind);
    QFETCH(QByteArray, digest);
    const auto identity =
        fakes::selfSigned({.commonName = QStringLiteral("x"), .dnsNames = {}, .key = kind, .digest = digest, .extensions = {}});
    const Certificate certificate = identity.certificate();
    QTEST(certificate.keyType, "keyType");
    QTEST(certificate.keyBits, "bits");
    QTEST(certificate.signatureAlgorithm, "signature");
    QTEST(hasWeakKey(certificate), "weakKey");
    QTEST(hasWeakSignature(certificate), "weakSignature");
}

void TestCertificate::escapesHostileNames()
{
    const auto evil = QStringLiteral("a\n\u202Eb,O=Bank");
    const Certificate certificate = fakes::selfSigned({.commonName = evil, .dnsNames = {}, .extensions = {}}).certificate();
    QVERIFY(certificate.valid);
    for (const QString &text : {certificate.subject, certificate.commonName}) {
        QVERIFY2(!text.contains(u'\n'), qPrintable(text));
        QVERIFY2(!text.contains(QChar(0x202E)), qPrintable(text));
    }
    QVERIFY2(certificate.subject.contains(QLatin1String("\\,O=Bank")), qPrintable(certificate.subject)); // RFC 4514 §2.4
}

void TestCertificate::keepsDerThatCannotBeParsed_data()
{
    QTest::addColumn<QByteArray>("der");
    const QByteArray good = fakes::rootAuthority(QStringLiteral("R")).der();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not DER") << QByteArray("hello");
    QTest::newRow("cut") << good.chopped(1);
    QTest::newRow("octets behind it") << good + 'x';
    QTest::newRow("larger than any certificate") << good + QByteArray(maxCertificateSize, 'x');
}

void TestCertificate::keepsDerThatCannotBeParsed()
{
    QFETCH(QByteArray, der);
    const Certificate certificate = parseCertificate(der);
    QVERIFY(!certificate.valid);
    QCOMPARE(certificate.der, der);
    QVERIFY(certificate.subject.isEmpty());
    QVERIFY(!hasWeakKey(certificate));
    QVERIFY(!namesHost(certificate, QStringLiteral("example.com")));
}

void TestCertificate::readsPemInOrder()
{
    const auto first = fakes::rootAuthority(QStringLiteral("First"));
    const auto second = fakes::rootAuthority(QStringLiteral("Second"));
    const QList<Certificate> list =
        parsePem("words before\n" + first.certificatePem() + first.keyPem() + second.certificatePem() + "-----BEGIN");
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.at(0).subject, QStringLiteral("CN=First"));
    QCOMPARE(list.at(1).subject, QStringLiteral("CN=Second"));
    QVERIFY(parsePem("nothing here").isEmpty());
}

void TestCertificate::limitsTheNumberOfNames()
{
    QStringList names;
    for (int i = 0; i < maxCertificateNames + 1; ++i)
        names.append(QStringLiteral("h%1.example.com").arg(i));
    const Certificate certificate =
        fakes::selfSigned({.commonName = QStringLiteral("many"), .dnsNames = names, .extensions = {}}).certificate();
    QVERIFY(certificate.valid);
    QCOMPARE(certificate.dnsNames.size(), maxCertificateNames);
    // A sender looks at all of them, so the last one counts, and one that is not there does not.
    QVERIFY(namesHost(certificate, names.last()));
    QVERIFY(!namesHost(certificate, QStringLiteral("h%1.example.com").arg(maxCertificateNames + 1)));
}

void TestCertificate::limitsTheTexts()
{
    for (const int size : {255, 256}) { // RFC 1035 §2.3.4
        const QString name = QString(size - 4, u'a') + QStringLiteral(".com");
        const Certificate certificate = fakes::selfSigned({.commonName = QStringLiteral("long"), .dnsNames = {name}}).certificate();
        QCOMPARE(certificate.dnsNames.constFirst() == name, size == 255);
        QVERIFY(certificate.dnsNames.constFirst().size() <= 256);
    }
    for (const int size : {1000, 1001}) {
        const QByteArray url = "http://" + QByteArray(size - 7, 'u');
        const Certificate certificate =
            fakes::selfSigned({.commonName = QStringLiteral("far"), .extensions = {{"authorityInfoAccess", "caIssuers;URI:" + url}}})
                .certificate();
        QCOMPARE(certificate.issuerUrl == QString::fromLatin1(url), size == 1000);
        QVERIFY(certificate.issuerUrl.startsWith(QStringLiteral("http://uuu")) && certificate.issuerUrl.size() <= 1001);
    }
}

void TestCertificate::limitsSubjectAndIssuer()
{
    const fakes::Identity identity = fakes::selfSigned({});
    const auto shown = [](const QByteArray &whole) {
        const QString text = QString::fromLatin1(whole);
        return text.size() <= 1024 ? text : text.left(1024) + QChar(0x2026);
    };
    for (const int size : {1020, 1021, 1022, 1023, 1024, 1025}) { // with the three of "CN=", and without them
        const QByteArray text(size, 'n');
        const std::unique_ptr<X509_NAME, decltype(&X509_NAME_free)> name(X509_NAME_new(), X509_NAME_free);
        // RFC 5280 §A.1 allows 64 characters; whoever makes one by hand asks nobody.
        QVERIFY(X509_NAME_add_entry_by_txt(name.get(), "CN", V_ASN1_UTF8STRING, reinterpret_cast<const unsigned char *>(text.constData()),
                                           size, -1, 0) == 1);
        X509_set_subject_name(identity.x509.get(), name.get());
        X509_set_issuer_name(identity.x509.get(), name.get());
        QVERIFY(X509_sign(identity.x509.get(), identity.key.get(), EVP_sha256()) > 0);
        const Certificate certificate = identity.certificate();
        QVERIFY(certificate.valid);
        QCOMPARE(certificate.commonName, shown(text));
        QCOMPARE(certificate.subject, shown("CN=" + text));
        QCOMPARE(certificate.issuer, shown("CN=" + text));
    }
}

void TestCertificate::limitsTheSerialNumber()
{
    const fakes::Identity identity = fakes::selfSigned({.commonName = QStringLiteral("numbered")});
    for (const int bits : {4096, 4097}) {
        const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(BN_new(), BN_free);
        QVERIFY(BN_set_bit(number.get(), bits - 1) == 1);
        QVERIFY(BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(identity.x509.get())));
        QVERIFY(X509_sign(identity.x509.get(), identity.key.get(), EVP_sha256()) > 0);
        const Certificate certificate = identity.certificate();
        QVERIFY(certificate.valid);
        QCOMPARE(certificate.serial.size(), bits == 4096 ? 1024 : 0);
    }
}

void TestCertificate::limitsTheSize()
{
    const auto sized = [](qsizetype filling) {
        return fakes::selfSigned({.commonName = QStringLiteral("large"), .extensions = {{"nsComment", QByteArray(filling, 'x')}}}).der();
    };
    // The signature varies by an octet or two, so the fitting one is looked for.
    QByteArray largest = sized(maxCertificateSize - 600);
    for (int i = 0; i < 100 && largest.size() != maxCertificateSize; ++i)
        largest = sized(maxCertificateSize - 600 + maxCertificateSize - sized(maxCertificateSize - 600).size());
    QCOMPARE(largest.size(), maxCertificateSize);
    QVERIFY(parseCertificate(largest).valid);
    const QByteArray larger = sized(maxCertificateSize);
    QVERIFY(larger.size() > maxCertificateSize);
    QVERIFY(!parseCertificate(larger).valid);
    QCOMPARE(parseCertificate(larger).der, larger);
}

void TestCertificate::namesHosts_data()
{
    QTest::addColumn<QString>("presented");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("match");
    const auto row = [](const char *name, const char *presented, const char *host, bool match) {
        QTest::newRow(name) << QString::fromLatin1(presented) << QString::fromLatin1(host) << match;
    };
    row("the same name", "mail.example.com", "mail.example.com", true);
    row("case does not matter", "MAIL.example.com", "mail.EXAMPLE.com", true);
    row("the host's trailing dot does not matter", "mail.example.com", "mail.example.com.", true);
    row("a trailing dot in the certificate does", "mail.example.com.", "mail.example.com", false);
    row("another name", "mail.example.com", "www.example.com", false);
    row("a longer name", "example.com", "mail.example.com", false);
    row("a suffix without a dot", "*.example.com", "mailexample.com", false);
    row("a wildcard for one label", "*.example.com", "mail.example.com", true);
    row("a wildcard for an A-label", "*.example.com", "xn--bcher-kva.example.com", true);
    row("a wildcard is not the parent", "*.example.com", "example.com", false);
    row("a wildcard is not two labels", "*.example.com", "a.b.example.com", false);
    row("a wildcard is not an empty label", "*.example.com", ".example.com", false);
    row("a wildcard below a top-level domain", "*.example", "mail.example", true);
    row("a wildcard alone", "*", "mail.example.com", false);
    row("a wildcard alone and a single label", "*", "localhost", false);
    row("a wildcard as part of a label", "ma*.example.com", "mail.example.com", false);
    row("a wildcard before part of a label", "*il.example.com", "mail.example.com", false);
    row("a wildcard in the middle", "mail.*.com", "mail.example.com", false);
    row("two wildcards", "*.*.com", "mail.example.com", false);
    row("a wildcard as the host", "*.example.com", "*.example.com", false);
    row("an IPv4 address as a DNS name", "192.0.2.1", "192.0.2.1", false);
    row("a wildcard and an IPv4 address", "*.0.2.1", "192.0.2.1", false);
    row("an empty host", "mail.example.com", "", false);
    row("an empty name", "", "", false);
}

void TestCertificate::namesHosts()
{
    QFETCH(QString, presented);
    QFETCH(QString, host);
    Certificate certificate;
    certificate.dnsNames = {QStringLiteral("first.example.org"), presented};
    QTEST(namesHost(certificate, host), "match");
}

void TestCertificate::commonNameDoesNotCount()
{
    const Certificate certificate =
        fakes::selfSigned({.commonName = QStringLiteral("mail.example.com"), .dnsNames = {}, .extensions = {}}).certificate();
    QCOMPARE(certificate.commonName, QStringLiteral("mail.example.com"));
    QVERIFY(certificate.dnsNames.isEmpty());
    QVERIFY(!namesHost(certificate, QStringLiteral("mail.example.com")));
}

void TestCertificate::readsExtensions_data()
{
    using Extensions = QList<std::pair<QByteArray, QByteArray>>;
    QTest::addColumn<Extensions>("extensions");
    QTest::addColumn<int>("timestamps");
    QTest::addColumn<QString>("issuerUrl");
    QTest::addColumn<bool>("mustStaple");
    const QByteArray timestamps = "1.3.6.1.4.1.11129.2.4.2";
    const QByteArray access = "authorityInfoAccess";
    const QString url = QStringLiteral("http://ca.example/issuer.crt");
    QTest::newRow("none of them") << Extensions() << 0 << QString() << false;
    QTest::newRow("one timestamp") << Extensions{{timestamps, "DER:04:05:00:03:00:01:aa"}} << 1 << QString() << false;
    QTest::newRow("two timestamps") << Extensions{{timestamps, "DER:04:09:00:07:00:01:aa:00:02:bb:cc"}} << 2 << QString() << false;
    QTest::newRow("an empty list") << Extensions{{timestamps, "DER:04:02:00:00"}} << 0 << QString() << false;
    QTest::newRow("a list that says it is longer") << Extensions{{timestamps, "DER:04:05:00:04:00:01:aa"}} << 0 << QString() << false;
    QTest::newRow("a list that says it is shorter") << Extensions{{timestamps, "DER:04:05:00:02:00:01:aa"}} << 0 << QString() << false;
    QTest::newRow("an entry past the end") << Extensions{{timestamps, "DER:04:05:00:03:00:02:aa"}} << 0 << QString() << false;
    QTest::newRow("half a length at the end") << Extensions{{timestamps, "DER:04:06:00:04:00:01:aa:00"}} << 0 << QString() << false;
    QTest::newRow("an entry of nothing") << Extensions{{timestamps, "DER:04:04:00:02:00:00"}} << 0 << QString() << false;
    QTest::newRow("no octet string") << Extensions{{timestamps, "DER:02:01:05"}} << 0 << QString() << false;
    QTest::newRow("the issuer's address") << Extensions{{access, "caIssuers;URI:http://ca.example/issuer.crt"}} << 0 << url << false;
    QTest::newRow("behind that of OCSP") << Extensions{{access, "OCSP;URI:http://ocsp.example/,caIssuers;URI:http://ca.example/issuer.crt"}}
                                         << 0 << url << false;
    QTest::newRow("OCSP alone") << Extensions{{access, "OCSP;URI:http://ocsp.example/"}} << 0 << QString() << false;
    QTest::newRow("not an address but a name") << Extensions{{access, "caIssuers;DNS:ca.example"}} << 0 << QString() << false;
    QTest::newRow("control characters become visible")
        << Extensions{{access, "DER:30:12:30:10:06:08:2b:06:01:05:05:07:30:02:86:04:61:1b:0a:62"}} << 0
        << visibleText(QByteArray("a\x1b\nb"), 100) << false;
    QTest::newRow("must staple") << Extensions{{"tlsfeature", "status_request"}} << 0 << QString() << true;
    QTest::newRow("another feature") << Extensions{{"tlsfeature", "17"}} << 0 << QString() << false;
    QTest::newRow("both features") << Extensions{{"tlsfeature", "17,status_request"}} << 0 << QString() << true;
}

void TestCertificate::readsExtensions()
{
    using Extensions = QList<std::pair<QByteArray, QByteArray>>;
    QFETCH(Extensions, extensions);
    const Certificate certificate =
        fakes::selfSigned({.commonName = QStringLiteral("a.example"), .dnsNames = {}, .extensions = extensions}).certificate();
    QVERIFY(certificate.valid);
    QTEST(certificate.timestamps, "timestamps");
    QTEST(certificate.issuerUrl, "issuerUrl");
    QTEST(certificate.mustStaple, "mustStaple");
}

void TestCertificate::tellsKindsOfKeys()
{
    const auto kind = [](KeyKind key) { return keyKind(fakes::selfSigned({.commonName = QStringLiteral("a"), .key = key}).certificate()); };
    QCOMPARE(kind(KeyKind::Rsa2048), TlsOffer::Key::Rsa);
    QCOMPARE(kind(KeyKind::EcP256), TlsOffer::Key::Ecdsa);
    QCOMPARE(kind(KeyKind::Ed25519), TlsOffer::Key::Ecdsa);
    QCOMPARE(keyKind(parseCertificate("junk")), TlsOffer::Key::Any);
}

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
