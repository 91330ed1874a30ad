// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tlsrpt/reporturi.h"
#include "tlsrpt/tlsrptrecord.h"

#include <QTest>

using namespace mta;

class TlsRptRecordTest : public QObject
{
    Q_OBJECT

private slots:
    void good_data();
    void good();
    void bad_data();
    void bad();
    void uris_data();
    void uris();
    void selection_data();
    void selection();
    void eachDestinationHasItsPlace();
    void destinationsAreBounded();
    void writesWhatReadsBack_data();
    void writesWhatReadsBack();
};

void TlsRptRecordTest::good_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("hosts");
    const auto row = [](const char *name, const char *text, const char *hosts) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(hosts);
    };
    row("mail", "v=TLSRPTv1;rua=mailto:reports@example.com", "example.com");
    row("https", "v=TLSRPTv1; rua=https://reporting.example.com/v1/tlsrpt;", "reporting.example.com");
    row("two in one field", "v=TLSRPTv1; rua=mailto:a@example.com , \t\thttps://x.example/r", "example.com x.example");
    row("two fields", "v=TLSRPTv1; rua=mailto:a@example.com; rua=mailto:a@example.org", "example.com example.org");
    row("extension", "v=TLSRPTv1; x-y=1; rua=mailto:a@example.com; ext=yes", "example.com");
    row("white space before the first delimiter", "v=TLSRPTv1 ; rua=mailto:a@example.com ; ", "example.com");
    row("scheme in upper case", "v=TLSRPTv1; rua=MAILTO:a@EXAMPLE.com", "example.com");
}

void TlsRptRecordTest::good()
{
    QFETCH(QByteArray, text);
    const TlsRptRecord record = parseTlsRptRecord(text);
    QVERIFY2(record.valid(), record.errors.isEmpty() ? "a rua" : qPrintable(record.errors.constFirst().reason));
    QStringList hosts;
    for (const ReportUri &uri : record.rua)
        hosts.append(uri.host);
    QTEST(hosts.join(u' '), "hosts");
    QCOMPARE(record.raw, text);
}

void TlsRptRecordTest::bad_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason"); // of the first error, or of the first bad rua, or nothing where rua is missing
    const auto row = [](const char *name, const QByteArray &text, const char *reason) {
        QTest::newRow(name) << text << QString::fromLatin1(reason);
    };
    row("version alone", "v=TLSRPTv1;", "");
    row("no rua", "v=TLSRPTv1; ext=1", "");
    row("rua in upper case", "v=TLSRPTv1; RUA=1", "");
    row("empty rua", "v=TLSRPTv1; rua=", "empty");
    row("commas alone", "v=TLSRPTv1; rua=,, ,", "empty");
    row("one good and one bad", "v=TLSRPTv1; rua=mailto:a@example.com,postmaster@example.com", "scheme");
    row("another version", "v=TLSRPTv2; rua=mailto:a@example.com", "version");
    row("a longer version", "v=TLSRPTv10; rua=mailto:a@example.com", "version");
    row("version last", "rua=mailto:a@example.com; v=TLSRPTv1", "version");
    row("quoted", "\"v=TLSRPTv1; rua=mailto:a@example.com\"", "quotes");
    row("escaped delimiter", "v=TLSRPTv1\\; rua=mailto:a@example.com", "quotes");
    row("no delimiter", "v=TLSRPTv1 rua=mailto:a@example.com", "no-delimiter");
    row("leading space", " v=TLSRPTv1; rua=mailto:a@example.com", "leading-space");
    row("trailing space", "v=TLSRPTv1; rua=mailto:a@example.com ", "trailing-space");
    row("a space behind the equals sign", "v=TLSRPTv1; rua= mailto:a@example.com", "space-after-equals");
    row("a tab behind the equals sign", "v=TLSRPTv1; rua=\tmailto:a@example.com", "space-after-equals");
    row("a line feed at the end", "v=TLSRPTv1; rua=mailto:a@example.com\n", "syntax");
    row("a line feed between destinations", "v=TLSRPTv1; rua=mailto:a@example.com,\nmailto:b@example.com", "scheme");
    row("two delimiters", "v=TLSRPTv1; rua=mailto:a@example.com;;", "empty-field");
    row("extension name of 33 characters", "v=TLSRPTv1; rua=mailto:x@x.example; a12345678901234567890123456789012=1", "bad-name");
    row("extension value with a space", "v=TLSRPTv1; rua=mailto:x@x.example; x=a b", "bad-value");
    row("empty extension value", "v=TLSRPTv1; rua=mailto:x@x.example; x=", "bad-value");
    row("bare semicolon in a URI", "v=TLSRPTv1; rua=https://x.example/a;b", "missing-equals");
}

