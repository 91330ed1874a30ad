// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "dns/message.h"

#include "dns/extendederror.h"
#include "fakes/dnsmessage.h"
#include "fakes/fakednsserver.h"
#include <QRandomGenerator>
#include <QTest>
#include <ldns/ldns.h>

using namespace std::chrono_literals;
using mta::AnswerStatus;
using mta::Lookup;
using mta::Question;
using mta::RecordType;

namespace
{

const QString name = QStringLiteral("_mta-sts.good.example");
const Question question{name, RecordType::Txt};

/// A response whose answer section is these records in zone file format.
Lookup answered(const Question &asked, const QStringList &records)
{
    ldns_pkt *packet = ldns_pkt_query_new(ldns_dname_new_frm_str(asked.name.toLatin1().constData()), static_cast<ldns_rr_type>(asked.type),
                                          LDNS_RR_CLASS_IN, LDNS_RD);
    ldns_pkt_set_qr(packet, true);
    for (const QString &text : records) {
        ldns_rr *rr = nullptr;
        if (ldns_rr_new_frm_str(&rr, text.toUtf8().constData(), 0, nullptr, nullptr) != LDNS_STATUS_OK)
            qFatal("not a record: %s", qPrintable(text));
        ldns_pkt_push_rr(packet, LDNS_SECTION_ANSWER, rr);
    }
    uint8_t *octets = nullptr;
    size_t size = 0;
    ldns_pkt2wire(&octets, packet, &size);
    Lookup lookup;
    lookup.question = asked;
    lookup.message = QByteArray(reinterpret_cast<const char *>(octets), static_cast<qsizetype>(size));
    std::free(octets);
    ldns_pkt_free(packet);
    return lookup;
}

QList<QByteArray> texts(const Lookup &lookup)
{
    QList<QByteArray> joined;
    for (const mta::TxtRecord &record : mta::txtRecords(lookup).records)
        joined.append(record.joined());
    return joined;
}

QStringList addresses(const Lookup &lookup)
{
    QStringList list;
    for (const mta::AddressRecord &record : mta::addressRecords(lookup).records)
        list.append(record.address.toString());
    return list;
}

} // namespace

class TestMessage : public QObject
{
    Q_OBJECT
private slots:
    void readsStringsAsTheyAre();
    void joinsStringsWithoutBlanks();
    void sortsExchangesByPreferenceThenAsTheyCame();
    void readsTheNullMx();
    void readsAddressesOfTheTypeAsked();
    void readsTlsaRecords();
    void shortTlsaRecordsSayNothing();
    void followsAliases();
    void aliasLoopsEnd();
    void aliasChainIsBounded();
    void ordinaryRecordsWinOverAnAlias();
    void recordsAreBounded();
    void messagesHaveALimitOfRecords();
    void namesAreLowerCaseWithoutTheDot();
    void recordsOfOthersDoNotCount();
    void smallestTtlCounts();
    void readsNameservers();
    void readsTheHeadOfAZone_data();
    void readsTheHeadOfAZone();
    void nothingIsRememberedForTheSmallerOfBothTimes_data();
    void nothingIsRememberedForTheSmallerOfBothTimes();
    void listsRecordsForPeople();
    void leavesSignaturesOut();

    void readsTheHeader();
    void knowsItsOwnQuestion_data();
    void knowsItsOwnQuestion();
    void errorsMayLeaveTheQuestionOut();
    void readsLookups_data();
    void readsLookups();
    void readsExtendedErrors_data();
    void readsExtendedErrors();
    void readsSignatureDates();

    void queryAsksForSignatures();
    void oldQueryIsOld();
    void unusableNamesMakeNoQuery_data();
    void unusableNamesMakeNoQuery();

    void cutMessagesAreNoMessages();
    void garbageNeverBreaks();
};

void TestMessage::readsStringsAsTheyAre()
{
    const QByteArray octets = QByteArray("v=STSv1; \0\xff\"\\\t", 14);
    const Lookup lookup = mta::txtStringsLookup(name, {{octets, "", "b"}, {""}});
    const auto answer = mta::txtRecords(lookup);
    QCOMPARE(answer.records.size(), 2);
    QCOMPARE(answer.records.at(0).strings, QList<QByteArray>({octets, "", "b"}));
    QCOMPARE(answer.records.at(1).strings, QList<QByteArray>({""}));
    QVERIFY(answer.aliases.isEmpty());
}

