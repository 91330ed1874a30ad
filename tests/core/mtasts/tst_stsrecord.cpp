// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "mtasts/stsrecord.h"

#include <QTest>

using namespace mta;

class StsRecordTest : public QObject
{
    Q_OBJECT

private slots:
    void good_data();
    void good();
    void bad_data();
    void bad();
    void selection_data();
    void selection();
    void firstIdCounts();
    void complaintsQuoteLittle();
};

void StsRecordTest::good_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<int>("extensions");
    QTest::newRow("usual form") << QByteArray("v=STSv1; id=20160831085700Z;") << QByteArray("20160831085700Z") << 0;
    QTest::newRow("no final delimiter") << QByteArray("v=STSv1; id=a") << QByteArray("a") << 0;
    QTest::newRow("id of 32 characters") << QByteArray("v=STSv1;id=") + QByteArray(32, 'Z') << QByteArray(32, 'Z') << 0;
    QTest::newRow("white space before the first delimiter") << QByteArray("v=STSv1 \t; \tid=policy1 \t;") << QByteArray("policy1") << 0;
    QTest::newRow("extension behind") << QByteArray("v=STSv1; id=1; x-note=https://x.example/") << QByteArray("1") << 1;
    QTest::newRow("extension in front") << QByteArray("v=STSv1; a.b_c-d=1; id=1") << QByteArray("1") << 1;
    QTest::newRow("repeated id") << QByteArray("v=STSv1; id=1; id=2") << QByteArray("1") << 1;
    QTest::newRow("delimiter and white space at the end") << QByteArray("v=STSv1; id=1; ") << QByteArray("1") << 0;
}

void StsRecordTest::good()
{
    QFETCH(QByteArray, text);
    QFETCH(int, extensions);
    const StsRecord record = parseStsRecord(text);
    QVERIFY2(record.valid(), record.errors.isEmpty() ? "" : qPrintable(record.errors.constFirst().reason));
    QTEST(record.id, "id");
    QCOMPARE(record.extensions.size(), extensions);
    QCOMPARE(record.raw, text);
}

void StsRecordTest::bad_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const QByteArray &text, const char *reason, int column) {
        QTest::newRow(name) << text << QString::fromLatin1(reason) << column;
    };
    row("version alone", "v=STSv1", "id-missing", 8);
    row("no id", "v=STSv1; x-note=ok;", "id-missing", 20);
    row("id in upper case", "v=STSv1; ID=1", "id-missing", 14);
    row("empty id", "v=STSv1; id=", "id-empty", 13);
    row("id with a hyphen", "v=STSv1; id=test-123", "id-characters", 13);
    row("space in front of the id", "v=STSv1; id= 1", "id-characters", 13);
    row("id of 33 characters", "v=STSv1; id=" + QByteArray(33, '1'), "id-too-long", 13);
    row("bad id before a good one", "v=STSv1; id=#; id=1", "id-characters", 13);
    row("no delimiter behind the version", "v=STSv1 id=1", "no-delimiter", 9);
    row("escaped delimiter", "v=STSv1\\; id=1", "quotes", 8);
    row("pasted with its quotes", "\"v=STSv1; id=1\"", "quotes", 1);
    row("another version", "v=STSv2; id=1", "version", 1);
    row("version in lower case", "v=stsv1; id=1", "version", 1);
    row("spaces around the equals sign", "v = STSv1; id=1", "version", 1);
    row("version last", "id=1; v=STSv1;", "version", 1);
    row("leading space", " v=STSv1; id=1", "leading-space", 1);
    row("trailing space", "v=STSv1; id=1 ", "trailing-space", 14);
    row("two delimiters", "v=STSv1; id=a;;", "empty-field", 15);
    row("extension name with a percent sign", "v=STSv1; id=a; 1%=a", "bad-name", 16);
    row("extension value with an equals sign", "v=STSv1; id=a; test==", "bad-value", 21);
    row("extension value with a space", "v=STSv1; id=a; note=has space;", "bad-value", 21);
    row("extension value outside ASCII", "v=STSv1; id=a; note=\xc3\xa9", "bad-value", 21);
    row("field without an equals sign", "v=STSv1; id=a; test", "missing-equals", 16);
    row("nothing", "", "version", 1);
}