void TlsRptRecordTest::bad()
{
    QFETCH(QByteArray, text);
    const TlsRptRecord record = parseTlsRptRecord(text);
    QVERIFY(!record.valid());
    QString reason;
    if (!record.errors.isEmpty()) {
        reason = record.errors.constFirst().reason;
    } else {
        const auto uri = std::find_if(record.rua.cbegin(), record.rua.cend(), [](const ReportUri &candidate) { return !candidate.valid; });
        reason = uri == record.rua.cend() ? QString() : uri->reason;
        QCOMPARE(reason.isEmpty(), record.rua.isEmpty());
    }
    QTEST(reason, "reason");
}

void TlsRptRecordTest::uris_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &text, const char *host, const char *reason = "") {
        QTest::newRow(name) << text << QString::fromLatin1(host) << QString::fromLatin1(reason);
    };
    row("mail", "mailto:tls-reports@example.com", "example.com");
    row("mail with header fields", "mailto:a@example.com?subject=report", "example.com");
    row("mail with an encoded local part", "mailto:a%21b%2Cc@example.com", "example.com");
    row("mail to an internationalised domain, encoded", "mailto:a@b%C3%BCcher.example", "xn--bcher-kva.example");
    row("https", "https://x.example", "x.example");
    row("https with a port, a query and a fragment", "https://X.example:8443/a?b=c#d", "x.example");
    row("https with a user", "https://user:word@x.example/", "x.example");
    row("https to an IPv4 address", "https://192.0.2.1/r", "192.0.2.1");
    row("https to an IPv6 address", "https://[2001:db8::1]:443/r", "[2001:db8::1]");
    row("https to a single label", "https://com", "com");
    row("empty", "", "", "empty");
    row("no scheme", "postmaster@example.com", "", "scheme");
    row("http", "http://x.example/", "", "scheme");
    row("misspelt scheme", "mailo:a@example.com", "", "scheme");
    row("bare exclamation mark, as in DMARC", "mailto:a@example.com!10m", "", "unencoded");
    row("mail without a domain", "mailto:a", "", "syntax");
    row("mail without a local part", "mailto:@example.com", "", "syntax");
    row("mail with two at signs", "mailto:a@b@example.com", "", "syntax");
    row("mail with a bad domain", "mailto:a@exa_mple.com", "", "syntax");
    row("space inside", "https://x.example/a b", "", "syntax");
    row("broken percent sign", "https://x.example/%", "", "syntax");
    row("half a percent sign at the end", "https://x.example/%4", "", "syntax");
    row("outside ASCII", "https://x.example/\xc3\xa9", "", "syntax");
    row("https without slashes", "https:x.example", "", "syntax");
    row("https without a host", "https:///path", "", "syntax");
    row("an IPv4 address with a leading zero", "https://096.0.2.1/r", "", "syntax");
    row("anything in the brackets of an address", "https://[where]/", "", "syntax");
    row("brackets too long for an address", "https://[" + QByteArray(5000, ':') + "]/", "", "syntax");
    row("port without digits", "https://x.example:a/", "", "syntax");
    row("port too large", "https://x.example:65536/", "", "syntax");
}

void TlsRptRecordTest::uris()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    const ReportUri uri = parseReportUri(text);
    QCOMPARE(uri.reason, reason);
    QCOMPARE(uri.valid, reason.isEmpty());
    QTEST(uri.host, "host");
    QCOMPARE(uri.mail, text.startsWith("mailto:"));
}

