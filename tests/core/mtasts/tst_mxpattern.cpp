// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "mtasts/mxpattern.h"

#include <QTest>

using namespace mta;

class MxPatternTest : public QObject
{
    Q_OBJECT

private slots:
    void good_data();
    void good();
    void bad_data();
    void bad();
    void showsWhatWasWrittenSafely();
    void keepsNoMoreThanFits();
    void matching_data();
    void matching();
    void firstCoveringPatternIsNamed();
};

void MxPatternTest::good_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("host name") << QByteArray("mail.example.com");
    QTest::newRow("upper case") << QByteArray("MAIL.Example.COM");
    QTest::newRow("wildcard") << QByteArray("*.example.com");
    QTest::newRow("wildcard under a top-level domain") << QByteArray("*.com");
    QTest::newRow("single label") << QByteArray("mail");
    QTest::newRow("A-labels") << QByteArray("xn--mx-fka.xn--bcher-kva.example");
    QTest::newRow("digits and hyphens") << QByteArray("mx-01.1-and-1.example");
    QTest::newRow("label of 63") << QByteArray(63, 'a') + ".example";
    QTest::newRow("name of 253") << QByteArray("a.").repeated(122) + "bcdefghij";
}

void MxPatternTest::good()
{
    QFETCH(QByteArray, value);
    const MxPattern pattern = parseMxPattern(value);
    QVERIFY2(pattern.valid, qPrintable(pattern.reason));
    QCOMPARE(pattern.reason, QString());
    QCOMPARE(pattern.text, QString::fromLatin1(value));
}

void MxPatternTest::bad_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *reason, const QByteArray &value) {
        QTest::addRow("%s: %s", reason, value.left(40).toPercentEncoding(" :/@<>*[]{}#,;").constData())
            << value << QString::fromLatin1(reason);
    };
    row("empty", "");
    row("trailing-dot", "mail.tutanota.de.");
    row("trailing-dot", "*.example.com.");
    row("null-mx", ".");
    row("leading-dot", ".example.com");
    row("leading-dot", "..example.com");
    row("wildcard-inside", "alt*.google.com");
    row("wildcard-inside", "mx.*.com");
    row("wildcard-inside", "*.*.example");
    row("wildcard-inside", "**.example");
    row("wildcard-inside", "*example.com");
    row("wildcard-alone", "*");
    row("underscore", "mx_1.example.com");
    row("placeholder", "mx1.your_domain.tld");
    row("placeholder", "<yourdomain>.mail.protection.outlook.com");
    row("placeholder", "[mx]");
    row("placeholder", "{{mx}}");
    row("url", "://google.com");
    row("url", "https://mail.example.com");
    row("priority", "Priority 5: ALT2.ASPMX.L.GOOGLE.COM");
    row("priority", "10 mail.example.com");
    row("comment", "mail.example.com   # primary");
    row("several", "a.example.com, b.example.com");
    row("several", "a.example.com b.example.com");
    row("mail-address", "postmaster@example.com");
    row("mail-address", "@@@@");
    row("port", "mail.example.com:25");
    row("address", "192.0.2.1");
    row("address", "[192.0.2.1]");
    row("address", "2001:db8::1");
    row("address", "[IPv6:2001:db8::1]");
    row("not-ascii", "b\xc3\xbc"
                     "cher.example");
    row("not-ascii", "mx\xff.example");
    row("empty-label", "mail..example.com");
    row("not-a-host-name", "-mail.example.com");
    row("not-a-host-name", "mail-.example.com");
    row("not-a-host-name", "mail.123");
    row("not-a-host-name", QByteArray(64, 'a') + ".example");
    row("not-a-host-name", QByteArray("mx\0.example", 11));
    row("too-long", QByteArray("a.").repeated(122) + "bcdefghijk");
}

