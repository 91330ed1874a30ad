// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "fakes/jsonschema.h"
#include "samples.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

QJsonObject schema()
{
    QFile file(QStringLiteral(SOURCE_DIR "/docs/schema/audit.schema.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QJsonObject member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toObject();
}

QJsonObject firstAddress(const QJsonObject &json, int host)
{
    return json.value(u"mx"_qs).toArray().at(host).toObject().value(u"addresses"_qs).toArray().at(0).toObject();
}

} // namespace

Q_DECLARE_METATYPE(mta::RunItem)

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void whatSendersDoIsToldByWhatTheyCheck()
    {
        DomainFacts facts = brokenFacts();
        setTlsa(facts, [](const Certificate &certificate) { return QList{keyRecord(certificate)}; });
        facts.mx.security = Security::Insecure;
        const QJsonObject json = renderJson(itemOf(facts));
        const QJsonObject whole = member(json, "delivery");
        QCOMPARE(whole.value(u"dane"_qs), QJsonValue(u"authenticated"_qs));
        QCOMPARE(whole.value(u"both"_qs), QJsonValue(u"authenticated"_qs));
        QCOMPARE(whole.value(u"lessAssurance"_qs), QJsonValue(true));
        const QJsonObject expired = member(firstAddress(json, 1), "delivery");
        QCOMPARE(expired.value(u"dane"_qs), QJsonValue(u"authenticated"_qs));
        QCOMPARE(expired.value(u"mtaSts"_qs), QJsonValue(u"refused"_qs));
        QCOMPARE(expired.value(u"both"_qs), QJsonValue(u"refused"_qs));
        QCOMPARE(expired.value(u"neither"_qs), QJsonValue(u"encrypted"_qs));
        QCOMPARE(firstAddress(json, 1).value(u"dane"_qs), QJsonValue(u"valid"_qs));
        for (const RunItem &item : {goodItem(), unusableItem()})
            QCOMPARE(member(renderJson(item), "delivery").size(), 5);
        QCOMPARE(member(renderJson(unusableItem()), "delivery").value(u"both"_qs), QJsonValue());
    }

    void outputFollowsTheSchema_data()
    {
        QTest::addColumn<RunItem>("item");
        DomainFacts failed = goodFacts();
        failed.sts = failedLookup(u"_mta-sts.good.example"_qs, RecordType::Txt, AnswerStatus::Timeout);
        failed.fetches.clear();
        DomainFacts refused = goodFacts();
        for (MxHost &host : refused.mxHosts)
            host.probes = {brokenProbe(u"192.0.2.1"_qs, ProbeEnd::Refused, SmtpDialog::Stage::Greeting)};
        DomainFacts bare;
        bare.domain = {u"a.example"_qs, u"a.example"_qs};
        QTest::newRow("all is well") << goodItem();
        QTest::newRow("an error") << brokenItem();
        QTest::newRow("no record") << itemOf(factsWithoutSts());
        QTest::newRow("lookup failed") << itemOf(failed);
        QTest::newRow("connection refused") << itemOf(refused);
        QTest::newRow("nothing asked") << itemOf(bare);
        QTest::newRow("name servers asked") << itemOf(askedInDepth());
        QTest::newRow("unusable line") << unusableItem();
        QTest::newRow("empty line") << RunItem();
        QTest::newRow("hostile") << hostileItem();
    }
    void outputFollowsTheSchema()
    {
        QFETCH(RunItem, item);
        QVERIFY(!schema().isEmpty());
        // As a reader sees it: written and parsed again.
        const QByteArray written = QJsonDocument(renderJson(item)).toJson();
        QVERIFY(QString::fromUtf8(written).toUtf8() == written);
        const QJsonObject read = QJsonDocument::fromJson(written).object();
        QCOMPARE(schemaComplaints(read, schema()), QStringList());
    }

    void theValidatorFindsFaults_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("unknown key") << u"surprise"_qs << QJsonValue(1);
        QTest::newRow("missing key") << u"verdict"_qs << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("another word") << u"verdict"_qs << QJsonValue(u"fine"_qs);
        QTest::newRow("another type") << u"findings"_qs << QJsonValue(QJsonObject());
        QTest::newRow("another version") << u"schemaVersion"_qs << QJsonValue(2);
        QTest::newRow("no integer") << u"elapsedMs"_qs << QJsonValue(0.5);
        QTest::newRow("below the minimum") << u"elapsedMs"_qs << QJsonValue(-1);
        QTest::newRow("no time") << u"observedAt"_qs << QJsonValue(u"yesterday"_qs);
        QTest::newRow("an item of another type") << u"mx"_qs << QJsonValue(QJsonArray{1});
        QTest::newRow("an item without its keys") << u"mx"_qs << QJsonValue(QJsonArray{QJsonObject()});
    }
    void theValidatorFindsFaults()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = renderJson(goodItem());
        if (value.isUndefined())
            json.remove(key);
        else
            json.insert(key, value);
        QVERIFY(!schemaComplaints(json, schema()).isEmpty());
    }

    void theGoodDomainIsDescribed()
    {
        const QJsonObject json = renderJson(goodItem());
        QCOMPARE(json.value(u"domain"_qs), QJsonValue(u"good.example"_qs));
        QCOMPARE(json.value(u"verdict"_qs), QJsonValue(u"protected"_qs));
        QCOMPARE(json.value(u"error"_qs), QJsonValue());
        QCOMPARE(json.value(u"resolver"_qs), QJsonValue(u"192.0.2.53:53"_qs));
        QCOMPARE(json.value(u"observedAt"_qs), QJsonValue(u"2026-06-15T12:00:00.000Z"_qs));
        QCOMPARE(json.value(u"elapsedMs"_qs), QJsonValue(400));
        const QJsonObject sts = member(json, "mtaSts");
        QCOMPARE(sts.value(u"status"_qs), QJsonValue(u"enforce"_qs));
        QCOMPARE(member(sts, "record").value(u"id"_qs), QJsonValue(u"20260601T000000"_qs));
        QCOMPARE(member(sts, "record").value(u"raw"_qs), QJsonValue(u"v=STSv1; id=20260601T000000;"_qs));
        const QJsonObject policy = member(sts, "policy");
        QCOMPARE(policy.value(u"mode"_qs), QJsonValue(u"enforce"_qs));
        QCOMPARE(policy.value(u"maxAge"_qs), QJsonValue(2592000));
        QCOMPARE(policy.value(u"mx"_qs), QJsonValue(QJsonArray{u"mx1.good.example"_qs, u"mx2.good.example"_qs}));
        QCOMPARE(policy.value(u"httpStatus"_qs), QJsonValue(200));
        QCOMPARE(policy.value(u"mediaType"_qs), QJsonValue(u"text/plain"_qs));
        QVERIFY(policy.value(u"raw"_qs).toString().startsWith(u"version: STSv1\n"_qs));
        QCOMPARE(member(json, "tlsRpt").value(u"status"_qs), QJsonValue(u"valid"_qs));
        QCOMPARE(member(json, "tlsRpt").value(u"rua"_qs), QJsonValue(QJsonArray{u"mailto:tls@good.example"_qs}));
    }

    void nameServersSayWhatTheyHold()
    {
        QCOMPARE(renderJson(goodItem()).value(u"authorities"_qs), QJsonValue());
        const QJsonObject authorities = member(renderJson(itemOf(askedInDepth())), "authorities");
        QCOMPARE(authorities.value(u"zone"_qs), QJsonValue(u"good.example"_qs));
        const QJsonArray servers = authorities.value(u"servers"_qs).toArray();
        const auto address = [&](int server) { return servers.at(server).toObject().value(u"addresses"_qs).toArray().at(0).toObject(); };
        QCOMPARE(servers.size(), 4);
        QCOMPARE(address(0).value(u"state"_qs), QJsonValue(u"answers"_qs));
        QCOMPARE(address(0).value(u"serial"_qs), QJsonValue(2026060100));
        QCOMPARE(address(0).value(u"mx"_qs), QJsonValue(QJsonArray{u"10 mx1.good.example"_qs, u"20 mx2.good.example"_qs}));
        QCOMPARE(address(1).value(u"mtaSts"_qs), QJsonValue(QJsonArray{u"v=STSv1; id=old;"_qs}));
        QCOMPARE(address(2).value(u"state"_qs), QJsonValue(u"lame"_qs));
        QCOMPARE(address(2).value(u"mtaSts"_qs), QJsonValue());
        QCOMPARE(address(3).value(u"state"_qs), QJsonValue(u"not-asked"_qs));
    }

    void addressesSayWhatASenderWouldDo()
    {
        const QJsonObject json = renderJson(brokenItem());
        QCOMPARE(json.value(u"verdict"_qs), QJsonValue(u"at-risk"_qs));
        QCOMPARE(json.value(u"mx"_qs).toArray().size(), 3);
        const QJsonObject good = firstAddress(json, 0);
        QCOMPARE(good.value(u"result"_qs), QJsonValue(u"ok"_qs));
        QCOMPARE(good.value(u"reason"_qs), QJsonValue());
        QCOMPARE(good.value(u"wouldDeliver"_qs), QJsonValue(true));
        QCOMPARE(member(good, "certificate").value(u"names"_qs), QJsonValue(QJsonArray{u"mx1.good.example"_qs}));
        QCOMPARE(member(good, "certificate").value(u"notAfter"_qs), QJsonValue(u"2026-08-14T12:00:00Z"_qs));
        const QJsonObject expired = firstAddress(json, 1);
        QCOMPARE(expired.value(u"result"_qs), QJsonValue(u"certificate-expired"_qs));
        QCOMPARE(expired.value(u"wouldDeliver"_qs), QJsonValue(false));
        const QJsonObject uncovered = json.value(u"mx"_qs).toArray().at(2).toObject();
        QCOMPARE(uncovered.value(u"coveredBy"_qs), QJsonValue());
        QCOMPARE(firstAddress(json, 2).value(u"wouldDeliverEnforced"_qs), QJsonValue(false));
        QCOMPARE(json.value(u"mx"_qs).toArray().at(0).toObject().value(u"coveredBy"_qs), QJsonValue(u"mx1.good.example"_qs));
    }

    void bothKeysOfAnAddressAreTold_data()
    {
        QTest::addColumn<int>("address"); // of the second mail server, whose first one sends a response with its RSA certificate
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("stapled");
        QTest::addColumn<bool>("mustStaple");
        QTest::newRow("RSA at the first address") << 0 << u"rsa"_qs << u"RSA"_qs << 2048 << true << false;
        QTest::newRow("ECDSA at the first address") << 0 << u"ecdsa"_qs << u"EC P-256"_qs << 256 << false << true;
        QTest::newRow("RSA at the second address") << 1 << u"rsa"_qs << u"RSA"_qs << 2048 << false << false;
        QTest::newRow("ECDSA at the second address") << 1 << u"ecdsa"_qs << u"EC P-256"_qs << 256 << false << true;
    }
    void bothKeysOfAnAddressAreTold()
    {
        QFETCH(int, address);
        QFETCH(QString, key);
        const QJsonObject host = renderJson(itemOf(certificatesWithDetails())).value(u"mx"_qs).toArray().at(1).toObject();
        const QJsonObject at = host.value(u"addresses"_qs).toArray().at(address).toObject();
        const QJsonObject told = at.value(u"tls"_qs)[u"keys"_qs][key].toObject();
        QCOMPARE(told.value(u"offered"_qs), QJsonValue(true));
        QCOMPARE(told.value(u"certificate"_qs)[u"names"_qs], QJsonValue(QJsonArray{u"mx2.good.example"_qs}));
        QTEST(told.value(u"certificate"_qs)[u"keyType"_qs].toString(), "type");
        QTEST(told.value(u"certificate"_qs)[u"keyBits"_qs].toInt(), "bits");
        QTEST(told.value(u"certificate"_qs)[u"mustStaple"_qs].toBool(), "mustStaple");
        QTEST(told.value(u"stapled"_qs).toBool(), "stapled");
    }

    void aKeyThatWasNotAskedForIsNull()
    {
        const QJsonObject address = firstAddress(renderJson(itemOf(goodFacts())), 0);
        const QJsonValue keys = address.value(u"tls"_qs)[u"keys"_qs];
        QCOMPARE(keys[u"ecdsa"_qs][u"offered"_qs], QJsonValue(true));
        QCOMPARE(keys[u"ecdsa"_qs][u"stapled"_qs], QJsonValue(false));
        QCOMPARE(keys[u"rsa"_qs][u"offered"_qs], QJsonValue());
        QCOMPARE(keys[u"rsa"_qs][u"stapled"_qs], QJsonValue());
        QCOMPARE(keys[u"rsa"_qs][u"certificate"_qs][u"keyType"_qs], QJsonValue());
    }

    void untestedIsNull()
    {
        DomainFacts facts = goodFacts();
        facts.mxHosts[0].probes = {brokenProbe(u"192.0.2.1"_qs, ProbeEnd::NoNetwork, SmtpDialog::Stage::Greeting)};
        const QJsonObject address = firstAddress(renderJson(itemOf(facts)), 0);
        QCOMPARE(address.value(u"result"_qs), QJsonValue(u"untested"_qs));
        QCOMPARE(address.value(u"wouldDeliver"_qs), QJsonValue());
        QCOMPARE(member(address, "certificate").value(u"notAfter"_qs), QJsonValue());
        QCOMPARE(address.value(u"reason"_qs), QJsonValue(u"no-network"_qs));
    }

    void findingsCiteTheirSource()
    {
        bool seen = false;
        for (const QJsonValue &value : renderJson(brokenItem()).value(u"findings"_qs).toArray()) {
            const QJsonObject finding = value.toObject();
            if (finding.value(u"id"_qs) != QJsonValue(u"mx-cert-expired"_qs))
                continue;
            seen = true;
            QCOMPARE(finding.value(u"severity"_qs), QJsonValue(u"error"_qs));
            QVERIFY(finding.value(u"message"_qs).toString().contains(u"mx2.good.example"_qs));
            QVERIFY(finding.value(u"citation"_qs).toString().startsWith(u"RFC"_qs));
            QVERIFY(finding.value(u"evidence"_qs).toString().startsWith(u"/mxHosts/1"_qs));
        }
        QVERIFY(seen);
    }

    void anUnusableLineIsAnObjectOfItsOwn()
    {
        const QJsonObject json = renderJson(unusableItem());
        QCOMPARE(json.value(u"domain"_qs), QJsonValue(u"not a domain!"_qs));
        QCOMPARE(json.value(u"verdict"_qs), QJsonValue(u"undetermined"_qs));
        QVERIFY(json.value(u"error"_qs).isString());
        QCOMPARE(json.value(u"observedAt"_qs), QJsonValue());
    }

    void badOctetsBecomeReplacementCharacters()
    {
        DomainFacts facts = goodFacts();
        setPolicy(facts, "version: STSv1\nmode: enforce\nx: \xff\nmx: mx1.good.example\nmax_age: 86400\n");
        const QJsonObject policy = member(member(renderJson(itemOf(facts)), "mtaSts"), "policy");
        QVERIFY(policy.value(u"raw"_qs).toString().contains(u"x: \ufffd\n"_qs));
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