void TlsRptRecordTest::selection_data()
{
    using State = TlsRptRecordSet::State;
    QTest::addColumn<QList<QByteArray>>("values");
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, const QList<QByteArray> &values, State state) {
        QTest::newRow(name) << values << static_cast<int>(state);
    };
    const QByteArray good = "v=TLSRPTv1; rua=mailto:a@example.com";
    row("nothing", {}, State::Absent);
    row("foreign records", {"v=spf1 -all"}, State::Absent);
    row("a DMARC record is foreign", {"v=DMARC1; p=none; rua=mailto:a@example.com"}, State::Absent);
    row("one", {good}, State::One);
    row("one beside a foreign one", {"v=spf1 -all", good}, State::One);
    row("two", {good, good}, State::Multiple);
    row("another version", {"v=TLSRPTv2; rua=mailto:a@example.com"}, State::WrongVersion);
    row("lower case", {"v=tlsrptv1; rua=mailto:a@example.com"}, State::WrongVersion);
    row("only a rua", {"rua=mailto:a@example.com"}, State::WrongVersion);
    row("a spaced one alone", {"v=TLSRPTv1 ; rua=mailto:a@example.com"}, State::One);
    row("a spaced one beside a foreign one", {"v=TLSRPTv1 ; rua=mailto:a@example.com", "hello"}, State::WrongVersion);
}

void TlsRptRecordTest::selection()
{
    QFETCH(QList<QByteArray>, values);
    QTEST(static_cast<int>(selectTlsRptRecord(values).state), "state");
}

void TlsRptRecordTest::eachDestinationHasItsPlace()
{
    const TlsRptRecord record = parseTlsRptRecord("v=TLSRPTv1; x=a; rua=a \t, b,,a; rua=  c");
    QCOMPARE(record.ruaColumns, QList<int>({22, 27, 29, 30, 39}));
    for (qsizetype i = 0; i < record.rua.size(); ++i)
        QVERIFY(record.raw.mid(record.ruaColumns.at(i) - 1).startsWith(record.rua.at(i).text));
}

void TlsRptRecordTest::destinationsAreBounded()
{
    QCOMPARE(parseTlsRptRecord("v=TLSRPTv1; rua=" + QByteArray(60000, ',')).rua.size(), 100);
    for (const int count : {99, 100, 101}) {
        const QByteArray rua = QByteArray("mailto:a@example.com,").repeated(count).chopped(1);
        QCOMPARE(parseTlsRptRecord("v=TLSRPTv1; rua=" + rua).rua.size(), std::min(count, 100));
    }
}

void TlsRptRecordTest::writesWhatReadsBack_data()
{
    QTest::addColumn<QList<QByteArray>>("rua");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QList<QByteArray> &rua, const QByteArray &text) { QTest::newRow(name) << rua << text; };
    row("mail", {"mailto:tls@example.com"}, "v=TLSRPTv1; rua=mailto:tls@example.com");
    row("both", {"mailto:tls@example.com", "https://example.com/r?a=b"},
        "v=TLSRPTv1; rua=mailto:tls@example.com,https://example.com/r?a=b");
    row("an encoded comma", {"mailto:a%2Cb@example.com"}, "v=TLSRPTv1; rua=mailto:a%2Cb@example.com");
    row("none", {}, {});
    row("a bare comma would be two", {"mailto:a@example.com,mailto:b@example.com"}, {});
    row("a field of its own", {"mailto:a@example.com; x=y"}, {});
    row("http", {"http://example.com/"}, {});
    row("blanks", {" mailto:a@example.com"}, {});
}

void TlsRptRecordTest::writesWhatReadsBack()
{
    QFETCH(QList<QByteArray>, rua);
    QTEST(tlsRptRecordText(rua).value_or(QByteArray()), "text");
}

QTEST_APPLESS_MAIN(TlsRptRecordTest)
#include "tst_tlsrptrecord.moc"
