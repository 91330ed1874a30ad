// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/domainname.h"

#include <QTest>

using namespace mta;

class TestDomainName : public QObject
{
    Q_OBJECT

private slots:
    void usableInputsGiveTheirDomain_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("ascii");
        QTest::newRow("plain") << u"example.com"_qs << u"example.com"_qs;
        QTest::newRow("upper case and final dot") << u"Example.COM."_qs << u"example.com"_qs;
        QTest::newRow("U-labels") << u"bücher.example"_qs << u"xn--bcher-kva.example"_qs;
        QTest::newRow("sharp s is kept (IDNA2008)") << u"faß.example"_qs << u"xn--fa-hia.example"_qs;
        QTest::newRow("A-label") << u"XN--BCHER-KVA.example"_qs << u"xn--bcher-kva.example"_qs;
        QTest::newRow("ideographic full stop") << u"bücher。example"_qs << u"xn--bcher-kva.example"_qs;
        QTest::newRow("e-mail address") << u"ann@example.com"_qs << u"example.com"_qs;
        QTest::newRow("address with a name") << u"Ann O'Nym <ann@example.com>"_qs << u"example.com"_qs;
        QTest::newRow("mailto") << u"mailto:ann@example.com?subject=x"_qs << u"example.com"_qs;
        QTest::newRow("address whose local part holds a comma") << u"\"Nym, Ann\"@example.com"_qs << u"example.com"_qs;
        QTest::newRow("URL") << u"https://example.com:8443/a/b?c#d"_qs << u"example.com"_qs;
        QTest::newRow("URL with user") << u"https://ann:secret@example.com/"_qs << u"example.com"_qs;
        QTest::newRow("quoted, with blanks and a comma") << u"  \"example.com\", "_qs << u"example.com"_qs;
        const QString longest = QString(u"a."_qs).repeated(122) + u"examplexx"_qs;
        QTest::newRow("253 characters") << longest << longest;
        QTest::newRow("2048 characters") << u"https://example.com/"_qs + QString(2028, u'a') << u"example.com"_qs;
        QTest::newRow("label of 63") << QString(63, u'a') + u".example"_qs << QString(63, u'a') + u".example"_qs;
        QTest::newRow("hyphens in third and fourth place") << u"ab--cd.example"_qs << u"ab--cd.example"_qs;
    }
    void usableInputsGiveTheirDomain()
    {
        QFETCH(QString, typed);
        const auto result = parseDomainInput(typed);
        QVERIFY2(bool(result), result ? "" : qPrintable(result.error().text));
        QTEST(result->ascii, "ascii");
    }

    void unusableInputsSayWhy_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"",
                                  "   ",
                                  ".",
                                  "com",
                                  "a..example",
                                  ".example.com",
                                  "exa mple.com",
                                  "-a.example",
                                  "a-.example",
                                  "192.0.2.1",
                                  "[192.0.2.1]",
                                  "2001:db8::1",
                                  "_mta-sts.example.com",
                                  "a_b.example",
                                  "☃.example",
                                  "a@",
                                  "https://",
                                  "http:///x",
                                  "a@example.com,b@example.org",
                                  "xn--a.example",
                                  "a.b.1",
                                  "example.com\n.evil.example"})
            QTest::newRow(typed) << QString::fromUtf8(typed);
        QTest::newRow("label of 64") << QString(64, u'a') + u".example"_qs;
        QTest::newRow("2050 characters, of which the first 2049 name another domain") << QString(2038, u'a') + u"@example.com"_qs;
        QTest::newRow("2049 characters") << u"https://example.com/"_qs + QString(2029, u'a');
        QTest::newRow("254 characters") << QString(u"a."_qs).repeated(123) + u"examplee"_qs;
        QTest::newRow("a megabyte") << QString(1 << 20, u'a') + u".example"_qs;
    }
    void unusableInputsSayWhy()
    {
        QFETCH(QString, typed);
        const auto result = parseDomainInput(typed);
        QVERIFY2(!result, result ? qPrintable(result->ascii) : "");
        QVERIFY(!result.error().text.isEmpty());
        QVERIFY(result.error().text.size() < 300);
        QVERIFY(!result.error().text.contains(u'\n'));
    }

    void nothingIsNotTakenForAnAddress() { QVERIFY(!parseDomainInput(u"http:///x").error().text.contains(u"IP address")); }
    void longestNameIsAccepted() { QVERIFY(bool(parseDomainName(QString(u"a."_qs).repeated(123) + u"example"_qs))); }
    void bothFormsAreKnown()
    {
        QCOMPARE(parseDomainName(u"XN--BCHER-KVA.example")->unicode, u"bücher.example"_qs);
        QCOMPARE(toUnicodeName(u"xn--a.example"_qs), u"xn--a.example"_qs);
    }
    void hostNamesAreLdh()
    {
        QVERIFY(isHostName(u"mx1.example.com"));
        QVERIFY(isHostName(u"localhost"));
        QVERIFY(!isHostName(u"mx_1.example.com"));
        QVERIFY(!isHostName(u"mx1.example.com."));
        QVERIFY(!isHostName(u"192.0.2.1"));
        QVERIFY(!isHostName(u"*.example.com"));
        QVERIFY(!isHostName(u""));
    }
    void rootKeepsItsDot() { QCOMPARE(normalisedName(u"."), u"."_qs); }
};

QTEST_APPLESS_MAIN(TestDomainName)
#include "tst_domainname.moc"
