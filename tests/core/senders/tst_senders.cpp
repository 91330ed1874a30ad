// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "senders/lenient.h"
#include "senders/senders.h"

#include <QTest>

using namespace mta;

namespace
{

const QByteArray good = "version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 604800\n";

ServedPolicy served(const QByteArray &body)
{
    ServedPolicy policy;
    policy.contentType = "text/plain; charset=utf-8";
    policy.body = body;
    return policy;
}

/// "enforce", "testing", "none", or the reason with its line: "blank-line@5".
QString said(const SenderVerdict &verdict)
{
    if (verdict.reading == Reading::Honoured)
        return verdict.mode ? policyModeName(*verdict.mode) : QStringLiteral("honoured");
    if (verdict.reading == Reading::Unknown)
        return QStringLiteral("unknown");
    return verdict.line == 0 ? verdict.reason : QStringLiteral("%1@%2").arg(verdict.reason).arg(verdict.line);
}

const Sender &senderNamed(const char *id)
{
    const Sender *found = findSender(QString::fromLatin1(id));
    if (!found)
        qFatal("no sender is called %s", id);
    return *found;
}

QByteArray with(const QByteArray &from, const QByteArray &to)
{
    if (!good.contains(from))
        qFatal("the good policy does not hold what is to be replaced");
    return QByteArray(good).replace(from, to);
}

} // namespace

class SendersTest : public QObject
{
    Q_OBJECT

private slots:
    void theTableIsWellFormed();
    void everyReasonHasWordsAndAdvice_data();
    void everyReasonHasWordsAndAdvice();
    void policies_data();
    void policies();
    void answers_data();
    void answers();
    void records_data();
    void records();
    void matching_data();
    void matching();
    void agesWrapAsInChasquid_data();
    void agesWrapAsInChasquid();
    void nothingIsPredictedForThoseWithoutAParser();
    void rowsOfADomain();
    void rowsWhenNothingIsKnown();
    void adviceStandsInTheOrderOfTheChain();
    void hostileBodiesAreRead_data();
    void hostileBodiesAreRead();
};

void SendersTest::theTableIsWellFormed()
{
    QSet<QString> ids;
    int predicted = 0;
    for (const Sender &one : senders()) {
        ids.insert(QString::fromLatin1(one.id));
        QVERIFY(!senderNote(one).isEmpty() && qstrlen(one.name) > 0);
        QCOMPARE(one.readRecords != nullptr, one.predicted());
        QCOMPARE(one.matchesHost != nullptr, one.predicted());
        QCOMPARE(findSender(QString::fromLatin1(one.id)), &one);
        predicted += one.predicted() ? 1 : 0;
    }
    QCOMPARE(ids.size(), senders().size());
    QCOMPARE(predicted, 7);
    QVERIFY(!findSender(QStringLiteral("nobody")));
}

void SendersTest::everyReasonHasWordsAndAdvice_data()
{
    QTest::addColumn<QString>("reason");
    for (const char *reason :
         {"record-none", "record-several", "record-beside",  "record-space", "record-id",       "record-syntax", "not-delivered",
          "status",      "media-type",     "charset",        "compressed",   "too-large",       "not-utf8",      "bom",
          "blank-line",  "line",           "colon-in-value", "extension",    "repeated-key",    "version",       "mode",
          "max-age",     "max-age-zero",   "max-age-day",    "mx-missing",   "mx-missing-none", "mx-pattern"})
        QTest::newRow(reason) << QString::fromLatin1(reason);
}

void SendersTest::everyReasonHasWordsAndAdvice()
{
    QFETCH(QString, reason);
    const SenderVerdict verdict = refused(reason.toLatin1().constData(), 3);
    QVERIFY(reasonText(verdict).endsWith(QStringLiteral("(line 3)")));
    QVERIFY(!reasonText(refused(reason.toLatin1().constData())).contains(u'3'));
    QVERIFY(!adviceText(adviceFor(reason)).isEmpty());
}