void MxPatternTest::bad()
{
    QFETCH(QByteArray, value);
    const MxPattern pattern = parseMxPattern(value);
    QVERIFY(!pattern.valid);
    QTEST(pattern.reason, "reason");
    QVERIFY(!matches(pattern, QString::fromUtf8(value)));
}

void MxPatternTest::showsWhatWasWrittenSafely()
{
    QCOMPARE(parseMxPattern(QByteArray("a\0b\xff", 4)).text, QStringLiteral("a\\x00b\uFFFD"));
    QVERIFY(parseMxPattern(QByteArray(65536, 'a')).text.size() < 600);
}

void MxPatternTest::keepsNoMoreThanFits()
{
    for (const int size : {511, 512, 513}) {
        const QString text = parseMxPattern(QByteArray(size, 'x')).text;
        QCOMPARE(text == QString(size, u'x'), size <= 512);
        QVERIFY(text.startsWith(QString(511, u'x')) && text.size() <= 513);
    }
}

void MxPatternTest::matching_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *pattern, const char *host, const char *reason) {
        QTest::newRow(name) << QString::fromLatin1(pattern) << QString::fromLatin1(host) << QString::fromLatin1(reason);
    };
    row("same name", "mail.example.com", "mail.example.com", "exact");
    row("host in another case", "mail.example.com", "MAIL.EXAMPLE.COM", "exact");
    row("pattern in another case", "MAIL.Example.com", "mail.example.com", "exact");
    row("host with its trailing dot", "mail.example.com", "mail.example.com.", "exact");
    row("another name", "mail.example.com", "mx.example.com", "other-name");
    row("longer host", "mail.example.com", "mail.example.com.evil.org", "other-name");
    row("prefixed host", "mail.example.com", "evilmail.example.com", "other-name");
    row("parent of the pattern", "x.example.com", "example.com", "other-name");
    row("wildcard, one label", "*.example.com", "mail.example.com", "wildcard");
    row("wildcard, label with an underscore", "*.example.com", "mx_1.example.com", "wildcard");
    row("wildcard, no label", "*.example.com", "example.com", "wildcard-no-label");
    row("wildcard, two labels", "*.example.com", "a.b.example.com", "wildcard-too-deep");
    row("wildcard of a provider, two labels", "*.mx.microsoft", "tenant.h-v1.mx.microsoft", "wildcard-too-deep");
    row("wildcard of a provider, one label", "*.h-v1.mx.microsoft", "tenant.h-v1.mx.microsoft", "wildcard");
    row("wildcard, empty label", "*.example.com", ".example.com", "host-invalid");
    row("wildcard, glued name", "*.example.com", "mail.evilexample.com", "other-name");
    row("host with a star", "mx.example.com", "*.example.com", "host-invalid");
    row("empty host", "mx.example.com", "", "host-invalid");
    row("root as host", "*.example.com", ".", "host-invalid");
}

void MxPatternTest::matching()
{
    QFETCH(QString, pattern);
    QFETCH(QString, host);
    const MxPattern parsed = parseMxPattern(pattern.toLatin1());
    QTEST(matchReason(parsed, host), "reason");
    const QString reason = matchReason(parsed, host);
    QCOMPARE(matches(parsed, host), reason == QLatin1String("exact") || reason == QLatin1String("wildcard"));
}

void MxPatternTest::firstCoveringPatternIsNamed()
{
    const QList<MxPattern> patterns{parseMxPattern("mx.example.com."), parseMxPattern("*.example.com"), parseMxPattern("mx.example.com")};
    QCOMPARE(coveringPattern(patterns, QStringLiteral("mx.example.com")), QStringLiteral("*.example.com"));
    QVERIFY(coveringPattern(patterns, QStringLiteral("mx.example.org")).isNull());
    QVERIFY(coveringPattern({}, QStringLiteral("mx.example.org")).isNull());
}

QTEST_APPLESS_MAIN(MxPatternTest)
#include "tst_mxpattern.moc"