void TestMessage::joinsStringsWithoutBlanks()
{
    const QByteArray large(700, 'x');
    QCOMPARE(texts(mta::txtLookup(name, {large, "v=STSv1; id=1"})), QList<QByteArray>({large, "v=STSv1; id=1"}));
}

void TestMessage::sortsExchangesByPreferenceThenAsTheyCame()
{
    const Lookup lookup =
        mta::mxLookup(QStringLiteral("good.example"),
                      {{20, QStringLiteral("c.example")}, {10, QStringLiteral("b.example")}, {10, QStringLiteral("a.example")}});
    const auto records = mta::mxRecords(lookup).records;
    QCOMPARE(records, QList<mta::MxRecord>(
                          {{10, QStringLiteral("b.example")}, {10, QStringLiteral("a.example")}, {20, QStringLiteral("c.example")}}));
}

void TestMessage::readsTheNullMx()
{
    const Lookup lookup = mta::mxLookup(QStringLiteral("good.example"), {{0, QStringLiteral(".")}});
    QCOMPARE(mta::mxRecords(lookup).records, QList<mta::MxRecord>({{0, QStringLiteral(".")}}));
}

void TestMessage::readsAddressesOfTheTypeAsked()
{
    QCOMPARE(addresses(mta::addressLookup(name, {QStringLiteral("192.0.2.1"), QStringLiteral("192.0.2.2")})),
             QStringList({QStringLiteral("192.0.2.1"), QStringLiteral("192.0.2.2")}));
    QCOMPARE(addresses(mta::addressLookup(name, {QStringLiteral("2001:db8::1")})), QStringList({QStringLiteral("2001:db8::1")}));
    QCOMPARE(addresses(mta::txtLookup(name, {"192.0.2.1"})), QStringList());
    QCOMPARE(mta::txtRecords(mta::addressLookup(name, {QStringLiteral("192.0.2.1")})).records.size(), 0);
}

void TestMessage::readsTlsaRecords()
{
    const QList<mta::TlsaRecord> records{
        {3, 1, 1, QByteArray(32, '\0')}, {255, 254, 253, "\xff"}, {2, 0, 0, QByteArray(1000, 'x')}, {3, 1, 2, {}}};
    const QString owner = QStringLiteral("_25._tcp.mx.good.example");
    const Lookup lookup = mta::tlsaLookup(owner, records);
    QCOMPARE(mta::tlsaRecords(lookup).records, records);
    const auto aliased = mta::tlsaRecords(mta::aliasLookup(QStringLiteral("_25._tcp.mx2.good.example"), lookup));
    QCOMPARE(aliased.records, records);
    QCOMPARE(aliased.aliases, QStringList{owner});
    QVERIFY(mta::tlsaRecords(mta::txtLookup(owner, {"a"})).records.isEmpty());
    QVERIFY(mta::tlsaRecords(mta::nxdomainLookup(owner, RecordType::Tlsa)).records.isEmpty());
}

void TestMessage::shortTlsaRecordsSayNothing()
{
    // One octet of data is cut off the end: first the data, then the matching type goes missing.
    const Lookup whole = mta::tlsaLookup(name, {{3, 1, 1, "x"}});
    const qsizetype lengthAt = whole.message.size() - 4 - 2;
    QCOMPARE(whole.message.at(lengthAt + 1), char(4));
    for (int length = 3; length >= 0; --length) {
        Lookup cut = whole;
        cut.message.chop(4 - length);
        cut.message[lengthAt + 1] = char(length);
        QCOMPARE(mta::tlsaRecords(cut).records, length == 3 ? QList<mta::TlsaRecord>({{3, 1, 1, {}}}) : QList<mta::TlsaRecord>());
    }
}