void SendersTest::policies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("said"); // in the order of the table
    const auto row = [](const char *name, const QByteArray &body, const char *verdicts) {
        QTest::newRow(name) << body << QString::fromLatin1(verdicts).split(u' ');
    };
    // mox, postfix-tlspol, go-mtasts, postfix-mta-sts-resolver, chasquid, Stalwart, mailauth
    row("good", good, "enforce enforce enforce enforce enforce enforce enforce");
    row("CRLF", QByteArray(good).replace("\n", "\r\n"), "enforce enforce enforce enforce enforce enforce enforce");
    row("bare CR", QByteArray(good).replace("\n", "\r"), "version@1 version@1 colon-in-value@1 enforce version version@1 version");
    row("blank line", good + "\n", "blank-line@5 blank-line@5 blank-line@5 enforce enforce enforce enforce");
    row("comment", "# ours\n" + good, "line@1 line@1 line@1 enforce enforce enforce enforce");
    row("byte order mark", "\xef\xbb\xbf" + good, "bom@1 bom@1 bom@1 bom@1 bom@1 enforce enforce");
    row("indented", "  version: STSv1\n  mode: enforce\n  mx: a.example\n  max_age: 60\n",
        "line@1 line@1 version version enforce enforce enforce");
    row("a second colon", good + "x: https://a.example/\n", "enforce enforce colon-in-value@5 enforce enforce enforce enforce");
    row("empty extension", good + "x:\n", "extension@5 extension@5 enforce enforce enforce enforce enforce");
    row("odd extension name", good + ".x: y\n", "enforce line@5 enforce enforce enforce enforce enforce");
    row("max_age zero", with("604800", "0"), "enforce enforce enforce enforce max-age-zero enforce enforce");
    row("a year", with("604800", "31557600"), "enforce enforce enforce enforce enforce enforce enforce");
    row("a second more than a year", with("604800", "31557601"), "enforce enforce enforce max-age max-age enforce max-age");
    row("ten digits", with("604800", "9999999999"), "max-age@4 enforce enforce max-age max-age enforce max-age");
    row("below zero", with("604800", "-1"), "max-age@4 max-age@4 enforce max-age max-age enforce max-age");
    row("underscores", with("604800", "604_800"), "max-age@4 max-age@4 max-age@4 enforce max-age enforce max-age");
    row("Arabic digits", with("604800", "\xd9\xa6\xd9\xa0"), "max-age@4 max-age@4 max-age@4 enforce max-age enforce max-age");
    row("hexadecimal", with("604800", "0xFF"), "max-age@4 max-age@4 max-age@4 max-age max-age enforce enforce");
    row("exponent", with("604800", "6e5"), "max-age@4 max-age@4 max-age@4 max-age max-age enforce enforce");
    row("no max_age", with("max_age: 604800\n", ""), "max-age max-age max-age max-age max-age enforce max-age");
    row("no version", with("version: STSv1\n", ""), "version version version version version enforce version");
    row("no mode", with("mode: enforce\n", ""), "mode mode mode mode mode none none");
    row("capital mode", with("enforce", "Enforce"), "mode@2 mode@2 mode@2 mode mode mode@2 enforce");
    row("small version", with("STSv1", "stsv1"), "version@1 version@1 version@1 version version enforce version");
    row("capital keys", "Version: STSv1\nMode: enforce\nMX: a.example\nMax_Age: 60\n",
        "version version version version version mx-missing enforce");
    row("no mx", with("mx: mx.example.org\n", ""), "mx-missing mx-missing mx-missing mx-missing mx-missing mx-missing mx-missing");
    row("none without mx", "version: STSv1\nmode: none\nmax_age: 60\n", "none none none none mx-missing-none mx-missing-none none");
    row("trailing dot", with("example.org", "example.org."), "mx-pattern@3 enforce enforce enforce enforce enforce enforce");
    row("address as mx", with("mx.example.org", "192.0.2.1"), "mx-pattern@3 mx-pattern@3 enforce enforce enforce enforce enforce");
    row("anything as mx", with("mx.example.org", "@@@"), "mx-pattern@3 mx-pattern@3 enforce enforce enforce enforce enforce");
    row("reserved label", with("mx.example.org", "ab--c.example.org"), "mx-pattern@3 enforce enforce enforce enforce enforce enforce");
    row("A-label", with("mx.example.org", "xn--bcher-kva.example"), "enforce enforce enforce enforce enforce enforce enforce");
    row("two modes", good + "mode: testing\n", "enforce enforce testing testing testing testing testing");
    row("second mode wrong", good + "mode: enforced\n",
        "repeated-key@5 enforce repeated-key@5 repeated-key repeated-key repeated-key@5 repeated-key");
    row("second max_age wrong", good + "max_age: 1 week\n",
        "repeated-key@5 enforce repeated-key@5 repeated-key repeated-key enforce repeated-key");
    row("no UTF-8", good + "x: \xff\n", "enforce extension@5 enforce charset enforce not-utf8 enforce");
    row("line separator U+2028", QByteArray(good).replace("\n", "\xe2\x80\xa8"),
        "version@1 version@1 colon-in-value@1 enforce version version@1 version");
    row("over 10 KiB, keys first", good + "x: " + QByteArray(20000, 'y') + '\n', "enforce enforce enforce enforce enforce enforce enforce");
    row("over 10 KiB, keys last", "x: " + QByteArray(20000, 'y') + '\n' + good,
        "enforce enforce enforce enforce too-large enforce enforce");
    row("64 KiB", good + QByteArray(65536 - good.size() - 1, 'y').replace(0, 3, "x: ") + '\n',
        "enforce enforce enforce enforce enforce enforce enforce");
    row("64 KiB and one octet", good + QByteArray(65536 - good.size(), 'y').replace(0, 3, "x: ") + '\n',
        "too-large too-large enforce too-large enforce enforce enforce");
    row("empty", "", "line@1 version version version version mx-missing version");
    row("web page", "<html>\n<body>404</body>\n</html>\n", "line@1 line@1 line@1 version version mx-missing version");
}

