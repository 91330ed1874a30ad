// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/tsigkey.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;

namespace
{

const QByteArray base64 = "c2VjcmV0IHRoYXQgbm9ib2R5IGlzIHRvIHNlZQ==";
const QByteArray plain = "secret that nobody is to see";
const QByteArray written = "key \"ddns-key.example\" {\n\talgorithm hmac-sha256;\n\tsecret \"" + base64 + "\";\n};\n";

} // namespace

class TsigKeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<TsigAlgorithm>("algorithm");
        QTest::newRow("as tsig-keygen writes it") << written << TsigAlgorithm::HmacSha256;
        QTest::newRow("hmac-sha384") << QByteArray(written).replace("sha256", "sha384") << TsigAlgorithm::HmacSha384;
        QTest::newRow("hmac-sha512, in capitals") << QByteArray(written).replace("hmac-sha256", "HMAC-SHA512") << TsigAlgorithm::HmacSha512;
        QTest::newRow("without quotes") << QByteArray(written).replace("\"", "") << TsigAlgorithm::HmacSha256;
        QTest::newRow("in one line") << QByteArray(written).simplified().replace(" {", "{").replace("; ", ";") << TsigAlgorithm::HmacSha256;
        QTest::newRow("with all three kinds of comments")
            << "# one\n// two\n/* three\n{ } */" + QByteArray(written).replace("algorithm", "/**/algorithm /* x */")
            << TsigAlgorithm::HmacSha256;
        QTest::newRow("the secret first") << "key ddns-key.example { secret \"" + base64 + "\"; algorithm \"hmac-sha256\"; };"
                                          << TsigAlgorithm::HmacSha256;
        QTest::newRow("a name with a dot at its end, in capitals")
            << QByteArray(written).replace("ddns-key.example", "DDNS-Key.Example.") << TsigAlgorithm::HmacSha256;
    }
    void keysAreRead()
    {
        QFETCH(QByteArray, text);
        const Result<TsigKey> key = parseTsigKey(text);
        QVERIFY2(key, key ? "" : qPrintable(key.error().text));
        QCOMPARE(key->name, QStringLiteral("ddns-key.example"));
        QTEST(key->algorithm, "algorithm");
        QVERIFY(key->secret.octets() == QByteArrayView(plain));
        const Result<TsigKey> again = parseTsigKey(tsigKeyText(*key).octets());
        QVERIFY(again);
        QVERIFY(*again == *key);
    }

    void whatIsNoKeyIsRefusedWithoutASecretInTheSentence_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto changed = [](const char *from, const char *to) { return QByteArray(written).replace(from, to); };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("the secret alone") << base64;
        QTest::newRow("another statement") << changed("key ", "zone ");
        QTest::newRow("MD5") << changed("hmac-sha256", "hmac-md5");
        QTest::newRow("SHA-1") << changed("hmac-sha256", "hmac-sha1");
        QTest::newRow("no algorithm") << changed("algorithm hmac-sha256;", "");
        QTest::newRow("no secret") << changed("secret", "sekret");
        QTest::newRow("two secrets") << changed("algorithm hmac-sha256;", QByteArray("secret \"" + base64 + "\";").constData());
        QTest::newRow("the secret is not base64") << changed("c2Vj", "c2V!");
        QTest::newRow("the secret is empty") << changed(base64.constData(), "");
        QTest::newRow("the secret is longer than any")
            << changed(base64.constData(), QByteArray(maxKeyOctets + 1, 'x').toBase64().constData());
        QTest::newRow("the string does not end") << written.first(written.indexOf("==") + 2);
        QTest::newRow("the brace does not end") << written.first(written.indexOf('}'));
        QTest::newRow("no semicolon at the end") << written.first(written.indexOf('}') + 1);
        QTest::newRow("two keys") << written + written;
        QTest::newRow("the name has a blank") << changed("ddns-key", "ddns key");
        QTest::newRow("the name has an empty label") << changed("ddns-key.", "ddns-key..");
        QTest::newRow("the name has a label of 64 octets") << changed("ddns-key", QByteArray(64, 'a').constData());
        QTest::newRow("the name is empty") << changed("ddns-key.example", "");
        QTest::newRow("a zero octet") << QByteArray(written).insert(30, '\0');
        QTest::newRow("a comment that does not end") << "/* " + written;
    }
    void whatIsNoKeyIsRefusedWithoutASecretInTheSentence()
    {
        QFETCH(QByteArray, text);
        const Result<TsigKey> key = parseTsigKey(text);
        QVERIFY(!key);
        QVERIFY(!key.error().text.isEmpty());
        QVERIFY(!key.error().text.contains(QLatin1String("c2V")));
        QVERIFY(!key.error().text.contains(QLatin1String("nobody")));
    }

    void theLongestSecretIsTaken()
    {
        const QByteArray longest = QByteArray(maxKeyOctets, 'x').toBase64();
        QVERIFY(parseTsigKey(QByteArray(written).replace(base64, longest)));
    }

    void aFileThatOthersMayReadIsRefused_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("good");
        QTest::newRow("its owner alone") << 0x600 << true;
        QTest::newRow("owner and group, as BIND has it") << 0x640 << true;
        QTest::newRow("others may read") << 0x604 << false;
        QTest::newRow("others may write") << 0x602 << false;
    }
    void aFileThatOthersMayReadIsRefused()
    {
        QFETCH(int, mode);
        QFETCH(bool, good);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("key")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(written);
        QVERIFY(file.setPermissions(QFileDevice::Permissions(mode)));
        file.close();
        const Result<TsigKey> key = loadTsigKey(file.fileName());
        QCOMPARE(static_cast<bool>(key), good);
        if (!good)
            QVERIFY(key.error().text.contains(QLatin1String("chmod 600")));
    }

    void filesThatAreNoneAreRefused()
    {
        QTemporaryDir folder;
        QVERIFY(!loadTsigKey(folder.path()));
        QVERIFY(!loadTsigKey(folder.filePath(QStringLiteral("absent"))));
        for (const bool tooLong : {false, true}) {
            QFile file(folder.filePath(QStringLiteral("key%1").arg(tooLong)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(written + QByteArray(maxKeyFileSize - written.size() + (tooLong ? 1 : 0), '\n'));
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
            file.close();
            QCOMPARE(static_cast<bool>(loadTsigKey(file.fileName())), !tooLong);
        }
    }
};

QTEST_APPLESS_MAIN(TsigKeyTest)
#include "tst_tsigkey.moc"