void TestMessage::followsAliases()
{
    const Lookup end = mta::txtLookup(QStringLiteral("c.example"), {"text"});
    const Lookup lookup = mta::aliasLookup(name, mta::aliasLookup(QStringLiteral("b.example"), end));
    QCOMPARE(mta::txtRecords(lookup).aliases, QStringList({QStringLiteral("b.example"), QStringLiteral("c.example")}));
    QCOMPARE(texts(lookup), QList<QByteArray>({"text"}));

    const Lookup dangling = mta::aliasLookup(name, mta::nxdomainLookup(QStringLiteral("gone.example"), RecordType::Txt));
    QCOMPARE(mta::txtRecords(dangling).aliases, QStringList({QStringLiteral("gone.example")}));
    QCOMPARE(mta::txtRecords(dangling).ttl, 300s);
    QCOMPARE(texts(dangling).size(), 0);
}

void TestMessage::aliasLoopsEnd()
{
    const Lookup itself = answered(question, {name + QStringLiteral(". 5 CNAME %1.").arg(name)});
    QCOMPARE(mta::txtRecords(itself).aliases, QStringList({name}));
    const Lookup pair =
        answered(question, {name + QStringLiteral(". 5 CNAME b.example."), QStringLiteral("b.example. 5 CNAME %1.").arg(name)});
    QCOMPARE(mta::txtRecords(pair).aliases, QStringList({QStringLiteral("b.example"), name}));
    QVERIFY(!mta::readMessage(pair.message, question).hasAnswer);
}

void TestMessage::aliasChainIsBounded()
{
    const auto chain = [](int length) {
        QStringList records;
        for (int i = 0; i < length; ++i)
            records.append(QStringLiteral("n%1.example. 5 CNAME n%2.example.").arg(i).arg(i + 1));
        records.append(QStringLiteral("n%1.example. 5 TXT end").arg(length));
        return answered({QStringLiteral("n0.example"), RecordType::Txt}, records);
    };
    QCOMPARE(texts(chain(mta::maxAliasChain)), QList<QByteArray>({"end"}));
    QCOMPARE(texts(chain(mta::maxAliasChain + 1)).size(), 0);
    QCOMPARE(mta::txtRecords(chain(200)).aliases.size(), mta::maxAliasChain);
}

void TestMessage::ordinaryRecordsWinOverAnAlias()
{
    const Lookup lookup = answered(question, {name + QStringLiteral(". 5 CNAME b.example."), name + QStringLiteral(". 5 TXT here")});
    QCOMPARE(texts(lookup), QList<QByteArray>({"here"}));
}

void TestMessage::recordsAreBounded()
{
    QList<QByteArray> values;
    for (int i = 0; i < mta::maxRecordsPerAnswer + 10; ++i)
        values.append(QByteArray::number(i));
    const Lookup lookup = mta::txtLookup(name, values);
    QCOMPARE(texts(lookup), values.first(mta::maxRecordsPerAnswer));
    QCOMPARE(mta::answerRecords(lookup).size(), mta::maxRecordsPerAnswer);
}

void TestMessage::messagesHaveALimitOfRecords()
{
    const auto holding = [](int records) { // the question counts too
        QList<QByteArray> values(records - 1, "x");
        return mta::readLookup(question, mta::txtLookup(name, values).message).status;
    };
    QCOMPARE(holding(mta::maxRecordsPerMessage), AnswerStatus::NoError);
    QCOMPARE(holding(mta::maxRecordsPerMessage + 1), AnswerStatus::Failed);
}

void TestMessage::namesAreLowerCaseWithoutTheDot()
{
    const Lookup lookup =
        answered({QStringLiteral("GOOD.example"), RecordType::Mx}, {QStringLiteral("Good.EXAMPLE. 5 MX 10 Mail.Good.Example.")});
    QCOMPARE(mta::mxRecords(lookup).records, QList<mta::MxRecord>({{10, QStringLiteral("mail.good.example")}}));
    const Lookup odd =
        answered({QStringLiteral("good.example"), RecordType::Mx}, {QStringLiteral("good.example. 5 MX 10 a\\.b\\000\\255.example.")});
    QCOMPARE(mta::mxRecords(odd).records.value(0).exchange, QStringLiteral("a\\.b\\000\\255.example"));
}