void SendersTest::policies()
{
    QFETCH(QByteArray, body);
    QStringList verdicts;
    for (const Sender &one : senders()) {
        if (one.predicted())
            verdicts.append(said(assess(one, served(body))));
    }
    QTEST(verdicts, "said");
}

void SendersTest::answers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QStringList>("said");
    const auto row = [](const char *name, int status, const QByteArray &type, const QByteArray &coding, const char *verdicts) {
        QTest::newRow(name) << status << type << coding << QString::fromLatin1(verdicts).split(u' ');
    };
    row("as it should be", 200, "text/plain", "", "enforce enforce enforce enforce enforce enforce enforce");
    row("203", 203, "text/plain", "", "status status status status status enforce enforce");
    row("404", 404, "text/plain", "", "status status status status status enforce status");
    row("301", 301, "text/plain", "", "status status status status status enforce status");
    row("no media type", 200, "", "", "enforce media-type media-type media-type media-type enforce enforce");
    row("HTML", 200, "text/html; charset=utf-8", "", "enforce media-type media-type media-type media-type enforce enforce");
    row("capitals and parameters", 200, "Text/Plain ; Charset=\"utf-8\"", "", "enforce enforce enforce enforce enforce enforce enforce");
    row("semicolon at the end", 200, "text/plain;", "", "enforce enforce enforce enforce enforce enforce enforce");
    row("broken parameter", 200, "text/plain; charset", "", "enforce media-type media-type enforce media-type enforce enforce");
    row("longer type", 200, "text/plainer", "", "enforce media-type media-type media-type media-type enforce enforce");
    row("gzip", 200, "text/plain", "gzip", "enforce enforce enforce enforce enforce compressed compressed");
    row("deflate", 200, "text/plain", "deflate", "compressed compressed compressed enforce compressed compressed compressed");
    row("identity", 200, "text/plain", "Identity", "enforce enforce enforce enforce enforce enforce enforce");
}

void SendersTest::answers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, coding);
    ServedPolicy policy = served(good);
    policy.httpStatus = status;
    policy.contentType = type;
    policy.contentEncoding = coding;
    QStringList verdicts;
    for (const Sender &one : senders()) {
        if (one.predicted())
            verdicts.append(said(assess(one, policy)));
    }
    QTEST(verdicts, "said");
    policy.delivered = false;
    QCOMPARE(said(assess(senders().constFirst(), policy)), QStringLiteral("not-delivered"));
}

