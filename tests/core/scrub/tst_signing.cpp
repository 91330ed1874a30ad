// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Keys made anew are of the same kind and size, always the same for the same seed, and OpenSSL takes what they sign.

#include "scrub/der.h"
#include "scrub/signing.h"

#include <QTest>
#include <openssl/evp.h>

using namespace mta;

class tst_Signing : public QObject
{
    Q_OBJECT

private slots:
    void newKeysSign_data();
    void newKeysSign();
    void keysThatSignNothingHaveNoSecret();
    void rsaKeysAreMadeUpToASize();
    void largeKeysCostMore_data();
    void largeKeysCostMore();
};

namespace
{

/// A public key of RSA with so many bits.
QByteArray rsa(int bits)
{
    QByteArray modulus((bits + 7) / 8, '\xff');
    modulus[0] = static_cast<char>(bits % 8 == 0 ? 0xff : (1 << bits % 8) - 1);
    const QByteArray algorithm = QByteArray::fromHex("300d06092a864886f70d0101010500");
    return derSequence(algorithm + derBits(derSequence(derNumber(modulus) + derNumber(QByteArray::fromHex("010001")))));
}

QByteArray spkiOf(EVP_PKEY *key)
{
    unsigned char *octets = nullptr;
    const int size = i2d_PUBKEY(key, &octets);
    const QByteArray spki(reinterpret_cast<const char *>(octets), size);
    OPENSSL_free(octets);
    return spki;
}

KeyPtr keyOf(const QByteArray &kind)
{
    if (kind.startsWith("RSA"))
        return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", static_cast<size_t>(kind.mid(3).toInt())));
    if (kind.startsWith("P-"))
        return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", kind.constData()));
    return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, kind.constData()));
}

} // namespace

void tst_Signing::newKeysSign_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("algorithm");
    const auto row = [](const char *sentence, const char *kind, const char *algorithm) {
        QTest::newRow(sentence) << QByteArray(kind) << QByteArray::fromHex(algorithm);
    };
    row("RSA with SHA-256", "RSA2048", "300d06092a864886f70d01010b0500");
    row("a short RSA key with SHA-1", "RSA1024", "300d06092a864886f70d0101050500");
    row("an RSA key of odd size", "RSA1025", "300d06092a864886f70d01010b0500");
    row("ECDSA over P-256", "P-256", "300a06082a8648ce3d040302");
    row("ECDSA over P-384 with SHA-384", "P-384", "300a06082a8648ce3d040303");
    row("ECDSA over P-521 with SHA-512", "P-521", "300a06082a8648ce3d040304");
    row("ECDSA over P-256 with a longer digest", "P-256", "300a06082a8648ce3d040304");
    row("Ed25519", "ED25519", "300506032b6570");
    row("Ed448", "ED448", "300506032b6571");
}

void tst_Signing::newKeysSign()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, algorithm);
    const KeyPtr old = keyOf(kind);
    QVERIFY(old);
    const std::optional<NewKey> made = newKeyLike(spkiOf(old.get()), "seed", true);
    QVERIFY(made && made->secret);
    QVERIFY(made->spki != spkiOf(old.get()));
    QCOMPARE(newKeyLike(spkiOf(old.get()), "seed", true)->spki, made->spki);
    QVERIFY(newKeyLike(spkiOf(old.get()), "another", true)->spki != made->spki);

    const auto *cursor = reinterpret_cast<const unsigned char *>(made->spki.constData());
    const KeyPtr shown(d2i_PUBKEY(nullptr, &cursor, static_cast<long>(made->spki.size())));
    QVERIFY(shown);
    QCOMPARE(EVP_PKEY_get_base_id(shown.get()), EVP_PKEY_get_base_id(old.get()));
    QCOMPARE(EVP_PKEY_get_bits(shown.get()), EVP_PKEY_get_bits(old.get()));

    const QByteArray text = "what is signed";
    const QByteArray signature = signatureBy(*made, algorithm, text);
    QVERIFY(!signature.isEmpty());
    QCOMPARE(signatureBy(*made, algorithm, text), signature);
    const auto *parsed = reinterpret_cast<const unsigned char *>(algorithm.constData());
    X509_ALGOR *identifier = d2i_X509_ALGOR(nullptr, &parsed, static_cast<long>(algorithm.size()));
    ASN1_BIT_STRING *bits = ASN1_BIT_STRING_new();
    const auto verified = [&](const QByteArray &signedText) {
        ASN1_OCTET_STRING *octets = ASN1_OCTET_STRING_new();
        ASN1_OCTET_STRING_set(octets, reinterpret_cast<const unsigned char *>(signedText.constData()), static_cast<int>(signedText.size()));
        // The signature is over the DER of the item.
        unsigned char *der = nullptr;
        const int size = i2d_ASN1_OCTET_STRING(octets, &der);
        const QByteArray whole(reinterpret_cast<const char *>(der), size);
        OPENSSL_free(der);
        const QByteArray over = signatureBy(*made, algorithm, whole);
        ASN1_BIT_STRING_set(bits, reinterpret_cast<unsigned char *>(const_cast<char *>(over.constData())), static_cast<int>(over.size()));
        bits->flags = ASN1_STRING_FLAG_BITS_LEFT;
        const int result = ASN1_item_verify(ASN1_ITEM_rptr(ASN1_OCTET_STRING), identifier, bits, octets, shown.get());
        ASN1_OCTET_STRING_set(octets, reinterpret_cast<const unsigned char *>("other"), 5);
        const int other = ASN1_item_verify(ASN1_ITEM_rptr(ASN1_OCTET_STRING), identifier, bits, octets, shown.get());
        ASN1_OCTET_STRING_free(octets);
        return result == 1 && other != 1;
    };
    QVERIFY(verified(text));
    ASN1_BIT_STRING_free(bits);
    X509_ALGOR_free(identifier);
}

void tst_Signing::keysThatSignNothingHaveNoSecret()
{
    // A number of that size is enough: nobody looks at its factors.
    const KeyPtr small = keyOf("RSA2048");
    const std::optional<NewKey> look = newKeyLike(spkiOf(small.get()), "seed", false);
    QVERIFY(look && !look->secret);
    QVERIFY(!newKeyLike("no key", "seed", true));
}

void tst_Signing::rsaKeysAreMadeUpToASize()
{
    for (const int bits : {4096, 4097}) {
        QCOMPARE(newKeyLike(rsa(bits), "seed", true).has_value(), bits <= 4096);
        QVERIFY(newKeyLike(rsa(bits), "seed", false)); // one that signs nothing costs nothing
    }
}

void tst_Signing::largeKeysCostMore_data()
{
    QTest::addColumn<QByteArray>("spki");
    QTest::addColumn<int>("effort");
    QTest::newRow("RSA with 1024 bits") << rsa(1024) << 1;
    QTest::newRow("RSA with 2048 bits") << rsa(2048) << 1;
    QTest::newRow("RSA with one bit more") << rsa(2049) << 5;
    QTest::newRow("RSA with 4096 bits") << rsa(4096) << 16;
    QTest::newRow("RSA that is too large to be made anew") << rsa(16384) << 16;
    QTest::newRow("an elliptic curve") << spkiOf(keyOf("P-521").get()) << 1;
    QTest::newRow("no key") << QByteArray("no key") << 1;
}

void tst_Signing::largeKeysCostMore()
{
    QFETCH(QByteArray, spki);
    QFETCH(int, effort);
    QCOMPARE(signingEffort(spki), effort);
}

QTEST_GUILESS_MAIN(tst_Signing)
#include "tst_signing.moc"
