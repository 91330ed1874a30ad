// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/placeholders.h"
#include "base/wiretext.h"

#include <QTest>

using namespace mta;

class TestWireText : public QObject
{
    Q_OBJECT

private slots:
    void treacherousCharactersBecomeVisible_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QByteArray("v=STSv1; id=1;") << u"v=STSv1; id=1;"_qs;
        QTest::newRow("umlaut") << QByteArray("b\xc3\xbc") << u"bü"_qs;
        QTest::newRow("emoji outside the BMP") << QByteArray("\xf0\x9f\x98\x80") << QString::fromUcs4(U"\U0001F600");
        QTest::newRow("escape") << QByteArray("\x1b[31m") << u"\\x1b[31m"_qs;
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << u"a\\x00b"_qs;
        QTest::newRow("line ends") << QByteArray("a\r\nb\t") << u"a\\r\\nb\\t"_qs;
        QTest::newRow("C1") << QByteArray("\xc2\x9b") << u"\\x9b"_qs;
        QTest::newRow("right-to-left override") << QByteArray("\xe2\x80\xae") << u"\\u{202e}"_qs;
        QTest::newRow("zero width space") << QByteArray("\xe2\x80\x8b") << u"\\u{200b}"_qs;
        QTest::newRow("BOM") << QByteArray("\xef\xbb\xbfv") << u"\\u{feff}v"_qs;
        QTest::newRow("line separator") << QByteArray("\xe2\x80\xa8") << u"\\u{2028}"_qs;
        QTest::newRow("bad octet") << QByteArray("a\xff") << u"a\uFFFD"_qs;
    }
    void treacherousCharactersBecomeVisible()
    {
        QFETCH(QByteArray, octets);
        QTEST(visibleText(octets), "shown");
    }

    void longTextIsCut()
    {
        QCOMPARE(visibleText(QByteArray(10, 'a'), 10), QString(10, u'a'));
        QCOMPARE(visibleText(QByteArray(11, 'a'), 10), QString(10, u'a') + QChar(0x2026));
    }
    void linesStayLinesWhereAskedFor() { QCOMPARE(visibleLines("a\r\nb\x1b"), u"a\\r\nb\\x1b"_qs); }

    void placeholdersAreFilledOnce()
    {
        QCOMPARE(fillPlaceholders(u"{a} and {b}"_qs, {{u"a"_qs, u"{b}"_qs}, {u"b"_qs, u"2"_qs}}), u"{b} and 2"_qs);
        QCOMPARE(fillPlaceholders(u"{a} and {unknown}"_qs, {{u"a"_qs, u"1"_qs}}), u"1 and {unknown}"_qs);
        QCOMPARE(placeholdersOf(u"{a} {b} {a} {not one}"_qs), QStringList({u"a"_qs, u"b"_qs}));
    }
};

QTEST_APPLESS_MAIN(TestWireText)
#include "tst_wiretext.moc"