void SendersTest::records_data()
{
    QTest::addColumn<QByteArrayList>("values");
    QTest::addColumn<QStringList>("said");
    const auto row = [](const char *name, const QByteArrayList &values, QString verdicts) {
        verdicts.replace(u'+', QStringLiteral("honoured"));
        QTest::newRow(name) << values << verdicts.split(u' ');
    };
    const auto all = [](const char *verdict) { return QString(QString::fromLatin1(verdict) + u' ').repeated(7).trimmed(); };
    row("good", {"v=STSv1; id=20260101T000000;"}, all("+"));
    row("none", {}, all("record-none"));
    row("another's", {"v=spf1 -all"}, all("record-none"));
    row("beside another", {"v=spf1 -all", "v=STSv1; id=1;"}, QStringLiteral("+ + record-beside + + + +"));
    row("two", {"v=STSv1; id=1;", "v=STSv1; id=2;"},
        QStringLiteral("record-several record-several record-beside record-several + + record-several"));
    row("space before the semicolon", {"v=STSv1 ; id=1;"}, QStringLiteral("+ + + + record-space + +"));
    row("no id", {"v=STSv1;"}, QStringLiteral("record-id record-id record-id record-id + record-id record-id"));
    row("empty id", {"v=STSv1; id=;"}, QStringLiteral("record-id record-id record-id + + + record-id"));
    row("hyphen in the id", {"v=STSv1; id=a-b;"}, QStringLiteral("record-syntax record-id + + + + +"));
    row("id of 33", {"v=STSv1; id=" + QByteArray(33, 'a')}, QStringLiteral("record-syntax record-id + + + + +"));
    row("two semicolons", {"v=STSv1; id=a;;"}, QStringLiteral("record-syntax record-syntax + + + + +"));
    row("second id", {"v=STSv1; id=a; id=b;"}, QStringLiteral("record-syntax + + + + + +"));
    row("colon in an extension", {"v=STSv1; id=a; x=a:b;"}, QStringLiteral("+ + + + + + record-syntax"));
    row("white space in the value", {"v=STSv1; id=a; x=a b;"}, QStringLiteral("record-syntax record-syntax record-syntax + + + +"));
    row("small version", {"v=stsv1; id=a;"}, QStringLiteral("record-none record-none record-none record-none record-none + +"));
    row("other version", {"v=STSv2; id=a;"}, all("record-none"));
}

void SendersTest::records()
{
    QFETCH(QByteArrayList, values);
    QStringList verdicts;
    for (const Sender &one : senders()) {
        if (one.predicted())
            verdicts.append(said(assessRecords(one, values)));
    }
    QTEST(verdicts, "said");
}

void SendersTest::matching_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("matching"); // one letter per sender, in the order of the table
    const auto row = [](const char *pattern, const char *host, const char *letters) {
        QTest::addRow("%s %s", pattern, host) << QByteArray(pattern) << QString::fromUtf8(host) << QString::fromLatin1(letters);
    };
    row("mx.example.org", "mx.example.org", "yyyyyyy");
    row("MX.example.org", "mx.example.org", "yyyyyyy");
    row("mx.example.org", "mx2.example.org", "nnnnnnn");
    row("mx.example.org.", "mx.example.org", "nnynynn");
    row("*.example.org", "mx.example.org", "yyyyyyy");
    row("*.example.org", "a.mx.example.org", "nynynny");
    row("*.example.org", "example.org", "nnnnnnn");
    row("*.example.org", "mx.notexample.org", "nnnnnnn");
    row("mx.*.org", "mx.example.org", "nnnnnnn");
    row("b\xc3\xbc"
        "cher.example",
        "xn--bcher-kva.example", "nnynyyn");
    row("", "mx.example.org", "nnnnnnn");
}

void SendersTest::matching()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QString, host);
    QString letters;
    for (const Sender &one : senders()) {
        if (one.predicted())
            letters += one.matchesHost(pattern, host) ? u'y' : u'n';
    }
    QTEST(letters, "matching");
}

void SendersTest::agesWrapAsInChasquid_data()
{
    QTest::addColumn<QByteArray>("age");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("one") << QByteArray("1") << QStringLiteral("enforce");
    QTest::newRow("a year") << QByteArray("31557600") << QStringLiteral("enforce");
    QTest::newRow("a second more") << QByteArray("31557601") << QStringLiteral("max-age");
    QTest::newRow("wraps below zero") << QByteArray("9223372037") << QStringLiteral("max-age");
    QTest::newRow("wraps to a fraction of a second") << QByteArray("18446744074") << QStringLiteral("enforce");
    QTest::newRow("no number of 64 bits") << QByteArray("99999999999999999999") << QStringLiteral("max-age");
}

void SendersTest::agesWrapAsInChasquid()
{
    QFETCH(QByteArray, age);
    QTEST(said(assess(senderNamed("chasquid"), served(with("604800", age)))), "verdict");
}

void SendersTest::nothingIsPredictedForThoseWithoutAParser()
{
    const Sender &providers = senderNamed("large-providers");
    QCOMPARE(assess(providers, served(good)), SenderVerdict());
    QCOMPARE(assessRecords(providers, {"v=STSv1; id=1;"}), SenderVerdict());
    const SenderVerdict shortly = assess(providers, served(with("604800", "86399")));
    QCOMPARE(shortly.reading, Reading::Unknown);
    QCOMPARE(shortly.reason, QStringLiteral("max-age-day"));
    QCOMPARE(assess(providers, served(with("604800", "86400"))).reason, QString());
    QCOMPARE(assess(senderNamed("mimecast"), served(with("604800", "1"))), SenderVerdict());
}

