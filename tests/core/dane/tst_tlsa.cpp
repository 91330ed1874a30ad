// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dane/basedomain.h"
#include "dane/tlsa.h"
#include "fakes/testca.h"
#include <QCryptographicHash>
#include <QTest>

using namespace mta;

class TestTlsa : public QObject
{
    Q_OBJECT

private slots:
    void usability_data();
    void usability();
    void emptyDigests_data();
    void emptyDigests();
    void associationData_data();
    void associationData();
    void nothingIsSaidOfWhatCannotBeRead();
    void presentation_data();
    void presentation();
    void baseNames_data();
    void baseNames();
    void questionName();
};

void TestTlsa::usability_data()
{
    const QByteArray certificate = fakes::serverIdentity(QStringLiteral("mx.example"), fakes::rootAuthority(QStringLiteral("Root"))).der();
    const QByteArray key = mta::associationData(parseCertificate(certificate), 1, 0);
    const QByteArray sha256(32, 'x');
    const QByteArray sha512(64, 'x');
    QByteArray unknownKey = key; // the algorithm's identifier, 1.2.840.10045.2.1, becomes one that nobody has given out
    unknownKey.replace(QByteArray::fromHex("06072a8648ce3d0201"), QByteArray::fromHex("06072a8648ce3d7f7f"));

    QTest::addColumn<TlsaRecord>("record");
    QTest::addColumn<TlsaUsability>("expected");
    QTest::newRow("PKIX-TA") << TlsaRecord{0, 1, 1, sha256} << TlsaUsability::PkixUsage;
    QTest::newRow("PKIX-EE") << TlsaRecord{1, 1, 1, sha256} << TlsaUsability::PkixUsage;
    QTest::newRow("DANE-TA") << TlsaRecord{2, 0, 1, sha256} << TlsaUsability::Usable;
    QTest::newRow("DANE-EE") << TlsaRecord{3, 1, 1, sha256} << TlsaUsability::Usable;
    QTest::newRow("usage 4") << TlsaRecord{4, 1, 1, sha256} << TlsaUsability::UnknownUsage;
    QTest::newRow("usage 255 is private") << TlsaRecord{255, 1, 1, sha256} << TlsaUsability::UnknownUsage;
    QTest::newRow("selector 2") << TlsaRecord{3, 2, 1, sha256} << TlsaUsability::UnknownSelector;
    QTest::newRow("matching type 3") << TlsaRecord{3, 1, 3, sha256} << TlsaUsability::UnknownMatchingType;
    QTest::newRow("SHA-512") << TlsaRecord{3, 1, 2, sha512} << TlsaUsability::Usable;
    QTest::newRow("SHA-256 declared as SHA-512") << TlsaRecord{3, 1, 2, sha256} << TlsaUsability::WrongLength;
    QTest::newRow("SHA-512 declared as SHA-256") << TlsaRecord{3, 1, 1, sha512} << TlsaUsability::WrongLength;
    QTest::newRow("one octet short") << TlsaRecord{3, 1, 1, sha256.chopped(1)} << TlsaUsability::WrongLength;
    QTest::newRow("one octet long") << TlsaRecord{3, 1, 1, sha256 + 'x'} << TlsaUsability::WrongLength;
    QTest::newRow("no digest") << TlsaRecord{3, 1, 1, {}} << TlsaUsability::WrongLength;
    QTest::newRow("a certificate in full") << TlsaRecord{2, 0, 0, certificate} << TlsaUsability::Usable;
    QTest::newRow("a key in full") << TlsaRecord{3, 1, 0, key} << TlsaUsability::Usable;
    QTest::newRow("a certificate where the key belongs") << TlsaRecord{3, 1, 0, certificate} << TlsaUsability::Malformed;
    QTest::newRow("a key where the certificate belongs") << TlsaRecord{3, 0, 0, key} << TlsaUsability::Malformed;
    QTest::newRow("a certificate cut short") << TlsaRecord{2, 0, 0, certificate.chopped(1)} << TlsaUsability::Malformed;
    QTest::newRow("a certificate and an octet") << TlsaRecord{2, 0, 0, certificate + '\0'} << TlsaUsability::Malformed;
    QTest::newRow("a key and an octet") << TlsaRecord{2, 1, 0, key + '\0'} << TlsaUsability::Malformed;
    QTest::newRow("a key of an unknown kind") << TlsaRecord{2, 1, 0, unknownKey} << TlsaUsability::Malformed;
    QTest::newRow("a digest declared as the full data") << TlsaRecord{3, 1, 0, sha256} << TlsaUsability::Malformed;
    QTest::newRow("nothing in full") << TlsaRecord{3, 0, 0, {}} << TlsaUsability::Malformed;
}

void TestTlsa::usability()
{
    QFETCH(TlsaRecord, record);
    QTEST(usabilityForSmtp(record), "expected");
}

