// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/tsig.h"

#include "dns/message.h"

#include <QTest>
#include <cstdlib>
#include <ldns/ldns.h>

using namespace mta;

namespace
{

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);

TsigKey key(TsigAlgorithm algorithm = TsigAlgorithm::HmacSha256, const char *name = "key.example")
{
    return {QLatin1String(name), algorithm, Secret(QByteArrayView("a secret of twenty-six octets"))};
}

QByteArray request()
{
    return makePlainQuery({QStringLiteral("_mta-sts.example.com"), RecordType::Txt}, 4711, Asked::Authority);
}

QByteArray answer()
{
    QByteArray octets = request();
    octets[2] = static_cast<char>(octets.at(2) | 0x84);
    return octets;
}

} // namespace

class TsigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSignedHoldsForOthers_data()
    {
        QTest::addColumn<TsigAlgorithm>("algorithm");
        QTest::newRow("hmac-sha256") << TsigAlgorithm::HmacSha256;
        QTest::newRow("hmac-sha512") << TsigAlgorithm::HmacSha512; // ldns has no hmac-sha384; real servers do, see tst_realupdates
    }
    void whatIsSignedHoldsForOthers()
    {
        QFETCH(TsigAlgorithm, algorithm);
        const SignedMessage message = signRequest(request(), key(algorithm), now);
        const auto *octets = reinterpret_cast<const uint8_t *>(message.message.constData());
        const auto size = static_cast<size_t>(message.message.size());
        ldns_pkt *packet = nullptr;
        QCOMPARE(ldns_wire2pkt(&packet, octets, size), LDNS_STATUS_OK);
        const QByteArray secret = key().secret.octets().toByteArray().toBase64();
        QVERIFY(ldns_pkt_tsig_verify(packet, octets, size, "key.example.", secret.constData(), nullptr));
        ldns_pkt_free(packet);
    }

    void answersAreChecked_data()
    {
        QTest::addColumn<TsigKey>("signer");
        QTest::addColumn<int>("secondsLater");
        QTest::addColumn<TsigCheck>("check");
        QTest::newRow("signed with the key") << key() << 0 << TsigCheck::Good;
        QTest::newRow("five minutes apart") << key() << 300 << TsigCheck::Good;
        QTest::newRow("a second more") << key() << 301 << TsigCheck::WrongTime;
        QTest::newRow("a second more, the other way") << key() << -301 << TsigCheck::WrongTime;
        QTest::newRow("another algorithm") << key(TsigAlgorithm::HmacSha512) << 0 << TsigCheck::WrongMac;
        QTest::newRow("another name") << key(TsigAlgorithm::HmacSha256, "key.other") << 0 << TsigCheck::WrongMac;
        QTest::newRow("the name in capitals") << key(TsigAlgorithm::HmacSha256, "KEY.Example") << 0 << TsigCheck::Good;
        TsigKey other = key();
        other.secret = Secret(QByteArrayView("another"));
        QTest::newRow("another secret") << other << 0 << TsigCheck::WrongMac;
    }
    void answersAreChecked()
    {
        QFETCH(TsigKey, signer);
        QFETCH(int, secondsLater);
        const SignedMessage asked = signRequest(request(), key(), now);
        const SignedMessage signedAnswer = signResponse(answer(), signer, now, asked.mac);
        QTEST(checkResponse(signedAnswer.message, key(), now.addSecs(secondsLater), asked.mac).check, "check");
    }

    void anAnswerToAnotherRequestDoesNotCount()
    {
        const SignedMessage asked = signRequest(request(), key(), now);
        const SignedMessage other = signRequest(request(), key(), now.addSecs(1));
        const QByteArray late = signResponse(answer(), key(), now, other.mac).message;
        QCOMPARE(checkResponse(late, key(), now, asked.mac).check, TsigCheck::WrongMac);
    }

    void anyChangedOctetIsNoticed()
    {
        const SignedMessage asked = signRequest(request(), key(), now);
        const QByteArray good = signResponse(answer(), key(), now, asked.mac).message;
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad.at(at) ^ 0x40);
            // The id itself may be changed by forwarders: the original one is in the record (RFC 8945 §5.3.1). Names have no case.
            QVERIFY2(at < 2 || checkResponse(bad, key(), now, asked.mac).check != TsigCheck::Good, qPrintable(QString::number(at)));
        }
    }

    void anythingCutShortIsNotSigned()
    {
        const SignedMessage asked = signRequest(request(), key(), now);
        const QByteArray good = signResponse(answer(), key(), now, asked.mac).message;
        for (qsizetype size = 0; size < good.size(); ++size)
            QCOMPARE(checkResponse(good.first(size), key(), now, asked.mac).check, TsigCheck::Missing);
        QCOMPARE(checkResponse(good + '\0', key(), now, asked.mac).check, TsigCheck::Missing);
        QCOMPARE(checkResponse(answer(), key(), now, asked.mac).check, TsigCheck::Missing);
    }

    void thereIsNoSecretInAMessage()
    {
        const QByteArray message = signRequest(request(), key(), now).message;
        QVERIFY(!message.contains("secret"));
    }
};

QTEST_APPLESS_MAIN(TsigTest)
#include "tst_tsig.moc"