void SendersTest::rowsOfADomain()
{
    DomainFacts facts = goodFacts();
    setPolicy(facts, policyText("enforce", "*.example"));
    const QList<SenderRow> rows = assessAll(facts, asServed(facts.fetches.constFirst()));
    QCOMPARE(rows.size(), senders().size());
    for (const SenderRow &row : rows) {
        const QByteArray id(row.sender->id);
        if (!row.sender->predicted()) {
            QCOMPARE(row.reading(), Reading::Unknown);
            QCOMPARE(readingText(row), QStringLiteral("not predicted"));
            continue;
        }
        QCOMPARE(row.reading(), Reading::Honoured);
        QCOMPARE(readingText(row), QStringLiteral("honours it: enforce"));
        const bool manyLabels = id.startsWith("postfix") || id == "mailauth";
        QCOMPARE(row.uncovered.size(), manyLabels ? 0 : 2);
        QCOMPARE(explanationText(row), manyLabels ? QString() : QStringLiteral("not covered: mx1.good.example, mx2.good.example"));
    }
    QCOMPARE(advice(rows), QStringList(QStringLiteral("mx-exact")));

    setRecord(facts, {"v=STSv1; id=1;", "something else"});
    for (const SenderRow &row : assessAll(facts, asServed(facts.fetches.constFirst()))) {
        if (qstrcmp(row.sender->id, "go-mtasts") != 0)
            continue;
        QCOMPARE(row.reading(), Reading::Refused);
        QCOMPARE(row.decisive().reason, QStringLiteral("record-beside"));
        QCOMPARE(readingText(row), QStringLiteral("has no policy"));
    }
}

void SendersTest::rowsWhenNothingIsKnown()
{
    DomainFacts facts = goodFacts();
    for (const SenderRow &row : assessAll(facts, std::nullopt))
        QCOMPARE(row.reading(), Reading::Unknown);
    facts.sts = failedLookup(QStringLiteral("_mta-sts.good.example"), RecordType::Txt, AnswerStatus::Timeout);
    for (const SenderRow &row : assessAll(facts, asServed(facts.fetches.constFirst())))
        QCOMPARE(row.reading(), Reading::Unknown);
    QCOMPARE(advice(assessAll(facts, std::nullopt)), QStringList());
}

void SendersTest::adviceStandsInTheOrderOfTheChain()
{
    DomainFacts facts = goodFacts();
    QCOMPARE(advice(assessAll(facts, asServed(facts.fetches.constFirst()))), QStringList());
    setRecord(facts, {"v=STSv1 ; id=1;"});
    ServedPolicy policy = served("version: STSv1\nmode: testing\nmode: enforce\nmax_age: 0\nmx: *.good.example\nx: a:b\n\n");
    policy.contentType = "text/html";
    const QStringList keys = advice(assessAll(facts, policy));
    QCOMPARE(keys.join(u' '), QStringLiteral("record-plain media-type plain-lines"));
    policy.contentType = "text/plain";
    QCOMPARE(advice(assessAll(facts, policy)).join(u' '), QStringLiteral("record-plain plain-lines no-colon max-age"));
    const ServedPolicy twice = served(policyText("testing") + "mode: enforce\n");
    QCOMPARE(advice(assessAll(goodFacts(), twice)).join(u' '), QStringLiteral("single-keys"));
}

void SendersTest::hostileBodiesAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("line feeds") << QByteArray(65536, '\n');
    QTest::newRow("colons") << QByteArray(65536, ':');
    QTest::newRow("short lines") << QByteArray("a:b\n").repeated(16384);
    QTest::newRow("repeated modes") << QByteArray("mode:none\n").repeated(6500);
    QTest::newRow("NUL") << QByteArray(65536, '\0');
    QTest::newRow("digits") << "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: " + QByteArray(65000, '9');
    QTest::newRow("dots") << "version: STSv1\nmode: enforce\nmx: " + QByteArray(65000, '.');
    QTest::newRow("cut UTF-8") << good + "x: \xf0\x9f\x92";
    QTest::newRow("surrogates") << good + "x: \xed\xa0\x80";
}

void SendersTest::hostileBodiesAreRead()
{
    QFETCH(QByteArray, body);
    QElapsedTimer clock;
    clock.start();
    for (const Sender &one : senders()) {
        const SenderVerdict verdict = assess(one, served(body));
        QVERIFY(verdict.reading != Reading::Refused || !reasonText(verdict).isEmpty());
    }
    QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_APPLESS_MAIN(SendersTest)
#include "tst_senders.moc"
