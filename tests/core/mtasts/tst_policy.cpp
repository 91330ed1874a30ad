// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "mtasts/policy.h"
#include "mtasts/policyfetch.h"

#include <QElapsedTimer>
#include <QStringEncoder>
#include <QTest>

using namespace mta;

namespace
{

const QByteArray good = "version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 604800\n";

QString shown(const QList<SyntaxError> &errors)
{
    QStringList parts;
    for (const SyntaxError &error : errors)
        parts.append(QStringLiteral("%1@%2:%3").arg(error.reason).arg(error.line).arg(error.column));
    return parts.join(u' ');
}

} // namespace

class PolicyTest : public QObject
{
    Q_OBJECT

private slots:
    void good_data();
    void good();
    void values_data();
    void values();
    void syntax_data();
    void syntax();
    void readsEverything();
    void readsUtf16();
    void linesKeepTheirPlace();
    void sizeIsBounded();
    void complaintsAreBounded();
    void headerNamesIgnoreCase();
};

void PolicyTest::good_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("line feeds") << ::good;
    QTest::newRow("CRLF") << QByteArray(::good).replace("\n", "\r\n");
    QTest::newRow("no final terminator") << ::good.chopped(1);
    QTest::newRow("mixed terminators") << QByteArray("version: STSv1\r\nmode: none\nmax_age: 1\r\n");
    QTest::newRow("another order") << QByteArray("max_age: 1\nmx: *.example.com\nmode: testing\nversion: STSv1");
    QTest::newRow("no space behind the colon") << QByteArray("version:STSv1\nmode:none\nmax_age:0");
    QTest::newRow("tabs behind the colon and white space at line ends") << QByteArray("version:\tSTSv1 \nmode: \tnone\t\nmax_age: 0 \t ");
    QTest::newRow("mode none without mx") << QByteArray("version: STSv1\nmode: none\nmax_age: 86400\n");
    QTest::newRow("max_age zero") << QByteArray("version: STSv1\nmode: none\nmax_age: 0\n");
    QTest::newRow("max_age at its limit") << QByteArray("version: STSv1\nmode: none\nmax_age: 31557600\n");
    QTest::newRow("max_age with leading zeros to ten digits") << QByteArray("version: STSv1\nmode: none\nmax_age: 0000086400\n");
    QTest::newRow("unknown key") << ::good + "x-report: https://x.example/a:b\n";
    QTest::newRow("key of 32 characters") << ::good + QByteArray(32, 'k') + ": 1\n";
    QTest::newRow("UTF-8 in an extension") << ::good + "note: caf\xc3\xa9 {au} lait\n";
    QTest::newRow("repeated mode") << ::good + "mode: testing\n";
    QTest::newRow("repeated mode with a word of its own") << ::good + "mode: enforced\n";
    QTest::newRow("keys in another case are extensions") << ::good + "Mode: testing\n";
}

void PolicyTest::good()
{
    QFETCH(QByteArray, body);
    const Policy policy = parsePolicy(body);
    QCOMPARE(shown(policy.errors), QString());
    QVERIFY(policy.valid());
    QCOMPARE(policy.raw, body);
}

void PolicyTest::values_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("member"); // the one that keeps the policy from being valid
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const char *member) {
        QByteArray body = ::good;
        Q_ASSERT(body.contains(from));
        QTest::newRow(name) << body.replace(from, to) << QByteArray(member);
    };
    row("no version", "version: STSv1\n", "", "version");
    row("empty version", "STSv1", "", "version");
    row("another version", "STSv1", "STSv2", "version");
    row("version in lower case", "STSv1", "stsv1", "version");
    row("version misspelt", "STSv1", "STS1v1", "version");
    row("version key in upper case", "version", "Version", "version");
    row("no mode", "mode: enforce\n", "", "mode");
    row("mode misspelt", "enforce", "enforced", "mode");
    row("mode in upper case", "enforce", "Enforce", "mode");
    row("mode of a template", "enforce", "[enforce|testing|none]", "mode");
    row("mode with a comment", "enforce", "enforce # for now", "mode");
    row("bad mode before a good one", "mode: enforce", "mode: enforced\nmode: enforce", "mode");
    row("no max_age", "max_age: 604800\n", "", "max_age");
    row("empty max_age", "604800", "", "max_age");
    row("max_age one second over its limit", "604800", "31557601", "max_age");
    row("max_age of eleven digits", "604800", "00000086400", "max_age");
    row("max_age with a sign", "604800", "+86400", "max_age");
    row("max_age below zero", "604800", "-1", "max_age");
    row("max_age in words", "604800", "1 week", "max_age");
    row("max_age with a fraction", "604800", "604800.0", "max_age");
    row("max_age in foreign digits", "604800", "\xd9\xa1\xd9\xa2", "max_age");
    row("max_age glued to the next file", "604800", "86400version: STSv1", "max_age");
    row("no mx", "mx: mail.example.com\n", "", "mx");
    row("mx with a trailing dot", "mail.example.com", "mail.example.com.", "mx");
    row("one bad mx among good ones", "mx: mail", "mx: alt*.example.com\nmx: mail", "mx");
    row("empty mx", "mail.example.com", "", "mx");
}