void TestMessage::recordsOfOthersDoNotCount()
{
    const Lookup lookup = answered(question, {QStringLiteral("evil.example. 5 TXT forged"), name + QStringLiteral(". 5 CH TXT chaos"),
                                              QStringLiteral("evil.example. 5 CNAME %1.").arg(name)});
    QCOMPARE(texts(lookup).size(), 0);
    QVERIFY(mta::txtRecords(lookup).aliases.isEmpty());
}

void TestMessage::smallestTtlCounts()
{
    QCOMPARE(mta::txtRecords(answered(question, {name + QStringLiteral(". 60 TXT a"), name + QStringLiteral(". 30 TXT b")})).ttl, 30s);
    QCOMPARE(
        mta::txtRecords(answered(question, {name + QStringLiteral(". 20 CNAME b.example."), QStringLiteral("b.example. 90 TXT b")})).ttl,
        20s);
    QCOMPARE(mta::txtRecords(answered(question, {name + QStringLiteral(". 2147483648 TXT a")})).ttl, 0s); // RFC 2181 §8
    QCOMPARE(mta::txtRecords(mta::noDataLookup(name, RecordType::Txt)).ttl, 0s);
}

void TestMessage::readsNameservers()
{
    const Lookup lookup = mta::nsLookup(QStringLiteral("good.example"), {QStringLiteral("NS1.Good.example"), QStringLiteral("b.example")});
    QCOMPARE(mta::nameserverNames(lookup).records, QStringList({QStringLiteral("ns1.good.example"), QStringLiteral("b.example")}));
    QVERIFY(mta::nameserverNames(mta::txtLookup(name, {"a"})).records.isEmpty());
}

void TestMessage::readsTheHeadOfAZone_data()
{
    QTest::addColumn<Lookup>("lookup");
    QTest::addColumn<QString>("zone");
    const QString zone = QStringLiteral("good.example");
    const QString none;
    QTest::newRow("asked for") << mta::soaLookup(zone, 4000000000U) << zone;
    QTest::newRow("beside no data") << mta::withSoa(mta::noDataLookup(name, RecordType::Soa), zone, 4000000000U) << zone;
    QTest::newRow("beside no such name") << mta::withSoa(mta::nxdomainLookup(name, RecordType::Soa), zone, 4000000000U) << zone;
    QTest::newRow("the root's") << mta::withSoa(mta::nxdomainLookup(name, RecordType::Soa), QStringLiteral("."), 4000000000U)
                                << QStringLiteral(".");
    QTest::newRow("negative answer without one") << mta::nxdomainLookup(name, RecordType::Soa) << none;
    QTest::newRow("no message") << Lookup() << none;
}

void TestMessage::readsTheHeadOfAZone()
{
    QFETCH(Lookup, lookup);
    QFETCH(QString, zone);
    const auto soa = mta::soaRecord(lookup);
    QCOMPARE(soa.has_value(), !zone.isEmpty());
    if (soa)
        QCOMPARE(*soa, (mta::SoaRecord{zone, 4000000000U, std::chrono::seconds(300)}));
}

void TestMessage::nothingIsRememberedForTheSmallerOfBothTimes_data()
{
    QTest::addColumn<int>("ttl");
    QTest::addColumn<int>("expected");
    QTest::newRow("the TTL of the SOA record is the smaller one") << 299 << 299;
    QTest::newRow("both are the same") << 300 << 300;
    QTest::newRow("its last field is the smaller one") << 301 << 300;
}

void TestMessage::nothingIsRememberedForTheSmallerOfBothTimes()
{
    QFETCH(int, ttl);
    QFETCH(int, expected);
    const Lookup lookup = mta::withSoa(mta::nxdomainLookup(name, RecordType::A), QStringLiteral("good.example"));
    QCOMPARE(mta::soaRecord(mta::withTtl(lookup, ttl))->negativeTtl, std::chrono::seconds(expected));
}