void TestTlsa::emptyDigests_data()
{
    const QByteArray sha256 = QByteArray::fromHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const QByteArray sha512 = QByteArray::fromHex("cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                                                  "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e");
    QTest::addColumn<TlsaRecord>("record");
    QTest::addColumn<bool>("expected");
    QTest::newRow("SHA-256 of nothing") << TlsaRecord{3, 1, 1, sha256} << true;
    QTest::newRow("SHA-512 of nothing") << TlsaRecord{2, 0, 2, sha512} << true;
    QTest::newRow("SHA-256 of something") << TlsaRecord{3, 1, 1, QByteArray(32, 'x')} << false;
    QTest::newRow("SHA-256 declared as SHA-512") << TlsaRecord{3, 1, 2, sha256} << false;
    QTest::newRow("in full") << TlsaRecord{3, 1, 0, sha256} << false;
    QTest::newRow("no data at all") << TlsaRecord{3, 1, 1, {}} << false;
}

void TestTlsa::emptyDigests()
{
    QFETCH(TlsaRecord, record);
    QTEST(holdsEmptyDigest(record), "expected");
}

void TestTlsa::associationData_data()
{
    const fakes::Identity identity = fakes::selfSigned({.commonName = QStringLiteral("mx.example"), .dnsNames = {}});
    unsigned char *octets = nullptr;
    const int size = i2d_PUBKEY(identity.key.get(), &octets);
    const QByteArray key(reinterpret_cast<const char *>(octets), size);
    OPENSSL_free(octets);

    QTest::addColumn<Certificate>("certificate");
    QTest::addColumn<int>("selector");
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("expected");
    const Certificate certificate = identity.certificate();
    const QByteArray &der = certificate.der;
    QTest::newRow("0 0") << certificate << 0 << 0 << der;
    QTest::newRow("0 1") << certificate << 0 << 1 << QCryptographicHash::hash(der, QCryptographicHash::Sha256);
    QTest::newRow("0 2") << certificate << 0 << 2 << QCryptographicHash::hash(der, QCryptographicHash::Sha512);
    QTest::newRow("1 0") << certificate << 1 << 0 << key;
    QTest::newRow("1 1") << certificate << 1 << 1 << certificate.spkiSha256;
    QTest::newRow("1 2") << certificate << 1 << 2 << QCryptographicHash::hash(key, QCryptographicHash::Sha512);
    QTest::newRow("2 1") << certificate << 2 << 1 << QByteArray();
    QTest::newRow("1 3") << certificate << 1 << 3 << QByteArray();
}

void TestTlsa::associationData()
{
    QFETCH(Certificate, certificate);
    QFETCH(int, selector);
    QFETCH(int, type);
    QTEST(mta::associationData(certificate, quint8(selector), quint8(type)), "expected");
}

void TestTlsa::nothingIsSaidOfWhatCannotBeRead()
{
    const Certificate garbage = parseCertificate("garbage");
    for (quint8 selector = 0; selector < 2; ++selector)
        for (quint8 type = 0; type < 3; ++type)
            QVERIFY(mta::associationData(garbage, selector, type).isEmpty());
}

void TestTlsa::presentation_data()
{
    QTest::addColumn<TlsaRecord>("record");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("expected");
    QTest::newRow("short") << TlsaRecord{3, 1, 1, QByteArray::fromHex("00ABcd")} << 6 << QStringLiteral("3 1 1 00abcd");
    QTest::newRow("one digit too many") << TlsaRecord{3, 1, 1, QByteArray::fromHex("00abcd")} << 5 << QStringLiteral("3 1 1 00abc…");
    QTest::newRow("large numbers") << TlsaRecord{255, 254, 253, "\x01"} << 6 << QStringLiteral("255 254 253 01");
    QTest::newRow("no data") << TlsaRecord{2, 0, 0, {}} << 6 << QStringLiteral("2 0 0");
}

void TestTlsa::presentation()
{
    QFETCH(TlsaRecord, record);
    QFETCH(int, limit);
    QTEST(tlsaText(record, limit), "expected");
}

void TestTlsa::baseNames_data()
{
    const QString host = QStringLiteral("mx.example.com");
    const QString between = QStringLiteral("mx.example.org");
    const QString target = QStringLiteral("mx.example.net");
    QTest::addColumn<QStringList>("aliases");
    QTest::addColumn<bool>("secure");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("no alias") << QStringList() << true << QStringList{host};
    QTest::newRow("no alias, insecure") << QStringList() << false << QStringList{host};
    QTest::newRow("a secure alias: its target first") << QStringList{target} << true << QStringList{target, host};
    QTest::newRow("an insecure alias: the original only") << QStringList{target} << false << QStringList{host};
    QTest::newRow("a chain: its end, nothing between") << QStringList{between, target} << true << QStringList{target, host};
    QTest::newRow("a loop: asked once") << QStringList{between, host} << true << QStringList{host};
}

void TestTlsa::baseNames()
{
    QFETCH(QStringList, aliases);
    QFETCH(bool, secure);
    QTEST(tlsaBaseNames(QStringLiteral("mx.example.com"), aliases, secure), "expected");
}

void TestTlsa::questionName()
{
    QCOMPARE(tlsaQuestionName(QStringLiteral("mx.example.com")), QStringLiteral("_25._tcp.mx.example.com"));
    QCOMPARE(tlsaQuestionName(QStringLiteral("mx.example.com"), 2525), QStringLiteral("_2525._tcp.mx.example.com"));
    QCOMPARE(tlsaQuestionName(QStringLiteral("%1.example.com")), QStringLiteral("_25._tcp.%1.example.com"));
}

QTEST_GUILESS_MAIN(TestTlsa)
#include "tst_tlsa.moc"