void PolicyTest::values()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, member);
    const Policy policy = parsePolicy(body);
    QVERIFY(!policy.valid());
    QCOMPARE(shown(policy.errors), QString());
    const bool mxGood =
        !policy.mx.isEmpty() && std::all_of(policy.mx.cbegin(), policy.mx.cend(), [](const MxPattern &pattern) { return pattern.valid; });
    QCOMPARE(policy.version != "STSv1", member == "version");
    QCOMPARE(!policy.mode.has_value(), member == "mode");
    QCOMPARE(!policy.maxAge.has_value(), member == "max_age");
    QCOMPARE(!mxGood, member == "mx");
}

void PolicyTest::syntax_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("errors");
    const auto row = [](const char *name, const QByteArray &body, const char *errors) {
        QTest::newRow(name) << body << QString::fromLatin1(errors);
    };
    row("empty", "", "empty@1:1");
    row("byte order mark alone", "\xef\xbb\xbf", "bom@1:1 empty@1:1");
    row("one line end", "\r\n", "blank-line@1:1");
    row("blank line inside", "version: STSv1\n\nmode: none\nmax_age: 1\n", "blank-line@2:1");
    row("blank line at the end", ::good + "\r\n", "blank-line@5:1");
    row("white space alone", ::good + " \t\n", "blank-line@5:1");
    row("indented", "version: STSv1\n  mode: none\nmax_age: 1\n", "indented@2:1");
    row("space before the colon", "version : STSv1\nmode: none\nmax_age: 1\n", "space-before-colon@1:8");
    row("comment line", ::good + "# for now: a comment\n", "comment@5:1");
    row("indented comment line", ::good + "    # for now\n", "comment@5:5");
    row("front matter", "---\n" + ::good, "front-matter@1:1");
    row("missing colon", "version: STSv1\nmode none\nmax_age: 1\n", "no-colon@2:1");
    row("equals signs", "version=STSv1\nmode=none", "equals-sign@1:1 equals-sign@2:1");
    row("HTML", "<html><body>a: b</body></html>", "html@1:1");
    row("byte order mark", "\xef\xbb\xbf" + ::good, "bom@1:1");
    row("columns count the byte order mark",
        "\xef\xbb\xbf"
        "version : STSv1\nmode: none\nmax_age: 1",
        "bom@1:1 space-before-colon@1:11");
    row("bare CR", "version: STSv1\rmode: none\nmax_age: 1", "bare-cr@1:15");
    row("CR CR LF", "version: STSv1\r\r\nmode: none\nmax_age: 1", "bare-cr@1:15");
    row("CR at the end of the file", "version: STSv1\nmode: none\nmax_age: 1\r", "bare-cr@3:11");
    row("zero octet", ::good + QByteArray("x: a\0b\n", 7), "control@5:5");
    row("tab inside an extension", ::good + "x: a\tb\n", "control@5:5");
    row("delete", ::good + "x: \x7f\n", "control@5:4");
    row("broken UTF-8", ::good + "x: \xff\n", "not-utf8@5:4");
    row("UTF-8 with a surrogate", ::good + "x: \xed\xa0\x80\n", "not-utf8@5:4");
    row("key with an underscore in front", ::good + "_bad: 1\n", "bad-key@5:1");
    row("key with a space", ::good + "bad name: 1\n", "bad-key@5:1");
    row("no key", ::good + ": 1\n", "bad-key@5:1");
    row("key of 33 characters", ::good + QByteArray(33, 'k') + ": 1\n", "bad-key@5:1");
    row("key outside ASCII", ::good + "caf\xc3\xa9: 1\n", "bad-key@5:1");
    row("extension without a value", ::good + "x:  \n", "empty-value@5:5");
    row("repeated key without a value", ::good + "mode:\n", "empty-value@5:6");
}

void PolicyTest::syntax()
{
    QFETCH(QByteArray, body);
    const Policy policy = parsePolicy(body);
    QTEST(shown(policy.errors), "errors");
    QVERIFY(!policy.valid());
}