void TestMessage::listsRecordsForPeople()
{
    const Lookup lookup =
        answered(question, {name + QStringLiteral(". 60 CNAME B.example."), QStringLiteral("b.example. 30 TXT \"a b\" \"\\000\\\"\"")});
    QCOMPARE(mta::answerRecords(lookup),
             QList<mta::RecordText>({{name, 60s, QStringLiteral("CNAME"), QStringLiteral("B.example.")},
                                     {QStringLiteral("b.example"), 30s, QStringLiteral("TXT"), QStringLiteral("\"a b\" \"\\000\\\"\"")}}));
}

void TestMessage::leavesSignaturesOut()
{
    const QString signature = name + QStringLiteral(". 60 RRSIG TXT 13 3 60 20300101000000 20260101000000 1 good.example. AAAA");
    QCOMPARE(mta::answerRecords(answered(question, {name + QStringLiteral(". 60 TXT a"), signature})).size(), 1);
}

void TestMessage::readsTheHeader()
{
    const mta::MessageHeader good = mta::readMessage(mta::txtLookup(name, {"a"}).message, question);
    QVERIFY(!good.authoritative);
    QVERIFY(mta::readMessage(mta::authoritative(mta::txtLookup(name, {"a"})).message, question).authoritative);
    QVERIFY(good.readable && good.valid && good.hasAnswer && !good.truncated && !good.referral);
    QCOMPARE(good.rcode, 0);
    const mta::MessageHeader cut = mta::readMessage(mta::truncatedMessage(mta::txtLookup(name, {"a"}).message), question);
    QVERIFY(cut.valid && cut.truncated && !cut.hasAnswer);
    const mta::MessageHeader alias =
        mta::readMessage(mta::aliasLookup(name, mta::nxdomainLookup(QStringLiteral("b.example"), RecordType::Txt)).message, question);
    QVERIFY(alias.valid && !alias.hasAnswer);
    QCOMPARE(alias.rcode, 3);
}

void TestMessage::knowsItsOwnQuestion_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("valid");
    QTest::newRow("the question") << mta::txtLookup(name, {"a"}).message << true;
    QTest::newRow("in capitals") << mta::txtLookup(name.toUpper(), {"a"}).message << true;
    QTest::newRow("another name") << mta::txtLookup(QStringLiteral("_mta-sts.evil.example"), {"a"}).message << false;
    QTest::newRow("another type") << mta::noDataLookup(name, RecordType::Mx).message << false;
    QTest::newRow("no response") << mta::makeQuery(question, 1, mta::Asked::Resolver) << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestMessage::knowsItsOwnQuestion()
{
    QFETCH(QByteArray, message);
    QFETCH(bool, valid);
    QCOMPARE(mta::readMessage(message, question).valid, valid);
}

void TestMessage::errorsMayLeaveTheQuestionOut()
{
    QByteArray bare(12, '\0');
    bare[2] = char(0x80);
    for (int rcode = 0; rcode <= 5; ++rcode) {
        bare[3] = char(rcode);
        QCOMPARE(mta::readMessage(bare, question).valid, rcode != 0 && rcode != 3); // those two must be about our question
    }
}

void TestMessage::readsLookups_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<AnswerStatus>("status");
    QTest::addColumn<QString>("detail");
    QTest::newRow("records") << mta::txtLookup(name, {"a"}).message << AnswerStatus::NoError << QString();
    QTest::newRow("no data") << mta::noDataLookup(name, RecordType::Txt).message << AnswerStatus::NoData << QString();
    QTest::newRow("dangling alias without data")
        << mta::aliasLookup(name, mta::noDataLookup(QStringLiteral("b.example"), RecordType::Txt)).message << AnswerStatus::NoData
        << QString();
    QTest::newRow("no such name") << mta::errorMessage(question, 3) << AnswerStatus::NxDomain << QString();
    QTest::newRow("SERVFAIL") << mta::errorMessage(question, 2) << AnswerStatus::ServFail << QString();
    QTest::newRow("SERVFAIL, explained") << mta::errorMessage(question, 2, 6) << AnswerStatus::ServFail << QStringLiteral("6 DNSSEC Bogus");
    QTest::newRow("REFUSED") << mta::errorMessage(question, 5) << AnswerStatus::Refused << QString();
    QTest::newRow("NOTIMP") << mta::errorMessage(question, 4) << AnswerStatus::Failed << QStringLiteral("NOTIMP");
    QTest::newRow("a code of the future") << mta::errorMessage(question, 15) << AnswerStatus::Failed << QStringLiteral("RCODE 15");
    QTest::newRow("garbage") << QByteArray("garbage") << AnswerStatus::Failed << QString();
}

