// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/editabletext.h"
#include <QRandomGenerator>
#include <QTest>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

class EditableTextTest : public QObject
{
    Q_OBJECT

private slots:
    void isRead_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("lines are lines") << QByteArray("version: STSv1\nmode: none\n") << u"version: STSv1\nmode: none\n"_s;
        QTest::newRow("a tab is a tab") << QByteArray("a\tb") << u"a\tb"_s;
        QTest::newRow("a carriage return is its sign") << QByteArray("a\r\nb\r") << u"a\u21b5\nb\u21b5"_s;
        QTest::newRow("NUL and DEL are spelt") << QByteArray("\0\x7f", 2) << u"\u2800\u287f"_s;
        QTest::newRow("letters of any script are letters") << QByteArray("ä漢😀") << u"ä漢😀"_s;
        QTest::newRow("a byte order mark is seen") << QByteArray("\xef\xbb\xbfv") << u"\u28ef\u28bb\u28bfv"_s;
        QTest::newRow("an octet that begins nothing") << QByteArray("a\xff") << u"a\u28ff"_s;
        QTest::newRow("a sequence cut short") << QByteArray("\xe2\x90") << u"\u28e2\u2890"_s;
        QTest::newRow("an overlong sequence") << QByteArray("\xc0\xaf") << u"\u28c0\u28af"_s;
        QTest::newRow("a surrogate in UTF-8") << QByteArray("\xed\xa0\x80") << u"\u28ed\u28a0\u2880"_s;
        QTest::newRow("a sign that was there is spelt") << QByteArray("\xe2\x86\xb5") << u"\u28e2\u2886\u28b5"_s;
        QTest::newRow("a pattern that was there is spelt") << QByteArray("\xe2\xa0\x80") << u"\u28e2\u28a0\u2880"_s;
        QTest::newRow("a space that does not break is seen") << QByteArray("\xc2\xa0") << u"\u28c2\u28a0"_s;
        QTest::newRow("an override of direction is seen") << QByteArray("\xe2\x80\xae") << u"\u28e2\u2880\u28ae"_s;
        QTest::newRow("a paragraph separator ends no line") << QByteArray("\xe2\x80\xa9") << u"\u28e2\u2880\u28a9"_s;
    }
    void isRead()
    {
        QFETCH(QByteArray, octets);
        QFETCH(QString, text);
        QCOMPARE(editableText(octets), text);
        QCOMPARE(octetsOf(text), octets);
    }

    void everyOctetComesBack()
    {
        QRandomGenerator random(8461);
        for (int run = 0; run < 3000; ++run) {
            QByteArray octets(random.bounded(24), '\0');
            for (char &octet : octets)
                octet = static_cast<char>(run % 2 ? random.bounded(256) : "\r\n\xe2\x80\x90\xa9\xef\xbb\xbf a"[random.bounded(11)]);
            QCOMPARE(octetsOf(editableText(octets)), octets);
        }
    }

    void columnsCountOctets_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("position");
        QTest::newRow("the first") << u"mode"_s << 1 << 0;
        QTest::newRow("one octet each") << u"mode"_s << 3 << 2;
        QTest::newRow("behind a letter of two octets") << u"äb"_s << 3 << 1;
        QTest::newRow("inside of it goes on behind it") << u"äb"_s << 2 << 1;
        QTest::newRow("behind a letter of two units") << u"😀b"_s << 5 << 2;
        QTest::newRow("behind spelt octets") << u"\u28ef\u28bb\u28bfv"_s << 4 << 3;
        QTest::newRow("the end") << u"ab"_s << 3 << 2;
        QTest::newRow("behind the end") << u"ab"_s << 30 << 2;
        QTest::newRow("no column at all") << u"ab"_s << 0 << 0;
    }
    void columnsCountOctets()
    {
        QFETCH(QString, line);
        QFETCH(int, column);
        QFETCH(int, position);
        QCOMPARE(positionOfColumn(line, column), position);
    }
};

QTEST_MAIN(EditableTextTest)
#include "tst_editabletext.moc"