void PolicyTest::readsEverything()
{
    const Policy policy = parsePolicy("version: STSv1\nmode: testing\nmode: none\nmx: a.example\nnmx: b.example\nmx: c.example.\n"
                                      "max_age: 86400\nversion: STSv2\nnmx: d.example\n");
    QCOMPARE(policy.version, QByteArray("STSv1"));
    QCOMPARE(policy.mode, PolicyMode::Testing);
    QCOMPARE(policyModeName(*policy.mode), QStringLiteral("testing"));
    QCOMPARE(policy.maxAge, std::chrono::seconds(86400));
    QCOMPARE(policy.mx.size(), 2);
    QCOMPARE(policy.mxLines, QList<int>({4, 6}));
    QCOMPARE(policy.duplicateKeys, QByteArrayList({"mode", "version", "nmx"}));
    QCOMPARE(policy.unknownKeys, QByteArrayList({"nmx"}));
    QVERIFY(parsePolicy("x: 1").version.isNull());
    QVERIFY(!parsePolicy("version:").version.isNull());
    QCOMPARE(parsePolicy("mode:").modeText, QByteArray(""));
}

void PolicyTest::readsUtf16()
{
    const QString text = QString::fromLatin1(::good);
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        for (const bool marked : {true, false}) {
            QStringEncoder encoder(encoding, marked ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            const QByteArray body = encoder(text);
            const Policy policy = parsePolicy(body);
            QCOMPARE(shown(policy.errors), QStringLiteral("utf-16@1:1"));
            QCOMPARE(policy.mode, PolicyMode::Enforce); // what was meant can be told
            QCOMPARE(policy.lines.size(), 4);
            QVERIFY(!policy.valid());
        }
    }
}

void PolicyTest::linesKeepTheirPlace()
{
    const Policy policy = parsePolicy("version:  STSv1 \r\n \nmode=x\nmax_age: 1");
    QCOMPARE(policy.lines.size(), 4);
    QCOMPARE(policy.lines.at(0), (PolicyLine{1, "version:  STSv1 ", "version", "STSv1", 11, "\r\n"}));
    QCOMPARE(policy.lines.at(1), (PolicyLine{2, " ", {}, {}, 1, "\n"}));
    QCOMPARE(policy.lines.at(2), (PolicyLine{3, "mode=x", {}, {}, 1, "\n"}));
    QCOMPARE(policy.lines.at(3), (PolicyLine{4, "max_age: 1", "max_age", "1", 10, {}}));
}

void PolicyTest::sizeIsBounded()
{
    QByteArray body = ::good;
    body += "x: " + QByteArray(maxPolicySize - body.size() - 4, 'y') + "\n";
    QCOMPARE(body.size(), maxPolicySize);
    QVERIFY(parsePolicy(body).valid());
    const Policy policy = parsePolicy(body + "z");
    QCOMPARE(shown(policy.errors), QStringLiteral("too-large@1:1"));
    QCOMPARE(policy.raw.size(), maxPolicySize);
}

void PolicyTest::complaintsAreBounded()
{
    const Policy policy = parsePolicy(QByteArray(maxPolicySize, '\n'));
    QCOMPARE(policy.errors.size(), 100);
    QByteArray keys;
    for (int i = 0; i < 1000; ++i)
        keys += "k" + QByteArray::number(i) + ": 1\n";
    QCOMPARE(parsePolicy(keys).unknownKeys.size(), 100);
    for (const int count : {99, 100, 101}) {
        QCOMPARE(parsePolicy(QByteArray(count, '\n')).errors.size(), std::min(count, 100));
        QByteArray few;
        for (int i = 0; i < count; ++i)
            few += "k" + QByteArray::number(i) + ": 1\n";
        QCOMPARE(parsePolicy(few).unknownKeys.size(), std::min(count, 100));
    }
    // A run of carriage returns is many lines, and is looked through once.
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10; ++i)
        QCOMPARE(parsePolicy(QByteArray(maxPolicySize, '\r')).lines.size(), maxPolicySize);
    QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    for (const int size : {79, 80, 81})
        QCOMPARE(parsePolicy(QByteArray(size, 'x')).errors.constFirst().excerpt, QByteArray(std::min(size, 80), 'x'));
}

void PolicyTest::headerNamesIgnoreCase()
{
    PolicyFetch fetch;
    fetch.headers = {{"Content-Type", "text/plain"}, {"content-type", "text/html"}, {"Location", "x"}};
    QCOMPARE(fetch.header("CONTENT-TYPE")->value, QByteArray("text/plain"));
    QCOMPARE(fetch.header("location")->value, QByteArray("x"));
    QVERIFY(!fetch.header("content"));
}

QTEST_APPLESS_MAIN(PolicyTest)
#include "tst_policy.moc"