void TestMessage::readsLookups()
{
    QFETCH(QByteArray, message);
    const Lookup lookup = mta::readLookup(question, message);
    QTEST(lookup.status, "status");
    QTEST(lookup.detail, "detail");
    QCOMPARE(lookup.question, question);
    QCOMPARE(lookup.message, message);
    QCOMPARE(lookup.security, mta::Security::Unknown);
}

namespace
{

QByteArray bigEndian(qsizetype number)
{
    const char octets[] = {static_cast<char>(number >> 8 & 0xff), static_cast<char>(number & 0xff)};
    return {octets, 2};
}

} // namespace

void TestMessage::readsExtendedErrors_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("another option") << QByteArray::fromHex("000a0002abcd") << QString();
    QTest::newRow("a code") << QByteArray::fromHex("000f00020016") << QStringLiteral("22 No Reachable Authority");
    QTest::newRow("the last one known") << QByteArray::fromHex("000f0002001d") << QStringLiteral("29 Synthesized");
    QTest::newRow("an unknown code") << QByteArray::fromHex("000f0002001e") << QStringLiteral("30");
    QTest::newRow("a text") << QByteArray::fromHex("000f000500006f6f6f") << QStringLiteral("0 Other Error: ooo");
    QTest::newRow("a text that ends in null") << QByteArray::fromHex("000f000500006f6f00") << QStringLiteral("0 Other Error: oo");
    QTest::newRow("two") << QByteArray::fromHex("000f00020006000f00020007") << QStringLiteral("6 DNSSEC Bogus; 7 Signature Expired");
    const QByteArray six = QByteArray::fromHex("000f00020006");
    const QString bogus = QStringLiteral("6 DNSSEC Bogus");
    QTest::newRow("four") << six.repeated(4) << QStringList(4, bogus).join(QStringLiteral("; "));
    QTest::newRow("five") << six.repeated(5) << QStringList(4, bogus).join(QStringLiteral("; "));
    const auto wordy = [](qsizetype size) {
        return QByteArray::fromHex("000f") + bigEndian(size + 2) + QByteArray(2, '\0') + QByteArray(size, 'x');
    };
    const auto said = [](qsizetype size) { return QStringLiteral("0 Other Error: ") + QString(size, u'x'); };
    QTest::newRow("a text of 256 octets") << wordy(256) << said(256);
    QTest::newRow("a text of 257 octets") << wordy(257) << said(256);
    QTest::newRow("too short for a code") << QByteArray::fromHex("000f000100") << QString();
    QTest::newRow("cut short") << QByteArray::fromHex("000f00050000") << QString();
    QTest::newRow("cut within the header") << QByteArray::fromHex("000f00") << QString();
}

void TestMessage::readsExtendedErrors()
{
    QFETCH(QByteArray, options);
    QTEST(mta::extendedErrorText(options), "text");
}

void TestMessage::readsSignatureDates()
{
    const auto signature = [](const char *type, const char *expiration, const char *inception) {
        return name + QStringLiteral(". 60 RRSIG %1 13 3 60 %2 %3 1 good.example. AAAA")
                          .arg(QLatin1String(type), QLatin1String(expiration), QLatin1String(inception));
    };
    const QString record = name + QStringLiteral(". 60 TXT a");
    QVERIFY(!mta::signatureDates(answered(question, {record}).message, question).present);
    QVERIFY(
        !mta::signatureDates(answered(question, {record, signature("MX", "20300101000000", "20260101000000")}).message, question).present);
    const auto dates = mta::signatureDates(answered(question, {record, signature("TXT", "20280101000000", "20250101000000"),
                                                               signature("TXT", "20300101000000", "20260101000000")})
                                               .message,
                                           question);
    QVERIFY(dates.present);
    QCOMPARE(dates.inception, QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));
    QCOMPARE(dates.expiration, QDateTime(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC));
}