void StsRecordTest::bad()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    QFETCH(int, column);
    const StsRecord record = parseStsRecord(text);
    QVERIFY(!record.valid());
    const auto found =
        std::find_if(record.errors.cbegin(), record.errors.cend(), [&](const SyntaxError &error) { return error.reason == reason; });
    QVERIFY2(found != record.errors.cend(), record.errors.isEmpty() ? "" : qPrintable(record.errors.constFirst().reason));
    QCOMPARE(found->line, 1);
    QCOMPARE(found->column, column);
}

void StsRecordTest::selection_data()
{
    using State = StsRecordSet::State;
    QTest::addColumn<QList<QByteArray>>("values");
    QTest::addColumn<int>("state");
    QTest::addColumn<QByteArray>("raw");
    const auto row = [](const char *name, const QList<QByteArray> &values, State state, const QByteArray &raw) {
        QTest::newRow(name) << values << static_cast<int>(state) << raw;
    };
    const QByteArray good = "v=STSv1; id=1";
    row("nothing", {}, State::Absent, {});
    row("only foreign records", {"v=spf1 -all", "hello"}, State::Absent, {});
    row("one", {good}, State::One, good);
    row("one beside foreign records", {"v=spf1 -all", good, "hello"}, State::One, good);
    row("two", {good, "v=STSv1; id=2"}, State::Multiple, good);
    row("the same twice", {good, good}, State::Multiple, good);
    row("one, and one that senders discard", {"v=STSv1 ; id=2", good}, State::One, good);
    row("a spaced one alone", {"v=STSv1 ; id=2"}, State::One, "v=STSv1 ; id=2");
    row("a spaced one beside a foreign one", {"v=STSv1 ; id=2", "hello"}, State::Absent, "v=STSv1 ; id=2");
    row("another version", {"v=STSv2; id=1"}, State::WrongVersion, "v=STSv2; id=1");
    row("a longer version", {"v=STSv10; id=1"}, State::WrongVersion, "v=STSv10; id=1");
    row("lower case", {"v=stsv1; id=1"}, State::WrongVersion, "v=stsv1; id=1");
    row("spaces in the version", {"v = STSv1; id=1"}, State::WrongVersion, "v = STSv1; id=1");
    row("quoted", {"\"v=STSv1; id=1\""}, State::WrongVersion, "\"v=STSv1; id=1\"");
    row("only an id", {"id=20240101"}, State::WrongVersion, "id=20240101");
    row("another version beside a good one", {"v=STSv2; id=1", good}, State::One, good);
    row("the letters id inside a foreign record", {"google-site-verification=id"}, State::Absent, {});
}

void StsRecordTest::selection()
{
    QFETCH(QList<QByteArray>, values);
    const StsRecordSet set = selectStsRecord(values);
    QTEST(static_cast<int>(set.state), "state");
    QTEST(set.record.raw, "raw");
    QCOMPARE(set.candidates.size() + set.unrelated.size(), values.size());
}

void StsRecordTest::firstIdCounts()
{
    const StsRecord record = parseStsRecord("v=STSv1; id=first; id=second");
    QCOMPARE(record.id, QByteArray("first"));
    QCOMPARE(record.extensions.constFirst().value, QByteArray("second"));
}

void StsRecordTest::complaintsQuoteLittle()
{
    for (const int size : {79, 80, 81})
        QCOMPARE(parseStsRecord("v=STSv1; id=" + QByteArray(size, '1')).errors.constFirst().excerpt, QByteArray(std::min(size, 80), '1'));
}

QTEST_APPLESS_MAIN(StsRecordTest)
#include "tst_stsrecord.moc"