void TestMessage::queryAsksForSignatures()
{
    // header: id, RD, CD; one question, one additional; the name; TXT IN; OPT: root, 41, 1232, DO
    const QByteArray query = mta::makeQuery({QStringLiteral("a.example"), RecordType::Txt}, 0x1234, mta::Asked::Resolver);
    QCOMPARE(query.toHex(), QByteArray("1234011000010000000000010161076578616d706c65000010000100002904d0000080000000"));
    // Whoever is to answer from its own zones is not asked to go and look elsewhere.
    QCOMPARE(mta::makeQuery({QStringLiteral("a.example"), RecordType::Txt}, 0x1234, mta::Asked::Authority).toHex().mid(4, 4),
             QByteArray("0010"));
}

void TestMessage::oldQueryIsOld()
{
    QCOMPARE(mta::makePlainQuery({QStringLiteral("a.example"), RecordType::Mx}, 0xffff, mta::Asked::Resolver).toHex(),
             QByteArray("ffff010000010000000000000161076578616d706c6500000f0001"));
    QCOMPARE(mta::makePlainQuery({QStringLiteral("a.example"), RecordType::Mx}, 0xffff, mta::Asked::Authority).toHex().mid(4, 4),
             QByteArray("0000"));
}

void TestMessage::unusableNamesMakeNoQuery_data()
{
    QTest::addColumn<QString>("unusable");
    QTest::newRow("label too long") << QString(64, u'a') + QStringLiteral(".example");
    QTest::newRow("name too long") << QStringLiteral("abcdefg.").repeated(33);
    QTest::newRow("empty label") << QStringLiteral("a..example");
    QTest::newRow("empty") << QString();
}

void TestMessage::unusableNamesMakeNoQuery()
{
    QFETCH(QString, unusable);
    QVERIFY(mta::makeQuery({unusable, RecordType::A}, 1, mta::Asked::Resolver).isEmpty());
    QVERIFY(mta::makePlainQuery({unusable, RecordType::A}, 1, mta::Asked::Resolver).isEmpty());
}

void TestMessage::cutMessagesAreNoMessages()
{
    const Lookup whole = mta::aliasLookup(name, mta::txtLookup(QStringLiteral("b.example"), {"one", "two"}));
    for (qsizetype size = 0; size < whole.message.size(); ++size) {
        Lookup cut = whole;
        cut.message.truncate(size);
        QVERIFY(!mta::readMessage(cut.message, question).valid);
        QVERIFY(mta::txtRecords(cut).records.isEmpty());
        QVERIFY(mta::answerRecords(cut).isEmpty());
    }
}

void TestMessage::garbageNeverBreaks()
{
    // A fixed seed: what fails here fails again.
    QRandomGenerator random(8461);
    const QByteArray seeds[] = {mta::aliasLookup(name, mta::txtLookup(QStringLiteral("b.example"), {"one", "two"})).message,
                                mta::mxLookup(name, {{10, QStringLiteral("mx.example")}}).message,
                                mta::tlsaLookup(name, {{3, 1, 1, QByteArray(32, 'x')}}).message, mta::errorMessage(question, 2, 6, "text")};
    for (int round = 0; round < 20000; ++round) {
        QByteArray message = seeds[round % 4];
        for (int i = random.bounded(1, 8); i > 0; --i)
            message[random.bounded(message.size())] = char(random.bounded(256));
        for (const RecordType type : {RecordType::Txt, RecordType::Mx, RecordType::A, RecordType::Tlsa}) {
            Lookup lookup = mta::readLookup({name, type}, message);
            QVERIFY(mta::txtRecords(lookup).records.size() <= mta::maxRecordsPerAnswer);
            mta::mxRecords(lookup);
            mta::addressRecords(lookup);
            mta::tlsaRecords(lookup);
            mta::answerRecords(lookup);
            mta::signatureDates(message, lookup.question);
        }
    }
}

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
